import { openBetween } from "../calendar/arithmetic.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { civilDateOf, wallAt } from "../calendar/dates.ts";
import { levelAt } from "../backtest/outcome.ts";
import type { ClockReading } from "../clock/clock.ts";
import { readClocks } from "../clock/readings.ts";
import type { Mark } from "../policy/clock-rule.ts";
import { progressOf } from "../ticket/progress.ts";
import type { Binding } from "../ticket/scene.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { watched } from "../ticket/view.ts";
import { HOUR, MINUTE } from "../time/instant.ts";
import type { Instant, Millis } from "../time/instant.ts";
import type { CivilDate } from "../time/civil.ts";
import { weekOf } from "./period.ts";

/** What became of one promise: kept, missed, or still running with its deadline ahead. */
export type Outcome = "kept" | "missed" | "running";

/** Whose turn an open ticket is: the desk's, somebody else's (it waits), or nobody's (solved, to be confirmed). */
export const turns = ["desk", "waiting", "solved"] as const;
export type Turn = (typeof turns)[number];

/** One promise of the desk to the client, as the figures count it. Dates and hours are the desk's own. */
export interface MeasuredPromise {
  readonly clock: string;
  readonly round: number;
  /** In force, and where the ticket was, at the deadline or when the promise was kept. */
  readonly severity: string;
  readonly level: string;
  readonly outcome: Outcome;
  /** The deadline; of a missed one the instant of the breach (a change of severity may have made it). */
  readonly deadline: Instant;
  readonly dueOn: CivilDate;
  /** The Monday of the week in which its deadline falls. */
  readonly dueWeek: CivilDate;
  /** The date on which it was fulfilled, in time or late; null: not yet. */
  readonly stoppedOn: CivilDate | null;
}

/** How long a level had a ticket, in whole minutes of service. */
export interface MeasuredStay {
  readonly level: string;
  readonly minutes: number;
}

/** A ticket as the figures count it. Dates and hours are the desk's own. */
export interface MeasuredTicket {
  readonly severity: string;
  readonly level: string;
  readonly arrivedOn: CivilDate;
  readonly arrivedHour: number;
  /** When the desk's promises began; null: it is held, and nothing is promised. */
  readonly receivedAt: Instant | null;
  /** Null: it is closed. */
  readonly turn: Turn | null;
  readonly contactedOn: CivilDate | null;
  /** Whole minutes of service from receipt to the first contact. */
  readonly contactMinutes: number | null;
  /** The date on which the client was first told a solution, and whether they said later that it is not solved. */
  readonly solvedOn: CivilDate | null;
  readonly reopened: boolean;
  readonly closedOn: CivilDate | null;
  readonly promises: readonly MeasuredPromise[];
  /** Of closed tickets alone, each level once. */
  readonly stays: readonly MeasuredStay[];
}

/** Endings that leave nothing to count: what was no request, and what lives on in another ticket. */
const uncounted: ReadonlySet<string> = new Set(["spam", "merged", "duplicate"]);

/**
 * What the figures count of a ticket as it stands at `now`; null: nothing (spam, and what was merged
 * into another, which is counted there). Minutes are of the desk's main hours.
 */
export function measureTicket(
  ticket: Ticket,
  binding: Binding,
  now: Instant,
): MeasuredTicket | null {
  const { closed, trace } = ticket;
  if (closed !== null && uncounted.has(closed.reason)) return null;
  const { policy } = binding.policy;
  const calendar = binding.calendars(policy.hours);
  const receivedAt = firstOf(ticket, "received");
  const contactedAt = receivedAt === null ? null : firstOf(ticket, "contacted");
  const solvedAt = firstOf(ticket, "told.solved");
  const readings = trace.incomplete ? [] : readClocks(watched(ticket, binding, now), now);
  return {
    severity: ticket.severity,
    level: ticket.level,
    arrivedOn: civilDateOf(calendar, ticket.filedAt),
    arrivedHour: Math.floor(wallAt(calendar, ticket.filedAt).millis / HOUR),
    receivedAt,
    turn: closed === null ? turnOf(ticket, binding, now) : null,
    contactedOn: dateOf(calendar, contactedAt),
    contactMinutes:
      contactedAt === null || receivedAt === null
        ? null
        : wholeMinutes(calendar, receivedAt, contactedAt),
    solvedOn: dateOf(calendar, solvedAt),
    reopened:
      solvedAt !== null &&
      trace.moments.some(({ mark, at }) => mark === "reopened" && at >= solvedAt),
    closedOn: dateOf(calendar, closed?.at ?? null),
    promises: readings.flatMap((reading) => promiseOf(reading, ticket, calendar)),
    stays: closed === null ? [] : staysOf(ticket, calendar, closed.at),
  };
}

function firstOf({ trace }: Ticket, wanted: Mark): Instant | null {
  return trace.moments.find(({ mark }) => mark === wanted)?.at ?? null;
}

function dateOf(calendar: Calendar, at: Instant | null): CivilDate | null {
  return at === null ? null : civilDateOf(calendar, at);
}

function wholeMinutes(calendar: Calendar, from: Instant, to: Instant): number {
  return Math.max(0, Math.floor(openBetween(calendar, from, to) / MINUTE));
}

function turnOf(ticket: Ticket, { policy }: Binding, now: Instant): Turn {
  const progress = progressOf(ticket, policy.policy, now);
  if (progress === "solved") return "solved";
  return progress.startsWith("waiting") || progress === "scheduled" ? "waiting" : "desk";
}

/** Promises of the desk alone; one that is paused has no deadline yet, one that was called off no outcome. */
function promiseOf(
  { rule, round, status, limit, stopped, breach }: ClockReading,
  ticket: Ticket,
  calendar: Calendar,
): MeasuredPromise[] {
  if (rule.against !== "desk" || rule.breach === false) return [];
  const outcome = status === "met" ? "kept" : status === "missed" ? "missed" : "running";
  if (outcome === "running" && status !== "running") return [];
  const deadline = breach?.at ?? limit;
  if (deadline === null) return [];
  const at = outcome === "kept" ? (stopped ?? deadline) : deadline;
  const dueOn = civilDateOf(calendar, deadline);
  return [
    {
      clock: rule.id,
      round,
      severity: severityAt(ticket, at),
      level: levelAt(ticket, at),
      outcome,
      deadline,
      dueOn,
      dueWeek: weekOf(dueOn),
      stoppedOn: dateOf(calendar, stopped),
    },
  ];
}

function severityAt({ trace, severity }: Ticket, at: Instant): string {
  return trace.severities.findLast(({ from }) => from <= at)?.severity ?? severity;
}

/** Every level that had the ticket, with all its stays together. */
function staysOf({ filedAt, stays = [], level }: Ticket, calendar: Calendar, end: Instant) {
  const spent = new Map<string, Millis>();
  let from = filedAt;
  for (const stay of [...stays, { level, to: end }]) {
    const to = Math.min(stay.to, end);
    if (to > from) {
      spent.set(stay.level, (spent.get(stay.level) ?? 0) + openBetween(calendar, from, to));
      from = to;
    }
  }
  return [...spent].map(([id, ms]) => ({ level: id, minutes: Math.floor(ms / MINUTE) }));
}
