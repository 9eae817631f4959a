import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOne, openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { isRefusal } from "../../core/refusal.ts";
import { openDesk } from "../desks/open-desk.ts";
import { ticketForStaff } from "../tickets/for-staff.ts";
import { queue } from "../tickets/queue.ts";
import { currentPolicy, listPolicyChanges } from "./current-policy.ts";
import { publishException } from "./publish-exception.ts";
import { publishPolicy } from "./publish-policy.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
});
afterAll(() => test.close());

async function dueOf(folio: string): Promise<string> {
  const { rows } = await queue(test.plazo, test.desk, { filter: {} });
  const due = rows.find((row) => row.folio === folio)?.due;
  return new Date(due?.at ?? 0).toISOString();
}

async function number(): Promise<number> {
  const policy = await currentPolicy(test.plazo, test.desk);
  if (isRefusal(policy)) throw new Error("the desk is there");
  return policy.policy.number;
}

describe("publishing a policy", () => {
  it("makes no version of what is in force already, however many start at once", async () => {
    const before = await number();
    await Promise.all(
      [1, 2, 3].map(() => openDesk(test.plazo, { policy: test.policy, source: "" })),
    );
    expect(await number()).toBe(before);
  });

  it("binds new tickets to the new version and leaves old ones with their own", async () => {
    const old = await fileOne(test);
    const clocks = test.policy.clocks.map((rule) =>
      rule.id === "primer-contacto" ? { ...rule, label: { es: "Otro nombre" } } : rule,
    );
    await publishPolicy(test.plazo, test.desk, {
      policy: { ...test.policy, clocks },
      source: "",
      reason: "ensayo",
      by: "prueba",
    });
    const fresh = await fileOne(test);
    expect([old.ticket.policy, fresh.ticket.policy]).toEqual([1, 2]);
    const view = await ticketForStaff(test.plazo, { desk: test.desk, folio: old.folio });
    expect(isRefusal(view) ? view : view.policy.policy.number).toBe(1);
    expect(await listPolicyChanges(test.plazo, test.desk)).toMatchObject([
      { number: 2, reason: "ensayo", author: "prueba" },
      { number: 1 },
    ]);
  });

  it("refuses to publish one desk's policy at another", () => {
    expect(() =>
      publishPolicy(test.plazo, "otra", { policy: test.policy, source: "", reason: "", by: "" }),
    ).toThrow("otra");
  });
});

describe("publishing a day", () => {
  it("moves what is left of every open promise, later or earlier, in the queue too", async () => {
    const { folio } = await fileOne(test);
    expect(await dueOf(folio)).toBe("2026-11-23T18:00:00.000Z");
    const closed = {
      calendar: "oficina",
      date: "2026-11-23",
      open: [],
      why: { es: "Simulacro", en: "Drill" },
    } as const;
    await publishException(test.plazo, test.desk, { exception: closed, by: "prueba" });
    await test.work();
    expect(await dueOf(folio)).toBe("2026-11-24T18:00:00.000Z");
    const extra = { calendar: "oficina", date: "2026-11-21", open: [["09:00", "18:00"]] } as const;
    await publishException(test.plazo, test.desk, { exception: extra, by: "prueba" });
    await test.work();
    expect(await dueOf(folio)).toBe("2026-11-21T18:00:00.000Z");
    await test.passTo("2026-11-21T18:00:01Z");
    const view = await ticketForStaff(test.plazo, { desk: test.desk, folio });
    if (isRefusal(view)) throw new Error("the ticket is there");
    expect(view.events.at(-1)).toMatchObject({
      at: Date.parse("2026-11-21T18:00:00Z"),
      fact: { type: "breached" },
    });
  });

  it("refuses a calendar that the desk does not have, and a day that does not exist", async () => {
    const day = { calendar: "oficina", date: "2026-02-30", open: [] };
    expect(
      await publishException(test.plazo, test.desk, { exception: day, by: "x" }),
    ).toMatchObject({ refused: "no-such-date" });
    expect(
      await publishException(test.plazo, test.desk, {
        exception: { ...day, date: "2026-12-24", calendar: "nada" },
        by: "x",
      }),
    ).toMatchObject({ refused: "no-such-calendar" });
  });
});
