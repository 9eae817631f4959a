import { readClocks } from "../clock/readings.ts";
import type { ClockRule } from "../policy/clock-rule.ts";
import { holds } from "../policy/holds.ts";
import type { TellMoment, TellRule } from "../policy/policy.ts";
import type { Instant } from "../time/instant.ts";
import type { Fact } from "./event.ts";
import type { Context } from "./scene.ts";
import type { Step, Story } from "./story.ts";
import type { Ticket } from "./ticket.ts";
import { viewOf, watched } from "./view.ts";

/** Something that must be told to somebody, as data: the desk words it and sends it. */
export interface Telling {
  readonly to: "client" | "staff";
  readonly moment: TellMoment | "warned" | "breached" | "passed" | "call-due";
  /** The event that it tells of, by its number, and when that happened. */
  readonly seq: number;
  readonly at: Instant;
  /** Which of the policy's `tell` rules says so; null: a clock's own warning, breach or consequence. */
  readonly rule: number | null;
  /** Id of the pack's message; null: the program's own words for the moment. */
  readonly message: string | null;
  /** Channels by the pack's names ("mail", "page", "same-channel"). */
  readonly by: readonly string[];
  /** What it must say ("folio", "history", "cause", "remedy"). */
  readonly says: readonly string[];
  /** Of a warning, a breach or a passed clock. */
  readonly clock: {
    readonly id: string;
    readonly round: number;
    readonly deadline: Instant;
  } | null;
}

type Timed = Extract<Fact, { readonly type: "warned" | "breached" | "passed" }>;

/**
 * What these steps make it necessary to tell: by the policy's rules to the client, and warnings and
 * breaches to the desk's people. What became pointless meanwhile (a warning of a deadline that is
 * over, or of a clock that has stopped) is left out.
 */
export function tellingsOf(story: Story, context: Context): readonly Telling[] {
  const outcome = outcomeOf(story.ticket, context);
  return story.steps.flatMap((step) => [
    ...byRules(step, outcome, context),
    ...byClocks(step, outcome, context),
    ...byTurn(step, outcome),
  ]);
}

/** How it all ended, which decides what has become pointless to tell. */
interface Outcome {
  readonly ticket: Ticket;
  /** The rounds of clocks that still run; read only where something asks. */
  readonly running: () => ReadonlySet<string>;
}

function outcomeOf(ticket: Ticket, context: Context): Outcome {
  let running: ReadonlySet<string> | null = null;
  return { ticket, running: () => (running ??= runningRounds(ticket, context)) };
}

function runningRounds(ticket: Ticket, context: Context): ReadonlySet<string> {
  const { now } = context;
  const readings = readClocks(watched(ticket, context, now), now);
  const running = readings.filter(({ status }) => status === "running" || status === "paused");
  return new Set(running.map(({ rule, round }) => `${rule.id} ${round}`));
}

function byRules(step: Step, outcome: Outcome, context: Context): readonly Telling[] {
  const { tell } = context.policy.policy;
  const moment = momentOf(step, outcome, context);
  if (moment === null) return [];
  const view = viewOf(step.after, context.calendars, step.event.at);
  const { seq, at } = step.event;
  return tell.flatMap((rule, index) =>
    rule.on === moment && holds(rule.when, view)
      ? [
          {
            to: "client" as const,
            moment,
            seq,
            at,
            ...saidBy(rule, index, step.event.fact),
            clock: timed(step.event.fact),
          },
        ]
      : [],
  );
}

function saidBy(
  rule: TellRule,
  index: number,
  fact: Fact,
): Pick<Telling, "rule" | "message" | "by" | "says"> {
  // What is told in turn leaves by the one way whose turn it is; a call was told by the call itself.
  const by = fact.type === "solution-sent" ? [fact.by] : rule.by;
  return { rule: index, message: rule.message, by, says: rule.says };
}

/** A call that is due is told to whoever has the ticket, while it still is to be made. */
function byTurn({ event }: Step, { ticket }: Outcome): readonly Telling[] {
  const { seq, at, fact } = event;
  if (fact.type !== "call-due" || ticket.turn?.turn !== fact.turn) return [];
  const own = { rule: null, message: null, by: [], says: [], clock: null };
  return [{ to: "staff", moment: "call-due", seq, at, ...own }];
}

function momentOf(step: Step, outcome: Outcome, context: Context): TellMoment | null {
  const { fact } = step.event;
  const has = (moment: TellMoment) => context.policy.policy.tell.some((rule) => rule.on === moment);
  switch (fact.type) {
    case "filed":
      // One that is held is told so, and how to mend it, instead of being promised a time.
      return outcome.ticket.held !== null && has("held") ? null : "received";
    case "held":
    case "classified":
    case "routed":
      return fact.type;
    case "solved":
      return fact.message === null ? null : "solved";
    case "closed":
      // Whoever sends rubbish is not told that somebody read it.
      return fact.reason === "spam" ? null : "closed";
    case "admitted":
      return has("held") ? "received" : null;
    case "assigned":
      return fact.to === null ? null : "assigned";
    case "contacted":
      return fact.asks !== null && fact.asks !== "confirmation" && has("asked")
        ? "asked"
        : toldSolution(step)
          ? "solved"
          : "answered";
    case "solution-sent":
      return "solved";
    case "charge-proposed":
      return "asked";
    case "warned":
      return isAgainstClient(fact.clock, context) && !isPointless(fact, outcome)
        ? "warned-silence"
        : null;
    default:
      return null;
  }
}

function toldSolution({ before, after }: Step): boolean {
  return before?.solution?.told === false && after.solution?.told === true;
}

function byClocks(step: Step, outcome: Outcome, context: Context): readonly Telling[] {
  const { fact } = step.event;
  const clock = timed(fact);
  if (clock === null) return [];
  const rule = ruleOf(clock.id, context);
  const { seq, at } = step.event;
  const own = { seq, at, rule: null, by: [], says: [], clock };
  if (fact.type === "passed") {
    return (rule?.then ?? []).flatMap((consequence) =>
      consequence.do === "tell"
        ? [
            {
              ...own,
              to: "client" as const,
              moment: "passed" as const,
              message: consequence.message,
            },
          ]
        : [],
    );
  }
  if (fact.type === "warned") {
    if (rule?.against === "client" || isPointless(fact, outcome)) return [];
    return [{ ...own, to: "staff", moment: "warned", message: null }];
  }
  return [{ ...own, to: "staff", moment: "breached", message: null }];
}

function timed(fact: Fact): Telling["clock"] {
  if (fact.type !== "warned" && fact.type !== "breached" && fact.type !== "passed") return null;
  return { id: fact.clock, round: fact.round, deadline: fact.deadline };
}

/** Its deadline is over, the ticket ended, or what it waits for has happened: its round does not run. */
function isPointless({ clock, round }: Timed, outcome: Outcome): boolean {
  return !outcome.running().has(`${clock} ${round}`);
}

function ruleOf(id: string, context: Context): ClockRule | undefined {
  return context.policy.policy.clocks.find((rule) => rule.id === id);
}

function isAgainstClient(clock: string, context: Context): boolean {
  return ruleOf(clock, context)?.against === "client";
}
