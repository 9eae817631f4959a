import { useState } from "react";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Picked } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { Asking } from "./asking.ts";
import { useAct } from "./use-act.ts";

/** Gives the ticket to somebody of the desk who may work on tickets. */
export function Assign({ ticket, onClose }: Asking) {
  const { words } = useWords();
  const { desk, level } = useDesk();
  const [to, setTo] = useState(ticket.row.assignee?.id ?? "");
  const { act, busy, problem } = useAct(ticket, onClose);
  const { acts } = words;
  const people = desk.staff
    .filter(({ role }) => role !== "auditor")
    .map(({ id, name, level: at }) => ({
      id,
      label: name,
      means: at === null ? undefined : level(at),
    }));
  return (
    <FormOver
      title={acts.assign}
      act={acts.assign}
      busy={busy}
      onClose={onClose}
      onSubmit={() => void act("assign", { to: to === "" ? null : to })}
    >
      <Picked name="to" label={acts.person} value={to} onChange={setTo} options={people} />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}
