import { useState } from "react";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Choice, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { Asking } from "./asking.ts";
import { typedBefore } from "./underway.ts";
import { optional, useAct } from "./use-act.ts";

/** Sends the ticket to another level that can be reached from its own. */
export function Route({ ticket, onClose }: Asking) {
  const { words } = useWords();
  const { desk, level, me } = useDesk();
  const [typed] = useState(() =>
    typedBefore({ desk: desk.id, folio: ticket.row.folio, me: me.id }, "route"),
  );
  const [to, setTo] = useState(typed?.to ?? ticket.routes[0] ?? "");
  const [reason, setReason] = useState(typed?.reason ?? "");
  const { act, busy, problem } = useAct(ticket, onClose);
  const { acts } = words;
  return (
    <FormOver
      title={acts.route}
      act={acts.route}
      busy={busy}
      onClose={onClose}
      onSubmit={() => void act("route", { to, ...optional("reason", reason) })}
    >
      <Choice
        name="to"
        label={acts.to}
        value={to}
        onChange={setTo}
        options={ticket.routes.map((id) => ({ id, label: level(id) }))}
      />
      <Written name="reason" label={acts.reason} value={reason} onChange={setReason} lines={2} />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}
