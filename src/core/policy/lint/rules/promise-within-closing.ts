import type { LintRule } from "../linted.ts";
import { withinClosing } from "../within-closing.ts";

/**
 * A promise of the desk that can fall due before anybody is there: filed at closing, it is broken before
 * the next opening, whatever the desk does. Hours of another calendar are hours at which the manual says
 * that somebody is there.
 */
export const promiseWithinClosing: LintRule = (linted) =>
  withinClosing(
    linted,
    "promise-within-closing",
    ({ id, against }, limit) =>
      against === "desk" &&
      linted.pack.clocks?.[id]?.breach !== false &&
      (limit.unit === "elapsed" || limit.calendar === linted.policy.hours),
  );
