import { isRefusal, refuse } from "../refusal.ts";
import { sourced } from "../refused/sourced.ts";
import type { Instant } from "../time/instant.ts";
import { fileTicket } from "./acts/file.ts";
import { ended, happenedTooEarly, isTakenWhenClosed, mayNotDo } from "./acts/may.ts";
import { type LaterAct, outcomeOf } from "./acts/table.ts";
import { recounted } from "./calendar-change.ts";
import type { ActOf, Command } from "./command.ts";
import type { TicketEvent } from "./event.ts";
import { revisedAfter } from "./late.ts";
import { isBehind, passUpTo, wakesAt } from "./pass.ts";
import type { Context, Deed, No, Scene } from "./scene.ts";
import { begin, record, type Story, storyOf } from "./story.ts";
import { type Telling, tellingsOf } from "./telling.ts";
import type { Ticket } from "./ticket.ts";

/** What a command comes to. All of it is written together, or nothing is. */
export interface Decided {
  /** In the order of `seq`, following the ticket's own; empty where there was nothing to do. */
  readonly events: readonly TicketEvent[];
  /** The ticket after them: what folding its record with them gives. */
  readonly ticket: Ticket;
  /** The next instant at which time has something to record; always later than `now`. */
  readonly wakesAt: Instant | null;
  /** What must be told because of them. */
  readonly told: readonly Telling[];
  /** False: too much was due to look at every change of the calendar; they are to be given again. */
  readonly recounted: boolean;
}

export type Decision = Decided | No;

/**
 * Everything that the desk does. Records what fell due before the act, then the act at its own `at`
 * (never later than now), then what is due by now: so what falls due at the very instant of a
 * person's act comes after it, and an act exactly at a deadline meets it. `ticket` is null for
 * `file` alone. Gives the events, or refuses with a code; it never throws on a request.
 */
export function decide(ticket: Ticket | null, command: Command, context: Context): Decision {
  const decision = decided(ticket, command, context);
  if (!isRefusal(decision)) return decision;
  const { policy } = context.policy;
  const { act } = command;
  const form = act.do === "file" ? policy.forms.find(({ id }) => id === act.form) : undefined;
  return sourced(decision, { policy, ticket, form });
}

function decided(ticket: Ticket | null, command: Command, context: Context): Decision {
  const timed = { ...context, now: Math.max(context.now, ticket?.lastRecorded ?? context.now) };
  const { act } = command;
  const at = timeOf(ticket, command, timed.now);
  const scene: Scene = { by: command.by, at, context: timed };
  const no = mayNotDo(command.by, act) ?? happenedTooEarly(command, command.at ?? timed.now, timed);
  if (no !== null) return no;
  if (act.do === "file") {
    if (ticket !== null) return refuse("already-filed", { facts: { folio: ticket.folio } });
    return filed(act, scene);
  }
  return ticket === null ? refuse("ticket-unknown") : done(ticket, act, scene);
}

/** Never in the future, and never before the ticket was. */
function timeOf(ticket: Ticket | null, command: Command, now: Instant): Instant {
  return Math.max(Math.min(command.at ?? now, now), ticket?.filedAt ?? -Infinity);
}

function filed(act: ActOf<"file">, scene: Scene): Decision {
  const outcome = fileTicket(act, scene);
  if (isRefusal(outcome)) return outcome;
  const [first, ...rest] = outcome as readonly [Deed, ...Deed[]];
  const times = { at: scene.at, recorded: scene.context.now };
  return concluded(record(begin(first, times), rest, times), scene.context);
}

function done(ticket: Ticket, act: LaterAct, scene: Scene): Decision {
  const { at, context } = scene;
  if (act.do === "pass") return caughtUpWith(ticket, context);
  const known = recounted(storyOf(ticket), context).story;
  const caughtUp = passUpTo(known, { to: at, before: true }, context);
  const before = caughtUp.ticket;
  if (before.closed !== null && !isTakenWhenClosed(act)) return afterTheEnd(caughtUp, act, scene);
  const outcome = outcomeOf(before, act, scene);
  if (isRefusal(outcome)) return outcome;
  return concluded(acted(caughtUp, outcome, scene), boundBy(act, context));
}

/**
 * How many instants one `pass` records at most. A rhythm by the wall clock that slept a year misses
 * thousands: they are written in batches, so that no transaction grows without bound.
 */
const BATCH = 1_000;

/** What fell due, a batch of it; where more is due, the ticket wakes again at once. */
function caughtUpWith(ticket: Ticket, context: Context): Decided {
  const { now } = context;
  const known = recounted(storyOf(ticket), context, BATCH);
  const most = Math.max(0, BATCH - known.story.steps.length);
  const story = passUpTo(known.story, { to: now, before: false, most }, context);
  const isFull = story.steps.length >= BATCH;
  const decided = { ...decidedBy(story, context), recounted: known.whole };
  const isLeft = !known.whole || (isFull && isBehind(story.ticket, context));
  return isLeft ? { ...decided, wakesAt: now + 1 } : decided;
}

/** A message that reached the desk before silence closed the ticket, and was read after. */
function afterTheEnd(story: Story, act: LaterAct, scene: Scene): Decision {
  const { ticket } = story;
  const { context } = scene;
  const inTime = ticket.closed?.reason === "silence" && scene.at <= ticket.closed.at;
  if (act.do !== "add" || !inTime) return ended(ticket, context);
  const outcome = outcomeOf(ticket, act, scene);
  if (isRefusal(outcome)) return outcome;
  const after = acted(story, outcome, scene);
  return after.ticket.closed === null ? concluded(after, context) : ended(ticket, context);
}

function acted(story: Story, outcome: readonly Deed[], { at, context }: Scene): Story {
  const before = story.ticket;
  const after = record(story, outcome, { at, recorded: context.now });
  // At one instant people come before what falls due: where time spoke first, this arrived late.
  const isLate = at <= before.lastAt && outcome.length > 0;
  return isLate || outcome.some(bringsPast) ? revisedAfter(after, before, context) : after;
}

/** What the other ticket had lived through is news to the survivor, whenever they are merged. */
function bringsPast({ fact }: Deed): boolean {
  return fact.type === "absorbed";
}

function concluded(story: Story, context: Context): Decided {
  return decidedBy(passUpTo(story, { to: context.now, before: false }, context), context);
}

function decidedBy(story: Story, context: Context): Decided {
  return {
    events: story.steps.map(({ event }) => event),
    ticket: story.ticket,
    wakesAt: wakesAt(story.ticket, context),
    told: tellingsOf(story, context),
    recounted: true,
  };
}

/** What a rebound ticket is due from here on is due by the version that it was moved to. */
function boundBy(act: LaterAct, context: Context): Context {
  return act.do === "rebind" && context.next !== undefined
    ? { ...context, ...context.next }
    : context;
}
