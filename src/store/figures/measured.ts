import type { MeasuredTicket } from "../../core/figures/measure.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import type { Instant } from "../../core/time/instant.ts";
import { deskOf } from "../append.ts";
import { execute, query, queryOne, statement } from "../query.ts";
import type { Statement } from "../query.ts";
import { instantParameter } from "../time.ts";
import type { Transaction } from "../transaction.ts";

/** A ticket that changed since it was last measured. */
export interface Unmeasured {
  readonly number: number;
  readonly ticket: Ticket;
  readonly exceptions: number;
  readonly updatedAt: Instant;
}

const behind = statement(
  "measured.behind-across",
  `select d.id as desk from desk d left join measuring m on m.desk_id = d.id
    where exists (select 1 from ticket t where t.desk_id = d.id and t.updated_at > coalesce(m.upto, '-infinity'::timestamptz))
    order by m.upto nulls first limit $1`,
);

/** Desks with tickets that changed since they were last measured, the longest behind first; across desks. */
export function desksBehind(tx: Transaction, most: number): Promise<{ readonly desk: string }[]> {
  return query(tx, behind, [most]);
}

const begin = statement(
  "measured.begin",
  `insert into measuring (desk_id, upto) values ($1, '0001-01-01Z') on conflict (desk_id) do nothing`,
);
const take = statement(
  "measured.take",
  "select upto from measuring where desk_id = $1 for update skip locked",
);

/** Takes the desk's measuring in hand; up to when all is measured. `undefined`: another has it. */
export async function takeMeasuring(tx: Transaction): Promise<Instant | undefined> {
  await execute(tx, begin, [deskOf(tx)]);
  return (await queryOne<{ upto: Instant }>(tx, take, [deskOf(tx)]))?.upto;
}

const upTo = statement(
  "measured.up-to",
  `select coalesce((select t.updated_at from ticket t where t.desk_id = $1 and t.updated_at >= m.upto
      and not exists (select 1 from measured_ticket d where d.desk_id = $1 and d.number = t.number and d.seq = t.seq)
      order by t.updated_at limit 1), $2) as upto
     from measuring m where m.desk_id = $1`,
);

/** Up to when every change is measured: `now` where nothing waits to be; null: nothing is yet. */
export async function measuredUpTo(tx: Transaction, now: Instant): Promise<Instant | null> {
  const found = await queryOne<{ upto: Instant }>(tx, upTo, [deskOf(tx), instantParameter(now)]);
  return found?.upto ?? null;
}

// What is measured at its newest version already is passed over by the key alone.
const changed = statement(
  "measured.changed",
  `select number, fold as ticket, exceptions, updated_at as "updatedAt" from ticket t
    where desk_id = $1 and updated_at >= $2
      and not exists (select 1 from measured_ticket m where m.desk_id = $1 and m.number = t.number and m.seq = t.seq)
    order by updated_at, number limit $3`,
);

/** Tickets that changed at or after an instant and are not measured as they stand, in the order of their change. */
export function unmeasured(tx: Transaction, since: Instant, most: number): Promise<Unmeasured[]> {
  return query(tx, changed, [deskOf(tx), instantParameter(since), most]);
}

const settle = statement("measured.settle", "update measuring set upto = $2 where desk_id = $1");

/** Every change up to an instant has been measured. */
export async function settleMeasuring(tx: Transaction, upto: Instant): Promise<void> {
  await execute(tx, settle, [deskOf(tx), instantParameter(upto)]);
}

// What a ticket's promises add to the sums of their weeks is taken off with them, and added with the new ones.
const addToWeeks = (sign: "" | "-", from: string): string =>
  `insert into measured_week (desk_id, week, clock, severity, level, kept, missed)
   select $1, due_week, clock, severity, level, ${sign}count(*) filter (where outcome = 'kept'), ${sign}count(*) filter (where outcome = 'missed')
     from ${from} where outcome <> 'running' group by due_week, clock, severity, level
   on conflict (desk_id, week, clock, severity, level) do update
      set kept = measured_week.kept + excluded.kept, missed = measured_week.missed + excluded.missed`;

const forget = [
  statement(
    "measured.forget-promises",
    `with gone as (delete from measured_promise where desk_id = $1 and ticket = any($2::bigint[])
       returning due_week, clock, severity, level, outcome) ${addToWeeks("-", "gone")}`,
  ),
  statement(
    "measured.forget-stays",
    "delete from measured_stay where desk_id = $1 and ticket = any($2::bigint[])",
  ),
];

// Likewise what the tickets add to the weeks in which they were filed and solved: what stood before is taken off first.
const addTickets = (name: string, sign: "" | "-"): Statement =>
  statement(
    name,
    `with own as (select * from measured_ticket where desk_id = $1 and number = any($2::bigint[]) and counted),
       filed as (insert into measured_arrival (desk_id, week, weekday, hour, severity, level, n)
         select $1, date_trunc('week', arrived_on)::date, extract(isodow from arrived_on), arrived_hour, severity, level, ${sign}count(*)
           from own group by 2, 3, 4, severity, level
         on conflict (desk_id, week, weekday, hour, severity, level) do update set n = measured_arrival.n + excluded.n)
     insert into measured_solution (desk_id, week, severity, level, solved, reopened)
     select $1, date_trunc('week', solved_on)::date, severity, level, ${sign}count(*), ${sign}count(*) filter (where reopened)
       from own where solved_on is not null group by 2, severity, level
     on conflict (desk_id, week, severity, level) do update
        set solved = measured_solution.solved + excluded.solved, reopened = measured_solution.reopened + excluded.reopened`,
  );
const takeOff = addTickets("measured.take-off", "-");
const addUp = addTickets("measured.add-up", "");

const putTickets = statement(
  "measured.put-tickets",
  `insert into measured_ticket (desk_id, number, seq, counted, severity, level, arrived_on, arrived_hour, received_at, turn,
     contacted_on, contact_minutes, solved_on, reopened, closed_on)
   select $1, number, seq, counted, severity, level, "arrivedOn", "arrivedHour", "receivedAt", turn,
     "contactedOn", "contactMinutes", "solvedOn", reopened, "closedOn"
     from json_to_recordset($2::json) as r(number bigint, seq integer, counted boolean, severity text, level text,
       "arrivedOn" date, "arrivedHour" smallint, "receivedAt" timestamptz, turn text, "contactedOn" date,
       "contactMinutes" integer, "solvedOn" date, reopened boolean, "closedOn" date)
   on conflict (desk_id, number) do update set seq = excluded.seq, counted = excluded.counted, severity = excluded.severity,
     level = excluded.level, arrived_on = excluded.arrived_on, arrived_hour = excluded.arrived_hour,
     received_at = excluded.received_at, turn = excluded.turn, contacted_on = excluded.contacted_on,
     contact_minutes = excluded.contact_minutes, solved_on = excluded.solved_on, reopened = excluded.reopened,
     closed_on = excluded.closed_on`,
);

const putPromises = statement(
  "measured.put-promises",
  `with put as (insert into measured_promise (desk_id, ticket, clock, round, severity, level, outcome, deadline, due_on, due_week, stopped_on)
   select $1, ticket, clock, round, severity, level, outcome, deadline, "dueOn", "dueWeek", "stoppedOn"
     from json_to_recordset($2::json) as r(ticket bigint, clock text, round integer, severity text, level text, outcome text,
       deadline timestamptz, "dueOn" date, "dueWeek" date, "stoppedOn" date)
   on conflict (desk_id, ticket, clock, round) do nothing
   returning due_week, clock, severity, level, outcome) ${addToWeeks("", "put")}`,
);

const putStays = statement(
  "measured.put-stays",
  `insert into measured_stay (desk_id, ticket, level, severity, closed_on, minutes)
   select $1, ticket, level, severity, "closedOn", minutes
     from json_to_recordset($2::json) as r(ticket bigint, level text, severity text, "closedOn" date, minutes integer)`,
);

/** A ticket with what the figures count of it; null: nothing. */
export interface Measured {
  readonly number: number;
  readonly ticket: Ticket;
  readonly measured: MeasuredTicket | null;
}

/** Keeps what was measured in place of what was before. */
export async function keepMeasured(tx: Transaction, all: readonly Measured[]): Promise<void> {
  const desk = deskOf(tx);
  const numbers = all.map(({ number }) => number);
  for (const one of [...forget, takeOff]) await execute(tx, one, [desk, numbers]);
  await execute(tx, putTickets, [desk, JSON.stringify(all.map(ticketRow))]);
  await execute(tx, addUp, [desk, numbers]);
  const promises = all.flatMap(({ number, measured }) =>
    (measured?.promises ?? []).map((promise) => ({
      ...promise,
      ticket: number,
      deadline: instantParameter(promise.deadline),
    })),
  );
  if (promises.length > 0) await execute(tx, putPromises, [desk, JSON.stringify(promises)]);
  const stays = all.flatMap(({ number, measured }) =>
    (measured?.stays ?? []).map((stay) => ({
      ...stay,
      ticket: number,
      severity: measured?.severity,
      closedOn: measured?.closedOn,
    })),
  );
  if (stays.length > 0) await execute(tx, putStays, [desk, JSON.stringify(stays)]);
}

function ticketRow({ number, ticket, measured }: Measured): unknown {
  const own = { number, seq: ticket.seq, counted: measured !== null };
  if (measured === null) {
    const { severity, level } = ticket;
    const arrivedOn = new Date(ticket.filedAt).toISOString().slice(0, 10);
    return { ...own, severity, level, arrivedOn, arrivedHour: 0, turn: null, reopened: false };
  }
  const { receivedAt } = measured;
  return {
    ...measured,
    ...own,
    receivedAt: receivedAt === null ? null : instantParameter(receivedAt),
  };
}
