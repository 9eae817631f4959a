import { useState } from "react";
import { Button } from "react-aria-components";
import type { MailboxTried } from "../../contract/mailboxes.ts";
import type { Problem } from "../../contract/problem.ts";
import { mailboxTroubleWords } from "../../words/mailboxes.ts";
import { mailboxWords } from "../../words/workspace/mailboxes.ts";
import { tryMailbox } from "../api/mailboxes.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { connectionOf } from "./wish.ts";
import type { Written } from "./wish.ts";

interface Props {
  readonly id: string | null;
  readonly written: Written;
  readonly missing: readonly (keyof Written)[];
  /** It was pressed: what is missing says so. */
  readonly onTry: () => void;
}

/** Tries a connection as it is written, and says in words what came of it. */
export function Trial({ id, written, missing, onTry }: Props) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = mailboxWords[language];
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState<MailboxTried | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isWhole = missing.every((name) => name === "address");
  const press = async (): Promise<void> => {
    onTry();
    if (busy || !isWhole) return;
    setBusy(true);
    setTried(null);
    const answer = await tryMailbox(desk.id, { id, connection: connectionOf(written) });
    setBusy(false);
    setTried(answer.ok ? answer.value : null);
    setProblem(answer.ok ? null : answer.problem);
  };
  return (
    <div className="field">
      <Button className="button" aria-disabled={busy} onPress={() => void press()}>
        {busy ? say.trying : say.try}
      </Button>
      <output>{tried === null ? null : <Outcome tried={tried} />}</output>
      <ProblemNotice problem={problem} />
    </div>
  );
}

function Outcome({ tried }: { readonly tried: MailboxTried }) {
  const { language } = useWords();
  const say = mailboxWords[language];
  if (tried.trouble === null)
    return (
      <span className="notice">
        <Icon name="check" />
        <span>{say.works(tried.messages ?? 0)}</span>
      </span>
    );
  return (
    <span className="notice bad">
      <Icon name="fault" />
      <span>
        {say.fails} {mailboxTroubleWords[language][tried.trouble]}
        {tried.detail === null ? null : (
          <span className="soft means">{say.serverSaid(tried.detail)}</span>
        )}
      </span>
    </span>
  );
}
