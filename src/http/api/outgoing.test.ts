import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { fileOne, openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { outgoingPage } from "../../contract/outgoing.ts";
import { ticketDetail } from "../../contract/ticket.ts";
import type { Delivery } from "../../contract/ticket.ts";
import { setMember } from "../../desk/staff/members.ts";
import { openIdentities } from "../../store/staff/identities.ts";
import type { Identities } from "../../store/staff/identities.ts";
import { openStaffAuth } from "../staff/auth.ts";
import { api } from "./api.ts";

let test: TestDesk;
let identities: Identities;
let browser: Browser;
const cookies = { agent: "", auditor: "", stranger: "" };

beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-23T15:00:00Z");
  identities = openIdentities(test.database.connection, { alone: false, log: () => undefined });
  const { plazo, desk } = test;
  const auth = openStaffAuth({
    pool: identities.pool,
    secret: "s".repeat(43),
    url: plazo.settings.url,
  });
  browser = browse(test, {
    mount: (app) => app.route("/api/v1", api({ plazo, auth, serves: () => true })),
  });
  for (const as of ["agent", "auditor", "stranger"] as const) {
    const person = { name: as, email: `${as}@example.com` };
    const userId = await auth.identify({ ...person, password: null });
    if (as !== "stranger")
      await setMember(plazo, { ...person, desk, userId, role: as, level: null });
    cookies[as] = (await auth.enter(userId, new Headers()))[0]?.split(";")[0] ?? "";
  }
});
afterAll(async () => {
  await identities.close();
  await test.close();
});

interface Asked {
  readonly body?: unknown;
  readonly as?: keyof typeof cookies;
  readonly origin?: string;
}

async function ask(path: string, { body, as = "agent", origin }: Asked = {}) {
  const headers = {
    cookie: cookies[as],
    origin: origin ?? "https://plazo.example.com",
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const answer = await browser.app.request(`/api/v1${path}`, { headers, ...sent });
  return { status: answer.status, json: (await answer.json()) as unknown };
}

/** A ticket whose acknowledgement was refused for good. */
async function refused(): Promise<{ folio: string; delivery: Delivery }> {
  test.mail.answers.push({ delivery: "refused", how: "permanent", why: "550 5.1.1 no such user" });
  const { folio } = await fileOne(test);
  await test.work();
  return { folio, delivery: (await seen(folio))[0] as Delivery };
}

async function seen(folio: string, as: keyof typeof cookies = "agent"): Promise<Delivery[]> {
  return ticketDetail.parse((await ask(`/desks/hib2b/tickets/${folio}`, { as })).json).deliveries;
}

describe("sending again what failed", () => {
  it("is offered to whoever may, done once, and shown beside what failed with who asked for it", async () => {
    const { folio, delivery } = await refused();
    expect(delivery).toMatchObject({ state: "failed", sendable: true, askedBy: null });
    expect((await seen(folio, "auditor"))[0]).toMatchObject({ sendable: false });
    const path = `/desks/hib2b/outgoing/${delivery.id}/again`;
    expect((await ask(path, { body: {} })).status).toBe(200);
    expect(await ask(path, { body: {} })).toMatchObject({
      status: 409,
      json: { code: "sent-again-already" },
    });
    await test.work();
    const [first, second] = await seen(folio);
    expect(first).toMatchObject({ id: delivery.id, state: "failed", sendable: false });
    expect(second).toMatchObject({ state: "sent", againOf: delivery.id, sendable: false });
    expect(second?.askedBy).not.toBeNull();
    const listed = outgoingPage.parse((await ask("/desks/hib2b/outgoing")).json);
    expect(listed.messages[0]).toMatchObject({ id: second?.id, againOf: delivery.id });
  });

  it("is not for who reads only, for strangers, for another desk's messages, from another site or with other keys", async () => {
    const { folio, delivery } = await refused();
    const path = `/desks/hib2b/outgoing/${delivery.id}/again`;
    expect(await ask(path, { body: {}, as: "auditor" })).toMatchObject({ status: 403 });
    expect(await ask(path, { body: {}, as: "stranger" })).toMatchObject({ status: 404 });
    expect(await ask(`/desks/otra/outgoing/${delivery.id}/again`, { body: {} })).toMatchObject({
      status: 404,
    });
    expect(await ask("/desks/hib2b/outgoing/999999/again", { body: {} })).toMatchObject({
      status: 404,
    });
    expect((await ask(path, { body: {}, origin: "https://evil.example.com" })).status).toBe(403);
    expect((await ask(path, { body: { to: "otro@example.com" } })).status).toBe(400);
    expect(await seen(folio)).toHaveLength(1);
  });
});
