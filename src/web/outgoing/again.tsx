import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Problem } from "../../contract/problem.ts";
import { sendOutgoingAgain } from "../api/desk.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

/** Sends once more what failed, came back or was held; the new message stands beside the old one. */
export function SendAgain({ id, subject }: { readonly id: string; readonly subject: string }) {
  const { words } = useWords();
  const { desk } = useDesk();
  const client = useQueryClient();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (): Promise<void> => {
    setSending(true);
    const answer = await sendOutgoingAgain(desk.id, id);
    setProblem(answer.ok ? null : answer.problem);
    setSending(false);
    await Promise.all(
      ["ticket", "outgoing"].map((of) => client.invalidateQueries({ queryKey: [of, desk.id] })),
    );
  };
  return (
    <>
      <Button
        className="button quiet again"
        aria-label={words.deliveries.againOf(subject)}
        isDisabled={isSending}
        onPress={() => void send()}
      >
        {words.deliveries.again}
      </Button>
      <ProblemNotice problem={problem} />
    </>
  );
}
