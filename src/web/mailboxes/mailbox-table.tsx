import { Button } from "react-aria-components";
import type { Mailbox, Mailboxes } from "../../contract/mailboxes.ts";
import { mailboxTroubleWords } from "../../words/mailboxes.ts";
import { sayShortMoment } from "../../words/short.ts";
import { mailboxWords } from "../../words/workspace/mailboxes.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import type { IconName } from "../ui/icons.tsx";

interface Props {
  readonly rows: readonly Mailbox[];
  readonly forms: Mailboxes["forms"];
  /** Null: they may only be seen. */
  readonly acts: {
    readonly change: (one: Mailbox) => void;
    readonly remove: (one: Mailbox) => void;
    readonly retry: (one: Mailbox) => void;
  } | null;
}

/** The mailboxes: whose mail each takes, how it goes, and when it was last read. */
export function MailboxTable({ rows, forms, acts }: Props) {
  const { language } = useWords();
  const say = mailboxWords[language];
  return (
    <div className="wide-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{say.mailbox}</th>
            <th scope="col">{say.form}</th>
            <th scope="col">{say.state}</th>
            <th scope="col">{say.lastRead}</th>
            {acts === null ? null : <th scope="col">{say.acts}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} {...{ row, acts, forms }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, forms, acts }: Omit<Props, "rows"> & { readonly row: Mailbox }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = mailboxWords[language];
  const at = (when: number): string => sayShortMoment(when, { zone: desk.zone, language });
  const { form, connection } = row;
  return (
    <tr>
      <th scope="row">
        {row.address}
        {connection === null ? null : (
          <span className="soft means">
            {connection.username} · {connection.host}
          </span>
        )}
      </th>
      <td>{forms.find(({ id }) => id === form)?.[language] ?? form ?? say.anyForm}</td>
      <td>
        <State row={row} at={at} />
        {row.aside > 0 && acts !== null ? (
          <Button className="button quiet" onPress={() => acts.retry(row)}>
            {say.retry}
          </Button>
        ) : null}
      </td>
      <td>{lastRead(row, { at, never: say.never })}</td>
      {acts === null ? null : <Acts row={row} acts={acts} />}
    </tr>
  );
}

/** Of one that is handed its mail nothing is read. */
function lastRead(
  { connection, lastSuccess }: Mailbox,
  { at, never }: { readonly at: (when: number) => string; readonly never: string },
): string {
  if (connection === null) return "—";
  return lastSuccess === null ? never : at(lastSuccess);
}

function Acts({ row, acts }: { readonly row: Mailbox; readonly acts: NonNullable<Props["acts"]> }) {
  const { language } = useWords();
  const say = mailboxWords[language];
  return (
    <td>
      <Button
        className="button quiet"
        aria-label={say.changing(row.address)}
        onPress={() => acts.change(row)}
      >
        {say.change}
      </Button>{" "}
      <Button
        className="button quiet"
        aria-label={say.removing(row.address)}
        onPress={() => acts.remove(row)}
      >
        {say.remove}
      </Button>
    </td>
  );
}

const drawn: Readonly<Record<keyof (typeof mailboxWords)["es"]["states"], IconName>> = {
  fine: "check",
  waiting: "hours",
  failing: "flag",
  silent: "fault",
  smtp: "mail",
};

function stateOf(row: Mailbox): keyof typeof drawn {
  if (row.connection === null) return "smtp";
  if (row.alarmed !== null) return "silent";
  if (row.trouble !== null) return "failing";
  return row.lastSuccess === null ? "waiting" : "fine";
}

function State({ row, at }: { readonly row: Mailbox; readonly at: (when: number) => string }) {
  const { language } = useWords();
  const say = mailboxWords[language];
  const state = stateOf(row);
  return (
    <>
      <b>
        <Icon name={drawn[state]} /> {say.states[state]}
        {row.failingSince === null ? "" : ` ${say.since(at(row.failingSince))}`}
      </b>
      {row.trouble === null ? null : (
        <span className="means">{mailboxTroubleWords[language][row.trouble]}</span>
      )}
      {row.detail === null ? null : (
        <span className="soft means">{say.serverSaid(row.detail)}</span>
      )}
      {row.aside === 0 ? null : <span className="means">{say.aside(row.aside)}</span>}
    </>
  );
}
