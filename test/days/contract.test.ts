import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setPortalOwner } from "../../src/desk/register/portal-owners.ts";
import { fileTicket } from "../../src/desk/tickets/file-ticket.ts";
import { reply } from "../../src/desk/tickets/reply.ts";
import { logCall } from "../../src/desk/tickets/log-call.ts";
import { isRefusal } from "../../src/core/refusal.ts";
import { visit } from "../kit/browser.ts";
import { codeOf, filing, lifeUnder, paidUp } from "../kit/days.ts";
import { bruno, filingOf, openTestDesk, testPolicy } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import {
  done,
  fileByForm,
  filerOf,
  local,
  promise,
  recordOf,
  seenByStaff,
} from "../kit/stories.ts";
import { wall } from "../kit/rules.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-23T16:00:00Z");
  await setPortalOwner(test.plazo, test.desk, {
    portal: "https://vencida.hib2b.example.com",
    organisation: "Compradora Vencida",
    rfc: null,
    plan: "estandar",
    paidUntil: local("2026-10-31 23:59"),
  });
  await setPortalOwner(test.plazo, test.desk, {
    portal: "https://compradora.hib2b.example.com",
    organisation: "Compradora al Corriente",
    rfc: null,
    plan: "estandar",
    paidUntil: local("2027-12-31 23:59"),
  });
});
afterAll(() => test.close());

const receipt = new File(
  [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2)],
  "comprobante.png",
);

describe("support that has expired (HB-1)", () => {
  it("is said, with how to renew; what was written is kept, and no promise of contact is made", async () => {
    const visitor = visit(test);
    await visitor.open("/d/hib2b/ayuda?portal=vencida");
    await visitor
      .form("Enviar la solicitud")
      .choose("Olvidé mi Contraseña")
      .fill("Descripción del incidente", "No puedo entrar desde ayer")
      .fill("Usuario, RFC o razón social", "EKU9003173C9")
      .fill("Correo de contacto", "vencida@example.com")
      .attach("Imágenes o documentos", receipt)
      .submit();
    const filer = filerOf(test, visitor, "vencida@example.com");
    expect(visitor.words()).toContain("El soporte de la empresa dueña del portal está vencido.");
    expect(visitor.words()).toContain(
      "enviar su comprobante de pago con el formulario «Pago y reactivación»",
    );
    expect(visitor.words()).not.toContain("Nos pondremos en contacto con usted a más tardar");
    await test.work();
    const mails = test.mails(filer.address);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain("renueve");
    const view = await seenByStaff(test, filer);
    expect(view.ticket.held).toBe("support-expired");
    expect(view.messages[0]?.text).toBe("No puedo entrar desde ayer");
    expect(view.files.map(({ name }) => name)).toEqual(["comprobante.png"]);
    await test.passTo(local("2026-12-04 18:00"));
    expect((await recordOf(test, filer)).join()).not.toContain("breached");
  });

  it("never stops a proof of payment or a reactivation, which get their times at once (HB-14a)", async () => {
    for (const [procedure, severity] of [
      ["Comprobante de pago para activar un servicio nuevo", "critico"],
      ["Reactivación por falta de pago", "medio-alto"],
    ] as const) {
      const visitor = visit(test);
      await visitor.open("/d/hib2b/ayuda?portal=vencida");
      await visitor.click("Pago y reactivación");
      await visitor
        .form("Enviar la solicitud")
        .choose(procedure)
        .fill("Usuario, RFC o razón social", "EKU9003173C9")
        .fill("Correo de contacto", "paga@example.com")
        .attach("Comprobante de pago", receipt)
        .submit();
      const filer = filerOf(test, visitor, "paga@example.com");
      const { row, ticket } = await seenByStaff(test, filer);
      expect(row).toMatchObject({ severity, provisional: false });
      expect(ticket.held).toBeNull();
      expect(ticket.portal).toBe("https://vencida.hib2b.example.com");
      expect(await promise(test, filer, "primer-contacto")).toMatchObject({ status: "running" });
    }
  });

  it("does not touch the suppliers of a portal that is paid up", async () => {
    const filer = await fileByForm(test, { address: "corriente@example.com" });
    expect((await seenByStaff(test, filer)).ticket).toMatchObject({ held: null, flags: [] });
  });

  it("once renewed, what was held is taken in, and its times begin then", async () => {
    const life = lifeUnder(await testPolicy("hib2b"));
    const expired = {
      ...paidUp,
      support: { validUntil: wall("2026-10-31 23:59"), plan: "estandar" },
    };
    life.does("2026-11-20 17:00", filing(), { facts: expired });
    expect(life.ticket().held).toBe("support-expired");
    life.sleepsUntil("2026-11-25 10:00");
    life.does("2026-11-25 10:00", { do: "admit", note: "Pago recibido" });
    life.sleepsUntil("2026-11-27 18:00");
    expect(life.record()).toContain("breached primer-contacto 2026-11-25 14:00");
  });
});

describe("the kind of support that was contracted (HB-2)", () => {
  it("decides which channels are open: a call is refused where the portal's owner did not contract calls", async () => {
    const pack = await readFile(
      new URL("../../policies/hib2b/policy.yaml", import.meta.url),
      "utf8",
    );
    const text = pack.replace("channels: [form, mail, phone]", "channels: [form, mail]");
    expect(text).not.toBe(pack);
    const life = lifeUnder(await testPolicy(text));
    const facts = { ...paidUp, support: { validUntil: null, plan: "estandar" } };
    expect(codeOf(life.tries("2026-11-23 10:00", filing({ channel: "phone" }), { facts }))).toBe(
      "channel-not-contracted",
    );
    life.does("2026-11-23 10:01", filing(), { facts });
  });

  it("is named in the manual, with its channels and hours", async () => {
    const visitor = visit(test);
    await visitor.open("/d/hib2b/manual");
    expect(visitor.words()).toContain(
      "Soporte estándar HB-2 Ayuda con el portal, Correo y Teléfono lunes a viernes, 09:00 a 18:00",
    );
  });
});

describe("help by documented ticket (HB-5, HB-6)", () => {
  it("by telephone only where a ticket exists: a first call is refused with the reason", async () => {
    const outcome = await fileTicket(test.plazo, test.desk, {
      ...filingOf(),
      channel: "phone",
      by: bruno,
    } as Parameters<typeof fileTicket>[2]);
    expect(
      Array.isArray(outcome)
        ? outcome.map((one) => (isRefusal(one) ? [one.refused, one.facts?.["needs"]] : []))
        : outcome,
    ).toEqual([["channel-closed", "ticket"]]);
    const life = lifeUnder(await testPolicy("hib2b"));
    expect(codeOf(life.tries("2026-11-23 10:00", filing({ channel: "phone" })))).toBe(
      "channel-closed",
    );
  });

  it("a call is logged against the ticket's number, and stands in its history", async () => {
    const filer = await fileByForm(test, { address: "llama@example.com", at: "2026-12-07 10:00" });
    done(
      await logCall(test.plazo, filer.place, {
        by: bruno,
        outcome: "spoke",
        text: "Le expliqué cómo entrar",
      }),
    );
    await filer.visitor.open(filer.page);
    expect(filer.visitor.words()).toContain("Bruno habló por teléfono con el solicitante.");
    expect(filer.visitor.words()).not.toContain("Le expliqué cómo entrar");
    expect((await seenByStaff(test, filer)).messages.at(-1)).toMatchObject({ channel: "phone" });
  });
});

describe("hours and holidays (HB-3)", () => {
  it("are published: days, hours, and the next statutory holidays by date", async () => {
    const visitor = visit(test);
    await visitor.open("/d/hib2b/manual");
    expect(visitor.words()).toMatch(/lunes a viernes,? (de )?9:00 a 18:00/u);
    expect(visitor.words()).toMatch(/25 de diciembre/u);
  });
});

describe("the manual (HB-7)", () => {
  it("holds its glossary, and every clause from HB-1 to HB-15 that the desk keeps", async () => {
    const visitor = visit(test);
    await visitor.open("/d/hib2b/manual");
    for (const term of [
      "Portal de proveedores",
      "Empresa dueña del portal",
      "Folio del ticket",
      "Primer contacto",
      "Hora hábil",
      "CFDI",
      "Orden de compra",
    ])
      expect(visitor.words()).toContain(term);
    expect(visitor.words()).toContain(
      "El número que lo identifica, como HD-165. No es el folio de una factura.",
    );
    for (const clause of [
      "HB-1",
      "HB-2",
      "HB-3",
      "HB-6",
      "HB-7",
      "HB-9",
      "HB-11",
      "HB-13",
      "HB-14",
      "HB-14a",
      "HB-15",
    ])
      expect(visitor.words()).toMatch(new RegExp(`${clause}(?![\\d\\w])`, "u"));
  });
});

describe("severities (HB-14, HB-14a)", () => {
  it("stand in the manual in growing gravity, in the table of times too", async () => {
    const visitor = visit(test);
    await visitor.open("/d/hib2b/manual");
    expect(visitor.words()).toContain(
      "Bajo 8 horas hábiles 32 horas hábiles Medio-Alto 4 horas hábiles 16 horas hábiles Crítico 1 hora hábil 6 horas hábiles",
    );
  });
});

describe("the tracker and its digest (HB-12)", () => {
  it("are promised in the manual: what is listed, and when what changed is told", async () => {
    expect((await testPolicy("hib2b")).tracker?.clause).toEqual(["HB-12"]);
    const visitor = visit(test);
    await visitor.open("/d/hib2b/manual");
    expect(visitor.words()).toMatch(/asunto, alta, usuario, categoría, folio.*HB-12/u);
    expect(visitor.words()).toMatch(/cada día hábil, al abrir la mesa, un resumen/u);
  });
});

describe("times count from reception through the platform (HB-4)", () => {
  it("by whatever channel it came, from the instant at which it was received and not from when somebody looked", async () => {
    const filer = await fileByForm(test, {
      address: "recibido@example.com",
      at: "2026-12-11 17:00",
    });
    await test.passTo(local("2026-12-14 09:00"));
    done(await reply(test.plazo, filer.place, { by: bruno, text: "Lo reviso" }));
    expect(await promise(test, filer, "primer-contacto")).toEqual({
      status: "met",
      limit: "2026-12-14 12:00",
      stopped: "2026-12-14 09:00",
    });
  });
});
