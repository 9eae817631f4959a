import { useState } from "react";
import type { Mailbox, Mailboxes } from "../../contract/mailboxes.ts";
import type { Problem } from "../../contract/problem.ts";
import { mailboxWords } from "../../words/workspace/mailboxes.ts";
import { saveMailbox } from "../api/mailboxes.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Choice, Picked, Written as Box } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { ImapBoxes } from "./imap-boxes.tsx";
import { Trial } from "./trial.tsx";
import { ANY, missingIn, wishOf, writtenOf } from "./wish.ts";
import type { Written } from "./wish.ts";

interface Props {
  /** Null: a new one. */
  readonly mailbox: Mailbox | null;
  readonly forms: Mailboxes["forms"];
  readonly onClose: () => void;
  readonly onDone: (all: Mailboxes) => void;
}

/** Sets a mailbox up: its address, how its mail comes, and a trial before anything is kept. */
export function EditMailbox({ mailbox, forms, onClose, onDone }: Props) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = mailboxWords[language];
  const [written, setWritten] = useState(() => writtenOf(mailbox));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isKept = mailbox?.connection?.auth === written.auth;
  const missing = missingIn(written, isKept);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (busy || missing.length > 0) return;
    setBusy(true);
    const answer = await saveMailbox(desk.id, mailbox?.id ?? null, wishOf(written));
    setBusy(false);
    if (answer.ok) onDone(answer.value);
    else setProblem(answer.problem);
  };
  const title = mailbox === null ? say.add : say.changing(mailbox.address);
  const set = (changes: Partial<typeof written>): void => setWritten({ ...written, ...changes });
  return (
    <FormOver {...{ title, busy, onClose }} act={say.save} onSubmit={() => void submit()}>
      <WhoseBoxes
        {...{ written, forms }}
        set={set}
        isMissing={tried && missing.includes("address")}
      />
      {written.by === "imap" ? (
        <>
          <ImapBoxes {...{ written, isKept }} missing={tried ? missing : []} set={setWritten} />
          <Trial
            id={mailbox?.id ?? null}
            written={written}
            missing={missing}
            onTry={() => setTried(true)}
          />
        </>
      ) : null}
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}

interface Whose {
  readonly written: Written;
  readonly forms: Mailboxes["forms"];
  readonly set: (changes: Partial<Written>) => void;
  readonly isMissing: boolean;
}

/** Which mail it is, what it becomes, and how it comes. */
function WhoseBoxes({ written, forms, set, isMissing }: Whose) {
  const { language, words } = useWords();
  const say = mailboxWords[language];
  return (
    <>
      <Box
        name="address"
        type="email"
        label={say.address}
        hint={say.addressHint}
        value={written.address}
        onChange={(address) => set({ address })}
        error={isMissing ? words.compose.required : undefined}
        required
        isFirst
      />
      {forms.length > 1 ? (
        <Picked
          name="form"
          label={say.form}
          value={written.form}
          onChange={(form) => set({ form })}
          options={[
            { id: ANY, label: say.anyForm },
            ...forms.map((form) => ({ id: form.id, label: form[language] })),
          ]}
        />
      ) : null}
      <Choice
        name="by"
        label={say.by}
        value={written.by}
        onChange={(by) => set({ by: by === "smtp" ? "smtp" : "imap" })}
        options={[
          { id: "imap", label: say.byImap, means: say.byImapMeans },
          { id: "smtp", label: say.bySmtp, means: say.bySmtpMeans },
        ]}
      />
    </>
  );
}
