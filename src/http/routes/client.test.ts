import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse, filledIn } from "../../../test/kit/browse.ts";
import type { Browser, Page } from "../../../test/kit/browse.ts";
import { openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { isRefusal } from "../../core/refusal.ts";
import { codeAskedIn } from "../../desk/clients/sign-in.ts";
import { setContact, writeContactPerson } from "../../desk/register/contacts.ts";
import { byItself } from "../../desk/register/by.ts";
import { reply } from "../../desk/tickets/reply.ts";
import { admit } from "../../desk/tickets/admit.ts";
import { verifyByCall } from "../../desk/tickets/verify.ts";
import { ticketForStaff } from "../../desk/tickets/for-staff.ts";
import { contactPersonAt } from "../../store/contacts.ts";
import type { ContactPersonRecord } from "../../store/contacts.ts";
import { inDesk } from "../../store/transaction.ts";

let desk: TestDesk;
let browser: Browser;
const root = "/d/factura-inteligente";

beforeAll(async () => {
  desk = await openTestDesk("factura-inteligente", "2026-11-23T16:00:00Z");
  browser = browse(desk);
  const school = { organisation: "ESCUELA KEMPER URGATE", trained: null };
  const other = { organisation: "XAVIER", trained: null };
  for (const [address, name, role, more] of [
    ["legal@example.com", "Lucía Legal", "representante-legal", school],
    ["compras@example.com", "Carlos Compras", null, school],
    ["ajena@example.com", "Ana Ajena", null, other],
  ] as const)
    await setContact(desk.plazo, desk.desk, { ...more, address, name, role });
  await change("legal@example.com", { seesOrganisation: true, telephones: ["55 5555 0177"] });
  await change("ajena@example.com", { seesOrganisation: true });
}, 60_000);
afterAll(() => desk.close());

/** The register changes something of the contact at an address. */
async function change(address: string, differs: Partial<ContactPersonRecord>): Promise<void> {
  const person = await personAt(address);
  const { id } = person;
  const wish = { ...person, ...differs };
  const done = await writeContactPerson(desk.plazo, desk.desk, { wish, by: byItself, id });
  if (isRefusal(done)) throw new Error(done.refused);
}

async function personAt(address: string): Promise<ContactPersonRecord> {
  const person = await inDesk(desk.plazo.db, desk.desk, (tx) => contactPersonAt(tx, address));
  if (person === undefined) throw new Error(`nobody is at ${address}`);
  return person;
}

/** Rows of the desk, as they are kept. */
function rowsOf<Row extends object>(text: string, ...more: readonly string[]): Promise<Row[]> {
  return inDesk(desk.plazo.db, desk.desk, async (tx) => {
    const { rows } = await tx.client.query<Row>(text, [desk.desk, ...more]);
    return rows;
  });
}

/** A browser's cookies, by name. */
class Jar {
  readonly cookies = new Map<string, string>();
  headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return cookie === "" ? {} : { cookie };
  }
  keep(page: Page): Page {
    for (const line of page.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      if (/max-age=0/iu.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return page;
  }
  async get(path: string): Promise<Page> {
    return this.keep(await browser.get(path, this.headers()));
  }
  async post(path: string, form: FormData | URLSearchParams): Promise<Page> {
    return this.keep(await browser.post(path, form, this.headers()));
  }
}

const codeTo = (address: string): string =>
  desk
    .mails(address)
    .flatMap(({ subject, text }) =>
      /código para entrar|code to sign in/u.test(subject)
        ? (/^\s*(\d{6})\s*$/mu.exec(text)?.[1] ?? [])
        : [],
    )
    .at(-1) ?? "";

async function ask(jar: Jar, address: string, next = ""): Promise<Page> {
  return jar.post(`${root}/entrar`, new URLSearchParams({ correo: address, a: next }));
}

const give = (jar: Jar, code: string, next = ""): Promise<Page> =>
  jar.post(`${root}/entrar/codigo`, new URLSearchParams({ codigo: code, a: next }));

async function entered(address: string): Promise<Jar> {
  // Each story has an hour of its own: what is counted in one does not reach the next.
  desk.time.advance(3_600_000);
  const jar = new Jar();
  await ask(jar, address);
  await desk.work();
  const done = await give(jar, codeTo(address));
  expect([done.status, done.headers.get("location")]).toEqual([303, `${root}/cuenta`]);
  return jar;
}

const support = (subject: string): Record<string, string> => ({
  necesita: "duda",
  asunto: subject,
  descripcion: "Busco las facturas de octubre y la lista sale vacía.",
  _otro_caso: "si",
});

async function fileAs(jar: Jar, path: string, answers: Record<string, string>): Promise<string> {
  const filed = await jar.post(path, filledIn(await jar.get(path), answers));
  const folio = /cuenta\/t\/(FI-\d+)/u.exec(filed.headers.get("location") ?? "")?.[1];
  if (folio === undefined) throw new Error(`${filed.status}: ${filed.words}`);
  return folio;
}

async function whole(folio: string) {
  const view = await ticketForStaff(desk.plazo, { desk: desk.desk, folio });
  if (isRefusal(view)) throw new Error(view.refused);
  return view;
}

describe("signing in", () => {
  it("answers the same to a registered address and to any other, and mails a code to the first alone", async () => {
    const [one, two] = [new Jar(), new Jar()];
    const before = desk.mails().length;
    const first = await ask(one, "compras@example.com");
    const second = await ask(two, "nadie@example.com");
    expect([first.status, first.headers.get("location")]).toEqual([
      second.status,
      second.headers.get("location"),
    ]);
    const plain = (page: Page): string => page.words.replaceAll(/\S+@example\.com/gu, "…");
    const pages = [await one.get(`${root}/entrar/codigo`), await two.get(`${root}/entrar/codigo`)];
    expect(new Set(pages.map(plain)).size).toBe(1);
    await desk.work();
    expect(
      desk
        .mails()
        .slice(before)
        .map(({ to }) => to),
    ).toEqual(["compras@example.com"]);
    const wrong = [await give(one, "000000x"), await give(two, "123456")];
    expect(wrong.map(({ status }) => status)).toEqual([422, 422]);
  });

  it("takes the code once, in the browser that asked for it, and in no other", async () => {
    const [mine, other] = [new Jar(), new Jar()];
    await ask(mine, "compras@example.com");
    await ask(other, "nadie@example.com");
    await desk.work();
    const code = codeTo("compras@example.com");
    expect(code).toMatch(/^\d{6}$/u);
    expect((await give(other, code)).status).toBe(422);
    expect((await give(new Jar(), code)).headers.get("location")).toContain("/entrar");
    const done = await give(mine, ` ${code.slice(0, 3)} ${code.slice(3)}`);
    expect(done.status).toBe(303);
    const [session = ""] = done.headers.getSetCookie();
    expect(session).toMatch(/^__Host-plazo_client_factura-inteligente=[\w-]{22};/u);
    for (const said of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"])
      expect(session).toContain(said);
    expect((await mine.get(`${root}/cuenta`)).words).toContain("Entró como Carlos Compras");
    const again = new Jar();
    for (const [name, value] of mine.cookies)
      if (name.includes("entry")) again.cookies.set(name, value);
    expect((await give(again, code)).status).toBe(303);
    expect((await again.get(`${root}/cuenta`)).status).toBe(303);
  });

  it("lets nobody try more than five codes, however many are tried at once", async () => {
    desk.time.advance(3_600_000);
    const jar = new Jar();
    await ask(jar, "compras@example.com");
    await desk.work();
    const code = codeTo("compras@example.com");
    const tries = Array.from({ length: 30 }, (_, i) =>
      give(jar, String((Number(code) + i + 1) % 1_000_000).padStart(6, "0")),
    );
    const answers = (await Promise.all(tries)).map(({ status }) => status);
    expect(answers.filter((status) => status === 422)).toHaveLength(5);
    expect(answers.filter((status) => status === 429)).toHaveLength(25);
    expect((await give(jar, code)).status).toBe(429);
  });

  it("gives the session to one alone of those who send the right code at once", async () => {
    desk.time.advance(3_600_000);
    const jar = new Jar();
    await ask(jar, "compras@example.com");
    await desk.work();
    const headers = jar.headers();
    const form = (): URLSearchParams =>
      new URLSearchParams({ codigo: codeTo("compras@example.com") });
    const all = await Promise.all(
      Array.from({ length: 4 }, () => browser.post(`${root}/entrar/codigo`, form(), headers)),
    );
    const sessions = all.flatMap((page) => page.headers.getSetCookie());
    expect(sessions.filter((line) => line.includes("plazo_client"))).toHaveLength(1);
  });

  it("mails five codes an hour to an address, and answers the same of one that nobody registered", async () => {
    for (const address of ["ajena@example.com", "desconocida@example.com"]) {
      desk.time.advance(3_600_000);
      const statuses: number[] = [];
      for (let i = 0; i < 6; i += 1) statuses.push((await ask(new Jar(), address)).status);
      expect(statuses).toEqual([303, 303, 303, 303, 303, 422]);
    }
  });

  it("is over after a quarter of an hour, and its session after half a day without use or a week", async () => {
    desk.time.advance(3_600_000);
    const late = new Jar();
    await ask(late, "compras@example.com");
    await desk.work();
    desk.time.advance(15 * 60_000);
    expect((await give(late, codeTo("compras@example.com"))).headers.get("location")).toContain(
      "/entrar",
    );
    const idle = await entered("compras@example.com");
    desk.time.advance(12 * 3_600_000);
    expect((await idle.get(`${root}/cuenta`)).status).toBe(303);
    const week = await entered("compras@example.com");
    for (let hours = 0; hours < 7 * 24 - 10; hours += 10) {
      desk.time.advance(10 * 3_600_000);
      const before = (await week.get(`${root}/cuenta`)).status;
      if (hours < 150) expect([hours, before]).toEqual([hours, 200]);
    }
    desk.time.advance(10 * 3_600_000);
    expect((await week.get(`${root}/cuenta`)).status).toBe(303);
  });

  it("ends where one signs out, and everywhere where one says so", async () => {
    const one = await entered("compras@example.com");
    const two = await entered("compras@example.com");
    const three = await entered("compras@example.com");
    await one.post(`${root}/cuenta/salir`, new URLSearchParams());
    expect((await one.get(`${root}/cuenta`)).status).toBe(303);
    expect((await two.get(`${root}/cuenta`)).status).toBe(200);
    const out = await two.post(`${root}/cuenta/salir-de-todo`, new URLSearchParams());
    expect((await browser.follow(out)).words).toContain("en todos los navegadores");
    expect((await three.get(`${root}/cuenta`)).status).toBe(303);
  });

  it("leads nowhere but to pages of its own desk", async () => {
    for (const next of [
      "https://otro.example.com",
      "//otro.example.com",
      "/d/otra/cuenta",
      `${root}/../x`,
    ]) {
      const jar = new Jar();
      desk.time.advance(3_600_000);
      await ask(jar, "compras@example.com", next);
      await desk.work();
      const done = await give(jar, codeTo("compras@example.com"), next);
      expect(done.headers.get("location")).toBe(`${root}/cuenta`);
    }
  });

  it("keeps neither the code nor a token: the database has the mail without its digits, and hashes", async () => {
    desk.time.advance(3_600_000);
    const jar = new Jar();
    await ask(jar, "compras@example.com");
    await desk.work();
    const code = codeTo("compras@example.com");
    const token = [...jar.cookies.values()][0] ?? "none";
    const rows = await rowsOf<{ said: string }>(
      "select payload::text || subject as said from outbox where desk_id = $1 and moment = 'entry'",
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { said } of rows) expect(said).not.toContain(code);
    expect(await codeAskedIn(desk.plazo, desk.desk, token)).toBe("compras@example.com");
    expect(await codeAskedIn(desk.plazo, desk.desk, `${token.slice(1)}A`)).toBeNull();
  });
});

describe("the pages of a client", () => {
  it("file without asking who one is, list and open what is one's own", async () => {
    const jar = await entered("compras@example.com");
    const form = await jar.get(`${root}/ayuda`);
    expect(form.words).toContain("Pide como Carlos Compras, compras@example.com");
    expect(form.text).not.toContain('name="correo"');
    const folio = await fileAs(jar, `${root}/ayuda`, support("No encuentro mis facturas de marzo"));
    expect((await whole(folio)).ticket).toMatchObject({
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
    expect((await whole(folio)).messages.at(-1)?.author).toEqual({
      kind: "client",
      name: "Carlos Compras",
    });
    const taken = filledIn(await jar.get(`${root}/cuenta/t/${folio}`), {});
    await jar.post(`${root}/cuenta/t/${folio}?accion=retirar`, taken);
    expect((await jar.get(`${root}/cuenta`)).words).not.toContain(folio);
    expect((await jar.get(`${root}/cuenta?estado=cerrados`)).words).toContain(folio);
  });

  it("files for nobody else, whatever address a form is sent with", async () => {
    const jar = await entered("compras@example.com");
    const folio = await fileAs(jar, `${root}/ayuda`, {
      ...support("Con otra dirección escondida"),
      correo: "legal@example.com",
    });
    expect((await whole(folio)).ticket.requester.address).toBe("compras@example.com");
  });

  it("goes by pages, each after the other, and shows none twice", async () => {
    const jar = await entered("ajena@example.com");
    const filed: string[] = [];
    for (let i = 0; i < 27; i += 1)
      filed.push(
        await fileAs(jar, `${root}/ayuda`, support(`Caso distinto número ${i} de la lista`)),
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
    const folio = await fileAs(
      await entered("compras@example.com"),
      `${root}/ayuda`,
      support("El complemento de pago de abril no timbra"),
    );
    const legal = await entered("legal@example.com");
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
    const { messages } = await whole(folio);
    expect(messages.at(-1)?.author).toEqual({ kind: "client", name: "Lucía Legal" });
    const no = await legal.post(`${at}?accion=retirar`, filledIn(page, {}));
    expect([no.status, no.words]).toEqual([422, expect.stringContaining("Esto lo decide quien")]);
    expect((await whole(folio)).ticket.closed).toBeNull();
    const his = await (await entered("compras@example.com")).get(at);
    expect(his.words).toContain("Lucía Legal Corre prisa");
  });

  it("show nothing of another organisation's, of a colleague's without leave, or to whoever lost it meanwhile", async () => {
    const folio = await fileAs(
      await entered("legal@example.com"),
      `${root}/ayuda`,
      support("Solo para la representante legal"),
    );
    const at = `${root}/cuenta/t/${folio}`;
    for (const address of ["ajena@example.com", "compras@example.com"]) {
      const jar = await entered(address);
      expect([address, (await jar.get(at)).status]).toEqual([address, 404]);
      const words = new URLSearchParams({ _envio: "x".repeat(22), texto: "Hola" });
      expect((await jar.post(`${at}?accion=responder`, words)).status).toBe(404);
    }
    const carlos = await entered("compras@example.com");
    expect((await carlos.get(`${root}/cuenta/organizacion`)).status).toBe(404);
    await change("compras@example.com", { seesOrganisation: true });
    expect((await carlos.get(at)).status).toBe(200);
    await change("compras@example.com", { seesOrganisation: false });
    expect((await carlos.get(at)).status).toBe(404);
    expect((await whole(folio)).messages).toHaveLength(1);
  });

  it("are closed the moment that the register says that somebody is a contact no more, or an address is not theirs", async () => {
    const jar = await entered("compras@example.com");
    await change("compras@example.com", { active: false });
    expect((await jar.get(`${root}/cuenta`)).status).toBe(303);
    await change("compras@example.com", { active: true });
    const person = await personAt("compras@example.com");
    expect((await jar.get(`${root}/cuenta`)).status).toBe(200);
    await change("compras@example.com", { addresses: ["compras2@example.com"] });
    expect((await jar.get(`${root}/cuenta`)).status).toBe(303);
    await change("compras2@example.com", { addresses: person.addresses });
  });

  it("are each desk's own: the session of one opens nothing at another", async () => {
    const jar = await entered("compras@example.com");
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
    const jar = await entered("compras@example.com");
    const { version } = await personAt("compras@example.com");
    const change = (telefonos: string, seen = version) =>
      jar.post(
        `${root}/cuenta/datos`,
        new URLSearchParams({ idioma: "en", telefonos, version: String(seen) }),
      );
    expect((await change("no es uno")).status).toBe(422);
    expect((await change("55 5555 0123")).headers.get("location")).toContain("hecho=guardado");
    expect(await personAt("compras@example.com")).toMatchObject({
      language: "en",
      telephones: ["+525555550123"],
    });
    expect((await change("55 5555 0124")).words).toContain("Sus datos cambiaron");
    desk.time.advance(10 * 60_000);
    const late = await change("55 5555 0124", version + 1);
    expect([late.status, late.words]).toEqual([422, expect.stringContaining("un código reciente")]);
    const data = await jar.get(`${root}/cuenta/datos`);
    expect(data.words).toContain("ESCUELA KEMPER URGATE");
    expect(data.words).toContain("Vigente, sin fecha de término");
    const audit = await rowsOf<{ way: string }>(
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
    const jar = await entered("legal@example.com");
    const folio = await fileAs(jar, `${root}/ayuda`, support("De madrugada, con mi sesión"));
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
    const jar = new Jar();
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
    await ask(jar, "legal@example.com", next);
    await desk.work();
    const back = await give(jar, codeTo("legal@example.com"), next);
    expect(back.headers.get("location")).toBe(next);
    const again = await jar.get(next);
    expect(again.value("persona")).toBe("Quien se fue");
    expect(again.words).toContain("firmada.pdf");
    expect(again.words).toContain("su solicitud se atiende en cuanto la envíe");
    const filed = await jar.post(path, filledIn(again, asked));
    const folio = /FI-\d+/u.exec(filed.headers.get("location") ?? "")?.[0] ?? "";
    const view = await whole(folio);
    expect(view.ticket).toMatchObject({ held: null, facts: { contactProven: true } });
    expect(view.files.map(({ name }) => name)).toEqual(["firmada.pdf"]);
    const stranger = await new Jar().get(next);
    expect(stranger.value("persona")).toBe("");
  });

  it("waits for a code where the last was given more than ten minutes ago", async () => {
    const jar = await entered("legal@example.com");
    desk.time.advance(10 * 60_000);
    const form = await jar.get(path);
    expect(form.words).toContain("confirme con un código reciente");
    const folio = await fileAs(jar, path, asked);
    expect((await whole(folio)).ticket).toMatchObject({ held: "unverified", lacks: ["code"] });
  });

  it("is held from whoever is signed in without the role, and from whoever lost it meanwhile", async () => {
    const carlos = await entered("compras@example.com");
    expect((await carlos.get(path)).words).toContain("usted no puede pedirlo");
    const held = await fileAs(carlos, path, asked);
    expect((await whole(held)).ticket).toMatchObject({ held: "unverified", lacks: ["role"] });
    const legal = await entered("legal@example.com");
    await change("legal@example.com", { role: null });
    const lost = await fileAs(legal, path, asked);
    expect((await whole(lost)).ticket).toMatchObject({ held: "unverified", lacks: ["role"] });
    await change("legal@example.com", { role: "representante-legal" });
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
    expect((await whole(folio)).ticket).toMatchObject({ held: "unverified" });
    expect(await admit(desk.plazo, place, { by: ximena })).toMatchObject({
      refused: "proof-needed",
    });
    const [carlos, legal] = [
      await personAt("compras@example.com"),
      await personAt("legal@example.com"),
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
    const view = await whole(folio);
    expect(view.ticket.held).toBeNull();
    expect(view.events.map(({ fact }) => fact.type)).toContain("verified");
    const rows = await rowsOf(
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
