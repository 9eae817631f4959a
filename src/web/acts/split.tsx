import { useState } from "react";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { Asking } from "./asking.ts";
import { useAct } from "./use-act.ts";

/** Makes a ticket of its own out of one message of the client. */
export function SplitOff({ ticket, message, onClose }: Asking & { readonly message: string }) {
  const { words } = useWords();
  const [subject, setSubject] = useState("");
  const [tried, setTried] = useState(false);
  const { act, busy, problem } = useAct(ticket, onClose);
  const { acts } = words;
  return (
    <FormOver
      title={acts.split}
      act={acts.split}
      busy={busy}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (subject.trim() !== "") void act("split", { message, subject });
      }}
    >
      <Written
        name="subject"
        label={acts.subject}
        value={subject}
        onChange={setSubject}
        tried={tried}
        required
        isFirst
      />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}
