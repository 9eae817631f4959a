import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse, filledIn } from "../../../test/kit/browse.ts";
import type { Browser, Page } from "../../../test/kit/browse.ts";
import { openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { newsOf } from "../../../test/kit/mail.ts";
import { isRefusal } from "../../core/refusal.ts";
import { setContact } from "../../desk/register/contacts.ts";
import { presentTicket } from "../api/present.ts";
import { close } from "../../desk/tickets/close.ts";
import { solve } from "../../desk/tickets/solve.ts";
import { ticketForStaff } from "../../desk/tickets/for-staff.ts";
import type { StaffView } from "../../desk/tickets/for-staff.ts";

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  desk = await openTestDesk("factura-inteligente", "2026-11-23T16:00:00Z");
  browser = browse(desk);
  const more = { organisation: "ESCUELA KEMPER URGATE", trained: null };
  const people = [
    ["legal@example.com", "representante-legal"],
    ["compras@example.com", null],
  ] as const;
  for (const [address, role] of people)
    await setContact(desk.plazo, desk.desk, { ...more, address, name: "Persona", role });
});
afterAll(() => desk.close());

const help = "/d/factura-inteligente/ayuda";
const pdf = new File([new TextEncoder().encode("%PDF-1.7\n%%EOF\n")], "solicitud.pdf");

async function file(path: string, answers: Record<string, string>): Promise<Page> {
  return browser.post(path, filledIn(await browser.get(path), answers));
}

const support = (more: Record<string, string> = {}): Record<string, string> => ({
  necesita: "duda",
  asunto: "No encuentro mis facturas de octubre",
  descripcion: "Busco las facturas de octubre y la lista sale vacía.",
  correo: "compras@example.com",
  ...more,
});

async function ticketOf(page: Page): Promise<StaffView> {
  const folio = /FI-\d+/u.exec((await browser.follow(page)).words)?.[0] ?? "";
  return whole(folio);
}

async function whole(folio: string): Promise<StaffView> {
  const view = await ticketForStaff(desk.plazo, { desk: desk.desk, folio });
  if (isRefusal(view)) throw new Error(`${folio}: ${view.refused}`);
  return view;
}

/** The page of the ticket, where the filing led to. */
const pathOf = (page: Page): string => (page.headers.get("location") ?? "").split("?")[0] ?? "";

/** The newest code that was mailed to an address. */
const codeOf = (address: string): string =>
  desk
    .mails(address)
    .flatMap(({ text }) => /^\s*(\d{6})\s*$/mu.exec(text)?.[1] ?? [])
    .at(-1) ?? "";

describe("who is heard, on the form (FI-2)", () => {
  it("promises a time to a registered address", async () => {
    const filed = await file(help, support());
    expect(filed.status).toBe(303);
    expect((await ticketOf(filed)).ticket).toMatchObject({ held: null });
  });

  it("keeps what an unknown address asks, with its number, and says what is missing", async () => {
    const filed = await file(help, support({ correo: "otra@example.com" }));
    const card = await browser.follow(filed);
    expect(card.words).toMatch(/FI-\d+/u);
    expect(card.words).toContain("no está en nuestro registro de clientes");
    expect((await ticketOf(filed)).ticket).toMatchObject({ held: "unverified" });
    await desk.work();
    expect(desk.mails("otra@example.com").at(-1)?.text).toContain("no está en nuestro registro");
  });

  it("admits it once the address is registered, and tells its number as any other", async () => {
    const filed = await file(help, support({ correo: "nueva@example.com" }));
    const written = await setContact(desk.plazo, desk.desk, {
      address: "NUEVA@example.com",
      name: "Nueva",
      organisation: null,
      role: null,
      trained: null,
    });
    const { ticket } = await ticketOf(filed);
    expect(written.admitted).toEqual([ticket.folio]);
    expect(ticket.held).toBeNull();
    await desk.work();
    const told = desk.mails("nueva@example.com").at(-1);
    expect(told === undefined ? "" : newsOf(told)).toContain("número de seguimiento");
  });

  it("hears anybody about buying the service (FI-1)", async () => {
    const filed = await file(`${help}/compra`, {
      descripcion: "¿Cuánto cuesta?",
      correo: "quien@example.com",
    });
    expect((await ticketOf(filed)).ticket.held).toBeNull();
  });
});

describe("who wrote a registered address and has not shown that it is theirs (FI-2)", () => {
  it("reads what they wrote and where it stands; what the desk answers only by the mailed link", async () => {
    const filed = await file(help, support({ asunto: "¿Cuándo vence mi contrato?" }));
    const { ticket } = await ticketOf(filed);
    const place = { desk: desk.desk, folio: ticket.folio };
    await solve(desk.plazo, place, {
      by: ximena,
      cause: "Preguntó por su contrato",
      remedy: "Vence en marzo",
      text: "Su contrato vence en marzo.",
    });
    await desk.work();
    const page = await browser.get(pathOf(filed));
    expect(page.words).toContain("Busco las facturas de octubre");
    expect(page.words).toContain("En Espera");
    expect(page.words).toContain("con la liga que enviamos a su dirección registrada");
    expect(page.words).not.toContain("vence en marzo");
    expect(page.words).not.toContain("Preguntó por su contrato");
    const answer = { resuelto: "si" };
    const no = await browser.post(`${pathOf(filed)}?accion=confirmar`, filledIn(page, answer));
    expect([no.status, no.words]).toEqual([
      422,
      expect.stringContaining("con la liga que enviamos"),
    ]);
    const mailed = /\/d\/factura-inteligente\/t\/[\w-]{22}/u.exec(
      desk.mails("compras@example.com").at(-1)?.text ?? "",
    )?.[0];
    expect(mailed).not.toBe(pathOf(filed));
    const whose = await browser.get(mailed ?? "");
    expect(whose.words).toContain("Vence en marzo");
    const yes = await browser.post(`${mailed}?accion=confirmar`, filledIn(whose, answer));
    expect(yes.status).toBe(303);
    expect((await whole(ticket.folio)).ticket.closed?.reason).toBe("confirmed");
  });

  it("is led to the same page by the same form sent twice, and may add to what they wrote", async () => {
    const form = filledIn(
      await browser.get(help),
      support({ asunto: "Dos clics en el mismo botón" }),
    );
    const [one, two] = [await browser.post(help, form), await browser.post(help, form)];
    expect(pathOf(one)).toBe(pathOf(two));
    const page = await browser.get(pathOf(one));
    const added = filledIn(page, { texto: "Se me olvidó decir el mes: octubre." });
    expect((await browser.post(`${pathOf(one)}?accion=responder`, added)).status).toBe(303);
    expect((await browser.get(pathOf(one))).words).toContain("Se me olvidó decir el mes");
  });
});

describe("an access-control request (FI-5, FI-6)", () => {
  const path = `${help}/control-acceso`;

  it("promises no time before the code: until then nothing runs", async () => {
    const page = await browser.get(path);
    expect(page.words).toContain("Los plazos empiezan cuando compruebe");
    expect(page.words).not.toContain("a más tardar");
  });
  const filled = {
    correo: "legal@example.com",
    movimiento: "baja",
    persona: "Quien se fue",
    usuario: "quien@example.com",
    permisos: "Todos",
  };

  it("is not for a registered contact without the role, who is told whose it is", async () => {
    const filed = await file(path, { ...filled, correo: "compras@example.com" });
    const card = await browser.follow(filed);
    expect(card.words).toContain("el representante legal del contribuyente");
    expect(card.words).not.toContain("Código de 6 dígitos");
    expect((await ticketOf(filed)).ticket).toMatchObject({ held: "unverified", lacks: ["role"] });
  });

  it("is admitted by the code that went to the registered address, and by no other", async () => {
    const filed = await file(path, filled);
    const card = await browser.follow(filed);
    await desk.work();
    const code = codeOf("legal@example.com");
    expect(code).toMatch(/^\d{6}$/u);
    expect(card.text).not.toContain(code);
    const to = `${pathOf(filed)}?accion=comprobar`;
    const other = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
    const wrong = await browser.post(to, filledIn(card, { codigo: other }));
    expect([wrong.status, wrong.words]).toEqual([422, expect.stringContaining("El código no es")]);
    const right = await browser.post(to, filledIn(card, { codigo: ` ${code} ` }));
    expect(right.status).toBe(303);
    const { ticket } = await ticketOf(filed);
    expect(ticket).toMatchObject({ held: null, lacks: [] });
    expect((await browser.follow(right)).words).toContain("comprobamos que la solicitud es suya");
  });

  it("takes five tries of a code in an hour, and then not even the right one", async () => {
    const filed = await file(path, { ...filled, permisos: "Timbrar y cancelar nóminas" });
    const card = await browser.follow(filed);
    await desk.work();
    const code = codeOf("legal@example.com");
    const to = `${pathOf(filed)}?accion=comprobar`;
    for (let n = 0; n < 5; n += 1) {
      const other = String((Number(code) + n + 1) % 1_000_000).padStart(6, "0");
      await browser.post(to, filledIn(card, { codigo: other }));
    }
    const late = await browser.post(to, filledIn(card, { codigo: code }));
    expect([late.status, late.words]).toEqual([422, expect.stringContaining("demasiados códigos")]);
    expect((await ticketOf(filed)).ticket.held).toBe("unverified");
  });

  it("does not take a code of two hours ago, and another one can be asked for", async () => {
    const filed = await file(path, { ...filled, permisos: "Descargar reportes de ventas anuales" });
    const card = await browser.follow(filed);
    await desk.work();
    const old = codeOf("legal@example.com");
    await desk.passTo(2 * 3_600_000);
    const act = (name: string, answers: Record<string, string>): Promise<Page> =>
      browser.post(`${pathOf(filed)}?accion=${name}`, filledIn(card, answers));
    expect((await act("comprobar", { codigo: old })).status).toBe(422);
    expect((await act("codigo", {})).status).toBe(303);
    await desk.work();
    const fresh = codeOf("legal@example.com");
    expect((await act("comprobar", { codigo: fresh })).status).toBe(303);
    expect((await ticketOf(filed)).ticket.held).toBeNull();
  });

  it("waits for its form, says what is missing, and is admitted when it is attached", async () => {
    const filed = await file(path, { correo: "legal@example.com", movimiento: "alta" });
    const card = await browser.follow(filed);
    for (const words of ["«Formato lleno y firmado»", "«Persona que usa la clave»"])
      expect(card.words).toContain(words);
    await desk.work();
    const code = codeOf("legal@example.com");
    await browser.post(`${pathOf(filed)}?accion=comprobar`, filledIn(card, { codigo: code }));
    expect((await ticketOf(filed)).ticket).toMatchObject({ held: "incomplete" });
    const page = await browser.get(pathOf(filed));
    const to = `${pathOf(filed)}?accion=completar`;
    const attached = await browser.post(to, filledIn(page, {}, [["solicitud", pdf]]));
    expect(attached.status).toBe(303);
    const view = await ticketOf(filed);
    expect(view.ticket).toMatchObject({ held: null, lacks: [] });
    expect(view.files.map(({ field }) => field)).toEqual(["solicitud"]);
    expect((await browser.follow(attached)).words).toContain("Recibimos lo que faltaba");
  });

  it("comes back with what was written where a file is of a kind that it does not take", async () => {
    const filed = await file(path, { correo: "legal@example.com" });
    const page = await browser.get(pathOf(filed));
    const to = `${pathOf(filed)}?accion=completar`;
    const text = new File(["hola"], "solicitud.txt");
    const sent = filledIn(page, { persona: "Alguien" }, [["solicitud", text]]);
    const back = await browser.post(to, sent);
    expect(back.status).toBe(422);
    expect(back.text).toContain('value="Alguien"');
    expect(back.words).toContain("Ese tipo de archivo no se acepta");
  });
});

describe("a second ticket for the same problem (FI-9)", () => {
  const about = {
    asunto: "CFDI40147 al timbrar el complemento",
    descripcion: "Sale CFDI40147 al timbrar el complemento de pago.",
  };

  it("is offered to the open one first, which gets the words and mails its link", async () => {
    const first = await ticketOf(await file(help, support(about)));
    const again = { ...about, descripcion: "Sigue saliendo CFDI40147, también hoy." };
    const asked = await file(help, support(again));
    const { folio } = first.ticket;
    expect(asked.status).toBe(422);
    expect(asked.words).toContain(`Agregarlo a ${folio}`);
    expect(asked.text.indexOf(`Agregarlo a ${folio}`)).toBeLessThan(
      asked.text.indexOf("Es otro problema"),
    );
    const answers = support({ ...again, _agregar: folio });
    const added = await browser.post(help, filledIn(asked, answers));
    expect(added.status).toBe(303);
    expect(added.headers.get("location")).not.toContain("/t/");
    expect((await browser.follow(added)).words).toContain(`quedó en su ticket ${folio}`);
    const { messages } = await whole(folio);
    expect(messages.map(({ text }) => text)).toEqual([about.descripcion, again.descripcion]);
    await browser.post(help, filledIn(asked, answers));
    expect((await whole(folio)).messages).toHaveLength(2);
    await desk.work();
    expect(desk.mails("compras@example.com").at(-1)?.subject).toContain(`${folio}: liga`);
  });

  it("is opened all the same where the requester says that it is another problem", async () => {
    const asked = await file(help, support(about));
    const opened = await browser.post(
      help,
      filledIn(asked, support({ ...about, _otro_caso: "si" })),
    );
    expect(opened.status).toBe(303);
    const view = await ticketOf(opened);
    expect(view.ticket.flags).toContain("probable-duplicate");
    const member = { ...ximena, userId: ximena.id, email: "x@example.com", desk: desk.desk };
    const { links } = presentTicket(view, { ...member, role: "agent" });
    const [same] = links.filter(({ as }) => as === "probable-duplicate");
    expect((await whole(same?.to ?? "")).ticket.subject).toBe(about.asunto);
  });

  it("is not added to somebody else's ticket, nor to one of another case", async () => {
    const mine = await ticketOf(await file(help, support({ correo: "legal@example.com" })));
    const page = await browser.get(help);
    const sent = support({ ...about, _agregar: mine.ticket.folio });
    const refused = await browser.post(help, filledIn(page, sent));
    expect([refused.status, refused.words]).toEqual([
      422,
      expect.stringContaining("Ese ticket no es el del caso"),
    ]);
    expect((await whole(mine.ticket.folio)).messages).toHaveLength(1);
  });

  it("tells an address that nobody registered nothing of what is open", async () => {
    const one = await file(help, support({ ...about, correo: "extra@example.com" }));
    const two = await file(help, support({ ...about, correo: "extra@example.com" }));
    expect([one.status, two.status]).toEqual([303, 303]);
  });
});

describe("what the desk does not attend to (FI-7)", () => {
  it("is closed with its reason, whose text the client reads on the page and by mail", async () => {
    const filed = await file(help, support({ asunto: "No tengo internet en la oficina" }));
    const { ticket } = await ticketOf(filed);
    const place = { desk: desk.desk, folio: ticket.folio };
    const wish = { by: ximena, reason: "out-of-scope" } as const;
    expect(await close(desk.plazo, place, wish)).toMatchObject({ refused: "scope-unknown" });
    await close(desk.plazo, place, { ...wish, scope: "internet" });
    await desk.work();
    const said = "La conexión a internet la atiende su proveedor.";
    expect((await browser.get(pathOf(filed))).words).toContain(said);
    expect(desk.mails("compras@example.com").at(-1)?.text).toContain(said);
  });
});
