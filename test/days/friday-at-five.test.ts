import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal } from "../../src/core/refusal.ts";
import { confirmAsClient } from "../../src/desk/tickets/as-client.ts";
import { assign } from "../../src/desk/tickets/assign.ts";
import { ticketForStaff } from "../../src/desk/tickets/for-staff.ts";
import { reply } from "../../src/desk/tickets/reply.ts";
import { solve } from "../../src/desk/tickets/solve.ts";
import { bruno, fileOne, openTestDesk } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import { newsOf } from "../kit/mail.ts";

// A whole desk lives from a Friday at five in the afternoon to the next week, in the centre of Mexico.
let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
});
afterAll(() => test.close());

const address = "proveedor@example.com";

describe("a Friday at five (HB-11, HB-13, HB-14, HB-15)", () => {
  let folio = "";
  let capability = "";

  it("acknowledges at once, with folio, severity and Monday at noon", async () => {
    ({ folio, capability } = await fileOne(test));
    await test.work();
    const [acuse] = test.mails(address);
    expect(acuse?.subject).toContain(folio);
    expect(acuse?.text).toContain("lunes 23 de noviembre, 12:00 (hora del centro)");
    expect(acuse?.text).toContain("Bajo");
    expect(acuse?.automatic).toBe(true);
  });

  it("is silent all weekend, and breaches on Monday at noon exactly, though the worker looks at one", async () => {
    expect(await test.passTo("2026-11-23T17:59:59.999Z")).not.toContainEqual(
      expect.objectContaining({ events: ["breached"] }),
    );
    await test.passTo("2026-11-23T19:00:00Z");
    const view = await ticketForStaff(test.plazo, { desk: test.desk, folio });
    if (isRefusal(view)) throw new Error("the ticket is there");
    const breach = view.events.find(({ fact }) => fact.type === "breached");
    expect(new Date(breach?.at ?? 0).toISOString()).toBe("2026-11-23T18:00:00.000Z");
    expect(new Date(breach?.recorded ?? 0).toISOString()).toBe("2026-11-23T19:00:00.000Z");
    expect(view.row).toMatchObject({
      breached: true,
      due: { clock: "primer-contacto", kind: "limit" },
    });
  });

  it("tells that a technician was assigned, and the answer", async () => {
    const place = { desk: test.desk, folio };
    await assign(test.plazo, place, { by: bruno, to: { id: bruno.id, name: bruno.name } });
    await reply(test.plazo, place, { by: bruno, text: "Buenas tardes, lo reviso ahora mismo." });
    await test.work();
    expect(test.mails(address).map(({ automatic }) => automatic)).toEqual([true, true, false]);
    expect(test.mails(address)[1]?.text).toContain("Bruno");
    expect(test.mails(address)[2]?.text).toContain("lo reviso ahora mismo");
  });

  it("sends the summary of what happened, with cause and remedy, when the client confirms", async () => {
    await test.passTo("2026-11-24T16:00:00Z");
    await solve(
      test.plazo,
      { desk: test.desk, folio },
      { by: bruno, cause: "La contraseña venció", remedy: "Se restableció" },
    );
    await test.passTo("2026-11-24T17:00:00Z");
    const confirmed = await confirmAsClient(
      test.plazo,
      { desk: test.desk, capability },
      { solved: true, submission: "confirm-friday" },
    );
    expect(confirmed).toEqual({ folio });
    await test.work();
    const summary = test.mails(address).at(-1);
    expect(summary === undefined ? "" : newsOf(summary)).toContain("resumen");
    for (const said of [
      "La contraseña venció",
      "Se restableció",
      "Se registró la solicitud",
      "Se asignó a un técnico",
      "Bruno respondió",
      "viernes 20 de noviembre, 17:00",
    ]) {
      expect(summary?.text).toContain(said);
    }
  });
});

describe("silence after a solution", () => {
  it("warns, and closes at the desk's own time with a summary, once", async () => {
    test.time.set("2026-11-25T16:00:00Z");
    const fields = {
      descripcion: "x y",
      quien: "EKU9003173C9",
      tipo: "contrasena",
      correo: "callado@example.com",
    };
    const { folio } = await fileOne(test, { fields });
    await solve(
      test.plazo,
      { desk: test.desk, folio },
      { by: bruno, cause: "Causa", remedy: "Remedio" },
    );
    await test.passTo("2026-12-07T16:00:00Z");
    const view = await ticketForStaff(test.plazo, { desk: test.desk, folio });
    if (isRefusal(view)) throw new Error("the ticket is there");
    expect(view.ticket.closed).toMatchObject({ reason: "silence" });
    expect(new Date(view.ticket.closed?.at ?? 0).toISOString()).toBe("2026-11-28T00:00:00.000Z");
    const closing = test
      .mails("callado@example.com")
      .filter((mail) => /resumen|cerrado/u.test(newsOf(mail)));
    expect(closing).toHaveLength(1);
  });
});
