import { deskOf } from "./append.ts";
import type { Database } from "./connect.ts";
import { announcedTo, contactOf, ownerOf } from "./filing.ts";
import type { AcknowledgementCounts, FilingAdditions, FilingFacts, FilingKeys } from "./filing.ts";
import { numberInForce } from "./policy-versions.ts";
import { statement } from "./query.ts";
import type { Asked, Statement } from "./query.ts";
import {
  eventColumns,
  eventRow,
  messageColumns,
  messageRow,
  outgoingColumns,
  outgoingRow,
  rowValues,
} from "./ticket-records.ts";
import type { Columns } from "./ticket-records.ts";
import { touch } from "./touched.ts";
import { ticketColumns, ticketValues } from "./tickets.ts";
import type { TicketRow } from "./tickets.ts";
import { instantParameter, timeOrDatabase, timeParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** What is known of each of several filings, and what the address and the source were sent this hour. */
export interface KnownTogether extends Omit<FilingFacts, "uploads" | "exhausted"> {
  /** Which of those asked for it is: 1 is the first. */
  readonly place: number;
  readonly toAddress: number;
  readonly fromSource: number;
}

const sent = (counted: string): string =>
  `coalesce((select n from acknowledgement_count k where k.desk_id = $1 and k.counted = ${counted}
                and k.hour = floor(extract(epoch from c.at) / 3600)::integer), 0)`;

// Nothing is claimed here: who is refused afterwards leaves nothing behind but the gap of a number.
const begin = statement(
  "filings.begin",
  `with clock as materialized (select ${timeOrDatabase("$2")} as at)
   select c.at as now, a.place::integer as place,
          case when (select true from submission s where s.desk_id = $1 and s.key = a.submission)
               then null else next_folio($1) end as number,
          ${numberInForce("$1", "(select at from clock)")} as policy,
          coalesce((select number from calendar_exception where desk_id = $1 order by number desc limit 1), 0) as exceptions,
          ${ownerOf("a.portal")} as owner,
          ${contactOf("a.address")} as contact,
          ${announcedTo("a.address", "c.at")} as announcements,
          ${sent("a.counted_address")} as "toAddress",
          ${sent("a.counted_source")} as "fromSource"
     from clock c,
          unnest((select $3::bytea[]), (select $4::text[]), (select $5::text[]), (select $6::bytea[]), (select $7::bytea[]))
          with ordinality as a(submission, portal, address, counted_address, counted_source, place)`,
);

/**
 * What reads `KnownTogether` for each of several filings without files and draws their numbers, in
 * their order. A submission that was made before draws none.
 */
export function beginFilings({ time }: Database, desk: string, keys: readonly FilingKeys[]): Asked {
  const values = [
    desk,
    timeParameter(time),
    keys.map(({ submission }) => submission),
    keys.map(({ portal }) => portal),
    keys.map(({ address }) => address),
    keys.map(({ counts }) => counts.address),
    keys.map(({ counts }) => counts.source),
  ];
  return { statement: begin, values };
}

/** What a ticket is written with that is counted with others. */
export type CountedAdditions = FilingAdditions & { readonly counts: AcknowledgementCounts };

/** A new ticket that is written with others: one event, one message, one mail, a link and no files. */
export interface FilingTogether {
  readonly row: TicketRow;
  readonly keys: FilingKeys;
  readonly additions: CountedAdditions;
}

/** A row that `filingsOf` gives: whether the acknowledgement of the ticket with that number may leave. */
export interface WrittenTogether {
  readonly number: number;
  readonly acknowledged: boolean;
}

const prefixed = (prefix: string, columns: Columns): Columns =>
  columns.map(([name, type]) => [`${prefix}_${name}`, type] as const);

const columns: Columns = [
  ...ticketColumns,
  ["submission", "bytea"],
  ["fingerprint", "bytea"],
  ["made", "timestamptz"],
  ["link", "bytea"],
  ["link_of", "text"],
  ["link_ends", "timestamptz"],
  ["counts", "boolean"],
  ["to_address", "bytea"],
  ["to_later", "integer"],
  ["from_source", "bytea"],
  ["from_later", "integer"],
  ...prefixed("event", eventColumns),
  ...prefixed("message", messageColumns),
  ...prefixed("mail", outgoingColumns),
];

const namesOf = (some: Columns): string => some.map(([name]) => name).join(", ");

/** How many there are in a statement: fewer are filled up with rows of nothing, so that there are few statements. */
const sizes = [2, 4, 8, 16] as const;

/** As many filings as are written by one statement at most. */
export const mostTogether = 16;

const shared = 3;

// Keys in their order and counters in theirs, so that two of these wait for one another and never both.
function writing(size: number): Statement {
  let next = shared + 1;
  const one = (): string => `(${columns.map(([, type]) => `$${next++}::${type}`).join(", ")})`;
  const rows = Array.from({ length: size }, one).join(",\n");
  return statement(
    `filings.file-${size}`,
    `with filed as materialized (
     select * from (values ${rows}) as v(${namesOf(columns)}) where number is not null),
   claimed as (
     insert into submission (desk_id, key, fingerprint, ticket, at)
     select desk_id, submission, fingerprint, number, made from filed order by submission),
   made as (
     insert into ticket (${namesOf(ticketColumns)}) select ${namesOf(ticketColumns)} from filed returning number),
   counted as (
     insert into acknowledgement_count as c (desk_id, counted, hour, n)
     select desk_id, counted, $1::integer, count(*)::integer
       from (select desk_id, to_address from filed where counts
             union all select desk_id, from_source from filed where counts) as t(desk_id, counted)
      group by desk_id, counted order by counted
     on conflict (desk_id, hour, counted) do update set n = c.n + excluded.n
     returning counted, n),
   allowed as materialized (
     select f.number as ticket, a.n - f.to_later <= $2::integer and s.n - f.from_later <= $3::integer as yes
       from filed f join counted a on a.counted = f.to_address join counted s on s.counted = f.from_source
      where f.counts),
   events as (
     insert into ticket_event (desk_id, ticket, ${namesOf(eventColumns)})
     select desk_id, number, ${namesOf(prefixed("event", eventColumns.slice(0, -1)))}, decode(event_hash, 'hex') from filed),
   messages as (
     insert into message (desk_id, ticket, ${namesOf(messageColumns)})
     select desk_id, number, ${namesOf(prefixed("message", messageColumns))} from filed),
   granted as (
     insert into capability (desk_id, hash, ticket, recipient, purpose, made, expires)
     select desk_id, link, number, link_of, 'follow', made, link_ends from filed),
   outgoing as (
     insert into outbox (desk_id, kind, ticket, folio, key, moment, state, recipient, subject, payload, message_id, at, due, last_error)
     select desk_id, 'mail', number, folio, mail_key, mail_moment, case when yes then mail_state else 'cancelled' end,
            mail_recipient, mail_subject, mail_payload, mail_message_id, made, mail_due, case when yes then null else 'held-back' end
       from filed left join allowed on allowed.ticket = number)
   select number, coalesce(yes, false) as acknowledged from made left join allowed on allowed.ticket = number`,
  );
}

const statements = sizes.map((size) => ({ size, statement: writing(size) }));

/**
 * What writes several new tickets whole, in one statement that fails as a whole: where one of their
 * submissions was made meanwhile nothing of any is written. Their acknowledgements are counted one
 * after another, in the order of the list; gives a `WrittenTogether` for each. Throws above `mostTogether`.
 */
export function filingsOf(tx: Transaction, filings: readonly FilingTogether[]): Asked {
  const fitting = statements.find(({ size }) => size >= filings.length);
  const counts = filings[0]?.additions.counts;
  if (fitting === undefined || counts === undefined)
    throw new Error(`${filings.length} filings are not written together`);
  touch(tx, "tickets");
  const desk = deskOf(tx);
  const later = laterOf(filings);
  const values: unknown[] = [counts.hour, counts.perAddress, counts.perSource];
  filings.forEach((filing, at) => values.push(...valuesOf(desk, filing, later[at] ?? none)));
  while (values.length < shared + fitting.size * columns.length) values.push(null);
  return { statement: fitting.statement, values };
}

/** How many of those after a filing are counted by its own counters. */
interface Later {
  readonly address: number;
  readonly source: number;
}

const none: Later = { address: 0, source: 0 };

function laterOf(filings: readonly FilingTogether[]): readonly Later[] {
  const seen = new Map<string, number>();
  const taken = (counter: Uint8Array): number => {
    const key = Buffer.from(counter).toString("latin1");
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before;
  };
  return filings
    .toReversed()
    .map(({ additions: { count = false, counts } }) =>
      count ? { address: taken(counts.address), source: taken(counts.source) } : none,
    )
    .toReversed();
}

function valuesOf(
  desk: string,
  { row, keys, additions }: FilingTogether,
  later: Later,
): readonly unknown[] {
  const { added, counts, count = false } = additions;
  const { capability } = added;
  return [
    ...ticketValues(desk, row),
    keys.submission,
    keys.fingerprint,
    instantParameter(added.at),
    capability?.hash ?? null,
    capability?.recipient ?? null,
    capability === null ? null : instantParameter(capability.expires),
    count,
    counts.address,
    later.address,
    counts.source,
    later.source,
    ...rowValues(eventColumns, added.events.map(eventRow)),
    ...rowValues(messageColumns, added.messages.map(messageRow)),
    ...rowValues(outgoingColumns, added.outbox.map(outgoingRow)),
  ];
}
