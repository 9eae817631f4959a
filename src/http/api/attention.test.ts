import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { announcement, announcements } from "../../contract/announcements.ts";
import { deskDetail } from "../../contract/desk.ts";
import { ticketDetail, ticketPage } from "../../contract/ticket.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import { DAY, HOUR } from "../../core/time/instant.ts";
import { setMember } from "../../desk/staff/members.ts";
import { answerChargeAsClient } from "../../desk/tickets/as-client.ts";
import { fileTicket } from "../../desk/tickets/file-ticket.ts";
import { openIdentities } from "../../store/staff/identities.ts";
import type { Identities } from "../../store/staff/identities.ts";
import { openStaffAuth } from "../staff/auth.ts";
import { api } from "./api.ts";

let test: TestDesk;
let identities: Identities;
let browser: Browser;
const cookies = { agent: "", auditor: "" };
let folio = "";
let capability = "";

beforeAll(async () => {
  // Saturday at eleven in the morning, in Caracas: the desk is closed.
  test = await openTestDesk("erp-clubes", "2026-11-21T15:00:00Z");
  identities = openIdentities(test.database.connection, { alone: false, log: () => undefined });
  const { plazo, desk } = test;
  const { url } = plazo.settings;
  const auth = openStaffAuth({ pool: identities.pool, secret: "s".repeat(43), url });
  browser = browse(test, {
    mount: (app) => app.route("/api/v1", api({ plazo, auth, serves: (id) => id === desk })),
  });
  for (const as of ["agent", "auditor"] as const) {
    const person = { name: as, email: `${as}@example.com` };
    const userId = await auth.identify({ ...person, password: null });
    await setMember(plazo, { ...person, desk, userId, role: as, level: null });
    cookies[as] = (await auth.enter(userId, new Headers()))[0]?.split(";")[0] ?? "";
  }
  const filed = await fileTicket(plazo, desk, {
    form: "curso",
    channel: "form",
    fields: { quien: "Club", personas: "3", descripcion: "Bancos", correo: "socio@example.com" },
    uploads: [],
    language: "es",
    portal: null,
    source: "192.0.2.1",
    submission: "a-submission-of-a-form-0001",
    urgency: "plataforma",
    present: true,
  });
  if (!("folio" in filed)) throw new Error(JSON.stringify(filed));
  ({ folio, capability } = filed);
});
afterAll(async () => {
  await identities.close();
  await test.close();
});

async function ask(
  path: string,
  body?: unknown,
  as: keyof typeof cookies = "agent",
): Promise<{ readonly status: number; readonly json: unknown }> {
  const headers = {
    cookie: cookies[as],
    origin: "https://plazo.example.com",
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  const answer = await browser.app.request(`/api/v1/desks/erp-clubes${path}`, {
    headers,
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: await answer.json() };
}

const ticket = async (): Promise<TicketDetail> =>
  ticketDetail.parse((await ask(`/tickets/${folio}`)).json);

describe("urgency and presence on the wire (RD-2, RD-15)", () => {
  it("stand in the list and in the ticket, with what may be done", async () => {
    const list = ticketPage.parse((await ask("/tickets")).json);
    expect(list.tickets).toMatchObject([{ folio, present: true, urgency: "claimed" }]);
    const { urgency, acts } = await ticket();
    expect(urgency).toEqual({ ground: "plataforma", state: "claimed" });
    expect(acts).toEqual(expect.arrayContaining(["confirm-urgency", "refuse-urgency"]));
    const { grounds, charges, announcements: processes } = deskDetail.parse((await ask("")).json);
    expect(grounds.map(({ id }) => id)).toEqual([
      "plataforma",
      "facturacion",
      "proceso",
      "ultimo-dia",
    ]);
    expect(charges).toMatchObject([{ rate: { amount: "40.00", currency: "USD" }, each: HOUR }]);
    expect(processes).toMatchObject([{ id: "proceso-especial", who: ["client", "agent"] }]);
  });

  it("is refused with a reason and confirmed without, by those who may write alone", async () => {
    expect((await ask(`/tickets/${folio}/confirm-urgency`, {}, "auditor")).status).toBe(403);
    expect((await ask(`/tickets/${folio}/refuse-urgency`, { reason: " " })).status).toBe(400);
    expect((await ask(`/tickets/${folio}/confirm-urgency`, {})).status).toBe(200);
    expect((await ticket()).row).toMatchObject({ urgency: "confirmed", severity: "urgente" });
    expect(await ask(`/tickets/${folio}/confirm-urgency`, {})).toMatchObject({
      json: { code: "nothing-claimed" },
    });
  });
});

describe("a request that is taken down", () => {
  const wish = {
    form: "curso",
    channel: "mail",
    fields: { quien: "Club", personas: "3", descripcion: "Nómina", correo: "dos@example.com" },
  };

  it("carries the urgency that is claimed and whether they are there", async () => {
    const closed = { ...wish, urgency: "proceso", submission: "taken-down-1" };
    expect(await ask("/tickets", closed)).toMatchObject({
      json: { errors: [{ code: "ground-closed", field: "ground" }] },
    });
    const open = { ...wish, urgency: "facturacion", present: false, submission: "taken-down-2" };
    const { status, json } = await ask("/tickets", open);
    expect(status).toBe(200);
    const made = (json as { readonly folio: string }).folio;
    expect(ticketDetail.parse((await ask(`/tickets/${made}`)).json)).toMatchObject({
      urgency: { ground: "facturacion", state: "claimed" },
      row: { present: false },
    });
  });
});

describe("charges on the wire (RD-1)", () => {
  it("are quoted in minutes alone, accepted by the client, and logged with what was done", async () => {
    const quote = `/tickets/${folio}/propose-charge`;
    expect((await ask(quote, { minutes: 30, amount: "1.00" })).status).toBe(400);
    expect((await ask(quote, { minutes: 0 })).status).toBe(400);
    expect((await ask(quote, { minutes: 30 })).status).toBe(200);
    const log = `/tickets/${folio}/log-time`;
    const worked = { minutes: 30, work: "Revisión" };
    expect(await ask(log, worked)).toMatchObject({
      json: { code: "charge-not-accepted", clause: ["RD-1"] },
    });
    expect((await ticket()).acts).not.toContain("log-time");
    const opened = { desk: test.desk, capability };
    await answerChargeAsClient(test.plazo, opened, { accepted: true, reason: "" });
    expect((await ticket()).acts).toContain("log-time");
    expect((await ask(log, worked)).status).toBe(200);
    expect((await ticket()).account).toMatchObject({
      quotes: [{ minutes: 30, amount: "20.00", currency: "USD", state: "accepted" }],
      entries: [{ by: "agent", amount: "20.00", work: "Revisión" }],
      minutes: 30,
      totals: [{ amount: "20.00", currency: "USD" }],
    });
  });
});

describe("announcements on the wire (RD-15c)", () => {
  it("are made ahead, listed and cancelled once, by those who may write", async () => {
    const starts = test.time.read() + HOUR;
    const wanted = {
      process: "proceso-especial",
      type: "carnetizacion",
      starts,
      ends: starts + DAY,
      address: null,
    };
    expect((await ask("/announcements", wanted, "auditor")).status).toBe(403);
    expect(await ask("/announcements", { ...wanted, starts: starts - 2 * HOUR })).toMatchObject({
      json: { code: "announced-late", clause: ["RD-15c"] },
    });
    const made = announcement.parse((await ask("/announcements", wanted)).json);
    expect(made).toMatchObject({ byKind: "agent", byName: "agent", starts });
    const listed = announcements.parse((await ask("/announcements", undefined, "auditor")).json);
    expect(listed.announcements).toEqual([made]);
    const end = `/announcements/${made.id}/cancel`;
    expect((await ask(end, {}, "auditor")).status).toBe(403);
    expect((await ask(end, {})).status).toBe(200);
    expect(await ask(end, {})).toMatchObject({ json: { code: "no-such-announcement" } });
    expect(await ask("/announcements")).toMatchObject({ json: { announcements: [] } });
  });
});
