import type { ClockRule } from "../../clock-rule.ts";
import { isAlwaysLonger, termFor, termPlace } from "../amounts.ts";
import type { Finding } from "../finding.ts";
import type { Linted, LintRule } from "../linted.ts";

const ends = (rule: ClockRule): boolean => rule.to.some((mark) => mark.includes("solved"));

const solutions = (linted: Linted): ClockRule[] =>
  linted.policy.clocks.filter(
    (rule) => rule.against === "desk" && rule.rounds !== "rhythm" && ends(rule),
  );

/** The promises of a policy's severities, or that for any where it makes no difference. */
function severitiesOf(linted: Linted, rules: readonly ClockRule[]): (string | null)[] {
  const differ = rules.some((rule) =>
    Object.keys({ ...rule.within, ...rule.every }).some((one) => one !== "*"),
  );
  return differ ? linted.policy.severities.map(({ id }) => id) : [null];
}

/** Updates that come later than the solution that they tell the progress of (IF-5) say nothing. */
export const updateAfterSolution: LintRule = (linted) => {
  const rhythms = linted.policy.clocks.filter(({ rounds }) => rounds === "rhythm");
  return rhythms.flatMap((rule) =>
    solutions(linted).flatMap((other) =>
      severitiesOf(linted, [rule, other]).flatMap((severity): Finding[] => {
        const key = severity ?? "*";
        const step = (rule.every[key] ?? rule.every["*"])?.[0];
        const limit = termFor(other, key)?.limit;
        if (step === undefined || limit === undefined) return [];
        if (!isAlwaysLonger(linted, step.every, limit)) return [];
        const every = rule.every[key] === undefined || key === "*" ? [] : [key];
        return [
          linted.find(
            "update-after-solution",
            [
              { path: ["clocks", rule.id, "every", ...every], of: "key" },
              termPlace(linted, other.id, key),
            ],
            { clock: rule.id, other: other.id, severity },
          ),
        ];
      }),
    ),
  );
};

/** A first contact that is promised for later than the solution, both from reception. */
export const contactAfterSolution: LintRule = (linted) => {
  const fromReceipt = (rule: ClockRule): boolean => rule.from.includes("received");
  const contacts = linted.policy.clocks.filter(
    (rule) =>
      rule.against === "desk" && fromReceipt(rule) && rule.to.includes("contacted") && !ends(rule),
  );
  return contacts.flatMap((rule) =>
    solutions(linted)
      .filter(fromReceipt)
      .flatMap((other) =>
        severitiesOf(linted, [rule, other]).flatMap((severity): Finding[] => {
          const key = severity ?? "*";
          const contact = termFor(rule, key)?.limit;
          const solution = termFor(other, key)?.limit;
          if (contact === undefined || solution === undefined) return [];
          if (!isAlwaysLonger(linted, contact, solution)) return [];
          return [
            linted.find(
              "contact-after-solution",
              [termPlace(linted, rule.id, key), termPlace(linted, other.id, key)],
              { clock: rule.id, other: other.id, severity },
            ),
          ];
        }),
      ),
  );
};
