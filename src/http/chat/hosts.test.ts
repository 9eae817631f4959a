import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal } from "../../core/refusal.ts";
import { addHost, hostOrigin, removeHost } from "../../desk/chat/hosts.ts";
import { revokeKeys, rotateKey } from "../../desk/chat/keys.ts";
import { chatForStaff } from "../../desk/chat/line.ts";
import { listAudit } from "../../desk/register/list-audit.ts";
import { close as closeTicket } from "../../desk/tickets/close.ts";
import { openLive } from "../live/live.ts";
import { browse } from "../../../test/kit/browse.ts";
import { asked, newToken, openChatDesk, origin, soon } from "../../../test/kit/chat.ts";
import type { ChatDesk } from "../../../test/kit/chat.ts";
import { openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";

let chat: ChatDesk;
let test: TestDesk;
beforeAll(async () => {
  chat = await openChatDesk();
  test = chat.test;
});
afterAll(() => chat.close());

const ada = { who: "ada", name: "Ada", way: "workspace", source: null } as const;
const place = (folio: string) => ({ desk: "interfactura", folio });

describe("a host page that vouches for its user", () => {
  const sign = (
    secret: string,
    differs: Record<string, string> = {},
    life = 120,
  ): Promise<string> => {
    const now = Math.floor(test.time.read() / 1000);
    return new SignJWT({
      email: "avalada@example.com",
      name: "Usuaria Avalada",
      rfc: "XAMA620210DQ5",
      ...differs,
    })
      .setProtectedHeader({ alg: "HS256" })
      .setSubject("u-1")
      .setAudience(differs["aud"] ?? "interfactura")
      .setJti(differs["jti"] ?? newToken())
      .setIssuedAt(now)
      .setExpirationTime(now + life)
      .sign(new TextEncoder().encode(secret));
  };

  it("is believed once: the address is the one it says, whatever is written", async () => {
    const { secret } = await rotateKey(test.plazo, "interfactura", ada);
    const submission = newToken();
    const token = await sign(secret);
    const believed = await chat.post("/aval", { _envio: submission, aval: token });
    expect([believed.status, believed.body["email"]]).toEqual([200, "avalada@example.com"]);
    const { folio } = await chat.begin({ _envio: submission, correo: "otra@example.com" });
    const { mine, line } = await chatForStaff(test.plazo, "interfactura", {
      staff: "x",
      seesAll: true,
    });
    expect([...mine, ...line].find((one) => one.folio === folio)).toMatchObject({
      requesterAddress: "avalada@example.com",
      vouched: { sub: "u-1", rfc: "XAMA620210DQ5" },
    });
    const replayed = await chat.post("/aval", { _envio: newToken(), aval: token });
    expect([replayed.status, replayed.body["refused"]]).toEqual([422, "vouch-spent"]);
  });

  it("is refused where it is wrong, of another desk, too long or over; the chat goes on as anybody's", async () => {
    const { secret } = await rotateKey(test.plazo, "interfactura", ada);
    const submission = newToken();
    const now = Math.floor(test.time.read() / 1000);
    const cases: readonly (readonly [string, string])[] = [
      [await sign("another secret of the same length, more or less"), "vouch-invalid"],
      [await sign(secret, { aud: "hib2b" }), "vouch-invalid"],
      [await sign(secret, {}, 3_600), "vouch-invalid"],
      [await sign(secret, { email: "nobody" }), "vouch-invalid"],
      [await sign(secret, {}, -60), "vouch-expired"],
      [
        `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(JSON.stringify({ aud: "interfactura", sub: "u", email: "a@example.com", jti: "j", iat: now, exp: now + 60 })).toString("base64url")}.`,
        "vouch-invalid",
      ],
      ["", "vouch-invalid"],
      ["x".repeat(10_000), "vouch-invalid"],
    ];
    for (const [aval, code] of cases) {
      const { status, body } = await chat.post("/aval", { _envio: submission, aval });
      expect([status, body["refused"]]).toEqual([422, code]);
      expect(body["text"]).toContain("Puede seguir");
    }
    await chat.begin({ _envio: submission });
  });

  it("is believed for a day by the secret before, and by none that was taken back", async () => {
    const before = await rotateKey(test.plazo, "interfactura", ada);
    await rotateKey(test.plazo, "interfactura", ada);
    const believed = async (): Promise<number> =>
      (await chat.post("/aval", { _envio: newToken(), aval: await sign(before.secret) })).status;
    expect(await believed()).toBe(200);
    test.time.advance(86_400_001);
    expect(await believed()).toBe(422);
    const { secret } = await rotateKey(test.plazo, "interfactura", ada);
    await revokeKeys(test.plazo, "interfactura", ada);
    expect(
      (await chat.post("/aval", { _envio: newToken(), aval: await sign(secret) })).status,
    ).toBe(422);
    test.time.set("2026-11-23T17:00:00Z");
  });

  it("is in the audit with whoever made its secret or took it back, and the secret is not", async () => {
    const { id, secret } = await rotateKey(test.plazo, "interfactura", ada);
    await revokeKeys(test.plazo, "interfactura", ada);
    await addHost(test.plazo, "interfactura", { origin: "https://otro.example.com", by: ada });
    await removeHost(test.plazo, "interfactura", { origin: "https://otro.example.com", by: ada });
    const page = { limit: 20, place: null };
    const { entries } = await listAudit(test.plazo, "interfactura", page);
    const told = entries.map(({ name, action, subjectId }) => [name, action, subjectId]);
    for (const [action, of] of [
      ["chat-key.make", id],
      ["chat-key.revoke", id],
      ["chat-host.add", "https://otro.example.com"],
      ["chat-host.remove", "https://otro.example.com"],
    ])
      expect(told).toContainEqual(["Ada", action, of]);
    expect(JSON.stringify(entries)).not.toContain(secret);
  });
});

describe("the copy at the end", () => {
  it("bears the words where the address was vouched for, and else the link alone", async () => {
    const { secret } = await rotateKey(test.plazo, "interfactura", ada);
    const typed = await chat.begin({
      correo: "tecleada@example.com",
      descripcion: "Compre aquí: casino",
    });
    expect((await chat.post("/copia", null, typed.capability)).body).toEqual({ done: true });
    const submission = newToken();
    const now = Math.floor(test.time.read() / 1000);
    const token = await new SignJWT({ email: "copia@example.com" })
      .setProtectedHeader({ alg: "HS256" })
      .setSubject("u-2")
      .setAudience("interfactura")
      .setJti(newToken())
      .setIssuedAt(now)
      .setExpirationTime(now + 60)
      .sign(new TextEncoder().encode(secret));
    await chat.post("/aval", { _envio: submission, aval: token });
    const vouched = await chat.begin({ _envio: submission, descripcion: "La factura 31" });
    await chat.answer(vouched.folio, "Queda cancelada.");
    await chat.post("/copia", null, vouched.capability);
    await test.work();
    const copyTo = (address: string): string => test.mails(address).at(-1)?.text ?? "";
    expect(copyTo("tecleada@example.com")).toContain(`/t/${typed.capability}`);
    expect(copyTo("tecleada@example.com")).not.toContain("casino");
    expect(copyTo("copia@example.com")).toContain("La factura 31");
    expect(copyTo("copia@example.com")).toContain("Ximena: Queda cancelada.");
  });

  it("leaves three times an hour for an address, and no more", async () => {
    const { capability } = await chat.begin({ correo: "muchas@example.com" });
    const statuses = [];
    for (let times = 0; times < 4; times += 1)
      statuses.push((await chat.post("/copia", null, capability)).status);
    expect(statuses).toEqual([200, 200, 200, 422]);
  });
});

describe("what is hostile", () => {
  it("finds nothing with a capability of nobody, and nothing of another desk", async () => {
    const { capability } = await chat.begin();
    for (const bearer of ["", "x".repeat(22), "A".repeat(5_000)]) {
      for (const path of ["/mensaje", "/aqui", "/retirarse", "/copia"])
        expect((await chat.post(path, { _envio: newToken(), texto: "hola" }, bearer)).status).toBe(
          404,
        );
    }
    const elsewhere = await chat.site.app.request("/d/hib2b/chat/vivo", {
      headers: { authorization: `Bearer ${capability}` },
    });
    expect(elsewhere.status).toBe(404);
  });

  it("takes no write from another site's page, and no body of another kind", async () => {
    const { capability } = await chat.begin();
    const headers = { origin: "https://mala.example.com", authorization: `Bearer ${capability}` };
    const path = "/d/interfactura/chat/retirarse";
    expect((await chat.site.app.request(path, { method: "POST", headers })).status).toBe(403);
    const json = { ...headers, origin, "content-type": "application/json" };
    expect(
      (await chat.site.app.request(path, { method: "POST", headers: json, body: "{}" })).status,
    ).toBe(415);
  });

  it("refuses three megabytes of words, and a flood, and goes on", async () => {
    const { capability } = await chat.begin();
    const long = await chat.post(
      "/mensaje",
      { _envio: newToken(), texto: "x".repeat(3_000_000) },
      capability,
    );
    expect([400, 413, 422]).toContain(long.status);
    const statuses = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        chat.post("/mensaje", { _envio: newToken(), texto: `w${i}` }, capability),
      ),
    );
    const refused = statuses.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(10);
    expect(statuses.filter(({ status }) => status === 200).length).toBeGreaterThan(10);
    expect(refused[0]?.body["text"]).toContain("Escribe muy rápido");
  });

  it("opens no more tabs of one chat than eight", async () => {
    const { capability } = await chat.begin();
    const tabs = [];
    for (let i = 0; i < 8; i += 1) tabs.push(await chat.follow(capability));
    const ninth = await chat.site.app.request("/d/interfactura/chat/vivo", {
      headers: { authorization: `Bearer ${capability}` },
    });
    expect([ninth.status, ninth.headers.get("retry-after")]).toEqual([429, "30"]);
    for (const tab of tabs) await tab.close();
    await (await chat.follow(capability)).close();
  });

  it("says that the desk is asked for what its form asks for, and files nothing until then", async () => {
    const { status, body } = await chat.post("?form=asesoria", { _envio: newToken(), lang: "es" });
    expect(status).toBe(422);
    expect((body["errors"] as { field: string }[]).map(({ field }) => field).toSorted()).toEqual([
      "correo",
      "descripcion",
      "quien",
    ]);
    const unknown = await chat.post("?form=asesoria", {
      _envio: newToken(),
      ...asked,
      de_mas: "x",
    });
    expect(unknown.status).toBe(422);
  });

  it("ends with its ticket: what is closed is told so, and takes no more words", async () => {
    const { folio, capability } = await chat.begin();
    const page = await chat.follow(capability);
    await closeTicket(test.plazo, place(folio), {
      by: ximena,
      reason: "by-agent",
      note: "Resuelto en el chat.",
    });
    await expect.poll(page.lines, soon).toContain("está cerrado");
    expect(
      (await chat.post("/mensaje", { _envio: newToken(), texto: "¿hola?" }, capability)).status,
    ).toBe(422);
    await page.close();
  });
});

describe("the page and its button", () => {
  it("may be framed by the portal and by what an administrator added, and every other page by nobody else", async () => {
    expect(
      isRefusal(
        await addHost(test.plazo, "interfactura", {
          origin: "https://portal.example.com",
          by: ada,
        }),
      ),
    ).toBe(false);
    const page = await chat.site.get("/d/interfactura/chat");
    expect(page.headers.get("content-security-policy")).toContain(
      "frame-ancestors 'self' https://portal.example.com",
    );
    expect(page.headers.get("x-frame-options")).toBeNull();
    const other = await chat.site.get("/d/interfactura/");
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
    const page = await chat.site.get("/d/interfactura/chat");
    expect(page.words).toContain("El chat atiende");
    expect(page.text).toContain('href="/d/interfactura/ayuda"');
    for (const [asset] of page.text.matchAll(/\/assets\/[\w.-]+/gu))
      expect([asset, (await chat.site.get(asset)).status]).toEqual([asset, 200]);
    expect(page.text).not.toMatch(/<script(?![^>]*(src=|application\/json))/u);
  });

  it("is no chat where the manual has none", async () => {
    const other = await openTestDesk("hib2b", "2026-11-20T17:00:00Z");
    const pages = browse(other, { live: openLive(other.plazo) });
    for (const path of ["/d/hib2b/chat", "/d/hib2b/chat.js"])
      expect((await pages.get(path)).status).toBe(404);
    await other.close();
  });

  it("loads at most 6 KB, asks for nothing else and leaves nothing global", async () => {
    const answer = await chat.site.app.request("/d/interfactura/chat.js", {
      headers: { "accept-encoding": "gzip" },
    });
    const bytes = (await answer.arrayBuffer()).byteLength;
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(bytes).toBeLessThanOrEqual(6 * 1024);
    expect(bytes).toBeGreaterThan(500);
  });
});
