import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setContact } from "../../src/desk/register/contacts.ts";
import { assign } from "../../src/desk/tickets/assign.ts";
import { visit } from "../kit/browser.ts";
import { bruno, openTestDesk } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import { find, wordsOf } from "../kit/html.ts";
import { done, fileByForm, filerOf, local, mailed, promise, seenByStaff } from "../kit/stories.ts";
import { wholeDesk } from "../kit/whole-desk.ts";

// A supplier asks for help with the portal of the company that buys from them, on a Friday at five.
let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
});
afterAll(() => test.close());

const xml = new File(
  [
    '<?xml version="1.0"?><cfdi:Comprobante xmlns:cfdi="http://www.sat.gob.mx/cfd/4" Version="4.0"/>',
  ],
  "factura.xml",
);
const pdf = new File(["%PDF-1.7\n1 0 obj\n"], "factura.pdf");
const png = new File(
  [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2)],
  "pantalla.png",
);

describe("who comes from a portal's login page (HB-8)", () => {
  it("finds the form under the portal's own address, which the ticket then knows", async () => {
    const visitor = visit(test);
    await visitor.open("/d/hib2b/ayuda?portal=compradora");
    const form = visitor.form("Enviar la solicitud");
    expect(form.value("Liga del portal")).toBe("https://compradora.hib2b.example.com");
    const filer = await fileByForm(test, { address: "portal@example.com" });
    expect((await seenByStaff(test, filer)).ticket.portal).toBe(
      "https://compradora.hib2b.example.com",
    );
  });
});

describe("what the form asks (HB-9, HB-14a)", () => {
  it("is exactly the six types, and every box of the manual, and no question of priority", async () => {
    const visitor = visit(test);
    await visitor.open("/d/hib2b/ayuda");
    const radios = find(visitor.page(), ({ attributes }) => attributes.get("type") === "radio");
    const labels = find(visitor.page(), ({ tag }) => tag === "label");
    const types = radios.map((radio) => {
      const label = labels.find(
        ({ attributes }) => attributes.get("for") === radio.attributes.get("id"),
      );
      return label === undefined ? "" : wordsOf(label);
    });
    expect(types).toEqual([
      "Solicitud de Creación de Usuario",
      "Olvidé mi Contraseña",
      "No sé Cargar la Factura",
      "Error al Cargar mi Factura",
      "Conectividad",
      "No lo sé",
    ]);
    const form = visitor.form("Enviar la solicitud");
    for (const box of [
      "Descripción del incidente",
      "Usuario, RFC o razón social",
      "Correo de contacto",
      "Liga del portal",
    ])
      expect(form.value(box)).toBe("");
  });

  it.each([
    ["Solicitud de Creación de Usuario", "bajo", false],
    ["Olvidé mi Contraseña", "bajo", false],
    ["No sé Cargar la Factura", "bajo", false],
    ["Conectividad", "bajo", true],
    ["No lo sé", "bajo", true],
  ])("gives %s the severity %s, provisional: %s", async (type, severity, provisional) => {
    const filer = await fileByForm(test, { address: "tipos@example.com", type });
    const { row } = await seenByStaff(test, filer);
    expect(row).toMatchObject({ severity, provisional });
    expect(filer.visitor.words()).toContain("Severidad: Bajo");
    expect(filer.visitor.words().includes("Es provisional")).toBe(provisional);
  });

  it("asks an upload error for XML, PDF and order, says so all at once, and keeps what was written and attached", async () => {
    const visitor = visit(test);
    const before = await wholeDesk(test);
    await visitor.open("/d/hib2b/ayuda?portal=compradora");
    await visitor
      .form("Enviar la solicitud")
      .choose("Error al Cargar mi Factura")
      .fill("Descripción del incidente", "Al cargar dice:\n  «XML inválido» <línea 2> & nada más")
      .fill("Usuario, RFC o razón social", "EKU9003173C9")
      .fill("Correo de contacto", "no-es-un-correo")
      .attach("XML de la factura", xml)
      .attach("Imágenes o documentos", png)
      .submit();
    expect(visitor.status()).toBe(422);
    expect(visitor.words()).toContain("Falta corregir algo antes de enviar");
    expect((await wholeDesk(test))["ticket"]).toBe(before["ticket"]);
    const links = find(
      visitor.page(),
      ({ tag, attributes }) => tag === "a" && attributes.get("href")?.startsWith("#f-") === true,
    );
    expect(links.map(({ attributes }) => attributes.get("href"))).toEqual([
      "#f-pdf",
      "#f-orden-compra",
      "#f-correo",
    ]);

    const again = visitor.form("Enviar la solicitud");
    expect(again.chosen("Error al Cargar mi Factura")).toBe(true);
    expect(again.value("Descripción del incidente")).toBe(
      "Al cargar dice:\n  «XML inválido» <línea 2> & nada más",
    );
    expect(visitor.words()).toContain("factura.xml");
    expect(visitor.words()).toContain("pantalla.png");
    await again
      .fill("Correo de contacto", "carga@example.com")
      .fill("Número de orden de compra", "OC-2291")
      .attach("PDF de la factura", pdf)
      .submit();
    const filer = filerOf(test, visitor, "carga@example.com");
    const view = await seenByStaff(test, filer);
    expect(view.row).toMatchObject({ severity: "medio-alto", provisional: false });
    expect(view.ticket.fields).toMatchObject({ "orden-compra": "OC-2291" });
    expect(view.files.map(({ name }) => name).toSorted()).toEqual([
      "factura.pdf",
      "factura.xml",
      "pantalla.png",
    ]);
    expect(view.messages[0]?.text.replaceAll("\r", "")).toBe(
      "Al cargar dice:\n  «XML inválido» <línea 2> & nada más",
    );
  });

  it("takes a file out again that was attached by mistake", async () => {
    const visitor = visit(test);
    await visitor.open("/d/hib2b/ayuda");
    await visitor
      .form("Enviar la solicitud")
      .choose("No lo sé")
      .attach("Imágenes o documentos", png)
      .submit();
    const form = visitor.form("Enviar la solicitud");
    await form
      .choose("Quitar pantalla.png")
      .fill("Descripción del incidente", "Sin archivo esta vez.")
      .fill("Usuario, RFC o razón social", "usuario.de.prueba")
      .fill("Correo de contacto", "quita@example.com")
      .submit();
    expect((await seenByStaff(test, filerOf(test, visitor, "quita@example.com"))).files).toEqual(
      [],
    );
  });

  it("takes user, RFC or legal name in one box, and warns of a wrong check digit without stopping anybody", async () => {
    const wrong = await fileByForm(test, {
      address: "digito@example.com",
      more: (form) => form.fill("Usuario, RFC o razón social", "EKU9003173C8"),
    });
    expect((await seenByStaff(test, wrong)).ticket.flags).toContain("identity-check-digit");
    const named = await fileByForm(test, {
      address: "razon@example.com",
      more: (form) =>
        form.fill("Usuario, RFC o razón social", "Proveedora de Prueba, S.A. de C.V."),
    });
    expect((await seenByStaff(test, named)).ticket.requester.identity).toBe(
      "Proveedora de Prueba, S.A. de C.V.",
    );
    expect((await seenByStaff(test, named)).ticket.flags).not.toContain("identity-check-digit");
  });
});

describe("after sending (HB-10)", () => {
  it("says that a specialist will make contact, with folio, severity, promise, what pauses it and from when to call (HB-6)", async () => {
    const { visitor, folio } = await fileByForm(test, { address: "tarjeta@example.com" });
    for (const text of [
      `folio del ticket ${folio}`,
      "Un especialista se pondrá en contacto con usted para pedirle más información o darle el tiempo de solución.",
      "Severidad: Bajo.",
      "a más tardar el lunes 23 de noviembre, 12:00 (hora del centro)",
      "mientras esperamos su respuesta",
      "55 5555 0100. Tenga a la mano el folio del ticket.",
    ])
      expect(visitor.words()).toContain(text);
  });

  it("makes one ticket of a form sent twice", async () => {
    const visitor = visit(test);
    await visitor.open("/d/hib2b/ayuda");
    const form = visitor.form("Enviar la solicitud");
    form
      .choose("No lo sé")
      .fill("Descripción del incidente", "Doble clic")
      .fill("Usuario, RFC o razón social", "EKU9003173C9")
      .fill("Correo de contacto", "doble@example.com");
    await form.submit();
    const first = filerOf(test, visitor, "doble@example.com");
    await form.submit();
    expect(filerOf(test, visitor, "doble@example.com").folio).toBe(first.folio);
    await test.work();
    expect(mailed(test, first)).toHaveLength(1);
  });
});

describe("the mails of HB-11", () => {
  it("acknowledge at once with HD-n and no word of the sender's, at an address that nobody has verified", async () => {
    const secret = "PALABRA-DEL-REMITENTE";
    const filer = await fileByForm(test, {
      address: "acuse@example.com",
      text: `${secret} visite https://malo.example`,
      more: (form) => form.fill("Usuario, RFC o razón social", `${secret} S.A.`),
    });
    await test.work();
    const [mail, ...more] = test.mails("acuse@example.com");
    expect(more).toEqual([]);
    expect(filer.folio).toMatch(/^HD-\d+$/u);
    expect(mail?.subject).toContain(filer.folio);
    expect(mail?.automatic).toBe(true);
    for (const part of [mail?.subject, mail?.text, mail?.html]) {
      expect(part).not.toContain(secret);
      expect(part).not.toContain("malo.example");
    }
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain("lunes 23 de noviembre, 12:00 (hora del centro)");
      expect(part).toContain("Bajo");
      expect(part).toContain(filer.page);
    }
  });

  it("greet by name where a registered contact owns the address, and only there", async () => {
    await setContact(test.plazo, test.desk, {
      address: "registrada@example.com",
      name: "Proveedora Registrada",
      organisation: null,
      role: null,
      trained: null,
    });
    await fileByForm(test, { address: "Registrada@example.com" });
    await test.work();
    const [mail] = test.mails("Registrada@example.com");
    expect(mail?.text).toContain("Proveedora Registrada");
  });

  it("tell later that a technician was assigned", async () => {
    const filer = await fileByForm(test, { address: "asignado@example.com" });
    await test.work();
    await test.passTo(local("2026-11-20 17:30"));
    done(
      await assign(test.plazo, filer.place, { by: bruno, to: { id: bruno.id, name: bruno.name } }),
    );
    await test.work();
    expect(mailed(test, filer)).toEqual([
      expect.stringContaining(filer.folio),
      `${filer.folio}: un técnico atiende su ticket`,
    ]);
    expect(test.mails(filer.address).at(-1)?.text).toContain(
      `Su ticket ${filer.folio} fue asignado a un técnico, Bruno`,
    );
    expect(await promise(test, filer, "primer-contacto")).toMatchObject({ status: "running" });
  });
});
