import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { fileOne, openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { acts } from "../../contract/acts.ts";
import { calendarExceptions, exceptionPreview } from "../../contract/calendar.ts";
import { explanation } from "../../contract/clock.ts";
import { moved, movePreview, policyVersions, rebindingPreview } from "../../contract/policy.ts";
import { ticketDetail } from "../../contract/ticket.ts";
import type { Role } from "../../core/access/roles.ts";
import { publishPolicy } from "../../desk/policies/publish-policy.ts";
import { setMember } from "../../desk/staff/members.ts";
import { openIdentities } from "../../store/staff/identities.ts";
import type { Identities } from "../../store/staff/identities.ts";
import { openStaffAuth } from "../staff/auth.ts";
import { api } from "./api.ts";

let test: TestDesk;
let identities: Identities;
let browser: Browser;
const cookies = new Map<Role, string>();
let folio = "";
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
  identities = openIdentities(test.database.connection, { alone: false, log: () => undefined });
  const { plazo, desk, policy } = test;
  const auth = openStaffAuth({
    pool: identities.pool,
    secret: "s".repeat(43),
    url: plazo.settings.url,
  });
  browser = browse(test, {
    mount: (app) => app.route("/api/v1", api({ plazo, auth, serves: (id) => id === desk })),
  });
  for (const role of ["agent", "supervisor", "auditor"] as const) {
    const person = { name: role, email: `${role}@example.com` };
    const userId = await auth.identify({ ...person, password: null });
    await setMember(plazo, { ...person, desk, userId, role, level: null });
    cookies.set(role, (await auth.enter(userId, new Headers()))[0]?.split(";")[0] ?? "");
  }
  folio = (await fileOne(test)).folio;
  const clocks = policy.clocks.filter(({ id }) => id !== "primer-contacto");
  const said = { source: "", reason: "ensayo", by: "prueba" };
  await publishPolicy(plazo, desk, { policy: { ...policy, clocks }, ...said });
});
afterAll(async () => {
  await identities.close();
  await test.close();
});

interface Asked {
  readonly role?: Role;
  readonly body?: unknown;
}

async function ask(
  path: string,
  { role = "supervisor", body }: Asked = {},
): Promise<{ readonly status: number; readonly said: unknown }> {
  const headers = { cookie: cookies.get(role) ?? "" };
  const sent = {
    method: "POST",
    body: JSON.stringify(body),
    headers: {
      ...headers,
      origin: "https://plazo.example.com",
      "content-type": "application/json",
    },
  };
  const url = `/api/v1/desks/hib2b${path}`;
  const answer = await browser.app.request(url, body === undefined ? { headers } : sent);
  return { status: answer.status, said: await answer.json() };
}

const closed = { calendar: "oficina", date: "2026-11-23", open: [], why: "Inventario" };
const move = { to: 2, reason: "Convenio nuevo" };

describe("what only a supervisor or an administrator may do", () => {
  it.each(["agent", "auditor"] as const)("is refused to an %s", async (role) => {
    const wishes: [string, unknown][] = [
      ["/exceptions", closed],
      ["/exceptions/preview", closed],
      ["/policies/1/moves", move],
      ["/policies/1/moves?to=2", undefined],
      [`/tickets/${folio}/rebind`, { policy: 2, reason: "x" }],
      [`/tickets/${folio}/rebinding?policy=2`, undefined],
    ];
    for (const [path, body] of wishes) {
      const answer = await ask(path, { role, body });
      expect([path, answer.status]).toEqual([path, 403]);
    }
    const detail = ticketDetail.parse((await ask(`/tickets/${folio}`, { role })).said);
    expect(detail.acts).not.toContain("rebind");
  });

  it("may be read by all: what was published, and the versions", async () => {
    for (const role of ["agent", "auditor"] as const) {
      expect((await ask("/exceptions", { role })).status).toBe(200);
      expect((await ask("/policies", { role })).status).toBe(200);
    }
  });
});

describe("an exception of a calendar", () => {
  it("is shown, published and listed; the promise and its explanation say both dates", async () => {
    const seen = exceptionPreview.parse((await ask("/exceptions/preview", { body: closed })).said);
    expect(seen).toMatchObject({ looked: 1, next: null, moved: [{ folio }] });
    expect((await ask("/exceptions", { body: closed })).status).toBe(200);
    await test.work();
    const list = calendarExceptions.parse((await ask("/exceptions")).said);
    expect(list.exceptions).toMatchObject([{ why: { es: "Inventario" }, author: "supervisor" }]);
    expect(list.calendars[0]?.hours.es).toContain("lunes a viernes");
    const { promises, timeline } = ticketDetail.parse((await ask(`/tickets/${folio}`)).said);
    const contact = promises.find(({ clock }) => clock === "primer-contacto");
    const [before, after] = [seen.moved[0]?.before, seen.moved[0]?.after];
    expect([contact?.promised, contact?.limit]).toEqual([before, after]);
    expect(timeline.at(-1)).toMatchObject({ type: "limit-moved", public: true });
    const why = await ask(`/tickets/${folio}/clocks/primer-contacto?lang=en`);
    const explained = explanation.parse(why.said);
    expect(explained.promised).toBe(before);
    expect(explained.words.join("\n")).toContain("promised before the hours changed");
  });

  it("is refused with the field that is wrong", async () => {
    const over = await ask("/exceptions", { body: { ...closed, date: "2026-11-19" } });
    expect(over).toMatchObject({ status: 422, said: { code: "date-over", field: "date" } });
    const wordless = await ask("/exceptions", { body: { ...closed, why: " " } });
    expect(wordless.status).toBe(400);
  });
});

describe("a move to another version", () => {
  it("is shown for one ticket and for all of a version", async () => {
    const one = await ask(`/tickets/${folio}/rebinding?policy=2`);
    expect(rebindingPreview.parse(one.said).changes).toMatchObject([
      { clock: "primer-contacto", after: null },
    ]);
    const all = movePreview.parse((await ask("/policies/1/moves?to=2")).said);
    expect(all).toMatchObject({ next: null, tickets: [{ folio, refused: null }] });
    const none = movePreview.parse((await ask("/policies/1/moves?to=1")).said);
    expect(none.tickets[0]?.refused).toMatch(/versión/u);
    expect((await ask("/policies/1/moves?to=9")).status).toBe(404);
    expect((await ask(`/tickets/${folio}/rebinding?policy=9`)).status).toBe(404);
  });

  it("moves them, with the reason in the timeline", async () => {
    expect(acts.rebind.safeParse({ policy: 2, reason: "" }).success).toBe(false);
    const done = moved.parse((await ask("/policies/1/moves", { body: move })).said);
    expect(done).toEqual({ moved: [folio], stayed: [], next: null });
    const { timeline, policy } = ticketDetail.parse((await ask(`/tickets/${folio}`)).said);
    expect([policy, timeline.at(-1)?.facts]).toEqual([2, { policy: 2, reason: "Convenio nuevo" }]);
    const back = await ask(`/tickets/${folio}/rebind`, { body: { policy: 1, reason: "error" } });
    expect(back.status).toBe(200);
    const { versions } = policyVersions.parse((await ask("/policies")).said);
    expect(versions.map(({ number, open }) => [number, open])).toEqual([
      [2, 0],
      [1, 1],
    ]);
  });
});
