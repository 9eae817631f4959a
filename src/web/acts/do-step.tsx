import { useState } from "react";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { Asking } from "./asking.ts";
import { optional, useAct } from "./use-act.ts";

/** A step that is being done. */
export interface Stepping {
  readonly procedure: string;
  readonly label: string;
  /** It is done only with what shows it. */
  readonly evidence: boolean;
}

/** Does the next step of a procedure, with a note of what shows that it is done. */
export function DoStep({ ticket, onClose, step }: Asking & { readonly step: Stepping }) {
  const { words } = useWords();
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const { act, busy, problem } = useAct(ticket, onClose);
  const { acts, compose } = words;
  const lacks = step.evidence && note.trim() === "";
  const submit = (): void => {
    setTried(true);
    if (!lacks) void act("do-step", { procedure: step.procedure, ...optional("note", note) });
  };
  return (
    <FormOver title={step.label} act={acts.done} busy={busy} onClose={onClose} onSubmit={submit}>
      <Written
        name="note"
        label={step.evidence ? acts.evidence : acts.noteOptional}
        value={note}
        onChange={setNote}
        error={tried && lacks ? compose.required : undefined}
        required={step.evidence}
        lines={3}
        isFirst
      />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}
