import type { Amount } from "../../clock-rule.ts";
import type { LintRule } from "../linted.ts";

const namesNoCalendar = (text: unknown): boolean =>
  typeof text === "string" && !text.includes(" of ") && !text.includes(" elapsed");

/** Every length that a clock's promise writes. */
function lengths(within: unknown): unknown[] {
  if (typeof within !== "object" || within === null) return [within];
  return Object.values(within).flatMap(lengths);
}

/**
 * "Within 2 hours" without saying which hours (CC-3, RD-11): neither the clock names a calendar, nor the
 * desk the hours that it answers in, so that hours of service were taken silently.
 */
export const hoursNotSaid: LintRule = ({ policy, pack, find }) =>
  policy.clocks.flatMap((rule) => {
    const part = pack.clocks?.[rule.id];
    if (part === undefined || part.on !== undefined || pack.desk.hours !== undefined) return [];
    const terms = Object.values(rule.within);
    const amounts: Amount[] = [
      ...terms.map(({ limit }) => limit),
      ...Object.values(rule.every).flatMap((steps) => steps.map(({ every }) => every)),
    ];
    const silent = lengths(part.within ?? part.every).some(namesNoCalendar);
    if (!silent || !amounts.some(({ unit }) => unit !== "elapsed")) return [];
    const key = part.within === undefined ? "every" : "within";
    return find("hours-not-said", [{ path: ["clocks", rule.id, key], of: "key" }], {
      clock: rule.id,
      calendar: policy.hours,
    });
  });
