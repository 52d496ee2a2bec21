// Days, months, years and stretches as people write them.
const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

const DAY = 86_400_000;

// Days since 1970 of the first or last day of "2031", "2031-06" or "2031-06-02".
export function firstDay(date: string): number {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  return utc(year, month, day);
}

export function lastDay(date: string): number {
  const [year = 1970, month, day] = date.split("-").map(Number);
  if (day && month) return utc(year, month, day);
  return month ? utc(year, month + 1, 0) : utc(year, 12, 31);
}

// Date.UTC takes years up to 99 for those of the last century.
function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY;
}

export const begins = (when: string) => firstDay(when.split("/")[0]!);
export const ends = (when: string) => lastDay(when.split("/").at(-1)!);

export function isoOf(days: number): string {
  return new Date(days * DAY).toISOString().slice(0, 10);
}

export const isDay = (text: string | undefined): text is string =>
  !!text && /^\d{4}-\d{2}-\d{2}$/.test(text) && isoOf(firstDay(text)) === text;

export function addMonths(day: string, months: number): string {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoOf(utc(year, month + months, Math.min(date, last)));
}

export function dateWords(date: string, brief = false): string {
  const [year, month, day] = date.split("-");
  const name = month ? MONTHS[Number(month) - 1]!.slice(0, brief ? 3 : undefined) : "";
  return [day && String(Number(day)), name, year].filter(Boolean).join(" ");
}

export function whenWords(when: string, brief = false): string {
  const [begin = "", end] = when.split("/");
  if (!end || begin === end) return dateWords(begin, brief);
  const [from, to] = [begin.split("-"), end.split("-")];
  if (from.length === 3 && from[0] === to[0] && from[1] === to[1]) {
    return `${Number(from[2])}–${dateWords(end, brief)}`;
  }
  return `${dateWords(begin, brief)} – ${dateWords(end, brief)}`;
}

// "on 2 June 2031", "in June 2031", "between … and …".
export function onDate(when: string): string {
  const [begin = "", end = begin] = when.split("/");
  if (begin !== end) return `between ${dateWords(begin)} and ${dateWords(end)}`;
  return (begin.length === 10 ? "on " : "in ") + dateWords(begin);
}

const UNITS: Record<string, string> = { Y: "year", M: "month", W: "week", D: "day" };

export function durationWords(iso: string): string {
  const parts = [...iso.matchAll(/(\d+)([YMWD])/g)]
    .filter(([, count]) => count !== "0")
    .map(([, count, unit]) => counted(Number(count), UNITS[unit!]!));
  return parts.join(" ") || "less than a day";
}

export function counted(count: number, noun: string, many = noun + "s"): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? noun : many}`;
}
