import type { Progress, Ticket } from "../core/ticket/ticket.ts";
import type { Instant } from "../core/time/instant.ts";
import { readTelephone, telephoneEnding } from "../core/register/telephone.ts";
import { folded } from "./folded.ts";
import { query, queryOne, statement } from "./query.ts";
import type { Columns } from "./ticket-records.ts";
import { instantParameter } from "./time.ts";
import { lockOne, lockStatement } from "./transaction.ts";
import type { Transaction } from "./transaction.ts";

/** What falls due next: `at` is none while everything that would run is paused. */
export type NextDue =
  | { readonly clock: string; readonly kind: "limit"; readonly at: Instant }
  | { readonly clock: string; readonly kind: "paused"; readonly at: null };

/** A ticket's row: the fold, and what the lists sort and filter by. */
export interface TicketRow {
  readonly number: number;
  readonly ticket: Ticket;
  readonly severityRank: number;
  readonly state: string;
  readonly progress: Progress;
  readonly due: NextDue | null;
  readonly breached: boolean;
  /** When the client is to be called (CC-11); null: no call is due. */
  readonly callDue: Instant | null;
  readonly wakesAt: Instant | null;
  /** The newest exception of the calendars that it was decided with; 0: none. */
  readonly exceptions: number;
  /** The portal as the register of owners knows it. */
  readonly portal: string | null;
  /** What a tracker sorts it under, by the version that binds it (HB-12). */
  readonly category: string;
  /** The hash of the newest event. */
  readonly head: Uint8Array;
}

/** A ticket as it was locked, with the time read after the lock. */
export interface LockedTicket {
  readonly number: number;
  readonly ticket: Ticket;
  readonly head: Buffer;
  readonly wakesAt: Instant | null;
  readonly troubled: number;
  /** The newest exception of the calendars that it was decided with; 0: none. */
  readonly exceptions: number;
  readonly now: Instant;
}

/** The columns of a ticket's row that the program writes, in the order of `ticketValues`. */
export const ticketColumns: Columns = [
  ["desk_id", "text"],
  ["number", "bigint"],
  ["folio", "text"],
  ["seq", "integer"],
  ["policy", "integer"],
  ["subject", "text"],
  ["severity", "text"],
  ["severity_rank", "smallint"],
  ["provisional", "boolean"],
  ["level", "text"],
  ["state", "text"],
  ["progress", "text"],
  ["assignee_id", "text"],
  ["assignee_name", "text"],
  ["requester_name", "text"],
  ["requester_address", "text"],
  ["channel", "text"],
  ["portal", "text"],
  ["category", "text"],
  ["held", "text"],
  ["present", "boolean"],
  ["urgency", "text"],
  ["filed_at", "timestamptz"],
  ["updated_at", "timestamptz"],
  ["closed_at", "timestamptz"],
  ["due_clock", "text"],
  ["due_at", "timestamptz"],
  ["due_kind", "text"],
  ["breached", "boolean"],
  ["call_due", "timestamptz"],
  ["telephone_ending", "text"],
  ["sorts_at", "timestamptz"],
  ["subject_folded", "text"],
  ["address_folded", "text"],
  ["folio_folded", "text"],
  ["wakes_at", "timestamptz"],
  ["exceptions", "integer"],
  ["fold", "json"],
  ["head", "bytea"],
];

/** How many parameters `ticketValues` gives; they are `$1` to this. `$1` is the desk, `$2` the number. */
export const ticketWidth: number = ticketColumns.length;

const names = ticketColumns.map(([name]) => name).join(", ");
const parameters = ticketColumns.map(([, type], at) => `$${at + 1}::${type}`).join(", ");
const settings = ticketColumns
  .slice(2)
  .map(([name, type], at) => `${name} = $${at + 3}::${type}`)
  .join(", ");

/** The text of an `insert` of a ticket's row. */
export const insertTicket: string = `insert into ticket (${names}) values (${parameters}) returning number`;

/** The text of an `update` that rewrites a row from the fold, where it still is at the version in the parameter after the row's own. */
export const rewriteTicket: string = `update ticket set ${settings}, troubled = 0, retry_at = null, last_error = null where desk_id = $1::text and number = $2::bigint and seq = $${ticketColumns.length + 1}::integer returning number`;

/** When nothing falls due, a ticket is last in the queue. */
const never = Date.UTC(9999, 11, 31);

const instantOrNull = (at: Instant | null): string | null =>
  at === null ? null : instantParameter(at);

/** The last ten digits of the number that was left; null: none was, or it is none. */
function endingOf(telephone: string | null): string | null {
  const read = readTelephone(telephone ?? "");
  return read === null ? null : telephoneEnding(read);
}

/** The parameters of a ticket's row. */
export function ticketValues(desk: string, row: TicketRow): unknown[] {
  const { ticket, due } = row;
  const { requester, assignee } = ticket;
  return [
    desk,
    row.number,
    ticket.folio,
    ticket.seq,
    ticket.policy,
    ticket.subject,
    ticket.severity,
    row.severityRank,
    ticket.provisional,
    ticket.level,
    row.state,
    row.progress,
    assignee?.id ?? null,
    assignee?.name ?? null,
    requester.name ?? requester.identity,
    requester.address,
    ticket.channel,
    row.portal,
    row.category,
    ticket.held,
    ticket.present,
    ticket.urgency?.state ?? null,
    instantParameter(ticket.filedAt),
    instantParameter(ticket.lastRecorded),
    instantOrNull(ticket.closed?.at ?? null),
    due?.clock ?? null,
    instantOrNull(due?.at ?? null),
    due?.kind ?? null,
    row.breached,
    instantOrNull(row.callDue),
    endingOf(requester.telephone),
    instantParameter(due?.at ?? never),
    folded(ticket.subject),
    requester.address === null ? null : folded(requester.address),
    folded(ticket.folio),
    instantOrNull(row.wakesAt),
    row.exceptions,
    JSON.stringify(ticket),
    row.head,
  ];
}

interface LockRow {
  readonly number: number;
  readonly fold: Ticket;
  readonly head: Buffer;
  readonly wakes_at: Instant | null;
  readonly troubled: number;
  readonly exceptions: number;
}

const lockColumns = "number, fold, head, wakes_at, troubled, exceptions";

const lockByFolio = lockStatement(
  "ticket.lock",
  `select ${lockColumns} from ticket where desk_id = $1 and folio_folded = $2 for update`,
);

const lockDue = lockStatement(
  "ticket.lock-due",
  `select ${lockColumns} from ticket where desk_id = $1 and number = $2 and wakes_at <= $3
     and (retry_at is null or retry_at <= $3) for update skip locked`,
);

const lastRecorded = (row: LockRow): Instant => row.fold.lastRecorded;

function lockedOf({ row, now }: { readonly row: LockRow; readonly now: Instant }): LockedTicket {
  return {
    number: row.number,
    ticket: row.fold,
    head: row.head,
    wakesAt: row.wakes_at,
    troubled: row.troubled,
    exceptions: row.exceptions,
    now,
  };
}

/** Locks a ticket by folio (case and accents aside), then reads the time; `undefined` where there is none. */
export async function lockTicket(
  tx: Transaction,
  folio: string,
): Promise<LockedTicket | undefined> {
  const found = await lockOne<LockRow>(tx, { statement: lockByFolio, lastRecorded }, [
    tx.desk,
    folded(folio),
  ]);
  return found && lockedOf(found);
}

/** Locks a due ticket that nobody else holds; `undefined` where it is held, done or put aside. */
export async function lockDueTicket(
  tx: Transaction,
  number: number,
  dueAt: Instant,
): Promise<LockedTicket | undefined> {
  const found = await lockOne<LockRow>(tx, { statement: lockDue, lastRecorded }, [
    tx.desk,
    number,
    instantParameter(dueAt),
  ]);
  return found && lockedOf(found);
}

const dueAcross = statement(
  "ticket.due-across",
  `select desk_id as desk, number, wakes_at as "wakesAt" from ticket
    where wakes_at <= $1 and (retry_at is null or retry_at <= $1) order by wakes_at limit $2`,
);

/** Tickets of all desks with something to record, the longest due first: ids only. */
export function dueTickets(
  tx: Transaction,
  now: Instant,
  limit: number,
): Promise<{ desk: string; number: number; wakesAt: Instant }[]> {
  return query(tx, dueAcross, [instantParameter(now), limit]);
}

// Half a minute, then twice as long each time, at most an hour.
const putAside = statement(
  "ticket.put-aside",
  `update ticket set troubled = troubled + 1, last_error = $3,
          retry_at = $4::timestamptz + least(3600, 30 * power(2, least(troubled, 10))) * interval '1 second'
    where desk_id = $1 and number = $2`,
);

/** Puts a ticket aside that the worker could not fold: it is tried again later, and later each time. */
export async function putTicketAside(
  tx: Transaction,
  number: number,
  trouble: { readonly error: string; readonly now: Instant },
): Promise<void> {
  await query(tx, putAside, [
    tx.desk,
    number,
    trouble.error.slice(0, 2_000),
    instantParameter(trouble.now),
  ]);
}

const heldOf = statement(
  "ticket.held",
  `select folio from ticket where desk_id = $1 and portal = $2 and held is not null and closed_at is null order by number`,
);

/** Folios of the open tickets of a portal that are held, in the order of their numbers. */
export async function heldTickets(tx: Transaction, portal: string): Promise<string[]> {
  const rows = await query<{ folio: string }>(tx, heldOf, [tx.desk, portal]);
  return rows.map(({ folio }) => folio);
}

const readRow = statement(
  "ticket.read",
  `select number, fold, head, wakes_at, troubled, exceptions, retry_at, last_error from ticket where desk_id = $1 and folio_folded = $2`,
);

export interface ReadTicket {
  readonly number: number;
  readonly ticket: Ticket;
  /** The newest exception of the calendars that it was decided with; 0: none. */
  readonly exceptions: number;
  readonly troubled: {
    readonly failures: number;
    readonly retryAt: Instant;
    readonly error: string;
  } | null;
}

type ReadRow = LockRow & {
  readonly retry_at: Instant | null;
  readonly last_error: string | null;
};

function readOf(row: ReadRow): ReadTicket {
  const { troubled: failures, retry_at: retryAt, last_error: error } = row;
  const troubled =
    failures > 0 && retryAt !== null ? { failures, retryAt, error: error ?? "" } : null;
  const { number, fold: ticket, exceptions } = row;
  return { number, ticket, exceptions, troubled };
}

/** A ticket by folio, not locked. */
export async function readTicket(tx: Transaction, folio: string): Promise<ReadTicket | undefined> {
  const row = await queryOne<ReadRow>(tx, readRow, [tx.desk, folded(folio)]);
  return row && readOf(row);
}

const readMany = statement(
  "ticket.read-many",
  `select number, fold, head, wakes_at, troubled, exceptions, retry_at, last_error from ticket where desk_id = $1 and folio_folded = any($2::text[])`,
);

/** Tickets by their folios, not locked, in no order; a folio that there is not is left out. */
export async function readTickets(
  tx: Transaction,
  folios: readonly string[],
): Promise<ReadTicket[]> {
  const rows = await query<ReadRow>(tx, readMany, [tx.desk, folios.map(folded)]);
  return rows.map(readOf);
}

const readByNumber = statement(
  "ticket.read-by-number",
  `select number, fold, head, wakes_at, troubled, exceptions, retry_at, last_error from ticket where desk_id = $1 and number = $2`,
);

/** A ticket by its number, not locked. */
export async function readTicketByNumber(
  tx: Transaction,
  number: number,
): Promise<ReadTicket | undefined> {
  const row = await queryOne<ReadRow>(tx, readByNumber, [tx.desk, number]);
  return row && readOf(row);
}

const open = statement(
  "ticket.open",
  "select number, fold as ticket from ticket where desk_id = $1 and closed_at is null and number > $2 order by number limit $3",
);
const openOfPolicy = statement(
  "ticket.open-of-policy",
  "select number, fold as ticket from ticket where desk_id = $1 and closed_at is null and policy = $4 and number > $2 order by number limit $3",
);

/** Which open tickets to look through: those after a number, of one version of the policy or of all. */
export interface OpenTickets {
  readonly after: number;
  readonly most: number;
  readonly policy?: number;
}

/** Open tickets in the order of their numbers, not locked. */
export function openTickets(
  tx: Transaction,
  { after, most, policy }: OpenTickets,
): Promise<{ readonly number: number; readonly ticket: Ticket }[]> {
  const values = [tx.desk, after, most];
  return policy === undefined
    ? query(tx, open, values)
    : query(tx, openOfPolicy, [...values, policy]);
}

const countByPolicy = statement(
  "ticket.count-by-policy",
  "select policy, count(*)::integer as open from ticket where desk_id = $1 and closed_at is null group by policy",
);

/** How many open tickets each version of the policy binds. */
export function openByPolicy(
  tx: Transaction,
): Promise<{ readonly policy: number; readonly open: number }[]> {
  return query(tx, countByPolicy, [tx.desk]);
}
