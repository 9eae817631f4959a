import { addOpen, nextOpen } from "../../calendar/arithmetic.ts";
import type { Calendar } from "../../calendar/calendar.ts";
import type { PolicyVersion } from "../../policy/policy.ts";
import type { Calendars } from "../../clock/clock.ts";
import { fold } from "../../ticket/evolve.ts";
import type { Ticket } from "../../ticket/ticket.ts";
import { HOUR, MINUTE } from "../../time/instant.ts";
import type { Instant, Millis } from "../../time/instant.ts";
import { type Draws, drawsOf } from "./draws.ts";
import { arrivals, filingOf } from "./filings.ts";
import { type Life, lifeOf } from "./life.ts";
import { queueOf } from "./queue.ts";

/** What a desk is taken to live through where it has no history to look at. */
export interface Load {
  readonly from: Instant;
  readonly to: Instant;
  /** Tickets a day, on the average of the week. */
  readonly perDay: number;
  /** People who work on tickets, all of them in the desk's hours. */
  readonly agents: number;
  /** Median of the work on one ticket, in milliseconds. */
  readonly work: Millis;
  /** The same seed gives the same tickets. */
  readonly seed: number;
}

/** Reading a ticket and the first words to its client. */
const READING: Millis = 6 * MINUTE;

/** Shares of a hundred: tickets with a question, questions answered, solutions answered, answers that say "not solved". */
const ASKED = 35;
const ANSWERED = 85;
const CONFIRMED = 70;
const NOT_SOLVED = 8;

/** How long a client takes on the average. */
const CLIENT: Millis = 7 * HOUR;

/** Something to do, and from when it can be done. */
interface Task {
  readonly at: Instant;
  readonly life: Life;
  readonly step: "contact" | "solve";
}

/**
 * A year at a desk, generated: tickets arrive, people take up what falls due first, in the desk's
 * hours, ask some clients, wait, solve, and some clients answer. Tickets come as they end, each as
 * its record makes it; the same load gives the same tickets. Periodic updates are not sent: a rhythm
 * means nothing here.
 */
export function* generatedYear(
  version: PolicyVersion,
  calendars: Calendars,
  load: Load,
): Generator<Ticket> {
  const calendar = calendars(version.policy.hours);
  const draws = drawsOf(load.seed);
  const coming = comingOf(version, { calendar, draws, load });
  const waiting = queueOf<Task>();
  const free = queueOf<null>();
  for (let agent = 0; agent < load.agents; agent += 1) free.put(load.from, null);
  let now: Instant = load.from;
  for (let agent = free.take(); agent !== null; agent = free.take()) {
    // Whoever was free before there was anything to do begins when there is.
    now = Math.max(now, agent.at, waiting.first() === Infinity ? coming.first() : now);
    const start = now === Infinity ? null : opening(calendar, now);
    if (start === null) return;
    now = start;
    for (const task of coming.upTo(start)) waiting.put(task.at + task.life.promised, task);
    const task = waiting.take()?.thing;
    const done = task === undefined ? null : workOn(task, start, { calendar, draws, load });
    if (task === undefined || done === null) return;
    free.put(done.at, null);
    if (done.next === null) yield fold(task.life.events());
    else coming.put({ ...done.next.task, at: done.next.at });
  }
}

interface Coming {
  /** When there is something to do again; Infinity: never. */
  readonly first: () => Instant;
  readonly put: (task: Task) => void;
  /** What is ready by then: what was filed, and what comes back from its client. */
  readonly upTo: (at: Instant) => Task[];
}

function comingOf(version: PolicyVersion, { calendar, draws, load }: Place): Coming {
  const back = queueOf<Task>();
  const filings = arrivals(calendar, load, draws);
  let next = filings.next();
  let number = 0;

  function upTo(at: Instant): Task[] {
    const tasks: Task[] = [];
    for (; next.done !== true && next.value <= at; next = filings.next()) {
      number += 1;
      const filed = filingOf(version, number, draws);
      tasks.push({
        at: next.value,
        life: lifeOf(version.policy, filed, next.value),
        step: "contact",
      });
    }
    while (back.first() <= at) {
      const task = back.take()?.thing;
      if (task !== undefined) tasks.push(task);
    }
    return tasks;
  }

  return {
    first: () => Math.min(back.first(), next.done === true ? Infinity : next.value),
    put: (task) => back.put(task.at, task),
    upTo,
  };
}

function opening(calendar: Calendar, at: Instant): Instant | null {
  const opens = nextOpen(calendar, at);
  return typeof opens === "number" ? opens : null;
}

interface Place {
  readonly calendar: Calendar;
  readonly draws: Draws;
  readonly load: Load;
}

interface Done {
  readonly at: Instant;
  readonly next: { readonly at: Instant; readonly task: Omit<Task, "at"> } | null;
}

/** One spell of work; null: the calendar has no time left for it. */
function workOn({ life, step }: Task, start: Instant, place: Place): Done | null {
  const { calendar, draws, load } = place;
  const spell = step === "contact" ? READING : Math.max(MINUTE, draws.duration(load.work));
  const at = addOpen(calendar, start, Math.ceil(spell / MINUTE) * MINUTE);
  if (typeof at !== "number") return null;
  const next = step === "contact" ? contacted(life, at, draws) : solved(life, at, draws);
  return { at, next: next === null ? null : { at: next, task: { life, step: "solve" } } };
}

/** When the ticket is ready to be worked on after the first contact; null: the client never answers. */
function contacted(life: Life, at: Instant, draws: Draws): Instant | null {
  const asks = draws.chance(ASKED);
  life.contact(at, asks);
  if (!asks) return at;
  if (!draws.chance(ANSWERED)) return null;
  return life.answer(at + later(draws));
}

/** When it comes back because it was not solved; null: it does not. */
function solved(life: Life, at: Instant, draws: Draws): Instant | null {
  life.solve(at);
  if (!draws.chance(CONFIRMED)) return null;
  const answeredAt = at + later(draws);
  const isSolved = !draws.chance(NOT_SOLVED);
  life.confirm(answeredAt, isSolved);
  return isSolved ? null : answeredAt;
}

function later(draws: Draws): Millis {
  return Math.ceil(draws.wait(CLIENT) / MINUTE) * MINUTE;
}
