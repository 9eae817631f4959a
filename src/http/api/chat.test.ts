import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { newToken, asked, soon } from "../../../test/kit/chat.ts";
import { openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { openChat } from "../../desk/chat/open-chat.ts";
import { setMember } from "../../desk/staff/members.ts";
import { assign } from "../../desk/tickets/assign.ts";
import { openIdentities } from "../../store/staff/identities.ts";
import type { Identities } from "../../store/staff/identities.ts";
import { openLive } from "../live/live.ts";
import type { Live } from "../live/live.ts";
import { openStaffAuth } from "../staff/auth.ts";
import { api } from "./api.ts";

let test: TestDesk;
let identities: Identities;
let live: Live;
let browser: Browser;
const people: Record<string, { readonly id: string; readonly cookie: string }> = {};

beforeAll(async () => {
  test = await openTestDesk("interfactura", "2026-11-20T17:00:00Z");
  const { plazo, desk } = test;
  identities = openIdentities(test.database.connection, { alone: false, log: () => undefined });
  const { url } = plazo.settings;
  const auth = openStaffAuth({ pool: identities.pool, secret: "s".repeat(43), url });
  live = openLive(plazo);
  const serves = (id: string): boolean => id === desk;
  browser = browse(test, {
    live,
    mount: (app) => app.route("/api/v1", api({ plazo, auth, serves, live })),
  });
  for (const [name, role, party] of [
    ["agente", "agent", null],
    ["auditora", "auditor", null],
    ["ada", "administrator", null],
    ["ajeno", "agent", "otra-empresa"],
    ["nadie", null, null],
  ] as const) {
    const person = { name, email: `${name}@example.com` };
    const id = await auth.identify({ ...person, password: null });
    if (role !== null)
      await setMember(plazo, { ...person, desk, userId: id, role, level: null, party });
    const cookie = (await auth.enter(id, new Headers()))[0]?.split(";")[0] ?? "";
    people[name] = { id, cookie };
  }
});
afterAll(async () => {
  await live.close();
  await identities.close();
  await test.close();
});

async function ask(name: string, path: string, body?: unknown) {
  const headers = {
    cookie: people[name]?.cookie ?? "",
    origin: "https://plazo.example.com",
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  const post = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const answer = await browser.app.request(`/api/v1/desks/interfactura${path}`, {
    headers,
    ...post,
  });
  return { status: answer.status, said: (await answer.json()) as Record<string, never> };
}

async function begin(correo: string): Promise<string> {
  const begun = await openChat(test.plazo, "interfactura", {
    form: "asesoria",
    fields: { ...asked, correo },
    uploads: [],
    language: "es",
    portal: null,
    source: "192.0.2.1",
    submission: newToken(),
  });
  if (!("folio" in begun)) throw new Error(JSON.stringify(begun));
  return begun.folio;
}

const giveTo = (folio: string, name: string) =>
  assign(
    test.plazo,
    { desk: "interfactura", folio },
    { by: ximena, to: { id: people[name]?.id ?? "", name } },
  );

describe("who may do what in the chat", () => {
  it("shows the line to the desk's own people, and to those of another company their own chats alone (FI-1)", async () => {
    const [waits, theirs] = [await begin("a@example.com"), await begin("b@example.com")];
    await giveTo(theirs, "ajeno");
    const own = (await ask("agente", "/chat")).said;
    expect([own["line"], own["mine"]]).toMatchObject([[{ folio: waits }], []]);
    const other = (await ask("ajeno", "/chat")).said;
    expect([other["line"], other["mine"], other["agents"]]).toMatchObject([
      [],
      [{ folio: theirs }],
      [],
    ]);
    expect((await ask("nadie", "/chat")).status).toBe(404);
  });

  it.each([
    ["agente", "/chat/availability", { capacity: 2 }, 200],
    ["auditora", "/chat/availability", { capacity: 2 }, 403],
    ["ajeno", "/chat/availability", { capacity: 2 }, 403],
    ["nadie", "/chat/availability", { capacity: 2 }, 404],
    ["agente", "/chat/availability", { capacity: 13 }, 400],
    ["agente", "/chat/availability", { capacity: 2, agent: "otra" }, 400],
    ["auditora", "/chat/next", {}, 403],
    ["ajeno", "/chat/next", {}, 403],
    ["agente", "/chat/hosts", { origin: "https://portal.example.com" }, 403],
    ["ada", "/chat/hosts", { origin: "https://portal.example.com" }, 200],
    ["ada", "/chat/hosts", { origin: "https://portal.example.com/ruta" }, 422],
    ["agente", "/chat/keys", {}, 403],
    ["ada", "/chat/keys", {}, 200],
    ["agente", "/chat/keys/revoke", {}, 403],
    ["nadie", "/chat/keys", {}, 404],
  ] as const)("%s at %s with %j is answered %i", async (...asking) => {
    const [name, path, body, status] = asking;
    expect((await ask(name, path, body)).status).toBe(status);
  });

  it("never gives a secret out again", async () => {
    const { secret } = (await ask("ada", "/chat/keys", {})).said as unknown as { secret: string };
    expect(secret).toHaveLength(43);
    const { said } = await ask("ada", "/chat/hosts");
    expect(JSON.stringify(said)).not.toContain(secret);
    const found = await test.database.db.worker.query<{ sealed: Buffer }>(
      "select sealed from plazo.chat_key",
    );
    expect(found.rows.length).toBeGreaterThan(0);
    expect(found.rows.some(({ sealed }) => sealed.includes(secret))).toBe(false);
  });
});

describe("what is told of a desk as it changes", () => {
  it("is told to each of the tickets that they see, and of none beside", async () => {
    const heard = async (name: string) => {
      const cookie = people[name]?.cookie ?? "";
      const path = "/api/v1/desks/interfactura/live";
      const answer = await browser.app.request(path, { headers: { cookie } });
      const reader = (answer.body ?? new ReadableStream<never>())
        .pipeThrough(new TextDecoderStream())
        .getReader();
      let text = "";
      const pump = async (): Promise<void> => {
        for (let part = await reader.read(); !part.done; part = await reader.read())
          text += part.value;
      };
      void pump();
      return { status: answer.status, text: () => text, close: () => reader.cancel() };
    };
    const [own, other] = [await heard("agente"), await heard("ajeno")];
    expect([own.status, other.status]).toEqual([200, 200]);
    await expect.poll(other.text, soon).toContain("retry:");
    const hidden = await begin("c@example.com");
    const given = await begin("d@example.com");
    await giveTo(given, "ajeno");
    await expect.poll(own.text, soon).toContain(`"folio":"${hidden}"`);
    await expect.poll(other.text, soon).toContain(`"folio":"${given}"`);
    expect(other.text()).not.toContain(`"folio":"${hidden}"`);
    expect(own.text()).not.toContain("example.com");
    await own.close();
    await other.close();
    expect((await ask("nadie", "/live")).status).toBe(404);
  });
});
