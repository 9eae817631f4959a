import { useState } from "react";
import { attentionWorkWords } from "../../words/workspace/attention.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { Asking } from "./asking.ts";
import { typedBefore } from "./underway.ts";
import { useAct } from "./use-act.ts";

/** Does not agree to a claimed urgency, and says why: the client reads it. */
export function RefuseUrgency({ ticket, onClose }: Asking) {
  const { language } = useWords();
  const { desk, me } = useDesk();
  const say = attentionWorkWords[language];
  const [typed] = useState(() =>
    typedBefore({ desk: desk.id, folio: ticket.row.folio, me: me.id }, "refuse-urgency"),
  );
  const [reason, setReason] = useState(typed?.reason ?? "");
  const [tried, setTried] = useState(false);
  const { act, busy, problem } = useAct(ticket, onClose);
  const isMissing = reason.trim() === "";
  return (
    <FormOver
      title={say.refuseUrgency}
      act={say.refuseUrgency}
      busy={busy}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (!isMissing) void act("refuse-urgency", { reason: reason.trim() });
      }}
    >
      <p>{say.refuseMeans}</p>
      <Written
        name="reason"
        label={say.refuseReason}
        value={reason}
        onChange={setReason}
        lines={3}
        error={tried && isMissing ? say.reasonMissing : undefined}
        required
        isFirst
      />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}
