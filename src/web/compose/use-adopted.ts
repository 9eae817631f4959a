import { useEffect, useEffectEvent } from "react";
import type { Composition } from "../../contract/compositions.ts";
import type { Place } from "../api/desk.ts";
import { isBlank, sideOf } from "./draft.ts";
import type { Draft, Pair } from "./draft.ts";
import { saysSame } from "./left-over.ts";
import { useCompositions } from "./use-compositions.ts";
import type { AtServer } from "./use-kept.ts";

interface Adopting {
  readonly pair: Pair;
  /** What the server has of one, as this browser knows. */
  readonly atServer: (id: string) => AtServer | undefined;
  /** Whether another tab of this browser writes it: what it has is the newest. */
  readonly isHeard: (id: string) => boolean;
  readonly adopt: (one: Composition) => void;
}

/** Whether the server has a later version than this browser knows. */
function isNew(one: Composition, known: AtServer | undefined): boolean {
  return known === undefined || (known.updated !== null && one.updated > known.updated);
}

/** Whether it was written on elsewhere since, and not here. */
function isNewer(
  one: Composition,
  { known, here }: { readonly known: AtServer | undefined; readonly here: Draft },
): boolean {
  if (known === undefined) return one.updated > here.touched && !saysSame(one.content, here);
  return isNew(one, known) && known.words !== null && saysSame(here, known.words);
}

/**
 * Takes up what one wrote to this ticket elsewhere, or what did not leave, where nothing is written
 * here, or nothing that the server does not have: no word is ever written over that is nowhere else.
 */
export function useAdopted(place: Place, { pair, atServer, isHeard, adopt }: Adopting): void {
  const { data } = useCompositions(place);
  const take = useEffectEvent((list: readonly Composition[]) => {
    const own = list.filter(({ mine, state }) => mine && state !== "departing");
    // What did not leave comes before what was never sent.
    const order = own.toSorted(
      (a, b) =>
        Number(b.state === "stopped") - Number(a.state === "stopped") || b.updated - a.updated,
    );
    for (const side of ["desk", "client"] as const) {
      const here = pair[side];
      const one = order.find(({ mode }) => sideOf(mode === "none" ? "reply" : mode) === side);
      if (one === undefined) continue;
      const known = atServer(one.id);
      const isWanted = isBlank(here)
        ? isNew(one, known)
        : here.id === one.id && !isHeard(one.id) && isNewer(one, { known, here });
      if (isWanted) adopt(one);
    }
  });
  useEffect(() => {
    if (data !== undefined) take(data.compositions);
  }, [data]);
}
