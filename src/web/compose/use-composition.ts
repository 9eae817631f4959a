import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Composition, CompositionMode } from "../../contract/compositions.ts";
import type { Problem } from "../../contract/problem.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import { sendComposition } from "../api/compositions.ts";
import { useDesk } from "../app/desk.tsx";
import { preferencesNow } from "../app/preferences.ts";
import { goToSignIn } from "../app/queries.ts";
import { useAskAgain } from "../ticket/use-ticket.ts";
import { isActsAlone, missingIn, unfilledOf } from "./body.ts";
import { contentOf, emptyDraft, emptyPair, isBlank, modes, recallPair, sideOf } from "./draft.ts";
import type { Draft, Mode, Pair, Side } from "./draft.ts";
import { useAfter } from "./use-after.ts";
import { useAdopted } from "./use-adopted.ts";
import { useKept } from "./use-kept.ts";

/** The modes that a ticket takes now, in the order in which they are offered. */
export function modesOf({ acts }: Pick<TicketDetail, "acts">): readonly Mode[] {
  return modes.filter((mode) => acts.includes(mode));
}

/** What stands against sending, and what it takes to send anyway. */
export interface Held {
  readonly problem: Problem;
  /** The network was away: it goes by itself when it is back. */
  readonly waits: boolean;
}

/** How one sends: as one prefers, or on to the next ticket whatever one prefers. */
export interface SendHow {
  readonly next?: true;
}

/**
 * What one writes to a ticket: words for the client and words for the desk, each kept with every
 * stroke, each sent once; whatever the answer is, nothing written is lost before the ticket has it.
 */
export function useComposition(ticket: TicketDetail) {
  const { desk } = useDesk();
  const { seq, folio } = ticket.row;
  const place = { desk: desk.id, folio };
  const offered = modesOf(ticket);
  const first = offered[0] ?? "note";
  const [pair, setPair] = useState<Pair>(() => recallPair(place) ?? emptyPair(first));
  const [held, setHeld] = useState<Held | null>(null);
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [sentElsewhere, setSentElsewhere] = useState(false);
  const inFlight = useRef(false);
  const askAgain = useAskAgain(place);
  const client = useQueryClient();
  const goOn = useAfter(folio);

  const side: Side =
    offered.includes("note") && (pair.side === "desk" || first === "note") ? "desk" : "client";
  const own = pair[side];
  const mode = offered.includes(own.mode)
    ? own.mode
    : (offered.find((one) => sideOf(one) === side) ?? first);
  const draft: Draft = { ...own, mode };

  const put = (of: Side, next: Draft): void => setPair((before) => ({ ...before, [of]: next }));
  const startAnew = (of: Side = side): void => {
    put(of, emptyDraft(of === "desk" ? "note" : first === "note" ? "reply" : first));
    setTried(false);
    setHeld(null);
  };
  const kept = useKept({
    ...{ place, pair, seq },
    onLeft: (id) => {
      setSentElsewhere(true);
      if (pair.client.id === id) startAnew("client");
      if (pair.desk.id === id) startAnew("desk");
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
    setHeld(one.stopped === null ? null : { problem: problemOf(one.stopped), waits: false });
  };
  useAdopted(place, { pair, isKnown: kept.has, adopt });

  const change = (changes: Partial<Draft>): void => {
    setSentElsewhere(false);
    setPair((before) => {
      const after = { ...before[side], mode, ...changes, touched: Date.now() };
      const seen = isBlank(after) ? null : (after.seen ?? seq);
      return { ...before, side, [side]: { ...after, seen } };
    });
  };
  const changeMode = (next: Mode): void => {
    const of = sideOf(next);
    setTried(false);
    setHeld(null);
    setPair((before) => ({ ...before, side: of, [of]: { ...before[of], mode: next } }));
  };

  const send = async (how: SendHow = {}): Promise<void> => {
    setTried(true);
    const isAlone = isActsAlone(draft);
    if (inFlight.current || (!isAlone && missingIn(draft).length > 0)) return;
    if (unfilledOf(draft).length > 0) return;
    inFlight.current = true;
    setSending(true);
    setHeld(null);
    const answer = await sendComposition(place, draft.id, {
      ...{ mode: isAlone ? ("none" as const) : draft.mode, seen: draft.seen ?? seq },
      ...{ content: contentOf(draft), sees: draft.sees },
      undoSeconds: preferencesNow().undoSeconds,
    });
    inFlight.current = false;
    setSending(false);
    if (answer.ok) {
      kept.forget(draft.id);
      startAnew(side);
      await Promise.all([
        askAgain(),
        client.invalidateQueries({ queryKey: ["compositions", desk.id] }),
      ]);
      return goOn(how);
    }
    const { problem } = answer;
    if (problem.status === 401) return goToSignIn();
    await Promise.all([
      askAgain(),
      client.invalidateQueries({ queryKey: ["compositions", desk.id, folio] }),
    ]);
    setHeld({ problem, waits: problem.code === "offline" });
    // What changed is shown beside the draft: the next attempt is made knowing it.
    const { seq: now, ids } = problem.facts ?? {};
    if (problem.code === "changed-meanwhile" && typeof now === "number") change({ seen: now });
    if (problem.code === "reply-departing" && Array.isArray(ids))
      change({ sees: [...new Set([...draft.sees, ...ids.map(String)])] });
  };
  const again = useEffectEvent(() => {
    if (held?.waits === true) void send();
  });
  useEffect(() => {
    const online = (): void => again();
    window.addEventListener("online", online);
    return () => window.removeEventListener("online", online);
  }, []);

  return {
    ...{ draft, side, offered, change, changeMode, send, startAnew, sending, adopt },
    ...{ keeping: kept.keeping, sentElsewhere, held },
    stopWaiting: () => setHeld(null),
    missing: tried && !isActsAlone(draft) ? missingIn(draft) : [],
    unfilled: tried ? unfilledOf(draft) : [],
    /** Whether the other side has words that were not sent. */
    otherHasText: !isBlank(pair[side === "desk" ? "client" : "desk"]),
  };
}

/** One composition as its parts know it. */
export type ComposedNow = ReturnType<typeof useComposition>;

function modeOf(mode: CompositionMode): Mode {
  return mode === "none" ? "reply" : mode;
}

function problemOf({ code, title, facts }: NonNullable<Composition["stopped"]>): Problem {
  return { type: `/problems/${code}`, title, status: 409, code, facts: facts as Problem["facts"] };
}
