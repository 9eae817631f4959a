import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { ExceptionPreview } from "../../contract/calendar.ts";
import type { Problem } from "../../contract/problem.ts";
import { previewException, publishException } from "../api/policy.ts";
import { useDesk } from "../app/desk.tsx";
import { goToSignIn } from "../app/queries.ts";
import { exceptionOf } from "./wish.ts";
import type { Wish } from "./wish.ts";

/** What an exception would move, of all open tickets. */
export interface Seen {
  readonly moved: ExceptionPreview["moved"];
  readonly looked: number;
}

/**
 * Seeing what an exception would move, some hundreds of tickets at a time, and then publishing it.
 * What was seen is forgotten as soon as something else is wished.
 */
export function useAnnouncement(onPublished: () => void) {
  const { desk } = useDesk();
  const client = useQueryClient();
  const [seen, setSeen] = useState<Seen | null>(null);
  const [looked, setLooked] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [published, setPublished] = useState<string | null>(null);
  const turn = useRef(0);
  const forget = (): void => {
    turn.current += 1;
    setSeen(null);
    setBusy(false);
    setProblem(null);
    setPublished(null);
  };
  const refused = (no: Problem): void => {
    setBusy(false);
    if (no.status === 401) goToSignIn();
    else setProblem(no);
  };
  const preview = async (wish: Wish): Promise<void> => {
    if (busy) return;
    const mine = (turn.current += 1);
    setBusy(true);
    setProblem(null);
    setLooked(0);
    const found: ExceptionPreview["moved"] = [];
    let [after, count]: [number | null, number] = [0, 0];
    while (after !== null) {
      const answer = await previewException(desk.id, exceptionOf(wish), after);
      if (mine !== turn.current) return;
      if (!answer.ok) return refused(answer.problem);
      found.push(...answer.value.moved);
      count += answer.value.looked;
      setLooked(count);
      after = answer.value.next;
    }
    setBusy(false);
    setSeen({ moved: found, looked: count });
  };
  const publish = async (wish: Wish): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const answer = await publishException(desk.id, exceptionOf(wish));
    if (!answer.ok) return refused(answer.problem);
    setBusy(false);
    setPublished(wish.date);
    // The hours by which the clocks on the screen run are others now.
    void client.invalidateQueries({ queryKey: ["desk", desk.id] });
    onPublished();
  };
  return { seen, looked, busy, problem, published, preview, publish, forget };
}
