import { afterAll, beforeAll, expect, test } from "vitest";
import { testConnection } from "../../test/kit/database.ts";
import { withClient } from "./connect.ts";
import { migrate } from "./migrate.ts";
import { readMigrations } from "./migrations.ts";

const name = `outbox_${crypto.randomUUID().replaceAll("-", "")}`;
const admin = (text: string): Promise<unknown> =>
  withClient(testConnection("postgres"), "owner", (client) => client.query(text));

beforeAll(() => admin(`create database ${name}`));
afterAll(() => admin(`drop database ${name} with (force)`));

test("a mail that waited laid out keeps its text as its words when they are kept instead", async () => {
  const connection = testConnection(name);
  const migrations = await readMigrations();
  await migrate(
    connection,
    migrations.filter(({ number }) => number < 12),
  );
  const laidOut = {
    text: "Lo recibimos.",
    html: "<p>Lo recibimos.</p>",
    language: "es",
    clock: null,
  };
  await withClient(connection, "owner", (client) =>
    client.query(
      `insert into outbox (desk_id, kind, ticket, key, moment, state, recipient, subject, payload, message_id, at, due)
       values ('hib2b', 'mail', 1, 'k', 'received', 'pending', 'a@example.com', 'HD-1', $1, '<1@example.com>', '2026-11-20', '2026-11-20')`,
      [JSON.stringify(laidOut)],
    ),
  );
  await migrate(connection, migrations);
  const kept = await withClient(connection, "owner", (client) =>
    client.query(
      "select payload, relforcerowsecurity as forced from outbox, pg_class where pg_class.oid = 'outbox'::regclass",
    ),
  );
  expect(kept.rows).toEqual([
    {
      forced: true,
      payload: {
        content: { body: "Lo recibimos.", open: "HD-1", facts: [], desk: "", footer: "" },
        link: null,
        language: "es",
        clock: null,
      },
    },
  ]);
});
