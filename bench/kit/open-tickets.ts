import { Client } from "pg";
import { clientConfig } from "../../src/store/connection.ts";
import type { Connection } from "../../src/store/connection.ts";

/** As many of them have their events and messages, and can be opened: those that fall due first. */
export const openable = 1_000;

/**
 * Makes so many open tickets of a desk's first one, which came by its own form: rows as the program
 * writes them, spread over severities, assignees and months; the first thousand with events and words.
 */
export async function multiplyTicket(
  connection: Connection,
  { desk, many, mine }: { readonly desk: string; readonly many: number; readonly mine: string },
): Promise<void> {
  const owner = new Client(clientConfig(connection, "owner"));
  await owner.connect();
  const copy = async (table: string, given: Readonly<Record<string, string>>, upTo: number) => {
    const found = await owner.query<{ name: string }>(
      `select quote_ident(column_name) as name from information_schema.columns
        where table_schema = 'plazo' and table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO'`,
      [table],
    );
    const names = found.rows.map(({ name }) => name);
    const values = names.map((name) => given[name] ?? `t.${name}`);
    const key = table === "ticket" ? "number" : "ticket";
    await owner.query(
      `insert into plazo.${table} (${names.join(", ")}) select ${values.join(", ")}
         from plazo.${table} t, generate_series(2, ${upTo}) as n where t.desk_id = '${desk}' and t.${key} = 1`,
    );
  };
  const folio = "'HD-' || n";
  const due = `t.sorts_at + n * interval '30 seconds'`;
  const assignee = (of: string, none: string): string =>
    `case n % 10 when 0 then ${of} when 1 then ${none} else 'otra' end`;
  await copy(
    "ticket",
    {
      number: "n",
      folio,
      folio_folded: "'hd-' || n",
      subject: "t.subject || ' ' || n",
      subject_folded: "t.subject_folded || ' ' || n",
      requester_address: "'cliente-' || n || '@example.com'",
      address_folded: "'cliente-' || n || '@example.com'",
      due_at: due,
      sorts_at: due,
      wakes_at: "null",
      breached: "n % 50 = 0",
      progress:
        "case n % 5 when 3 then 'waiting-for-client' when 4 then 'working' else t.progress end",
      assignee_id: assignee(`'${mine}'`, "null"),
      assignee_name: assignee("'Ximena'", "null"),
      fold: `jsonb_set(t.fold::jsonb, '{folio}', to_jsonb(${folio}))::json`,
    },
    many,
  );
  await copy("ticket_event", { ticket: "n" }, openable);
  await copy("message", { ticket: "n", id: "md5(t.id::text || n)::uuid" }, openable);
  await owner.query("vacuum analyze plazo.ticket");
  await owner.end();
}
