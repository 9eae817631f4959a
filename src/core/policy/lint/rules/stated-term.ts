import { DAY } from "../../../time/instant.ts";
import type { Amount } from "../../clock-rule.ts";
import { readLength } from "../../read/length.ts";
import type { At, LintRule } from "../linted.ts";

type Stated = NonNullable<ReturnType<typeof readLength>>;

/** Whether an amount has the number that is stated, whatever is counted. */
function hasNumber(amount: Amount, stated: Stated, dayLength: number | undefined): boolean {
  if (stated.unit === "hours" || stated.unit === "elapsed")
    return amount.unit !== "dates" && amount.ms === stated.ms;
  if (amount.unit === "dates") return amount.n === stated.n;
  const days = amount.unit === "elapsed" ? DAY : dayLength;
  return days !== undefined && amount.ms === stated.n * days;
}

/**
 * The manual's own figure against the promise that was made of it: "3 days" does not say whether they
 * are business days (FI-11), and a promise of another number is another promise.
 */
export const statedTerm: LintRule = ({ policy, pack, find }) =>
  policy.clocks.flatMap((rule) => {
    const stated = rule.says === undefined ? null : readLength(rule.says);
    if (stated === null || rule.says === undefined) return [];
    const amounts = Object.values(rule.within).map(({ limit }) => limit);
    const day = rule.calendar === null ? undefined : policy.dayLength[rule.calendar];
    const facts = { clock: rule.id, says: rule.says };
    const key = pack.clocks?.[rule.id]?.within === undefined ? "every" : "within";
    const places: readonly [At, At] = [
      { path: ["clocks", rule.id, "says"], of: "key" },
      { path: ["clocks", rule.id, key], of: "key" },
    ];
    if (!amounts.some((amount) => hasNumber(amount, stated, day)))
      return find("term-says-otherwise", places, facts);
    return stated.unit === "days" ? find("days-could-be-dates", places, facts) : [];
  });
