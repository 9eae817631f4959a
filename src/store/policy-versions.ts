import type { DatedException } from "../core/calendar/source.ts";
import type { PublishedException } from "../core/policy/bind.ts";
import type { Policy, PolicyVersion } from "../core/policy/policy.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

const columns = "desk_id as desk, number, effective, compiled as policy, hash";
const one = statement(
  "policy.one",
  `select ${columns} from policy_version where desk_id = $1 and number = $2`,
);
const newest = statement(
  "policy.newest",
  "select number, hash from policy_version where desk_id = $1 order by number desc limit 1",
);

/** A version by number. */
export function readPolicyVersion(
  tx: Transaction,
  number: number,
): Promise<PolicyVersion | undefined> {
  return queryOne(tx, one, [deskOf(tx), number]);
}

/** The number and hash of the newest version. */
export function newestPolicy(
  tx: Transaction,
): Promise<{ number: number; hash: string } | undefined> {
  return queryOne(tx, newest, [deskOf(tx)]);
}

const insert = statement(
  "policy.insert",
  `insert into policy_version (desk_id, number, effective, reason, author, source, compiled, hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

/** Adds a version. Two at once: the second fails on its number. */
export async function insertPolicyVersion(
  tx: Transaction,
  version: PolicyVersion,
  said: { readonly reason: string; readonly author: string; readonly source: string },
): Promise<void> {
  await execute(tx, insert, [
    deskOf(tx),
    version.number,
    instantParameter(version.effective),
    said.reason,
    said.author,
    said.source,
    JSON.stringify(version.policy satisfies Policy),
    version.hash,
  ]);
}

const history = statement(
  "policy.history",
  "select number, effective, reason, author, hash from policy_version where desk_id = $1 order by number desc limit 200",
);

/** What is known of a version without its contents. */
export interface PolicyChange {
  readonly number: number;
  readonly effective: Instant;
  readonly reason: string;
  readonly author: string;
  readonly hash: string;
}

/** The desk's versions, newest first. */
export function policyHistory(tx: Transaction): Promise<PolicyChange[]> {
  return query(tx, history, [deskOf(tx)]);
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
