import { afterAll, beforeAll, expect, test } from "vitest";
import { testConnection } from "../../test/kit/database.ts";
import { withClient } from "./connect.ts";
import { migrate } from "./migrate.ts";
import { readMigrations } from "./migrations.ts";

const name = `recount_${crypto.randomUUID().replaceAll("-", "")}`;
const admin = (text: string): Promise<unknown> =>
  withClient(testConnection("postgres"), "owner", (client) => client.query(text));

beforeAll(() => admin(`create database ${name}`));
afterAll(() => admin(`drop database ${name} with (force)`));

const ticket = (desk: string): string => `
  insert into ticket (desk_id, number, folio, seq, policy, subject, severity, severity_rank, provisional,
                      level, state, progress, channel, filed_at, updated_at, breached, sorts_at,
                      subject_folded, folio_folded, fold, head)
  values ('${desk}', 1, 'HD-1', 1, 1, 'x', 'bajo', 1, false, 'uno', 'abierto', 'unattended', 'form',
          '2026-11-20', '2026-11-20', false, '9999-12-31', 'x', 'hd-1', '{}', '\\x00')`;
const exception = (number: number): string => `
  insert into calendar_exception (desk_id, number, calendar, date, open, published, author)
  values ('a', ${number}, 'oficina', '2026-12-24', '[]', '2026-11-2${number}', 'x')`;

test("a ticket of before is as far as its desk's exceptions, which it was decided with all along", async () => {
  const connection = testConnection(name);
  const migrations = await readMigrations();
  await migrate(
    connection,
    migrations.filter(({ number }) => number < 14),
  );
  await withClient(connection, "owner", async (client) => {
    for (const text of [exception(1), exception(2), ticket("a"), ticket("b")])
      await client.query(text);
  });
  await migrate(connection, migrations);
  const rows = await withClient(connection, "owner", (client) =>
    client.query(`select desk_id as desk, exceptions from ticket order by desk_id`),
  );
  expect(rows.rows).toEqual([
    { desk: "a", exceptions: 2 },
    { desk: "b", exceptions: 0 },
  ]);
  const forced = await withClient(connection, "owner", (client) =>
    client.query(
      "select relname as name from pg_class where relname in ('ticket', 'calendar_exception', 'recount') and relforcerowsecurity order by 1",
    ),
  );
  expect(forced.rows.map(({ name: table }) => table as string)).toEqual([
    "calendar_exception",
    "recount",
    "ticket",
  ]);
});
