import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal } from "../../core/refusal.ts";
import { beAvailable, takeNext } from "../../desk/chat/attend.ts";
import { addHost, hostOrigin } from "../../desk/chat/hosts.ts";
import { revokeKeys, rotateKey } from "../../desk/chat/keys.ts";
import { chatForStaff } from "../../desk/chat/line.ts";
import { close as closeTicket } from "../../desk/tickets/close.ts";
import { reply } from "../../desk/tickets/reply.ts";
import { ticketForStaff } from "../../desk/tickets/for-staff.ts";
import { openLive } from "../live/live.ts";
import type { Live } from "../live/live.ts";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { bruno, openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";

const origin = "https://plazo.example.com";
let test: TestDesk;
let live: Live;
let site: Browser;

// Friday 20 November 2026, 11:00 in Monterrey: within the hours of the chat (IF-9).
beforeAll(async () => {
  test = await openTestDesk("interfactura", "2026-11-20T17:00:00Z");
  live = openLive(test.plazo);
  site = browse(test, { live });
});
afterAll(async () => {
  await live.close();
  await test.close();
});

let tokens = 0;
const newToken = (): string => `pagina-${(tokens += 1)}-0123456789abcdef`;

const asked = {
  descripcion: "¿Cómo cancelo una factura?",
  quien: "EKU9003173C9",
  correo: "cliente@example.com",
};

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

async function post(
  path: string,
  fields: Readonly<Record<string, string | File>> | null,
  capability?: string,
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields ?? {})) form.append(name, value);
  const whole = fields === null ? null : new Response(form);
  const answer = await site.app.request(`/d/interfactura/chat${path}`, {
    method: "POST",
    headers: {
      origin,
      accept: "application/json",
      "accept-language": "es",
      ...(whole === null ? {} : { "content-type": whole.headers.get("content-type") ?? "" }),
      ...(capability === undefined ? {} : { authorization: `Bearer ${capability}` }),
    },
    ...(whole === null ? {} : { body: await whole.arrayBuffer() }),
  });
  const said = answer.headers.get("content-type")?.includes("json") === true;
  return {
    status: answer.status,
    body: said ? ((await answer.json()) as Record<string, unknown>) : {},
  };
}

async function begin(
  differs: Readonly<Record<string, string | File>> = {},
): Promise<{ folio: string; capability: string; registered: string[] }> {
  const { status, body } = await post("?form=asesoria", {
    _envio: newToken(),
    lang: "es",
    ...asked,
    ...differs,
  });
  expect([status, body["errors"]]).toEqual([200, undefined]);
  return body as never;
}

interface Heard {
  readonly event: string;
  readonly id: number | null;
  readonly data: Record<string, unknown>;
}

/** A page that follows its chat: what it heard so far, until it is closed. */
async function follow(capability: string, last = 0) {
  const answer = await site.app.request("/d/interfactura/chat/vivo", {
    headers: {
      authorization: `Bearer ${capability}`,
      "last-event-id": String(last),
      "accept-language": "es",
    },
  });
  expect(answer.status).toBe(200);
  const heard: Heard[] = [];
  const reader = (answer.body ?? new ReadableStream<never>())
    .pipeThrough(new TextDecoderStream())
    .getReader();
  let rest = "";
  const pump = async (): Promise<void> => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const blocks = (rest + part.value).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const of = (name: string) => new RegExp(`^${name}: (.*)$`, "mu").exec(block)?.[1];
        const data = of("data");
        if (data === undefined) continue;
        const id = of("id");
        heard.push({
          event: of("event") ?? "",
          id: id === undefined ? null : Number(id),
          data: JSON.parse(data) as Record<string, unknown>,
        });
      }
    }
  };
  const pumped = pump();
  const texts = (): unknown[] =>
    heard.filter(({ event }) => event === "message").map(({ data }) => data["text"]);
  const lines = (): string =>
    (heard.findLast(({ event }) => event === "state")?.data["lines"] as string[])?.join(" ") ?? "";
  return {
    heard,
    texts,
    lines,
    headers: answer.headers,
    async close() {
      await reader.cancel();
      await pumped;
    },
  };
}

const soon = { timeout: 5_000, interval: 20 };
const place = (folio: string) => ({ desk: "interfactura", folio });

async function answer(folio: string, text: string, by = ximena): Promise<void> {
  const done = await reply(test.plazo, place(folio), { by, text });
  expect(isRefusal(done)).toBe(false);
}

describe("a chat within its hours (IF-3)", () => {
  it("is a ticket whose folio, severity and promise are told in the chat, and by mail (CC-4, IF-4)", async () => {
    const { folio, capability, registered } = await begin();
    expect(registered.join(" ")).toContain(folio);
    expect(registered.join(" ")).toContain("Severidad: Baja");
    const page = await follow(capability);
    await expect.poll(page.texts, soon).toEqual(["¿Cómo cancelo una factura?"]);
    await expect.poll(page.lines, soon).toContain("a más tardar el viernes");
    await test.work();
    expect(test.mails("cliente@example.com").at(-1)?.subject).toContain(folio);
    await page.close();
  });

  it("is answered where the client is: at once in the chat, which meets first contact, and by no mail", async () => {
    const { folio, capability } = await begin({ correo: "aqui@example.com" });
    const page = await follow(capability);
    await answer(folio, "Abra la factura y elija Cancelar.");
    await expect.poll(page.texts, soon).toContain("Abra la factura y elija Cancelar.");
    await test.work();
    expect(test.mails("aqui@example.com")).toHaveLength(1);
    const seen = await ticketForStaff(test.plazo, place(folio));
    if (isRefusal(seen)) throw new Error(seen.refused);
    expect(seen.promises.find(({ rule }) => rule.id === "atencion")?.status).toBe("met");
    expect(seen.messages.map(({ channel }) => channel)).toEqual(["chat", "chat"]);
    await page.close();
  });

  it("goes by mail as well once the client has left, or their page was silent for a minute", async () => {
    const left = await begin({ correo: "retirada@example.com" });
    expect((await post("/retirarse", null, left.capability)).status).toBe(200);
    await answer(left.folio, "Le contesto por correo.");
    const silent = await begin({ correo: "callada@example.com" });
    test.time.advance(61_000);
    await answer(silent.folio, "¿Sigue ahí?");
    await test.work();
    for (const [address, text] of [
      ["retirada@example.com", "Le contesto por correo."],
      ["callada@example.com", "¿Sigue ahí?"],
    ] as const)
      expect(test.mails(address).map((mail) => mail.text.includes(text))).toEqual([false, true]);
  });

  it("writes a word once, however often its page sends it, and says it to every tab", async () => {
    const { capability } = await begin();
    const tabs = [await follow(capability), await follow(capability)];
    const word = { _envio: newToken(), texto: "Es la factura 31" };
    for (let times = 0; times < 3; times += 1)
      expect((await post("/mensaje", word, capability)).status).toBe(200);
    for (const tab of tabs) {
      await expect.poll(tab.texts, soon).toEqual(["¿Cómo cancelo una factura?", "Es la factura 31"]);
      await tab.close();
    }
  });

  it("resumes after the message that the page names: nothing is lost, nothing said twice", async () => {
    const { folio, capability } = await begin();
    const first = await follow(capability);
    await answer(folio, "uno");
    await expect.poll(first.texts, soon).toHaveLength(2);
    const last = first.heard.findLast(({ id }) => id !== null)?.id ?? 0;
    await first.close();
    await answer(folio, "dos");
    const second = await follow(capability, last);
    await expect.poll(second.texts, soon).toEqual(["dos"]);
    await answer(folio, "tres");
    await expect.poll(second.texts, soon).toEqual(["dos", "tres"]);
    await second.close();
  });

  it("takes files the way every form does, and gives them back to its own page alone", async () => {
    const { capability } = await begin();
    const page = await follow(capability);
    const file = new File(["saldo"], "saldo.txt", { type: "text/plain" });
    const word = { _envio: newToken(), texto: "", archivos: file };
    expect((await post("/mensaje", word, capability)).status).toBe(200);
    await expect.poll(() => page.heard.filter(({ event }) => event === "message"), soon).toHaveLength(2);
    const [{ id = "" } = {}] = page.heard.findLast(({ event }) => event === "message")?.data["files"] as { id: string }[];
    const get = (bearer: string) =>
      site.app.request(`/d/interfactura/chat/archivo/${id}`, { headers: { authorization: `Bearer ${bearer}` } });
    const own = await get(capability);
    expect([own.status, await own.text()]).toEqual([200, "saldo"]);
    expect(own.headers.get("content-disposition")).toContain("attachment");
    expect((await get((await begin()).capability)).status).toBe(404);
    await page.close();
  });
});

describe("the line", () => {
  const numbers = async (): Promise<readonly string[]> =>
    (await chatForStaff(test.plazo, "interfactura", { staff: "x", seesAll: true })).line.map(({ folio }) => folio);

  it("is first come, first served; whoever leaves, or falls silent, is in it no more", async () => {
    test.time.advance(3_600_000);
    const a = await begin();
    test.time.advance(1_000);
    const b = await begin();
    test.time.advance(1_000);
    const c = await begin();
    expect(await numbers()).toEqual([a.folio, b.folio, c.folio]);
    const page = await follow(c.capability);
    await expect.poll(page.lines, soon).toContain("número 3 de la fila");
    expect(page.lines()).toContain("nadie está atendiendo");
    await post("/retirarse", null, b.capability);
    await expect.poll(page.lines, soon).toContain("número 2 de la fila");
    await beAvailable(test.plazo, "interfactura", { by: ximena, capacity: 1 });
    await expect.poll(page.lines, soon).toContain("Hay una persona atendiendo");
    expect(await takeNext(test.plazo, "interfactura", ximena)).toMatchObject({ folio: a.folio });
    await expect.poll(page.lines, soon).toContain("la siguiente persona");
    await post("/volver", null, b.capability);
    expect(await numbers()).toEqual([b.folio, c.folio]);
    await page.close();
  });

  it("frees the agent of a client who leaves (RD-12): the next one has their place", async () => {
    const [first] = (await chatForStaff(test.plazo, "interfactura", { staff: ximena.id, seesAll: true })).mine;
    expect(await takeNext(test.plazo, "interfactura", ximena)).toMatchObject({ refused: "chat-full" });
    expect(await takeNext(test.plazo, "interfactura", bruno)).toMatchObject({ refused: "chat-not-available" });
    test.time.advance(61_000);
    expect(first?.client).toBe("there");
    await beAvailable(test.plazo, "interfactura", { by: ximena, capacity: 1 });
    const d = await begin();
    expect(await takeNext(test.plazo, "interfactura", ximena)).toMatchObject({ folio: d.folio });
    expect(await takeNext(test.plazo, "interfactura", ximena)).toMatchObject({ refused: "chat-full" });
    await post("/retirarse", null, d.capability);
    expect(await takeNext(test.plazo, "interfactura", ximena)).toMatchObject({ refused: "chat-line-empty" });
  });

  it("gives one chat to one agent, however many ask at once", async () => {
    const agents = Array.from({ length: 6 }, (_, i) => ({ ...ximena, id: `agente-${i}`, name: `Agente ${i}` }));
    for (const by of agents) await beAvailable(test.plazo, "interfactura", { by, capacity: 2 });
    const begun = [];
    for (let i = 0; i < 9; i += 1) begun.push((await begin()).folio);
    const taken = await Promise.all(
      [...agents, ...agents].map((by) => takeNext(test.plazo, "interfactura", by)),
    );
    const folios = taken.flatMap((one) => (isRefusal(one) ? [] : [one.folio]));
    expect(folios.toSorted()).toEqual(begun.toSorted());
    expect(taken.filter(isRefusal).every(({ refused }) => refused === "chat-line-empty")).toBe(true);
  });

  it("keeps whose page answers its beat there, and lets whose does not fall silent", async () => {
    const here = await begin();
    const gone = await begin();
    const pages = [await follow(here.capability), await follow(gone.capability)];
    for (let beats = 0; beats < 5; beats += 1) {
      live.beat();
      await post("/aqui", null, here.capability);
      test.time.advance(20_000);
      live.beat();
      await expect.poll(async () => (await numbers()).includes(here.folio), soon).toBe(true);
    }
    expect(await numbers()).toContain(here.folio);
    expect(await numbers()).not.toContain(gone.folio);
    for (const page of pages) await page.close();
  });
});

describe("outside its hours", () => {
  it("becomes a ticket by the same act: the promise is told, nobody waits, answers go by mail", async () => {
    test.time.set("2026-11-21T03:00:00Z");
    const page = await site.get("/d/interfactura/chat");
    expect(page.words).toContain("El chat está cerrado ahora y vuelve a atender el lunes");
    const { folio, capability } = await begin({ correo: "noche@example.com" });
    const stream = await follow(capability);
    await expect.poll(stream.lines, soon).toMatch(/a más tardar el lunes/u);
    expect(stream.lines()).not.toContain("fila");
    const seen = await chatForStaff(test.plazo, "interfactura", { staff: "x", seesAll: true });
    expect([seen.attended, seen.line]).toEqual([false, []]);
    await answer(folio, "Buenos días.");
    await test.work();
    expect(test.mails("noche@example.com")).toHaveLength(2);
    await stream.close();
    test.time.set("2026-11-23T17:00:00Z");
  });
});

describe("a host page that vouches for its user", () => {
  const sign = (secret: string, differs: Record<string, unknown> = {}, life = 120): Promise<string> => {
    const now = Math.floor(test.time.read() / 1000);
    return new SignJWT({ email: "avalada@example.com", name: "Usuaria Avalada", rfc: "XAMA620210DQ5", ...differs })
      .setProtectedHeader({ alg: "HS256" })
      .setSubject("u-1")
      .setAudience(String(differs["aud"] ?? "interfactura"))
      .setJti(String(differs["jti"] ?? newToken()))
      .setIssuedAt(now)
      .setExpirationTime(now + life)
      .sign(new TextEncoder().encode(secret));
  };

  it("is believed once: the address is the one it says, whatever is written", async () => {
    const { secret } = await rotateKey(test.plazo, "interfactura", "Ada");
    const submission = newToken();
    const token = await sign(secret);
    const believed = await post("/aval", { _envio: submission, aval: token });
    expect([believed.status, believed.body["email"]]).toEqual([200, "avalada@example.com"]);
    const { folio } = await begin({ _envio: submission, correo: "otra@example.com" });
    const { mine, line } = await chatForStaff(test.plazo, "interfactura", { staff: "x", seesAll: true });
    expect([...mine, ...line].find((one) => one.folio === folio)).toMatchObject({
      requesterAddress: "avalada@example.com",
      vouched: { sub: "u-1", rfc: "XAMA620210DQ5" },
    });
    const replayed = await post("/aval", { _envio: newToken(), aval: token });
    expect([replayed.status, replayed.body["refused"]]).toEqual([422, "vouch-spent"]);
  });

  it("is refused where it is wrong, of another desk, too long or over; the chat goes on as anybody's", async () => {
    const { secret } = await rotateKey(test.plazo, "interfactura", "Ada");
    const submission = newToken();
    const now = Math.floor(test.time.read() / 1000);
    const cases: readonly (readonly [string, string])[] = [
      [await sign("another secret of the same length, more or less"), "vouch-invalid"],
      [await sign(secret, { aud: "hib2b" }), "vouch-invalid"],
      [await sign(secret, {}, 3_600), "vouch-invalid"],
      [await sign(secret, { email: "nobody" }), "vouch-invalid"],
      [await sign(secret, {}, -60), "vouch-expired"],
      [`${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(JSON.stringify({ aud: "interfactura", sub: "u", email: "a@example.com", jti: "j", iat: now, exp: now + 60 })).toString("base64url")}.`, "vouch-invalid"],
      ["", "vouch-invalid"],
      ["x".repeat(10_000), "vouch-invalid"],
    ];
    for (const [aval, code] of cases) {
      const { status, body } = await post("/aval", { _envio: submission, aval });
      expect([status, body["refused"]]).toEqual([422, code]);
      expect(body["text"]).toContain("Puede seguir");
    }
    await begin({ _envio: submission });
  });

  it("is believed for a day by the secret before, and by none that was taken back", async () => {
    const before = await rotateKey(test.plazo, "interfactura", "Ada");
    await rotateKey(test.plazo, "interfactura", "Ada");
    const believed = async (): Promise<number> =>
      (await post("/aval", { _envio: newToken(), aval: await sign(before.secret) })).status;
    expect(await believed()).toBe(200);
    test.time.advance(86_400_001);
    expect(await believed()).toBe(422);
    const { secret } = await rotateKey(test.plazo, "interfactura", "Ada");
    await revokeKeys(test.plazo, "interfactura");
    expect((await post("/aval", { _envio: newToken(), aval: await sign(secret) })).status).toBe(422);
    test.time.set("2026-11-23T17:00:00Z");
  });
});

describe("the copy at the end", () => {
  it("bears the words where the address was vouched for, and else the link alone", async () => {
    const { secret } = await rotateKey(test.plazo, "interfactura", "Ada");
    const typed = await begin({ correo: "tecleada@example.com", descripcion: "Compre aquí: casino" });
    expect((await post("/copia", null, typed.capability)).body).toEqual({ done: true });
    const submission = newToken();
    const now = Math.floor(test.time.read() / 1000);
    const token = await new SignJWT({ email: "copia@example.com" })
      .setProtectedHeader({ alg: "HS256" }).setSubject("u-2").setAudience("interfactura").setJti(newToken())
      .setIssuedAt(now).setExpirationTime(now + 60).sign(new TextEncoder().encode(secret));
    await post("/aval", { _envio: submission, aval: token });
    const vouched = await begin({ _envio: submission, descripcion: "La factura 31" });
    await answer(vouched.folio, "Queda cancelada.");
    await post("/copia", null, vouched.capability);
    await test.work();
    const copyTo = (address: string): string => test.mails(address).at(-1)?.text ?? "";
    expect(copyTo("tecleada@example.com")).toContain(`/t/${typed.capability}`);
    expect(copyTo("tecleada@example.com")).not.toContain("casino");
    expect(copyTo("copia@example.com")).toContain("La factura 31");
    expect(copyTo("copia@example.com")).toContain("Ximena: Queda cancelada.");
  });

  it("leaves three times an hour for an address, and no more", async () => {
    const { capability } = await begin({ correo: "muchas@example.com" });
    const statuses = [];
    for (let times = 0; times < 4; times += 1) statuses.push((await post("/copia", null, capability)).status);
    expect(statuses).toEqual([200, 200, 200, 422]);
  });
});

describe("what is hostile", () => {
  it("finds nothing with a capability of nobody, and nothing of another desk", async () => {
    const { capability } = await begin();
    for (const bearer of ["", "x".repeat(22), "A".repeat(5_000)]) {
      for (const path of ["/mensaje", "/aqui", "/retirarse", "/copia"])
        expect((await post(path, { _envio: newToken(), texto: "hola" }, bearer)).status).toBe(404);
    }
    const elsewhere = await site.app.request("/d/hib2b/chat/vivo", { headers: { authorization: `Bearer ${capability}` } });
    expect(elsewhere.status).toBe(404);
  });

  it("takes no write from another site's page, and no body of another kind", async () => {
    const { capability } = await begin();
    const headers = { origin: "https://mala.example.com", authorization: `Bearer ${capability}` };
    const path = "/d/interfactura/chat/retirarse";
    expect((await site.app.request(path, { method: "POST", headers })).status).toBe(403);
    const json = { ...headers, origin, "content-type": "application/json" };
    expect((await site.app.request(path, { method: "POST", headers: json, body: "{}" })).status).toBe(415);
  });

  it("refuses three megabytes of words, and a flood, and goes on", async () => {
    const { capability } = await begin();
    const long = await post("/mensaje", { _envio: newToken(), texto: "x".repeat(3_000_000) }, capability);
    expect([400, 413, 422]).toContain(long.status);
    const statuses = await Promise.all(
      Array.from({ length: 40 }, (_, i) => post("/mensaje", { _envio: newToken(), texto: `w${i}` }, capability)),
    );
    const refused = statuses.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(10);
    expect(statuses.filter(({ status }) => status === 200).length).toBeGreaterThan(10);
    expect(refused[0]?.body["text"]).toContain("Escribe muy rápido");
  });

  it("opens no more tabs of one chat than eight", async () => {
    const { capability } = await begin();
    const tabs = [];
    for (let i = 0; i < 8; i += 1) tabs.push(await follow(capability));
    const ninth = await site.app.request("/d/interfactura/chat/vivo", { headers: { authorization: `Bearer ${capability}` } });
    expect([ninth.status, ninth.headers.get("retry-after")]).toEqual([429, "30"]);
    for (const tab of tabs) await tab.close();
    await (await follow(capability)).close();
  });

  it("says that the desk is asked for what its form asks for, and files nothing until then", async () => {
    const { status, body } = await post("?form=asesoria", { _envio: newToken(), lang: "es" });
    expect(status).toBe(422);
    expect((body["errors"] as { field: string }[]).map(({ field }) => field).toSorted()).toEqual(["correo", "descripcion", "quien"]);
    const unknown = await post("?form=asesoria", { _envio: newToken(), ...asked, de_mas: "x" });
    expect(unknown.status).toBe(422);
  });

  it("ends with its ticket: what is closed is told so, and takes no more words", async () => {
    const { folio, capability } = await begin();
    const page = await follow(capability);
    await closeTicket(test.plazo, place(folio), { by: ximena, reason: "by-agent", note: "Resuelto en el chat." });
    await expect.poll(page.lines, soon).toContain("está cerrado");
    expect((await post("/mensaje", { _envio: newToken(), texto: "¿hola?" }, capability)).status).toBe(422);
    await page.close();
  });
});

describe("the page and its button", () => {
  it("may be framed by the portal and by what an administrator added, and every other page by nobody else", async () => {
    expect(isRefusal(await addHost(test.plazo, "interfactura", { origin: "https://portal.example.com", by: "Ada" }))).toBe(false);
    const page = await site.get("/d/interfactura/chat");
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'self' https://portal.example.com");
    expect(page.headers.get("x-frame-options")).toBeNull();
    const other = await site.get("/d/interfactura/");
    expect(other.headers.get("content-security-policy")).toMatch(/frame-ancestors 'self'$/u);
    expect(other.headers.get("x-frame-options")).toBe("SAMEORIGIN");
  });

  it.each([
    ["https://portal.example.com", "https://portal.example.com"],
    ["https://PORTAL.example.com:8443/", "https://portal.example.com:8443"],
    ["http://localhost:5173", "http://localhost:5173"],
    ["http://portal.example.com", null],
    ["https://portal.example.com/ruta", null],
    ["https://a@portal.example.com", null],
    ["*", null],
    ["https://*.example.com", null],
    ["data:text/html,x", null],
    ["https://x.example.com; script-src *", null],
  ])("takes %s for an origin as %s", (written, known) => {
    expect(hostOrigin(written)).toBe(known);
  });

  it("without JavaScript tells the hours and leads to the form", async () => {
    const page = await site.get("/d/interfactura/chat");
    expect(page.words).toContain("El chat atiende");
    expect(page.text).toContain('href="/d/interfactura/ayuda"');
    expect(page.text).not.toMatch(/<script(?![^>]*(src=|application\/json))/u);
  });

  it("is no chat where the manual has none", async () => {
    const other = await openTestDesk("hib2b", "2026-11-20T17:00:00Z");
    const pages = browse(other, { live: openLive(other.plazo) });
    for (const path of ["/d/hib2b/chat", "/d/hib2b/chat.js"]) expect((await pages.get(path)).status).toBe(404);
    await other.close();
  });

  it("loads at most 6 KB, asks for nothing else and leaves nothing global", async () => {
    const answer = await site.app.request("/d/interfactura/chat.js", { headers: { "accept-encoding": "gzip" } });
    const bytes = (await answer.arrayBuffer()).byteLength;
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(bytes).toBeLessThanOrEqual(6 * 1024);
    expect(bytes).toBeGreaterThan(500);
  });
});
