import type { Instant } from "../core/time/instant.ts";
import type { Database } from "./connect.ts";
import { query, statement } from "./query.ts";
import { acrossDesks } from "./transaction.ts";

/** Who was writing at an instant: transactions by the number that PostgreSQL gives each while it lasts. */
interface Mark {
  readonly at: Instant;
  readonly open: ReadonlySet<string>;
}

interface Looked {
  marks: readonly Mark[];
  upto: Instant | null;
}

const looked = new WeakMap<object, Looked>();

/** More marks than this say nothing more: the oldest that is kept is the one that holds the others up. */
const mostMarks = 100;

// Every transaction holds a lock on its own number; what is visible of the others is which database they are of. The
// server's own (autovacuum) have no user.
const writing = statement(
  "committed.writing",
  `select l.virtualxid as number from pg_locks l join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'virtualxid' and l.virtualxid = l.virtualtransaction and l.pid <> pg_backend_pid()
      and a.usesysid is not null and a.datname = current_database()`,
);

/**
 * Up to when everything that was written is committed, or never will be: the last instant at which
 * this process looked, since when all transactions that were open then have ended, however long
 * they took. A transaction that begins after a look reads its time after it. `null`: none is known
 * yet; the next look, a moment later, does.
 */
export async function committedUpTo(database: Database): Promise<Instant | null> {
  const known = looked.get(database) ?? { marks: [], upto: null };
  looked.set(database, known);
  const { at, open } = await acrossDesks(database, async (tx) => {
    // The time first: what begins between the two is in the list, and is waited for.
    const now = await tx.now();
    const rows = await query<{ number: string }>(tx, writing, []);
    // What begins in the very millisecond of the look is not in the list.
    return { at: now - 1, open: new Set(rows.map(({ number }) => number)) };
  });
  const marks = [...known.marks, { at, open }];
  const last = marks.findLast((mark) => mark.open.isDisjointFrom(open) || mark.open.size === 0);
  if (last !== undefined) known.upto = Math.max(last.at, known.upto ?? last.at);
  const upto = known.upto ?? Number.NEGATIVE_INFINITY;
  const waiting = marks.filter((mark) => mark.at > upto);
  // Those in the middle go first: the oldest is over soonest, the newest says most.
  known.marks =
    waiting.length > mostMarks ? waiting.filter((_, index) => index % 2 === 0) : waiting;
  return known.upto;
}
