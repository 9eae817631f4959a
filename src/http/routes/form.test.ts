import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse, filledIn } from "../../../test/kit/browse.ts";
import type { Browser, Page } from "../../../test/kit/browse.ts";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { queryOne, statement } from "../../store/query.ts";
import { inDesk } from "../../store/transaction.ts";

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  desk = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
  browser = browse(desk);
});
afterAll(() => desk.close());

const right = {
  tipo: "contrasena",
  descripcion: "No puedo entrar al portal desde ayer.",
  quien: "EKU9003173C9",
  correo: "proveedor@example.com",
};
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);
const image = (name = "pantalla.png"): File => new File([png], name, { type: "image/png" });
const xml = (
  text = '<?xml version="1.0"?><cfdi:Comprobante xmlns:cfdi="http://www.sat.gob.mx/cfd/4" Version="4.0"/>',
): File => new File([text], "factura.xml", { type: "text/xml" });
const path = "/d/hib2b/ayuda";

async function ticketsFiled(): Promise<number> {
  return inDesk(desk.plazo.db, desk.desk, async (tx) => {
    const row = await queryOne<{ n: number }>(
      tx,
      statement("test.count", "select count(*)::integer as n from ticket"),
      [],
    );
    return row?.n ?? -1;
  });
}

async function send(
  answers: Readonly<Record<string, string>>,
  files: Parameters<typeof filledIn>[2] = [],
): Promise<Page> {
  return browser.post(path, filledIn(await browser.get(path), answers, files));
}

describe("the form", () => {
  it("asks for what HB-9 lists, never for a priority, and shows the promise of each type before sending", async () => {
    const page = await browser.get(`${path}?portal=compradora`);
    expect(page.status).toBe(200);
    for (const type of [
      "Solicitud de Creación de Usuario",
      "Olvidé mi Contraseña",
      "No sé Cargar la Factura",
      "Error al Cargar mi Factura",
      "Conectividad",
      "No lo sé",
    ]) {
      expect(page.words).toContain(type);
    }
    expect(page.words).not.toMatch(/prioridad/iu);
    expect(page.words).toContain(
      "Primer contacto: a más tardar el lunes 23 de noviembre, 12:00 (hora del centro)",
    );
    expect(page.words).toContain("provisional: la confirma un técnico");
    expect(page.value("liga")).toBe("https://compradora.hib2b.example.com");
  });

  it("is under 20 KB compressed with its style and script, and needs neither inline script nor a third party", async () => {
    const page = await browser.get(path);
    const parts = [...page.text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/gu)].map(
      ([, asset]) => asset ?? "",
    );
    expect(parts).toHaveLength(3);
    const sizes = await Promise.all(
      [path, ...parts].map(async (part) => {
        const got = await browser.app.request(part, {
          headers: { accept: "text/html", "accept-encoding": "br" },
        });
        return (await got.arrayBuffer()).byteLength;
      }),
    );
    expect(sizes.every((size) => size > 100)).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(20 * 1024);
    expect(sizes[0]).toBeLessThan(brotliCompressSync(page.text).length * 1.2);
    expect(page.text).not.toMatch(/<script(?![^>]*src=)|\son[a-z]+=|style="/u);
    expect(page.text).not.toMatch(/(?:src|href)="https?:/u);
  });

  it("files one ticket and answers with the promise card", async () => {
    const before = await ticketsFiled();
    const sent = await send(right);
    expect(sent.status).toBe(303);
    const card = await browser.follow(sent);
    expect(card.status).toBe(200);
    expect(card.words).toMatch(/folio del ticket HD-\d+/u);
    expect(card.words).toContain("Severidad: Bajo.");
    expect(card.words).toContain(
      "Nos pondremos en contacto con usted a más tardar el lunes 23 de noviembre, 12:00 (hora del centro)",
    );
    expect(card.words).toContain(
      "Resolución: de 8 a 32 horas hábiles, desde el primer contacto de una persona de la mesa.",
    );
    expect(card.words).toContain(
      "Un especialista se pondrá en contacto con usted para pedirle más información o darle el tiempo de solución.",
    );
    expect(card.words).toContain("55 5555 0100");
    expect(card.words).toContain("mientras esperamos su respuesta");
    expect(card.words).toContain("proveedor@example.com");
    expect(await ticketsFiled()).toBe(before + 1);
  });

  it("makes one ticket of a form that is sent twice, files and all, and gives both the same page", async () => {
    const page = await browser.get(path);
    const before = await ticketsFiled();
    const first = await browser.post(path, filledIn(page, right, [["adjuntos", image()]]));
    const second = await browser.post(path, filledIn(page, right, [["adjuntos", image()]]));
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.headers.get("location")?.split("?")[0]).toBe(
      first.headers.get("location")?.split("?")[0],
    );
    expect(await ticketsFiled()).toBe(before + 1);
  });

  it("makes one ticket of it where its files were kept through an error, which go with the first", async () => {
    const wrong = await send({ ...right, correo: "" }, [["adjuntos", image("guardada.png")]]);
    const before = await ticketsFiled();
    const both = [];
    for (let i = 0; i < 2; i += 1) both.push(await browser.post(path, filledIn(wrong, right)));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(new Set(both.map(({ headers }) => headers.get("location")?.split("?")[0])).size).toBe(1);
    expect(await ticketsFiled()).toBe(before + 1);
    const other = { ...right, descripcion: "Es otra cosa." };
    const told = await browser.post(path, filledIn(wrong, other));
    expect(told.status).toBe(422);
    expect(told.words).not.toContain("guardada.png");
  });

  it("takes the way back: a form sent before and written anew is said to be so, keeps all, and makes a ticket of its own once sent again", async () => {
    const page = await browser.get(path);
    const before = await ticketsFiled();
    const first = await browser.post(path, filledIn(page, right, [["adjuntos", image()]]));
    expect(first.status).toBe(303);
    const anew = { ...right, descripcion: "Ahora falla otra cosa." };
    const told = await browser.post(path, filledIn(page, anew, [["adjuntos", image("otra.png")]]));
    expect(told.status).toBe(422);
    expect(told.words).toContain(
      "La solicitud que envió antes desde esta página ya está registrada",
    );
    expect(told.words).toContain("otra.png");
    expect(told.words).not.toContain("pantalla.png");
    expect(told.value("_envio")).not.toBe(page.value("_envio"));
    const second = await browser.post(path, filledIn(told, anew));
    expect(second.status).toBe(303);
    expect(await ticketsFiled()).toBe(before + 2);
    const ticket = await browser.get(second.headers.get("location")?.split("?")[0] ?? "");
    expect(ticket.words).toContain("Ahora falla otra cosa.");
    expect(ticket.text.match(/otra\.png/gu)).toHaveLength(1);
  });

  it("is kept for the way back, so that its token is the one that was sent", async () => {
    const page = await browser.get(path);
    expect(page.headers.get("cache-control")).toBe("private, no-cache");
    // A POST to the very address of the page would make a browser forget it (RFC 9111 §4.4).
    expect(page.text).toContain(' action="/d/hib2b/ayuda?enviar"');
    const wrong = await send({ ...right, correo: "" });
    expect(wrong.headers.get("cache-control")).toBe("private, no-cache");
  });

  it("makes one ticket of a double click, both under way at once", async () => {
    const page = await browser.get(path);
    const before = await ticketsFiled();
    const click = (): Promise<Page> =>
      browser.post(path, filledIn(page, right, [["adjuntos", image()]]));
    const both = await Promise.all([click(), click(), click()]);
    expect(both.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set(both.map(({ headers }) => headers.get("location")?.split("?")[0])).size).toBe(1);
    expect(await ticketsFiled()).toBe(before + 1);
    const ticket = await browser.get(both[0]?.headers.get("location")?.split("?")[0] ?? "");
    expect(ticket.text.match(/pantalla\.png/gu)).toHaveLength(1);
  });

  it("speaks English to whoever chooses it, and keeps the choice", async () => {
    const page = await browser.get(`${path}?lang=en`, { "accept-language": "es" });
    expect(page.text).toContain('<html lang="en">');
    const wrong = await browser.post(path, filledIn(page, { ...right, correo: "no" }));
    expect(wrong.words).toContain("Something needs correcting before it can be sent");
    const sent = await browser.post(path, filledIn(page, right));
    expect((await browser.follow(sent)).words).toContain(
      "We will contact you at the latest on Monday 23 November, 12:00",
    );
  });
});

describe("what bad input gets", () => {
  it("empty fields: every one named on top with a link, everything else kept", async () => {
    const page = await send({
      tipo: "contrasena",
      descripcion: "  ",
      quien: "EKU9003173C9 <b>",
      correo: "",
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain('href="#f-descripcion"');
    expect(page.text).toContain('href="#f-correo"');
    expect(page.text).toMatch(/<input[^>]*id="f-correo"[^>]*aria-invalid="true"/u);
    expect(page.value("quien")).toBe("EKU9003173C9 <b>");
    expect(page.text).not.toContain("EKU9003173C9 <b>");
    expect(page.text).toMatch(/value="contrasena" checked/u);
  });

  it("over-long fields: said with their length, and not a character lost", async () => {
    const long = `${"ñ".repeat(30_000)}fin`;
    const page = await send({ ...right, descripcion: long });
    expect(page.status).toBe(422);
    expect(page.words).toContain("30003");
    expect(page.text).toContain(long);
  });

  it("a wrong or generic RFC only warns: the ticket is filed, and the card says what is doubtful", async () => {
    for (const [quien, warning] of [
      ["EKU9003173C8", "El dígito verificador del RFC EKU9003173C8 no coincide."],
      ["XAXX010101000", "XAXX010101000 es un RFC genérico"],
    ] as const) {
      const sent = await send({ ...right, quien });
      expect(sent.status).toBe(303);
      expect((await browser.follow(sent)).words).toContain(warning);
    }
    const sound = await browser.follow(await send({ ...right, quien: "EKU9003173C9" }));
    expect(sound.words).not.toContain("dígito verificador");
  });

  it("a wrong RFC is said before sending, beside its box, wherever the form comes back", async () => {
    const page = await send({ ...right, quien: "eku-9003173-c8", correo: "" });
    expect(page.status).toBe(422);
    expect(page.words).toContain(
      "El dígito verificador o la fecha del RFC EKU9003173C8 no cuadra.",
    );
    expect(page.text).toMatch(/id="f-quien"[^>]*aria-describedby="[^"]*f-quien-aviso/u);
    const sound = await send({ ...right, correo: "" });
    expect(sound.words).not.toContain("no cuadra");
  });

  it("files are kept through an error, can be taken out, and travel only once", async () => {
    const wrong = await send({ ...right, correo: "no-es-correo" }, [
      ["adjuntos", image("una.png")],
      ["adjuntos", image("otra.png")],
    ]);
    expect(wrong.status).toBe(422);
    expect(wrong.words).toContain("una.png");
    const [, removed = ""] =
      wrong.text.match(/otra\.png[\s\S]*?name="_quitar" value="([^"]+)"/u) ?? [];
    const again = filledIn(wrong, right);
    again.append("_quitar", removed);
    const sent = await browser.post(path, again);
    expect(sent.status).toBe(303);
    const ticket = await browser.get(sent.headers.get("location")?.split("?")[0] ?? "");
    expect(ticket.words).toContain("una.png");
    expect(ticket.words).not.toContain("otra.png");
  });

  it("what a type asks for is required with it alone", async () => {
    const page = await send({ ...right, tipo: "error-carga" });
    expect(page.status).toBe(422);
    for (const id of ["xml", "pdf", "orden-compra"]) expect(page.text).toContain(`href="#f-${id}"`);
    expect((await send({ ...right, "orden-compra": "" })).status).toBe(303);
  });

  it("files of a kind that is not taken, empty, or with a DOCTYPE are refused by name, and the others kept", async () => {
    const page = await send({ ...right, tipo: "error-carga" }, [
      ["xml", xml('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')],
      ["pdf", new File(["MZ not a pdf"], "factura.pdf")],
      ["adjuntos", new File([], "nada.png")],
      ["adjuntos", image("buena.png")],
    ]);
    expect(page.status).toBe(422);
    expect(page.words).toContain("factura.xml: El XML contiene una declaración DOCTYPE");
    expect(page.words).toContain("factura.pdf: Ese tipo de archivo no se acepta.");
    expect(page.words).toContain("nada.png: El archivo está vacío.");
    expect(page.words).toContain("buena.png");
  });

  it("what else is wrong is said with the files that were refused, each once and on a line of its own", async () => {
    const page = await send({ ...right, tipo: "error-carga", correo: "no-es-correo" }, [
      ["xml", xml('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')],
      ["adjuntos", new File([], "nada.png")],
      ["adjuntos", new File(["MZ\0\u0001"], "virus.exe")],
    ]);
    expect(page.status).toBe(422);
    const links = [...page.text.matchAll(/<li><a href="#f-([\w-]+)">/gu)].map(([, id]) => id);
    expect(links).toEqual(["xml", "pdf", "orden-compra", "correo", "adjuntos", "adjuntos"]);
    expect(page.text).toMatch(/nada\.png: [^<]+<br>virus\.exe: /u);
  });

  it("the clauses that ask for every field are said once, not behind each line", async () => {
    const page = await send({ ...right, quien: "", correo: "" });
    const [summary = ""] = page.text.match(/data-summary[\s\S]*?<\/div>/u) ?? [];
    expect(summary).toContain("Falta llenar «Correo de contacto».");
    expect(summary.match(/HB-9, HB-10/gu)).toHaveLength(1);
  });

  it("an XML is read at once: what is wrong with it stands beside it, and on the card once it is sent", async () => {
    const wrong = await send({ ...right, correo: "" }, [["adjuntos", xml()]]);
    expect(wrong.words).toContain("CFDI 4.0. Sin timbrar.");
    expect(wrong.words).toContain("No tiene timbre fiscal");
    const card = await browser.follow(await browser.post(path, filledIn(wrong, right)));
    expect(card.words).toContain("factura.xml CFDI 4.0. Sin timbrar.");
  });

  it("a file too large is refused by name, and what was written stays", async () => {
    const page = await send(right, [
      ["adjuntos", new File([png, new Uint8Array(10 * 1024 * 1024)], "enorme.png")],
    ]);
    expect(page.status).toBe(422);
    expect(page.words).toContain("enorme.png: El archivo pesa más de lo permitido");
    expect(page.text).toContain("No puedo entrar al portal desde ayer.");
  });

  it("too many files are refused", async () => {
    const page = await send(
      right,
      Array.from({ length: 11 }, (_, i) => ["adjuntos", image(`${i}.png`)] as const),
    );
    expect(page.status).toBe(422);
    expect(page.words).toContain("Son demasiados archivos");
  });

  it("a field that the form does not have is refused by name", async () => {
    const before = await ticketsFiled();
    const page = await send({ ...right, prioridad: "alta" });
    expect(page.status).toBe(422);
    expect(page.words).toContain("prioridad");
    expect(await ticketsFiled()).toBe(before);
  });

  it("the trap filled in sends the form back once, emptied, with everything kept", async () => {
    const page = await browser.get(path);
    const form = filledIn(page, right);
    form.set("_sitio_web", "http://spam.example");
    const back = await browser.post(path, form);
    expect(back.status).toBe(422);
    expect(back.value("correo")).toBe("proveedor@example.com");
    expect((await browser.post(path, filledIn(back, right))).status).toBe(303);
  });

  it("a form without its token, with another's origin, or of another type is refused, and nothing is filed", async () => {
    const before = await ticketsFiled();
    const page = await browser.get(path);
    const form = filledIn(page, right);
    expect((await browser.post(path, form, { origin: "https://evil.example" })).status).toBe(403);
    expect((await browser.post(path, form, { origin: "null" })).status).toBe(403);
    expect((await browser.post(path, form, { "content-type": "text/plain" })).status).toBe(415);
    expect((await browser.post(path, form, { "content-type": "application/json" })).status).toBe(
      415,
    );
    form.delete("_envio");
    expect((await browser.post(path, form)).status).toBe(400);
    expect(await ticketsFiled()).toBe(before);
  });

  it("a desk or a form that is not there is a page that says so", async () => {
    for (const nowhere of ["/d/otra/ayuda", "/d/hib2b/ayuda/otro", "/d/..%2Fx/", "/d/hib2b/nada"]) {
      const page = await browser.get(nowhere);
      expect([nowhere, page.status]).toEqual([nowhere, 404]);
      expect(page.words).toContain("No existe esta página");
      const home = nowhere === "/d/hib2b/nada" ? "/d/hib2b/" : "/";
      expect(page.text).toContain(`<a class="button" href="${home}">`);
    }
  });
});

describe("a field that is far too long", () => {
  it("is named by its label, in the page and to a program", async () => {
    const form = new FormData();
    form.append("descripcion", "a".repeat(3 * 1024 * 1024));
    const page = await browser.post("/d/hib2b/ayuda?lang=es", form);
    expect([page.status, page.words]).toEqual([
      413,
      expect.stringContaining("Descripción del incidente"),
    ]);
  });
});
