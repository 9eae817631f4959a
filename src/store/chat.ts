import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** What a host page said of its user, and was believed. */
export interface Vouched {
  readonly sub: string;
  readonly email: string;
  readonly name: string | null;
  readonly rfc: string | null;
}

/** The live side of a ticket. */
export interface ChatRecord {
  /** When its page last said that it is there; null: never. */
  readonly seen: Instant | null;
  readonly vouched: Vouched | null;
}

const insert = statement(
  "chat.insert",
  "insert into chat (desk_id, ticket, seen, vouched) values ($1, $2, $3, $4::jsonb) on conflict do nothing",
);

/** Makes the live side of a new ticket. */
export async function insertChat(
  tx: Transaction,
  ticket: number,
  { seen, vouched }: ChatRecord,
): Promise<void> {
  await execute(tx, insert, [
    deskOf(tx),
    ticket,
    seen === null ? null : instantParameter(seen),
    vouched === null ? null : JSON.stringify(vouched),
  ]);
}

const read = statement(
  "chat.read",
  "select seen, vouched from chat where desk_id = $1 and ticket = $2",
);

/** The live side of a ticket; `undefined`: it was not opened by the chat's own page. */
export function readChat(tx: Transaction, ticket: number): Promise<ChatRecord | undefined> {
  return queryOne(tx, read, [deskOf(tx), ticket]);
}

const touch = statement(
  "chat.touch",
  "update chat set seen = greatest(seen, $3::timestamptz) where desk_id = $1 and ticket = any($2::bigint[])",
);

/** Notes that the pages of these tickets said at an instant that they are there. */
export async function touchChats(
  tx: Transaction,
  tickets: readonly number[],
  at: Instant,
): Promise<void> {
  await execute(tx, touch, [deskOf(tx), tickets, instantParameter(at)]);
}

/** A ticket by chat, open, as its line and its agents see it. */
export interface ChatRow {
  readonly number: number;
  readonly folio: string;
  readonly seq: number;
  readonly subject: string;
  readonly severity: string;
  readonly requesterName: string | null;
  readonly requesterAddress: string | null;
  readonly filedAt: Instant;
  readonly dueClock: string | null;
  readonly dueAt: Instant | null;
  readonly present: boolean | null;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly seen: Instant | null;
  readonly vouched: Vouched | null;
}

const columns = `t.number, t.folio, t.seq, t.subject, t.severity, t.requester_name as "requesterName",
  t.requester_address as "requesterAddress", t.filed_at as "filedAt", t.due_clock as "dueClock", t.due_at as "dueAt",
  t.present, t.assignee_id as "assigneeId", t.assignee_name as "assigneeName", c.seen, c.vouched`;

const joined = "ticket t join chat c on c.desk_id = t.desk_id and c.ticket = t.number";
const isOpen = "t.desk_id = $1 and t.channel = 'chat' and t.closed_at is null";

/** Longest line that is read: whoever is further back is told that there are at least so many. */
export const longestLine = 2_000;

const waiting = statement(
  "chat.line",
  `select ${columns} from ${joined} where ${isOpen} and t.present and t.assignee_id is null and c.seen > $2::timestamptz
    order by case when $3::boolean then t.severity_rank end desc nulls last, t.filed_at, t.number limit ${longestLine}`,
);

/** How a line is read: who was seen since is in it, and what comes before arrival. */
export interface LineOrder {
  readonly seenSince: Instant;
  readonly gravestFirst: boolean;
}

/** Who waits for an agent: there, and nobody's, in the order in which they are taken. */
export function chatLine(
  tx: Transaction,
  { seenSince, gravestFirst }: LineOrder,
): Promise<ChatRow[]> {
  return query(tx, waiting, [deskOf(tx), instantParameter(seenSince), gravestFirst]);
}

const numbers = statement(
  "chat.line-numbers",
  `select t.number from ${joined} where ${isOpen} and t.present and t.assignee_id is null and c.seen > $2::timestamptz
    order by case when $3::boolean then t.severity_rank end desc nulls last, t.filed_at, t.number limit ${longestLine}`,
);

/** The same line by its tickets' numbers alone: it is read once a second for all who wait. */
export async function lineNumbers(
  tx: Transaction,
  { seenSince, gravestFirst }: LineOrder,
): Promise<readonly number[]> {
  const values = [deskOf(tx), instantParameter(seenSince), gravestFirst];
  return (await query<{ number: number }>(tx, numbers, values)).map(({ number }) => number);
}

const mine = statement(
  "chat.mine",
  `select ${columns} from ${joined} where ${isOpen} and t.assignee_id = $2 order by t.filed_at, t.number limit 50`,
);

/** The open chats of an agent, whether their clients are there or not, oldest first. */
export function chatsOf(tx: Transaction, agent: string): Promise<ChatRow[]> {
  return query(tx, mine, [deskOf(tx), agent]);
}
