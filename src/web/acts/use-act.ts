import { useState } from "react";
import type { ActBody, ActName } from "../../contract/acts.ts";
import type { Problem } from "../../contract/problem.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import { actOn } from "../api/desk.ts";
import { useDesk } from "../app/desk.tsx";
import { goToSignIn } from "../app/queries.ts";
import { useAskAgain } from "../ticket/use-ticket.ts";

/** Doing an act to a ticket as it is seen now; `done` is called once it is done. */
export function useAct(ticket: TicketDetail, done: () => void) {
  const { desk } = useDesk();
  const { folio, seq } = ticket.row;
  const askAgain = useAskAgain({ desk: desk.id, folio });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const act = async <Name extends ActName>(name: Name, body: ActBody<Name>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const answer = await actOn({ desk: desk.id, folio, seq }, name, body);
    await askAgain();
    setBusy(false);
    if (answer.ok) done();
    else if (answer.problem.status === 401) goToSignIn();
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
