import type { ClockReading } from "../clock/clock.ts";
import { readClocks } from "../clock/readings.ts";
import type { Trace } from "../clock/trace.ts";
import type { Binding } from "../ticket/scene.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { watched } from "../ticket/view.ts";
import type { Instant, Millis } from "../time/instant.ts";

/** What became of one promise of a ticket. `open`: neither kept nor missed yet. */
export interface Outcome {
  readonly clock: string;
  readonly severity: string;
  readonly level: string;
  readonly result: "met" | "missed" | "open";
  readonly limit: Instant | null;
  /** When it was kept, at last; null: not yet. */
  readonly stopped: Instant | null;
  /** How late it was kept, or is, by the wall clock; 0: it was not missed. */
  readonly lateBy: Millis;
  /** Service time used of the promised, up to 1 where it was just kept; null: promised in dates, or still open. */
  readonly share: number | null;
}

/** What a ticket came to under a policy: its promises, and when silence closed it. */
export interface Course {
  readonly outcomes: readonly Outcome[];
  /** The instant at which the client's silence closed it; null: it did not. */
  readonly silentAt: Instant | null;
  /** Whether the client spoke after that, within the ticket's recorded life. */
  readonly spokeAfter: boolean;
}

/**
 * The promises of a ticket under a policy, as they stand at `now`: one outcome for each round that
 * started and is measured. Where the client's silence would have closed it before its recorded end,
 * it ends there. Tickets that are held, merged or of incomplete history have none.
 */
export function courseUnder(ticket: Ticket, binding: Binding, now: Instant): Course {
  const whole = readClocks(watched(ticket, binding, now), now);
  const silentAt = silenceOf(whole);
  const { ended } = ticket.trace;
  const isCut = silentAt !== null && silentAt < (ended?.at ?? now);
  const cut = isCut ? endedBySilence(ticket, silentAt) : ticket;
  const readings = isCut ? readClocks(watched(cut, binding, now), now) : whole;
  return {
    outcomes: readings.flatMap((reading) => outcomeOf(reading, cut, now)),
    silentAt,
    spokeAfter: isCut && spokeAfter(ticket.trace, silentAt),
  };
}

function silenceOf(readings: readonly ClockReading[]): Instant | null {
  let first: Instant | null = null;
  for (const { rule, breach } of readings) {
    if (breach === null || !rule.then.some((consequence) => consequence.do === "close")) continue;
    if (first === null || breach.at < first) first = breach.at;
  }
  return first;
}

function endedBySilence(ticket: Ticket, at: Instant): Ticket {
  return { ...ticket, trace: { ...ticket.trace, ended: { at, how: "closed" } } };
}

function spokeAfter({ moments }: Trace, silentAt: Instant): boolean {
  return moments.some(({ mark, at }) => mark === "client-said" && at > silentAt);
}

function outcomeOf(reading: ClockReading, ticket: Ticket, now: Instant): Outcome[] {
  const { rule, breach, stopped, limit } = reading;
  const result = resultOf(reading);
  if (result === null || rule.against !== "desk" || rule.breach === false) return [];
  const until = breach?.at ?? stopped ?? now;
  const severity = severityAt(ticket, until);
  const lateBy = breach === null ? 0 : Math.max(0, (stopped ?? endOf(ticket, now)) - breach.at);
  const level = levelAt(ticket, until);
  const share = result === "open" ? null : shareOf(reading, severity);
  return [{ clock: rule.id, severity, level, result, limit, stopped, lateBy, share }];
}

function resultOf({ status }: ClockReading): Outcome["result"] | null {
  if (status === "met" || status === "missed") return status;
  return status === "running" || status === "paused" ? "open" : null;
}

function endOf({ trace }: Ticket, now: Instant): Instant {
  return trace.ended?.at ?? now;
}

function shareOf({ rule, used, stopped }: ClockReading, severity: string): number | null {
  const term = rule.within[severity] ?? rule.within["*"];
  if (term === undefined || term.limit.unit === "dates" || stopped === null) return null;
  return used / term.limit.ms;
}

function severityAt({ trace, severity }: Ticket, at: Instant): string {
  return trace.severities.findLast(({ from }) => from <= at)?.severity ?? severity;
}

/** The level that had the ticket at an instant. */
export function levelAt({ stays = [], level }: Ticket, at: Instant): string {
  return stays.find(({ to }) => at < to)?.level ?? level;
}
