import { Client } from "pg";
import { testPolicy } from "../test/kit/desk.ts";
import { isRefusal } from "../src/core/refusal.ts";
import { emptyCaches } from "../src/desk/caches.ts";
import { openDesk } from "../src/desk/desks/open-desk.ts";
import { markedPage } from "../src/desk/figures/marked-tickets.ts";
import { readBoard } from "../src/desk/figures/read-board.ts";
import { closeDatabase, openDatabase } from "../src/store/connect.ts";
import { clientConfig } from "../src/store/connection.ts";
import type { Connection } from "../src/store/connection.ts";
import { migrate } from "../src/store/migrate.ts";
import { under } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { plazoOn } from "./filing/record.ts";
import { dataFolder, databaseOf, startPlazo } from "./kit/plazo.ts";

const DESK = "minimal";
const TICKETS = 100_000;
const ROUNDS = 21;

/** A board of a year, and the tickets behind one of its marks, among 100,000 tickets with three promises each. */
export async function* figures(): AsyncGenerator<Figure> {
  const data = await dataFolder();
  const running = await startPlazo(data.path, { PLAZO_ROLE: "web", PLAZO_LOG: "warn" });
  const connection = await newDatabase(await databaseOf(data.path));
  const db = await openDatabase({ connection });
  const plazo = { ...(await plazoOn(db, "http://127.0.0.1:1")), caches: emptyCaches() };
  await openDesk(plazo, { policy: await testPolicy("minimal"), source: "" });
  await seed(connection);
  const year = await worst(async () => {
    const board = await readBoard(plazo, DESK, { weeks: 52 });
    if (isRefusal(board) || board.compliance.cells.length === 0) throw new Error("no board");
  });
  yield under(
    { figure: "a board of a year, all of 100,000 tickets, p95", value: year, unit: "ms" },
    500,
  );
  const usual = await worst(async () => void (await readBoard(plazo, DESK, { weeks: 4 })));
  yield under(
    { figure: "a board of four weeks among 100,000 tickets, p95", value: usual, unit: "ms" },
    300,
  );
  const mark = { figure: "compliance", part: "missed", clock: "resolucion" } as const;
  const list = await worst(async () => {
    const page = await markedPage(plazo, DESK, { mark, weeks: 52, cursor: null, limit: 50 });
    if (isRefusal(page) || page.rows.length < 50) throw new Error("the page is not full");
  });
  yield under(
    { figure: "the tickets behind a mark of a year's board, p95", value: list, unit: "ms" },
    300,
  );
  await closeDatabase(db);
  await running.stop();
  await data.remove();
}

/** The 95th percentile of some calls, in milliseconds; the first warms up. */
async function worst(call: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const began = performance.now();
    await call();
    if (round > 0) times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[Math.ceil(ROUNDS * 0.95) - 1] ?? 0;
}

async function newDatabase(server: Connection): Promise<Connection> {
  if (server.kind !== "socket") throw new Error("the bench runs on our own server");
  const owner = new Client(clientConfig(server, "owner"));
  await owner.connect();
  await owner.query("create database boards");
  await owner.end();
  const connection = { ...server, database: "boards" };
  const migrated = await migrate(connection);
  if (isRefusal(migrated)) throw new Error(migrated.refused);
  return connection;
}

/** Tickets of a year with what the figures count of them: a tenth is open, a tenth of the promises is missed. */
async function seed(connection: Connection): Promise<void> {
  const owner = new Client(clientConfig(connection, "owner"));
  await owner.connect();
  const made = `(select n, now() - (n::bigint * 7919 % 525600) * interval '1 minute' as filed,
      case n % 3 when 0 then 'baja' when 1 then 'media' else 'alta' end as severity from generate_series(1, ${TICKETS}) as n) as made`;
  await owner.query(
    `insert into ticket (desk_id, number, folio, seq, policy, subject, severity, severity_rank, provisional, level,
       state, progress, requester_name, requester_address, channel, filed_at, updated_at, closed_at, due_clock, due_at, due_kind,
       breached, sorts_at, subject_folded, address_folded, folio_folded, wakes_at, fold, head)
     select '${DESK}', n, 'HD-' || n, 3, 1, 'No puedo cargar la factura ' || n, severity, 1, false, 'mesa', 'recibido', 'working',
       'Cliente ' || n, 'cliente-' || n || '@example.com', 'form', filed, filed, case when n % 10 > 0 then filed + interval '1 day' end,
       'resolucion', filed + interval '1 day', 'limit', false, filed + interval '1 day', 'no puedo cargar la factura ' || n,
       'cliente-' || n || '@example.com', 'hd-' || n, null, jsonb_build_object('folio', 'HD-' || n), decode(md5(n::text), 'hex')
     from ${made}`,
  );
  await owner.query(
    `insert into measured_ticket (desk_id, number, seq, counted, severity, level, arrived_on, arrived_hour, received_at, turn,
       contacted_on, contact_minutes, solved_on, reopened, closed_on)
     select '${DESK}', n, 3, true, severity, 'mesa', filed::date, extract(hour from filed), filed, case when n % 10 = 0 then 'desk' end,
       filed::date, n % 600, filed::date, n % 20 = 0, case when n % 10 > 0 then filed::date + 1 end from ${made}`,
  );
  await owner.query(
    `insert into measured_promise (desk_id, ticket, clock, round, severity, level, outcome, deadline, due_on, due_week, stopped_on)
     select '${DESK}', n, clock, 1, severity, 'mesa', case when (n + length(clock)) % 10 = 0 then 'missed' else 'kept' end,
       filed + interval '1 day', filed::date + 1, date_trunc('week', filed + interval '1 day')::date, filed::date
     from ${made} cross join (values ('primer-contacto'), ('resolucion'), ('avance')) as c(clock)`,
  );
  await owner.query(
    `insert into measured_week
     select desk_id, due_week, clock, severity, level, count(*) filter (where outcome = 'kept'), count(*) filter (where outcome = 'missed')
       from measured_promise group by desk_id, due_week, clock, severity, level`,
  );
  await owner.query(
    `insert into measured_arrival
     select desk_id, date_trunc('week', arrived_on)::date, extract(isodow from arrived_on), arrived_hour, severity, level, count(*)
       from measured_ticket group by 1, 2, 3, 4, 5, 6`,
  );
  await owner.query(
    `insert into measured_solution
     select desk_id, date_trunc('week', solved_on)::date, severity, level, count(*), count(*) filter (where reopened)
       from measured_ticket group by 1, 2, 3, 4`,
  );
  await owner.query(
    `insert into measured_stay (desk_id, ticket, level, severity, closed_on, minutes)
     select '${DESK}', n, 'mesa', severity, filed::date + 1, n % 2000 from ${made} where n % 10 > 0`,
  );
  for (const table of [
    "ticket",
    "measured_ticket",
    "measured_promise",
    "measured_week",
    "measured_arrival",
    "measured_solution",
    "measured_stay",
  ])
    await owner.query(`vacuum analyze ${table}`);
  await owner.end();
}
