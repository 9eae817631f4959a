import type { BacktestReport } from "../../contract/backtest.ts";
import type { Report } from "../../core/backtest/tally.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { Language } from "../../core/policy/text.ts";
import type { ReadyTrial } from "../../desk/policies/try-policy.ts";
import { labelIn } from "../../words/conditions.ts";
import { csvStart } from "../../words/csv.ts";
import {
  changedColumns,
  changedLine,
  sayChanged,
  sayOutcome,
  sayReplayed,
} from "../../words/simulate.ts";

/** A back-test in the words of the policy that was tried, for its reader. */
export function presentReport(
  { report, generated }: { readonly report: Report; readonly generated: boolean },
  { draft, load }: ReadyTrial,
  language: Language,
): BacktestReport {
  const telling = { policy: draft, language };
  const { days, perDay, agents, minutes } = load;
  const replayed = generated
    ? ({ from: "generated", days, perDay, agents, minutes } as const)
    : ({ from: "desk" } as const);
  const order = (id: string, list: readonly { readonly id: string }[]): number => {
    const at = list.findIndex((one) => one.id === id);
    return at < 0 ? list.length : at;
  };
  const rows = report.rows.toSorted(
    (a, b) =>
      order(a.clock, draft.clocks) - order(b.clock, draft.clocks) ||
      order(a.severity, draft.severities) - order(b.severity, draft.severities) ||
      order(a.level, draft.levels) - order(b.level, draft.levels),
  );
  return {
    generated,
    replayed: sayReplayed(report, replayed, telling),
    outcome: sayOutcome(report, language),
    tickets: report.tickets,
    worse: report.worse,
    better: report.better,
    rows: rows.map(({ clock, severity, level, before, after }) => {
      const rule = draft.clocks.find(({ id }) => id === clock);
      return {
        clock: rule === undefined ? clock : inLanguage(rule.label, language),
        clause: [...(rule?.clause ?? [])],
        severity: labelIn(draft.severities, severity, language),
        level: labelIn(draft.levels, level, language),
        before,
        after,
      };
    }),
    changed: report.changed.map((one) => ({
      folio: one.folio,
      words: sayChanged(one, telling),
      worse: one.missed.after > one.missed.before,
    })),
    csv: [
      csvStart + changedColumns(language),
      ...report.changed.map((one) => changedLine(one, telling)),
    ].join(""),
  };
}
