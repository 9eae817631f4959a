import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filledIn } from "../../../test/kit/browse.ts";
import { openClientsDesk, root, support } from "../../../test/kit/clients.ts";
import type { ClientsDesk } from "../../../test/kit/clients.ts";
import { browse } from "../../../test/kit/browse.ts";
import { openTestDesk, ximena } from "../../../test/kit/desk.ts";
import { admit } from "../../desk/tickets/admit.ts";
import { reply } from "../../desk/tickets/reply.ts";
import { verifyByCall } from "../../desk/tickets/verify.ts";

let clients: ClientsDesk;
let desk: ClientsDesk["desk"];
let browser: ClientsDesk["browser"];
beforeAll(async () => {
  clients = await openClientsDesk();
  ({ desk, browser } = clients);
}, 60_000);
afterAll(() => desk.close());

describe("the pages of a client", () => {
  it("file without asking who one is, list and open what is one's own", async () => {
    const jar = await clients.entered("compras@example.com");
    const form = await jar.get(`${root}/ayuda`);
    expect(form.words).toContain("Pide como Carlos Compras, compras@example.com");
    expect(form.text).not.toContain('name="correo"');
    const folio = await clients.fileAs(
      jar,
      `${root}/ayuda`,
      support("No encuentro mis facturas de marzo"),
    );
    expect((await clients.whole(folio)).ticket).toMatchObject({
      held: null,
      requester: { address: "compras@example.com", name: "Carlos Compras" },
    });
    const list = await jar.get(`${root}/cuenta`);
    expect(list.words).toContain(`${folio} No encuentro mis facturas de marzo`);
    expect(list.words).toContain("Abierto");
    const by = { desk: desk.desk, folio };
    await reply(desk.plazo, by, { by: ximena, text: "Ya la estamos buscando." });
    const ticket = await jar.get(`${root}/cuenta/t/${folio}`);
    expect(ticket.words).toContain("Ya la estamos buscando.");
    const answer = filledIn(ticket, { texto: "Gracias, son tres facturas." });
    const done = await jar.post(`${root}/cuenta/t/${folio}?accion=responder`, answer);
    expect(done.headers.get("location")).toContain(`${root}/cuenta/t/${folio}`);
    expect((await clients.whole(folio)).messages.at(-1)?.author).toEqual({
      kind: "client",
      name: "Carlos Compras",
    });
    const taken = filledIn(await jar.get(`${root}/cuenta/t/${folio}`), {});
    await jar.post(`${root}/cuenta/t/${folio}?accion=retirar`, taken);
    expect((await jar.get(`${root}/cuenta`)).words).not.toContain(folio);
    expect((await jar.get(`${root}/cuenta?estado=cerrados`)).words).toContain(folio);
  });

  it("files for nobody else, whatever address a form is sent with", async () => {
    const jar = await clients.entered("compras@example.com");
    const folio = await clients.fileAs(jar, `${root}/ayuda`, {
      ...support("Con otra dirección escondida"),
      correo: "legal@example.com",
    });
    expect((await clients.whole(folio)).ticket.requester.address).toBe("compras@example.com");
  });

  it("goes by pages, each after the other, and shows none twice", async () => {
    const jar = await clients.entered("ajena@example.com");
    const filed: string[] = [];
    for (let i = 0; i < 27; i += 1)
      filed.push(
        await clients.fileAs(
          jar,
          `${root}/ayuda`,
          support(`Caso distinto número ${i} de la lista`),
        ),
      );
    const first = await jar.get(`${root}/cuenta`);
    const next = /href="([^"]*antes=\d+)"/u.exec(first.text)?.[1] ?? "";
    const second = await jar.get(next);
    const seen = [first, second].flatMap((page) =>
      [...page.text.matchAll(/cuenta\/t\/(FI-\d+)"/gu)].map(([, folio]) => folio ?? ""),
    );
    expect(seen.toSorted()).toEqual(filed.toSorted());
  }, 60_000);

  it("show a colleague's ticket to whoever may read the organisation's, who answers in their own name and decides nothing", async () => {
    const folio = await clients.fileAs(
      await clients.entered("compras@example.com"),
      `${root}/ayuda`,
      support("El complemento de pago de abril no timbra"),
    );
    const legal = await clients.entered("legal@example.com");
    expect((await legal.get(`${root}/cuenta`)).words).not.toContain(folio);
    const list = await legal.get(`${root}/cuenta/organizacion`);
    expect(list.words).toContain(folio);
    expect(list.words).toContain("Pidió Carlos Compras");
    const at = `${root}/cuenta/t/${folio}`;
    const page = await legal.get(at);
    expect(page.words).toContain("Usted lo ve como Lucía Legal");
    expect(page.words).not.toContain("Retirar");
    await legal.post(
      `${at}?accion=responder`,
      filledIn(page, { texto: "Corre prisa: es de cierre." }),
    );
    const { messages } = await clients.whole(folio);
    expect(messages.at(-1)?.author).toEqual({ kind: "client", name: "Lucía Legal" });
    const no = await legal.post(`${at}?accion=retirar`, filledIn(page, {}));
    expect([no.status, no.words]).toEqual([422, expect.stringContaining("Esto lo decide quien")]);
    expect((await clients.whole(folio)).ticket.closed).toBeNull();
    const his = await (await clients.entered("compras@example.com")).get(at);
    expect(his.words).toContain("Lucía Legal Corre prisa");
  });

  it("show nothing of another organisation's, of a colleague's without leave, or to whoever lost it meanwhile", async () => {
    const folio = await clients.fileAs(
      await clients.entered("legal@example.com"),
      `${root}/ayuda`,
      support("Solo para la representante legal"),
    );
    const at = `${root}/cuenta/t/${folio}`;
    for (const address of ["ajena@example.com", "compras@example.com"]) {
      const jar = await clients.entered(address);
      expect([address, (await jar.get(at)).status]).toEqual([address, 404]);
      const words = new URLSearchParams({ _envio: "x".repeat(22), texto: "Hola" });
      expect((await jar.post(`${at}?accion=responder`, words)).status).toBe(404);
    }
    const carlos = await clients.entered("compras@example.com");
    expect((await carlos.get(`${root}/cuenta/organizacion`)).status).toBe(404);
    await clients.change("compras@example.com", { seesOrganisation: true });
    expect((await carlos.get(at)).status).toBe(200);
    await clients.change("compras@example.com", { seesOrganisation: false });
    expect((await carlos.get(at)).status).toBe(404);
    expect((await clients.whole(folio)).messages).toHaveLength(1);
  });

  it("are closed the moment that the register says that somebody is a contact no more, or an address is not theirs", async () => {
    const jar = await clients.entered("compras@example.com");
    await clients.change("compras@example.com", { active: false });
    expect((await jar.get(`${root}/cuenta`)).status).toBe(303);
    await clients.change("compras@example.com", { active: true });
    const person = await clients.personAt("compras@example.com");
    expect((await jar.get(`${root}/cuenta`)).status).toBe(200);
    await clients.change("compras@example.com", { addresses: ["compras2@example.com"] });
    expect((await jar.get(`${root}/cuenta`)).status).toBe(303);
    await clients.change("compras2@example.com", { addresses: person.addresses });
  });

  it("are each desk's own: the session of one opens nothing at another", async () => {
    const jar = await clients.entered("compras@example.com");
    const other = await openTestDesk("hib2b", "2026-11-23T16:00:00Z");
    try {
      const cookie = [...jar.cookies]
        .map(([name, value]) => `${name.replace("factura-inteligente", "hib2b")}=${value}`)
        .join("; ");
      const there = browse(other);
      expect((await there.get("/d/hib2b/cuenta", { cookie })).status).toBe(303);
      expect((await there.get("/d/factura-inteligente/cuenta", { cookie })).status).toBe(404);
    } finally {
      await other.close();
    }
  });

  it("change language and telephones, these with a fresh code alone, and leave their audit", async () => {
    const jar = await clients.entered("compras@example.com");
    const { version } = await clients.personAt("compras@example.com");
    const save = (telefonos: string, seen = version) =>
      jar.post(
        `${root}/cuenta/datos`,
        new URLSearchParams({ idioma: "en", telefonos, version: String(seen) }),
      );
    expect((await save("no es uno")).status).toBe(422);
    expect((await save("55 5555 0123")).headers.get("location")).toContain("hecho=guardado");
    expect(await clients.personAt("compras@example.com")).toMatchObject({
      language: "en",
      telephones: ["+525555550123"],
    });
    expect((await save("55 5555 0124")).words).toContain("Sus datos cambiaron");
    desk.time.advance(10 * 60_000);
    const late = await save("55 5555 0124", version + 1);
    expect([late.status, late.words]).toEqual([422, expect.stringContaining("un código reciente")]);
    const data = await jar.get(`${root}/cuenta/datos`);
    expect(data.words).toContain("ESCUELA KEMPER URGATE");
    expect(data.words).toContain("Vigente, sin fecha de término");
    const audit = await clients.rowsOf<{ way: string }>(
      "select way from audit where desk_id = $1 and action = 'contact.change' and who_name = $2",
      "Carlos Compras",
    );
    expect(audit).toEqual([{ way: "portal" }]);
  });
});

describe("a tracking number (FI-8)", () => {
  it("is obtained at any moment: in the night of a Saturday, signed in or not, and read back at once", async () => {
    await desk.passTo("2026-12-26T09:30:00Z");
    const filed = await browser.post(
      `${root}/ayuda`,
      filledIn(await browser.get(`${root}/ayuda`), {
        ...support("De madrugada, sin entrar"),
        correo: "legal@example.com",
      }),
    );
    const card = await browser.follow(filed);
    expect(card.words).toMatch(/Número de seguimiento FI-\d+/iu);
    expect(card.words).toContain("lunes 28 de diciembre, 19:00");
    const jar = await clients.entered("legal@example.com");
    const folio = await clients.fileAs(
      jar,
      `${root}/ayuda`,
      support("De madrugada, con mi sesión"),
    );
    expect((await jar.get(`${root}/cuenta`)).words).toContain(folio);
    expect((await jar.get(`${root}/cuenta/t/${folio}`)).words).toContain("Abierto");
  });
});

describe("an access-control request (FI-5, FI-6)", () => {
  const path = `${root}/ayuda/control-acceso`;
  const asked = {
    movimiento: "baja",
    persona: "Quien se fue",
    usuario: "q@example.com",
    permisos: "Todos",
    _otro_caso: "si",
  };

  it("says before it is filled in who may ask for it and how, and keeps what was typed while they sign in", async () => {
    desk.time.advance(3_600_000);
    const jar = clients.jar();
    const form = await jar.get(path);
    expect(form.words).toContain(
      "Solo puede pedirlo el representante legal del contribuyente o quien tiene",
    );
    expect(form.words).toContain("entre primero con un código");
    const paper = new File([new TextEncoder().encode("%PDF-1.7\n%%EOF\n")], "firmada.pdf");
    const typed = filledIn(form, { ...asked, correo: "legal@example.com", _entrar: "si" }, [
      ["solicitud", paper],
    ]);
    const gone = await jar.post(path, typed);
    expect(gone.status).toBe(303);
    const entry = await jar.get(gone.headers.get("location") ?? "");
    expect(entry.words).toContain("Lo que escribió se conserva");
    const next = entry.value("a") ?? "";
    await clients.ask(jar, "legal@example.com", next);
    await desk.work();
    const back = await clients.give(jar, clients.codeTo("legal@example.com"), next);
    expect(back.headers.get("location")).toBe(next);
    const again = await jar.get(next);
    expect(again.value("persona")).toBe("Quien se fue");
    expect(again.words).toContain("firmada.pdf");
    expect(again.words).toContain("su solicitud se atiende en cuanto la envíe");
    const filed = await jar.post(path, filledIn(again, asked));
    const folio = /FI-\d+/u.exec(filed.headers.get("location") ?? "")?.[0] ?? "";
    const view = await clients.whole(folio);
    expect(view.ticket).toMatchObject({ held: null, facts: { contactProven: true } });
    expect(view.files.map(({ name }) => name)).toEqual(["firmada.pdf"]);
    const stranger = await clients.jar().get(next);
    expect(stranger.value("persona")).toBe("");
  });

  it("waits for a code where the last was given more than ten minutes ago", async () => {
    const jar = await clients.entered("legal@example.com");
    desk.time.advance(10 * 60_000);
    const form = await jar.get(path);
    expect(form.words).toContain("confirme con un código reciente");
    const folio = await clients.fileAs(jar, path, asked);
    expect((await clients.whole(folio)).ticket).toMatchObject({
      held: "unverified",
      lacks: ["code"],
    });
  });

  it("is held from whoever is signed in without the role, and from whoever lost it meanwhile", async () => {
    const carlos = await clients.entered("compras@example.com");
    expect((await carlos.get(path)).words).toContain("usted no puede pedirlo");
    const held = await clients.fileAs(carlos, path, asked);
    expect((await clients.whole(held)).ticket).toMatchObject({
      held: "unverified",
      lacks: ["role"],
    });
    const legal = await clients.entered("legal@example.com");
    await clients.change("legal@example.com", { role: null });
    const lost = await clients.fileAs(legal, path, asked);
    expect((await clients.whole(lost)).ticket).toMatchObject({
      held: "unverified",
      lacks: ["role"],
    });
    await clients.change("legal@example.com", { role: "representante-legal" });
  });

  it("is admitted by a call to the registered telephone of somebody who may ask for it, and by nobody's word", async () => {
    desk.time.advance(3_600_000);
    const page = await browser.get(path);
    const filed = await browser.post(
      path,
      filledIn(page, { ...asked, correo: "nueva@example.com" }),
    );
    const folio = /FI-\d+/u.exec((await browser.follow(filed)).words)?.[0] ?? "";
    const place = { desk: desk.desk, folio };
    expect((await clients.whole(folio)).ticket).toMatchObject({ held: "unverified" });
    expect(await admit(desk.plazo, place, { by: ximena })).toMatchObject({
      refused: "proof-needed",
    });
    const [carlos, legal] = [
      await clients.personAt("compras@example.com"),
      await clients.personAt("legal@example.com"),
    ];
    const call = (contact: string, telephone: string) =>
      verifyByCall(desk.plazo, place, { by: ximena, contact, telephone });
    expect(await call(carlos.id, carlos.telephones[0] ?? "")).toMatchObject({
      refused: "contact-may-not",
    });
    expect(await call(legal.id, "55 5555 9999")).toMatchObject({
      refused: "telephone-not-registered",
    });
    expect(await call(legal.id, "55 5555 0177")).toMatchObject({ folio });
    const view = await clients.whole(folio);
    expect(view.ticket.held).toBeNull();
    expect(view.events.map(({ fact }) => fact.type)).toContain("verified");
    const rows = await clients.rowsOf(
      "select who_name, after from audit where desk_id = $1 and action = 'ticket.verify' and subject_id = $2",
      folio,
    );
    expect(rows).toEqual([
      {
        who_name: "Ximena",
        after: { contact: legal.id, telephone: "+525555550177", admitted: true },
      },
    ]);
    expect(await call(legal.id, "55 5555 0177")).toMatchObject({ refused: "nothing-to-verify" });
  });
});
