import { useState } from "react";
import type { PolicyVersion } from "../../contract/policy.ts";
import type { Problem } from "../../contract/problem.ts";
import { sayShortMoment } from "../../words/short.ts";
import { withdrawPolicy } from "../api/policy.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

interface Props {
  readonly version: PolicyVersion;
  readonly onClose: () => void;
}

/** Takes a scheduled version back, with a reason. */
export function Withdraw({ version: { number, effective }, onClose }: Props) {
  const { words } = useWords();
  const { desk, place } = useDesk();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const say = words.versions;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === "") return;
    setBusy(true);
    const done = await withdrawPolicy(desk.id, number, reason.trim());
    setBusy(false);
    if (done.ok) onClose();
    else setProblem(done.problem);
  };
  return (
    <FormOver
      title={say.withdrawOf(number)}
      act={say.withdraw}
      busy={busy}
      danger
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p>{say.withdrawLead(sayShortMoment(effective, place))}</p>
      <Written
        name="reason"
        label={say.reason}
        value={reason}
        onChange={setReason}
        lines={2}
        required
        isFirst
        tried={tried}
      />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}
