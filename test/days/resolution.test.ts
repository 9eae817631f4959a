import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../../src/desk/tickets/ask.ts";
import { classify } from "../../src/desk/tickets/classify.ts";
import { reply } from "../../src/desk/tickets/reply.ts";
import { solve } from "../../src/desk/tickets/solve.ts";
import { waitForThirdParty } from "../../src/desk/tickets/wait.ts";
import { bruno, openTestDesk } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import { done, fileByForm, local, mailed, promise, recordOf, seenByStaff } from "../kit/stories.ts";
import type { Filer } from "../kit/stories.ts";

// Time goes on from story to story: each begins on a Monday of its own.
let test: TestDesk;
let monday = Date.parse("2027-01-11T00:00:00Z");
let stories = 0;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2027-01-08T18:00:00Z");
});
afterAll(() => test.close());
beforeEach(() => {
  monday += 28 * 86_400_000;
  stories += 1;
});

/** A wall time of this story: "lun 12:00" is the Monday that it begins on, "lun+1" the next. */
function at(when: string): string {
  const [, name = "", week = "0", time = ""] = /^(\w+)(?:\+(\d))? (\d\d:\d\d)$/u.exec(when) ?? [];
  const day = ["lun", "mar", "mie", "jue", "vie", "sab", "dom"].indexOf(name) + 7 * Number(week);
  return `${new Date(monday + day * 86_400_000).toISOString().slice(0, 10)} ${time}`;
}

const move = (when: string): Promise<unknown> => test.passTo(local(at(when)));

/** Filed on Monday at 9, first contact at noon. */
async function contacted(type = "Olvidé mi Contraseña"): Promise<Filer> {
  const filer = await fileByForm(test, {
    at: at("lun 09:00"),
    type,
    address: `historia-${stories}@example.com`,
  });
  await move("lun 12:00");
  done(await reply(test.plazo, filer.place, { by: bruno, text: "Buenas tardes, ya lo reviso." }));
  return filer;
}

const solved = (filer: Filer): Promise<unknown> =>
  solve(test.plazo, filer.place, {
    by: bruno,
    cause: "La contraseña venció",
    remedy: "Se restableció",
  }).then(done);

describe("resolution counts from first contact, in hours of service (HB-4, HB-14)", () => {
  it.each([
    ["bajo", "jue 17:00"],
    ["medio-alto", "mie 10:00"],
    ["critico", "lun 18:00"],
  ])("%s is due %s where contact was on Monday at noon", async (severity, due) => {
    const filer = await contacted("No lo sé");
    done(await classify(test.plazo, filer.place, { by: bruno, severity }));
    expect(await promise(test, filer, "resolucion")).toMatchObject({
      status: "running",
      limit: at(due),
    });
    await move("vie 18:00");
    expect(await recordOf(test, filer)).toContain(`breached resolucion late ${at(due)}`);
  });

  it("does not begin before first contact, however late that is", async () => {
    const filer = await fileByForm(test, {
      at: at("lun 09:00"),
      address: `historia-${stories}@example.com`,
    });
    await move("mar 10:00");
    expect(await promise(test, filer, "resolucion")).toMatchObject({ status: "idle", limit: null });
    done(await reply(test.plazo, filer.place, { by: bruno, text: "Disculpe la tardanza." }));
    expect(await promise(test, filer, "resolucion")).toMatchObject({
      status: "running",
      limit: at("vie 15:00"),
    });
  });
});

describe("a question stops the clock and the client's answer starts it again (HB-14)", () => {
  it("on the page, by itself, to the minute; and the mail says what is asked", async () => {
    const filer = await contacted("No lo sé");
    done(await classify(test.plazo, filer.place, { by: bruno, severity: "medio-alto" }));
    await move("lun 15:00");
    done(
      await ask(test.plazo, filer.place, {
        by: bruno,
        text: "¿Qué número de orden de compra usa?",
        for: "client",
      }),
    );
    await test.work();
    expect(test.mails(filer.address).at(-1)?.text).toContain("¿Qué número de orden de compra usa?");
    await filer.visitor.open(filer.page);
    expect(filer.visitor.words()).toContain(
      "Esperamos su respuesta. Mientras tanto, el tiempo de solución está en pausa.",
    );
    expect(filer.visitor.words()).toContain("Resolución en pausa");
    expect(await promise(test, filer, "resolucion")).toMatchObject({ status: "paused" });
    await move("mie 11:00");
    await filer.visitor.form("Enviar").fill("Su mensaje", "La OC-2291").submit();
    expect(filer.visitor.words()).toContain("Recibimos su mensaje.");
    // Three of sixteen hours were used before the question; thirteen are left from Wednesday at eleven.
    expect(await promise(test, filer, "resolucion")).toMatchObject({
      status: "running",
      limit: at("jue 15:00"),
    });
    await move("vie 09:00");
    expect(await recordOf(test, filer)).toContain(`breached resolucion late ${at("jue 15:00")}`);
  });

  it("is not stopped by an answer that asks nothing, nor by waiting for a third party", async () => {
    const filer = await contacted();
    done(await waitForThirdParty(test.plazo, filer.place, { by: bruno, note: "Banco" }));
    await move("mar 12:00");
    expect(await promise(test, filer, "resolucion")).toMatchObject({
      status: "running",
      limit: at("jue 17:00"),
    });
  });
});

describe("a change of severity (HB-14, HB-14a)", () => {
  it("applies the new promise to the time already used, and a limit that was over is broken at the change, as reclassified", async () => {
    const filer = await contacted();
    await move("mar 12:00");
    done(
      await classify(test.plazo, filer.place, {
        by: bruno,
        severity: "critico",
        reason: "El portal no abre a nadie",
      }),
    );
    expect(await recordOf(test, filer)).toContain(
      `breached resolucion reclassified ${at("mar 12:00")}`,
    );
    await filer.visitor.open(filer.page);
    expect(filer.visitor.words()).toContain("Resolución incumplido al cambiar la severidad");
    await move("mar 13:00");
    done(await classify(test.plazo, filer.place, { by: bruno, severity: "bajo" }));
    await move("vie 18:00");
    const breaches = (await recordOf(test, filer)).filter((line) =>
      line.startsWith("breached resolucion"),
    );
    expect(breaches[0]).toBe(`breached resolucion reclassified ${at("mar 12:00")}`);
  });

  it("up and down again leaves the same deadline as never changed", async () => {
    const filer = await contacted();
    await move("lun 13:00");
    done(await classify(test.plazo, filer.place, { by: bruno, severity: "medio-alto" }));
    expect(await promise(test, filer, "resolucion")).toMatchObject({ limit: at("mie 10:00") });
    await move("lun 14:00");
    done(await classify(test.plazo, filer.place, { by: bruno, severity: "bajo" }));
    expect(await promise(test, filer, "resolucion")).toMatchObject({ limit: at("jue 17:00") });
  });
});

describe("solved, and then not (HB-14, HB-15)", () => {
  it("is told to the client with cause and remedy, and «No, sigue el problema» reopens it with the same clock", async () => {
    const filer = await contacted();
    await move("lun 16:00");
    await solved(filer);
    await test.work();
    expect(test.mails(filer.address).at(-1)?.text).toContain("La contraseña venció");
    await filer.visitor.open(filer.page);
    expect(filer.visitor.words()).toContain("¿Quedó resuelto?");
    expect(await promise(test, filer, "resolucion")).toMatchObject({
      status: "met",
      stopped: at("lun 16:00"),
    });
    await move("mar 10:00");
    await filer.visitor
      .form("No, sigue el problema")
      .fill("Comentario", "Sigue sin abrir")
      .submit();
    expect(await recordOf(test, filer)).toContain(`reopened ${at("mar 10:00")}`);
    // Four of thirty-two hours were used; the time in which it stood solved is not the desk's.
    expect(await promise(test, filer, "resolucion")).toMatchObject({
      status: "running",
      limit: at("vie 11:00"),
      stopped: null,
    });
    await filer.visitor.open(filer.page);
    expect(filer.visitor.words()).toContain("Sigue sin abrir");
    expect(mailed(test, filer).join()).not.toContain("resumen");
    const { buckets } = await seenByStaff(test, filer);
    expect(buckets).toMatchObject({ "awaiting-confirmation": 18 * 3_600_000 });
  });

  it("words of thanks do not reopen it, and are shown to the desk", async () => {
    const filer = await contacted();
    await solved(filer);
    await filer.visitor.open(filer.page);
    await filer.visitor.form("Enviar").fill("Su mensaje", "¡Muchas gracias!").submit();
    expect((await recordOf(test, filer)).join()).not.toContain("reopened");
    expect((await seenByStaff(test, filer)).messages.at(-1)?.text).toBe("¡Muchas gracias!");
  });
});
