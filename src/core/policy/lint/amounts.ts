import { endOf } from "../../clock/term.ts";
import type { Instant, Period } from "../../time/instant.ts";
import type { Amount, ClockRule, Term } from "../clock-rule.ts";
import type { At, Linted } from "./linted.ts";
import { closedRuns, openings } from "./spans-of-years.ts";

/** When an amount that starts at an instant is over; never: infinity. */
function endFrom(linted: Linted, amount: Amount, from: Instant): Instant {
  const end = endOf(amount, from, { calendars: linted.calendars });
  return typeof end === "number" ? end : Infinity;
}

/** Whether the first amount is over later than the second, from whichever opening of the desk both start. */
export function isAlwaysLonger(linted: Linted, first: Amount, second: Amount): boolean {
  const starts = openings(linted.calendars(linted.policy.hours));
  return (
    starts.length > 0 &&
    starts.every((from) => endFrom(linted, first, from) > endFrom(linted, second, from))
  );
}

/** The longest time that the desk's hours are closed in which an amount that starts with it is over before the desk opens. */
export function closingAround(linted: Linted, amount: Amount): Period | null {
  const runs = closedRuns(linted.calendars(linted.policy.hours));
  let longest: Period | null = null;
  for (const run of runs) {
    if (endFrom(linted, amount, run.from) >= run.to) continue;
    if (longest === null || run.to - run.from > longest.to - longest.from) longest = run;
  }
  return longest;
}

/** The promise of a clock for a severity; undefined where it has none for it. */
export function termFor(rule: ClockRule, severity: string): Term | undefined {
  return (
    (Object.hasOwn(rule.within, severity) ? rule.within[severity] : undefined) ?? rule.within["*"]
  );
}

/** Where the pack writes the promise of a clock for a severity (`*` for any). */
export function termPlace({ pack }: Linted, clock: string, severity: string): At {
  const base = ["clocks", clock, "within"];
  const within = pack.clocks?.[clock]?.within;
  if (typeof within !== "object" || within === null) return { path: base, of: "key" };
  if (Object.hasOwn(within, severity)) return { path: [...base, severity], of: "key" };
  return Object.hasOwn(within, "else")
    ? { path: [...base, "else"], of: "key" }
    : { path: base, of: "key" };
}
