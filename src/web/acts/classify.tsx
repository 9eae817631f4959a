import { useState } from "react";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Choice, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { Asking } from "./asking.ts";
import { typedBefore } from "./underway.ts";
import { optional, useAct } from "./use-act.ts";

/** Fixes the severity; each is offered with what it means. */
export function Classify({ ticket, onClose }: Asking) {
  const { words, text } = useWords();
  const { desk, me } = useDesk();
  const [typed] = useState(() =>
    typedBefore({ desk: desk.id, folio: ticket.row.folio, me: me.id }, "classify"),
  );
  const [severity, setSeverity] = useState(typed?.severity ?? ticket.row.severity);
  const [reason, setReason] = useState(typed?.reason ?? "");
  const { act, busy, problem } = useAct(ticket, onClose);
  const { acts } = words;
  return (
    <FormOver
      title={acts.classify}
      act={acts.classify}
      busy={busy}
      onClose={onClose}
      onSubmit={() => void act("classify", { severity, ...optional("reason", reason) })}
    >
      <Choice
        name="severity"
        label={words.ticket.severity}
        hint={ticket.row.provisional ? acts.provisionalNow : undefined}
        value={severity}
        onChange={setSeverity}
        options={desk.severities.map(({ id, label, means }) => ({
          id,
          label: text(label),
          means: text(means),
        }))}
      />
      <Written name="reason" label={acts.reason} value={reason} onChange={setReason} lines={2} />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}
