import type { ReadPack } from "../read-pack.ts";
import type { Finding } from "./finding.ts";
import { lintedOf } from "./linted.ts";
import type { LintRule } from "./linted.ts";
import { channelNeverOpens, channelOutsideClock, opensWhatIsOpen } from "./rules/channels.ts";
import { clauseReadTwice } from "./rules/clause-read-twice.ts";
import { clockWithoutClause, exampleOfAnotherClause } from "./rules/clauses-of-clocks.ts";
import { clockNeverRuns } from "./rules/clock-never-runs.ts";
import { daysNotSaid } from "./rules/days-not-said.ts";
import { englishMissing } from "./rules/english-missing.ts";
import { formsNotToldApart } from "./rules/forms-not-told-apart.ts";
import { hoursCouldBeDays } from "./rules/hours-could-be-days.ts";
import { hoursNotSaid } from "./rules/hours-not-said.ts";
import { levelUnreachable } from "./rules/level-unreachable.ts";
import { nobodyMay } from "./rules/nobody-may.ts";
import { contactAfterSolution, updateAfterSolution } from "./rules/order-of-promises.ts";
import { classifyOutOfReach, stateOutOfReach } from "./rules/order-of-rules.ts";
import { promiseWithinClosing } from "./rules/promise-within-closing.ts";
import { severityNeverGiven } from "./rules/severity-never-given.ts";
import { silenceWithinClosing } from "./rules/silence-within-closing.ts";
import { statedDay } from "./rules/stated-day.ts";
import { statedTerm } from "./rules/stated-term.ts";
import { statedWeek } from "./rules/stated-week.ts";
import { unused } from "./rules/unused.ts";
import { warningBeforeStart } from "./rules/warning-before-start.ts";
import {
  deadlineWithoutClock,
  momentCannotSay,
  tellNeverHolds,
  toldByNoChannel,
} from "./rules/what-is-told.ts";

const rules: readonly LintRule[] = [
  statedWeek,
  statedDay,
  daysNotSaid,
  hoursNotSaid,
  hoursCouldBeDays,
  statedTerm,
  clauseReadTwice,
  silenceWithinClosing,
  promiseWithinClosing,
  warningBeforeStart,
  updateAfterSolution,
  contactAfterSolution,
  clockNeverRuns,
  clockWithoutClause,
  exampleOfAnotherClause,
  deadlineWithoutClock,
  momentCannotSay,
  toldByNoChannel,
  tellNeverHolds,
  stateOutOfReach,
  classifyOutOfReach,
  severityNeverGiven,
  levelUnreachable,
  channelNeverOpens,
  opensWhatIsOpen,
  channelOutsideClock,
  formsNotToldApart,
  nobodyMay,
  unused,
  englishMissing,
];

/**
 * The contradictions and impossibilities of a pack that was read without error: clauses that cannot both
 * be kept, promises that no open hour can meet, states, levels and channels that nothing reaches, and
 * what the manual leaves open. Each quotes the places that contradict each other, in the order of the
 * file. What the pack answers there with `assumed:` is `decided`. Promises are tried on fixed years, so
 * that the same pack always gives the same findings.
 */
export function lintPack(read: ReadPack): readonly Finding[] {
  const linted = lintedOf(read);
  return rules
    .flatMap((rule) => rule(linted))
    .toSorted(
      ({ quotes: [a] }, { quotes: [b] }) =>
        (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
    );
}
