import { useState } from "react";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Choice, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { Asking } from "./asking.ts";
import { optional, useAct } from "./use-act.ts";

const reasons = ["out-of-scope", "duplicate", "spam", "by-agent"] as const;

/** Ends a ticket without a solution, for a reason that is told. */
export function Close({ ticket, onClose }: Asking) {
  const { words, text } = useWords();
  const { desk } = useDesk();
  const [reason, setReason] = useState<(typeof reasons)[number]>("out-of-scope");
  const [scope, setScope] = useState(desk.outOfScope[0]?.id ?? "");
  const [note, setNote] = useState("");
  const { act, busy, problem } = useAct(ticket, onClose);
  const { acts } = words;
  const asksScope = reason === "out-of-scope" && desk.outOfScope.length > 0;
  return (
    <FormOver
      title={acts.close}
      act={acts.close}
      busy={busy}
      danger
      onClose={onClose}
      onSubmit={() =>
        void act("close", {
          reason,
          ...optional("note", note),
          ...optional("scope", asksScope ? scope : ""),
        })
      }
    >
      <p>{acts.closeWarning}</p>
      <Choice
        name="reason"
        label={acts.closeReason}
        value={reason}
        onChange={(id) => setReason(reasons.find((one) => one === id) ?? "by-agent")}
        options={reasons.map((id) => ({ id, label: acts.reasons[id] }))}
      />
      {asksScope ? (
        <Choice
          name="scope"
          label={acts.closeScope}
          hint={acts.closeScopeTold}
          value={scope}
          onChange={setScope}
          options={desk.outOfScope.map(({ id, label, says }) => ({
            id,
            label: text(label),
            means: text(says),
          }))}
        />
      ) : null}
      <Written name="note" label={acts.noteOptional} value={note} onChange={setNote} lines={2} />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}
