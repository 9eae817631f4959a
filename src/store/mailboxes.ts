import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** Where the mail of a mailbox is fetched by IMAP. */
export interface MailboxConnection {
  readonly host: string;
  readonly port: number;
  /** `implicit`: TLS from the first byte; `starttls`: before the sign-in (RFC 9051 §6.2.1); `none`: in the clear. */
  readonly tls: "implicit" | "starttls" | "none";
  readonly username: string;
  readonly auth: "password" | "xoauth2";
  readonly folder: string;
  /** What is done with a message that was taken in. */
  readonly after: "seen" | "move";
  readonly moveTo: string | null;
  readonly clientId: string | null;
  readonly tokenUrl: string | null;
  /** Sealed; see `desk/seal.ts`. */
  readonly secret: Uint8Array;
}

/** A mailbox as somebody set it up. */
export interface MailboxSettings {
  readonly id: string;
  /** Lower case. */
  readonly address: string;
  readonly form: string | null;
  /** Null: nothing is fetched; its mail comes by SMTP. */
  readonly connection: MailboxConnection | null;
  /** Messages that arrived earlier are not taken in; null: all are. */
  readonly since: Instant | null;
}

/** How far a mailbox was read, and how it goes. */
export interface MailboxState {
  readonly version: number;
  readonly created: Instant;
  readonly createdBy: string;
  readonly uidValidity: string | null;
  readonly lastUid: number;
  readonly watchedSince: Instant;
  readonly lastSuccess: Instant | null;
  readonly failingSince: Instant | null;
  readonly lastError: string | null;
  readonly errorDetail: string | null;
  readonly alarmed: Instant | null;
}

export type Mailbox = MailboxSettings & MailboxState;

interface Row extends MailboxState {
  readonly id: string;
  readonly address: string;
  readonly form: string | null;
  readonly since: Instant | null;
  readonly host: string | null;
  readonly port: number;
  readonly tls: MailboxConnection["tls"];
  readonly username: string;
  readonly auth: MailboxConnection["auth"];
  readonly folder: string;
  readonly after: MailboxConnection["after"];
  readonly moveTo: string | null;
  readonly clientId: string | null;
  readonly tokenUrl: string | null;
  readonly secret: Uint8Array;
}

const columns = `id, address, form, since, host, port, tls, username, auth, folder, after, move_to as "moveTo",
  client_id as "clientId", token_url as "tokenUrl", secret, version, created, created_by as "createdBy",
  uid_validity as "uidValidity", last_uid as "lastUid", watched_since as "watchedSince", last_success as "lastSuccess",
  failing_since as "failingSince", last_error as "lastError", error_detail as "errorDetail", alarmed`;

function mailboxOf(row: Row): Mailbox {
  const { host, port, tls, username, auth, folder, after, moveTo, clientId, tokenUrl, secret } =
    row;
  const { id, address, form, since, version, created, createdBy, uidValidity, lastUid } = row;
  const { watchedSince, lastSuccess, failingSince, lastError, errorDetail, alarmed } = row;
  const how = { port, tls, username, auth, folder, after, moveTo, clientId, tokenUrl, secret };
  return {
    ...{ id, address, form, since, version, created, createdBy, uidValidity, lastUid },
    ...{ watchedSince, lastSuccess, failingSince, lastError, errorDetail, alarmed },
    connection: host === null ? null : { host, ...how },
  };
}

function settingValues({ address, form, connection, since }: MailboxSettings): unknown[] {
  const by = connection;
  return [
    address,
    form,
    by?.host ?? null,
    by?.port ?? null,
    by?.tls ?? null,
    by?.username ?? null,
    by?.auth ?? null,
    by?.folder ?? null,
    by?.after ?? null,
    by?.moveTo ?? null,
    by?.clientId ?? null,
    by?.tokenUrl ?? null,
    by === null ? null : Buffer.from(by.secret),
    since === null ? null : instantParameter(since),
  ];
}

const insert = statement(
  "mailbox.insert",
  `insert into mailbox (desk_id, id, address, form, host, port, tls, username, auth, folder, after, move_to,
     client_id, token_url, secret, since, created, created_by, watched_since)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $17)
   on conflict (desk_id, address) do nothing`,
);

/** Writes a mailbox down; false where the desk has one of that address. */
export async function insertMailbox(
  tx: Transaction,
  settings: MailboxSettings,
  made: { readonly at: Instant; readonly by: string },
): Promise<boolean> {
  const values = settingValues(settings);
  const at = instantParameter(made.at);
  return (
    (await execute(tx, insert, [deskOf(tx), settings.id, ...values, at, made.by.slice(0, 200)])) ===
    1
  );
}

const update = statement(
  "mailbox.update",
  `update mailbox set address = $3, form = $4, host = $5, port = $6, tls = $7, username = $8, auth = $9, folder = $10,
     after = $11, move_to = $12, client_id = $13, token_url = $14, secret = $15, since = $16, version = version + 1,
     watched_since = $17, last_error = null, error_detail = null, failing_since = null, alarmed = null,
     lease_holder = null, lease_until = null
    where desk_id = $1 and id = $2
      and not exists (select 1 from mailbox other where other.desk_id = $1 and other.address = $3 and other.id <> $2)`,
);

/** Changes a mailbox's settings; whoever holds it lets go. False where there is none, or another has the address. */
export async function updateMailbox(
  tx: Transaction,
  settings: MailboxSettings,
  at: Instant,
): Promise<boolean> {
  const values = [deskOf(tx), settings.id, ...settingValues(settings), instantParameter(at)];
  return (await execute(tx, update, values)) === 1;
}

const startAnew = statement(
  "mailbox.start-anew",
  "update mailbox set uid_validity = null, last_uid = 0 where desk_id = $1 and id = $2",
);

/** Forgets how far a mailbox was read: its folder or server is another one now. */
export async function startMailboxAnew(tx: Transaction, id: string): Promise<void> {
  await execute(tx, startAnew, [deskOf(tx), id]);
}

const removeMessages = statement(
  "mailbox.remove-messages",
  "delete from mailbox_message where desk_id = $1 and mailbox = $2",
);
const remove = statement("mailbox.remove", "delete from mailbox where desk_id = $1 and id = $2");

/** Removes a mailbox; what was taken in stays. False where there is none. */
export async function removeMailbox(tx: Transaction, id: string): Promise<boolean> {
  await execute(tx, removeMessages, [deskOf(tx), id]);
  return (await execute(tx, remove, [deskOf(tx), id])) === 1;
}

const list = statement(
  "mailbox.list",
  `select ${columns} from mailbox where desk_id = $1 order by address limit 200`,
);

/** The mailboxes of the desk by address, at most 200. */
export async function listMailboxes(tx: Transaction): Promise<Mailbox[]> {
  return (await query<Row>(tx, list, [deskOf(tx)])).map(mailboxOf);
}

const one = statement(
  "mailbox.one",
  `select ${columns} from mailbox where desk_id = $1 and id = $2`,
);

/** One mailbox of the desk. */
export async function readMailbox(tx: Transaction, id: string): Promise<Mailbox | undefined> {
  const row = await queryOne<Row>(tx, one, [deskOf(tx), id]);
  return row === undefined ? undefined : mailboxOf(row);
}

const everywhere = statement(
  "mailbox.everywhere",
  "select desk_id as desk, id, version from mailbox where host is not null order by desk_id, id limit 2000",
);

/** What is to be fetched, across desks: ids and versions. */
export function fetchedMailboxes(
  tx: Transaction,
): Promise<{ desk: string; id: string; version: number }[]> {
  return query(tx, everywhere, []);
}

const byAddress = statement(
  "mailbox.by-address",
  "select desk_id as desk, id, address, form from mailbox where address = any($1::text[]) order by desk_id, id limit 200",
);

/** Mailboxes of any desk that have one of these addresses (lower case), across desks. */
export function mailboxesOfAddresses(
  tx: Transaction,
  addresses: readonly string[],
): Promise<{ desk: string; id: string; address: string; form: string | null }[]> {
  return query(tx, byAddress, [[...addresses]]);
}
