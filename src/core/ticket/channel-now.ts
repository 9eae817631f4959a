import { isOpen, nextOpen, openPeriods } from "../calendar/arithmetic.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { readClocks } from "../clock/readings.ts";
import type { Condition } from "../policy/condition.ts";
import { type ConditionView, holds } from "../policy/holds.ts";
import type { ChannelRule } from "../policy/policy.ts";
import { DAY } from "../time/instant.ts";
import type { Instant } from "../time/instant.ts";
import { type Approach, closedChannel, viewFrom } from "./channels.ts";
import { watched } from "./view.ts";

/** A channel as it is at an instant, for a ticket or for whoever has none. */
export interface ChannelNow {
  readonly channel: ChannelRule;
  /** Its conditions hold: it may be used. */
  readonly open: boolean;
  /** The conditions that keep it closed; none where it is open. */
  readonly unmet: readonly Condition[];
  /** When it opens if nothing else happens; null: it is open, or time alone does not open it. */
  readonly opensAt: Instant | null;
  /** The clock whose limit opens it then, by id; null: another thing does. */
  readonly byClock: string | null;
  /** Whether somebody attends to it now: it has no hours, or is within them. */
  readonly attended: boolean;
  /** From when it is attended, once it is open; null: it is attended now, or never. */
  readonly attendedFrom: Instant | null;
}

/** Where time leads a condition: which instants of it are known. */
interface Ahead {
  readonly view: ConditionView;
  readonly approach: Approach;
  readonly limits: ReadonlyMap<string, Instant>;
}

/** A condition that is made of others may wait for one after the other: no more often than this. */
const MOST_STEPS = 16;

/**
 * How each channel of the policy stands (HB-6, RD-3, RD-13): open or closed, by which conditions, and
 * from when. What opens with time is known ahead: a clock that runs opens it at its limit, a calendar
 * at its next opening; what depends on somebody's act is not.
 */
export function channelsNow(approach: Approach): readonly ChannelNow[] {
  const ahead: Ahead = { view: viewFrom(approach), approach, limits: limitsOf(approach) };
  return approach.context.policy.policy.channels.map((channel) => channelNow(channel, ahead));
}

function channelNow(channel: ChannelRule, ahead: Ahead): ChannelNow {
  const { approach, view } = ahead;
  const open = closedChannel(channel.id, approach) === null;
  const unmet = open ? [] : channel.needs.filter((need) => !holds(need, view));
  const opensAt = open ? null : holdsFrom({ is: "all", of: channel.needs }, approach.at, ahead);
  const byClock = [...ahead.limits].find(
    ([id, limit]) => limit === opensAt && unmet.some((need) => clocksIn(need).includes(id)),
  );
  const usable = open ? approach.at : opensAt;
  const from = usable === null ? null : attendedFrom(channel, usable, approach);
  const attended = isAttended(channel, approach.at, approach);
  return {
    ...{ channel, open, unmet, opensAt, attended },
    byClock: byClock?.[0] ?? null,
    attendedFrom: from === approach.at ? null : from,
  };
}

/** The limits of the clocks that run: an instant that nobody's act has to bring about. */
function limitsOf({ ticket, context, at }: Approach): ReadonlyMap<string, Instant> {
  if (ticket === null || ticket.closed !== null) return new Map();
  return new Map(
    readClocks(watched(ticket, context, at), at).flatMap(({ rule, status, limit }) =>
      status === "running" && limit !== null ? [[rule.id, limit] as const] : [],
    ),
  );
}

function isAttended({ during }: ChannelRule, at: Instant, { context }: Approach): boolean {
  return during === null || isOpen(context.calendars(during), at);
}

function attendedFrom(channel: ChannelRule, from: Instant, approach: Approach): Instant | null {
  if (isAttended(channel, from, approach)) return from;
  return known(nextOpen(approach.context.calendars(channel.during ?? ""), from));
}

function known(at: unknown): Instant | null {
  return typeof at === "number" ? at : null;
}

/** The first instant from `from` on at which a condition holds if only time passes; null: none is known. */
function holdsFrom(condition: Condition, from: Instant, ahead: Ahead): Instant | null {
  switch (condition.is) {
    case "passed": {
      if (holds(condition, ahead.view)) return from;
      const limit = ahead.limits.get(condition.clock);
      return limit === undefined ? null : Math.max(limit, from);
    }
    case "hours": {
      const calendar = ahead.approach.context.calendars(condition.calendar);
      if (isOpen(calendar, from) === condition.open) return from;
      return condition.open ? known(nextOpen(calendar, from)) : closesAt(calendar, from);
    }
    case "any": {
      const instants = condition.of
        .map((part) => holdsFrom(part, from, ahead))
        .filter((at) => at !== null);
      return instants.length === 0 ? null : Math.min(...instants);
    }
    case "all":
      return allHoldFrom(condition.of, from, ahead);
    default:
      return holds(condition, ahead.view) ? from : null;
  }
}

/** When a calendar that is open closes; null: not within a month. */
function closesAt(calendar: Calendar, from: Instant): Instant | null {
  const horizon = from + 31 * DAY;
  const closes = openPeriods(calendar, from, horizon)[0]?.to ?? horizon;
  return closes < horizon ? closes : null;
}

function allHoldFrom(of: readonly Condition[], from: Instant, ahead: Ahead): Instant | null {
  let at = from;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const before = at;
    for (const part of of) {
      const next = holdsFrom(part, at, ahead);
      if (next === null) return null;
      at = next;
    }
    if (at === before) return at;
  }
  return null;
}

/** The clocks by whose limits a condition comes true, by id. */
function clocksIn(condition: Condition): readonly string[] {
  if (condition.is === "passed") return [condition.clock];
  return condition.is === "any" || condition.is === "all" ? condition.of.flatMap(clocksIn) : [];
}
