import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { lookUp } from "../api/register.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Picked, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { Asking } from "./asking.ts";
import { optional, useAct } from "./use-act.ts";

/** Characters from which on the register is looked through. */
const enough = 3;

/** Records a call to a registered telephone by which somebody who may ask for it showed that a request is theirs. */
export function Verify({ ticket, onClose }: Asking) {
  const { words } = useWords();
  const { desk } = useDesk();
  const [sought, setSought] = useState(ticket.row.requester.address ?? "");
  const [called, setCalled] = useState("");
  const [note, setNote] = useState("");
  const { act, busy, problem } = useAct(ticket, onClose);
  const { acts } = words;
  const q = sought.trim();
  const found = useQuery({
    queryKey: ["look-up", desk.id, q],
    queryFn: async ({ signal }) => valueOf(await lookUp(desk.id, q, signal)),
    enabled: q.length >= enough,
    staleTime: 30_000,
  });
  const options = (found.data?.contacts ?? [])
    .filter(({ active }) => active)
    .flatMap(({ id, name, telephones }) =>
      telephones.map((telephone) => ({ id: `${id} ${telephone}`, label: `${name}, ${telephone}` })),
    );
  const [contact = "", telephone = ""] = called.split(" ");
  return (
    <FormOver
      title={acts.verify}
      act={acts.verify}
      busy={busy}
      onClose={onClose}
      onSubmit={() => void act("verify", { contact, telephone, ...optional("note", note) })}
    >
      <p>{acts.verifyMeans}</p>
      <Written
        name="sought"
        label={acts.verifySought}
        value={sought}
        onChange={setSought}
        isFirst
      />
      {options.length === 0 ? (
        <p className="soft">{q.length < enough || found.isPending ? "" : acts.verifyNobody}</p>
      ) : (
        <Picked
          name="called"
          label={acts.verifyCalled}
          value={called}
          onChange={setCalled}
          options={options}
        />
      )}
      <Written name="note" label={acts.noteOptional} value={note} onChange={setNote} lines={2} />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}
