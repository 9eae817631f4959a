import type { ClaimWorth, MailClass, MailReason, ThreadGround } from "../core/intake/mail-codes.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import { touch } from "./touched.ts";
import type { Transaction } from "./transaction.ts";

/** What became of a mail that came. */
export type MailState =
  | "quarantined"
  | "filed"
  | "joined"
  | "bounced"
  | "kept"
  | "returned"
  | "discarded";

/** Why it is what it is: the intake's reasons, and what the desk refused. */
export interface MailWhy {
  readonly code: MailReason | (string & {});
  readonly about?: string;
}

/** The claim of a mail to a ticket. */
export interface MailClaim {
  readonly by: ThreadGround;
  readonly folio: string | null;
  readonly worth: ClaimWorth;
}

/** A file that is in the mail alone, and the refusal that kept it from the ticket. */
export interface LeftOut {
  readonly name: string;
  readonly why: string;
}

/** Where an IMAP server keeps a message. */
export interface MailPlace {
  readonly folder: string;
  readonly uidValidity: string;
  readonly uid: number;
}

/** A mail as it arrived. */
export interface ArrivedMail {
  readonly id: string;
  readonly at: Instant;
  /** When its mailbox received it, where that was before it was read; null: it was not. */
  readonly received: Instant | null;
  readonly mailbox: {
    readonly id: string;
    readonly address: string;
    readonly form: string | null;
  };
  readonly place: MailPlace | null;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** The id of the file that holds its bytes. */
  readonly file: string;
  readonly classification: MailClass;
  readonly why: readonly MailWhy[];
  /** Lower case; null: nobody said. */
  readonly sender: string | null;
  readonly senderName: string;
  readonly verdict: string;
  readonly subject: string;
  readonly messageId: string | null;
  readonly claim: MailClaim | null;
  readonly copied: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** What became of it, and of which ticket it is. */
export interface MailOutcome {
  readonly state: MailState;
  readonly ticket: number | null;
  readonly folio: string | null;
  readonly message: string | null;
}

/** Who decided about a mail that waited. */
export interface MailDecision {
  readonly at: Instant;
  readonly by: string;
  readonly name: string;
  readonly reason: string | null;
}

/** A mail that came, with what became of it. */
export interface ReceivedMail extends ArrivedMail, MailOutcome {
  readonly decision: MailDecision | null;
}

const insert = statement(
  "received-mail.insert",
  `insert into received_mail (desk_id, id, at, mailbox, mailbox_address, mailbox_form, folder, uid_validity, uid, sha256, bytes, file,
     classification, state, why, sender, sender_name, verdict, subject, message_id, claimed, copied, left_out, received)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, decode($10, 'hex'), $11, $12, $13, 'kept', $14::json, $15, $16, $17, $18, $19, $20, $21::json, $22::json, $23)
   on conflict do nothing returning id`,
);

/**
 * Claims a mail for this transaction. `false`: one with the same bytes, or from the same place, is
 * there already; where another transaction is taking it in, this one waits for it first.
 */
export async function claimMail(tx: Transaction, mail: ArrivedMail): Promise<boolean> {
  const { mailbox, place, claim } = mail;
  const row = await queryOne(tx, insert, [
    deskOf(tx),
    mail.id,
    instantParameter(mail.at),
    mailbox.id,
    mailbox.address,
    mailbox.form,
    place?.folder ?? null,
    place?.uidValidity ?? null,
    place?.uid ?? null,
    mail.sha256,
    mail.bytes,
    mail.file,
    mail.classification,
    JSON.stringify(mail.why),
    mail.sender,
    mail.senderName,
    mail.verdict,
    mail.subject,
    mail.messageId,
    claim === null ? null : JSON.stringify(claim),
    JSON.stringify(mail.copied),
    JSON.stringify(mail.leftOut),
    mail.received === null ? null : instantParameter(mail.received),
  ]);
  return row !== undefined;
}

const settleOne = statement(
  "received-mail.settle",
  `update received_mail set state = $3, ticket = $4, folio = $5, message = $6, why = $7::json, left_out = $8::json,
     decided_at = $9, decided_by = $10, decided_name = $11, decided_reason = $12
    where desk_id = $1 and id = $2`,
);

/** Writes what became of a mail, within the transaction that did it. */
export async function settleMail(
  tx: Transaction,
  mail: Pick<ArrivedMail, "id" | "why" | "leftOut">,
  { outcome, decision }: { readonly outcome: MailOutcome; readonly decision: MailDecision | null },
): Promise<void> {
  touch(tx, "received");
  await execute(tx, settleOne, [
    deskOf(tx),
    mail.id,
    outcome.state,
    outcome.ticket,
    outcome.folio,
    outcome.message,
    JSON.stringify(mail.why),
    JSON.stringify(mail.leftOut),
    decision === null ? null : instantParameter(decision.at),
    decision?.by ?? null,
    decision?.name ?? null,
    decision?.reason ?? null,
  ]);
}

const columns = `id, at, received, mailbox, mailbox_address as "mailboxAddress", mailbox_form as "mailboxForm", folder, uid_validity as "uidValidity", uid,
  encode(sha256, 'hex') as sha256, bytes, file, classification, state, why, sender, sender_name as "senderName", verdict, subject,
  message_id as "messageId", claimed::json as claim, copied, left_out as "leftOut", ticket, folio, message,
  decided_at as "decidedAt", decided_by as "decidedBy", decided_name as "decidedName", decided_reason as "decidedReason"`;

type Row = Omit<ReceivedMail, "mailbox" | "place" | "decision"> & {
  readonly mailbox: string;
  readonly mailboxAddress: string;
  readonly mailboxForm: string | null;
  readonly folder: string | null;
  readonly uidValidity: string | null;
  readonly uid: number | null;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly decidedName: string | null;
  readonly decidedReason: string | null;
};

function mailOf(row: Row): ReceivedMail {
  const { mailbox, mailboxAddress, mailboxForm, folder, uidValidity, uid, ...one } = row;
  const { decidedAt, decidedBy, decidedName, decidedReason, ...mail } = one;
  return {
    ...mail,
    mailbox: { id: mailbox, address: mailboxAddress, form: mailboxForm },
    place:
      folder === null || uidValidity === null || uid === null ? null : { folder, uidValidity, uid },
    decision:
      decidedAt === null || decidedBy === null || decidedName === null
        ? null
        : { at: decidedAt, by: decidedBy, name: decidedName, reason: decidedReason },
  };
}

const known = statement(
  "received-mail.known",
  `select ${columns} from received_mail
    where desk_id = $1 and (sha256 = decode($2, 'hex') or (mailbox = $3 and folder = $4 and uid_validity = $5 and uid = $6))
    order by sha256 = decode($2, 'hex') desc limit 1`,
);

/** The mail with these bytes, or from this place, that was taken in before. */
export async function knownMail(
  tx: Transaction,
  { sha256, mailbox, place }: Pick<ArrivedMail, "sha256" | "mailbox" | "place">,
): Promise<ReceivedMail | undefined> {
  const row = await queryOne<Row>(tx, known, [
    deskOf(tx),
    sha256,
    mailbox.id,
    place?.folder ?? null,
    place?.uidValidity ?? null,
    place?.uid ?? null,
  ]);
  return row && mailOf(row);
}

const one = statement(
  "received-mail.one",
  `select ${columns} from received_mail where desk_id = $1 and id = $2`,
);
const lock = statement("received-mail.lock", `${one.text} for update`);

/** One mail that came. */
export async function readReceived(tx: Transaction, id: string): Promise<ReceivedMail | undefined> {
  const row = await queryOne<Row>(tx, one, [deskOf(tx), id]);
  return row && mailOf(row);
}

/** The same, and nobody else decides about it until the transaction ends. */
export async function lockReceived(tx: Transaction, id: string): Promise<ReceivedMail | undefined> {
  const row = await queryOne<Row>(tx, lock, [deskOf(tx), id]);
  return row && mailOf(row);
}

const list = statement(
  "received-mail.list",
  `select ${columns} from received_mail
    where desk_id = $1 and state = any($2) and (at, id) < ($3::timestamptz, $4::uuid) order by at desc, id desc limit $5`,
);

/** The place after which a page of mails begins: newest first. */
export interface MailCursor {
  readonly at: Instant;
  readonly id: string;
}

/** Mails in some states, newest first, before a place. */
export async function listReceived(
  tx: Transaction,
  {
    states,
    before,
    limit,
  }: {
    readonly states: readonly MailState[];
    readonly before: MailCursor;
    readonly limit: number;
  },
): Promise<ReceivedMail[]> {
  const values = [deskOf(tx), states, instantParameter(before.at), before.id, limit];
  return (await query<Row>(tx, list, values)).map(mailOf);
}

const waiting = statement(
  "received-mail.waiting",
  `select count(*)::integer as n from (
     select from received_mail where desk_id = $1 and state = 'quarantined' limit $2) as first`,
);

/** How many mails wait for a person, as far as `limit`. */
export async function countQuarantined(tx: Transaction, limit: number): Promise<number> {
  return (await queryOne<{ n: number }>(tx, waiting, [deskOf(tx), limit]))?.n ?? 0;
}

const ofTicket = statement(
  "received-mail.of-ticket",
  `select ${columns} from received_mail where desk_id = $1 and ticket = $2 order by at, id limit 200`,
);

/** The mails that made, joined or are about a ticket, oldest first. */
export async function receivedOf(tx: Transaction, ticket: number): Promise<ReceivedMail[]> {
  return (await query<Row>(tx, ofTicket, [deskOf(tx), ticket])).map(mailOf);
}

const returned = statement(
  "received-mail.returned",
  `select ${columns} from received_mail
    where desk_id = $1 and sender = $2 and state = 'returned' and at > $3 order by at desc limit 1`,
);

/** The newest mail of somebody that was sent back since an instant, and has not come again. */
export async function returnedTo(
  tx: Transaction,
  sender: string,
  since: Instant,
): Promise<ReceivedMail | undefined> {
  const row = await queryOne<Row>(tx, returned, [deskOf(tx), sender, instantParameter(since)]);
  return row && mailOf(row);
}

const memberAt = statement(
  "received-mail.member",
  "select user_id as id from membership where desk_id = $1 and lower(email) = $2 order by user_id limit 1",
);

/** Whoever of the desk's people has this address (lower case), by id. */
export async function memberAtAddress(
  tx: Transaction,
  address: string,
): Promise<string | undefined> {
  return (await queryOne<{ id: string }>(tx, memberAt, [deskOf(tx), address]))?.id;
}

const sent = statement(
  "received-mail.sent",
  "select ticket, key, sent_at as at from outbox where desk_id = $1 and message_id = $2 and sent_at is not null order by id limit 1",
);

/** What the mail with this Message-ID was about, where it left: a ticket, or what its key says; and when it left. */
export function sentAs(
  tx: Transaction,
  messageId: string,
): Promise<
  { readonly ticket: number | null; readonly key: string; readonly at: Instant } | undefined
> {
  return queryOne(tx, sent, [deskOf(tx), messageId]);
}
