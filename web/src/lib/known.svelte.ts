// What every view needs: the ledger's extent, the names of sides, the meaning of codes.
import { get, type Actor, type Info, type Vocabulary } from "./api";

interface Known {
  info?: Info;
  actors: Actor[];
  vocabulary?: Vocabulary;
  error?: Error;
}

export const known: Known = $state({ actors: [] });

const names = $derived(new Map(known.actors.map((actor) => [actor.code, actor.name])));
const values = $derived(new Map(known.vocabulary?.roots.map((root) => [root.root, root])));

export const nameOf = (code: string) => names.get(code) ?? code;
export const rootOf = (root: string) => values.get(root as never);

const COMMON =
  /\b(United|States|Republic|Kingdom|Union|Nations|League|Council|Agency|Organi[sz]ation|Court|Bank|Fund|Islands|Emirates|Community|Association|Group|Commonwealth|Netherlands|Philippines)\b/;

// "the United States", where English gives the name an article.
export function named(code: string): string {
  const name = nameOf(code);
  return COMMON.test(name) && !name.startsWith("the ") ? "the " + name : name;
}

// What a kind of measure, channel or term is, in a line.
export function glossOf(list: "measures" | "channels" | "terms", kind: string): string | undefined {
  return known.vocabulary?.[list].find((entry) => entry.kind === kind)?.gloss;
}

export async function learn(): Promise<void> {
  try {
    const [info, { actors }, vocabulary] = await Promise.all([
      get<Info>("/info"),
      get<{ actors: Actor[] }>("/actors"),
      get<Vocabulary>("/vocabulary"),
    ]);
    Object.assign(known, { info, actors, vocabulary, error: undefined });
  } catch (error) {
    known.error = error as Error;
  }
}
