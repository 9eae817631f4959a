import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { GuardTurn } from "../../contract/guard.ts";
import type { Problem } from "../../contract/problem.ts";
import { guard, nextOnGuard } from "../api/bulk.ts";
import type { Answer } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { standOnGuard } from "./guard.ts";

/** Being on guard: taking the next ticket, passing one over, leaving. */
export function useGuard() {
  const { desk } = useDesk();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async (asked: Promise<Answer<GuardTurn>>): Promise<void> => {
    setBusy(true);
    const answer = await asked;
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    const { turn } = answer.value;
    standOnGuard({ on: true, turn, lost: false });
    const params = { desk: desk.id };
    const search = { view: "open" } as const;
    if (turn === null) await navigate({ to: "/d/$desk", params, search });
    else
      await navigate({
        to: "/d/$desk/t/$folio",
        params: { ...params, folio: turn.folio },
        search,
      });
  };
  return {
    problem,
    next: (): void => void (busy || take(nextOnGuard(desk.id))),
    skip: (folio: string, reason: string): void =>
      void take(nextOnGuard(desk.id, { folio, reason })),
    leave: (): void => {
      standOnGuard({ on: false });
      void guard(desk.id, "leave");
    },
  };
}
