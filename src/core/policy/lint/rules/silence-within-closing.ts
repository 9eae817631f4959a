import { closingAround, termPlace } from "../amounts.ts";
import type { LintRule } from "../linted.ts";

/**
 * Silence that is over before the desk opens again, over a night, a weekend or a long one: the ticket
 * would be closed while nobody is there, and no answer of the client could be read in time.
 */
export const silenceWithinClosing: LintRule = (linted) => {
  const { policy, find } = linted;
  return policy.clocks
    .filter((rule) => rule.then.some((one) => one.do === "close"))
    .flatMap((rule) =>
      Object.entries(rule.within).flatMap(([severity, { limit }]) => {
        const run = closingAround(linted, limit);
        if (run === null) return [];
        const open = {
          path: ["calendars", policy.hours, "open"],
          of: "key",
          isContext: true,
        } as const;
        return find("silence-within-closing", [termPlace(linted, rule.id, severity), open], {
          clock: rule.id,
          run: run.to - run.from,
          calendar: policy.hours,
        });
      }),
    );
};
