import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../../test/kit/database.ts";
import type { TestDatabase } from "../../test/kit/database.ts";
import { clientConfig } from "./connection.ts";
import { queryOne, statement } from "./query.ts";
import { countTickets, listTickets } from "./ticket-queue.ts";
import type { ListFilter } from "./ticket-queue.ts";
import { inDesk } from "./transaction.ts";
import type { Transaction } from "./transaction.ts";

const desk = "mesa";
const TICKETS = 4_000;
/** One in this many is what a rare list is of. */
const RARE = 400;

let fresh: TestDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
  const owner = new Client(clientConfig(fresh.connection, "owner"));
  await owner.connect();
  await owner.query("set search_path = plazo");
  await owner.query(
    `insert into ticket (desk_id, number, folio, seq, policy, subject, severity, severity_rank, provisional, level, state, progress, assignee_id, assignee_name,
       channel, filed_at, updated_at, closed_at, breached, sorts_at, subject_folded, folio_folded, category, urgency, fold, head)
     select $1, n, 'HD-' || n, 3, 1, 'x', case when r then 'critico' else 'bajo' end, 1, false, case when r then 'operaciones' else '' end,
            case when r then 'cancelado' else 'cerrado' end, 'closed', case when r then 'p-9' else 'p-1' end, 'P', 'form', t, t, t, r, '9999-12-31',
            'x', 'hd-' || n, case when r then 'tipo/rara' else 'tipo/1' end, case when r then 'claimed' end, '{}', decode(md5(n::text), 'hex')
       from (select n, n % $3 = 0 as r, date_trunc('milliseconds', now()) - n * interval '1 hour' as t from generate_series(1, $2::bigint) n) made`,
    [desk, TICKETS, RARE],
  );
  await owner.query("vacuum analyze ticket");
  await owner.end();
});
afterAll(() => fresh.close());

const statistics = statement(
  "",
  "select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::integer as n from pg_stat_xact_user_tables where relname = 'ticket'",
);

/** How many tickets this connection has read so far, since it last told the server. */
async function readSoFar(tx: Transaction): Promise<number> {
  return (await queryOne<{ n: number }>(tx, statistics, []))?.n ?? 0;
}

/** The numbers of a list's first page, how many it holds, and the tickets that were read for both. */
async function listed(
  filter: Omit<ListFilter, "closed">,
): Promise<{ readonly numbers: number[]; readonly count: number; readonly read: number }> {
  return inDesk(fresh.db, desk, async (tx) => {
    const closed = { ...filter, closed: true };
    const before = await readSoFar(tx);
    const rows = await listTickets(tx, closed, { after: null, limit: 50 });
    const count = await countTickets(tx, closed);
    const numbers = rows.map(({ number }) => number);
    return { numbers, count, read: (await readSoFar(tx)) - before };
  });
}

const rare = Array.from({ length: TICKETS / RARE }, (_, at) => (at + 1) * RARE);

const lists: Readonly<Record<string, Omit<ListFilter, "closed">>> = {
  "of a person": { assignee: "p-9" },
  "of whoever sees only their own": { seenBy: "p-9" },
  "of a severity": { severity: "critico" },
  "of a level": { level: "operaciones" },
  "of a state": { state: "cancelado" },
  "of a type": { category: "tipo/rara" },
  "of what missed a promise": { breached: true },
  "of a claimed urgency": { urgency: "claimed" },
};

describe("a list of closed tickets is led to by an index, however rare what it is of", () => {
  it.each(Object.entries(lists))("%s", async (_, filter) => {
    const found = await listed(filter);
    expect(found.numbers).toEqual(rare);
    expect(found.count).toBe(rare.length);
    expect(found.read).toBe(2 * rare.length);
  });
});
