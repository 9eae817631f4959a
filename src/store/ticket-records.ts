import type { FileKind } from "../core/policy/form-rule.ts";
import type { Language } from "../core/policy/text.ts";
import type { Instant } from "../core/time/instant.ts";
import type { ChainedEvent } from "./chain.ts";
import { instantParameter } from "./time.ts";

/** The words of a message, as they are kept beside the event `seq`. */
export interface MessageRecord {
  readonly id: string;
  readonly seq: number;
  readonly at: Instant;
  readonly author: { readonly kind: "client" | "staff" | "desk"; readonly name: string | null };
  readonly public: boolean;
  readonly channel: string;
  readonly language: Language;
  readonly text: string;
  readonly html: string | null;
}

/** A file of a message; its bytes are in the data folder under the same id. */
export interface FileRecord {
  readonly id: string;
  readonly message: string;
  readonly field: string;
  readonly name: string;
  readonly mediaType: string;
  readonly kind: FileKind;
  readonly size: number;
  readonly sha256: string;
}

/** Something to be delivered. `key` makes it the same one within its ticket. */
export interface OutboxRecord {
  readonly key: string;
  readonly moment: string;
  readonly state: "pending" | "cancelled";
  readonly recipient: string;
  readonly subject: string;
  readonly payload: OutboxPayload;
  readonly messageId: string;
  readonly due: Instant;
}

/** A mail as it was composed: its words leave as they are, whatever changes afterwards. */
export interface OutboxPayload {
  /** The words; they are laid out as plain text and as a page when they leave. */
  readonly content: {
    readonly body: string;
    readonly open: string;
    readonly facts: readonly (readonly [label: string, value: string])[];
    readonly desk: string;
    readonly footer: string;
    /** Lists of what is told, each item with its own lines. */
    readonly sections?: readonly {
      readonly title: string;
      readonly items: readonly {
        readonly title: string;
        readonly link: string | null;
        readonly lines: readonly (readonly [label: string, value: string])[];
        readonly share?: number;
      }[];
      readonly more: string | null;
    }[];
    readonly stop?: string;
  };
  /** The code to sign in with that it carries, by id. */
  readonly entry?: string;
  /** The week whose report goes with it, by its Monday. */
  readonly week?: string;
  /** Whoever follows the tracker that this is a digest of, by id. */
  readonly follower?: string;
  /** The address that it opens; null: its recipient's own, which is stored nowhere. */
  readonly link: string | null;
  readonly language: Language;
  readonly automatic: boolean;
  readonly references: readonly string[];
  /** The clock that a warning is of: it is pointless once that has stopped. */
  readonly clock: { readonly id: string; readonly round: number } | null;
}

/** What one transaction adds to a ticket. */
export interface Additions {
  readonly folio: string;
  readonly events: readonly ChainedEvent[];
  readonly messages: readonly MessageRecord[];
  readonly files: readonly FileRecord[];
  readonly outbox: readonly OutboxRecord[];
  /** Uploads that have become files: SHA-256 of their session's token. */
  readonly session: Uint8Array | null;
  readonly capability: CapabilityRecord | null;
  /** The time of the transaction. */
  readonly at: Instant;
}

/** A link's right to one ticket: only the hash of its token is kept. */
export interface CapabilityRecord {
  readonly hash: Uint8Array;
  readonly recipient: string | null;
  readonly expires: Instant;
}

/** Columns of rows that are written, each with its type. */
export type Columns = readonly (readonly [name: string, type: string])[];

/** The columns of `eventRow`. */
export const eventColumns: Columns = [
  ["seq", "integer"],
  ["at", "timestamptz"],
  ["recorded", "timestamptz"],
  ["type", "text"],
  ["by", "json"],
  ["fact", "json"],
  ["hash", "text"],
];

/** The columns of `messageRow`. */
export const messageColumns: Columns = [
  ["id", "uuid"],
  ["seq", "integer"],
  ["at", "timestamptz"],
  ["author", "json"],
  ["public", "boolean"],
  ["channel", "text"],
  ["language", "text"],
  ["text", "text"],
  ["html", "text"],
];

/** The columns of `outgoingRow`. */
export const outgoingColumns: Columns = [
  ["key", "text"],
  ["moment", "text"],
  ["state", "text"],
  ["recipient", "text"],
  ["subject", "text"],
  ["payload", "json"],
  ["message_id", "text"],
  ["due", "timestamptz"],
];

/** What kind of addition a statement is for. */
export interface AdditionShape {
  /** A new ticket: its link is new as well. */
  readonly fresh?: boolean;
  /** Exactly one event, one message and one mail, and no files: each value is a parameter of its own, which costs the server much less than lists in JSON. */
  readonly single?: boolean;
  readonly files?: boolean;
  /** The condition without which outgoing rows are kept back. */
  readonly holding?: string;
}

/**
 * The parts of a statement that add to a ticket, as common table expressions; the desk is `$1`, the
 * ticket's number `$2`, and their own parameters begin at `first`. Without `files` there is no part
 * for files: even an empty part of a statement costs the server a tenth of the whole.
 */
export function additionParts(first: number, shape: AdditionShape = {}): string {
  const { holding = "true", fresh = false, single = false, files = true } = shape;
  const p = (at: number): string => `$${first + at}`;
  const rows = single ? oneOfEach(first + shared) : listsOf(first + shared);
  return `events as (
    insert into ticket_event (desk_id, ticket, seq, at, recorded, type, by, fact, hash)
    select $1, $2, seq, at, recorded, type, by, fact, decode(hash, 'hex') from ${rows.events}),
  messages as (
    insert into message (desk_id, ticket, id, seq, at, author, public, channel, language, text, html)
    select $1, $2, id, seq, at, author, public, channel, language, text, html from ${rows.messages}),
  ${files ? fileParts((at) => p(shared + 3 + at)) : ""}granted as (
    insert into capability (desk_id, hash, ticket, recipient, purpose, made, expires)
    select $1, ${p(0)}::bytea, $2, ${p(1)}::text, 'follow', ${p(3)}::timestamptz, ${p(2)}::timestamptz
     where ${p(0)}::bytea is not null
    ${fresh ? "" : "on conflict (desk_id, hash) do update set expires = greatest(capability.expires, excluded.expires)"}),
  outgoing as (
    insert into outbox (desk_id, kind, ticket, folio, key, moment, state, recipient, subject, payload, message_id, at, due, last_error)
    select $1, 'mail', $2, ${p(4)}::text, key, moment, case when ${holding} then state else 'cancelled' end,
           recipient, subject, payload, message_id, ${p(3)}::timestamptz, due, case when ${holding} then null else 'held-back' end
      from ${rows.outgoing}
    on conflict (desk_id, ticket, key) do nothing)`;
}

interface Rows {
  readonly events: string;
  readonly messages: string;
  readonly outgoing: string;
}

/** Parameters that stand before the rows: of the capability, the time and the folio. */
const shared = 5;

function listsOf(first: number): Rows {
  const list = (at: number, columns: Columns): string =>
    `json_to_recordset($${first + at}::json) as r(${columns.map((column) => column.join(" ")).join(", ")})`;
  return {
    events: list(0, eventColumns),
    messages: list(1, messageColumns),
    outgoing: list(2, outgoingColumns),
  };
}

function oneOfEach(first: number): Rows {
  let next = first;
  const row = (columns: Columns): string => {
    const values = columns.map(([, type]) => `$${next++}::${type}`);
    return `(values (${values.join(", ")})) as r(${columns.map(([name]) => name).join(", ")})`;
  };
  return {
    events: row(eventColumns),
    messages: row(messageColumns),
    outgoing: row(outgoingColumns),
  };
}

function fileParts(p: (at: number) => string): string {
  return `files as (
    insert into file (desk_id, ticket, id, message, field, name, media_type, kind, size, sha256)
    select $1, $2, id, message, field, name, media, kind, size, decode(sha256, 'hex')
      from json_to_recordset(${p(0)}::json) as f(id uuid, message uuid, field text, name text, media text, kind text, size bigint, sha256 text)),
  taken as (
    delete from upload where desk_id = $1 and session = ${p(1)}::bytea
       and id in (select id from json_to_recordset(${p(0)}::json) as f(id uuid))),
  `;
}

/** How many parameters `additionValues` gives. */
export function additionWidth({ single = false, files = true }: AdditionShape): number {
  const rows = single ? [eventColumns, messageColumns, outgoingColumns].flat().length : 3;
  return shared + rows + (files ? 2 : 0);
}

/** Whether an addition is the usual one of a filing: one event, one message, one mail, no files. */
export function isSingle(added: Additions): boolean {
  const { events, messages, outbox } = added;
  return events.length === 1 && messages.length === 1 && outbox.length === 1 && !hasFiles(added);
}

/** Whether anything of an addition needs the parts for files. */
export function hasFiles({ files, session }: Additions): boolean {
  return files.length > 0 || session !== null;
}

/** The parameters of `additionParts` for the same shape. */
export function additionValues(added: Additions, { single = false }: AdditionShape): unknown[] {
  const { capability } = added;
  const rows = {
    events: added.events.map(eventRow),
    messages: added.messages.map(messageRow),
    outgoing: added.outbox.map(outgoingRow),
  };
  return [
    capability?.hash ?? null,
    capability?.recipient ?? null,
    capability === null ? null : instantParameter(capability.expires),
    instantParameter(added.at),
    added.folio,
    ...(single
      ? [
          ...rowValues(eventColumns, rows.events),
          ...rowValues(messageColumns, rows.messages),
          ...rowValues(outgoingColumns, rows.outgoing),
        ]
      : [rows.events, rows.messages, rows.outgoing].map((list) => JSON.stringify(list))),
    ...(hasFiles(added) ? [JSON.stringify(added.files.map(fileRow)), added.session] : []),
  ];
}

type Row = Readonly<Record<string, unknown>>;

/** The values of the first row, as parameters in the order of its columns. */
export function rowValues(columns: Columns, [row = {}]: readonly Row[]): unknown[] {
  return columns.map(([name, type]) => (type === "json" ? JSON.stringify(row[name]) : row[name]));
}

/** An event as it is written. */
export function eventRow({ event, hash }: ChainedEvent): Row {
  return {
    seq: event.seq,
    at: instantParameter(event.at),
    recorded: instantParameter(event.recorded),
    type: event.fact.type,
    by: event.by,
    fact: event.fact,
    hash: hash.toString("hex"),
  };
}

/** A message as it is written. */
export function messageRow(message: MessageRecord): Row {
  return { ...message, at: instantParameter(message.at) };
}

function fileRow({ mediaType, ...file }: FileRecord): Row {
  return { ...file, media: mediaType };
}

/** An outgoing mail as it is written. */
export function outgoingRow({ messageId, due, ...row }: OutboxRecord): Row {
  return { ...row, message_id: messageId, due: instantParameter(due) };
}
