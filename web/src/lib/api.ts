// The API as the page sees it: typed by the contract, errors with the words that the server gave.
import type { components } from "./contract";

type Schemas = components["schemas"];
export type Actor = Schemas["Actor"];
export type Info = Schemas["Info"];
export type Vocabulary = Schemas["Vocabulary"];
export type Dyad = Schemas["Dyad"];
export type Dyads = Schemas["Dyads"];
export type Dossier = Schemas["Dossier"];
export type Due = Schemas["Due"];
export type Changed = Schemas["Changed"];
export type Series = Schemas["Series"];
export type Cell = Schemas["Cell"];
export type Reciprocity = Schemas["Reciprocity"];
export type Page = Schemas["Page"];
export type Why = Schemas["Why"];
export type Member = Schemas["Member"];
export type Mark = Schemas["Mark"];
export type Evidence = Schemas["Evidence"];
export type Report = Schemas["Document"];
export type Hits = Schemas["Hits"];
export type Job = Schemas["Job"];
export type JobReport = Schemas["JobReport"];
export type Progress = Schemas["Progress"];
export type LineChange = Schemas["LineChange"];
export type LineRef = Schemas["LineRef"];
export type Stage = Schemas["Stage"];
export type Word = Schemas["Word"];
// What an editor says; who says it and why is added when it is sent.
type Unsigned<Word> = Word extends unknown ? Omit<Word, "by" | "because"> : never;
export type NewWord = Unsigned<Schemas["NewWord"]>;
export type Said = Schemas["Said"];
export type Accepted = Schemas["Accepted"];
export type List = Schemas["List"];

export type Event = Schemas["Event"];
export type Statement = Schemas["Statement"];
export type Proposal = Schemas["Proposal"];
export type Channel = Schemas["Channel"];
export type Measure = Schemas["Measure"];
export type Meeting = Schemas["Meeting"];
export type Claim = Schemas["Claim"];
export type Role = Schemas["Role"];
export type Term = Schemas["Term"];
export type Line<Fields = unknown> = Omit<Schemas["Line"], "object"> & {
  object: unknown extends Fields ? Record<string, unknown> : Fields;
};

export type Query = Record<string, string | number | undefined>;

export const LISTS: List[] = [
  "events", "statements", "proposals", "channels", "measures", "meetings", "claims", "roles",
];

export class ApiError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

const BASE = "/api/v1";

export function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return BASE + path + (text && "?" + text);
}

async function answer<T>(request: Promise<Response>): Promise<T> {
  let response: Response;
  try {
    response = await request;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, "The server does not answer. Is “detente serve” still running?");
  }
  if (response.ok) return response.json();
  if (response.status === 401) throw new ApiError(401, "The server does not take this token. Give the right one at the top of the page.");
  const problem = await response.json().catch(() => ({}));
  throw new ApiError(response.status, problem.detail ?? problem.title ?? response.statusText);
}

export function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return answer<T>(fetch(address(path, query), { signal }));
}

export function post<T>(path: string, body: string, type: string, token: string): Promise<T> {
  const headers = { "Content-Type": type, Authorization: "Bearer " + token };
  return answer<T>(fetch(BASE + path, { method: "POST", headers, body }));
}

export const pathOf = (...parts: string[]) => "/" + parts.map(encodeURIComponent).join("/");
