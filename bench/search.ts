import { Client } from "pg";
import { testPolicy } from "../test/kit/desk.ts";
import { isRefusal } from "../src/core/refusal.ts";
import { DAY } from "../src/core/time/instant.ts";
import { openDesk } from "../src/desk/desks/open-desk.ts";
import { makeToken } from "../src/desk/integrations/tokens.ts";
import { indexTickets } from "../src/desk/search/index-tickets.ts";
import type { Plazo } from "../src/desk/plazo.ts";
import { api } from "../src/http/api/api.ts";
import { closeDatabase, openDatabase } from "../src/store/connect.ts";
import { clientConfig } from "../src/store/connection.ts";
import type { Connection } from "../src/store/connection.ts";
import { migrate } from "../src/store/migrate.ts";
import { told, under } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { plazoOn } from "./filing/record.ts";
import { dataFolder, databaseOf, startPlazo } from "./kit/plazo.ts";
import { identifiers, narrowed, typed, words } from "./search/asked.ts";
import { indexSeeded, seedTickets } from "./search/seed.ts";

const TICKETS = Number(process.env["BENCH_SEARCH_TICKETS"] ?? 500_000);
/** Of which are open. */
const OPEN = Math.round(TICKETS / 25);
/** Tickets that the worker's own act makes found; the others are there already. */
const INDEXED = 2_000;
/** Milliseconds that whoever types waits at the 95th percentile. */
const BAR = 50;

/**
 * What one who types into the box waits for among half a million tickets of a desk, by the API in
 * process: sentences letter by letter; identifiers by their beginnings; pairs of words, some of which
 * hardly any ticket has; and all that narrows. And how many tickets one worker makes found in a second.
 */
export async function* figures(): AsyncGenerator<Figure> {
  const data = await dataFolder();
  const running = await startPlazo(data.path, { PLAZO_ROLE: "web", PLAZO_LOG: "warn" });
  const connection = await newDatabase(await databaseOf(data.path));
  const owner = new Client(clientConfig(connection, "owner"));
  await owner.connect();
  const db = await openDatabase({ connection });
  const plazo = await plazoOn(db, "http://127.0.0.1:1");
  const policy = await testPolicy("minimal");
  await openDesk(plazo, { policy, source: "" });
  const desk = policy.desk.id;
  await seedTickets(owner, { desk, tickets: INDEXED, open: INDEXED / 2 });
  const rate = await indexingRate(plazo, desk);
  yield told({ figure: "tickets that one worker makes found", value: rate, unit: "1/s" });
  await owner.query("truncate ticket, search_ticket, search_key, search_open, search_progress");
  await seedTickets(owner, { desk, tickets: TICKETS, open: OPEN });
  await indexSeeded(owner, desk);
  yield told({ figure: "what searches read, on disk", value: await sizeOf(owner), unit: "MB" });
  const ask = await asking(plazo, desk);
  for (const [kind, sought] of Object.entries({ typed, identifiers, words, narrowed }))
    yield* waited(kind, await timesOf(ask, sought(TICKETS)));
  await closeDatabase(db);
  await owner.end();
  await running.stop();
  await data.remove();
}

async function newDatabase(server: Connection): Promise<Connection> {
  if (server.kind !== "socket") throw new Error("the bench runs on our own server");
  const owner = new Client(clientConfig(server, "owner"));
  await owner.connect();
  await owner.query("create database search");
  await owner.end();
  const connection = { ...server, database: "search" };
  const migrated = await migrate(connection);
  if (isRefusal(migrated)) throw new Error(migrated.refused);
  return connection;
}

async function indexingRate(plazo: Plazo, desk: string): Promise<number> {
  const began = performance.now();
  let done = 0;
  while (done < INDEXED) {
    const some = await indexTickets(plazo, desk, { most: 100 });
    if (some === 0) throw new Error(`${done} of ${INDEXED} tickets were made found`);
    done += some;
  }
  return done / ((performance.now() - began) / 1_000);
}

async function sizeOf(owner: Client): Promise<number> {
  const { rows } = await owner.query<{ bytes: string }>(
    "select pg_total_relation_size('search_ticket') + pg_total_relation_size('search_key') as bytes",
  );
  return Number(rows[0]?.bytes ?? 0) / 1_048_576;
}

/** Asks the API as a program with a token does; the answer is read whole. */
async function asking(plazo: Plazo, desk: string): Promise<(q: string) => Promise<void>> {
  const by = { id: "bench", name: "Bench" };
  const made = await makeToken(plazo, desk, {
    ...{ name: "bench", scopes: ["tickets:read"] as const, by },
    expires: Date.now() + DAY,
  });
  if (isRefusal(made)) throw new Error(made.refused);
  const auth = { whoIs: () => Promise.resolve(null) } as never;
  const app = api({
    plazo,
    auth,
    serves: () => true,
    rate: { limit: 1_000_000, within: 60_000 },
  });
  const headers = { authorization: `Bearer ${made.token}` };
  return async (q) => {
    const answer = await app.request(
      `/desks/${desk}/search?${new URLSearchParams({ q, limit: "12" })}`,
      { headers },
    );
    if (answer.status !== 200) throw new Error(await answer.text());
    await answer.json();
  };
}

async function timesOf(
  ask: (q: string) => Promise<void>,
  sought: readonly string[],
): Promise<readonly number[]> {
  const times: number[] = [];
  // The first round warms up.
  for (let round = 0; round < 4; round += 1)
    for (const q of sought) {
      const began = performance.now();
      await ask(q);
      if (round > 0) times.push(performance.now() - began);
    }
  return times.toSorted((a, b) => a - b);
}

const kinds: Readonly<Record<string, string>> = {
  typed: "sentences letter by letter",
  identifiers: "identifiers by their beginnings",
  words: "pairs of words",
  narrowed: "with dates, filters, denials and phrases",
};

function* waited(kind: string, times: readonly number[]): Iterable<Figure> {
  const figure = `searching ${TICKETS.toLocaleString("en")} tickets, ${kinds[kind] ?? kind}`;
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  yield told({ figure: `${figure}: p50`, value: at(0.5), unit: "ms" });
  yield under({ figure: `${figure}: p95`, value: at(0.95), unit: "ms" }, BAR);
}
