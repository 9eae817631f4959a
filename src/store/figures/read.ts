import type { ComplianceCell } from "../../core/figures/compliance.ts";
import type { Turn } from "../../core/figures/measure.ts";
import type { CivilDate } from "../../core/time/civil.ts";
import type { Instant } from "../../core/time/instant.ts";
import { deskOf } from "../append.ts";
import { query, statement } from "../query.ts";
import { instantParameter } from "../time.ts";
import type { Transaction } from "../transaction.ts";

/** What narrows every figure; null: nothing does. */
export interface FigureFilter {
  readonly severity: string | null;
  readonly level: string | null;
}

/** The dates that a figure is of, both in it. */
export interface Dates {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const narrowed = "and ($4::text is null or severity = $4) and ($5::text is null or level = $5)";

function parametersOf(tx: Transaction, { from, to }: Dates, { severity, level }: FigureFilter) {
  return [deskOf(tx), from, to, severity, level];
}

// Open and late is missed, whether or not that is recorded yet.
const compliance = statement(
  "figures.compliance",
  `select clock, severity, level, week, sum(kept)::integer as kept, sum(missed)::integer as missed from (
     select clock, severity, level, week, kept, missed from measured_week
      where desk_id = $1 and week between $2 and $3 ${narrowed} and kept + missed > 0
     union all
     select clock, severity, level, due_week, 0, 1 from measured_promise
      where desk_id = $1 and outcome = 'running' and deadline <= $6 and due_week between $2 and $3 ${narrowed}) as one
    group by clock, severity, level, week order by week, clock, severity, level`,
);

/** Promises kept and missed, by clock, severity, level and week of the deadline. */
export function complianceCells(
  tx: Transaction,
  dates: Dates,
  { now, ...filter }: FigureFilter & { readonly now: Instant },
): Promise<ComplianceCell[]> {
  return query(tx, compliance, [...parametersOf(tx, dates, filter), instantParameter(now)]);
}

const contacts = statement(
  "figures.contacts",
  `select severity, contact_minutes as minutes, count(*)::integer as n from measured_ticket
    where desk_id = $1 and counted and contacted_on between $2 and $3 ${narrowed}
    group by severity, contact_minutes`,
);

/** How long first contacts took, by severity: whole minutes of service, each with how often. */
export function contactTimes(
  tx: Transaction,
  dates: Dates,
  filter: FigureFilter,
): Promise<{ severity: string; minutes: number; n: number }[]> {
  return query(tx, contacts, parametersOf(tx, dates, filter));
}

// Monday is 1 (ISO 8601).
const arrivals = statement(
  "figures.arrivals",
  `select weekday, hour, sum(n)::integer as n from measured_arrival
    where desk_id = $1 and week between $2 and $3 ${narrowed}
    group by weekday, hour having sum(n) > 0 order by weekday, hour`,
);

/** Tickets filed in whole weeks, by weekday (Monday is 1) and hour of the desk. */
export function arrivalsOf(
  tx: Transaction,
  dates: Dates,
  filter: FigureFilter,
): Promise<{ weekday: number; hour: number; n: number }[]> {
  return query(tx, arrivals, parametersOf(tx, dates, filter));
}

const stays = statement(
  "figures.stays",
  `select level, minutes, count(*)::integer as n from measured_stay
    where desk_id = $1 and closed_on between $2 and $3 and ($4::text is null or severity = $4)
    group by level, minutes`,
);

/** How long levels had the tickets that were closed: whole minutes of service, each with how often. */
export function levelTimes(
  tx: Transaction,
  { from, to }: Dates,
  { severity }: FigureFilter,
): Promise<{ level: string; minutes: number; n: number }[]> {
  return query(tx, stays, [deskOf(tx), from, to, severity]);
}

const solved = statement(
  "figures.solved",
  `select coalesce(sum(solved), 0)::integer as solved, coalesce(sum(reopened), 0)::integer as reopened from measured_solution
    where desk_id = $1 and week between $2 and $3 ${narrowed}`,
);

/** In whole weeks, tickets whose first solution was told, and those of them that came back. */
export async function reopenedOf(
  tx: Transaction,
  dates: Dates,
  filter: FigureFilter,
): Promise<{ readonly solved: number; readonly reopened: number }> {
  const [row] = await query<{ solved: number; reopened: number }>(
    tx,
    solved,
    parametersOf(tx, dates, filter),
  );
  return row ?? { solved: 0, reopened: 0 };
}

const ages = statement(
  "figures.ages",
  `select turn, case when received_at > $4 then 0 when received_at > $5 then 1 when received_at > $6 then 2
            when received_at > $7 then 3 when received_at > $8 then 4 else 5 end as age, count(*)::integer as n
     from measured_ticket
    where desk_id = $1 and counted and turn is not null and received_at is not null
      and ($2::text is null or severity = $2) and ($3::text is null or level = $3)
    group by 1, 2 order by 2, 1`,
);

/** Open tickets by whose turn it is and age, from 0 for the youngest; parted at these five instants. */
export function openByAge(
  tx: Transaction,
  instants: readonly Instant[],
  { severity, level }: FigureFilter,
): Promise<{ turn: Turn; age: number; n: number }[]> {
  const parted = instants.map((at) => instantParameter(Math.max(at, earliest)));
  return query(tx, ages, [deskOf(tx), severity, level, ...parted]);
}

/** Nothing was received before: the least instant that PostgreSQL and JavaScript both write plainly. */
export const earliest: Instant = Date.UTC(1970, 0, 1);

const running = statement(
  "figures.running",
  `select deadline from measured_promise
    where desk_id = $1 and outcome = 'running' and deadline > $2 and deadline <= $3
      and ($4::text is null or severity = $4) and ($5::text is null or level = $5)
    order by deadline limit 5000`,
);

/** Deadlines of running promises in `(from, to]`, in order, at most 5,000. */
export async function deadlinesBetween(
  tx: Transaction,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  { severity, level }: FigureFilter,
): Promise<Instant[]> {
  const values = [deskOf(tx), instantParameter(from), instantParameter(to), severity, level];
  return (await query<{ deadline: Instant }>(tx, running, values)).map(({ deadline }) => deadline);
}

const keptDays = statement(
  "figures.kept-by-date",
  `select stopped_on as date, count(*)::integer as kept from measured_promise
    where desk_id = $1 and outcome = 'kept' and stopped_on between $2 and $3 ${narrowed}
    group by stopped_on order by stopped_on`,
);

/** Promises kept in time, by the date on which that was. */
export function keptByDate(
  tx: Transaction,
  dates: Dates,
  filter: FigureFilter,
): Promise<{ date: CivilDate; kept: number }[]> {
  return query(tx, keptDays, parametersOf(tx, dates, filter));
}

const risk = statement(
  "figures.risk",
  `select count(*) filter (where sorts_at <= $2)::integer as late,
          count(*) filter (where sorts_at > $2 and sorts_at <= $3)::integer as soon,
          count(*) filter (where sorts_at > $2 and sorts_at <= $4)::integer as today,
          count(*) filter (where assignee_id is null)::integer as unassigned
     from ticket
    where desk_id = $1 and closed_at is null and sorts_at <= greatest($3::timestamptz, $4::timestamptz)
      and ($5::text is null or severity = $5) and ($6::text is null or level = $6)`,
);

/** Open tickets at risk, from the queue itself: late, due within the hour, due until the end of today, and those of all these that are nobody's. */
export interface Risk {
  readonly late: number;
  readonly soon: number;
  readonly today: number;
  readonly unassigned: number;
}

/** Numbers of open tickets at risk now. */
export async function riskNow(
  tx: Transaction,
  {
    now,
    soon,
    endOfToday,
  }: { readonly now: Instant; readonly soon: Instant; readonly endOfToday: Instant },
  { severity, level }: FigureFilter,
): Promise<Risk> {
  const [row] = await query<Risk>(tx, risk, [
    deskOf(tx),
    instantParameter(now),
    instantParameter(soon),
    instantParameter(endOfToday),
    severity,
    level,
  ]);
  return row ?? { late: 0, soon: 0, today: 0, unassigned: 0 };
}

const satisfied = statement(
  "figures.satisfaction",
  `select count(*)::integer as asked, count(*) filter (where score = 'good')::integer as good,
          count(*) filter (where score = 'bad')::integer as bad
     from satisfaction
    where desk_id = $1 and asked_on between $2 and $3 ${narrowed}`,
);

/** How many were asked whether they are content, and what they answered. */
export async function satisfactionOf(
  tx: Transaction,
  dates: Dates,
  filter: FigureFilter,
): Promise<{ readonly asked: number; readonly good: number; readonly bad: number }> {
  const [row] = await query<{ asked: number; good: number; bad: number }>(
    tx,
    satisfied,
    parametersOf(tx, dates, filter),
  );
  return row ?? { asked: 0, good: 0, bad: 0 };
}
