import { SECOND } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import { deskOf } from "../append.ts";
import { execute, query, queryOne, statement } from "../query.ts";
import { instantParameter } from "../time.ts";
import type { Transaction } from "../transaction.ts";

/** How far back each look goes, in milliseconds: what is written now may carry a time of some moments ago. */
export const overlap: number = 10 * SECOND;

// Of a desk without progress nothing was read yet: it has just been opened, or a crash emptied what searches read.
const behind = statement(
  "search.behind",
  `select d.id as desk from desk d left join search_progress p on p.desk_id = d.id
    where p.desk_id is null or p.since > 1
       or exists (select from ticket t where t.desk_id = d.id and t.updated_at >= p.upto
                     and not exists (select from search_ticket s where s.desk_id = d.id and s.number = t.number and s.seq >= t.seq))
    order by d.id`,
);

/** Desks with something that searches do not know yet. One look at an index for each desk. */
export async function desksBehind(tx: Transaction): Promise<string[]> {
  const rows = await query<{ desk: string }>(tx, behind, []);
  return rows.map(({ desk }) => desk);
}

/** How far the words of a desk are read. */
export interface SearchProgress {
  /** What changed up to this instant is in. */
  readonly upto: Instant;
  /** Of what was there before, all from this number on; 1: all. */
  readonly since: number;
  /** The newest change of the desk; null: it has no ticket. */
  readonly newest: Instant | null;
}

const take = statement(
  "search.take",
  `select upto, since, (select max(updated_at) from ticket where desk_id = $1) as newest
     from search_progress where desk_id = $1 for update skip locked`,
);
const begin = statement(
  "search.begin",
  `insert into search_progress (desk_id, upto, since)
   select $1, $2, coalesce((select max(number) from ticket where desk_id = $1), 0) + 1
   on conflict do nothing`,
);
const setUpto = statement(
  "search.upto",
  "update search_progress set upto = greatest(upto, $2) where desk_id = $1",
);
const setSince = statement(
  "search.since",
  "update search_progress set since = $2 where desk_id = $1",
);

/** Takes a desk's progress until the transaction ends; `undefined`: another worker has it. Where there is none it begins at `now`. */
export async function takeProgress(
  tx: Transaction,
  now: Instant,
): Promise<SearchProgress | undefined> {
  const taken = await queryOne<SearchProgress>(tx, take, [deskOf(tx)]);
  if (taken !== undefined) return taken;
  await execute(tx, begin, [deskOf(tx), instantParameter(now)]);
  return queryOne(tx, take, [deskOf(tx)]);
}

/** What changed up to an instant is in. */
export async function readUpTo(tx: Transaction, upto: Instant): Promise<void> {
  await execute(tx, setUpto, [deskOf(tx), instantParameter(upto)]);
}

/** What was there before is in from a number on. */
export async function readSince(tx: Transaction, since: number): Promise<void> {
  await execute(tx, setSince, [deskOf(tx), since]);
}

/** A ticket that changed, and when. */
export interface Changed {
  readonly number: number;
  readonly at: Instant;
}

const changed = statement(
  "search.changed",
  `select t.number, t.updated_at as at from ticket t
    where t.desk_id = $1 and t.updated_at >= $2
      and not (exists (select from search_ticket s where s.desk_id = $1 and s.number = t.number and s.seq >= t.seq)
           and (t.closed_at is not null
             or exists (select from search_open s where s.desk_id = $1 and s.number = t.number and s.seq >= t.seq)))
    order by t.updated_at, t.number limit $3`,
);

/** Tickets that changed since an instant and are not in as they are now, the longest first. */
export function changedSince(tx: Transaction, since: Instant, most: number): Promise<Changed[]> {
  return query(tx, changed, [deskOf(tx), instantParameter(since), most]);
}

const before = statement(
  "search.before",
  `select t.number,
          exists (select from search_ticket s where s.desk_id = $1 and s.number = t.number and s.seq >= t.seq) as "isIn"
     from ticket t where t.desk_id = $1 and t.number < $2 order by t.number desc limit $3`,
);

/** Tickets before a number, the newest first, and whether each is in as it is now. */
export function ticketsBefore(
  tx: Transaction,
  number: number,
  most: number,
): Promise<{ readonly number: number; readonly isIn: boolean }[]> {
  return query(tx, before, [deskOf(tx), number, most]);
}

/** Whether everything of the desk `$1` is found, as SQL. */
export const whole = "exists (select from search_progress where desk_id = $1 and since <= 1)";

const isWhole = statement("search.is-whole", `select ${whole} as whole`);

/** Whether everything of the desk is found; while it is being read, only the newest is. */
export async function isSearchWhole(tx: Transaction): Promise<boolean> {
  const row = await queryOne<{ whole: boolean }>(tx, isWhole, [deskOf(tx)]);
  return row?.whole ?? false;
}
