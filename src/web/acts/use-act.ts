import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ActBody, ActName } from "../../contract/acts.ts";
import type { Problem } from "../../contract/problem.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import { actOn } from "../api/desk.ts";
import { useDesk } from "../app/desk.tsx";
import { goToSignIn } from "../app/queries.ts";
import { askAgain } from "../ticket/use-ticket.ts";
import { useServerTime } from "../time/now.tsx";
import { isForeseen } from "./foresee.ts";
import { undertake } from "./underway.ts";
import { useOnward } from "./use-onward.ts";

/**
 * Doing an act to a ticket as it is seen now, and going on as preferred; `done` is called where what
 * asked for it may go. An act whose outcome is known before is shown at once and nothing waits for it:
 * where it is refused, that is said over the page. The others are waited for, and `problem` says why
 * one was not done.
 */
export function useAct(ticket: TicketDetail, done: () => void) {
  const { desk, me } = useDesk();
  const { folio, seq } = ticket.row;
  const client = useQueryClient();
  const { skew } = useServerTime();
  const onward = useOnward(folio);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const act = async <Name extends ActName>(name: Name, body: ActBody<Name>): Promise<void> => {
    if (busy) return;
    const place = { desk: desk.id, folio };
    const go = onward(name);
    if (isForeseen(name)) {
      const { id, name: called } = me;
      const at = Date.now() + skew;
      undertake({ ...place, seq, name, body, at, me: { id, name: called } }, (lane) =>
        askAgain(client, lane),
      );
      done();
      return go();
    }
    setBusy(true);
    setProblem(null);
    const answer = await actOn({ ...place, seq }, name, body);
    await askAgain(client, place);
    setBusy(false);
    if (answer.ok) {
      done();
      go();
    } else if (answer.problem.status === 401) goToSignIn();
    else setProblem(answer.problem);
  };
  return { act, busy, problem };
}

/** A text that may be left out of an act's body. */
export function optional<Key extends string>(
  key: Key,
  text: string,
): { readonly [K in Key]?: string } {
  return text.trim() === "" ? {} : ({ [key]: text.trim() } as { readonly [K in Key]: string });
}
