import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser, Page } from "../../../test/kit/browse.ts";
import { openTestDesk, testPolicy } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { MINUTE } from "../../core/time/instant.ts";
import type { Role } from "../../core/access/roles.ts";
import { usualPreferences } from "../../contract/preferences.ts";
import { openDesk } from "../../desk/desks/open-desk.ts";
import { setUpApp } from "../../desk/staff/authenticator.ts";
import { makeEntry } from "../../desk/staff/entry.ts";
import { setMember } from "../../desk/staff/members.ts";
import { codeAt, stepAt } from "../../desk/staff/one-time-code.ts";
import { lackOf, secondFactorOf } from "../../desk/staff/second-factor.ts";
import { keepPreferences } from "../../desk/staff/preferences.ts";
import { listSessions } from "../../desk/staff/sessions.ts";
import { openIdentities } from "../../store/staff/identities.ts";
import type { Identities } from "../../store/staff/identities.ts";
import { api } from "../api/api.ts";
import { openStaffAuth } from "../staff/auth.ts";
import type { StaffAuth } from "../staff/auth.ts";
import { entryRoutes } from "./entry.ts";
import { passkeyRoutes } from "./passkeys.ts";
import { proofRoutes } from "./proof.ts";
import { securityRoutes } from "./security.ts";

let test: TestDesk;
let identities: Identities;
let auth: StaffAuth;
let browser: Browser;
let count = 0;
/** Who tries, as each test makes them anew: nobody's tries count for another. */
let person: { readonly userId: string; readonly email: string };

const password = "una frase bastante larga";

beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T15:00:00Z");
  identities = openIdentities(test.database.connection, { alone: false, log: () => undefined });
  const { plazo } = test;
  auth = openStaffAuth({
    pool: identities.pool,
    secret: "s".repeat(43),
    url: plazo.settings.url,
    oneIsEnough: async (userId) => lackOf(await secondFactorOf(plazo, userId)) === "nothing",
  });
  const parts = { plazo, auth };
  browser = browse(test, {
    mount(app) {
      app.route("/api/v1", api({ ...parts, serves: () => true }));
      app.route("/", entryRoutes({ ...parts, tick: () => 0 }));
      for (const routes of [proofRoutes, passkeyRoutes, securityRoutes])
        app.route("/", routes(parts));
    },
  });
});
afterAll(async () => {
  await identities.close();
  await test.close();
});
beforeEach(() => hired("administrator"));

async function hired(role: Role): Promise<void> {
  count += 1;
  const email = `persona-${count}@example.com`;
  const userId = await auth.identify({ name: "Ana", email, password });
  const { plazo, desk } = test;
  await setMember(plazo, { desk, userId, name: "Ana", email, role, level: null });
  person = { userId, email };
}

const cookieOf = (page: Page): string => page.headers.getSetCookie()[0]?.split(";")[0] ?? "";
const get = (path: string, cookie: string): Promise<Page> => browser.get(path, { cookie });
const post = (path: string, typed: Record<string, string>, cookie = ""): Promise<Page> =>
  browser.post(path, new URLSearchParams(typed), cookie === "" ? {} : { cookie });
const me = async (cookie: string): Promise<number> =>
  (await browser.app.request("/api/v1/me", { headers: { cookie } })).status;

async function signedIn(): Promise<string> {
  const page = await post("/app/entrar", { email: person.email, password });
  expect(page.status).toBe(303);
  return cookieOf(page);
}

/** The code that an app shows now, `later` steps on. */
function codeOf(secret: string, later = 0): string {
  const bits = [...secret].map((letter) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
  );
  const bytes = bits.join("").match(/.{8}/gu) ?? [];
  const key = Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2));
  return codeAt(key, stepAt(test.time.read()) + later);
}

/** Sets an app up as its page does; gives its secret, the recovery codes and the cookie. */
async function withApp(): Promise<{ secret: string; codes: readonly string[]; cookie: string }> {
  const first = await signedIn();
  const set = await setUpApp(test.plazo, person);
  if (set === null) throw new Error("there was an app already");
  const done = await post("/app/segundo-factor/activar", { code: codeOf(set.secret) }, first);
  expect(done.status).toBe(200);
  const codes = done.words.match(/\b[a-z2-7]{5}-[a-z2-7]{5}\b/gu) ?? [];
  test.time.set(test.time.read() + MINUTE);
  return { secret: set.secret, codes, cookie: cookieOf(done) };
}

describe("whoever must have a second proof", () => {
  it("is led to set it up before anything else, and nothing opens until then", async () => {
    const cookie = await signedIn();
    expect(await me(cookie)).toBe(401);
    expect((await get("/app/seguridad", cookie)).status).toBe(303);
    const sent = await get("/app/entrar?next=/app/d/hib2b", cookie);
    expect(sent.headers.get("location")).toBe(
      "/app/segundo-factor/activar?next=%2Fapp%2Fd%2Fhib2b",
    );
    const page = await get(sent.headers.get("location") ?? "", cookie);
    expect(page.text).toContain('<svg role="img"');
    const again = await get("/app/segundo-factor/activar", cookie);
    const key = /Clave: ([A-Z2-7 ]+)/u;
    expect(key.exec(again.words)?.[1]).toBe(key.exec(page.words)?.[1]);
    const secret = (key.exec(page.words)?.[1] ?? "").replaceAll(" ", "");
    const wrong = await post("/app/segundo-factor/activar", { code: "000000" }, cookie);
    expect(wrong.status).toBe(422);
    expect(await me(cookie)).toBe(401);
    const done = await post("/app/segundo-factor/activar", { code: codeOf(secret) }, cookie);
    expect(done.words.match(/\b[a-z2-7]{5}-[a-z2-7]{5}\b/gu)).toHaveLength(10);
    expect(await me(cookieOf(done))).toBe(200);
    expect(await me(cookie)).toBe(401);
  });

  it("is an approver too, and an agent only where the desk asks everybody", async () => {
    await hired("owner");
    expect(await me(await signedIn())).toBe(401);
    await hired("agent");
    expect(await me(await signedIn())).toBe(200);
  });
});

describe("a code", () => {
  it("is asked after the password, and opens a session that is another", async () => {
    const { secret } = await withApp();
    const first = await signedIn();
    expect(await me(first)).toBe(401);
    const sent = await get("/app/entrar", first);
    expect(sent.headers.get("location")).toBe("/app/segundo-factor?next=%2Fapp");
    const done = await post("/app/segundo-factor", { code: codeOf(secret), next: "/app" }, first);
    expect([done.status, done.headers.get("location")]).toEqual([303, "/app"]);
    expect(cookieOf(done)).not.toBe(first);
    expect(await me(cookieOf(done))).toBe(200);
    expect(await me(first)).toBe(401);
  });

  it("is taken once, however many send it at the same moment", async () => {
    const { secret } = await withApp();
    const sessions = [await signedIn(), await signedIn(), await signedIn()];
    const code = codeOf(secret);
    const ends = await Promise.all(
      sessions.map((cookie) => post("/app/segundo-factor", { code }, cookie)),
    );
    expect(ends.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 401, 401]);
  });

  it("is tried five times in a quarter of an hour, also all at once; the right one is refused as well then", async () => {
    const { secret } = await withApp();
    const cookie = await signedIn();
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        post("/app/segundo-factor", { code: `00000${at % 10}` }, cookie),
      ),
    );
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(7);
    expect((await post("/app/segundo-factor", { code: codeOf(secret) }, cookie)).status).toBe(429);
    test.time.set(test.time.read() + 16 * MINUTE);
    expect((await post("/app/segundo-factor", { code: codeOf(secret) }, cookie)).status).toBe(303);
  });

  it("of recovery works once, in any case and without its dash; new ones make the old ones useless", async () => {
    const { codes, cookie } = await withApp();
    const spoken = (codes[0] ?? "").toUpperCase().replace("-", " ");
    expect((await post("/app/segundo-factor", { code: spoken }, await signedIn())).status).toBe(
      303,
    );
    expect((await post("/app/segundo-factor", { code: spoken }, await signedIn())).status).toBe(
      401,
    );
    const renewed = await post("/app/seguridad/codigos", {}, cookie);
    expect(renewed.words.match(/\b[a-z2-7]{5}-[a-z2-7]{5}\b/gu)).toHaveLength(10);
    const old = await post("/app/segundo-factor", { code: codes[1] ?? "" }, await signedIn());
    expect(old.status).toBe(401);
  });

  it("of somebody else's app opens nothing", async () => {
    const other = await withApp();
    await hired("administrator");
    await withApp();
    const cookie = await signedIn();
    expect((await post("/app/segundo-factor", { code: codeOf(other.secret) }, cookie)).status).toBe(
      401,
    );
  });
});

describe("the page of security", () => {
  it("is drawn light or dark as whoever reads it likes it, and else as their device is", async () => {
    await hired("agent");
    const here = await signedIn();
    expect((await get("/app/seguridad", here)).text).not.toContain("data-theme");
    await keepPreferences(test.plazo, person.userId, { ...usualPreferences, theme: "dark" });
    expect((await get("/app/seguridad", here)).text).toContain(
      '<html lang="es-MX" data-theme="dark">',
    );
  });

  it("is no lighter where the second proof is asked for, set up and given again", async () => {
    await keepPreferences(test.plazo, person.userId, { ...usualPreferences, theme: "dark" });
    const dark = '<html lang="es-MX" data-theme="dark">';
    const bare = await signedIn();
    expect((await get("/app/segundo-factor/activar", bare)).text).toContain(dark);
    await withApp();
    const first = await signedIn();
    expect((await get("/app/segundo-factor", first)).text).toContain(dark);
    const wrong = await post("/app/segundo-factor", { code: "000000" }, first);
    expect([wrong.status, wrong.text.includes(dark)]).toEqual([401, true]);
    await hired("agent");
    await keepPreferences(test.plazo, person.userId, { ...usualPreferences, theme: "dark" });
    expect((await get("/app/confirmar", await signedIn())).text).toContain(dark);
  });

  it("lists the sessions and ends them at once, one or all the others", async () => {
    await hired("agent");
    const here = await signedIn();
    const [one, two] = [await signedIn(), await signedIn()];
    const page = await get("/app/seguridad", here);
    expect(page.words).toContain("esta sesión");
    const sessions = await listSessions(test.plazo, person.userId);
    expect(sessions).toHaveLength(3);
    const ids = [...page.text.matchAll(/name="id" value="([^"]+)"/gu)].map(([, id]) => id ?? "");
    expect(ids).toHaveLength(2);
    await post("/app/seguridad/sesiones/cerrar", { id: ids[0] ?? "" }, here);
    expect([await me(one), await me(two)].toSorted((a, b) => a - b)).toEqual([200, 401]);
    await post("/app/seguridad/sesiones/cerrar-otras", {}, here);
    expect([await me(here), await me(one), await me(two)]).toEqual([200, 401, 401]);
  });

  it("tells instants in the hour of the desk where its reader works, and says whose hour it is", async () => {
    await openDesk(test.plazo, { policy: await testPolicy("erp-clubes"), source: "" });
    await hired("agent");
    const here = await get("/app/seguridad", await signedIn());
    expect(here.words).toContain("(hora del centro)");
    const email = "caracas@example.com";
    const userId = await auth.identify({ name: "Ana", email, password });
    const member = { desk: "erp-clubes", userId, name: "Ana", email, role: "agent" } as const;
    await setMember(test.plazo, { ...member, level: null });
    person = { userId, email };
    const there = await get("/app/seguridad", await signedIn());
    expect(there.words).toContain("(hora de Venezuela)");
  });

  it("ends nobody else's session", async () => {
    await hired("agent");
    const theirs = await signedIn();
    const id = (await listSessions(test.plazo, person.userId))[0]?.id ?? "";
    await hired("agent");
    await post("/app/seguridad/sesiones/cerrar", { id }, await signedIn());
    expect(await me(theirs)).toBe(200);
  });

  it("changes the password for whoever knows it, and ends the other sessions", async () => {
    await hired("agent");
    const [here, other] = [await signedIn(), await signedIn()];
    const fresh = "otra frase igual de larga";
    const change = (typed: Record<string, string>): Promise<Page> =>
      post("/app/seguridad/contrasena", typed, here);
    expect((await change({ password: "no es esta clave", new: fresh })).status).toBe(422);
    expect((await change({ password, new: "corta" })).status).toBe(422);
    expect((await change({ password, new: fresh })).status).toBe(303);
    expect([await me(here), await me(other)]).toEqual([200, 401]);
    expect((await post("/app/entrar", { email: person.email, password })).status).toBe(401);
    const again = await post("/app/entrar", { email: person.email, password: fresh });
    expect(again.status).toBe(303);
  });

  it("forgets the key of an app that was begun before the password changed: another may have seen it", async () => {
    await hired("agent");
    const here = await signedIn();
    const before = await setUpApp(test.plazo, person);
    const fresh = "otra frase igual de larga";
    await post("/app/seguridad/contrasena", { password, new: fresh }, here);
    expect((await setUpApp(test.plazo, person))?.secret).not.toBe(before?.secret);
  });

  it("takes a new password without the old one from whoever has just come in by a link, and from nobody else", async () => {
    await hired("agent");
    const entry = { purpose: "sign-in", ...person, name: "Ana", grants: [] } as const;
    const { link } = await makeEntry(test.plazo, entry);
    const byLink = cookieOf(await post(new URL(link).pathname, {}));
    const page = await get("/app/seguridad", byLink);
    expect(page.text).not.toContain('autocomplete="current-password"');
    const fresh = "otra frase igual de larga";
    expect((await post("/app/seguridad/contrasena", { new: fresh }, byLink)).status).toBe(303);
    const again = await post("/app/entrar", { email: person.email, password: fresh });
    expect(again.status).toBe(303);
    const other = { new: "una tercera frase larga" };
    expect((await post("/app/seguridad/contrasena", other, cookieOf(again))).status).toBe(422);
  });

  it("shows the same key on two pages that are opened at the same moment", async () => {
    const sets = await Promise.all([1, 2, 3].map(() => setUpApp(test.plazo, person)));
    expect(new Set(sets.map((set) => set?.secret)).size).toBe(1);
  });

  it("does not let go of the last second proof of whoever must have one", async () => {
    const { cookie } = await withApp();
    expect((await post("/app/seguridad/aplicacion/quitar", {}, cookie)).status).toBe(422);
    await hired("agent");
    const agent = await withApp();
    expect((await post("/app/seguridad/aplicacion/quitar", {}, agent.cookie)).status).toBe(303);
    expect(await me(await signedIn())).toBe(200);
  });

  it("asks again who it is before what changes who gets in, once some minutes have passed", async () => {
    const { secret, cookie } = await withApp();
    await identities.pool.query(
      `update session set "confirmedAt" = now() - interval '11 minutes' where "userId" = $1`,
      [person.userId],
    );
    const sent = await post("/app/seguridad/codigos", {}, cookie);
    expect(sent.headers.get("location")).toBe("/app/confirmar?next=%2Fapp%2Fseguridad");
    expect((await post("/app/confirmar", { code: "000000" }, cookie)).status).toBe(401);
    const code = codeOf(secret);
    expect((await post("/app/confirmar", { code }, cookie)).status).toBe(303);
    expect((await post("/app/seguridad/codigos", {}, cookie)).status).toBe(200);
  });

  it("has the API ask again as well before it lets anybody in", async () => {
    const { cookie } = await withApp();
    const send = async (path: string, body: object): Promise<unknown> => {
      const answer = await browser.app.request(`/api/v1/desks/hib2b/${path}`, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { cookie, origin: test.plazo.settings.url, "content-type": "application/json" },
      });
      return [answer.status, ((await answer.json()) as { code?: string }).code];
    };
    const eva = { name: "Eva", email: "eva@example.com", role: "agent", level: null };
    const invite = (): Promise<unknown> => send("invitations", eva);
    expect(await invite()).toEqual([200, undefined]);
    await identities.pool.query(
      `update session set "confirmedAt" = now() - interval '11 minutes' where "userId" = $1`,
      [person.userId],
    );
    expect(await invite()).toEqual([403, "confirm-again"]);
    // Whoever has the secret of the chat says who anybody is there.
    expect(await send("chat/keys", {})).toEqual([403, "confirm-again"]);
    const site = { origin: "https://portal.example.com" };
    expect(await send("chat/hosts", site)).toEqual([403, "confirm-again"]);
  });

  it("is for nobody who is not signed in", async () => {
    for (const path of ["/app/seguridad", "/app/confirmar", "/app/segundo-factor/activar"])
      expect([path, (await get(path, "")).status]).toEqual([path, 303]);
    expect((await post("/app/seguridad/codigos", {})).status).toBe(303);
  });
});
