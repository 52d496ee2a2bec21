// Colour with a meaning: blue for cooperation, orange for conflict, dashes for what is not certain.
export type Step = "x3" | "x2" | "x1" | "n" | "c1" | "c2" | "c3" | "none";

// A mean Goldstein value in seven steps.
export function stepOf(balance: number | null | undefined): Step {
  if (balance === null || balance === undefined) return "none";
  const size = Math.abs(balance);
  if (size < 1) return "n";
  const grade = size < 2.5 ? 1 : size < 5 ? 2 : 3;
  return `${balance > 0 ? "c" : "x"}${grade}` as Step;
}

export const STEPS: [Step, string][] = [
  ["x3", "sharp conflict"],
  ["x2", "conflict"],
  ["x1", "some conflict"],
  ["n", "even"],
  ["c1", "some cooperation"],
  ["c2", "cooperation"],
  ["c3", "close cooperation"],
];

export function balanceWords(balance: number | null | undefined): string {
  if (balance === null || balance === undefined) return "no events";
  return STEPS.find(([step]) => step === stepOf(balance))![1];
}

export const signed = (value: number) =>
  (value > 0 ? "+" : value < 0 ? "−" : "") + Math.abs(value).toFixed(1);

export type Tone = "good" | "bad" | "unsure" | "plain";

const TONES: Record<Exclude<Tone, "plain">, string[]> = {
  good: ["open", "restored", "lifted", "rescinded", "accepted", "held", "confirmed", "eased"],
  bad: ["cut", "in_force", "rejected", "denied", "cancelled", "reduced"],
  unsure: [
    "proposed", "threatened", "announced", "floated", "offered", "under_discussion", "scheduled",
    "postponed", "unconfirmed", "disputed", "planned", "alleged", "demanded", "hypothetical",
    "unanswered", "suspended",
  ],
};

export function toneOf(status: string): Tone {
  for (const [tone, statuses] of Object.entries(TONES)) {
    if (statuses.includes(status)) return tone as Tone;
  }
  return "plain";
}
