import { useEffect, useRef, useState } from "react";
import type { Problem } from "../../contract/problem.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import { goToSignIn } from "../app/queries.ts";
import { useDesk } from "../app/desk.tsx";
import { useAskAgain } from "../ticket/use-ticket.ts";
import { missingIn, sendDraft } from "./body.ts";
import { emptyDraft, isBlank, keepDraft, modes, recallDraft } from "./draft.ts";
import type { Draft, Mode } from "./draft.ts";

/** The modes that a ticket takes now, in the order in which they are offered. */
export function modesOf({ acts }: Pick<TicketDetail, "acts">): readonly Mode[] {
  return modes.filter((mode) => acts.includes(mode));
}

/**
 * One composition to a ticket: its draft is kept with every change, it is sent once, and whatever
 * the answer is, nothing written is lost before the ticket has it.
 */
export function useComposition(ticket: TicketDetail) {
  const { desk } = useDesk();
  const place = { desk: desk.id, folio: ticket.row.folio };
  const offered = modesOf(ticket);
  const [draft, setDraft] = useState(() => recallDraft(place) ?? emptyDraft(offered[0] ?? "note"));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const inFlight = useRef(false);
  const askAgain = useAskAgain(place);
  const mode = offered.includes(draft.mode) ? draft.mode : (offered[0] ?? "note");
  const current: Draft = { ...draft, mode };

  useEffect(() => keepDraft(place, draft));

  const change = (changes: Partial<Draft>): void =>
    setDraft((before) => {
      const after = { ...before, mode, ...changes };
      return { ...after, seen: isBlank(after) ? null : (after.seen ?? ticket.row.seq) };
    });

  const startAnew = (): void => {
    setDraft(emptyDraft(offered[0] ?? "note"));
    setTried(false);
    setProblem(null);
  };

  const send = async (): Promise<void> => {
    setTried(true);
    if (inFlight.current || missingIn(current).length > 0) return;
    inFlight.current = true;
    setSending(true);
    setProblem(null);
    const answer = await sendDraft({ ...place, seq: draft.seen ?? ticket.row.seq }, current);
    await askAgain();
    inFlight.current = false;
    setSending(false);
    if (answer.ok) return startAnew();
    if (answer.problem.status === 401) return goToSignIn();
    setProblem(answer.problem);
    const { seq } = answer.problem.facts ?? {};
    // What changed is shown beside the draft: the next attempt is made knowing it.
    if (answer.problem.code === "changed-meanwhile" && typeof seq === "number")
      change({ seen: seq });
  };

  const missing = tried ? missingIn(current) : [];
  return { draft: current, offered, change, send, startAnew, sending, problem, missing };
}
