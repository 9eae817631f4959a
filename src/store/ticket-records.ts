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
      }[];
      readonly more: string | null;
    }[];
    readonly stop?: string;
  };
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

/**
 * The parts of a statement that add to a ticket, as common table expressions; the desk is `$1`, the
 * ticket's number `$2`, and their own parameters begin at `first`; outgoing rows are kept back where
 * the condition `holding` is false. Without `files` there is no part for files: even an empty part of
 * a statement costs the server a tenth of the whole.
 */
export function additionParts(
  first: number,
  { holding = "true", files = true }: AdditionOptions = {},
): string {
  const p = (at: number): string => `$${first + at}`;
  return `events as (
    insert into ticket_event (desk_id, ticket, seq, at, recorded, type, by, fact, hash)
    select $1, $2, seq, at, recorded, type, by, fact, decode(hash, 'hex')
      from jsonb_to_recordset(${p(0)}::jsonb) as e(seq integer, at timestamptz, recorded timestamptz, type text, by jsonb, fact jsonb, hash text)),
  messages as (
    insert into message (desk_id, ticket, id, seq, at, author, public, channel, language, text, html)
    select $1, $2, id, seq, at, author, public, channel, language, text, html
      from jsonb_to_recordset(${p(1)}::jsonb) as m(id uuid, seq integer, at timestamptz, author jsonb, public boolean, channel text, language text, text text, html text)),
  ${files ? fileParts(p) : ""}granted as (
    insert into capability (desk_id, hash, ticket, recipient, purpose, made, expires)
    select $1, ${p(2)}::bytea, $2, ${p(3)}::text, 'follow', ${p(5)}::timestamptz, ${p(4)}::timestamptz
     where ${p(2)}::bytea is not null
    on conflict (desk_id, hash) do update set expires = greatest(capability.expires, excluded.expires)),
  outgoing as (
    insert into outbox (desk_id, kind, ticket, folio, key, moment, state, recipient, subject, payload, message_id, at, due, last_error)
    select $1, 'mail', $2, ${p(7)}::text, key, moment, case when ${holding} then state else 'cancelled' end,
           recipient, subject, payload, message_id, ${p(5)}::timestamptz, due, case when ${holding} then null else 'held-back' end
      from jsonb_to_recordset(${p(6)}::jsonb) as o(key text, moment text, state text, recipient text, subject text, payload jsonb, message_id text, due timestamptz)
    on conflict (desk_id, ticket, key) do nothing)`;
}

interface AdditionOptions {
  readonly holding?: string;
  readonly files?: boolean;
}

function fileParts(p: (at: number) => string): string {
  return `files as (
    insert into file (desk_id, ticket, id, message, field, name, media_type, kind, size, sha256)
    select $1, $2, id, message, field, name, media, kind, size, decode(sha256, 'hex')
      from jsonb_to_recordset(${p(8)}::jsonb) as f(id uuid, message uuid, field text, name text, media text, kind text, size bigint, sha256 text)),
  taken as (
    delete from upload where desk_id = $1 and session = ${p(9)}::bytea
       and id in (select id from jsonb_to_recordset(${p(8)}::jsonb) as f(id uuid))),
  `;
}

/** How many parameters `additionValues` gives, with files and without. */
export function additionWidth(files: boolean): number {
  return files ? 10 : 8;
}

/** Whether anything of an addition needs the parts for files. */
export function hasFiles({ files, session }: Additions): boolean {
  return files.length > 0 || session !== null;
}

/** The parameters of `additionParts`; those of files stand last. */
export function additionValues(added: Additions): unknown[] {
  const { capability } = added;
  const files = added.files.map(({ mediaType, ...file }) => ({ ...file, media: mediaType }));
  return [
    JSON.stringify(added.events.map(eventRow)),
    JSON.stringify(
      added.messages.map((message) => ({ ...message, at: instantParameter(message.at) })),
    ),
    capability?.hash ?? null,
    capability?.recipient ?? null,
    capability === null ? null : instantParameter(capability.expires),
    instantParameter(added.at),
    JSON.stringify(added.outbox.map(outboxRow)),
    added.folio,
    ...(hasFiles(added) ? [JSON.stringify(files), added.session] : []),
  ];
}

function eventRow({ event, hash }: ChainedEvent): unknown {
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

function outboxRow({ messageId, due, ...row }: OutboxRecord): unknown {
  return { ...row, message_id: messageId, due: instantParameter(due) };
}
