import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { makeEntry, spendEntry, grantEntry } from "../../desk/staff/entry.ts";
import { findMember, setMember } from "../../desk/staff/members.ts";
import { assign } from "../../desk/tickets/assign.ts";
import { fileTicket } from "../../desk/tickets/file-ticket.ts";
import { openIdentities } from "../../store/staff/identities.ts";
import type { Identities } from "../../store/staff/identities.ts";
import { openStaffAuth } from "../staff/auth.ts";
import type { StaffAuth } from "../staff/auth.ts";
import { api } from "./api.ts";

let test: TestDesk;
let identities: Identities;
let auth: StaffAuth;
let browser: Browser;
/** Two agents of another company, one of the desk's own, each with a cookie. */
const people: Record<string, { readonly id: string; readonly cookie: string }> = {};
const folios: string[] = [];

beforeAll(async () => {
  test = await openTestDesk("factura-inteligente", "2026-11-23T16:00:00Z");
  const { plazo, desk } = test;
  identities = openIdentities(test.database.connection, { alone: false, log: () => undefined });
  const { url } = plazo.settings;
  auth = openStaffAuth({ pool: identities.pool, secret: "s".repeat(43), url });
  browser = browse(test, {
    mount: (app) => app.route("/api/v1", api({ plazo, auth, serves: (id) => id === desk })),
  });
  for (const [name, party, role] of [
    ["uno", "soporte-externo", "agent"],
    ["dos", "soporte-externo", "administrator"],
    ["propia", null, "administrator"],
  ] as const) {
    const person = { name, email: `${name}@example.com` };
    const id = await auth.identify({ ...person, password: null });
    await setMember(plazo, { ...person, desk, userId: id, role, level: null, party });
    const cookie = (await auth.enter(id, new Headers()))[0]?.split(";")[0] ?? "";
    people[name] = { id, cookie };
  }
  for (const name of ["uno", "dos", null] as const) folios.push(await fileFor(name));
});
afterAll(async () => {
  await identities.close();
  await test.close();
});

async function fileFor(name: "uno" | "dos" | null): Promise<string> {
  const { plazo, desk } = test;
  const correo = `${name ?? "nadie"}.cliente@example.com`;
  const filed = await fileTicket(plazo, desk, {
    form: "compra",
    channel: "form",
    fields: { descripcion: `Pregunta para ${name ?? "nadie"}`, correo },
    uploads: [],
    language: "es",
    portal: null,
    source: "192.0.2.1",
    submission: `envio-de-prueba-${name ?? "nadie"}`,
  });
  if (!("folio" in filed)) throw new Error(JSON.stringify(filed));
  const { folio } = filed;
  if (name !== null)
    await assign(plazo, { desk, folio }, { by: ximena, to: { id: idOf(name), name } });
  return folio;
}

const idOf = (name: string): string => people[name]?.id ?? "";

async function ask(
  name: string,
  path: string,
  body?: unknown,
): Promise<{ readonly status: number; readonly said: never }> {
  const headers = {
    cookie: people[name]?.cookie ?? "",
    origin: "https://plazo.example.com",
    "content-type": "application/json",
  };
  const post = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const at = `/api/v1/desks/factura-inteligente${path}`;
  const answer = await browser.app.request(at, { headers, ...post });
  return { status: answer.status, said: (await answer.json()) as never };
}

const listed = async (name: string, query = ""): Promise<string[]> => {
  const { said } = await ask(name, `/tickets${query}`);
  return (said as { tickets: { folio: string }[] }).tickets.map(({ folio }) => folio).toSorted();
};

describe("an agent of another company (FI-1)", () => {
  it.each(["uno", "dos"] as const)(
    "%s has in every list only what is assigned to them",
    async (name) => {
      const own = [folios[name === "uno" ? 0 : 1]];
      for (const view of ["open", "mine"]) expect(await listed(name, `?view=${view}`)).toEqual(own);
      for (const view of ["unassigned", "closed", "breached", "waiting"])
        expect(await listed(name, `?view=${view}`)).toEqual([]);
      expect(await listed("propia")).toEqual(folios.toSorted());
      const { said } = await ask(name, "/counts");
      expect(said).toMatchObject({ open: 1, mine: 1, unassigned: 0 });
    },
  );

  it("finds nothing else by its number, its subject or its client's address", async () => {
    for (const q of [folios[1], folios[2], "Preguntas", "dos.cliente", "nadie"])
      expect(await listed("uno", `?q=${q}`)).not.toContain(folios[1]);
    expect(await listed("uno", "?q=FI-")).toEqual([folios[0]]);
    expect(await listed("propia", "?q=FI-")).toEqual(folios.toSorted());
  });

  it("reads their own ticket, and of another is told that there is none", async () => {
    expect((await ask("uno", `/tickets/${folios[0]}`)).status).toBe(200);
    for (const path of ["", "/clocks/atencion", "/files/x"])
      for (const folio of [folios[1], folios[2], "FI-999"]) {
        const { status, said } = await ask("uno", `/tickets/${folio}${path}`);
        expect([status, said]).toMatchObject([404, { code: "no-such-ticket" }]);
      }
  });

  it("does to their own what an agent does, and to another's nothing", async () => {
    const note = { text: "La vi." };
    expect((await ask("uno", `/tickets/${folios[0]}/note`, note)).status).toBe(200);
    for (const [act, body] of Object.entries({
      note,
      reply: { text: "Hola" },
      assign: { to: idOf("uno") },
      close: { reason: "spam" },
    }))
      expect((await ask("uno", `/tickets/${folios[1]}/${act}`, body)).said).toMatchObject({
        code: "no-such-ticket",
      });
  });

  it("reaches no other ticket through their own, nor the desk's people and papers, whatever their role", async () => {
    const own = `/tickets/${folios[1]}`;
    expect((await ask("dos", `${own}/merge`, { into: folios[2] })).status).toBe(403);
    expect((await ask("dos", `${own}/link`, { to: folios[2], as: "related" })).status).toBe(403);
    for (const path of ["/outgoing", "/contacts", "/portals", "/tracker"])
      expect([path, (await ask("dos", path)).status]).toEqual([path, 403]);
    const { said } = await ask("dos", own);
    const { acts } = said as { acts: string[] };
    expect(acts).toContain("reply");
    for (const act of ["merge", "link", "split"]) expect(acts).not.toContain(act);
    const desk = (await ask("dos", "")).said as { staff: { id: string }[]; sees: string };
    expect(desk.sees).toBe("assigned");
    // What the desk knows is the desk's own people's.
    expect((await ask("dos", "/search?q=cancelar")).said).toMatchObject({ articles: [] });
    expect(desk.staff.map(({ id }) => id)).toEqual([idOf("dos")]);
  });

  it("sees a ticket no more once it is somebody else's", async () => {
    const path = `/tickets/${folios[0]}`;
    await ask("propia", `${path}/assign`, { to: idOf("dos") });
    expect((await ask("uno", path)).status).toBe(404);
    expect((await ask("dos", path)).status).toBe(200);
    expect(await listed("uno")).toEqual([]);
  });

  it("says nothing more in it, not even what was on its way out when it was given to somebody else", async () => {
    const path = `/tickets/${folios[1]}`;
    const { said } = await ask("dos", path);
    const { seq } = (said as { row: { seq: number } }).row;
    const id = "00000000-0000-4000-8000-00000000f101";
    const content = {
      ...{ text: "Se lo mando.", cause: "", remedy: "", awaiting: "client" },
      ...{ session: "A".repeat(32), files: [], acts: [], used: [], mentions: [] },
    };
    const words = { mode: "reply", seen: seq, sees: [], undoSeconds: 12, content };
    const sent = await ask("dos", `${path}/compositions/${id}/send`, words);
    expect(sent).toMatchObject({ status: 200, said: { leavesAt: expect.any(Number) } });
    await ask("propia", `${path}/assign`, { to: idOf("uno") });
    await test.passTo(test.time.read() + 13_000);
    expect(JSON.stringify((await ask("propia", path)).said)).not.toContain("Se lo mando.");
    expect((await ask("dos", "/compositions")).said).toMatchObject({
      compositions: [{ id, state: "stopped", stopped: { code: "no-such-ticket" } }],
    });
  });

  it("is invited as one of a company that the manual names, and of no other", async () => {
    const invitation = { name: "Tres", email: "tres@example.com", role: "agent", level: null };
    const unknown = await ask("propia", "/invitations", { ...invitation, party: "otra" });
    expect(unknown.said).toMatchObject({ code: "party-unknown" });
    const { plazo, desk } = test;
    const grants = [{ desk, role: "agent", level: null, party: "soporte-externo" }] as const;
    const made = await makeEntry(plazo, {
      purpose: "invitation",
      userId: null,
      name: null,
      email: null,
      grants,
    });
    const spent = await spendEntry(plazo, made.link.split("/").at(-1) ?? "");
    if (!("grants" in spent)) throw new Error("not spent");
    const person = { userId: "tres", name: "Tres", email: "tres@example.com" };
    await grantEntry(plazo, person, spent.grants);
    expect(await findMember(plazo, desk, "tres")).toMatchObject({ party: "soporte-externo" });
  });
});

describe("the register of contacts (FI-2, FI-6)", () => {
  const contact = { address: "Legal@example.com", name: "Xavier", organisation: null };

  it("is written by those who may, in a role that the manual names", async () => {
    const legal = { ...contact, role: "representante-legal" };
    expect(await ask("propia", "/contacts", legal)).toMatchObject({
      status: 200,
      said: { admitted: [] },
    });
    expect(await ask("propia", "/contacts", { ...contact, role: "gerente" })).toMatchObject({
      status: 422,
      said: { code: "role-unknown", field: "role" },
    });
    expect((await ask("propia", "/contacts")).said).toEqual({
      contacts: [{ ...legal, address: "legal@example.com", trained: null }],
      next: null,
    });
  });

  it("admits what was held for an address that it did not know", async () => {
    const filed = await fileTicket(test.plazo, test.desk, {
      form: "soporte",
      channel: "form",
      fields: {
        necesita: "duda",
        asunto: "No encuentro mis facturas",
        descripcion: "La lista sale vacía.",
        correo: "nueva@example.com",
      },
      uploads: [],
      language: "es",
      portal: null,
      source: "192.0.2.1",
      submission: "envio-de-prueba-nueva",
    });
    if (!("folio" in filed)) throw new Error(JSON.stringify(filed));
    expect(filed.ticket.held).toBe("unverified");
    const known = { ...contact, address: "nueva@example.com", role: null };
    const { said } = await ask("propia", "/contacts", known);
    expect(said).toEqual({ admitted: [filed.folio] });
  });
});
