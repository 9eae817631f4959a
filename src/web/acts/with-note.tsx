import { useState } from "react";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { Asking } from "./asking.ts";
import { typedBefore } from "./underway.ts";
import { optional, useAct } from "./use-act.ts";

/** Lets the ticket stand while somebody outside the desk does their part. */
export function Wait(asking: Asking) {
  return <WithNote {...asking} name="wait" />;
}

/** Takes in a ticket that was held: the desk's promises start now. */
export function Admit(asking: Asking) {
  return <WithNote {...asking} name="admit" />;
}

function WithNote({ ticket, onClose, name }: Asking & { readonly name: "wait" | "admit" }) {
  const { words } = useWords();
  const { desk, me } = useDesk();
  const [typed] = useState(() =>
    typedBefore({ desk: desk.id, folio: ticket.row.folio, me: me.id }, name),
  );
  const [note, setNote] = useState(typed?.note ?? "");
  const { act, busy, problem } = useAct(ticket, onClose);
  const { acts } = words;
  return (
    <FormOver
      title={acts[name]}
      act={acts[name]}
      busy={busy}
      onClose={onClose}
      onSubmit={() => void act(name, optional("note", note))}
    >
      {name === "admit" ? <p>{acts.admitMeans}</p> : null}
      <Written
        name="note"
        label={acts.noteOptional}
        value={note}
        onChange={setNote}
        lines={2}
        isFirst
      />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}
