import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** An XML of a ticket that nobody has read yet. */
export interface UnreadXml {
  readonly ticket: number;
  readonly file: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** What the SAT answered about an invoice, as it says it, and when it was asked. */
export interface SatStatus {
  readonly at: Instant;
  readonly code: string | null;
  readonly state: string | null;
  readonly cancellable: string | null;
  readonly cancellation: string | null;
  readonly efos: string | null;
}

/** A file of a ticket that was read. */
export interface InvoiceRecord {
  readonly file: string;
  /** Lower case, as the database has it; null: it has no stamp, or is no invoice. */
  readonly uuid: string | null;
  readonly sat: SatStatus | null;
}

const unread = statement(
  "invoice.unread",
  `select f.ticket, f.id as file, f.size, encode(f.sha256, 'hex') as sha256 from file f
    where f.desk_id = $1 and f.ticket = any($2::bigint[]) and f.kind = 'xml'
      and not exists (select from invoice i where i.desk_id = f.desk_id and i.ticket = f.ticket and i.file = f.id)
    order by f.ticket, f.id limit 200`,
);

/** The XMLs of these tickets that were not read yet. */
export function unreadXmls(tx: Transaction, tickets: readonly number[]): Promise<UnreadXml[]> {
  return query(tx, unread, [deskOf(tx), tickets]);
}

const insert = statement(
  "invoice.insert",
  `insert into invoice (desk_id, ticket, file, sha256, uuid, noted)
   select $1, n.ticket, n.file, decode(n.sha256, 'hex'), n.uuid, $3
     from jsonb_to_recordset($2::jsonb) as n(ticket bigint, file uuid, sha256 text, uuid uuid)
   on conflict (desk_id, ticket, file) do nothing`,
);

/** Notes which UUID each file says; one that was noted already stays. */
export async function insertInvoices(
  tx: Transaction,
  read: readonly (Omit<UnreadXml, "size"> & { readonly uuid: string | null })[],
  at: Instant,
): Promise<void> {
  await execute(tx, insert, [deskOf(tx), JSON.stringify(read), instantParameter(at)]);
}

const ofTicket = statement(
  "invoice.of-ticket",
  "select file, uuid::text, sat from invoice where desk_id = $1 and ticket = $2 order by file limit 100",
);

/** The files of a ticket that were read. */
export function invoicesOfTicket(tx: Transaction, ticket: number): Promise<InvoiceRecord[]> {
  return query(tx, ofTicket, [deskOf(tx), ticket]);
}

/** Another ticket with an invoice of the same UUID. */
export interface SameInvoice {
  readonly uuid: string;
  readonly ticket: number;
  readonly folio: string;
  readonly subject: string;
  readonly assignee: string | null;
}

const elsewhere = statement(
  "invoice.elsewhere",
  `select distinct on (i.uuid, i.ticket) i.uuid::text, i.ticket, t.folio, t.subject, t.assignee_id as assignee
     from invoice i join ticket t on t.desk_id = i.desk_id and t.number = i.ticket
    where i.desk_id = $1 and i.uuid = any($2::uuid[]) and i.ticket <> $3
    order by i.uuid, i.ticket desc limit 50`,
);

/** The other tickets of the desk with an invoice of one of these UUIDs, the newest first. */
export function invoicesElsewhere(
  tx: Transaction,
  uuids: readonly string[],
  ticket: number,
): Promise<SameInvoice[]> {
  return query(tx, elsewhere, [deskOf(tx), uuids, ticket]);
}

const answered = statement(
  "invoice.answered",
  "update invoice set sat = $4 where desk_id = $1 and ticket = $2 and file = $3",
);

/** Keeps what the SAT answered about a file. */
export async function keepSatStatus(
  tx: Transaction,
  { ticket, file }: { readonly ticket: number; readonly file: string },
  status: SatStatus,
): Promise<void> {
  await execute(tx, answered, [deskOf(tx), ticket, file, JSON.stringify(status)]);
}
