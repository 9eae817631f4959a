import type { Language } from "../core/policy/text.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import type { OutboxPayload, OutboxRecord } from "./ticket-records.ts";
import { instantParameter } from "./time.ts";
import { touch } from "./touched.ts";
import type { Transaction } from "./transaction.ts";

export type OutboxState = "pending" | "sent" | "failed" | "cancelled" | "kept" | "bounced";

/** An outgoing message as lists show it. */
export interface OutboxRow {
  readonly id: number;
  readonly kind: string;
  readonly folio: string | null;
  readonly ticket: number | null;
  readonly moment: string;
  readonly state: OutboxState;
  readonly recipient: string;
  readonly subject: string;
  readonly at: Instant;
  readonly due: Instant;
  readonly attempts: number;
  readonly sentAt: Instant | null;
  readonly error: string | null;
  /** When another server told that it came back or is late. */
  readonly toldBack: Instant | null;
  /** The message that it repeats, and the id of the member of staff who asked for that. */
  readonly againOf: number | null;
  readonly askedBy: string | null;
  /** Whether another message repeats it. */
  readonly sentAgain: boolean;
}

/** An outgoing message whole. */
export interface OutboxMail extends OutboxRow {
  readonly payload: OutboxPayload & { readonly language: Language };
  readonly messageId: string;
}

const columns = `id, kind, folio, ticket, moment, state, recipient, subject, at, due, attempts, sent_at as "sentAt", last_error as error,
  told_back as "toldBack", again_of as "againOf", asked_by as "askedBy",
  exists (select 1 from outbox other where other.desk_id = outbox.desk_id and other.again_of = outbox.id) as "sentAgain"`;

/** The columns of an `OutboxMail`. */
export const outboxWhole = `${columns}, payload, message_id as "messageId"`;

const insert = statement(
  "outbox.insert",
  `insert into outbox (desk_id, kind, ticket, folio, key, moment, state, recipient, subject, payload, message_id, at, due)
   values ($1, 'mail', $2, $3, $4, $5, $6, $7, $8, $9::json, $10, $11, $12) on conflict (desk_id, ticket, key) do nothing`,
);

/** Enqueues a message; the same key for the same ticket again enqueues nothing. */
export async function enqueue(
  tx: Transaction,
  about: { readonly number: number | null; readonly folio: string | null; readonly at: Instant },
  record: OutboxRecord,
): Promise<void> {
  await execute(tx, insert, [
    deskOf(tx),
    about.number,
    about.folio,
    record.key,
    record.moment,
    record.state,
    record.recipient,
    record.subject,
    JSON.stringify(record.payload),
    record.messageId,
    instantParameter(about.at),
    instantParameter(record.due),
  ]);
}

const dueAcross = statement(
  "outbox.due-across",
  `select desk_id as desk, id, ticket from outbox where state = 'pending' and due <= $1
     and (lease_until is null or lease_until <= $1) order by due, desk_id, id limit $2`,
);

/** Messages of all desks that are due and in nobody's hands, oldest first: ids only, and those of their tickets. */
export function dueMessages(
  tx: Transaction,
  now: Instant,
  limit: number,
): Promise<{ desk: string; id: number; ticket: number | null }[]> {
  return query(tx, dueAcross, [instantParameter(now), limit]);
}

const lease = statement(
  "outbox.lease",
  `update outbox set lease_until = $3, attempts = attempts + 1
    where desk_id = $1 and id = (
      select id from outbox where desk_id = $1 and id = $2 and state = 'pending' and due <= $4
         and (lease_until is null or lease_until <= $4) for update skip locked)
    returning ${outboxWhole}`,
);

/** Takes a due message into hand until `until`; `undefined` where another has it or it is done. */
export function leaseMessage(
  tx: Transaction,
  id: number,
  hold: { readonly now: Instant; readonly until: Instant },
): Promise<OutboxMail | undefined> {
  return queryOne(tx, lease, [
    deskOf(tx),
    id,
    instantParameter(hold.until),
    instantParameter(hold.now),
  ]);
}

const finish = statement(
  "outbox.finish",
  `update outbox set state = $3, sent_at = $4, last_error = $5, lease_until = null
    where desk_id = $1 and id = $2 and state = 'pending'`,
);

/** Ends a message: sent, kept, failed or cancelled. */
export async function finishMessage(
  tx: Transaction,
  id: number,
  end: {
    readonly state: Exclude<OutboxState, "pending">;
    readonly at: Instant | null;
    readonly error: string | null;
  },
): Promise<void> {
  touch(tx, "outgoing");
  await execute(tx, finish, [
    deskOf(tx),
    id,
    end.state,
    end.at === null ? null : instantParameter(end.at),
    end.error,
  ]);
}

const postpone = statement(
  "outbox.postpone",
  `update outbox set due = $3, last_error = $4, lease_until = null where desk_id = $1 and id = $2 and state = 'pending'`,
);

/** Puts a message off until `due`. */
export async function postponeMessage(
  tx: Transaction,
  id: number,
  later: { readonly due: Instant; readonly error: string },
): Promise<void> {
  await execute(tx, postpone, [
    deskOf(tx),
    id,
    instantParameter(later.due),
    later.error.slice(0, 2_000),
  ]);
}

const left = statement(
  "outbox.left",
  `select count(*)::integer as n from (
     select 1 from outbox where desk_id = $1 and moment = $2 and sent_at > $3 limit $4) as found`,
);

/** How many messages of a moment left the desk after an instant, counted up to a limit. */
export async function countLeft(
  tx: Transaction,
  moment: string,
  since: { readonly after: Instant; readonly limit: number },
): Promise<number> {
  return (
    (
      await queryOne<{ n: number }>(tx, left, [
        deskOf(tx),
        moment,
        instantParameter(since.after),
        since.limit,
      ])
    )?.n ?? 0
  );
}

const list = statement(
  "outbox.list",
  `select ${columns} from outbox where desk_id = $1 and id < $2 order by id desc limit $3`,
);
const listState = statement(
  "outbox.list-state",
  `select ${columns} from outbox where desk_id = $1 and state = $4 and id < $2 order by id desc limit $3`,
);

/** A page of outgoing messages, newest first, before an id. */
export function listMessages(
  tx: Transaction,
  page: { readonly before: number; readonly limit: number; readonly state: OutboxState | null },
): Promise<OutboxRow[]> {
  const values = [deskOf(tx), page.before, page.limit];
  return page.state === null
    ? query(tx, list, values)
    : query(tx, listState, [...values, page.state]);
}

const one = statement(
  "outbox.one",
  `select ${outboxWhole} from outbox where desk_id = $1 and id = $2`,
);

/** One outgoing message whole. */
export function readMessage(tx: Transaction, id: number): Promise<OutboxMail | undefined> {
  return queryOne(tx, one, [deskOf(tx), id]);
}

const ofTicket = statement(
  "outbox.of-ticket",
  `select ${columns} from outbox where desk_id = $1 and ticket = $2 order by id limit 500`,
);

/** What left, or waits to leave, for a ticket. */
export function messagesFor(tx: Transaction, ticket: number): Promise<OutboxRow[]> {
  return query(tx, ofTicket, [deskOf(tx), ticket]);
}
