import { useState } from "react";
import type { ActBody, ActName } from "../../contract/acts.ts";
import type { Problem } from "../../contract/problem.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import { actOn } from "../api/desk.ts";
import { useDesk } from "../app/desk.tsx";
import { goToSignIn } from "../app/queries.ts";
import { useAskAgain } from "../ticket/use-ticket.ts";
import { useOnward } from "./use-onward.ts";

/** Doing what needs no form and going on as preferred: whoever decides by keys does not wait for what is asked anew. */
export function useKeyedActs({ row: { folio, seq } }: TicketDetail) {
  const { desk } = useDesk();
  const askAgain = useAskAgain({ desk: desk.id, folio });
  const onward = useOnward(folio);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const act = async <Name extends ActName>(name: Name, body: ActBody<Name>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const go = onward(name);
    const answer = await actOn({ desk: desk.id, folio, seq }, name, body);
    setBusy(false);
    void askAgain();
    if (answer.ok) go();
    else if (answer.problem.status === 401) goToSignIn();
    else setProblem(answer.problem);
  };
  return { act, problem };
}
