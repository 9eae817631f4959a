import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { fileOne, openTestDesk, testPolicy } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { openDesk } from "../../desk/desks/open-desk.ts";
import { setMember } from "../../desk/staff/members.ts";
import { openIdentities } from "../../store/staff/identities.ts";
import type { Identities } from "../../store/staff/identities.ts";
import { openStaffAuth } from "../staff/auth.ts";
import { api } from "./api.ts";

let test: TestDesk;
let identities: Identities;
let browser: Browser;
let cookie = "";
let folio = "";
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
  const person = { name: "Elena", email: "elena@example.com" };
  const userId = await auth.identify({ ...person, password: null });
  await setMember(plazo, { ...person, desk, userId, role: "administrator", level: null });
  cookie = (await auth.enter(userId, new Headers()))[0]?.split(";")[0] ?? "";
  folio = (await fileOne(test)).folio;
});
afterAll(async () => {
  await identities.close();
  await test.close();
});

const ask = async (path: string): Promise<number> =>
  (await browser.app.request(`/api/v1/desks/hib2b${path}`, { headers: { cookie } })).status;

async function send(
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ readonly status: number; readonly said: unknown }> {
  const answer = await browser.app.request(`/api/v1/desks/hib2b${path}`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: {
      cookie,
      origin: "https://plazo.example.com",
      "content-type": "application/json",
      ...headers,
    },
  });
  return { status: answer.status, said: await answer.json() };
}

describe("a desk that this process does not serve", () => {
  it("is not found by a member of it either, and is not among their desks", async () => {
    const { plazo } = test;
    const text = await readFile(
      new URL("../../../test/fixtures/packs/minimal.yaml", import.meta.url),
      "utf8",
    );
    const policy = await testPolicy(text);
    await openDesk(plazo, { policy, source: text });
    const { id: userId, ...me } = (await (
      await browser.app.request("/api/v1/me", { headers: { cookie } })
    ).json()) as {
      id: string;
      desks: readonly { readonly id: string }[];
    };
    const elsewhere = { desk: policy.desk.id, userId, name: "Elena", email: "elena@example.com" };
    await setMember(plazo, { ...elsewhere, role: "administrator", level: null });
    const answer = await browser.app.request(`/api/v1/desks/${policy.desk.id}/tickets`, {
      headers: { cookie },
    });
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: "no-such-desk" }]);
    const again = await browser.app.request("/api/v1/me", { headers: { cookie } });
    expect(((await again.json()) as typeof me).desks).toEqual(me.desks);
  });
});

describe("what a program sends that cannot be kept", () => {
  it.each([
    ["U+0000", '{"text":"a\\u0000b"}'],
    ["half a pair", '{"text":"a\\ud83d b"}'],
    ["the other half", '{"text":"a\\ude00 b"}'],
    ["what is no JSON", '{"text":'],
    ["a key that is not known", '{"text":"a","otra":1}'],
  ])("is refused and not a fault: %s", async (_what, body) => {
    expect((await send(`/tickets/${folio}/note`, body)).status).toBe(400);
  });

  it("names the field that holds what is not text, inside others and as a key too", async () => {
    const named = async (body: string): Promise<unknown> =>
      (await send(`/tickets/${folio}/note`, body, { "accept-language": "en" })).said;
    const detail = "It has a character that is not text (a null, or half of one).";
    expect(await named('{"text":"a\\u0000b"}')).toMatchObject({
      code: "invalid-request",
      errors: [{ code: "not_text", field: "text", detail }],
    });
    expect(await named('{"uploads":{"ids":["a","\\ud83d"]},"x\\ud83d":1}')).toMatchObject({
      errors: [{ field: "uploads.ids.1" }, { field: "x\ufffd" }],
    });
  });

  it("names each field in the reader's language, unknown keys among them", async () => {
    const wrong = { texto: "hola", text: "" };
    const { said } = await send(`/tickets/${folio}/note`, wrong, { "accept-language": "es" });
    expect(said).toMatchObject({
      errors: [
        { code: "too_small", field: "text", detail: "Como mínimo: 1 (caracteres)." },
        { code: "unrecognized_keys", field: "texto", detail: "No existe este campo." },
      ],
    });
    const inEnglish = await send(`/tickets/${folio}/note`, wrong, { "accept-language": "en" });
    expect(inEnglish.said).toMatchObject({
      errors: [{ detail: "At least: 1 (characters)." }, { detail: "There is no such field." }],
    });
  });

  it.each(["/tickets?q=%00", "/tickets?level=%00", "/tickets/%00", "/portals?after=%00"])(
    "is refused in an address: %s",
    async (path) => {
      expect(await ask(path)).toBe(400);
    },
  );

  it("is refused where an instant is outside the years that calendars hold", async () => {
    for (const until of [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])
      expect((await send(`/tickets/${folio}/schedule`, { until })).status).toBe(400);
  });

  it("is taken where it only looks like that", async () => {
    const text = String.raw`C:\u0000 y \ud83d, y 😀`;
    expect((await send(`/tickets/${folio}/note`, { text })).status).toBe(200);
    expect((await send(`/tickets/${folio}/note`, '{"text":"\\ud83d\\ude00"}')).status).toBe(200);
  });
});

describe("the version of a ticket that was seen", () => {
  it("is refused where no such version was written yet", async () => {
    const { status, said } = await send(
      `/tickets/${folio}/note`,
      { text: "x" },
      { "if-match": '"999"' },
    );
    expect([status, said]).toMatchObject([412, { code: "changed-meanwhile" }]);
  });
});

describe("an invitation", () => {
  it("to a level that the desk does not have is refused", async () => {
    const person = { name: "Nadie", email: "nadie@example.com", role: "agent" };
    expect(await send("/invitations", { ...person, level: "sótano" })).toMatchObject({
      status: 422,
      said: { code: "level-unknown", field: "level" },
    });
  });
});

describe("a file that is no longer kept", () => {
  it("is said in words", async () => {
    const uploads = { session: "a".repeat(22), ids: ["00000000-0000-4000-8000-000000000000"] };
    const { said } = await send(`/tickets/${folio}/reply`, { text: "x", uploads });
    expect(said).toMatchObject({
      code: "file-missing",
      title: expect.stringMatching(/^Un archivo/u),
    });
  });
});
