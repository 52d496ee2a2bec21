// A text cut at the ends of its marks. Offsets count Unicode code points, as the API gives them.
import type { Mark } from "./api";

export interface Piece {
  text: string;
  quoted: boolean; // inside the words that the line rests on
  roles: string[]; // outermost first
  closing: string[]; // roles that end with this piece, each once
  first: boolean; // begins a quoted stretch
}

interface Stretch {
  start: number;
  end: number;
}

export function cut(text: string, quotes: Stretch[], marks: Mark[]): Piece[] {
  const points = [...text];
  const inside = (at: number) => Math.max(0, Math.min(points.length, at));
  const ends = new Set([0, points.length]);
  for (const { start, end } of [...quotes, ...marks]) ends.add(inside(start)).add(inside(end));
  const cuts = [...ends].sort((a, b) => a - b);
  const byLength = marks.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1]!;
    const over = byLength.filter((mark) => mark.start <= start && mark.end >= end);
    return {
      text: points.slice(start, end).join(""),
      quoted: quotes.some((quote) => quote.start <= start && quote.end >= end),
      roles: over.map((mark) => mark.role),
      closing: [...new Set(over.filter((mark) => mark.end === end).map((mark) => mark.role))].reverse(),
      first: quotes.some((quote) => quote.start === start),
    };
  });
}
