import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { TicketDetail } from "../../contract/ticket.ts";
import { previewRebinding } from "../api/policy.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Picked, Written } from "../ui/fields.tsx";
import { LoadFailed, Loading, ProblemNotice } from "../ui/notice.tsx";
import { Changes } from "../versions/changes.tsx";
import { useOtherVersions } from "../versions/use-versions.ts";
import type { Asking } from "./asking.ts";
import { useAct } from "./use-act.ts";

/** Moves the ticket to another version of the manual: what changes in its promises is seen first. */
export function Rebind({ ticket, onClose }: Asking) {
  const { words } = useWords();
  const others = useOtherVersions(ticket.policy);
  const [chosen, setChosen] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { act, busy, problem } = useAct(ticket, onClose);
  const say = words.versions;
  const to = chosen === "" ? (others?.[0]?.id ?? "") : chosen;
  return (
    <FormOver
      title={words.acts.rebind}
      act={words.acts.rebind}
      busy={busy}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (to !== "" && reason.trim() !== "")
          void act("rebind", { policy: Number(to), reason: reason.trim() });
      }}
    >
      <p className="soft">{say.current(ticket.policy)}</p>
      {others === undefined ? <Loading /> : null}
      {others?.length === 0 ? <p>{say.only}</p> : null}
      {to === "" ? null : (
        <>
          <Picked
            name="policy"
            label={say.to}
            value={to}
            onChange={setChosen}
            options={others ?? []}
          />
          <Preview ticket={ticket} policy={Number(to)} />
          <Written
            name="reason"
            label={say.whyMove}
            hint={say.whyHint}
            value={reason}
            onChange={setReason}
            lines={2}
            required
            tried={tried}
          />
        </>
      )}
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}

interface Wanted {
  readonly ticket: TicketDetail;
  readonly policy: number;
}

function Preview({ ticket, policy }: Wanted) {
  const { words } = useWords();
  const { desk } = useDesk();
  const { folio, seq } = ticket.row;
  const preview = useQuery({
    queryKey: ["rebinding", desk.id, folio, seq, policy],
    queryFn: async ({ signal }) =>
      valueOf(await previewRebinding({ desk: desk.id, folio }, policy, signal)),
    gcTime: 0,
  });
  return (
    <section className="move-preview" aria-label={words.versions.preview}>
      <h3>{words.versions.preview}</h3>
      {preview.isPending ? <Loading /> : null}
      {preview.isError ? (
        <LoadFailed error={preview.error} retry={() => void preview.refetch()} />
      ) : null}
      {preview.data === undefined ? null : <Changes changes={preview.data.changes} />}
    </section>
  );
}
