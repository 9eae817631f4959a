import type { TicketEvent } from "../core/ticket/event.ts";
import { deskOf } from "./append.ts";
import { query, queryOne, statement } from "./query.ts";
import type { FileRecord, MessageRecord } from "./ticket-records.ts";
import type { Transaction } from "./transaction.ts";

const events = statement(
  "event.list",
  "select seq, at, recorded, by, fact from ticket_event where desk_id = $1 and ticket = $2 and seq > $3 order by seq",
);

/** The events of a ticket after a version, in order; after 0: all. */
export function eventsAfter(tx: Transaction, ticket: number, seq: number): Promise<TicketEvent[]> {
  return query(tx, events, [deskOf(tx), ticket, seq]);
}

const hashed = statement(
  "event.hashes",
  "select seq, hash from ticket_event where desk_id = $1 and ticket = $2 order by seq",
);

/** The hash of each event of a ticket, in order. */
export function hashesOf(
  tx: Transaction,
  ticket: number,
): Promise<{ seq: number; hash: Buffer }[]> {
  return query(tx, hashed, [deskOf(tx), ticket]);
}

const messageColumns = "id, seq, at, author, public, channel, language, text, html";
const messages = statement(
  "message.list",
  `select ${messageColumns} from message where desk_id = $1 and ticket = $2 order by seq, id`,
);

/** The messages of a ticket in the order of their events; only public ones where said so. */
export async function messagesOf(
  tx: Transaction,
  ticket: number,
  which: "all" | "public",
): Promise<MessageRecord[]> {
  const rows = await query<MessageRecord>(tx, messages, [deskOf(tx), ticket]);
  return which === "all" ? rows : rows.filter((row) => row.public);
}

const fileColumns = `id, message, field, name, media_type as "mediaType", kind, size, encode(sha256, 'hex') as sha256`;
const files = statement(
  "file.list",
  `select ${fileColumns} from file where desk_id = $1 and ticket = $2 order by name, id`,
);

/** The files of a ticket. */
export function filesOf(tx: Transaction, ticket: number): Promise<FileRecord[]> {
  return query(tx, files, [deskOf(tx), ticket]);
}

const file = statement(
  "file.one",
  `select f.id, f.message, f.field, f.name, f.media_type as "mediaType", f.kind, f.size, encode(f.sha256, 'hex') as sha256, m.public
     from file f join message m on m.desk_id = f.desk_id and m.ticket = f.ticket and m.id = f.message
    where f.desk_id = $1 and f.ticket = $2 and f.id = $3`,
);

/** A file, and whether its message is public. */
export function fileOf(
  tx: Transaction,
  ticket: number,
  id: string,
): Promise<(FileRecord & { public: boolean }) | undefined> {
  return queryOne(tx, file, [deskOf(tx), ticket, id]);
}
