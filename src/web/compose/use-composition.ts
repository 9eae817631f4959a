import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Composition } from "../../contract/compositions.ts";
import type { Problem } from "../../contract/problem.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import { sendComposition } from "../api/compositions.ts";
import { useDesk } from "../app/desk.tsx";
import { preferencesNow } from "../app/preferences.ts";
import { onBack } from "../live/network.ts";
import { goToSignIn } from "../app/queries.ts";
import { afterActs } from "../acts/underway.ts";
import { useAskAgain } from "../ticket/use-ticket.ts";
import { isActsAlone, missingIn, unfilledOf } from "./body.ts";
import { contentOf } from "./draft.ts";
import type { Draft, Mode } from "./draft.ts";
import type { Written } from "./left-over.ts";
import { useAfter } from "./use-after.ts";
import type { SendHow } from "./use-after.ts";
import { modesOf, usePair } from "./use-pair.ts";

/** What stands against sending. */
export interface Held {
  readonly problem: Problem;
  /** The network was away: it goes by itself when it is back. */
  readonly waits: boolean;
}

/**
 * What one writes to a ticket: words for the client and words for the desk, each sent once; whatever
 * the answer is, nothing written is lost before the ticket has it.
 */
export function useComposition(ticket: TicketDetail) {
  const { desk } = useDesk();
  const { seq, folio } = ticket.row;
  const place = { desk: desk.id, folio };
  const offered = modesOf(ticket);
  const [held, setHeld] = useState<Held | null>(null);
  const [tried, setTried] = useState(false);
  const pair = usePair({
    ...{ place, seq, offered, onAdopt: (one) => setHeld(heldBy(one)) },
    saidAs: (one) => saidAs(ticket, one),
  });
  const { draft } = pair;
  const calm = (): void => {
    setTried(false);
    setHeld(null);
  };
  const { send, sending } = useSending(ticket, {
    ...{ pair, setHeld, calm },
    onTry: () => setTried(true),
  });
  const again = useEffectEvent(() => {
    if (held?.waits === true) void send();
  });
  // Back: the browser says so, or something reached the server again.
  useEffect(() => onBack(() => again()), []);
  return {
    ...pair,
    ...{ offered, send, sending, held },
    changeMode: (mode: Mode) => {
      calm();
      pair.changeMode(mode);
    },
    startAnew: () => {
      pair.discard();
      calm();
    },
    stopWaiting: () => setHeld(null),
    missing: tried && !isActsAlone(draft) ? missingIn(draft) : [],
    unfilled: tried ? unfilledOf(draft) : [],
  };
}

/** One composition as its parts know it. */
export type ComposedNow = ReturnType<typeof useComposition>;

interface Sending {
  readonly pair: ReturnType<typeof usePair>;
  readonly setHeld: (held: Held | null) => void;
  readonly calm: () => void;
  readonly onTry: () => void;
}

function useSending(ticket: TicketDetail, { pair, setHeld, calm, onTry }: Sending) {
  const { desk } = useDesk();
  const { seq, folio } = ticket.row;
  const place = { desk: desk.id, folio };
  const [sending, setSending] = useState(false);
  const inFlight = useRef(false);
  const askTicket = useAskAgain(place);
  const client = useQueryClient();
  const goOn = useAfter(folio);
  const { draft, change, forget, settle, renew, leaves, stays } = pair;
  const askAgain = (): Promise<unknown> =>
    Promise.all([askTicket(), client.invalidateQueries({ queryKey: ["compositions", desk.id] })]);

  const refused = async (problem: Problem): Promise<void> => {
    if (problem.status === 401) return goToSignIn();
    await askAgain();
    setHeld({ problem, waits: problem.code === "offline" });
    // What changed is shown beside the draft: the next attempt is made knowing it.
    const { seq: now, ids } = problem.facts ?? {};
    if (problem.code === "left-already") renew(draft.id);
    if (problem.code === "changed-meanwhile" && typeof now === "number") change({ seen: now });
    if (problem.code === "reply-departing" && Array.isArray(ids))
      change({ sees: [...new Set([...draft.sees, ...ids.map(String)])] });
  };
  const send = async (how: SendHow = {}): Promise<void> => {
    onTry();
    const isAlone = isActsAlone(draft);
    if (inFlight.current || (!isAlone && missingIn(draft).length > 0)) return;
    if (unfilledOf(draft).length > 0) return;
    inFlight.current = true;
    setSending(true);
    setHeld(null);
    await Promise.all([afterActs(place), leaves(draft.id)]);
    const answer = await sendComposition(place, draft.id, {
      ...{ mode: isAlone ? ("none" as const) : draft.mode, seen: draft.seen ?? seq },
      ...{ content: contentOf(draft), sees: draft.sees },
      undoSeconds: preferencesNow().undoSeconds,
    });
    inFlight.current = false;
    setSending(false);
    if (!answer.ok) {
      stays(draft.id);
      return refused(answer.problem);
    }
    forget(draft.id);
    settle(draft.id, draft);
    calm();
    await askAgain();
    return goOn(how);
  };
  return { send, sending };
}

/** The message that a draft became, as what left of it. */
function saidAs({ timeline }: TicketDetail, draft: Draft): Written | null {
  const { cause, remedy, acts } = draft;
  const message = timeline.find((one) => one.message?.id === draft.id)?.message ?? null;
  return message === null
    ? null
    : { text: message.text, files: message.files, cause, remedy, acts };
}

/** Why something of one's own did not leave, as what stands against sending it. */
function heldBy({ stopped }: Composition): Held | null {
  if (stopped === null) return null;
  const { code, title, facts } = stopped;
  const problem: Problem = { type: `/problems/${code}`, title, status: 409, code };
  return { problem: { ...problem, facts: facts as NonNullable<Problem["facts"]> }, waits: false };
}
