import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOne, openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import type { Changed, Report } from "../../core/backtest/tally.ts";
import type { ClockRule } from "../../core/policy/clock-rule.ts";
import { isRefusal } from "../../core/refusal.ts";
import { HOUR } from "../../core/time/instant.ts";
import { backtest } from "./backtest.ts";
import { publishPolicy } from "./publish-policy.ts";

let test: TestDesk;
beforeAll(async () => {
  // A Friday at 17:00 in Mexico City: first contact is due on Monday at noon (HB-13).
  test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
});
afterAll(() => test.close());

function withContact(limit: number): typeof test.policy {
  const contact = (rule: ClockRule): ClockRule =>
    rule.id === "primer-contacto"
      ? {
          ...rule,
          within: { "*": { limit: { unit: "hours", ms: limit * HOUR, calendar: "oficina" } } },
        }
      : rule;
  return { ...test.policy, clocks: test.policy.clocks.map(contact) };
}

async function replayed(limit: number, changed: Changed[] = []): Promise<Report> {
  const report = await backtest(test.plazo, test.desk, {
    draft: withContact(limit),
    most: 2,
    onChanged: (one) => changed.push(one),
  });
  if (report === null || isRefusal(report)) throw new Error("there are tickets");
  return report;
}

describe("a back-test of a desk", () => {
  it("is nothing where no ticket was filed, and a refusal where there is no desk", async () => {
    const options = { draft: test.policy, most: 5 };
    expect(await backtest(test.plazo, test.desk, options)).toBeNull();
    expect(await backtest(test.plazo, "nadie", options)).toMatchObject({ refused: "no-such-desk" });
  });

  it("says which tickets would have missed a shorter promise, and changes none of them", async () => {
    const filed = [await fileOne(test), await fileOne(test), await fileOne(test)];
    // Monday at 11:00: three hours of service are used.
    await test.passTo("2026-11-23T17:00:00Z");
    expect(await replayed(4)).toMatchObject({ tickets: 3, worse: 0, better: 0, changed: [] });
    const all: Changed[] = [];
    const report = await replayed(2, all);
    expect(report).toMatchObject({ tickets: 3, worse: 3, better: 0 });
    expect(report.changed).toHaveLength(2);
    expect(all.map(({ folio }) => folio)).toEqual(filed.map(({ folio }) => folio));
    expect(all[0]).toMatchObject({ clock: "primer-contacto", lateBy: HOUR });
    expect(await replayed(4)).toMatchObject({ worse: 0 });
  });

  it("compares each ticket with the version that binds it", async () => {
    await publishPolicy(test.plazo, test.desk, {
      policy: withContact(0.5),
      source: "",
      reason: "ensayo",
      by: "prueba",
    });
    await fileOne(test);
    await test.passTo("2026-11-23T17:45:00Z");
    // Of the four, the three of the first version would be late and the last one is already.
    expect(await replayed(0.5)).toMatchObject({ tickets: 4, worse: 3, better: 0 });
    expect(await replayed(8)).toMatchObject({ tickets: 4, worse: 0, better: 1 });
  });

  it("tells how far it is, page by page", async () => {
    const steps: string[] = [];
    await backtest(test.plazo, test.desk, {
      draft: test.policy,
      most: 0,
      onProgress: (done, of) => steps.push(`${done} of ${of}`),
    });
    expect(steps).toEqual(["4 of 4"]);
  });
});
