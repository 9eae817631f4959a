import { emptyDraft, sideOf } from "./draft.ts";
import type { Draft, Mode, Pair, Side } from "./draft.ts";
import { leftOver } from "./left-over.ts";
import type { Written } from "./left-over.ts";

/** The side on which a draft stands; null: on neither. */
export function sideWith(pair: Pair, id: string): Side | null {
  if (pair.client.id === id) return "client";
  return pair.desk.id === id ? "desk" : null;
}

/** A side without its words; what is written next is for the client, unless one says otherwise. `first`: the mode offered first. */
export function emptied(pair: Pair, of: Side, first: Mode): Pair {
  return {
    ...pair,
    side: sideOf(first),
    [of]: emptyDraft(of === "desk" ? "note" : first === "note" ? "reply" : first),
  };
}

/** A draft's words left: what was written since stays, and is sent by itself. */
export function settled(
  pair: Pair,
  { id, left, first }: { readonly id: string; readonly left: Written; readonly first: Mode },
): Pair {
  const of = sideWith(pair, id);
  if (of === null) return pair;
  const rest = leftOver(pair[of], left);
  return rest === null ? emptied(pair, of, first) : { ...pair, [of]: rest };
}

/** What stands as a draft goes on as another, beside the one that it was. */
export function renewed(pair: Pair, id: string): Pair {
  const anew = (one: Draft): Draft => (one.id === id ? { ...one, id: crypto.randomUUID() } : one);
  return { ...pair, client: anew(pair.client), desk: anew(pair.desk) };
}
