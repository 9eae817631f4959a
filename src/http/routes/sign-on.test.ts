import { createServer } from "node:http";
import type { Server } from "node:http";
import Provider from "oidc-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser, Page } from "../../../test/kit/browse.ts";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { MINUTE } from "../../core/time/instant.ts";
import { makeEntry } from "../../desk/staff/entry.ts";
import { findMember, setMember } from "../../desk/staff/members.ts";
import { openIdentities } from "../../store/staff/identities.ts";
import type { Identities } from "../../store/staff/identities.ts";
import { openStaffAuth } from "../staff/auth.ts";
import type { StaffAuth } from "../staff/auth.ts";
import { openSignOn } from "../staff/sign-on.ts";
import type { SignOnSettings } from "../staff/sign-on.ts";
import { entryRoutes } from "./entry.ts";
import { proofRoutes } from "./proof.ts";
import { signOnRoutes } from "./sign-on.ts";

/** What the provider says of its people, by their subject. */
const people: Record<string, { email: string; email_verified: boolean; name: string }> = {};

let test: TestDesk;
let identities: Identities;
let auth: StaffAuth;
let server: Server;
let issuer = "";
const logged: string[] = [];

beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T15:00:00Z");
  identities = openIdentities(test.database.connection, { alone: false, log: () => undefined });
  auth = openStaffAuth({
    pool: identities.pool,
    secret: "s".repeat(43),
    url: test.plazo.settings.url,
  });
  server = createServer();
  await new Promise<void>((up) => void server.listen(0, "127.0.0.1", up));
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "plazo",
        client_secret: "un-secreto-de-prueba-bastante-largo",
        token_endpoint_auth_method: "client_secret_post",
        redirect_uris: [`${test.plazo.settings.url}/app/cuenta/regreso`],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, ...people[sub] }),
    }),
    features: { devInteractions: { enabled: true } },
  });
  server.on("request", provider.callback());
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => void server.close(done));
  await identities.close();
  await test.close();
});

function opened(settings: Partial<SignOnSettings> = {}): Browser {
  const { plazo } = test;
  const signOn = openSignOn({
    plazo,
    auth,
    settings: {
      issuer,
      clientId: "plazo",
      clientSecret: "un-secreto-de-prueba-bastante-largo",
      label: "Cuenta Acme",
      secondFactor: "ask",
      trustAddresses: false,
      ...settings,
    },
    log: (line) => void logged.push(line),
  });
  const parts = { plazo, auth };
  return browse(test, {
    mount(app) {
      app.route("/", entryRoutes({ ...parts, tick: () => 0, signOn: signOn.label }));
      app.route("/", proofRoutes(parts));
      app.route("/", signOnRoutes({ ...parts, signOn }));
    },
  });
}

/** Leaves for the provider; gives where to, and the cookie to come back with. */
async function leave(
  browser: Browser,
  next = "/app/d/hib2b",
): Promise<{ to: string; cookie: string }> {
  const page = await browser.post("/app/cuenta", new URLSearchParams({ next }));
  expect(page.status).toBe(200);
  const to = /url=([^"]+)"/u.exec(page.text)?.[1]?.replaceAll("&amp;", "&") ?? "";
  return { to, cookie: page.headers.getSetCookie()[0]?.split(";")[0] ?? "" };
}

/** Signs in at the provider as somebody, through its own pages; gives the address that it sends back to. */
async function atProvider(to: string, sub: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = to;
  let form: URLSearchParams | null = null;
  for (let hop = 0; hop < 12; hop += 1) {
    const answer: Response = await fetch(at, {
      redirect: "manual",
      method: form === null ? "GET" : "POST",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form === null ? {} : { body: form }),
    });
    form = null;
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const location = answer.headers.get("location");
    if (location !== null) {
      const next = new URL(location, at);
      if (next.origin !== issuer) return next;
      at = next.href;
      continue;
    }
    const page = await answer.text();
    at = new URL(/<form[^>]*action="([^"]+)"/u.exec(page)?.[1] ?? "", at).href;
    const prompt = /name="prompt" value="(\w+)"/u.exec(page)?.[1] ?? "";
    form = new URLSearchParams({
      prompt,
      ...(prompt === "login" ? { login: sub, password: "x" } : {}),
    });
  }
  throw new Error("the provider leads nowhere");
}

const back = (browser: Browser, url: URL, cookie: string): Promise<Page> =>
  browser.get(url.pathname + url.search, { cookie });

async function signOn(sub: string, browser = opened()): Promise<Page> {
  const { to, cookie } = await leave(browser);
  return back(browser, await atProvider(to, sub), cookie);
}

const sessionOf = (page: Page): string =>
  page.headers
    .getSetCookie()
    .map((one) => one.split(";")[0] ?? "")
    .find((one) => one.includes("session_token=") && !one.endsWith("=")) ?? "";

async function hired(email: string): Promise<string> {
  const userId = await auth.identify({ name: "Ana", email, password: null });
  const { plazo, desk } = test;
  await setMember(plazo, { desk, userId, name: "Ana", email, role: "agent", level: null });
  return userId;
}

describe("single sign-on", () => {
  it("lets in whoever works at a desk with that verified address, and takes them where they were going", async () => {
    await hired("ana@example.com");
    people["ana"] = { email: "Ana@example.com", email_verified: true, name: "Ana" };
    const browser = opened();
    const page = await signOn("ana", browser);
    expect([page.status, page.headers.get("location")]).toEqual([302, "/app/d/hib2b"]);
    const headers = new Headers({ cookie: sessionOf(page) });
    expect(await auth.whoIs(headers)).toMatchObject({ email: "ana@example.com" });
  });

  it("knows them again by their account, also under another address", async () => {
    people["ana"] = { email: "otra@example.com", email_verified: false, name: "Ana" };
    expect((await signOn("ana")).status).toBe(302);
  });

  it.each([
    [
      "an address that the provider did not verify",
      { email: "luz@example.com", email_verified: false },
    ],
    ["a stranger", { email: "nadie@example.com", email_verified: true }],
  ])("lets nobody in with %s, and makes no account of them", async (_, said) => {
    await hired("luz@example.com");
    people["x"] = { ...said, name: "X" };
    const page = await signOn("x");
    expect([page.status, sessionOf(page)]).toEqual([401, ""]);
    expect(page.words).toContain("no está invitada");
    expect(await auth.find("nadie@example.com")).toBeNull();
  });

  it("takes up the invitation of somebody who was invited, once", async () => {
    const grants = [{ desk: test.desk, role: "supervisor", level: null } as const];
    const email = "nueva@example.com";
    const entry = { purpose: "invitation", userId: null, name: "Nueva", email, grants } as const;
    const { link } = await makeEntry(test.plazo, entry);
    people["nueva"] = { email, email_verified: true, name: "Nueva" };
    const browser = opened();
    expect((await signOn("nueva", browser)).status).toBe(302);
    const found = await auth.find(email);
    expect(await findMember(test.plazo, test.desk, found?.userId ?? "")).toMatchObject({
      role: "supervisor",
    });
    expect((await browser.get(new URL(link).pathname)).status).toBe(410);
  });

  it("comes back once, in the browser that left, before it is too late", async () => {
    const browser = opened();
    const one = await leave(browser);
    const url = await atProvider(one.to, "ana");
    expect((await back(browser, url, "")).status).toBe(401);
    expect((await back(browser, url, one.cookie)).status).toBe(401);
    const two = await leave(browser);
    const late = await atProvider(two.to, "ana");
    test.time.set(test.time.read() + 11 * MINUTE);
    expect((await back(browser, late, two.cookie)).status).toBe(401);
    const three = await leave(browser);
    const right = await atProvider(three.to, "ana");
    const forged = new URL(right);
    forged.searchParams.set("code", "otro");
    expect((await back(browser, forged, three.cookie)).status).toBe(401);
  });

  it("sends state, nonce and a PKCE challenge, each time others", async () => {
    const browser = opened();
    const sent = await Promise.all([leave(browser), leave(browser)]);
    const [one, two] = sent.map(({ to }) => new URL(to).searchParams);
    for (const name of ["state", "nonce", "code_challenge"]) {
      expect(one?.get(name)?.length).toBeGreaterThan(20);
      expect(one?.get(name)).not.toBe(two?.get(name));
    }
    expect(one?.get("code_challenge_method")).toBe("S256");
  });

  it("says that the provider does not answer, logs why, and asks again the next time", async () => {
    const browser = opened({ issuer: "http://127.0.0.1:9" });
    const page = await browser.post("/app/cuenta", new URLSearchParams({ next: "/app" }));
    expect(page.status).toBe(502);
    expect(page.words).toContain("Cuenta Acme no responde en este momento");
    expect(page.text).toContain('type="password"');
    expect(logged).toContain("sign-on-away");
  });

  it("leads nowhere but into the workspace", async () => {
    const browser = opened();
    const { to, cookie } = await leave(browser, "https://malo.example.net/");
    const page = await back(browser, await atProvider(to, "ana"), cookie);
    expect(page.headers.get("location")).toBe("/app");
  });
});
