import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { previewException } from "../../src/desk/policies/preview-exception.ts";
import { publishException } from "../../src/desk/policies/publish-exception.ts";
import { publishPolicy } from "../../src/desk/policies/publish-policy.ts";
import { reply } from "../../src/desk/tickets/reply.ts";
import { previewRebinding, rebind } from "../../src/desk/tickets/rebind.ts";
import type { Policy } from "../../src/core/policy/policy.ts";
import { visit } from "../kit/browser.ts";
import { bruno, openTestDesk } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import { done, fileByForm, local, promise, recordOf, wallOf } from "../kit/stories.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
});
afterAll(() => test.close());

const inventory = {
  calendar: "oficina",
  date: "2026-11-23",
  open: [],
  why: "Inventario anual",
} as const;

describe("El lunes se cierra por inventario (HB-3, HB-13)", () => {
  it("what moves is seen before; both dates are on the page and in the record; the computed one counts", async () => {
    const filer = await fileByForm(test, { address: "inventario@example.com" });
    await test.passTo(local("2026-11-20 17:30"));
    const seen = done(
      await previewException(test.plazo, test.desk, { exception: inventory, after: 0 }),
    );
    expect(seen.moved.map((one) => [one.folio, wallOf(one.before), wallOf(one.after)])).toEqual([
      [filer.folio, "2026-11-23 12:00", "2026-11-24 12:00"],
    ]);

    done(await publishException(test.plazo, test.desk, { exception: inventory, by: bruno.id }));
    await test.work();
    const { visitor } = filer;
    await visitor.open(filer.page);
    expect(visitor.words()).toContain("Prometido: lunes 23 de noviembre, 12:00");
    expect(visitor.words()).toContain(
      "Ahora calculado, porque cambió el horario: martes 24 de noviembre, 12:00",
    );
    expect(visitor.words()).toContain(
      "Cambió el horario del lunes 23 de noviembre de 2026: Inventario anual. Primer contacto: prometido lunes 23 de noviembre, 12:00 · ahora calculado martes 24 de noviembre, 12:00.",
    );
    await visitor.open(`${filer.page}?lang=en`);
    expect(visitor.words()).toContain("Promised: Monday 23 November, 12:00");

    const reader = visit(test);
    await reader.open("/d/hib2b/");
    expect(reader.words()).toContain("lunes 23 de noviembre de 2026: cerrado (Inventario anual)");
    await reader.open("/d/hib2b/manual");
    expect(reader.words()).toContain("lunes 23 de noviembre de 2026: cerrado (Inventario anual)");

    await test.passTo(local("2026-11-23 15:00"));
    expect(await recordOf(test, filer)).toEqual([
      "filed 2026-11-20 17:00",
      "limit-moved primer-contacto 2026-11-20 17:30",
      "warned primer-contacto 2026-11-20 17:45",
    ]);
    test.time.set(local("2026-11-24 12:00"));
    done(await reply(test.plazo, filer.place, { by: bruno, text: "Lo reviso." }));
    const contact = await promise(test, filer, "primer-contacto");
    expect([contact.status, contact.limit]).toEqual(["met", "2026-11-24 12:00"]);
  });

  it("a breach that happened stays where it was, whatever is published afterwards", async () => {
    const filer = await fileByForm(test, {
      address: "tarde@example.com",
      at: "2026-11-25 09:00",
    });
    await test.passTo(local("2026-11-25 14:00"));
    const exception = { ...inventory, date: "2026-11-25" };
    done(await publishException(test.plazo, test.desk, { exception, by: bruno.id }));
    await test.work();
    const record = await recordOf(test, filer);
    expect(record.filter((line) => /limit-moved|breached/u.test(line))).toEqual([
      "breached primer-contacto late 2026-11-25 13:00",
    ]);
  });
});

/** The desk's manual with first contact within eight hours. */
function slower(policy: Policy): Policy {
  const limit = { unit: "hours", ms: 8 * 3_600_000, calendar: "oficina" } as const;
  const clocks = policy.clocks.map((rule) =>
    rule.id === "primer-contacto" ? { ...rule, within: { "*": { limit } } } : rule,
  );
  return { ...policy, clocks };
}

describe("El cliente firma otro convenio (HB-13)", () => {
  it("a ticket keeps the version it was filed under until somebody moves it, with a reason that stays inside", async () => {
    await test.passTo(local("2026-11-26 09:00"));
    const filer = await fileByForm(test, { address: "convenio@example.com" });
    const policy = slower(test.policy);
    const said = { source: "", reason: "Convenio nuevo", by: bruno.id };
    const { number } = done(await publishPolicy(test.plazo, test.desk, { policy, ...said }));
    expect((await promise(test, filer, "primer-contacto")).limit).toBe("2026-11-26 13:00");

    const wish = { by: bruno, policy: number };
    const seen = done(await previewRebinding(test.plazo, filer.place, wish));
    expect(seen.map(({ before, after }) => [wallOf(before ?? 0), wallOf(after ?? 0)])).toEqual([
      ["2026-11-26 13:00", "2026-11-26 17:00"],
    ]);
    done(await rebind(test.plazo, filer.place, { ...wish, reason: "Adenda firmada" }));
    expect((await promise(test, filer, "primer-contacto")).limit).toBe("2026-11-26 17:00");

    await filer.visitor.open(filer.page);
    expect(filer.visitor.words()).toContain("jueves 26 de noviembre, 17:00");
    expect(filer.visitor.words()).not.toContain("Adenda firmada");
    await test.passTo(local("2026-11-26 18:00"));
    expect((await recordOf(test, filer)).filter((line) => !line.startsWith("warned"))).toEqual([
      "filed 2026-11-26 09:00",
      "rebound 2026-11-26 09:00",
      "breached primer-contacto late 2026-11-26 17:00",
    ]);
  });
});
