import { useEffect, useEffectEvent } from "react";
import type { Composition } from "../../contract/compositions.ts";
import type { Place } from "../api/desk.ts";
import { isBlank, sideOf } from "./draft.ts";
import type { Pair } from "./draft.ts";
import { useCompositions } from "./use-compositions.ts";

interface Adopting {
  readonly pair: Pair;
  /** Whether this browser has it from, or at, the server already. */
  readonly isKnown: (id: string) => boolean;
  readonly adopt: (one: Composition) => void;
}

/**
 * Takes up what one wrote to this ticket elsewhere, or what did not leave, where nothing is written
 * here: what stands in the boxes is never written over.
 */
export function useAdopted(place: Place, { pair, isKnown, adopt }: Adopting): void {
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
      if (one === undefined || isKnown(one.id)) continue;
      if (isBlank(here) || (here.id === one.id && one.updated > here.touched)) adopt(one);
    }
  });
  useEffect(() => {
    if (data !== undefined) take(data.compositions);
  }, [data]);
}
