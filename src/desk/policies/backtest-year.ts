import { setImmediate as breathe } from "node:timers/promises";
import { compareTicket } from "../../core/backtest/backtest.ts";
import { tallyOf } from "../../core/backtest/tally.ts";
import type { Changed, Report } from "../../core/backtest/tally.ts";
import { generatedYear } from "../../core/backtest/year/year.ts";
import { instantOn } from "../../core/calendar/dates.ts";
import { calendarsOf } from "../../core/policy/bind.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Binding } from "../../core/ticket/scene.ts";
import type { CivilDate } from "../../core/time/civil.ts";
import { DAY, MINUTE } from "../../core/time/instant.ts";

/** Time after the last generated filing at which promises are looked at. */
const AFTER = 60 * DAY;

/** Generated tickets between two looks at the progress, and at whatever else the process has to do. */
const STEP = 100;

/** What a generated stretch of time is like. */
export interface YearLoad {
  /** The civil date on which it begins. */
  readonly from: CivilDate;
  readonly days: number;
  /** Tickets a day, on the average of the week. */
  readonly perDay: number;
  readonly agents: number;
  /** Median of the work on one ticket, in minutes. */
  readonly minutes: number;
  readonly seed: number;
}

export interface YearOptions {
  readonly before: Policy;
  readonly draft: Policy;
  readonly load: YearLoad;
  /** How many changed tickets the report names. */
  readonly most: number;
  /** Told every so often: how much of it is done, from 0 to 1. */
  readonly onProgress?: (part: number) => void;
  /** Told every ticket that would change. */
  readonly onChanged?: (changed: Changed) => void;
  /** Ends it early; the report then tells of what was looked at. */
  readonly signal?: AbortSignal;
}

/**
 * Generated tickets under a draft, beside the policy that they are generated under. Lets the process
 * do other work in between, so that it may run beside whatever is served.
 */
export async function backtestYear(options: YearOptions): Promise<Report> {
  const { load, most, signal } = options;
  const [was, is] = [bound(options.before, 1), bound(options.draft, 2)];
  const from = instantOn(was.calendars(options.before.hours), load.from, 0);
  const { agents, perDay, seed } = load;
  const to = from + load.days * DAY;
  const tally = tallyOf(most);
  const generated = { from, to, perDay, agents, work: load.minutes * MINUTE, seed };
  let done = 0;
  for (const ticket of generatedYear(was.policy, was.calendars, generated)) {
    const compared = compareTicket(ticket, { before: was, draft: is, now: to + AFTER });
    if (compared !== null) for (const changed of tally.add(compared)) options.onChanged?.(changed);
    done += 1;
    if (done % STEP !== 0) continue;
    options.onProgress?.((ticket.filedAt - from) / (to - from));
    await breathe();
    if (signal?.aborted === true) break;
  }
  return tally.report();
}

/** Nobody writes updates in a generated year: rhythms would only tell that. */
function bound(policy: Policy, number: number): Binding {
  const measured: Policy = {
    ...policy,
    clocks: policy.clocks.filter(({ rounds }) => rounds !== "rhythm"),
  };
  const version = { desk: policy.desk.id, number, effective: 0, policy: measured, hash: "" };
  return { policy: version, calendars: calendarsOf(measured) };
}
