import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { filingOf, fileOne, openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { trackerFollower, trackerFollowing, trackerPage } from "../../contract/tracker.ts";
import { setMember } from "../../desk/staff/members.ts";
import { openIdentities } from "../../store/staff/identities.ts";
import type { Identities } from "../../store/staff/identities.ts";
import { openStaffAuth } from "../staff/auth.ts";
import { api } from "./api.ts";

let test: TestDesk;
let identities: Identities;
let browser: Browser;
const cookies: Record<"agent" | "supplier" | "auditor" | "administrator", string> = {
  agent: "",
  supplier: "",
  auditor: "",
  administrator: "",
};
const folios: string[] = [];

beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-12T16:00:00Z");
  identities = openIdentities(test.database.connection, { alone: false, log: () => undefined });
  const { plazo, desk } = test;
  const { url } = plazo.settings;
  const auth = openStaffAuth({ pool: identities.pool, secret: "s".repeat(43), url });
  browser = browse(test, {
    mount: (app) => app.route("/api/v1", api({ plazo, auth, serves: (id) => id === desk })),
  });
  for (const as of ["agent", "supplier", "auditor", "administrator"] as const) {
    const person = { name: as, email: `${as}@example.com` };
    const userId = await auth.identify({ ...person, password: null });
    const [role, party] = as === "supplier" ? (["agent", "proveedor"] as const) : [as, null];
    await setMember(plazo, { ...person, desk, userId, role, level: null, party });
    cookies[as] = (await auth.enter(userId, new Headers()))[0]?.split(";")[0] ?? "";
  }
  for (let n = 0; n < 3; n += 1) {
    test.time.advance(60_000);
    folios.unshift((await fileOne(test, { portal: "dulcera.example.com" })).folio);
  }
  const { fields } = filingOf();
  const formula = { ...fields, quien: '=HYPERLINK("https://evil.example")', tipo: "conectividad" };
  test.time.advance(60_000);
  folios.unshift((await fileOne(test, { portal: "andamios.example.com", fields: formula })).folio);
});
afterAll(async () => {
  await identities.close();
  await test.close();
});

async function ask(
  path: string,
  as: keyof typeof cookies = "agent",
  body?: unknown,
): Promise<{ readonly status: number; readonly text: string; readonly headers: Headers }> {
  const headers = {
    cookie: cookies[as],
    origin: "https://plazo.example.com",
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  const answer = await browser.app.request(`/api/v1/desks/hib2b${path}`, {
    headers,
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

const page = async (query = "") =>
  trackerPage.parse(JSON.parse((await ask(`/tracker${query}`)).text));
const foliosOf = async (query: string): Promise<string[]> =>
  (await page(query)).rows.map(({ folio }) => folio);

describe("the tracker over the API", () => {
  it("lists the manual's columns, newest first, by portal and by category", async () => {
    const whole = await page();
    expect(whole.columns.slice(0, 5)).toEqual([
      "subject",
      "filed",
      "requester",
      "category",
      "folio",
    ]);
    expect(whole.rows.map(({ folio }) => folio)).toEqual(folios);
    expect(whole.portals).toEqual(["andamios.example.com", "dulcera.example.com"]);
    expect(whole.categories).toContainEqual({
      id: "tipo/conectividad",
      label: { es: "Conectividad", en: "Connectivity" },
    });
    expect(await foliosOf("?portal=dulcera.example.com")).toEqual(folios.slice(1));
    expect(await foliosOf("?category=tipo/conectividad")).toEqual(folios.slice(0, 1));
    expect(await foliosOf("?category=tipo/conectividad&portal=dulcera.example.com")).toEqual([]);
  });

  it("goes on where a page ended, and refuses a cursor that it did not give", async () => {
    const first = await page("?limit=1");
    expect(first.rows.map(({ folio }) => folio)).toEqual(folios.slice(0, 1));
    const rest = await page(`?cursor=${String(first.next)}`);
    expect(rest.rows.map(({ folio }) => folio)).toEqual(folios.slice(1));
    expect((await ask("/tracker?cursor=none")).status).toBe(400);
  });

  it("comes as a CSV file in the reader's words, in which no value is a formula", async () => {
    const file = await ask("/tracker.csv?lang=es");
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(file.headers.get("content-disposition")).toContain("seguimiento-hib2b.csv");
    const lines = file.text.split("\r\n");
    expect(lines[0]).toBe(
      '"Asunto","Alta","Usuario","Categoría","Folio","Severidad","Estado","Responsable"',
    );
    expect(lines).toHaveLength(6);
    expect(lines[1]).toContain('"\'=HYPERLINK(""https://evil.example"")"');
    expect(lines[1]).toContain('"2026-11-12 10:04"');
    expect(file.text).not.toMatch(/(^|,)"[=+\-@]/mu);
  });

  it("is followed and left by whoever asks, who is told what the next digest brings and when", async () => {
    test.time.advance(1_000);
    const followed = trackerFollower.parse(
      JSON.parse((await ask("/tracker/followers", "agent", { portal: null, outsider: null })).text),
    );
    const read = async () =>
      trackerFollowing.parse(JSON.parse((await ask("/tracker/following")).text));
    test.time.advance(1_000);
    await fileOne(test);
    expect(await read()).toMatchObject({
      next: Date.parse("2026-11-13T15:00:00Z"),
      followed: [{ follower: { id: followed.id, name: "agent" }, added: 1, updated: 0 }],
    });
    expect((await ask(`/tracker/followers/${followed.id}/stop`, "agent", {})).text).toBe(
      '{"stopped":true}',
    );
    expect((await read()).followed).toEqual([]);
  });

  it("takes an address from outside from an administrator alone, who alone stops others'", async () => {
    const outsider = { name: "Compras", address: "Compras@Example.com", language: "en" };
    const body = { portal: "dulcera.example.com", outsider };
    expect((await ask("/tracker/followers", "agent", body)).status).toBe(403);
    expect(
      (await ask("/tracker/followers", "auditor", { portal: null, outsider: null })).status,
    ).toBe(403);
    const added = await ask("/tracker/followers", "administrator", body);
    const follower = trackerFollower.parse(JSON.parse(added.text));
    expect(follower).toMatchObject({ address: "compras@example.com", staff: null, language: "en" });
    const stop = `/tracker/followers/${follower.id}/stop`;
    expect((await ask(stop, "agent", {})).status).toBe(403);
    expect((await ask("/tracker/followers", "auditor")).text).toContain("compras@example.com");
    expect((await ask(stop, "administrator", {})).text).toBe('{"stopped":true}');
    expect((await ask(stop, "administrator", {})).text).toBe('{"stopped":false}');
  });

  it("is closed to people of another company, who see only what is assigned to them (FI-1)", async () => {
    for (const path of ["", ".csv", "/following", "/followers"])
      expect((await ask(`/tracker${path}`, "supplier")).status).toBe(403);
    const body = { portal: null, outsider: null };
    expect((await ask("/tracker/followers", "supplier", body)).status).toBe(403);
    expect((await ask("", "supplier")).text).toContain('"tracker":false');
    expect((await ask("", "agent")).text).toContain('"tracker":true');
  });

  it("is not found at another desk", async () => {
    const answer = await browser.app.request("/api/v1/desks/otra/tracker", {
      headers: { cookie: cookies.agent },
    });
    expect(answer.status).toBe(404);
  });
});
