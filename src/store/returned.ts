import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import type { OutboxMail } from "./outbox.ts";
import { outboxWhole } from "./outbox.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

const byMessageId = statement(
  "outbox.by-message-id",
  `select ${outboxWhole} from outbox where desk_id = $1 and message_id = $2 and sent_at is not null for update`,
);

/** The message that left under a Message-ID, locked: two reports of it at once are one after the other. */
export function lockByMessageId(
  tx: Transaction,
  messageId: string,
): Promise<OutboxMail | undefined> {
  return queryOne(tx, byMessageId, [deskOf(tx), messageId]);
}

const bounce = statement(
  "outbox.bounce",
  `update outbox set state = 'bounced', told_back = $3, last_error = $4 where desk_id = $1 and id = $2 and state = 'sent'`,
);
const delay = statement(
  "outbox.delay",
  `update outbox set told_back = $3, last_error = $4 where desk_id = $1 and id = $2 and state = 'sent'`,
);

/** Writes down that a message that had left came back, or is late; gives whether that was news. */
export async function markReturned(
  tx: Transaction,
  id: number,
  told: { readonly how: "bounced" | "late"; readonly at: Instant; readonly why: string },
): Promise<boolean> {
  const one = told.how === "bounced" ? bounce : delay;
  const values = [deskOf(tx), id, instantParameter(told.at), told.why.slice(0, 2_000)];
  return (await execute(tx, one, values)) > 0;
}

const putUnreachable = statement(
  "unreachable.put",
  `insert into unreachable_address (desk_id, address, since, why, message) values ($1, $2, $3, $4, $5)
   on conflict (desk_id, address) do nothing`,
);

/** An address does not exist: automatic mail to it is held from now on. */
export async function markUnreachable(
  tx: Transaction,
  address: string,
  told: { readonly at: Instant; readonly why: string; readonly message: number },
): Promise<void> {
  await execute(tx, putUnreachable, [
    deskOf(tx),
    address,
    instantParameter(told.at),
    told.why.slice(0, 2_000),
    told.message,
  ]);
}

const unreachable = statement(
  "unreachable.read",
  `select why from unreachable_address found where desk_id = $1 and address = $2
     and not exists (select 1 from received_mail came where came.desk_id = found.desk_id
       and came.sender = found.address and came.at > found.since and came.state in ('filed', 'joined'))`,
);

/** Whether an address was found not to exist, and wrote nothing since. */
export async function isUnreachable(tx: Transaction, address: string): Promise<boolean> {
  return (await queryOne(tx, unreachable, [deskOf(tx), address])) !== undefined;
}

const reach = statement(
  "unreachable.drop",
  "delete from unreachable_address where desk_id = $1 and address = $2",
);

/** Somebody says that the address is right: it is told things again. */
export async function markReachable(tx: Transaction, address: string): Promise<void> {
  await execute(tx, reach, [deskOf(tx), address]);
}

const lockOne = statement(
  "outbox.lock",
  `select ${outboxWhole} from outbox where desk_id = $1 and id = $2 for update`,
);

/** One outgoing message whole, locked. */
export function lockMessage(tx: Transaction, id: number): Promise<OutboxMail | undefined> {
  return queryOne(tx, lockOne, [deskOf(tx), id]);
}

const repeat = statement(
  "outbox.repeat",
  `insert into outbox (desk_id, kind, ticket, folio, key, moment, state, recipient, subject, payload, message_id, at, due, again_of, asked_by)
   select desk_id, kind, ticket, folio, key || '/again/' || id, moment, 'pending', recipient, subject, payload, $3, $4, $4, id, $5
     from outbox where desk_id = $1 and id = $2
   on conflict (desk_id, again_of) where again_of is not null do nothing
   returning id`,
);

/** Enqueues a message once more, as a message of its own; `undefined` where that was done already. */
export async function repeatMessage(
  tx: Transaction,
  id: number,
  again: { readonly messageId: string; readonly at: Instant; readonly by: string },
): Promise<number | undefined> {
  const { messageId, at, by } = again;
  const values = [deskOf(tx), id, messageId, instantParameter(at), by];
  return (await queryOne<{ id: number }>(tx, repeat, values))?.id;
}

/** A message of a ticket that left before another, for its thread. */
export interface EarlierMessage {
  readonly at: Instant;
  /** Null: its recipient wrote it, and it came by mail. */
  readonly subject: string | null;
  readonly messageId: string;
}

const earlier = statement(
  "outbox.earlier",
  `select at, subject, message_id as "messageId" from outbox
    where desk_id = $1 and ticket = $2 and id < $3 and recipient = $4 and sent_at is not null
      and moment not in ('link', 'code') order by id limit 500`,
);

/** What left for the same recipient about the same ticket before a message, oldest first. */
export function earlierMessages(
  tx: Transaction,
  { ticket, id, recipient }: Pick<OutboxMail, "ticket" | "id" | "recipient">,
): Promise<EarlierMessage[]> {
  return query(tx, earlier, [deskOf(tx), ticket, id, recipient]);
}

const received = statement(
  "received-mail.earlier",
  `select at, null::text as subject, message_id as "messageId" from received_mail
    where desk_id = $1 and ticket = $2 and at <= $3 and sender = $4 and state in ('filed', 'joined')
      and message_id is not null order by at desc limit 20`,
);

/** What a ticket received by mail from an address up to an instant, the newest 20, newest first. */
export function receivedMessages(
  tx: Transaction,
  {
    ticket,
    at,
    sender,
  }: { readonly ticket: number; readonly at: Instant; readonly sender: string },
): Promise<EarlierMessage[]> {
  return query(tx, received, [deskOf(tx), ticket, instantParameter(at), sender]);
}

const leftFor = statement(
  "outbox.left-for",
  `select count(*)::integer as n from (
     select 1 from outbox where desk_id = $1 and recipient = $2 and sent_at > $3 limit $4) as found`,
);

/** How many messages left for an address after an instant, counted up to a limit. */
export async function countLeftFor(
  tx: Transaction,
  recipient: string,
  since: { readonly after: Instant; readonly limit: number },
): Promise<number> {
  const values = [deskOf(tx), recipient, instantParameter(since.after), since.limit];
  return (await queryOne<{ n: number }>(tx, leftFor, values))?.n ?? 0;
}

const leftAnywhere = statement(
  "outbox.left-anywhere",
  `select count(*)::integer as n from (
     select 1 from outbox where moment = 'received' and sent_at > $1 limit $2) as found`,
);

/** How many acknowledgements left all desks after an instant, counted up to a limit; across desks. */
export async function countAcknowledged(
  tx: Transaction,
  since: { readonly after: Instant; readonly limit: number },
): Promise<number> {
  const values = [instantParameter(since.after), since.limit];
  return (await queryOne<{ n: number }>(tx, leftAnywhere, values))?.n ?? 0;
}
