import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Policy } from "../../src/core/policy/policy.ts";
import { publishPolicy } from "../../src/desk/policies/publish-policy.ts";
import { withdrawPolicy } from "../../src/desk/policies/withdraw-policy.ts";
import { bruno, openTestDesk } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import { done, fileByForm, local, promise } from "../kit/stories.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-26T15:00:00Z");
});
afterAll(() => test.close());

/** The desk's manual with first contact within so many hours. */
function contactWithin(hours: number): Policy {
  const limit = { unit: "hours", ms: hours * 3_600_000, calendar: "oficina" } as const;
  const clocks = test.policy.clocks.map((rule) =>
    rule.id === "primer-contacto" ? { ...rule, within: { "*": { limit } } } : rule,
  );
  return { ...test.policy, clocks };
}

async function publish(hours: number, effective: string): Promise<number> {
  const said = { source: "", reason: `Contacto en ${hours} h`, by: bruno.id };
  const version = await publishPolicy(test.plazo, test.desk, {
    ...{ policy: contactWithin(hours), ...said },
    effective: local(effective),
  });
  return done(version).number;
}

describe("El convenio nuevo empieza el martes (HB-13)", () => {
  it("whoever files before its instant is promised by the old manual, whoever files after by the new", async () => {
    await publish(2, "2026-12-01 10:00");
    await test.passTo(local("2026-12-01 09:59"));
    const before = await fileByForm(test, { address: "antes@example.com" });
    await test.passTo(local("2026-12-01 10:00"));
    const after = await fileByForm(test, { address: "despues@example.com" });
    expect((await promise(test, before, "primer-contacto")).limit).toBe("2026-12-01 13:59");
    expect((await promise(test, after, "primer-contacto")).limit).toBe("2026-12-01 12:00");
  });

  it("one that is taken back before its instant never binds anybody", async () => {
    const number = await publish(1, "2026-12-02 10:00");
    await test.passTo(local("2026-12-02 09:30"));
    done(
      await withdrawPolicy(test.plazo, test.desk, { number, by: bruno.id, reason: "Se aplaza" }),
    );
    await test.passTo(local("2026-12-02 11:00"));
    const filer = await fileByForm(test, { address: "retirada@example.com" });
    expect((await promise(test, filer, "primer-contacto")).limit).toBe("2026-12-02 13:00");
  });
});
