import type { Due } from "../clock/clock.ts";
import { dueUpTo, nextWake } from "../clock/due.ts";
import type { Consequence } from "../policy/clock-rule.ts";
import type { Instant } from "../time/instant.ts";
import { theDesk } from "./actor.ts";
import type { Fact } from "./event.ts";
import { isOfClient } from "./evolve/turns.ts";
import { type Context, type Deed, deeds } from "./scene.ts";
import { record, type Story } from "./story.ts";
import { stepsOfTelling } from "./acts/steps.ts";
import type { NextTurn, Ticket } from "./ticket.ts";
import { watched } from "./view.ts";

/** Up to when instants are recorded; `before`: only those strictly before; `most`: no more than these. */
export interface Horizon {
  readonly to: Instant;
  readonly before: boolean;
  readonly most?: number;
}

/**
 * Records every instant that fell due up to the horizon, one at a time, in order, each at its true
 * time, with what follows from it; where that may change what is due next, the ticket is read anew.
 * Throws where an instant that was recorded is due again, for that would never come to an end.
 */
export function passUpTo(story: Story, horizon: Horizon, context: Context): Story {
  const { most = Infinity } = horizon;
  const done = new Set<string>();
  let current = story;
  for (;;) {
    const dues = duesOf(current.ticket, horizon, context);
    const turn = turnDue(current.ticket, horizon, dues[0]?.at ?? Infinity);
    if (turn !== null) {
      const times = { at: turn.due, recorded: context.now };
      current = record(current, turnDeeds(turn, current.ticket, context), times);
      continue;
    }
    if (dues.length === 0) return current;
    for (const due of dues) {
      if (done.size >= most) return current;
      if (done.has(keyOf(due))) {
        throw new Error(`time does not come to an end in ${story.ticket.folio}: ${keyOf(due)}`);
      }
      done.add(keyOf(due));
      const times = { at: due.at, recorded: context.now };
      current = record(current, deeds(theDesk, factOf(due)), times);
      current = record(current, consequencesOf(due, current.ticket, context), times);
      if (changesDues(due, context)) break;
    }
  }
}

/** The way of telling that fell due, and comes before what else did; a call that fell due waits for a person. */
function turnDue(
  { turn = null, closed }: Ticket,
  { to, before }: Horizon,
  next: Instant,
): NextTurn | null {
  if (closed !== null || turn === null || turn.fell || turn.due > next) return null;
  return (before ? turn.due < to : turn.due <= to) ? turn : null;
}

/** A call is said to be due; a mail leaves by itself, and with it the client is told (CC-11). */
function turnDeeds(
  { turn, channel, due }: NextTurn,
  ticket: Ticket,
  context: Context,
): readonly Deed[] {
  if (channel === "phone") return deeds(theDesk, { type: "call-due", turn, due });
  const sent = deeds(theDesk, { type: "solution-sent", by: channel });
  return [...sent, ...stepsOfTelling(ticket, "client", { by: theDesk, at: due, context })];
}

function keyOf(due: Due): string {
  const index = due.due === "warning" ? due.index : "";
  return `${due.due} ${due.clock} ${due.round} ${due.at} ${index}`;
}

/**
 * Whether what comes next must be looked for again: after a limit that passed (it may close), and
 * after a breach where some clock runs only on a condition. A warning changes nothing.
 */
function changesDues({ due }: Due, { policy }: Context): boolean {
  if (due !== "breach") return due === "passing";
  return policy.policy.clocks.some(({ when }) => when.is !== "always");
}

/** Whether something that is due by now is not recorded yet. */
export function isBehind(ticket: Ticket, context: Context): boolean {
  const horizon = { to: context.now, before: false };
  return duesOf(ticket, horizon, context).length > 0 || turnDue(ticket, horizon, Infinity) !== null;
}

/** When to look at the ticket again: always later than `now`; null where nothing can fall due. */
export function wakesAt(ticket: Ticket, context: Context): Instant | null {
  if (ticket.closed !== null) return null;
  const { now, readUpTo } = context;
  const wake = nextWake(watched(ticket, context, now), ticket, { now, readUpTo });
  const { scheduledUntil } = ticket;
  const scheduled = scheduledUntil !== null && scheduledUntil > now ? scheduledUntil : null;
  const { turn = null } = ticket;
  const told = turn === null || turn.fell || turn.due <= now ? null : turn.due;
  const next = earliest([wake, scheduled, told]);
  if (next !== null && next <= now) {
    throw new Error(`${ticket.folio} would wake at ${next}, which is not after ${now}`);
  }
  return next;
}

function earliest(instants: readonly (Instant | null)[]): Instant | null {
  const known = instants.filter((instant) => instant !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function duesOf(ticket: Ticket, horizon: Horizon, context: Context): readonly Due[] {
  if (ticket.closed !== null) return [];
  const until = { now: horizon.to, readUpTo: context.readUpTo };
  const dues = dueUpTo(watched(ticket, context, horizon.to), ticket, until);
  return horizon.before ? dues.filter(({ at }) => at < horizon.to) : dues;
}

function factOf(due: Due): Fact {
  const { clock, round, deadline } = due;
  if (due.due === "warning") return { type: "warned", clock, round, deadline, index: due.index };
  if (due.due === "breach") return { type: "breached", clock, round, deadline, how: due.how };
  return { type: "passed", clock, round, deadline };
}

function consequencesOf(due: Due, ticket: Ticket, context: Context): readonly Deed[] {
  if (due.due !== "passing") return [];
  const rule = context.policy.policy.clocks.find(({ id }) => id === due.clock);
  return (rule?.then ?? []).flatMap((consequence) => deedsOf(consequence, due, ticket));
}

/**
 * Silence closes only while the last public word is the desk's and asks for an answer: an answer
 * that came after the deadline but before it was recorded stops it, and so does a question put anew.
 */
function deedsOf(consequence: Consequence, { clock, at }: Due, ticket: Ticket): readonly Deed[] {
  if (consequence.do === "open") {
    const { channel } = consequence;
    if (ticket.opened.includes(channel)) return [];
    return deeds(theDesk, { type: "opened", channel, clock });
  }
  const isSilent = isOfClient(ticket.awaiting) && (ticket.askedAt ?? Infinity) <= at;
  if (consequence.do !== "close" || !isSilent) return [];
  return deeds(theDesk, { type: "closed", reason: consequence.reason, note: null });
}
