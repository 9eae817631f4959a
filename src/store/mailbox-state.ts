import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { readMailbox } from "./mailboxes.ts";
import type { Mailbox } from "./mailboxes.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

const lease = statement(
  "mailbox.lease",
  `update mailbox set lease_holder = $3, lease_until = $4
    where desk_id = $1 and id = $2 and host is not null
      and (lease_holder is null or lease_holder = $3 or lease_until <= $5)`,
);

/** Takes a mailbox into one worker's hands, or holds it longer; undefined where another has it, or there is none. */
export async function leaseMailbox(
  tx: Transaction,
  id: string,
  hold: { readonly holder: string; readonly now: Instant; readonly until: Instant },
): Promise<Mailbox | undefined> {
  const taken = await execute(tx, lease, [
    deskOf(tx),
    id,
    hold.holder,
    instantParameter(hold.until),
    instantParameter(hold.now),
  ]);
  return taken === 1 ? readMailbox(tx, id) : undefined;
}

const release = statement(
  "mailbox.release",
  "update mailbox set lease_holder = null, lease_until = null where desk_id = $1 and id = $2 and lease_holder = $3",
);

/** Gives a mailbox back at once, for another worker to take. */
export async function releaseMailbox(tx: Transaction, id: string, holder: string): Promise<void> {
  await execute(tx, release, [deskOf(tx), id, holder]);
}

const success = statement(
  "mailbox.success",
  `update mailbox set last_success = $3, last_error = $6, error_detail = $7, failing_since = null, alarmed = null,
     uid_validity = $4, last_uid = $5 where desk_id = $1 and id = $2`,
);

/** What is wrong with a mailbox: a code that words say, and what its server said. */
interface Note {
  readonly trouble: string;
  readonly detail: string | null;
}

/** Writes down that a mailbox was read to its end, how far, and what was wrong all the same: its alarm, if any, is over. */
export async function noteMailboxRead(
  tx: Transaction,
  id: string,
  read: {
    readonly at: Instant;
    readonly uidValidity: string;
    readonly lastUid: number;
    readonly note: Note | null;
  },
): Promise<void> {
  const { uidValidity, lastUid, note } = read;
  const at = instantParameter(read.at);
  const noted = [note?.trouble ?? null, note?.detail ?? null];
  await execute(tx, success, [deskOf(tx), id, at, uidValidity, lastUid, ...noted]);
}

const failure = statement(
  "mailbox.failure",
  `update mailbox set last_error = $4, error_detail = $5, failing_since = coalesce(failing_since, $3)
    where desk_id = $1 and id = $2`,
);

/** Writes down why a mailbox could not be read: a code that words say, and what the server said. */
export async function noteMailboxFailed(
  tx: Transaction,
  id: string,
  { at, trouble, detail }: Note & { readonly at: Instant },
): Promise<void> {
  await execute(tx, failure, [deskOf(tx), id, instantParameter(at), trouble, detail]);
}

const silent = statement(
  "mailbox.silent",
  `select desk_id as desk, id from mailbox
    where host is not null and alarmed is null and coalesce(last_success, watched_since) <= $1
    order by desk_id, id limit 200`,
);

/** Mailboxes of any desk without a success since an instant, whose silence was not told yet. */
export function silentMailboxes(
  tx: Transaction,
  since: Instant,
): Promise<{ desk: string; id: string }[]> {
  return query(tx, silent, [instantParameter(since)]);
}

const alarm = statement(
  "mailbox.alarm",
  `update mailbox set alarmed = $3 where desk_id = $1 and id = $2 and host is not null and alarmed is null
      and coalesce(last_success, watched_since) <= $4`,
);

/** Raises the alarm of a mailbox once; false where it is raised, or it was read meanwhile. */
export async function raiseMailboxAlarm(
  tx: Transaction,
  id: string,
  { at, since }: { readonly at: Instant; readonly since: Instant },
): Promise<boolean> {
  const values = [deskOf(tx), id, instantParameter(at), instantParameter(since)];
  return (await execute(tx, alarm, values)) === 1;
}

const counts = statement(
  "mailbox.counts",
  `select count(*)::integer as all, count(*) filter (where alarmed is not null)::integer as silent,
     (select count(*)::integer from mailbox_message where state = 'aside') as aside
    from mailbox where host is not null`,
);

/** How many mailboxes are fetched at all desks, how many of them are silent, and how many messages wait on their servers for a person. */
export async function countMailboxes(
  tx: Transaction,
): Promise<{ readonly all: number; readonly silent: number; readonly aside: number }> {
  const row = await queryOne<{ all: number; silent: number; aside: number }>(tx, counts, []);
  return row ?? { all: 0, silent: 0, aside: 0 };
}

const replaceSecret = statement(
  "mailbox.replace-secret",
  "update mailbox set secret = $3 where desk_id = $1 and id = $2 and host is not null",
);

/** Puts another sealed secret in the place of the kept one: the server replaced it. */
export async function replaceMailboxSecret(
  tx: Transaction,
  id: string,
  secret: Uint8Array,
): Promise<void> {
  await execute(tx, replaceSecret, [deskOf(tx), id, Buffer.from(secret)]);
}
