import { describe, expect, it } from "vitest";
import { policyOf, projectText } from "../../test/kit/policy-packs.ts";
import { calendarsOf } from "../core/policy/bind.ts";
import { explainClock } from "../core/clock/explain.ts";
import type { Moment, Trace } from "../core/clock/trace.ts";
import type { Watched } from "../core/clock/watched.ts";
import { emptyView } from "../core/policy/holds.ts";
import type { ClockRule } from "../core/policy/clock-rule.ts";
import type { Policy } from "../core/policy/policy.ts";
import { wall } from "../../test/kit/rules.ts";
import { explainInWords } from "./explain.ts";

const started = wall("2026-11-20 16:00");

const packs = [
  "cfd-connect",
  "erp-clubes",
  "factura-inteligente",
  "hib2b",
  "interfactura",
  "minimal",
].map((id) => [id, policyOf(projectText(`policies/${id}/policy.yaml`))] as const);

const promises = packs.flatMap(([id, policy]) =>
  policy.clocks.flatMap((rule) =>
    policy.severities.map((severity) => ({ id, policy, rule, severity: severity.id })),
  ),
);

/** A ticket of that severity in which everything that starts the clock has happened. */
function watchedWith(policy: Policy, rule: ClockRule, severity: string): Watched {
  const moments: readonly Moment[] = rule.from.map((mark, i) => ({
    mark,
    at: started,
    seq: i + 1,
  }));
  const trace: Trace = {
    moments,
    severities: [{ severity, from: started }],
    pauses: [],
    ended: null,
    incomplete: false,
  };
  const view = { ...emptyView, severity, ticket: true };
  return {
    rules: [{ ...rule, when: { is: "always" } }],
    trace,
    calendars: calendarsOf(policy),
    view,
  };
}

const isPromised = ({ rule, severity }: (typeof promises)[number]): boolean =>
  [rule.within, rule.every].some((by) => by[severity] !== undefined || by["*"] !== undefined);

describe("every deadline of every pack", () => {
  it.each(
    promises
      .filter(isPromised)
      .map((one) => [`${one.id} ${one.rule.id} ${one.severity}`, one] as const),
  )(
    "%s: names its clause, its calendar, its version and the reason of each stretch",
    (_name, { policy, rule, severity }) => {
      const watched = watchedWith(policy, rule, severity);
      const found = explainClock(watched, { clock: rule.id, policy: 3 }, started);
      if (found === null) throw new Error("nothing to explain");
      expect(found.segments.length).toBeGreaterThan(0);
      for (const language of ["es", "en"] as const) {
        const lines = explainInWords(found, language, policy.desk.zone);
        const stretches = lines.slice(0, found.segments.length);
        for (const line of stretches) {
          expect(line).toMatch(language === "es" ? /cuenta/u : /counts|does not count/u);
          expect(line).toContain(rule.clause.join(", "));
          if (rule.calendar !== null) expect(line).toContain(rule.calendar);
        }
        const by = language === "es" ? "según" : "by";
        const version = language === "es" ? "versión 3 del manual" : "version 3 of the manual";
        expect(lines).toContain(`${by} ${rule.clause.join(", ")} · ${version}`);
        if (rule.assumed !== undefined) expect(lines.at(-1)).toContain(rule.assumed);
      }
    },
  );

  it("is of a clock that has a clause", () => {
    const without = packs.flatMap(([, { clocks }]) =>
      clocks.filter(({ clause }) => clause.length === 0),
    );
    expect(without).toEqual([]);
  });
});
