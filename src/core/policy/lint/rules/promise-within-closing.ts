import { closingAround, termPlace } from "../amounts.ts";
import type { LintRule } from "../linted.ts";

/**
 * A promise of the desk that can fall due before anybody is there: filed at closing, it is broken before
 * the next opening, whatever the desk does.
 */
export const promiseWithinClosing: LintRule = (linted) => {
  const { policy, pack, find } = linted;
  return policy.clocks
    .filter((rule) => rule.against === "desk" && pack.clocks?.[rule.id]?.breach !== false)
    .flatMap((rule) =>
      Object.entries(rule.within).flatMap(([severity, { limit }]) => {
        // Hours of another calendar are hours at which the manual says that somebody is there.
        if (limit.unit !== "elapsed" && limit.calendar !== policy.hours) return [];
        const run = closingAround(linted, limit);
        if (run === null) return [];
        const open = {
          path: ["calendars", policy.hours, "open"],
          of: "key",
          isContext: true,
        } as const;
        return find("promise-within-closing", [termPlace(linted, rule.id, severity), open], {
          clock: rule.id,
          run: run.to - run.from,
          calendar: policy.hours,
        });
      }),
    );
};
