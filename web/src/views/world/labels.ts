// Where the names of places have room.
export interface Label {
  code: string;
  text: string;
  x: number;
  y: number;
}

// The height of each name's baseline, above or else below its place. A name that would cover one
// given before it is left out.
export function baselines(labels: Label[], size: number, gap: number): Map<string, number> {
  const taken: { left: number; right: number; base: number }[] = [];
  const found = new Map<string, number>();
  for (const { code, text, x, y } of labels) {
    const half = text.length * size * 0.3; // a letter of the page's type is about that wide
    const free = (base: number) =>
      taken.every((other) => x + half < other.left || x - half > other.right || Math.abs(base - other.base) > size * 1.2);
    const base = [y - gap, y + gap + size * 0.8].find(free);
    if (base === undefined) continue;
    taken.push({ left: x - half, right: x + half, base });
    found.set(code, base);
  }
  return found;
}
