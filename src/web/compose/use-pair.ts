import { useEffect, useEffectEvent, useState } from "react";
import type { Composition, CompositionMode } from "../../contract/compositions.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import type { Place } from "../api/desk.ts";
import {
  emptyDraft,
  emptyPair,
  isBlank,
  modes,
  onPairElsewhere,
  recallPair,
  sideOf,
} from "./draft.ts";
import type { Draft, Mode, Pair, Side } from "./draft.ts";
import { leftOver } from "./left-over.ts";
import type { Written } from "./left-over.ts";
import { emptied, renewed, settled, sideWith } from "./pair.ts";
import { useAdopted } from "./use-adopted.ts";
import { useKept } from "./use-kept.ts";

/** The modes that a ticket takes now, in the order in which they are offered. */
export function modesOf({ acts }: Pick<TicketDetail, "acts">): readonly Mode[] {
  return modes.filter((mode) => acts.includes(mode));
}

/** What became elsewhere of what stands here: it was sent, with or without what was written here since, or written on. */
export type Elsewhere = "sent" | "sent-and-more" | "changed";

/** What changes in a draft, or what follows of it as it is then. */
type Changes = Partial<Draft> | ((now: Draft) => Partial<Draft>);

interface Writing {
  readonly place: Place;
  readonly seq: number;
  readonly offered: readonly Mode[];
  /** What the ticket has of a draft that was sent from elsewhere; null: nothing that is shown yet. */
  readonly saidAs: (draft: Draft) => Written | null;
  /** Something that was on its way, or did not leave, is a draft here again. */
  readonly onAdopt: (one: Composition) => void;
}

/**
 * The words for the client and those for the desk, each kept with every stroke, here and at the
 * server; one of them is what is written now.
 */
export function usePair({ place, seq, offered, saidAs, onAdopt }: Writing) {
  const first = offered[0] ?? "note";
  const [pair, setPair] = useState<Pair>(() => recallPair(place) ?? emptyPair(first));
  const [elsewhere, setElsewhere] = useState<Elsewhere | null>(null);
  const { side, mode } = writtenNow(pair, offered);
  const draft: Draft = { ...pair[side], mode };

  const empty = (of: Side): void => setPair((before) => emptied(before, of, first));
  const settle = (id: string, left: Written): void =>
    setPair((before) => settled(before, { id, left, first }));
  const renew = (id: string): void => setPair((before) => renewed(before, id));
  const kept = useKept({
    ...{ place, pair, seq },
    onLeft: (id, words) => {
      const of = sideWith(pair, id);
      if (of === null) return;
      const left = words ?? saidAs(pair[of]) ?? pair[of];
      setElsewhere(leftOver(pair[of], left) === null ? "sent" : "sent-and-more");
      settle(id, left);
    },
    onChanged: (id) => {
      setElsewhere("changed");
      renew(id);
    },
  });
  useOtherTabs(place, first, (theirs) => {
    kept.hear(theirs);
    setPair(theirs);
  });
  const adopt = (one: Composition): void => {
    const back = draftOf(one);
    const of = sideOf(back.mode);
    kept.known(back, one.updated);
    kept.setAside(pair[of], back.id);
    setPair((now) => ({ ...now, side: of, [of]: back }));
    onAdopt(one);
  };
  useAdopted(place, { pair, atServer: kept.atServer, isHeard: kept.isHeard, adopt });

  const change = (changes: Changes): void => {
    setElsewhere(null);
    setPair((before) => {
      const after = changed({ ...before[side], mode }, changes);
      const seen = isBlank(after) ? null : (after.seen ?? seq);
      return { ...before, side, [side]: { ...after, seen } };
    });
  };
  const changeMode = (next: Mode): void => {
    const of = sideOf(next);
    setPair((before) => ({ ...before, side: of, [of]: { ...before[of], mode: next } }));
  };
  return {
    ...{ draft, side, change, changeMode, adopt, settle, renew, elsewhere },
    keeping: kept.keeping,
    ...{ forget: kept.forget, leaves: kept.leaves, stays: kept.stays },
    /** Throws away what is written now. */
    discard: () => {
      void kept.discard(draft);
      empty(side);
    },
    /** Whether the other side has words that were not sent. */
    otherHasText: !isBlank(pair[side === "desk" ? "client" : "desk"]),
  };
}

function changed(now: Draft, changes: Changes): Draft {
  const said = typeof changes === "function" ? changes(now) : changes;
  return { ...now, ...said, touched: Date.now() };
}

/** Which side is written on, and as what: a mode that the ticket takes now. */
function writtenNow(
  pair: Pair,
  offered: readonly Mode[],
): { readonly side: Side; readonly mode: Mode } {
  const first = offered[0] ?? "note";
  const isDesk = offered.includes("note") && (pair.side === "desk" || first === "note");
  const side: Side = isDesk ? "desk" : "client";
  const own = pair[side].mode;
  const usual = offered.find((one) => sideOf(one) === side) ?? first;
  return { side, mode: offered.includes(own) ? own : usual };
}

/** Hears what is written to the same ticket in another tab of this browser; nothing any more, where it was sent or discarded there. */
function useOtherTabs({ desk, folio }: Place, first: Mode, hear: (pair: Pair) => void): void {
  const heard = useEffectEvent((pair: Pair | null) => hear(pair ?? emptyPair(first)));
  useEffect(() => onPairElsewhere({ desk, folio }, (pair) => heard(pair)), [desk, folio]);
}

/** A composition as it came back from the server. */
function draftOf(one: Composition): Draft {
  return {
    ...{ ...emptyDraft("reply"), ...one.content, id: one.id, mode: modeOf(one.mode) },
    ...{ seen: one.seen, touched: Date.now() },
  };
}

function modeOf(mode: CompositionMode): Mode {
  return mode === "none" ? "reply" : mode;
}
