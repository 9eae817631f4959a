import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { browse } from "../../test/kit/browse.ts";
import type { Browser } from "../../test/kit/browse.ts";
import { openTestDesk } from "../../test/kit/desk.ts";
import type { TestDesk } from "../../test/kit/desk.ts";
import { makeMetrics } from "./metrics.ts";

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  desk = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
  browser = browse(desk);
});
afterAll(() => desk.close());

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

describe("every answer", () => {
  it("carries the headers of safety and a reference", async () => {
    for (const path of ["/", "/d/hib2b/", "/d/hib2b/manual", "/nada", "/livez", "/api/v1/nada"]) {
      const { headers } = await browser.get(path);
      expect(headers.get("content-security-policy")).toMatch(
        /default-src 'none'.*script-src 'self'/u,
      );
      expect(headers.get("content-security-policy")).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("SAMEORIGIN");
      expect(headers.get("strict-transport-security")).toBe("max-age=31536000");
      expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/u);
    }
  });

  it("is compressed as the browser takes it, with the same content", async () => {
    const plain = (await browser.get("/d/hib2b/manual")).text;
    const get = (encoding: string) =>
      browser.app.request("/d/hib2b/manual", { headers: { "accept-encoding": encoding } });
    const br = await get("gzip, br");
    expect(br.headers.get("content-encoding")).toBe("br");
    expect(br.headers.get("vary")).toContain("Accept-Encoding");
    expect(brotliDecompressSync(Buffer.from(await br.arrayBuffer())).toString()).toBe(plain);
    const gzip = await get("gzip");
    expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toBe(plain);
    expect((await get("br;q=0, identity")).headers.get("content-encoding")).toBeNull();
  });

  it("of an asset is kept for a year under its own name, and not under another", async () => {
    const page = await browser.get("/");
    const [, style = ""] = page.text.match(/href="(\/assets\/site\.[0-9a-f]+\.css)"/u) ?? [];
    const got = await browser.get(style, { "accept-encoding": "br" });
    expect(got.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await browser.get("/assets/site.0000000000.css")).status).toBe(404);
    expect((await browser.get("/assets/..%2f..%2fapp.ts")).status).toBe(404);
  });
});

describe("a desk's pages", () => {
  it("say whether the desk is open and until when, or when it opens", async () => {
    expect((await browser.get("/d/hib2b/")).words).toContain(
      "La mesa está atendiendo ahora. Hasta el viernes 20 de noviembre, 18:00 (hora del centro).",
    );
    const closed = await openTestDesk("hib2b", "2026-11-21T18:00:00Z");
    const words = (await browse(closed).get("/d/hib2b/")).words;
    await closed.close();
    expect(words).toContain(
      "La mesa está cerrada ahora. Vuelve a atender el lunes 23 de noviembre, 09:00 (hora del centro).",
    );
  });

  it("list the desks that are served, and no other", async () => {
    expect((await browser.get("/")).words).toContain(
      "Mesa de ayuda del Portal de Proveedores HIB2B",
    );
    const none = browse(desk, { desks: ["otra"] });
    expect((await none.get("/")).words).toContain("Todavía no hay ninguna mesa en servicio.");
    expect((await none.get("/d/hib2b/")).status).toBe(404);
    expect((await none.get("/d/hib2b/manual")).status).toBe(404);
  });

  it("publish the manual whole: version, clauses, terms, and its examples worked out by the engine, in both languages", async () => {
    const { words } = await browser.get("/d/hib2b/manual");
    for (const said of [
      "Versión 1 En vigor desde el 20 de noviembre de 2026",
      "HB-13",
      "HB-14a",
      "4 horas hábiles",
      "32 horas hábiles",
      "Intermitencia prolongada",
      "Cerrado",
      "Lecturas adoptadas",
      "Folio del ticket",
    ]) {
      expect(words).toContain(said);
    }
    expect(words).toContain(
      "viernes 20 de noviembre, 17:00 viernes 20 de noviembre, 18:00 lunes 23 de noviembre, 12:00",
    );
    expect(words).toContain(
      "viernes 13 de noviembre, 17:00 viernes 13 de noviembre, 18:00 martes 17 de noviembre, 12:00",
    );
    const english = (await browser.get("/d/hib2b/manual?lang=en")).words;
    expect(english).toContain(
      "Friday 20 November, 17:00 Friday 20 November, 18:00 Monday 23 November, 12:00",
    );
    expect(english).not.toMatch(/undefined|\[object/u);
  });

  it("are found without their last slash, and keep the query", async () => {
    const moved = await browser.get("/d/hib2b?lang=en");
    expect([moved.status, moved.headers.get("location")]).toEqual([308, "/d/hib2b/?lang=en"]);
  });

  it.each([
    ["/d/hib2b/manual/", "/d/hib2b/manual"],
    ["/d/hib2b/ayuda/?lang=en", "/d/hib2b/ayuda?lang=en"],
    ["/d/hib2b/articulos//", "/d/hib2b/articulos"],
    ["/d/hib2b/t/abc/", "/d/hib2b/t/abc"],
    ["/docs/api/", "/docs/api"],
  ])("are found with a slash too many: %s leads to %s", async (path, to) => {
    const moved = await browser.get(path);
    expect([moved.status, moved.headers.get("location")]).toEqual([308, to]);
  });

  it("with a slash too many lead nowhere else, and to programs and writes they are not found", async () => {
    for (const sly of ["//evil.example/", "/\\evil.example/", "///", "////evil.example//"])
      expect([sly, (await browser.get(sly)).status]).toEqual([sly, 404]);
    expect((await browser.get("/api/v1/desks/")).status).toBe(404);
    expect((await browser.get("/d/nadie/")).status).toBe(404);
    const sent = await browser.post("/d/hib2b/ayuda/", new URLSearchParams({ a: "b" }));
    expect(sent.status).toBe(404);
  });
});

describe("the guard", () => {
  const write = (path: string, headers: Record<string, string>, body: string | null = null) =>
    browser.app.request(path, { method: "POST", headers, body });

  it("lets no write through that does not come from here, whatever its path, and says so to programs as a problem", async () => {
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      {},
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "none" },
    ]) {
      const refused = await write("/api/v1/x", headers as Record<string, string>);
      expect(refused.status).toBe(403);
      expect(refused.headers.get("content-type")).toBe("application/problem+json");
      expect(await refused.json()).toMatchObject({
        code: "origin-refused",
        status: 403,
        title: "La solicitud no viene de esta página",
      });
    }
    expect((await write("/api/v1/x", { origin: "https://plazo.example.com" })).status).toBe(404);
    expect((await write("/api/v1/x", { "sec-fetch-site": "same-origin" })).status).toBe(404);
    expect((await write("/api/v1/x", { authorization: "Bearer x" })).status).toBe(404);
  });

  it("takes JSON alone at the API, and no more of it than a megabyte", async () => {
    const own = { origin: "https://plazo.example.com" };
    expect((await write("/api/v1/x", { ...own, "content-type": "text/plain" }, "{}")).status).toBe(
      415,
    );
    expect(
      (await write("/api/v1/x", { ...own, "content-type": "multipart/form-data; boundary=x" }, "x"))
        .status,
    ).toBe(415);
    const large = {
      ...own,
      "content-type": "application/json",
      "content-length": String(1024 * 1024 + 1),
    };
    expect((await write("/api/v1/x", large, "{}")).status).toBe(413);
    expect(
      (
        await write(
          "/api/v1/x",
          { ...own, "content-type": "application/json; charset=utf-8" },
          "{}",
        )
      ).status,
    ).toBe(404);
  });
});

describe("operation", () => {
  it("is live always, and ready or not with the reason", async () => {
    expect((await browser.get("/livez")).status).toBe(200);
    expect((await browser.get("/readyz")).text).toBe('{"ready":true}');
    const away = browse(desk, {
      readiness: () =>
        Promise.resolve({
          ready: false,
          why: "database-unreachable",
          detail: { why: "ECONNREFUSED" },
        }),
    });
    const page = await away.get("/readyz");
    expect(page.status).toBe(503);
    expect(JSON.parse(page.text)).toEqual({
      ready: false,
      why: "database-unreachable",
      detail: { why: "ECONNREFUSED" },
    });
    expect(page.headers.get("retry-after")).toBe("5");
  });

  it("shows its figures to who bears the token, and without a token to this machine alone while its address is local", async () => {
    const open = browse(desk, {
      metricsToken: "abc",
      metrics: makeMetrics(() =>
        Promise.resolve({ outbox: 3, late: 1, silentMailboxes: 2, mailAside: 5 }),
      ),
    });
    const got = await open.app.request("/metrics", { headers: { authorization: "Bearer abc" } });
    const text = await got.text();
    expect(text).toContain('plazo_backlog{of="outbox"} 3');
    expect(text).toContain('plazo_backlog{of="subjects"} 1');
    expect(text).toContain('plazo_backlog{of="silent-mailboxes"} 2');
    expect(text).toContain('plazo_backlog{of="mail-aside"} 5');
    expect((await open.app.request("/metrics", {}, from("127.0.0.1"))).status).toBe(404);
    // The address is public here, so a proxy on this machine may be bringing the world.
    expect((await browser.app.request("/metrics", {}, from("127.0.0.1"))).status).toBe(404);
    const local = browse({
      ...desk,
      plazo: { ...desk.plazo, settings: { ...desk.plazo.settings, url: "http://localhost:3000" } },
    });
    expect((await local.app.request("/metrics", {}, from("::1"))).status).toBe(200);
    expect((await local.app.request("/metrics", {}, from("192.0.2.7"))).status).toBe(404);
    expect((await local.app.request("/metrics")).status).toBe(404);
  });

  it("counts requests by kind of address, never by id", async () => {
    const metrics = makeMetrics(null);
    const counted = browse(desk, { metrics });
    await counted.get("/d/hib2b/t/AAAAAAAAAAAAAAAAAAAAAA");
    const text = await metrics.registry.metrics();
    expect(text).toContain('route="/d/:desk/t"');
    expect(text).not.toContain("AAAAAAAA");
  });

  it("turns others away before the intake when there is too much, and says when to come back", async () => {
    const busy = browse(desk, { bounds: { reads: 0, writes: 0, intake: 1 } });
    const page = await busy.get("/d/hib2b/");
    expect([page.status, page.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(page.words).toContain("Estamos recibiendo más solicitudes de las que podemos atender");
    expect((await busy.post("/d/hib2b/ayuda", new URLSearchParams({ _envio: "x" }))).status).toBe(
      400,
    );
    expect((await busy.get("/livez")).status).toBe(200);
  });

  it("counts every form and every answer of a client as intake", async () => {
    const busy = browse(desk, { bounds: { reads: 0, writes: 0, intake: 1 } });
    const body = new URLSearchParams({ _envio: "x" });
    for (const [path, status] of [
      ["/d/hib2b/ayuda/pagos", 400],
      ["/d/hib2b/t/AAAAAAAAAAAAAAAAAAAAAA?accion=responder", 404],
    ] as const)
      expect([path, (await busy.post(path, body)).status]).toEqual([path, status]);
  });
});

describe("a fault", () => {
  it("ends as a page with its reference, in which nothing of it is told", async () => {
    const broken = browse(desk, {
      mount: (app) =>
        app.get("/rompe", () => Promise.reject(new Error("select secreto from tabla"))),
    });
    const page = await broken.get("/rompe");
    expect(page.status).toBe(500);
    expect(page.text).not.toContain("secreto");
    expect(page.words).toContain(`Referencia: ${page.headers.get("x-request-id")}`);
    const english = await broken.app.request("/rompe", {
      headers: { accept: "application/json", "accept-language": "en" },
    });
    expect(await english.json()).toMatchObject({
      code: "fault",
      title: "Something failed on our side",
    });
  });

  it.each(["ECONNREFUSED", "ENOSPC", "53100", "57P01"])(
    "of a database that is away or a disk that is full (%s) is 503, not a fault of ours",
    async (code) => {
      const away = Object.assign(new Error(code), { code });
      const broken = browse(desk, {
        mount: (app) => app.get("/rompe", () => Promise.reject(away)),
      });
      const page = await broken.get("/rompe");
      expect([page.status, page.headers.get("retry-after")]).toEqual([503, "15"]);
    },
  );
});
