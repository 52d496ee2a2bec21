// The record's codes in English, and a line of the record as a headline.
import type {
  Channel, Claim, Event, Line, LineRef, List, Measure, Meeting, Proposal, Role, Statement, Term,
} from "./api";
import { named, nameOf } from "./known.svelte";

const BETTER: Record<string, string> = {
  normalise_ties: "normal ties",
  restore_channel: "lines restored",
  cooperate: "cooperation",
  meet: "a meeting",
  lift_measures: "measures lifted",
  cease_fire: "a ceasefire",
  withdraw_forces: "forces withdrawn",
  release_persons: "people released",
  return_property: "property returned",
  recognise: "recognition",
  pay: "payment",
  inspect: "inspection",
  limit_arms: "arms limited",
  refrain: "holding back",
  mediate: "mediation",
  other: "something else",
  immediate: "at once",
  near_term: "soon",
  eventual: "in time",
  conditional: "on a condition",
  dated: "by a date",
  third_country: "in a third country",
  sidelines: "on the sidelines",
  phone: "by telephone",
  video: "by video",
  ties_severed: "severing of ties",
  "in kind": "in kind",
};

// What a stretch of a report's text is to the line read from it.
const PARTS: Record<string, string> = {
  source: "who acts", trigger: "act", cue: "saying", content: "what is said",
};
export const partWords = (role: string) => PARTS[role] ?? wordsOf(role);

// verb, for several
const DEEDS: Record<string, [string, string]> = {
  AGREE: ["agrees with", "agree with"],
  CONSULT: ["talks with", "talk with"],
  SUPPORT: ["backs", "back"],
  CONCEDE: ["gives way to", "give way to"],
  COOPERATE: ["works with", "work with"],
  AID: ["gives aid to", "give aid to"],
  RETREAT: ["pulls back from", "pull back from"],
  REQUEST: ["asks something of", "ask something of"],
  ACCUSE: ["accuses", "accuse"],
  REJECT: ["turns down", "turn down"],
  THREATEN: ["threatens", "threaten"],
  PROTEST: ["protests against", "protest against"],
  SANCTION: ["sanctions", "sanction"],
  MOBILIZE: ["mobilises against", "mobilise against"],
  COERCE: ["coerces", "coerce"],
  ASSAULT: ["attacks", "attack"],
};

// The root as a word for an axis or a filter.
const ROOT_NAMES: Record<string, string> = {
  AGREE: "Agreement", CONSULT: "Talks", SUPPORT: "Support", CONCEDE: "Concession",
  COOPERATE: "Cooperation", AID: "Aid", RETREAT: "Pulling back", REQUEST: "Demand",
  ACCUSE: "Accusation", REJECT: "Refusal", THREATEN: "Threat", PROTEST: "Protest",
  SANCTION: "Sanction", MOBILIZE: "Mobilisation", COERCE: "Coercion", ASSAULT: "Attack",
};

export const ROOTS = Object.keys(ROOT_NAMES);

export const LIST_NAMES: Record<List, [string, string]> = {
  events: ["event", "Events"],
  statements: ["statement", "Statements"],
  proposals: ["offer", "Offers"],
  channels: ["channel", "Channels"],
  measures: ["measure", "Measures"],
  meetings: ["meeting", "Meetings"],
  claims: ["claim", "Claims"],
  roles: ["office", "Offices held"],
};

export const wordsOf = (code: string) => BETTER[code] ?? code.replaceAll("_", " ");
export const rootName = (root: string) => ROOT_NAMES[root] ?? sentence(root.toLowerCase());
export const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

// A kind of any list, or an event's root, inside a sentence.
export const deedWords = (kind: string | undefined) =>
  !kind ? "an act" : ROOT_NAMES[kind]?.toLowerCase() ?? wordsOf(kind);

// A kind as its list says it: an event's root is a deed.
export const kindWords = (list: List, kind: string) =>
  list === "events" ? rootName(kind) : wordsOf(kind);

export function joined(items: string[]): string {
  if (items.length < 2) return items[0] ?? "";
  return items.slice(0, -1).join(", ") + " and " + items.at(-1);
}

export const sidesWords = (codes: string[] | undefined) => joined((codes ?? []).map(named));
// Speakers and actors stand in one list; only codes have names.
export const peopleWords = (who: string[]) =>
  joined(who.map((name) => (/^[A-Z0-9]{3}$/.test(name) ? named(name) : name)));

export function quantityWords({ value, unit }: { value: number; unit?: string }): string {
  const number = value.toLocaleString("en-GB", { useGrouping: value >= 10_000 });
  return unit ? `${number} ${unit}` : number;
}

export function termWords(term: Term): string {
  const what = term.what?.length ? ` (${term.what.join(", ")})` : "";
  return wordsOf(term.kind) + what;
}

// A mutual event names both sides in both roles.
function eventWords({ source = [], target = [], root }: Event): string {
  const others = target.filter((side) => !source.includes(side));
  if (!source.length || (!others.length && !target.length)) {
    return sentence(`${rootName(root).toLowerCase()}: ${sidesWords([...source, ...target])}`);
  }
  if (!others.length) return sentence(`${rootName(root).toLowerCase()} between ${sidesWords(source)}`);
  const verb = DEEDS[root]?.[source.length > 1 ? 1 : 0] ?? root.toLowerCase();
  return sentence(`${sidesWords(source)} ${verb} ${sidesWords(others)}`);
}

function measureWords({ kind, by, against, quantity }: Measure): string {
  const sides = [by?.length && `by ${sidesWords(by)}`, against?.length && `against ${sidesWords(against)}`];
  const size = quantity ? ` (${quantityWords(quantity)})` : "";
  return [sentence(wordsOf(kind)) + size, ...sides].filter(Boolean).join(" ");
}

function meetingWords({ actors, setting, place }: Meeting): string {
  const how = setting === "phone" || setting === "video" ? "speak" : "meet";
  const where = place ? ` in ${place}` : "";
  const style = setting && setting !== "bilateral" ? `, ${wordsOf(setting)}` : "";
  return sentence(`${sidesWords(actors)} ${how}${where}${style}`);
}

export function statementWords({ speaker, actor, stance, about }: Statement): string {
  const who = speaker ?? (actor ? named(actor) : "someone");
  return sentence(`${who} ${wordsOf(stance)}${about ? `: ${about}` : ""}`);
}

export function headline(line: Line): string {
  const object = line.object as unknown;
  switch (line.list) {
    case "events": return eventWords(object as Event);
    case "statements": return statementWords(object as Statement);
    case "measures": return measureWords(object as Measure);
    case "meetings": return meetingWords(object as Meeting);
    case "claims": return sentence((object as Claim).about);
    case "channels": {
      const channel = object as Channel;
      return sentence(`${wordsOf(channel.kind)} line between ${sidesWords(channel.between)}`);
    }
    case "proposals": {
      const { by, to } = object as Proposal;
      return sentence(`offer by ${sidesWords(by) || "someone"}${to?.length ? ` to ${sidesWords(to)}` : ""}`);
    }
    case "roles": {
      const { person, office, actor } = object as Role;
      return `${person}${office ? `, ${office}` : ""}${actor ? ` (${nameOf(actor)})` : ""}`;
    }
  }
}

// A headline of what little a LineRef tells.
export function refWords({ list, kind, sides }: LineRef): string {
  const what = kind ? kindWords(list, kind) : LIST_NAMES[list][0];
  const noun = list === "channels" ? " line" : list === "meetings" || list === "statements" ? ` (${LIST_NAMES[list][0]})` : "";
  return sentence(`${what}${noun}: ${joined(sides.map(nameOf))}`);
}

export const statusOf = (line: Line): string | undefined =>
  (line.object.standing ?? line.object.status) as string | undefined;

const FIELD_NAMES: Record<string, string> = {
  source: "Who did it", target: "To whom", root: "What", by: "By", to: "To", against: "Against",
  between: "Between", actors: "Who", kind: "Kind", status: "Status", standing: "Standing",
  date: "When", since: "Since", announced: "Announced", effective: "In effect", deadline: "Deadline",
  lifted: "Ended", quantity: "How many", responds_to: "Answers", lag: "Lag", instrument: "Rests on",
  because: "Reason", terms: "Terms", via: "By way of", disclosed_by: "Made public by",
  about: "About", speaker: "Who", actor: "Side", stance: "Stance", role: "Office", quoted: "Quoted",
  people: "People", place: "Place", setting: "Setting", ordinal: "Number in its series",
  series: "Series", topics: "Topics", outcome: "Outcome", first_reported_by: "First reported by",
  confirmed_by: "Confirmed by", denied_by: "Denied by", no_position_by: "No position by",
  person: "Person", office: "Office", when: "When", mode: "Mode", context: "Context", sides: "Sides",
};
export const fieldName = (field: string) => FIELD_NAMES[field] ?? sentence(wordsOf(field));

