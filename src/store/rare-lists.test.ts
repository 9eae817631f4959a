import fc from "fast-check";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase } from "../../test/kit/database.ts";
import type { TestDatabase } from "../../test/kit/database.ts";
import { clientConfig } from "./connection.ts";
import { countTickets, listTickets } from "./ticket-queue.ts";
import type { ListedTicket, ListFilter, ListPlace } from "./ticket-queue.ts";
import { folded } from "./folded.ts";
import { inDesk } from "./transaction.ts";

const desk = "mesa";
/** More than what is looked at before the narrow rows. */
const TICKETS = 1_400;
const subjects = [
  "Facturación de la niñería",
  "No timbra el camión",
  "FACTURA cancelada",
  "Ñandú 100%",
];

interface Row {
  readonly number: number;
  readonly severity: string;
  readonly level: string;
  readonly state: string;
  readonly progress: string;
  readonly assignee: string | null;
  readonly breached: boolean;
  readonly category: string;
  readonly urgency: string | null;
  readonly subject: string;
  readonly sortsAt: number;
  readonly updatedAt: number;
}

let fresh: TestDatabase;
let owner: Client;
let rows: readonly Row[];

const columns = `desk_id, number, seq, severity, level, state, progress, assignee_id, breached, category, urgency,
  sorts_at, updated_at, subject_folded`;

beforeAll(async () => {
  fresh = await freshDatabase();
  owner = new Client(clientConfig(fresh.connection, "owner"));
  await owner.connect();
  await owner.query("set search_path = plazo");
  for (const [one, tickets] of [
    [desk, TICKETS],
    ["ajena", 50],
  ] as const)
    await owner.query(
      `insert into ticket (desk_id, number, folio, seq, policy, subject, severity, severity_rank, provisional, level, state, progress,
         assignee_id, assignee_name, channel, filed_at, updated_at, breached, sorts_at, subject_folded, folio_folded, category, urgency, fold, head)
       select $1, n, 'HD-' || n, 3, 1, s.subject, (array['bajo','alto'])[1 + n % 2], 1, false, (array['', 'operaciones'])[1 + n % 5 / 4],
              case when n % 97 = 0 then 'rara' else 'recibido' end, (array['unattended', 'working', 'scheduled'])[1 + n % 3],
              nullif((array['', 'p-1', 'p-2'])[1 + n % 11 % 3], ''), nullif((array['', 'P1', 'P2'])[1 + n % 11 % 3], ''), 'form',
              date_trunc('milliseconds', now()) - n * interval '1 hour', date_trunc('milliseconds', now()) - (n * 37 % $2) * interval '1 hour' - interval '1 hour', n % 13 = 0,
              date_trunc('milliseconds', now()) + (n * 17 % $2) * interval '1 minute', s.folded, 'hd-' || n, 'tipo/' || n % 7, case when n % 41 = 0 then 'claimed' end,
              '{}', decode(md5(n::text), 'hex')
         from generate_series(1, $2::bigint) n, lateral (select ($3::text[])[1 + n % 4] as subject, ($4::text[])[1 + n % 4] as folded) s`,
      [one, tickets, subjects, subjects.map((subject) => folded(subject))],
    );
  await owner.query(`insert into search_open (${columns}) select ${columns} from ticket`);
  await owner.query(
    "insert into search_progress select id, date_trunc('milliseconds', now()), 1 from (values ($1), ('ajena')) d(id)",
    [desk],
  );
  // What the worker has not seen yet: tickets that changed, were closed, and were filed meanwhile.
  await owner.query(
    "update ticket set state = 'rara', seq = 4, updated_at = date_trunc('milliseconds', now()) where number % 31 = 0",
  );
  await owner.query(
    "update ticket set state = 'recibido', seq = 4, updated_at = date_trunc('milliseconds', now()), sorts_at = date_trunc('milliseconds', now()) + interval '3 minutes' where number % 97 = 5 or number % 194 = 0",
  );
  await owner.query(
    "update ticket set closed_at = date_trunc('milliseconds', now()), seq = 4, updated_at = date_trunc('milliseconds', now()) where number % 101 = 0",
  );
  await owner.query(
    "delete from search_open where number % 53 = 0; update ticket set updated_at = date_trunc('milliseconds', now()) where number % 53 = 0",
  );
  await owner.query("analyze ticket, search_open");
  const read = await owner.query<Row>(
    `select number::integer, severity, level, state, progress, assignee_id as assignee, breached, category, urgency, subject,
            extract(epoch from sorts_at)::float8 as "sortsAt", extract(epoch from updated_at)::float8 as "updatedAt"
       from ticket where desk_id = $1 and closed_at is null`,
    [desk],
  );
  rows = read.rows;
});
afterAll(async () => {
  await owner.end();
  await fresh.close();
});

/** The list as reading every open ticket gives it. */
function compared(filter: Omit<ListFilter, "closed">): number[] {
  const words = folded(filter.text ?? "")
    .split(/\s+/u)
    .filter(Boolean);
  const kept = rows.filter(
    (row) =>
      (filter.severity === undefined || row.severity === filter.severity) &&
      (filter.level === undefined || row.level === filter.level) &&
      (filter.state === undefined || row.state === filter.state) &&
      (filter.category === undefined || row.category === filter.category) &&
      (filter.urgency === undefined || row.urgency === filter.urgency) &&
      (filter.assignee === undefined || row.assignee === filter.assignee) &&
      (filter.seenBy === undefined || row.assignee === filter.seenBy) &&
      (filter.progress === undefined ||
        (filter.progress as readonly string[]).includes(row.progress)) &&
      (filter.breached !== true || row.breached) &&
      words.every((word) => folded(row.subject).includes(word)),
  );
  const by = (row: Row): number =>
    ({ due: row.sortsAt, newest: -row.number, oldest: row.number, changed: -row.updatedAt })[
      filter.sort ?? "due"
    ];
  const falling = filter.sort === "changed" ? -1 : 1;
  return kept
    .toSorted((a, b) => by(a) - by(b) || falling * (a.number - b.number))
    .map(({ number }) => number);
}

function placeAfter(
  { sortsAt, updatedAt, number }: ListedTicket,
  filter: Omit<ListFilter, "closed">,
): ListPlace {
  return { at: filter.sort === "changed" ? updatedAt : sortsAt, number };
}

const some = <T>(...values: T[]): fc.Arbitrary<T | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined });
const filters = fc
  .record({
    severity: some("alto", "ninguna"),
    level: some("operaciones"),
    state: some("rara", "recibido", "otra"),
    category: some("tipo/3", "tipo/6"),
    urgency: some("claimed" as const, "refused" as const),
    assignee: some(null, "p-1", "p-9"),
    seenBy: some("p-2"),
    progress: some(["scheduled" as const], ["working" as const, "scheduled" as const]),
    breached: some(true),
    text: some("factura", "ninería", "100%", "factura nineria", "zzz", "Ñandu"),
    sort: some("due" as const, "newest" as const, "oldest" as const, "changed" as const),
  })
  .map(
    (all) =>
      Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Omit<
        ListFilter,
        "closed"
      >,
  );

async function holds(filter: Omit<ListFilter, "closed">, limit: number): Promise<void> {
  const right = compared(filter);
  await inDesk(fresh.db, desk, async (tx) => {
    const list = { ...filter, closed: false };
    const first = await listTickets(tx, list, { after: null, limit });
    expect(first.map(({ number }) => number)).toEqual(right.slice(0, limit));
    const last = first.at(-1);
    if (last !== undefined) {
      const next = await listTickets(tx, list, { after: placeAfter(last, filter), limit });
      expect(next.map(({ number }) => number)).toEqual(right.slice(limit, 2 * limit));
    }
    expect(await countTickets(tx, list)).toBe(Math.min(1_000, right.length));
  });
}

it("a list holds what reading every open ticket gives, in its order, page by page, also what has just changed", async () => {
  await fc.assert(fc.asyncProperty(filters, fc.integer({ min: 1, max: 60 }), holds), {
    numRuns: 120,
  });
});

it("rare lists are whole", async () => {
  for (const filter of [
    { state: "rara" },
    { urgency: "claimed" as const, text: "ninería" },
    { state: "otra" },
  ])
    await holds(filter, 50);
});

it("while what searches read is not whole, a list is read from the tickets themselves", async () => {
  await owner.query("begin; update search_progress set since = 7; delete from search_open; commit");
  await holds({ state: "rara" }, 50);
  await holds({ state: "rara", sort: "changed" }, 20);
});
