import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser, Page } from "../../../test/kit/browse.ts";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { makeEntry } from "../../desk/staff/entry.ts";
import { findMember, setMember } from "../../desk/staff/members.ts";
import { openIdentities } from "../../store/staff/identities.ts";
import type { Identities } from "../../store/staff/identities.ts";
import { openStaffAuth } from "../staff/auth.ts";
import type { StaffAuth } from "../staff/auth.ts";
import { entryRoutes } from "./entry.ts";

let test: TestDesk;
let identities: Identities;
let auth: StaffAuth;
let browser: Browser;
let ticks = 0;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T15:00:00Z");
  identities = openIdentities(test.database.connection, { alone: false, log: () => undefined });
  const { url } = test.plazo.settings;
  auth = openStaffAuth({ pool: identities.pool, secret: "s".repeat(43), url });
  browser = browse(test, {
    mount: (app) => app.route("/", entryRoutes({ plazo: test.plazo, auth, tick: () => ticks })),
  });
});
afterAll(async () => {
  await identities.close();
  await test.close();
});

const password = "una frase bastante larga";

/** Invites somebody as an administrator does; gives the path of the link. */
async function invited(email: string, name = "Elena"): Promise<string> {
  const grants = [{ desk: test.desk, role: "agent", level: null } as const];
  const entry = { purpose: "invitation", userId: null, name, email, grants } as const;
  return new URL((await makeEntry(test.plazo, entry)).link).pathname;
}

const post = (path: string, typed: Record<string, string>): Promise<Page> =>
  browser.post(path, new URLSearchParams(typed));

const signIn = (email: string, tried: string): Promise<Page> =>
  post("/app/entrar", { email, password: tried });

describe("an invitation", () => {
  it("lets a new person choose a password and come in, once, whatever comes at the same moment", async () => {
    const path = await invited("nueva@example.com");
    expect((await browser.get(path)).status).toBe(200);
    const ends = await Promise.all([1, 2, 3].map(() => post(path, { name: "Nueva", password })));
    expect(ends.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 410, 410]);
    const entered = ends.find(({ status }) => status === 303);
    expect(entered?.headers.getSetCookie()[0]).toMatch(
      /; Path=\/; HttpOnly; Secure; SameSite=Lax$/u,
    );
    expect((await signIn("nueva@example.com", password)).status).toBe(303);
  });

  it("of somebody who has an account opens no session: whoever made the link is not that person", async () => {
    const email = "titular@example.com";
    const userId = await auth.identify({ name: "Titular", email, password });
    const path = await invited(email);
    const accepted = await post(path, { name: "Titular", password: "otra frase bastante larga" });
    expect(accepted.status).toBe(303);
    expect(accepted.headers.get("location")).toBe("/app/entrar");
    expect(accepted.headers.getSetCookie()).toEqual([]);
    expect(await findMember(test.plazo, test.desk, userId)).toMatchObject({ role: "agent" });
    expect((await signIn(email, "otra frase bastante larga")).status).toBe(401);
    expect((await signIn(email, password)).status).toBe(303);
  });

  it("of somebody who works somewhere without a password sets none", async () => {
    const email = "con-enlace@example.com";
    const userId = await auth.identify({ name: "Enlace", email, password: null });
    const member = {
      desk: test.desk,
      userId,
      name: "Enlace",
      email,
      role: "supervisor",
      level: null,
    } as const;
    await setMember(test.plazo, member);
    const path = await invited(email);
    expect((await browser.get(path)).text).not.toContain('type="password"');
    const accepted = await post(path, { name: "Enlace", password });
    expect(accepted.headers.getSetCookie()).toEqual([]);
    expect((await signIn(email, password)).status).toBe(401);
  });

  it("with a name that no database text holds is not lost", async () => {
    const path = await invited("nula@example.com");
    expect((await post(path, { name: "Nu\0la", password })).status).toBe(303);
  });
});

describe("signing in", () => {
  it("answers what is too long as what is wrong", async () => {
    expect((await signIn("a".repeat(400), password)).status).toBe(401);
    expect((await signIn("nueva@example.com", "x".repeat(4_000))).status).toBe(401);
    const far = await post("/app/entrar", {
      email: "x@example.com",
      password,
      next: "/".repeat(900),
    });
    expect(far.status).toBe(401);
  });

  it("is tried eight times in a quarter of an hour, also all at once", async () => {
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, at) => signIn("adivinada@example.com", `intento ${at}`)),
    );
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(8);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(12);
    for (let at = 0; at < 60; at += 1) await signIn("adivinada@example.com", "otra vez");
    expect((await signIn("nueva@example.com", password)).status).toBe(303);
    ticks += 15 * 60_000;
    expect((await signIn("adivinada@example.com", "otro intento")).status).toBe(401);
  });
});
