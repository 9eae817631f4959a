import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { solve } from "../../src/desk/tickets/solve.ts";
import { visit } from "../kit/browser.ts";
import { bruno, openTestDesk } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import { wordsOf } from "../kit/html.ts";
import { done, local, promise, recordOf } from "../kit/stories.ts";
import { writtenDesk } from "../kit/written-desk.ts";

// A desk that was written from docs/writing-a-policy.md alone, used through its real pages.
let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk(writtenDesk, "2026-11-20T20:00:00Z");
});
afterAll(() => test.close());

const address = "proveedor@example.com";

describe("a desk written only from the documentation", () => {
  const filer = { place: { desk: "mesa-de-pagos", folio: "MDP-1" } };

  it("publishes its manual, with its hours, its promises and the reading that it took", async () => {
    const visitor = visit(test);
    await visitor.open("/d/mesa-de-pagos/manual");
    for (const said of [
      "Mesa de pagos",
      "lunes a jueves 09:00 a 14:00 y 15:00 a 18:00",
      "P-5",
      "Horas de servicio; el manual solo dice horas.",
    ])
      expect(visitor.words()).toContain(said);
  });

  it("asks for the invoice only of those whose payment has not come, and takes nothing without it", async () => {
    const visitor = visit(test);
    await visitor.open("/d/mesa-de-pagos/ayuda");
    const fill = () =>
      visitor
        .form("Enviar la solicitud")
        .choose("Un pago vencido no llega")
        .fill("Descripción", "Venció hace una semana.")
        .fill("Usuario, RFC o razón social", "EKU9003173C9")
        .fill("Correo de contacto", address);
    await fill().submit();
    expect(visitor.status()).toBe(422);
    await fill().fill("Número de la factura", "A-15").submit();
    expect(wordsOf(visitor.page())).toContain("MDP-1");
    expect(wordsOf(visitor.page())).toContain("Severidad: Retraso");
    await test.work();
  });

  it("tells the number and the deadline in its own words, and promises by its own hours", async () => {
    const [mail] = test.mails(address);
    expect(mail?.subject).toBe("MDP-1: recibimos su pregunta");
    expect(mail?.text).toContain("a más tardar el lunes 23 de noviembre, 12:00");
    expect(await promise(test, filer, "primer-contacto")).toMatchObject({
      status: "running",
      limit: "2026-11-23 12:00",
    });
    expect(await promise(test, filer, "solucion")).toMatchObject({ limit: "2026-11-24 12:00" });
  });

  it("closes by silence at the end of the second business day, after a warning", async () => {
    await test.passTo(local("2026-11-23 10:00"));
    const said = { cause: "Estaba en revisión", remedy: "Se programó el pago" };
    done(await solve(test.plazo, filer.place, { by: bruno, ...said }));
    await test.passTo(local("2026-11-25 18:00"));
    const record = await recordOf(test, filer);
    expect(record).toContain("warned silencio 2026-11-24 18:00");
    expect(record.at(-1)).toBe("closed silence 2026-11-25 18:00");
  });
});
