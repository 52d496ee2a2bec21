// Where things stand on the time axis.
import type { Event, Line, Measure } from "../../lib/api";
import { begins, dateWords, ends, isoOf } from "../../lib/dates";
import { rootOf } from "../../lib/known.svelte";
import { ROOTS } from "../../lib/words";

export type Scale = (day: number) => number;

export interface Tick {
  at: number;
  label: string;
  strong: boolean;
}

const MONTH = 30.44;

// Years, and as many months or days between them as there is room for.
export function ticksOf(from: number, to: number, scale: Scale): Tick[] {
  const perMonth = Math.abs(scale(from + MONTH) - scale(from));
  const step = [1, 3, 6, 12, 60, 120].find((months) => months * perMonth >= 44) ?? 240;
  const ticks: Tick[] = [];
  const date = new Date(from * 86_400_000);
  let index = date.getUTCFullYear() * 12 + date.getUTCMonth();
  for (index -= index % step; ; index += step) {
    const [year, month] = [Math.floor(index / 12), index % 12];
    const day = Date.UTC(year, month, 1) / 86_400_000;
    if (day > to) return ticks;
    if (day < from) continue;
    const label = month === 0 ? String(year) : dateWords(isoOf(day), true).split(" ")[1]!;
    ticks.push({ at: scale(day), label, strong: month === 0 });
  }
}

export interface Dot {
  x: number;
  lane: "a" | "both" | "b";
  lines: Line<Event>[];
}

export interface Row {
  root: string;
  quad: string;
  dots: Dot[];
}

const BUCKET = 11; // pixels in which events of a lane become one dot

export function rowsOf(events: Line<Event>[], scale: Scale, a: string, b: string): Row[] {
  const rows = new Map<string, Map<string, Dot>>();
  for (const line of events) {
    const { root, source = [] } = line.object;
    const lane = source.includes(a) === source.includes(b) ? "both" : source.includes(a) ? "a" : "b";
    const x = scale((begins(line.date!) + ends(line.date!)) / 2);
    const dots = rows.get(root) ?? new Map<string, Dot>();
    rows.set(root, dots);
    const key = lane + Math.round(x / BUCKET);
    const dot = dots.get(key) ?? { x, lane, lines: [] };
    dot.lines.push(line);
    dots.set(key, dot);
  }
  return ROOTS.filter((root) => rows.has(root)).map((root) => ({
    root,
    quad: rootOf(root)?.quad ?? "",
    dots: [...rows.get(root)!.values()].sort((x, y) => x.x - y.x),
  }));
}

export interface Bar {
  line: Line<Measure>;
  from: number; // day on which it was first spoken of
  bites: number; // from which it binds; after `to` where it never did
  to: number;
  open: boolean; // has not ended
  held: boolean; // only held out
}

export function barsOf(measures: Line<Measure>[], last: number): Bar[] {
  return measures.flatMap((line) => {
    const { announced, effective, lifted, status } = line.object;
    const stages = line.life.filter((stage) => stage.when).map((stage) => begins(stage.when!));
    const known = [announced, effective].filter((when): when is string => !!when).map(begins);
    const from = Math.min(...known, ...stages, begins(line.date ?? line.known));
    const done = ["lifted", "expired", "rescinded"].includes(status ?? "");
    const end = lifted ? begins(lifted) : done ? begins(line.life.at(-1)?.when ?? line.life.at(-1)?.known ?? line.known) : last;
    const held = ["threatened", "proposed"].includes(status ?? "");
    const bites = held ? Infinity : effective ? Math.max(from, begins(effective)) : from;
    return [{ line, from: Math.min(from, end), bites, to: Math.max(end, from + 1), open: !done, held }];
  });
}

// Bars by who imposes, each group with its heading.
export function groupsOf(bars: Bar[], a: string, b: string): { by: string; bars: Bar[] }[] {
  const of = (line: Line<Measure>) =>
    line.object.by?.includes(a) ? a : line.object.by?.includes(b) ? b : (line.object.by?.[0] ?? "");
  const groups = [a, b].map((by) => ({ by, bars: bars.filter(({ line }) => of(line) === by) }));
  const others = { by: "", bars: bars.filter(({ line }) => of(line) !== a && of(line) !== b) };
  return [...groups, others].filter((group) => group.bars.length);
}
