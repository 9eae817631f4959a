import { useState } from "react";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { Asking } from "./asking.ts";
import { useAct } from "./use-act.ts";

/** Refuses the account that is asked for, with the reason that the requester reads. */
export function RefuseAccount({ ticket, onClose }: Asking) {
  const { words } = useWords();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { act, busy, problem } = useAct(ticket, onClose);
  const { acts, timeline } = words;
  const submit = (): void => {
    setTried(true);
    if (reason.trim() !== "") void act("refuse-account", { reason });
  };
  return (
    <FormOver
      title={acts["refuse-account"]}
      act={acts["refuse-account"]}
      busy={busy}
      onClose={onClose}
      onSubmit={submit}
    >
      <Written
        name="reason"
        label={timeline.reason}
        hint={acts.clientReads}
        value={reason}
        onChange={setReason}
        tried={tried}
        required
        lines={2}
        isFirst
      />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}
