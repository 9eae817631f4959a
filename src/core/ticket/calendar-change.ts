import type { Calendars, ClockReading } from "../clock/clock.ts";
import { readClocks } from "../clock/readings.ts";
import type { Instant } from "../time/instant.ts";
import { theDesk } from "./actor.ts";
import { passUpTo } from "./pass.ts";
import type { Binding, Context, Deed } from "./scene.ts";
import { record, type Story } from "./story.ts";
import type { Ticket } from "./ticket.ts";
import { watched } from "./view.ts";

/** A dated exception of a calendar that was published, and the calendars without it and with it. */
export interface CalendarChange {
  /** Its number at the desk. */
  readonly exception: number;
  readonly published: Instant;
  readonly calendar: string;
  /** The civil date whose hours it replaces. */
  readonly date: string;
  readonly why: string | null;
  readonly before: Calendars;
  readonly after: Calendars;
}

/** A limit that is computed otherwise from an instant on. */
export interface MovedLimit {
  readonly clock: string;
  readonly round: number;
  readonly before: Instant;
  readonly after: Instant;
}

/**
 * The limits that are others on other calendars, as both stand at `at`: of the clocks that run then.
 * A clock that is paused has told no date, one that stopped or passed keeps the date that it had.
 */
export function movedLimits(
  ticket: Ticket,
  on: { readonly before: Binding; readonly after: Binding },
  at: Instant,
): readonly MovedLimit[] {
  if (ticket.closed !== null && ticket.closed.at <= at) return [];
  const now = running(ticket, on.before, at);
  const then = running(ticket, on.after, at);
  return now.flatMap(({ rule, round, limit: before }) => {
    const other = then.find((one) => one.rule.id === rule.id && one.round === round);
    const after = other?.limit ?? null;
    if (before === null || after === null || before === after) return [];
    return [{ clock: rule.id, round, before, after }];
  });
}

function running(ticket: Ticket, binding: Binding, at: Instant): readonly ClockReading[] {
  const readings = readClocks(watched(ticket, binding, at), at);
  return readings.filter(({ status }) => status === "running");
}

/** A story in which every change of the calendar was looked at, unless `whole` is false: it was full before. */
export interface Recounted {
  readonly story: Story;
  readonly whole: boolean;
}

/**
 * What the published exceptions moved. An exception holds from its publication: time used until then
 * stays, the remainder counts on the new hours, and a limit that the client was told and that moves
 * is recorded with the date that was told, at the instant of the publication. From there on what is
 * due, warned of or missed goes by the limit as it is computed; the date told is kept beside it. What
 * fell due before the publication is recorded first, and no exception changes it. `most`: no further
 * than so many events.
 */
export function recounted(story: Story, context: Context, most: number = Infinity): Recounted {
  let current = story;
  for (const change of context.changes ?? []) {
    const left = most - current.steps.length;
    current = passUpTo(current, { to: change.published, before: true, most: left }, context);
    if (current.steps.length >= most) return { story: current, whole: false };
    const times = { at: change.published, recorded: context.now };
    current = record(current, movesOf(current.ticket, change, context), times);
  }
  return { story: current, whole: true };
}

function movesOf(ticket: Ticket, change: CalendarChange, { policy }: Context): readonly Deed[] {
  const { exception, published, calendar, date, why } = change;
  const on = {
    before: { policy, calendars: change.before },
    after: { policy, calendars: change.after },
  };
  return movedLimits(ticket, on, published).map(({ clock, round, before, after }) => ({
    by: theDesk,
    fact: {
      type: "limit-moved",
      clock,
      round,
      promised: firstTold(ticket, clock, round) ?? before,
      deadline: after,
      exception,
      calendar,
      date,
      why,
    },
  }));
}

/** The date that was told before the first exception moved it. */
function firstTold({ trace }: Ticket, clock: string, round: number): Instant | null {
  const own = trace.promised?.find((one) => one.clock === clock && one.round === round);
  return own?.limit ?? null;
}
