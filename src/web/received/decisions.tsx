import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components";
import { may } from "../../core/access/may.ts";
import type { Problem } from "../../contract/problem.ts";
import type { ReceivedRow } from "../../contract/received.ts";
import { mailReadWords } from "../../words/cli/mail-read.ts";
import { receivedWorkWords } from "../../words/workspace/received.ts";
import { discardReceived, releaseReceived } from "../api/received.ts";
import type { Answer } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { useReasons } from "./details.tsx";

const open: ReadonlySet<ReceivedRow["state"]> = new Set([
  "quarantined",
  "kept",
  "returned",
  "discarded",
]);

/** Why a mail waits, and what a person may do with it. */
export function Decisions({ row }: { readonly row: ReceivedRow }) {
  const { language } = useWords();
  const { roles } = useDesk();
  const say = receivedWorkWords[language];
  const reasons = useReasons();
  const [asking, setAsking] = useState<"to" | "discard" | null>(null);
  const { decide, busy, problem } = useDecision(row);
  const worth: Readonly<Record<string, string>> = mailReadWords(language).worth;
  const { claim } = row;
  const claimed = claim?.folio ?? null;
  return (
    <>
      {open.has(row.state) && row.why.length > 0 ? (
        <p className="notice">{reasons(row).join(". ")}.</p>
      ) : null}
      {claim === null || claimed === null || claimed === row.folio ? null : (
        <p className="soft">{say.mentions(claimed, worth[claim.worth] ?? claim.worth)}</p>
      )}
      {open.has(row.state) && may(roles, "received.decide") ? (
        <div className="acts">
          {row.sender === null ? null : (
            <Button
              className="button main"
              aria-disabled={busy}
              onPress={() => void decide((desk) => releaseReceived(desk, row.id, null))}
            >
              {say.release}
            </Button>
          )}
          <Button className="button" onPress={() => setAsking("to")}>
            {say.releaseTo}
          </Button>
          {row.state === "quarantined" ? (
            <Button className="button quiet" onPress={() => setAsking("discard")}>
              {say.discard}
            </Button>
          ) : null}
        </div>
      ) : null}
      {asking === null ? <ProblemNotice problem={problem} /> : null}
      {asking === "to" ? (
        <ReleaseTo row={row} folio={claimed ?? ""} onClose={() => setAsking(null)} />
      ) : null}
      {asking === "discard" ? <Discard row={row} onClose={() => setAsking(null)} /> : null}
    </>
  );
}

function ReleaseTo({
  row,
  folio,
  onClose,
}: {
  readonly row: ReceivedRow;
  readonly folio: string;
  readonly onClose: () => void;
}) {
  const { language } = useWords();
  const say = receivedWorkWords[language];
  const [to, setTo] = useState(folio);
  const { decide, busy, problem } = useDecision(row, onClose);
  return (
    <FormOver
      title={say.releaseTo}
      act={say.releaseTo}
      busy={busy || to.trim() === ""}
      onClose={onClose}
      onSubmit={() => void decide((desk) => releaseReceived(desk, row.id, to.trim()))}
    >
      <p>{say.releaseToLead}</p>
      <Written name="to" label={say.releaseToFolio} value={to} onChange={setTo} isFirst />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}

function Discard({ row, onClose }: { readonly row: ReceivedRow; readonly onClose: () => void }) {
  const { language } = useWords();
  const say = receivedWorkWords[language];
  const [reason, setReason] = useState("");
  const { decide, busy, problem } = useDecision(row, onClose);
  return (
    <FormOver
      title={say.discard}
      act={say.discard}
      busy={busy || reason.trim() === ""}
      danger
      onClose={onClose}
      onSubmit={() => void decide((desk) => discardReceived(desk, row.id, reason.trim()))}
    >
      <p>{say.discardLead}</p>
      <Written
        name="reason"
        label={say.discardReason}
        value={reason}
        onChange={setReason}
        lines={2}
      />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}

/** Sends a decision once, and asks for everything that it changes again. */
function useDecision(row: ReceivedRow, onDone: () => void = () => undefined) {
  const { desk } = useDesk();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const decide = async (send: (desk: string) => Promise<Answer<ReceivedRow>>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const answer = await send(desk.id);
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      if (answer.problem.code !== "mail-decided") return;
    }
    await queries.invalidateQueries({ queryKey: ["received", desk.id] });
    if (answer.ok) onDone();
  };
  return { decide, busy, problem, id: row.id };
}
