import type { DatedException } from "../core/calendar/source.ts";
import type { PublishedException } from "../core/policy/bind.ts";
import type { PolicyVersion } from "../core/policy/policy.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

const columns = "desk_id as desk, number, effective, compiled as policy, hash";
const one = statement(
  "policy.one",
  `select ${columns} from policy_version where desk_id = $1 and number = $2`,
);

/**
 * The number of the version in force, as an SQL expression; `desk` and `at` are expressions too. In the
 * order of their numbers versions also take effect: the newest that has, and was not withdrawn. There
 * is no time before the first: a desk whose past is written down afterwards had its first manual then.
 */
export function numberInForce(desk: string, at: string): string {
  return `(select v.number from policy_version v
            where v.desk_id = ${desk} and (v.effective <= ${at} or v.number = 1)
              and not exists (select from policy_withdrawal w where w.desk_id = v.desk_id and w.number = v.number)
            order by v.number desc limit 1)`;
}

const inForce = statement("policy.in-force", `select ${numberInForce("$1", "$2")} as number`);

/** A version by number. */
export function readPolicyVersion(
  tx: Transaction,
  number: number,
): Promise<PolicyVersion | undefined> {
  return queryOne(tx, one, [deskOf(tx), number]);
}

/** The number of the version in force at an instant, else when the transaction began; `undefined`: there is none yet. */
export async function policyNumberInForce(
  tx: Transaction,
  at: Instant = tx.began,
): Promise<{ readonly number: number } | undefined> {
  const row = await queryOne<{ number: number | null }>(tx, inForce, [
    deskOf(tx),
    instantParameter(at),
  ]);
  return row === undefined || row.number === null ? undefined : { number: row.number };
}

const newestExceptionOf = statement(
  "exception.newest",
  "select number from calendar_exception where desk_id = $1 order by number desc limit 1",
);

/** The number of the newest calendar exception; 0: none. */
export async function newestException(tx: Transaction): Promise<number> {
  return (await queryOne<{ number: number }>(tx, newestExceptionOf, [deskOf(tx)]))?.number ?? 0;
}

const exceptions = statement(
  "exception.list",
  "select calendar, date, open, why, published from calendar_exception where desk_id = $1 and number <= $2 order by number",
);

interface ExceptionRow {
  readonly calendar: string;
  readonly date: string;
  readonly open: DatedException["open"];
  readonly why: NonNullable<DatedException["why"]> | null;
  readonly published: Instant;
}

/** The exceptions published up to a number, in the order of their publication. */
export async function readExceptions(tx: Transaction, upTo: number): Promise<PublishedException[]> {
  const rows = await query<ExceptionRow>(tx, exceptions, [deskOf(tx), upTo]);
  return rows.map(({ why, ...exception }) => (why === null ? exception : { ...exception, why }));
}

const lockDesk = statement("exception.lock", "select id from desk where id = $1 for update");

/** Has other publications of the desk wait for this one: their numbers follow their times. */
export async function lockExceptions(tx: Transaction): Promise<void> {
  await query(tx, lockDesk, [deskOf(tx)]);
}

const addException = statement(
  "exception.insert",
  `insert into calendar_exception (desk_id, number, calendar, date, open, why, published, author)
   select $1, coalesce(max(number), 0) + 1, $2, $3::date, $4::jsonb, $5::jsonb, $6, $7 from calendar_exception where desk_id = $1
   returning number`,
);

/** Publishes an exception of a calendar; gives its number, one more than the desk's last. */
export async function insertException(
  tx: Transaction,
  exception: PublishedException & { readonly published: Instant },
  author: string,
): Promise<number> {
  const added = await queryOne<{ number: number }>(tx, addException, [
    deskOf(tx),
    exception.calendar,
    exception.date,
    JSON.stringify(exception.open),
    exception.why === undefined ? null : JSON.stringify(exception.why),
    instantParameter(exception.published),
    author,
  ]);
  if (added === undefined) throw new Error("exception.insert gave no number");
  return added.number;
}

const listed = statement(
  "exception.page",
  `select number, calendar, date, open, why, published, author from calendar_exception
    where desk_id = $1 and number < $2 order by number desc limit $3`,
);

/** An exception as it is listed: with its number, and who published it. */
export type ListedException = PublishedException & {
  readonly number: number;
  readonly published: Instant;
  readonly author: string;
};

/** A page of the desk's exceptions, the newest first: those with numbers below `before`. */
export async function exceptionsBefore(
  tx: Transaction,
  before: number,
  most: number,
): Promise<ListedException[]> {
  const rows = await query<ExceptionRow & Pick<ListedException, "number" | "author">>(tx, listed, [
    deskOf(tx),
    before,
    most,
  ]);
  return rows.map(({ why, ...exception }) => (why === null ? exception : { ...exception, why }));
}
