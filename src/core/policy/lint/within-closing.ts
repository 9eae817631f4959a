import type { Amount, ClockRule } from "../clock-rule.ts";
import { closingAround, termPlace } from "./amounts.ts";
import type { Finding } from "./finding.ts";
import type { Linted } from "./linted.ts";

/** The limits of these clocks that are over in a time in which the desk is closed, under one code. */
export function withinClosing(
  linted: Linted,
  code: "promise-within-closing" | "silence-within-closing",
  isAsked: (rule: ClockRule, limit: Amount) => boolean,
): readonly Finding[] {
  const { policy, find } = linted;
  const open = { path: ["calendars", policy.hours, "open"], of: "key", isContext: true } as const;
  return policy.clocks.flatMap((rule) =>
    Object.entries(rule.within).flatMap(([severity, { limit }]) => {
      const run = isAsked(rule, limit) ? closingAround(linted, limit) : null;
      if (run === null) return [];
      return find(code, [termPlace(linted, rule.id, severity), open], {
        clock: rule.id,
        run: run.to - run.from,
        calendar: policy.hours,
      });
    }),
  );
}
