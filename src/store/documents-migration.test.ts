import { afterAll, beforeAll, expect, test } from "vitest";
import { testConnection } from "../../test/kit/database.ts";
import { chained, noHead } from "./chain.ts";
import { withClient } from "./connect.ts";
import { migrate } from "./migrate.ts";
import { readMigrations } from "./migrations.ts";

const name = `documents_${crypto.randomUUID().replaceAll("-", "")}`;
const admin = (text: string): Promise<unknown> =>
  withClient(testConnection("postgres"), "owner", (client) => client.query(text));

beforeAll(() => admin(`create database ${name}`));
afterAll(() => admin(`drop database ${name} with (force)`));

const at = Date.parse("2026-11-20T12:00:00Z");
const event = {
  seq: 1,
  at,
  recorded: at,
  by: { kind: "client", name: "María Ñ. «dos\n»", address: null, contact: null },
  fact: { type: "noted", text: "1.50", nested: { z: [1, null], a: "\u{1F4CE}" } },
};
const [link] = chained(noHead, [event as never]);

test("events kept before their documents were texts say the same after it, and their chain holds", async () => {
  const connection = testConnection(name);
  const migrations = await readMigrations();
  await migrate(
    connection,
    migrations.filter(({ number }) => number < 31),
  );
  const written = new Date(event.at).toISOString();
  await withClient(connection, "owner", (client) =>
    client.query(
      `insert into ticket_event (desk_id, ticket, seq, at, recorded, type, by, fact, hash)
       values ('hib2b', 1, 1, $1, $1, 'noted', $2, $3, $4)`,
      [written, JSON.stringify(event.by), JSON.stringify(event.fact), link?.hash],
    ),
  );
  await migrate(connection, migrations);
  const found = await withClient(connection, "owner", (client) =>
    client.query("select seq, at, recorded, by, fact, hash from ticket_event"),
  );
  const { hash, ...kept } = found.rows[0];
  expect(kept).toEqual(event);
  expect(chained(noHead, [kept])[0]?.hash).toEqual(hash);
});

test("folios are still drawn, each once, by whoever may use a desk's sequence", async () => {
  const drawn = await withClient(testConnection(name), "owner", async (client) => {
    await client.query("select plazo.open_folios('club-de-golf')");
    return client.query("select next_folio('club-de-golf') as n from generate_series(1, 3)");
  });
  expect(drawn.rows.map(({ n }) => n)).toEqual([1, 2, 3]);
});
