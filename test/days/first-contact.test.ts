import { afterEach, describe, expect, it } from "vitest";
import { ask } from "../../src/desk/tickets/ask.ts";
import { assign } from "../../src/desk/tickets/assign.ts";
import { classify } from "../../src/desk/tickets/classify.ts";
import { logCall } from "../../src/desk/tickets/log-call.ts";
import { note } from "../../src/desk/tickets/note.ts";
import { reply } from "../../src/desk/tickets/reply.ts";
import { publishException } from "../../src/desk/policies/publish-exception.ts";
import { bruno, openTestDesk } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import { done, fileByForm, local, promise, recordOf } from "../kit/stories.ts";

let test: TestDesk;
afterEach(() => test.close());

const address = "proveedor@example.com";
const breaches = async (filer: Parameters<typeof recordOf>[1]): Promise<readonly string[]> =>
  (await recordOf(test, filer)).filter((line) => line.startsWith("breached"));

describe("Un viernes a las cinco (HB-3, HB-4, HB-13)", () => {
  it("is promised contact on Monday at noon, on the page, and breached at exactly that instant", async () => {
    test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
    const filer = await fileByForm(test, { address });
    expect(filer.visitor.words()).toContain(
      "Nos pondremos en contacto con usted a más tardar el lunes 23 de noviembre, 12:00 (hora del centro)",
    );
    await test.passTo(local("2026-11-23 12:00") - 1);
    expect(await breaches(filer)).toEqual([]);
    await test.passTo(local("2026-11-23 12:00"));
    expect(await breaches(filer)).toEqual(["breached primer-contacto late 2026-11-23 12:00"]);
    await filer.visitor.open(filer.page);
    expect(filer.visitor.words()).toContain(
      "Primer contacto venció sin cumplirse A más tardar el lunes 23 de noviembre, 12:00 (hora del centro)",
    );
  });

  it("is kept by an answer at that very instant, for what falls due comes after what people do", async () => {
    test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
    const filer = await fileByForm(test, { address });
    test.time.set(local("2026-11-23 12:00"));
    done(await reply(test.plazo, filer.place, { by: bruno, text: "Buenas tardes, lo reviso." }));
    await test.passTo(local("2026-11-23 12:30"));
    expect(await breaches(filer)).toEqual([]);
    expect(await promise(test, filer, "primer-contacto")).toEqual({
      status: "met",
      limit: "2026-11-23 12:00",
      stopped: "2026-11-23 12:00",
    });
  });

  it("is stopped by a person's public word or answered call alone: no note, assignment, severity, acknowledgement or unanswered call", async () => {
    test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
    const filer = await fileByForm(test, { address });
    await test.passTo(local("2026-11-23 09:30"));
    done(await note(test.plazo, filer.place, { by: bruno, text: "Lo veo después" }));
    done(
      await assign(test.plazo, filer.place, { by: bruno, to: { id: bruno.id, name: bruno.name } }),
    );
    done(await classify(test.plazo, filer.place, { by: bruno, severity: "medio-alto" }));
    done(
      await logCall(test.plazo, filer.place, {
        by: bruno,
        outcome: "no-answer",
        text: "No contestó",
      }),
    );
    await test.work();
    expect(await promise(test, filer, "primer-contacto")).toMatchObject({ status: "running" });
    done(
      await logCall(test.plazo, filer.place, {
        by: bruno,
        outcome: "spoke",
        text: "Hablamos; lo reviso",
      }),
    );
    expect(await promise(test, filer, "primer-contacto")).toMatchObject({
      status: "met",
      stopped: "2026-11-23 09:30",
    });
  });

  it("is stopped by a question too", async () => {
    test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
    const filer = await fileByForm(test, { address });
    done(
      await ask(test.plazo, filer.place, {
        by: bruno,
        text: "¿Qué mensaje aparece?",
        for: "client",
      }),
    );
    expect(await promise(test, filer, "primer-contacto")).toMatchObject({ status: "met" });
  });
});

describe("El lunes 16 es feriado (HB-3, HB-13)", () => {
  it("is promised contact on Tuesday at noon, and breached then", async () => {
    test = await openTestDesk("hib2b", "2026-11-13T23:00:00Z");
    const filer = await fileByForm(test, { address });
    expect(filer.visitor.words()).toContain("martes 17 de noviembre, 12:00 (hora del centro)");
    await test.passTo(local("2026-11-16 17:00"));
    expect(await breaches(filer)).toEqual([]);
    await test.passTo(local("2026-11-17 13:00"));
    expect(await breaches(filer)).toEqual(["breached primer-contacto late 2026-11-17 12:00"]);
  });
});

describe("outside hours (HB-3, HB-4, HB-13)", () => {
  it.each([
    ["a Saturday morning", "2026-11-21 10:00", "2026-11-23 13:00"],
    ["a Monday before opening", "2026-11-23 07:00", "2026-11-23 13:00"],
    ["exactly at closing", "2026-11-20 18:00", "2026-11-23 13:00"],
    ["the night before Christmas", "2026-12-24 20:00", "2026-12-28 13:00"],
  ])("the clock of %s starts at the next opening", async (_when, filed, limit) => {
    test = await openTestDesk("hib2b", new Date(local(filed)).toISOString());
    const filer = await fileByForm(test, { address });
    expect(await promise(test, filer, "primer-contacto")).toMatchObject({ limit });
  });

  it("a day that the desk closes later moves what is left", async () => {
    test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
    const filer = await fileByForm(test, { address });
    done(
      await publishException(test.plazo, test.desk, {
        exception: {
          calendar: "oficina",
          date: "2026-11-23",
          open: [],
          why: { es: "Simulacro", en: "Drill" },
        },
        by: bruno.id,
      }),
    );
    expect(await promise(test, filer, "primer-contacto")).toMatchObject({
      limit: "2026-11-24 12:00",
    });
    await test.passTo(local("2026-11-23 18:00"));
    expect(await breaches(filer)).toEqual([]);
  });
});
