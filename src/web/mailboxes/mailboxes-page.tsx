import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Mailbox, Mailboxes } from "../../contract/mailboxes.ts";
import type { Problem } from "../../contract/problem.ts";
import { may } from "../../core/access/may.ts";
import { mailboxWords } from "../../words/workspace/mailboxes.ts";
import { doToMailbox, listMailboxes } from "../api/mailboxes.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { REFRESH } from "../app/queries.ts";
import { FormOver } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import { Empty, LoadFailed, Loading, ProblemNotice } from "../ui/notice.tsx";
import { EditMailbox } from "./edit-mailbox.tsx";
import { MailboxTable } from "./mailbox-table.tsx";

/** What is open over the page. */
type Open = { readonly edit: Mailbox | null } | { readonly remove: Mailbox } | null;

/** The mailboxes of a desk, how each goes, and what sets them up. */
export function MailboxesPage() {
  const { language, words } = useWords();
  const { desk, roles } = useDesk();
  const say = mailboxWords[language];
  const queries = useQueryClient();
  const [open, setOpen] = useState<Open>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const key = ["mailboxes", desk.id];
  const list = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => valueOf(await listMailboxes(desk.id, signal)),
    refetchInterval: REFRESH,
  });
  const done = (all: Mailboxes): void => {
    queries.setQueryData(key, all);
    setProblem(null);
    setOpen(null);
  };
  const act = async (one: Mailbox, what: "remove" | "retry"): Promise<void> => {
    const answer = await doToMailbox(desk.id, one.id, what);
    if (answer.ok) done(answer.value);
    else setProblem(answer.problem);
  };
  const mayWrite = may(roles, "mailbox.write");
  const rows = list.data?.mailboxes ?? [];
  const acts = {
    change: (edit: Mailbox) => setOpen({ edit }),
    remove: (remove: Mailbox) => setOpen({ remove }),
    retry: (one: Mailbox) => void act(one, "retry"),
  };
  return (
    <div className="page people is-whole">
      <section aria-label={words.shell.mailboxes}>
        <h2>{words.shell.mailboxes}</h2>
        <p className="soft">{say.lead}</p>
        <Alarm rows={rows} />
        <ProblemNotice problem={problem} />
        {list.isPending ? <Loading /> : null}
        {list.isError ? <LoadFailed error={list.error} retry={() => void list.refetch()} /> : null}
        {list.isSuccess && rows.length === 0 ? <Empty>{say.none}</Empty> : null}
        {rows.length === 0 ? null : (
          <MailboxTable rows={rows} acts={mayWrite ? acts : null} forms={list.data?.forms ?? []} />
        )}
        {mayWrite && list.isSuccess ? (
          <p>
            <Button className="button main" onPress={() => setOpen({ edit: null })}>
              <Icon name="add" /> {say.add}
            </Button>
          </p>
        ) : null}
      </section>
      <Over {...{ open, done, act }} forms={list.data?.forms ?? []} close={() => setOpen(null)} />
    </div>
  );
}

interface OverProps {
  readonly open: Open;
  readonly forms: Mailboxes["forms"];
  readonly close: () => void;
  readonly done: (all: Mailboxes) => void;
  readonly act: (one: Mailbox, what: "remove") => Promise<void>;
}

/** What is open over the page: the boxes of a mailbox, or whether to remove one. */
function Over({ open, forms, close, done, act }: OverProps) {
  const { language } = useWords();
  const say = mailboxWords[language];
  if (open === null) return null;
  if ("edit" in open)
    return <EditMailbox mailbox={open.edit} forms={forms} onClose={close} onDone={done} />;
  const { remove } = open;
  return (
    <FormOver
      title={say.removing(remove.address)}
      act={say.remove}
      busy={false}
      danger
      onClose={close}
      onSubmit={() => void act(remove, "remove")}
    >
      <p>{say.removeMeans}</p>
    </FormOver>
  );
}

function Alarm({ rows }: { readonly rows: readonly Mailbox[] }) {
  const { language } = useWords();
  const silent = rows.filter(({ alarmed }) => alarmed !== null);
  if (silent.length === 0) return null;
  return (
    <div className="notice bad" role="alert">
      <Icon name="fault" />
      <p>{mailboxWords[language].alarm(silent.map(({ address }) => address).join(", "))}</p>
    </div>
  );
}
