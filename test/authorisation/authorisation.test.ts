import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rights } from "../../scripts/reference/rights.ts";
import { may } from "../../src/core/access/may.ts";
import { scopeNames } from "../../src/core/access/scopes.ts";
import type { Scope } from "../../src/core/access/scopes.ts";
import { isRefusal } from "../../src/core/refusal.ts";
import { DAY } from "../../src/core/time/instant.ts";
import { followToken } from "../../src/desk/follow.ts";
import { makeToken } from "../../src/desk/integrations/tokens.ts";
import { openDesk } from "../../src/desk/desks/open-desk.ts";
import { setMember } from "../../src/desk/staff/members.ts";
import { fileTicket } from "../../src/desk/tickets/file-ticket.ts";
import { api } from "../../src/http/api/api.ts";
import { openStaffAuth } from "../../src/http/staff/auth.ts";
import { openIdentities } from "../../src/store/staff/identities.ts";
import type { Identities } from "../../src/store/staff/identities.ts";
import { browse } from "../kit/browse.ts";
import type { Browser } from "../kit/browse.ts";
import { filingOf, openTestDesk, testPolicy } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import { wholeDesk } from "../kit/whole-desk.ts";
import { askers, hireAll, roleOf } from "./people.ts";
import type { Asker } from "./people.ts";
import { everyWay } from "./ways.ts";
import type { Way } from "./ways.ts";

const here = "factura-inteligente";
const other = "hib2b";
const ways = everyWay();
const atDesk = ways.filter(({ path }) => path.startsWith("/desks/{desk}"));

/** What the tokens of the test hold. */
const kinds: Readonly<Record<string, readonly Scope[]>> = {
  "one scope": ["calendar:read"],
  "the scopes that read": scopeNames.filter((scope) => scope.endsWith(":read")),
  "every scope": scopeNames,
};

let test: TestDesk;
let identities: Identities;
let browser: Browser;
let cookies: ReadonlyMap<Asker, string>;
const tokens = new Map<string, string>();
let folios: { readonly here: string; readonly other: string };

beforeAll(async () => {
  test = await openTestDesk(here, "2026-11-23T16:00:00Z");
  const { plazo } = test;
  await openDesk(plazo, { policy: await testPolicy(other), source: "" });
  identities = openIdentities(test.database.connection, { alone: false, log: () => undefined });
  const { url } = plazo.settings;
  const auth = openStaffAuth({ pool: identities.pool, secret: "s".repeat(43), url });
  const parts = { plazo, auth, serves: () => true };
  browser = browse(test, {
    mount: (app) => void app.route("/api/v1", api(parts)),
  });
  cookies = await hireAll(parts, { here, other, party: "soporte-externo" });
  for (const [desk, userId] of [
    [here, "colega"],
    [other, "ajena"],
  ] as const)
    await setMember(plazo, {
      ...{ desk, userId, name: userId, email: `${userId}@example.com` },
      ...{ role: "agent", level: null },
    });
  const fields = { descripcion: "Una pregunta", correo: "cliente@example.com" };
  const asked = { form: "compra", channel: "form", fields, portal: null } as const;
  const [one, two] = [
    await fileTicket(plazo, here, filingOf(asked)),
    await fileTicket(plazo, other, filingOf()),
  ];
  if (!("folio" in one) || !("folio" in two)) throw new Error(JSON.stringify([one, two]));
  folios = { here: one.folio, other: two.folio };
  for (const [kind, scopes] of Object.entries(kinds)) {
    const by = { id: "test", name: "Prueba" };
    const expires = test.time.read() + 30 * DAY;
    const made = await makeToken(plazo, here, { name: kind, scopes, expires, by });
    if (isRefusal(made)) throw new Error(made.refused);
    tokens.set(kind, made.token);
  }
});
afterAll(async () => {
  await identities.close();
  await test.close();
});

/** What stands in the places of an address; what a route of its own wants besides is in its row. */
const places: Readonly<Record<string, string>> = {
  number: "1",
  member: "colega",
  clock: "atencion",
  session: "sesion-de-prueba-0123456789",
};

function addressOf(way: Way, at: { readonly desk: string; readonly folio: string }): string {
  const filled = way.path.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const known = { ...places, ...rights[way.name]?.places, ...at }[name];
    if (known !== undefined) return known;
    return way.parameters[name]?.format === "uuid" ? "3f2504e0-4f89-41d3-9a0c-0305e82c3301" : "1";
  });
  return `/api/v1${filled}${rights[way.name]?.query ?? way.query}`;
}

interface At {
  readonly desk: string;
  readonly folio: string;
}

interface Answered {
  readonly status: number;
  readonly code: string;
}

const ask = (way: Way, asker: Asker, at: At): Promise<Answered> => {
  const cookie = cookies.get(asker) ?? "";
  return askAs(way, cookie === "" ? {} : { cookie }, at);
};

async function askAs(way: Way, who: Readonly<Record<string, string>>, at: At): Promise<Answered> {
  const file = way.path.includes("/uploads/") || way.path.endsWith("/article-files");
  const body = file ? "texto" : JSON.stringify(rights[way.name]?.body ?? way.body);
  const answer = await browser.app.request(addressOf(way, at), {
    method: way.method,
    headers: {
      ...who,
      origin: test.plazo.settings.url,
      ...(body === undefined
        ? {}
        : { "content-type": file ? "application/octet-stream" : "application/json" }),
    },
    ...(body === undefined || way.method === "GET" ? {} : { body }),
  });
  if (answer.headers.get("content-type")?.includes("problem+json") !== true) {
    await answer.body?.cancel();
    return { status: answer.status, code: "" };
  }
  const { code } = (await answer.json()) as { code: string };
  return { status: answer.status, code };
}

/** What the table says of somebody who asks for a route at their own desk. */
function expected(way: Way, asker: Asker): "in" | "not-signed-in" | "no-such-desk" | "out" {
  const role = roleOf(asker);
  if (asker === "signed-out") return "not-signed-in";
  if (role === null) return "no-such-desk";
  const row = rights[way.name];
  if (row === undefined) throw new Error(`no row for ${way.name}`);
  if (asker !== "third-party") return may(role, row.action) ? "in" : "out";
  const bounded = way.path.includes("{folio}") || row.narrows === true;
  return bounded && row.narrows === true && may(role, row.action, "assigned") ? "in" : "out";
}

/** What an answer says: refusals of the table by their code, everything else is somebody who was let in. */
function said({ status, code }: Answered): string {
  if (code === "not-signed-in" || code === "no-such-desk") return code;
  if (code === "role-may-not" || code === "person-needed") return "out";
  return status >= 500 ? `fault ${status}` : "in";
}

const tablesOf = async (desk: string): Promise<Record<string, string>> => {
  const whole = await wholeDesk({ ...test, desk });
  return Object.fromEntries(Object.entries(whole).filter(([, digest]) => digest.includes(" ")));
};

describe("the table of rights", () => {
  it("has a row for every route of the API, and none for a route that is gone", () => {
    expect(Object.keys(rights).toSorted()).toEqual(atDesk.map(({ name }) => name).toSorted());
  });

  it("leaves only what is of no desk outside: who asks", () => {
    const outside = ways.filter((way) => !atDesk.includes(way)).map(({ name }) => name);
    expect(outside.toSorted()).toEqual([
      "GET /me",
      "GET /me/preferences",
      "GET /token",
      "PUT /me/preferences",
    ]);
  });

  it.each(atDesk.filter(({ method }) => method === "GET").map((way) => [way.name, way] as const))(
    "holds for %s, which changes nothing but the record of who read",
    async (_, way) => {
      const before = await tablesOf(here);
      await holds(way);
      const { audit } = before;
      expect({ ...(await tablesOf(here)), audit }).toEqual({ ...before, audit });
    },
  );

  it.each(atDesk.filter(({ method }) => method !== "GET").map((way) => [way.name, way] as const))(
    "holds for %s",
    async (_, way) => holds(way),
  );
});

async function holds(way: Way): Promise<void> {
  const at = { desk: here, folio: folios.here };
  // Whoever may least asks first: what they do not change is there for the others.
  for (const asker of askers.toReversed()) {
    const answer = await ask(way, asker, at);
    const wanted = expected(way, asker);
    const isHidden =
      asker === "third-party" && wanted === "out" && answer.code === "no-such-ticket";
    expect([asker, isHidden ? "out" : said(answer), answer.code]).toEqual([
      asker,
      wanted,
      answer.code,
    ]);
    // A body that does not fit is refused before anybody is asked who they are: it would prove nothing.
    expect([asker, answer.code]).not.toEqual([asker, "invalid-request"]);
  }
}

describe("a program, with a token", () => {
  it.each(atDesk.map((way) => [way.name, way] as const))(
    "does what its scopes cover and nothing else: %s",
    async (_, way) => {
      const row = rights[way.name];
      if (row === undefined) throw new Error(`no row for ${way.name}`);
      for (const [kind, scopes] of Object.entries(kinds)) {
        const who = { authorization: `Bearer ${tokens.get(kind)}` };
        const answer = await askAs(way, who, { desk: here, folio: folios.here });
        const isCovered = may({ scopes }, row.action);
        const isOut = answer.code === "scope-missing" || answer.code === "person-needed";
        // What only a person does is refused to every program, whatever it holds.
        const wanted = isCovered && answer.code !== "person-needed" ? "in" : "out";
        expect([kind, isOut ? "out" : said(answer)]).toEqual([kind, wanted]);
      }
    },
  );

  it.each(atDesk.map((way) => [way.name, way] as const))(
    "is nobody at another desk, whatever it holds: %s",
    async (_, way) => {
      const who = { authorization: `Bearer ${tokens.get("every scope")}` };
      const answer = await askAs(way, who, { desk: other, folio: folios.other });
      expect(answer).toEqual({ status: 404, code: "no-such-desk" });
    },
  );

  it.each(atDesk.map((way) => [way.name, way] as const))(
    "is not what a client's link, a chat or a calendar's link holds: %s",
    async (_, way) => {
      const chat = followToken(test.plazo, { desk: here, number: 1, recipient: null });
      for (const authorization of [`Bearer ${chat}`, `Bearer plazo_${chat}`]) {
        const { status } = await askAs(way, { authorization }, { desk: here, folio: folios.here });
        expect(status).toBe(401);
      }
      const cookie = `plazo_client=${chat}; __Host-plazo_client=${chat}`;
      expect(said(await askAs(way, { cookie }, { desk: here, folio: folios.here }))).toBe(
        "not-signed-in",
      );
    },
  );
});

describe("a second desk", () => {
  it.each(atDesk.map((way) => [way.name, way] as const))(
    "does not exist for the people of the first, and stays as it is: %s",
    async (_, way) => {
      const before = await tablesOf(other);
      for (const asker of askers) {
        if (asker === "of-the-other-desk" || asker === "signed-out") continue;
        const { status, code } = await ask(way, asker, { desk: other, folio: folios.other });
        expect([asker, status, code]).toEqual([asker, 404, "no-such-desk"]);
      }
      if (way.path.includes("{folio}")) {
        const at = { desk: here, folio: folios.other };
        const { status, code } = await ask(way, "administrator", at);
        expect(status).toBe(404);
        expect([
          "no-such-ticket",
          "no-such-file",
          "no-such-contact",
          "no-such-composition",
        ]).toContain(code);
      }
      expect(await tablesOf(other)).toEqual(before);
    },
  );
});
