import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { fileOne, openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { setMember } from "../../desk/staff/members.ts";
import { openIdentities } from "../../store/staff/identities.ts";
import type { Identities } from "../../store/staff/identities.ts";
import { openStaffAuth } from "../staff/auth.ts";
import { api } from "./api.ts";

let test: TestDesk;
let identities: Identities;
let browser: Browser;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T15:00:00Z");
  identities = openIdentities(test.database.connection, { alone: false, log: () => undefined });
  const { plazo, desk } = test;
  const auth = openStaffAuth({
    pool: identities.pool,
    secret: "s".repeat(43),
    url: plazo.settings.url,
  });
  browser = browse(test, {
    mount: (app) => app.route("/api/v1", api({ plazo, auth, serves: (id) => id === desk })),
  });
  for (const role of ["agent", "supervisor", "auditor"] as const) {
    const person = { name: `Persona ${role}`, email: `${role}@example.com` };
    const userId = await auth.identify({ ...person, password: null });
    await setMember(plazo, { ...person, desk, userId, role, level: null });
    cookies[role] = (await auth.enter(userId, new Headers()))[0]?.split(";")[0] ?? "";
  }
});
afterAll(async () => {
  await identities.close();
  await test.close();
});

interface Said {
  readonly status: number;
  readonly etag: string | null;
  // oxlint-disable-next-line typescript/no-explicit-any -- what it is, each expectation says
  readonly said: any;
}

async function ask(
  path: string,
  wish: { as?: string; method?: string; body?: object; seen?: string } = {},
): Promise<Said> {
  const { as = "supervisor", method = "GET", body, seen } = wish;
  const answer = await browser.app.request(`/api/v1/desks/hib2b${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      cookie: cookies[as] ?? "",
      origin: "https://plazo.example.com",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(seen === undefined ? {} : { "if-match": seen }),
    },
  });
  return { status: answer.status, etag: answer.headers.get("etag"), said: await answer.json() };
}

const kemper = {
  name: "ESCUELA KEMPER URGATE",
  rfc: "eku 900317 3c9",
  taxRegime: "601",
  postalCode: "42501",
  taxAddress: null,
  plan: null,
  paidUntil: Date.UTC(2027, 0, 1),
  notes: null,
  portals: ["kemper"],
};
const xavier = {
  organisation: null as string | null,
  name: "Xavier Ávila",
  role: null,
  trained: null,
  seesOrganisation: false,
  language: "es",
  active: true,
  addresses: ["Xavier@example.com", "xavier.dos@example.com"],
  telephones: ["55 5555 0177"],
};

const add = async (what: "organisations" | "contacts", body: object): Promise<Said> =>
  ask(`/register/${what}`, { method: "POST", body });

describe("the register over the API", () => {
  it("keeps an organisation as the tax authority writes it, and tells who wrote it", async () => {
    const { status, said, etag } = await add("organisations", kemper);
    expect([status, etag]).toEqual([200, '"1"']);
    expect(said).toMatchObject({
      rfc: "EKU9003173C9",
      portals: ["kemper.hib2b.example.com"],
      supportValid: true,
      warnings: [],
    });
    const audit = await ask(`/audit?subject=organisation&id=${said.id}`, { as: "auditor" });
    expect(audit.said.entries).toMatchObject([
      { action: "organisation.add", name: "Persona supervisor", way: "workspace", before: null },
    ]);
    expect((await ask("/audit")).status).toBe(403);
  });

  it("warns of what looks wrong and keeps it; refuses what cannot be", async () => {
    const odd = { ...kemper, portals: [], rfc: "EKU9003173C9", taxRegime: "605" };
    const { said } = await add("organisations", { ...odd, name: "Sucursal Norte" });
    expect(said.warnings).toEqual(["regime-of-people", "rfc-shared"]);
    const refused = async (changes: object) =>
      (await add("organisations", { ...odd, ...changes })).said.code;
    expect(await refused({ rfc: "hola" })).toBe("rfc-shape");
    expect(await refused({ taxRegime: "999" })).toBe("regime-unknown");
    expect(await refused({ portals: ["https://kemper.hib2b.example.com/entrar"] })).toBe(
      "portal-taken",
    );
    expect((await add("organisations", { ...odd, otra: 1 })).status).toBe(400);
  });

  it("lets one of two who change it at once win, and tells the other", async () => {
    const { said: made } = await add("organisations", { ...kemper, name: "Dos", portals: [] });
    const at = `/register/organisations/${made.id}`;
    const { id: _i, version: _v, created: _c, updated: _u, supportValid: _s, ...rest } = made;
    const { warnings: _w, admitted: _a, ...body } = rest;
    const first = await ask(at, {
      method: "PUT",
      body: { ...body, notes: "uno" },
      seen: '"1"',
    });
    expect([first.status, first.etag]).toEqual([200, '"2"']);
    const second = await ask(at, { method: "PUT", body: { ...body, notes: "dos" }, seen: '"1"' });
    expect([second.status, second.said.code]).toEqual([409, "changed-in-register"]);
    expect((await ask(at)).said.notes).toBe("uno");
    const same = await ask(at, { method: "PUT", body: { ...body, notes: "uno" } });
    expect(same.etag).toBe('"2"');
  });

  it("finds a client by RFC, part of the name without accents, portal, address and telephone", async () => {
    const organisation = (await ask("/register/organisations?q=kemper")).said.organisations[0].id;
    const made = await add("contacts", { ...xavier, organisation });
    expect(made.said).toMatchObject({
      addresses: ["xavier@example.com", "xavier.dos@example.com"],
      telephones: ["+525555550177"],
      organisationName: "ESCUELA KEMPER URGATE",
    });
    for (const q of ["avila", "xavier.dos@", "5555550177", "+52 1 55 5555 0177"]) {
      const { said } = await ask(`/register/lookup?q=${encodeURIComponent(q)}`, { as: "agent" });
      expect([q, said.contacts.map(({ name }: { name: string }) => name)]).toEqual([
        q,
        ["Xavier Ávila"],
      ]);
      expect(said.organisations[0].id).toBe(organisation);
    }
    for (const q of ["EKU90", "kemper.hib2b.example.com", "urgate"]) {
      const { said } = await ask(`/register/lookup?q=${q}`, { as: "agent" });
      expect(said.organisations.map(({ id }: { id: string }) => id)).toContain(organisation);
    }
  });

  it("gives an address to one contact only, and says whose it is", async () => {
    const { status, said } = await add("contacts", { ...xavier, name: "Otra", telephones: [] });
    expect([status, said.code, said.facts.name]).toEqual([422, "address-taken", "Xavier Ávila"]);
    const wrong = { ...xavier, addresses: ["nadie"], telephones: [] };
    expect((await add("contacts", wrong)).said.code).toBe("email-shape");
    const call = { ...xavier, addresses: [], telephones: ["llámeme"] };
    expect((await add("contacts", call)).said.code).toBe("telephone-shape");
  });

  it("gives pages by name that lose nobody and repeat nobody", async () => {
    for (const name of ["Uno", "Tres", "Cinco"])
      await add("organisations", { ...kemper, name, rfc: null, portals: [] });
    const names: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const { said }: Said = await ask(
        `/register/organisations?limit=2${next === "" ? "" : `&cursor=${next}`}`,
      );
      names.push(...said.organisations.map(({ name }: { name: string }) => name));
      next = said.next;
    }
    expect(names).toEqual([
      "Cinco",
      "Dos",
      "ESCUELA KEMPER URGATE",
      "Sucursal Norte",
      "Tres",
      "Uno",
    ]);
  });

  it("is read by agents and changed by those who keep it", async () => {
    const post = (as: string) =>
      ask("/register/organisations", { as, method: "POST", body: kemper });
    expect((await post("agent")).status).toBe(403);
    expect((await post("auditor")).status).toBe(403);
    expect((await ask("/register/organisations", { as: "auditor" })).status).toBe(200);
  });

  it("knows another desk's ids as little as none", async () => {
    const nobody = "00000000-0000-4000-8000-000000000000";
    for (const path of ["organisations", "contacts"]) {
      const { status } = await ask(`/register/${path}/${nobody}`);
      expect(status).toBe(404);
    }
    expect((await ask(`/register/organisations/${nobody}/tickets`)).said.tickets).toEqual([]);
  });
});

describe("whose a ticket is", () => {
  it("is the client of the portal, with its support, its other open tickets and the contact", async () => {
    const portal = "kemper.hib2b.example.com";
    const correo = "xavier@example.com";
    const fields = { descripcion: "No abre.", quien: "EKU9003173C9", correo, tipo: "contrasena" };
    const { folio } = await fileOne(test, { portal, fields });
    const other = await fileOne(test, { portal });
    const { said } = await ask(`/tickets/${folio}/client`, { as: "agent" });
    expect(said).toMatchObject({
      organisation: { name: "ESCUELA KEMPER URGATE", supportValid: true },
      contact: { name: "Xavier Ávila" },
      open: [{ folio: other.folio }],
    });
    const theirs = await ask(`/register/organisations/${said.organisation.id}/tickets`);
    expect(theirs.said.tickets.map((one: { folio: string }) => one.folio)).toEqual([
      other.folio,
      folio,
    ]);
    const own = await ask(`/register/contacts/${said.contact.id}/tickets?state=all`);
    expect(own.said.tickets.map((one: { folio: string }) => one.folio)).toEqual([folio]);
  });

  it("is nobody's where neither the portal nor the address is known", async () => {
    const { folio } = await fileOne(test, {
      portal: null,
      fields: {
        descripcion: "No abre.",
        quien: "usuario.uno",
        correo: "otra@example.com",
        tipo: "contrasena",
      },
    });
    const { said } = await ask(`/tickets/${folio}/client`, { as: "agent" });
    expect(said).toMatchObject({ organisation: null, contact: null, open: [], namesakes: [] });
  });
});

describe("files of the register", () => {
  const send = (text: string, query = "", as = "supervisor") =>
    browser.app.request(`/api/v1/desks/hib2b/register/import${query}`, {
      method: "POST",
      body: text,
      headers: {
        cookie: cookies[as] ?? "",
        origin: "https://plazo.example.com",
        "content-type": "application/octet-stream",
        "accept-language": "es",
      },
    });

  it("say what they would do, then do it, each error in words with its line and heading", async () => {
    const wrong = await (await send("Cliente,Correo,Contacto\nNueva,no-es,Ana\n")).json();
    expect(wrong).toMatchObject({
      errors: 1,
      written: false,
      findings: [
        {
          line: 2,
          column: "Correo",
          detail: "«no-es» no es una dirección de correo.",
          blocks: true,
        },
      ],
    });
    const right = "Cliente,Correo,Contacto\nNueva,ana@example.com,Ana\n";
    const told = await (await send(right)).json();
    expect(told).toMatchObject({
      written: false,
      organisations: { added: 1 },
      contacts: { added: 1 },
    });
    const done = await (await send(right, "?write=yes")).json();
    expect(done).toMatchObject({ written: true, organisations: { added: 1, unchanged: 0 } });
    const again = await (await send(right, "?write=yes")).json();
    expect(again).toMatchObject({ organisations: { added: 0, changed: 0, unchanged: 1 } });
    expect((await send(right, "", "agent")).status).toBe(403);
  });

  it("go out whole for those who keep the register, and the audit says who took it", async () => {
    const get = (what: string, as: string) =>
      browser.app.request(`/api/v1/desks/hib2b/register/${what}`, {
        headers: { cookie: cookies[as] ?? "" },
      });
    expect((await get("export", "agent")).status).toBe(403);
    const answer = await get("export", "supervisor");
    expect(answer.headers.get("content-disposition")).toContain("attachment");
    expect(await answer.text()).toContain('"ana@example.com"');
    const { said } = await ask("/audit?subject=register&id=hib2b", { as: "auditor" });
    expect(said.entries).toMatchObject([{ action: "register.export", name: "Persona supervisor" }]);
    expect(await (await get("template", "agent")).text()).toContain('"RFC"');
  });
});
