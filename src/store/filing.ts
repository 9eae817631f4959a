import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { sha256 } from "./digest.ts";
import type { Database } from "./connect.ts";
import { numberInForce } from "./policy-versions.ts";
import { query, queryOne, statement } from "./query.ts";
import type { Asked, Statement } from "./query.ts";
import {
  additionParts,
  additionValues,
  additionWidth,
  hasFiles,
  isSingle,
} from "./ticket-records.ts";
import type { Additions, AdditionShape } from "./ticket-records.ts";
import { touch } from "./touched.ts";
import { insertTicket, ticketValues, ticketWidth } from "./tickets.ts";
import type { TicketRow } from "./tickets.ts";
import { instantParameter, timeOrDatabase, timeParameter } from "./time.ts";
import type { Timed, Transaction } from "./transaction.ts";
import type { UploadRecord } from "./uploads.ts";

/** What has to be known before a ticket can be decided on, in one round trip. */
export interface FilingFacts extends Timed {
  /** The number that the ticket will have; none: the same submission came before. */
  readonly number: number | null;
  /** The number of the version in force. */
  readonly policy: number | null;
  readonly exceptions: number;
  readonly owner: {
    readonly organisation: string;
    readonly plan: string | null;
    readonly paidUntil: Instant | null;
  } | null;
  readonly contact: {
    readonly id: string;
    readonly name: string;
    readonly role: string | null;
    readonly trained: boolean | null;
  } | null;
  /** Names of the announced processes that go on, for everybody or for the address (RD-15c). */
  readonly announcements: readonly string[];
  readonly uploads: readonly UploadRecord[];
  /** Whether the address or the source has had its automatic mails of this hour already. */
  readonly exhausted: boolean;
}

/** What a filing is looked up by. Hashes are SHA-256. */
export interface FilingKeys {
  readonly submission: Uint8Array;
  readonly fingerprint: Uint8Array;
  readonly portal: string | null;
  /** Lower case. */
  readonly address: string | null;
  readonly uploads: readonly string[];
  readonly counts: Omit<AcknowledgementCounts, "hour">;
}

/** The counters of automatic mail that a filing touches, and their limits an hour. */
export interface AcknowledgementCounts {
  readonly address: Uint8Array;
  readonly source: Uint8Array;
  readonly hour: number;
  readonly perAddress: number;
  readonly perSource: number;
}

const at = timeOrDatabase("$4");

const uploadsNamed = `coalesce((select jsonb_agg(jsonb_build_object('id', id, 'field', field, 'name', name, 'mediaType', media_type,
                      'kind', kind, 'size', size, 'sha256', encode(sha256, 'hex')) order by at, id)
             from upload where desk_id = $1 and session = $2 and id = any($11::uuid[])), '[]')`;

/** The owner of a portal, as an SQL expression; the desk is `$1`. */
export function ownerOf(portal: string): string {
  return `(select jsonb_build_object('organisation', organisation, 'plan', plan, 'paidUntil', (extract(epoch from paid_until) * 1000)::bigint)
             from portal_owner where desk_id = $1 and portal = ${portal})`;
}

/** The contact whose address it is, as an SQL expression; the desk is `$1`. */
export function contactOf(address: string): string {
  return `(select jsonb_build_object('id', id, 'name', name, 'role', role, 'trained', trained)
             from contact where desk_id = $1 and contact.address = ${address} and active)`;
}

/** Names of what is announced at an instant to everybody or to an address, as an SQL expression; the desk is `$1`. */
export function announcedTo(address: string, at: string): string {
  return `array(select distinct process from announcement n
                 where desk_id = $1 and cancelled is null and ends > ${at} and starts <= ${at}
                   and (n.address is null or n.address = ${address}))`;
}

// The submission is claimed first: another transaction with the same key waits here, and then finds it taken.
function beginStatement(name: string, uploads: string): Statement {
  return statement(
    name,
    `with claimed as (
     insert into submission (desk_id, key, fingerprint, ticket, at)
     select $1, $2, $3, next_folio($1), ${at} on conflict do nothing returning ticket)
   select ${at} as now,
          (select ticket from claimed) as number,
          ${numberInForce("$1", `(select ${at})`)} as policy,
          coalesce((select number from calendar_exception where desk_id = $1 order by number desc limit 1), 0) as exceptions,
          ${ownerOf("$5")} as owner,
          ${contactOf("$6")} as contact,
          ${announcedTo("$6", `(select ${at})`)} as announcements,
          ${uploads} as uploads,
          exists (select from acknowledgement_count
                   where desk_id = $1 and hour = (select floor(extract(epoch from ${at}) / 3600)::integer)
                     and counted in ($7::bytea, $9::bytea)
                     and n >= case when counted = $7::bytea then $8::integer else $10::integer end) as exhausted`,
  );
}

const begin = beginStatement("filing.begin", "'[]'::json");
const beginWithFiles = beginStatement("filing.begin-with-files", uploadsNamed);

/** What claims the submission, draws the ticket's number and reads `FilingFacts`, in one row. */
export function beginFiling({ time }: Database, desk: string, keys: FilingKeys): Asked {
  const { counts, uploads } = keys;
  const values = [
    desk,
    keys.submission,
    keys.fingerprint,
    timeParameter(time),
    keys.portal,
    keys.address,
    counts.address,
    counts.perAddress,
    counts.source,
    counts.perSource,
  ];
  return uploads.length === 0
    ? { statement: begin, values }
    : { statement: beginWithFiles, values: [...values, uploads] };
}

const first = ticketWidth + 1;

// Automatic mail is counted where it leaves; two at once cannot both be the last one allowed. Once
// the limit is reached nothing is counted, so that the counter of a busy source is locked by nobody.
function filingStatement(name: string, shape: AdditionShape): Statement {
  const counting = first + additionWidth(shape);
  const text = `with made as (${insertTicket}),
   counted as (
     insert into acknowledgement_count as c (desk_id, counted, hour, n)
     select $1, t.counted, $${counting}::integer, 1
       from (values ($${counting + 1}::bytea), ($${counting + 2}::bytea)) as t(counted)
      where $${counting + 5}::boolean
      order by t.counted
     on conflict (desk_id, hour, counted) do update set n = c.n + 1
     returning counted, n),
   allowed as (
     select $${counting + 6}::boolean or coalesce(bool_and(n <= case when counted = $${counting + 1}::bytea then $${counting + 3}::integer else $${counting + 4}::integer end), false) as yes
       from counted),
   ${additionParts(first, { ...shape, holding: "(select yes from allowed)", fresh: true })}
   select number, (select yes from allowed) as acknowledged from made`;
  return statement(name, text);
}

interface Shaped {
  readonly shape: AdditionShape;
  readonly statement: Statement;
}

function shaped(name: string, shape: AdditionShape): Shaped {
  return { shape, statement: filingStatement(name, shape) };
}

const fileUsual = shaped("filing.file", { single: true, files: false });
const fileLists = shaped("filing.file-lists", { files: false });
const fileWithFiles = shaped("filing.file-with-files", { files: true });

function shapedFor(added: Additions): Shaped {
  if (isSingle(added)) return fileUsual;
  return hasFiles(added) ? fileWithFiles : fileLists;
}

const uncounted: AcknowledgementCounts = {
  address: new Uint8Array(0),
  source: new Uint8Array(0),
  hour: 0,
  perAddress: 0,
  perSource: 0,
};

const draw = statement("filing.draw", "select next_folio($1) as number");

/** The number of a ticket that nobody submitted (a part of another). */
export async function drawFolio(tx: Transaction): Promise<number> {
  const drawn = await queryOne<{ number: number }>(tx, draw, [deskOf(tx)]);
  if (drawn === undefined) throw new Error("filing.draw gave no row");
  return drawn.number;
}

/** What a new ticket is written with, besides its row. */
export interface FilingAdditions {
  readonly added: Additions;
  readonly counts?: AcknowledgementCounts;
  readonly count?: boolean;
}

/** The row that `filingOf` gives: whether the ticket's acknowledgement may leave. */
export interface WrittenFiling {
  readonly acknowledged: boolean;
}

/**
 * What writes a new ticket whole, in one statement: row, event, message, files, outgoing mail and
 * capability. Its one row, a `WrittenFiling`, says whether the acknowledgement may leave: with
 * `counts` it is counted against the limits, and where `count` is false the limit was reached
 * already. Without, nothing holds it back.
 */
export function filingOf(tx: Transaction, row: TicketRow, filing: FilingAdditions): Asked {
  touch(tx, "tickets");
  const { count = false } = filing;
  const counts = filing.counts ?? uncounted;
  const { shape, statement } = shapedFor(filing.added);
  const values = [
    ...ticketValues(deskOf(tx), row),
    ...additionValues(filing.added, shape),
    counts.hour,
    counts.address,
    counts.source,
    counts.perAddress,
    counts.perSource,
    count,
    filing.counts === undefined,
  ];
  return { statement, values };
}

/** Writes a new ticket whole and gives whether its acknowledgement may leave. */
export async function writeFiling(
  tx: Transaction,
  row: TicketRow,
  filing: FilingAdditions,
): Promise<boolean> {
  const asked = filingOf(tx, row, filing);
  const written = await queryOne<WrittenFiling>(tx, asked.statement, asked.values);
  if (written === undefined) throw new Error(`ticket ${row.ticket.folio} was not written`);
  return written.acknowledged;
}

const earlier = statement(
  "filing.earlier",
  "select ticket, fingerprint from submission where desk_id = $1 and key = $2",
);

/** The ticket that a submission made, and the hash of what was sent then. */
export function earlierFiling(
  tx: Transaction,
  key: Uint8Array,
): Promise<{ ticket: number; fingerprint: Buffer } | undefined> {
  return queryOne(tx, earlier, [deskOf(tx), key]);
}

const claim = statement(
  "submission.claim",
  `insert into submission (desk_id, key, fingerprint, ticket, at) values ($1, $2, $3, $4, $5)
   on conflict do nothing returning ticket`,
);

/** Claims a form's token for one message on a ticket; `false`: it was sent already. */
export async function claimSubmission(
  tx: Transaction,
  claimed: {
    readonly key: Uint8Array;
    readonly fingerprint: Uint8Array;
    readonly ticket: number;
    readonly at: Instant;
  },
): Promise<boolean> {
  const { key, fingerprint, ticket, at } = claimed;
  const rows = await query(tx, claim, [deskOf(tx), key, fingerprint, ticket, instantParameter(at)]);
  return rows.length === 1;
}

/** The key under which a token of a form or an API is kept. */
export function submissionKey(token: string): Uint8Array {
  return sha256(token);
}
