import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Moved } from "../../contract/policy.ts";
import type { Problem } from "../../contract/problem.ts";
import { moveTickets } from "../api/policy.ts";
import { useDesk } from "../app/desk.tsx";
import { goToSignIn } from "../app/queries.ts";

/** What has been moved, and what stayed and why. */
export interface MovedSoFar {
  readonly moved: number;
  readonly stayed: Moved["stayed"];
}

const nothing: MovedSoFar = { moved: 0, stayed: [] };

/**
 * Moving a version's tickets, some at a time until none is left. What was moved stays moved: after a
 * fault, or a page that was closed, asking again goes on with the rest.
 */
export function useMove(from: number) {
  const { desk } = useDesk();
  const client = useQueryClient();
  const [soFar, setSoFar] = useState(nothing);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const move = async (to: number, reason: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    let [after, count, stayed]: [number | null, number, Moved["stayed"]] = [0, soFar.moved, []];
    while (after !== null) {
      const answer = await moveTickets({ desk: desk.id, from, to }, { reason, after });
      if (!answer.ok) {
        setBusy(false);
        if (answer.problem.status === 401) goToSignIn();
        else setProblem(answer.problem);
        return;
      }
      count += answer.value.moved.length;
      stayed = [...stayed, ...answer.value.stayed];
      setSoFar({ moved: count, stayed });
      after = answer.value.next;
    }
    setBusy(false);
    setDone(true);
    void client.invalidateQueries();
  };
  return { soFar, busy, done, problem, move };
}
