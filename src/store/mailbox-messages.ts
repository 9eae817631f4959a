import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** A folder of a mailbox as it is now: UIDs mean nothing outside it. */
export interface Folder {
  readonly mailbox: string;
  readonly uidValidity: string;
}

/** What became of a message, by UID. */
export interface MessageState {
  readonly uid: number;
  readonly state: "taken" | "passed-over" | "failing" | "aside";
  readonly tries: number;
  /** When a failing one is tried again. */
  readonly due: Instant | null;
}

const known = statement(
  "mailbox-message.known",
  `select uid, state, tries, due from mailbox_message
    where desk_id = $1 and mailbox = $2 and uid_validity = $3 and (uid > $4 or state in ('failing', 'aside'))
    order by uid`,
);

/** What is known of the messages above a UID, and of every one that waits. */
export function knownMessages(
  tx: Transaction,
  { mailbox, uidValidity }: Folder,
  above: number,
): Promise<MessageState[]> {
  return query(tx, known, [deskOf(tx), mailbox, uidValidity, above]);
}

const settleMany = statement(
  "mailbox-message.settle",
  `insert into mailbox_message (desk_id, mailbox, uid_validity, uid, state)
   select $1, $2, $3, uid, $5 from unnest($4::bigint[]) as uid
   on conflict (desk_id, mailbox, uid_validity, uid) do update set state = excluded.state, due = null, error = null`,
);

/** Writes down that messages were taken in, or passed over because they arrived too early. */
export async function settleMessages(
  tx: Transaction,
  { mailbox, uidValidity }: Folder,
  { uids, state }: { readonly uids: readonly number[]; readonly state: "taken" | "passed-over" },
): Promise<void> {
  if (uids.length === 0) return;
  await execute(tx, settleMany, [deskOf(tx), mailbox, uidValidity, [...uids], state]);
}

const fail = statement(
  "mailbox-message.fail",
  `insert into mailbox_message (desk_id, mailbox, uid_validity, uid, state, tries, due, error)
   values ($1, $2, $3, $4, $5, 1, $6, $7)
   on conflict (desk_id, mailbox, uid_validity, uid)
   do update set state = excluded.state, tries = mailbox_message.tries + 1, due = excluded.due, error = excluded.error`,
);

/** Writes down that a message could not be taken in: tried again at `due`, or put aside where that is null. */
export async function failMessage(
  tx: Transaction,
  { mailbox, uidValidity }: Folder,
  failed: { readonly uid: number; readonly due: Instant | null; readonly error: string },
): Promise<void> {
  await execute(tx, fail, [
    deskOf(tx),
    mailbox,
    uidValidity,
    failed.uid,
    failed.due === null ? "aside" : "failing",
    failed.due === null ? null : instantParameter(failed.due),
    failed.error.slice(0, 300),
  ]);
}

const tries = statement(
  "mailbox-message.tries",
  "select tries from mailbox_message where desk_id = $1 and mailbox = $2 and uid_validity = $3 and uid = $4",
);

/** How often it was tried in vain to take a message in. */
export async function triesOf(
  tx: Transaction,
  { mailbox, uidValidity }: Folder,
  uid: number,
): Promise<number> {
  const values = [deskOf(tx), mailbox, uidValidity, uid];
  return (await queryOne<{ tries: number }>(tx, tries, values))?.tries ?? 0;
}

const forget = statement(
  "mailbox-message.forget",
  `delete from mailbox_message
    where desk_id = $1 and mailbox = $2 and (uid_validity <> $3 or (uid <= $4 and state in ('taken', 'passed-over')))`,
);

/** Forgets settled messages up to a UID, and all of other validities. */
export async function forgetMessages(
  tx: Transaction,
  { mailbox, uidValidity }: Folder,
  upTo: number,
): Promise<void> {
  await execute(tx, forget, [deskOf(tx), mailbox, uidValidity, upTo]);
}

const retry = statement(
  "mailbox-message.retry",
  `update mailbox_message set state = 'failing', tries = 0, due = $3
    where desk_id = $1 and mailbox = $2 and state in ('aside', 'failing')`,
);

/** Has every message that waits tried again from now; gives how many. */
export function retryMessages(tx: Transaction, mailbox: string, now: Instant): Promise<number> {
  return execute(tx, retry, [deskOf(tx), mailbox, instantParameter(now)]);
}

const aside = statement(
  "mailbox-message.aside",
  `select mailbox, count(*)::integer as n from mailbox_message where desk_id = $1 and state = 'aside' group by mailbox`,
);

/** How many messages wait on the server for a person, by mailbox. */
export async function messagesAside(tx: Transaction): Promise<ReadonlyMap<string, number>> {
  const rows = await query<{ mailbox: string; n: number }>(tx, aside, [deskOf(tx)]);
  return new Map(rows.map(({ mailbox, n }) => [mailbox, n]));
}
