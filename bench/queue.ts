import { Client } from "pg";
import { isRefusal } from "../src/core/refusal.ts";
import { queue } from "../src/desk/tickets/queue.ts";
import { closeDatabase, openDatabase } from "../src/store/connect.ts";
import type { Database } from "../src/store/connect.ts";
import { clientConfig } from "../src/store/connection.ts";
import type { Connection } from "../src/store/connection.ts";
import { migrate } from "../src/store/migrate.ts";
import { compared, median } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { listenTo, plazoOn } from "./filing/record.ts";
import type { Sent } from "./filing/record.ts";
import { addClient, differing, keepOpen, listFigures } from "./queue-lists.ts";
import { dataFolder, databaseOf, startPlazo } from "./kit/plazo.ts";

const DESK = "banco";
const FEW = 1_000;
const MANY = 100_000;
const PAGE = 50;
const ROUNDS = 20;
const CALLS = 25;

/** The first page of the queue among few open tickets and among many, in turns, beside its bare query. */
export async function* figures(): AsyncGenerator<Figure> {
  const data = await dataFolder();
  const running = await startPlazo(data.path, { PLAZO_ROLE: "web", PLAZO_LOG: "warn" });
  const server = await databaseOf(data.path);
  const few = await openQueue(server, FEW);
  const many = await openQueue(server, MANY);
  const times = { few: [] as number[], many: [] as number[], bare: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [a, b, c] = [await timed(few.page), await timed(many.page), await timed(many.bare)];
    // The first round warms up.
    if (round === 0) continue;
    times.few.push(a);
    times.many.push(b);
    times.bare.push(c);
  }
  const page = {
    figure: "the queue's first page of 100,000 open tickets",
    value: median(times.many),
    unit: "ms",
  };
  yield compared(page, { against: "the same of 1,000", other: median(times.few), most: 1.5 });
  yield compared(page, { against: "its bare query", other: median(times.bare), most: 3 });
  yield* listFigures({ plazo: many.plazo, desk: DESK, bare: median(times.many) });
  await few.close();
  await many.close();
  await running.stop();
  await data.remove();
}

/** Milliseconds of one call, as the mean of some. */
async function timed(call: () => Promise<number>): Promise<number> {
  const began = performance.now();
  for (let calls = 0; calls < CALLS; calls += 1)
    if ((await call()) < PAGE) throw new Error("the page is not full");
  return (performance.now() - began) / CALLS;
}

interface Queue {
  /** The act of the desk, as the workspace's address asks for it; gives how many rows came. */
  readonly page: () => Promise<number>;
  /** Its query alone, through `pg`, by the owner, whom no policy holds. */
  readonly bare: () => Promise<number>;
  readonly plazo: Awaited<ReturnType<typeof plazoOn>>;
  close(): Promise<void>;
}

async function openQueue(server: Connection, tickets: number): Promise<Queue> {
  const connection = await newDatabase(server, `queue_${tickets}`);
  const owner = new Client(clientConfig(connection, "owner"));
  await owner.connect();
  await seed(owner, tickets);
  const db = await openDatabase({ connection });
  const plazo = await plazoOn(db, "http://127.0.0.1:1");
  const statement = await listStatement(db);
  return {
    plazo,
    page: async () => (await queue(plazo, DESK, { filter: {}, limit: PAGE })).rows.length,
    bare: async () =>
      (await owner.query({ ...statement, values: [...statement.values] })).rows.length,
    async close() {
      await closeDatabase(db);
      await owner.end();
    },
  };
}

async function newDatabase(server: Connection, database: string): Promise<Connection> {
  if (server.kind !== "socket") throw new Error("the bench runs on our own server");
  const owner = new Client(clientConfig(server, "owner"));
  await owner.connect();
  await owner.query(`create database ${database}`);
  await owner.end();
  const connection = { ...server, database };
  const migrated = await migrate(connection);
  if (isRefusal(migrated)) throw new Error(migrated.refused);
  return connection;
}

/** Open tickets that fall due over the coming months, filed over the past ones. */
async function seed(owner: Client, tickets: number): Promise<void> {
  const { names, values } = {
    names: Object.keys(differing).join(", "),
    values: Object.values(differing).join(", "),
  };
  await owner.query(
    `insert into ticket (desk_id, number, folio, seq, policy, ${names}, severity_rank, provisional, requester_name, requester_address, channel, filed_at, updated_at, due_clock, due_at, due_kind,
       sorts_at, address_folded, folio_folded, wakes_at, fold, head)
     select '${DESK}', n, 'HD-' || n, 3, 1, ${values}, 1, false, 'Cliente ' || n, 'cliente-' || n || '@example.com', 'form', now() - n * interval '1 minute', now() - n * interval '1 minute', 'resolucion',
       now() + d * interval '1 minute', 'limit', now() + d * interval '1 minute',
       'cliente-' || n || '@example.com', 'hd-' || n, now() + d * interval '1 minute',
       jsonb_build_object('folio', 'HD-' || n, 'text', repeat('x', 1200)), decode(md5(n::text), 'hex')
     from (select n, (n::bigint * 7919) % ${tickets} as d from generate_series(1, ${tickets}) as n) as made`,
  );
  await addClient(owner, DESK);
  await keepOpen(owner, DESK);
  await owner.query("vacuum analyze ticket, search_open");
}

/** The statement that a page is read with, as the act of the desk sends it. */
async function listStatement(db: Database): Promise<Exclude<Sent, string>> {
  const transactions: Sent[][][] = [];
  const plazo = await plazoOn(listenTo(db, transactions), "http://127.0.0.1:1");
  await queue(plazo, DESK, { filter: {}, limit: PAGE });
  const list = transactions.flat(2).find((sent) => typeof sent !== "string");
  if (list === undefined || typeof list === "string") throw new Error("no list was read");
  return list;
}
