import type { NoOpenTime } from "../calendar/arithmetic.ts";
import type { Calendars } from "../clock/clock.ts";
import { endOf } from "../clock/term.ts";
import type { Instant } from "../time/instant.ts";
import type { Amount, Term } from "./clock-rule.ts";
import { calendarsOf } from "./bind.ts";
import type { Example, Policy } from "./policy.ts";

/** A worked example, and what the desk's calendars make of it. */
export interface ExampleResult {
  /** Its position in the pack's list. */
  readonly index: number;
  readonly example: Example;
  readonly limit: Instant | NoOpenTime;
  /** The end of the target, where the promise has one. */
  readonly target: Instant | NoOpenTime | null;
  readonly passed: boolean;
}

function termOf(policy: Policy, example: Example): Term | undefined {
  const rule = policy.clocks.find((clock) => clock.id === example.clock);
  if (rule === undefined) return undefined;
  const severity = example.severity ?? "*";
  return Object.hasOwn(rule.within, severity) ? rule.within[severity] : rule.within["*"];
}

function run(
  example: Example,
  given: { index: number; term: Term; calendars: Calendars },
): ExampleResult {
  const end = (amount: Amount): Instant | NoOpenTime =>
    endOf(amount, example.filed, { calendars: given.calendars });
  const limit = end(given.term.limit);
  const target = given.term.target === undefined ? null : end(given.term.target);
  const passed = limit === example.limit && (example.target === null || target === example.target);
  return { index: given.index, example, limit, target, passed };
}

/**
 * Runs the worked examples of a manual: from the instant at which the clock starts to the instant of its
 * limit (and of its target, where the example states one), on the policy's own calendars. An example that
 * the desk's promises do not give has not passed: the manual and its example then contradict each other.
 */
export function checkExamples(policy: Policy): ExampleResult[] {
  const calendars = calendarsOf(policy);
  return policy.examples.flatMap((example, index) => {
    const term = termOf(policy, example);
    return term === undefined ? [] : [run(example, { index, term, calendars })];
  });
}
