import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal } from "../../src/core/refusal.ts";
import { DAY, HOUR } from "../../src/core/time/instant.ts";
import { announce } from "../../src/desk/announcements/announce.ts";
import { setContact } from "../../src/desk/register/contacts.ts";
import { assign } from "../../src/desk/tickets/assign.ts";
import { logTime, proposeCharge } from "../../src/desk/tickets/charge.ts";
import { close } from "../../src/desk/tickets/close.ts";
import { ticketForStaff } from "../../src/desk/tickets/for-staff.ts";
import type { StaffView } from "../../src/desk/tickets/for-staff.ts";
import { queue } from "../../src/desk/tickets/queue.ts";
import { confirmUrgency, refuseUrgency } from "../../src/desk/tickets/urgency.ts";
import { visit } from "../kit/browser.ts";
import type { Visitor } from "../kit/browser.ts";
import { bruno, openTestDesk } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import type { Fillable } from "../kit/forms.ts";

// The support desk of an ERP for clubs, through its pages: who is there, what is urgent, when one may telephone, what is charged.
let test: TestDesk;
beforeAll(async () => {
  // Friday at ten in the morning, in Caracas.
  test = await openTestDesk("erp-clubes", "2026-11-20T14:00:00Z");
});
afterAll(() => test.close());

const siteAsset = (name: string): Buffer =>
  readFileSync(new URL(`../../src/site/assets/${name}`, import.meta.url));

const NUMBER = "0212 555 0130";
const SEND = "Enviar la solicitud";
const png = () =>
  new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1)], "pantalla.png", {
    type: "image/png",
  });

let cases = 0;
const different = [
  "No abre el cierre de caja",
  "Falta la columna de saldo",
  "Sale en blanco la hoja de ruta",
  "Tarda una hora en imprimir",
  "Duplica las filas del listado",
  "Calcula mal los intereses de mora",
];

function filled(visitor: Visitor, subject?: string): Fillable {
  const what = different[cases++ % different.length] ?? "";
  return visitor
    .form(SEND)
    .choose("Procesos y reportes")
    .fill("El caso en pocas palabras", what)
    .fill("Asunto", subject ?? `PROCESOS, ${what}`)
    .fill("Qué hizo y qué pasó", `${what}: lo intenté tres veces.`)
    .fill("Usuario del ERP, RIF o nombre del club", "Club de Prueba")
    .fill("Correo de contacto", `socio${cases}@example.com`)
    .fill("Teléfono de contacto", "0212 555 0177")
    .choose("Sí");
}

interface Case {
  readonly visitor: Visitor;
  readonly place: { readonly desk: string; readonly folio: string };
}

async function file(more: (form: Fillable) => void = () => {}): Promise<Case> {
  const visitor = visit(test);
  await visitor.open("/d/erp-clubes/ayuda");
  const form = filled(visitor);
  form.fill("Ruta completa del menú", "Caja > Cierre").attach("Pantalla o reporte", png());
  more(form);
  await form.submit();
  expect(visitor.words()).toContain("Su solicitud está registrada");
  const folio = /RD-\d+/u.exec(visitor.words())?.[0] ?? "";
  await visitor.click("Ver el caso");
  return { visitor, place: { desk: test.desk, folio } };
}

async function seen({ place }: Case): Promise<StaffView> {
  const view = await ticketForStaff(test.plazo, place);
  if (isRefusal(view)) throw new Error(view.refused);
  return view;
}

async function again({ visitor }: Case): Promise<string> {
  await visitor.open(visitor.path().split("?", 1)[0] ?? "");
  return visitor.words();
}

describe("the form of a case (RD-4, RD-5, RD-10)", () => {
  it("sends a vague subject back once with a better one, and keeps answers, choices and files", async () => {
    const visitor = visit(test);
    await visitor.open("/d/erp-clubes/ayuda");
    await filled(visitor, "Urgente")
      .fill("Ruta completa del menú", "Caja > Cierre")
      .attach("Pantalla o reporte", png())
      .choose("La facturación a socios está parada RD-15")
      .choose("Estoy disponible ahora")
      .submit();
    expect(visitor.status()).toBe(422);
    expect(visitor.words()).toContain("«PROCESOS Y REPORTES, ");
    const form = visitor.form(SEND);
    expect(form.chosen("La facturación a socios está parada RD-15")).toBe(true);
    expect(form.chosen("Estoy disponible ahora")).toBe(true);
    await form.submit();
    expect(visitor.words()).toContain("Su solicitud está registrada");
  });

  it("keeps the case of who was not trained, and offers the course first", async () => {
    const untrained = await file((form) => form.choose("No"));
    expect(untrained.visitor.words()).toContain("atiende a personas capacitadas");
    expect(untrained.visitor.words()).toContain("Solicitar el curso");
    const words = await again(untrained);
    expect(words).toContain("atiende a personas capacitadas");
    await untrained.visitor.click("Solicitar el curso");
    expect(untrained.visitor.words()).toContain("Solicitar un curso");
    await test.work();
    const mail = test.mails().find(({ subject }) => subject.includes(untrained.place.folio));
    expect(mail?.text).toContain("Solicite primero el curso");
    const { address } = (await seen(untrained)).ticket.requester;
    if (address === null) throw new Error("they gave their address");
    const person = { name: "Club de Prueba", organisation: null, role: null, address };
    await setContact(test.plazo, test.desk, { ...person, trained: false });
    expect((await seen(untrained)).ticket.held).toBe("untrained");
    await setContact(test.plazo, test.desk, { ...person, trained: true });
    expect((await seen(untrained)).ticket.held).toBeNull();
  });
});

describe("the two readings of twenty-four hours (RD-11, RD-13)", () => {
  it("mails the promise in hours of service, and never the hour at which the telephone opens as one", async () => {
    const one = await file();
    await test.work();
    const mail = test.mails().find(({ subject }) => subject.includes(one.place.folio));
    expect(mail?.text).toContain("a más tardar el miércoles 25 de noviembre, 10:00");
    expect(mail?.text).toContain("Atención, a más tardar");
    expect(mail?.text).not.toContain("21 de noviembre");
  });
});

describe("who is there (RD-2, RD-12)", () => {
  it("is told on the page, seen in the queue, and on leaving the agent is freed", async () => {
    const one = await file((form) => form.choose("Estoy disponible ahora"));
    await assign(test.plazo, one.place, { by: bruno, to: { id: bruno.id, name: bruno.name } });
    const rowOf = async () => {
      const { rows } = await queue(test.plazo, test.desk, { filter: {} });
      return rows.find(({ folio }) => folio === one.place.folio);
    };
    expect(await rowOf()).toMatchObject({ present: true, assignee: { id: bruno.id } });
    await one.visitor.form("Me retiro").submit();
    expect(one.visitor.words()).toContain("Usted dijo que se retira");
    expect(await rowOf()).toMatchObject({ present: false, assignee: null });
    await one.visitor.form("Estoy disponible ahora").submit();
    expect(await rowOf()).toMatchObject({ present: true });
  });
});

describe("the telephone (RD-3, RD-13, RD-15)", () => {
  it("is on no page before it opens, not even the manual's, and the page says why with its clause", async () => {
    const one = await file();
    expect(one.visitor.html()).not.toContain(NUMBER);
    expect(one.visitor.words()).toContain("¿Por qué no puedo llamar?");
    expect(one.visitor.words()).toContain("RD-3, RD-13, RD-15");
    expect(one.visitor.words()).toContain(
      "Cerrado ahora. Se abre el sábado 21 de noviembre, 10:00 (hora de Venezuela) si nadie responde antes RD-13. Se atiende desde el lunes 23 de noviembre, 09:00 (hora de Venezuela).",
    );
    expect(one.visitor.words()).toContain("cuenta 24 h de tiempo corrido (RD-11, RD-13)");
    expect(one.visitor.words()).toContain(
      "Se interpreta así: abierto por las 24 horas sigue abierto",
    );
    for (const path of ["", "manual", "ayuda"]) {
      const other = visit(test);
      await other.open(`/d/erp-clubes/${path}`);
      expect(other.html()).not.toContain(NUMBER);
      if (path === "ayuda") continue;
      expect(other.words()).toContain("Cerrado ahora. Se abre cuando venció el plazo de «Espera");
      expect(other.words()).toContain("RD-3, RD-13, RD-15");
    }
  });

  it("appears on the claim of a ground, stays when it is confirmed and goes when it is refused", async () => {
    const one = await file();
    const claim = one.visitor
      .form("Declarar urgente")
      .choose("Toda la plataforma está parada RD-15");
    await claim.submit();
    expect(one.visitor.html()).toContain(NUMBER);
    expect((await seen(one)).row).toMatchObject({ urgency: "claimed", severity: "normal" });
    await refuseUrgency(test.plazo, one.place, { by: bruno, reason: "La plataforma responde" });
    expect(await again(one)).toContain("La urgencia no procede: La plataforma responde.");
    expect(one.visitor.html()).not.toContain(NUMBER);
    await one.visitor
      .form("Declarar urgente")
      .choose("La facturación a socios está parada RD-15")
      .submit();
    await confirmUrgency(test.plazo, one.place, { by: bruno });
    expect(await again(one)).toContain("La mesa confirmó la urgencia");
    expect(one.visitor.html()).toContain(NUMBER);
    expect((await seen(one)).row).toMatchObject({ urgency: "confirmed", severity: "urgente" });
  });

  it("appears after twenty-four hours without an answer, by itself", async () => {
    const one = await file();
    await test.passTo(DAY - 1);
    expect(await again(one)).toContain("¿Por qué no puedo llamar?");
    await test.passTo(1);
    expect(await again(one)).not.toContain("¿Por qué no puedo llamar?");
    expect(one.visitor.html()).toContain(NUMBER);
    expect((await seen(one)).row.breached).toBe(false);
  });
});

describe("help that is charged (RD-1, FI-14)", () => {
  it("says its price outside hours, is quoted, accepted or not on the page, and accounted for", async () => {
    const outside = visit(test);
    await outside.open("/d/erp-clubes/ayuda");
    expect(outside.words()).toContain("40.00 USD por hora");
    const one = await file();
    await proposeCharge(test.plazo, one.place, { by: bruno, minutes: 600 });
    await test.work();
    const mail = test.mails().findLast(({ subject }) => subject.includes(one.place.folio));
    expect(mail?.text).toContain("hasta 10 horas, por 400.00 USD como máximo");
    await again(one);
    await one.visitor
      .form("No acepto el cargo")
      .fill("Si no lo acepta, por qué", "Es mucho")
      .submit();
    expect(one.visitor.words()).toContain("El cliente no aceptó el cargo: Es mucho.");
    await proposeCharge(test.plazo, one.place, { by: bruno, minutes: 90 });
    await again(one);
    await one.visitor.form("Acepto el cargo de 60.00 USD").submit();
    const work = "Se regeneró el reporte";
    await logTime(test.plazo, one.place, { by: bruno, minutes: 20, work });
    const refused = await logTime(test.plazo, one.place, { by: bruno, minutes: 71, work });
    expect(refused).toMatchObject({ refused: "beyond-quote", clause: ["RD-1"] });
    const words = await again(one);
    expect(words).toContain("Estado de cuenta");
    expect(words).toContain("13.33 USD");
    expect(words).toContain(work);
    await one.visitor.open(`${one.visitor.path()}?lang=en`);
    expect(one.visitor.words()).toContain("Statement");
  });

  it("can be accepted only where something is proposed, and says so", async () => {
    const one = await file();
    const two = visit(test);
    await proposeCharge(test.plazo, one.place, { by: bruno, minutes: 30 });
    await again(one);
    await two.open(one.visitor.path());
    await two.form("No acepto el cargo").submit();
    await one.visitor.form("Acepto el cargo de 20.00 USD").submit();
    expect(one.visitor.status()).toBe(422);
    expect(one.visitor.words()).toContain("No hay un cargo por aceptar en este ticket.");
  });
});

describe("announced processes (RD-15c)", () => {
  const wall = (at: number): string => new Date(at - 4 * HOUR).toISOString().slice(0, 16);

  it("are announced by a client ahead, refused when late with what was written, and cancelled by link", async () => {
    const now = test.time.read();
    const visitor = visit(test);
    await visitor.open("/d/erp-clubes/procesos");
    const form = () => visitor.form("Anunciar");
    const write = (starts: number) =>
      form()
        .choose("Elecciones de junta directiva")
        .fill("Empieza", wall(starts))
        .fill("Termina", wall(now + 2 * DAY))
        .fill("Su nombre", "Club de Prueba")
        .fill("Correo de contacto de sus casos", "socio@example.com");
    await write(now - HOUR).submit();
    expect(visitor.status()).toBe(422);
    expect(visitor.words()).toContain("se anuncian antes de que empiecen");
    expect(form().value("Su nombre")).toBe("Club de Prueba");
    await write(now + HOUR).submit();
    expect(visitor.words()).toContain("El proceso quedó anunciado");
    expect(visitor.words()).toContain("Elecciones de junta directiva");
    const link = visitor.path();
    await visitor.form("Cancelar el anuncio").submit();
    expect(visitor.words()).toContain("Este anuncio fue cancelado");
    await visitor.open(`${link.slice(0, -4)}AAAA`);
    expect(visitor.status()).toBe(404);
  });

  it("of the desk stand on the page for all, and open their ground on the form and the ticket's page", async () => {
    const early = await file();
    const label = "Estamos en un proceso especial anunciado RD-15, RD-15c";
    const refusing = visit(test);
    await refusing.open("/d/erp-clubes/ayuda");
    await filled(refusing)
      .fill("Ruta completa del menú", "Caja > Cierre")
      .attach("Pantalla o reporte", png())
      .choose(label)
      .submit();
    expect(refusing.status()).toBe(422);
    expect(refusing.words()).toContain("solo vale durante un proceso especial anunciado");
    const now = test.time.read();
    await announce(test.plazo, test.desk, {
      process: "proceso-especial",
      type: "carnetizacion",
      starts: now + HOUR,
      ends: now + 2 * DAY,
      by: { kind: "agent", name: bruno.name },
      address: null,
    });
    await test.passTo(HOUR);
    const list = visit(test);
    await list.open("/d/erp-clubes/procesos");
    expect(list.words()).toContain("Carnetización en curso");
    await again(early);
    await early.visitor.form("Declarar urgente").choose(label).submit();
    expect(early.visitor.html()).toContain(NUMBER);
  });

  it("have no page at a desk whose manual has none", async () => {
    const other = await openTestDesk("hib2b");
    const visitor = visit(other);
    await visitor.open("/d/hib2b/procesos");
    expect(visitor.status()).toBe(404);
    await other.close();
  });
});

describe("what was closed (RD-14)", () => {
  it("leads to the form of a new case, which must cite the old one and copies nothing", async () => {
    const one = await file();
    await close(test.plazo, one.place, { by: bruno, reason: "by-agent" });
    await again(one);
    await one.visitor.click("Abrir un caso nuevo que cite a este");
    const { visitor } = one;
    expect(visitor.words()).toContain("Un caso cerrado no quedó resuelto");
    const cited = "Número del caso anterior";
    expect(visitor.form(SEND).value(cited)).toBe(one.place.folio);
    expect(visitor.form(SEND).value("El caso completo")).toBe("");
    const write = (folio: string) =>
      visitor
        .form(SEND)
        .fill(cited, folio)
        .choose("Bancos")
        .fill("Asunto", "Bancos, la factura sigue repetida")
        .fill("El caso completo", "La factura 1020 sigue dos veces en el estado de cuenta.")
        .fill("Usuario del ERP, RIF o nombre del club", "Club de Prueba")
        .fill("Correo de contacto", "otro@example.com");
    await write("").attach("Pantallas, reportes y comprobantes", png()).submit();
    expect(visitor.status()).toBe(422);
    expect(visitor.words()).toContain("Escriba el número del caso anterior");
    await write(one.place.folio).submit();
    expect(visitor.words()).toContain("Su solicitud está registrada");
    const folio = /RD-\d+/u.exec(visitor.words())?.[0] ?? "";
    const view = await seen({ visitor, place: { desk: test.desk, folio } });
    expect(view.ticket.links).toContainEqual({ to: one.place.folio, as: "cites" });
  });
});

describe("why a form asks for what it asks", () => {
  it("is said of each field with its clause, and of what an answer asks for", async () => {
    const visitor = visit(test);
    await visitor.open("/d/erp-clubes/ayuda");
    const words = visitor.words();
    expect(words).toContain("¿Por qué se pide esto?");
    expect(words).toContain("Asunto: para reconocer el caso entre los demás. RD-4");
    expect(words).toContain("Teléfono de contacto: por si hace falta llamarle. RD-3");
    expect(words).toContain(
      "Archivo generado: para ver lo mismo que usted; se pide si en «Módulo» elige «Archivos para el SENIAT». RD-1, RD-3, RD-5, RD-7",
    );
    expect(words).toContain("la mesa atiende a personas capacitadas. RD-10");
    expect(words).toContain("Se interpreta así: el manual no dice qué documento exige cada módulo");
  });

  it("is said of what is missing too, and the page stays light", async () => {
    const visitor = visit(test);
    await visitor.open("/d/erp-clubes/ayuda");
    const whole =
      gzipSync(visitor.html()).length +
      gzipSync(siteAsset("site.css")).length +
      gzipSync(siteAsset("site.js")).length;
    expect(whole).toBeLessThan(20_000);
    await visitor.form(SEND).choose("Archivos para el SENIAT").submit();
    expect(visitor.words()).toContain("Falta llenar «Asunto» (RD-4).");
    // Each line leads to a box of the page, also where several answers ask for the same field.
    const leads = [...visitor.html().matchAll(/<li><a href="#([^"]+)">/gu)].map(([, id]) => id);
    expect(leads.length).toBeGreaterThan(2);
    for (const id of leads) expect(visitor.html()).toContain(` id="${id}"`);
    expect(visitor.words()).toContain("Falta adjuntar «Archivo generado».");
    expect(visitor.words()).toContain("Según el manual: RD-1, RD-3, RD-5, RD-7.");
  });
});
