import { useState } from "react";
import type { Composition, CompositionMode } from "../../contract/compositions.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import type { Place } from "../api/desk.ts";
import { emptyDraft, emptyPair, isBlank, modes, recallPair, sideOf } from "./draft.ts";
import type { Draft, Mode, Pair, Side } from "./draft.ts";
import { useAdopted } from "./use-adopted.ts";
import { useKept } from "./use-kept.ts";

/** The modes that a ticket takes now, in the order in which they are offered. */
export function modesOf({ acts }: Pick<TicketDetail, "acts">): readonly Mode[] {
  return modes.filter((mode) => acts.includes(mode));
}

/** What changes in a draft, or what follows of it as it is then. */
type Changes = Partial<Draft> | ((now: Draft) => Partial<Draft>);

interface Writing {
  readonly place: Place;
  readonly seq: number;
  readonly offered: readonly Mode[];
  /** Something that was on its way, or did not leave, is a draft here again. */
  readonly onAdopt: (one: Composition) => void;
}

/**
 * The words for the client and those for the desk, each kept with every stroke, here and at the
 * server; one of them is what is written now.
 */
export function usePair({ place, seq, offered, onAdopt }: Writing) {
  const first = offered[0] ?? "note";
  const [pair, setPair] = useState<Pair>(() => recallPair(place) ?? emptyPair(first));
  const [sentElsewhere, setSentElsewhere] = useState(false);
  const isDesk = offered.includes("note") && (pair.side === "desk" || first === "note");
  const side: Side = isDesk ? "desk" : "client";
  const own = pair[side];
  const usual = offered.find((one) => sideOf(one) === side) ?? first;
  const mode = offered.includes(own.mode) ? own.mode : usual;
  const draft: Draft = { ...own, mode };

  const empty = (of: Side): void =>
    setPair((before) => ({
      ...before,
      // What is written next is for the client, unless one says otherwise.
      side: first === "note" ? "desk" : "client",
      [of]: emptyDraft(of === "desk" ? "note" : first === "note" ? "reply" : first),
    }));
  const kept = useKept({
    ...{ place, pair, seq },
    onLeft: (id) => {
      setSentElsewhere(true);
      for (const of of ["client", "desk"] as const) if (pair[of].id === id) empty(of);
    },
  });
  const adopt = (one: Composition): void => {
    const back: Draft = {
      ...{ ...emptyDraft("reply"), ...one.content, id: one.id, mode: modeOf(one.mode) },
      ...{ seen: one.seen, touched: Date.now() },
    };
    const of = sideOf(back.mode);
    kept.known(back);
    setPair((before) => ({ ...before, side: of, [of]: back }));
    onAdopt(one);
  };
  useAdopted(place, { pair, isKnown: kept.has, adopt });

  const change = (changes: Changes): void => {
    setSentElsewhere(false);
    setPair((before) => {
      const now = { ...before[side], mode };
      const changed = typeof changes === "function" ? changes(now) : changes;
      const after = { ...now, ...changed, touched: Date.now() };
      const seen = isBlank(after) ? null : (after.seen ?? seq);
      return { ...before, side, [side]: { ...after, seen } };
    });
  };
  const changeMode = (next: Mode): void => {
    const of = sideOf(next);
    setPair((before) => ({ ...before, side: of, [of]: { ...before[of], mode: next } }));
  };
  return {
    ...{ draft, side, change, changeMode, empty, adopt, sentElsewhere },
    keeping: kept.keeping,
    forget: kept.forget,
    /** Whether the other side has words that were not sent. */
    otherHasText: !isBlank(pair[side === "desk" ? "client" : "desk"]),
  };
}

function modeOf(mode: CompositionMode): Mode {
  return mode === "none" ? "reply" : mode;
}
