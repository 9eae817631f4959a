import type { LintRule } from "../linted.ts";
import { withinClosing } from "../within-closing.ts";

/**
 * Silence that is over before the desk opens again, over a night, a weekend or a long one: the ticket
 * would be closed while nobody is there, and no answer of the client could be read in time.
 */
export const silenceWithinClosing: LintRule = (linted) =>
  withinClosing(linted, "silence-within-closing", ({ then }) =>
    then.some((one) => one.do === "close"),
  );
