import type { TicketEvent } from "../core/ticket/event.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** How far a delivery got; `missed`: its endpoint was switched off when the event happened. */
export type HookState = "pending" | "sent" | "failed" | "missed";

/** A delivery as the log shows it. */
export interface DeliveryRow {
  readonly id: number;
  readonly endpoint: string;
  readonly ticket: number | null;
  readonly folio: string | null;
  readonly seq: number | null;
  /** The type of the event; "" of a trial. */
  readonly fact: string;
  readonly state: HookState;
  readonly at: Instant;
  readonly due: Instant;
  readonly attempts: number;
  readonly tried: Instant | null;
  /** Milliseconds that the last attempt took. */
  readonly took: number | null;
  readonly status: number | null;
  /** How the last answer began. */
  readonly answer: string | null;
  readonly error: string | null;
  readonly againOf: number | null;
  readonly askedBy: string | null;
}

/** A delivery in hand: with its event, which a trial has none of. */
export interface LeasedDelivery extends DeliveryRow {
  readonly event: TicketEvent | null;
}

const columns = `d.id, d.endpoint, d.ticket, t.folio, d.seq, d.fact, d.state, d.at, d.due, d.attempts, d.tried, d.took,
  d.status, d.answer, d.error, d.again_of as "againOf", d.asked_by as "askedBy"`;
const joined =
  "webhook_delivery d left join ticket t on t.desk_id = d.desk_id and t.number = d.ticket";

// Each endpoint has its turn: one that answers nothing keeps no other waiting.
const due = statement(
  "webhook-delivery.due",
  `select e.desk_id as desk, e.id as endpoint, d.id from webhook_endpoint e cross join lateral (
     select id from webhook_delivery d where d.desk_id = e.desk_id and d.endpoint = e.id and d.state = 'pending'
        and d.due <= $1 and (d.lease_until is null or d.lease_until <= $1) order by d.due, d.id limit $2) d
    where e.state = 'on' order by e.desk_id, e.id, d.id limit $3`,
);

/** Deliveries of all desks that are due and in nobody's hands, at most `each` of one endpoint. */
export function dueDeliveries(
  tx: Transaction,
  now: Instant,
  { each, limit }: { readonly each: number; readonly limit: number },
): Promise<{ desk: string; endpoint: string; id: number }[]> {
  return query(tx, due, [instantParameter(now), each, limit]);
}

const lease = statement(
  "webhook-delivery.lease",
  `with taken as (
     update webhook_delivery set lease_until = $3, attempts = attempts + 1, tried = $4
      where desk_id = $1 and id = (
        select id from webhook_delivery where desk_id = $1 and id = $2 and state = 'pending' and due <= $4
           and (lease_until is null or lease_until <= $4) for update skip locked)
      returning *)
   select ${columns}, case when e.seq is null then null else json_build_object('seq', e.seq, 'by', e.by, 'fact', e.fact) end as event,
          e.at as "eventAt", e.recorded as "eventRecorded"
     from taken d left join ticket t on t.desk_id = d.desk_id and t.number = d.ticket
     left join ticket_event e on e.desk_id = d.desk_id and e.ticket = d.ticket and e.seq = d.seq`,
);

type LeasedRow = DeliveryRow & {
  readonly event: Pick<TicketEvent, "seq" | "by" | "fact"> | null;
  readonly eventAt: Instant;
  readonly eventRecorded: Instant;
};

/** Takes a due delivery into hand until `until`; `undefined` where another has it or it is done. */
export async function leaseDelivery(
  tx: Transaction,
  id: number,
  hold: { readonly now: Instant; readonly until: Instant },
): Promise<LeasedDelivery | undefined> {
  const values = [deskOf(tx), id, instantParameter(hold.until), instantParameter(hold.now)];
  const row = await queryOne<LeasedRow>(tx, lease, values);
  if (row === undefined) return undefined;
  const { event, eventAt: at, eventRecorded: recorded, ...delivery } = row;
  return { ...delivery, event: event === null ? null : { ...event, at, recorded } };
}

/** What an attempt came to. */
export interface Attempt {
  readonly state: Exclude<HookState, "missed">;
  /** When it is tried again. */
  readonly due: Instant | null;
  readonly took: number;
  readonly status: number | null;
  readonly answer: string | null;
  readonly error: string | null;
}

const settleAttempt = statement(
  "webhook-delivery.settle",
  `update webhook_delivery set state = $3, due = coalesce($4, due), took = $5, status = $6, answer = $7, error = $8, lease_until = null
    where desk_id = $1 and id = $2 and state = 'pending'`,
);

/** Writes down what an attempt came to, and lets go of the delivery. */
export async function settleDelivery(tx: Transaction, id: number, attempt: Attempt): Promise<void> {
  const { state, due: next, took, status, answer, error } = attempt;
  const at = next === null ? null : instantParameter(next);
  await execute(tx, settleAttempt, [deskOf(tx), id, state, at, took, status, answer, error]);
}

const page = statement(
  "webhook-delivery.list",
  `select ${columns} from ${joined} where d.desk_id = $1 and d.endpoint = $2 and d.id < $3 order by d.id desc limit $4`,
);

/** The deliveries of an endpoint, newest first, before an id. */
export function deliveriesBefore(
  tx: Transaction,
  endpoint: string,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<DeliveryRow[]> {
  return query(tx, page, [deskOf(tx), endpoint, before, limit]);
}

const again = statement(
  "webhook-delivery.again",
  `insert into webhook_delivery (desk_id, endpoint, ticket, seq, fact, state, at, due, again_of, asked_by)
   select desk_id, endpoint, ticket, seq, fact, 'pending', $4, $4, id, $5 from webhook_delivery
    where desk_id = $1 and endpoint = $2 and id = $3 and state <> 'pending' returning id`,
);
const againSince = statement(
  "webhook-delivery.again-since",
  `insert into webhook_delivery (desk_id, endpoint, ticket, seq, fact, state, at, due, again_of, asked_by)
   select desk_id, endpoint, ticket, seq, fact, 'pending', $5, $5, id, $6 from webhook_delivery d
    where desk_id = $1 and endpoint = $2 and at >= $3 and at < $4 and ticket is not null and again_of is null
      and state <> 'pending' and ($7 or state <> 'sent')
      and not exists (select from webhook_delivery o where o.desk_id = d.desk_id and o.endpoint = d.endpoint
                         and o.ticket = d.ticket and o.seq = d.seq and o.again_of is not null and o.state = 'pending')
    order by id limit $8 returning id`,
);

/** Who asks for deliveries again, and when. */
export interface Asks {
  readonly at: Instant;
  readonly by: string;
}

/** Sends a delivery that ended once more; `undefined`: it has not ended, or there is none. */
export async function deliverAgain(
  tx: Transaction,
  endpoint: string,
  { id, at, by }: Asks & { readonly id: number },
): Promise<number | undefined> {
  const values = [deskOf(tx), endpoint, id, instantParameter(at), by];
  return (await queryOne<{ id: number }>(tx, again, values))?.id;
}

/** A stretch of time whose deliveries are sent once more: those that did not arrive, or all. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly all: boolean;
  readonly limit: number;
}

/** Sends the deliveries of a stretch of time once more, and gives how many; those that wait already are not doubled. */
export async function deliverStretchAgain(
  tx: Transaction,
  endpoint: string,
  { from, to, all, limit, at, by }: Stretch & Asks,
): Promise<number> {
  const times = [instantParameter(from), instantParameter(to), instantParameter(at)];
  const values = [deskOf(tx), endpoint, ...times, by, all, limit];
  return (await query(tx, againSince, values)).length;
}

const trial = statement(
  "webhook-delivery.trial",
  `insert into webhook_delivery (desk_id, endpoint, fact, state, at, due, asked_by)
   values ($1, $2, '', 'pending', $3, $3, $4) returning id`,
);

/** Adds a trial, which tells of nothing. */
export async function insertTrial(
  tx: Transaction,
  endpoint: string,
  { at, by }: Asks,
): Promise<number> {
  const row = await queryOne<{ id: number }>(tx, trial, [
    deskOf(tx),
    endpoint,
    instantParameter(at),
    by,
  ]);
  return row?.id ?? 0;
}

const forget = statement(
  "webhook-delivery.forget",
  `delete from webhook_delivery where desk_id = $1 and state <> 'pending' and at < $2`,
);

/** Forgets what ended before an instant, and gives how many they were. */
export function forgetDeliveries(tx: Transaction, before: Instant): Promise<number> {
  return execute(tx, forget, [deskOf(tx), instantParameter(before)]);
}
