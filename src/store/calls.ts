import type { CallState, Direction } from "../core/telephone/report.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** What came of a call, as a person says. */
export type CallOutcome = "spoke" | "no-answer" | "left-message";

/** How a call that was owed ended. */
export type Settled = "reached" | "not-reached" | "dismissed";

/** A call of the desk's telephone. */
export interface CallRecord {
  readonly id: string;
  /** Who told of it: a token's id, or a member's. */
  readonly source: string;
  /** The exchange's own id; null: a person logged it. */
  readonly external: string | null;
  readonly direction: Direction;
  readonly state: CallState;
  /** The other side's number as it was shown; null: withheld. */
  readonly number: string | null;
  readonly ending: string | null;
  readonly own: string | null;
  readonly extension: string | null;
  readonly member: string | null;
  readonly memberName: string | null;
  readonly began: Instant;
  readonly answered: Instant | null;
  readonly ended: Instant | null;
  readonly recording: string | null;
  readonly outcome: CallOutcome | null;
  readonly who: string | null;
  readonly contact: string | null;
  readonly ticket: number | null;
  /** When they are called back at the latest; null: no call is owed. */
  readonly owed: Instant | null;
  readonly attempts: number;
  readonly settled: Settled | null;
  readonly settledAt: Instant | null;
  readonly closedBy: readonly string[] | null;
}

/** A call in a list, with whose it is. */
export interface CallRow extends CallRecord {
  readonly folio: string | null;
  readonly subject: string | null;
  readonly contactName: string | null;
  readonly organisationName: string | null;
}

const own = `c.id, c.source, c.external, c.direction, c.state, c.number, c.ending, c.own, c.extension, c.member,
  c.member_name as "memberName", c.began, c.answered, c.ended, c.recording, c.outcome, c.who, c.contact, c.ticket,
  c.owed, c.attempts, c.settled, c.settled_at as "settledAt", c.closed_by as "closedBy"`;
const shown = `${own}, t.folio, t.subject, p.name as "contactName", o.name as "organisationName"`;
const joins = `left join ticket t on t.desk_id = c.desk_id and t.number = c.ticket
  left join contact_person p on p.desk_id = c.desk_id and p.id = c.contact
  left join organisation o on o.desk_id = p.desk_id and o.id = p.organisation`;

const byId = statement(
  "call.read",
  `select ${shown} from call c ${joins} where c.desk_id = $1 and c.id = $2`,
);
const lockById = statement(
  "call.lock",
  `select ${own} from call c where c.desk_id = $1 and c.id = $2 for update`,
);
const lockExternal = statement(
  "call.lock-external",
  `select ${own} from call c where c.desk_id = $1 and c.source = $2 and c.external = $3 for update`,
);
const page = statement(
  "call.list",
  `select ${shown} from call c ${joins} where c.desk_id = $1 order by c.began desc, c.id desc limit $2`,
);
const pageAfter = statement(
  "call.list.after",
  `select ${shown} from call c ${joins}
    where c.desk_id = $1 and (c.began, c.id) < ($3::timestamptz, $4::uuid) order by c.began desc, c.id desc limit $2`,
);
const owedNow = statement(
  "call.owed",
  `select ${shown} from call c ${joins}
    where c.desk_id = $1 and c.owed is not null and c.settled is null order by c.owed, c.id limit $2`,
);
const answering = statement(
  "call.answering",
  `select ${shown} from call c ${joins} where c.desk_id = $1 and c.member = $2 and c.state = 'answered' and c.began > $3::timestamptz
    order by c.began desc limit 1`,
);

/** A call by its id. */
export function readCall(tx: Transaction, id: string): Promise<CallRow | undefined> {
  return queryOne(tx, byId, [deskOf(tx), id]);
}

/** The same, locked. */
export function lockCall(tx: Transaction, id: string): Promise<CallRecord | undefined> {
  return queryOne(tx, lockById, [deskOf(tx), id]);
}

/** A call by the id that its exchange has for it, locked. */
export function lockExternalCall(
  tx: Transaction,
  source: string,
  external: string,
): Promise<CallRecord | undefined> {
  return queryOne(tx, lockExternal, [deskOf(tx), source, external]);
}

/** Where a page of calls ends. */
export interface CallPlace {
  readonly at: Instant;
  readonly id: string;
}

/** Calls, newest first, after a place (null: from the newest). */
export function listCalls(
  tx: Transaction,
  after: CallPlace | null,
  limit: number,
): Promise<CallRow[]> {
  if (after === null) return query(tx, page, [deskOf(tx), limit]);
  return query(tx, pageAfter, [deskOf(tx), limit, instantParameter(after.at), after.id]);
}

/** The calls that are owed, what falls due first before. */
export function owedCalls(tx: Transaction, limit: number): Promise<CallRow[]> {
  return query(tx, owedNow, [deskOf(tx), limit]);
}

/** The newest call that a member's extension has on the line since an instant. */
export function callOfMember(
  tx: Transaction,
  member: string,
  since: Instant,
): Promise<CallRow | undefined> {
  return queryOne(tx, answering, [deskOf(tx), member, instantParameter(since)]);
}

const columns = `desk_id, id, source, external, direction, state, number, ending, own, extension, member, member_name,
  began, answered, ended, recording, outcome, who, contact, ticket, owed, attempts, settled, settled_at, closed_by`;
const put = statement(
  "call.put",
  `insert into call (${columns})
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)
   on conflict (desk_id, id) do update set state = excluded.state, number = excluded.number, ending = excluded.ending, own = excluded.own,
     extension = excluded.extension, member = excluded.member, member_name = excluded.member_name, began = excluded.began,
     answered = excluded.answered, ended = excluded.ended, recording = excluded.recording, outcome = excluded.outcome,
     who = excluded.who, contact = excluded.contact, ticket = excluded.ticket, owed = excluded.owed, attempts = excluded.attempts,
     settled = excluded.settled, settled_at = excluded.settled_at, closed_by = excluded.closed_by`,
);

const when = (at: Instant | null): string | null => (at === null ? null : instantParameter(at));

/** Writes a call, new or as it is now. */
export async function putCall(tx: Transaction, call: CallRecord): Promise<void> {
  const what = [call.id, call.source, call.external, call.direction, call.state];
  const where = [call.number, call.ending, call.own, call.extension, call.member, call.memberName];
  const times = [when(call.began), when(call.answered), when(call.ended)];
  const came = [call.recording, call.outcome, call.who, call.contact, call.ticket];
  const owed = [when(call.owed), call.attempts, call.settled, when(call.settledAt), call.closedBy];
  await execute(tx, put, [deskOf(tx), ...what, ...where, ...times, ...came, ...owed]);
}

const settle = statement(
  "call.settle-number",
  `update call set settled = 'reached', settled_at = $3::timestamptz, ticket = coalesce(ticket, $4::bigint)
    where desk_id = $1 and ending = $2 and owed is not null and settled is null`,
);

/** Somebody was spoken with: no call is owed to their number any more. */
export function settleNumber(
  tx: Transaction,
  ending: string,
  { at, ticket }: { readonly at: Instant; readonly ticket: number | null },
): Promise<number> {
  return execute(tx, settle, [deskOf(tx), ending, instantParameter(at), ticket]);
}

const key = statement(
  "call.key",
  "select pg_advisory_xact_lock(hashtextextended($1 || ' call ' || $2 || ' ' || $3, 0))",
);

/** Lets one report of a call of an exchange be written at a time, also before there is a row to lock. */
export async function lockCallKey(
  tx: Transaction,
  source: string,
  external: string,
): Promise<void> {
  await execute(tx, key, [deskOf(tx), source, external]);
}
