import { afterEach, expect, inject, test } from "vitest";
import { testConnection } from "../../test/kit/database.ts";
import { withClient } from "./connect.ts";
import type { Connection } from "./connection.ts";
import { migrate } from "./migrate.ts";
import { readMigrations } from "./migrations.ts";

const admin = (text: string): Promise<unknown> =>
  withClient(testConnection("postgres"), "owner", (client) => client.query(text));

const name = `narrow_${crypto.randomUUID().replaceAll("-", "")}`;
afterEach(async () => {
  await admin(`drop database if exists ${name} with (force)`);
  await admin(`drop owned by ${name}; drop role ${name}`);
});

const ticket = (number: number, closed: string): string => `
  insert into ticket (desk_id, number, folio, seq, policy, subject, severity, severity_rank, provisional,
                      level, state, progress, channel, filed_at, updated_at, closed_at, breached, sorts_at,
                      subject_folded, folio_folded, fold, head)
  values ('a', ${number}, 'HD-${number}', 1, 1, 'x', 'bajo', 1, false, 'uno', 'abierto', 'unattended', 'form',
          '2026-11-20', '2026-11-20', ${closed}, false, '9999-12-31', 'x', 'hd-${number}', '{}', '\\x00')`;

test.each([["superuser"], ["nosuperuser nocreaterole"]])(
  "what was open before has its narrow row, with the wall for a user who is %s",
  async (may) => {
    await admin(`create role ${name} login ${may}`);
    await admin(`create database ${name} owner ${name}`);
    const socket = encodeURIComponent(inject("postgresSocket"));
    const connection: Connection = {
      kind: "url",
      url: `postgres://${name}@/${name}?host=${socket}`,
    };
    const migrations = await readMigrations();
    const before = migrations.filter(({ number }) => number < 98);
    expect(await migrate(connection, before)).not.toHaveProperty("refused");
    await withClient(connection, "owner", async (client) => {
      await client.query("select set_config('app.across', 'on', false)");
      for (const text of [ticket(1, "null"), ticket(2, "'2026-11-20'"), ticket(3, "null")])
        await client.query(text);
    });
    await migrate(connection, migrations);
    const { kept, forced } = await withClient(connection, "owner", async (client) => {
      await client.query("select set_config('app.across', 'on', false)");
      const rows = await client.query("select number::integer from search_open order by number");
      const walls = await client.query(
        "select relname as name from pg_class where relname in ('ticket', 'search_open') and relforcerowsecurity order by 1",
      );
      return { kept: rows.rows, forced: walls.rows };
    });
    expect(kept).toEqual([{ number: 1 }, { number: 3 }]);
    expect(forced).toEqual([{ name: "search_open" }, { name: "ticket" }]);
  },
);
