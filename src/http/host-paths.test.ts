import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse, filledIn } from "../../test/kit/browse.ts";
import type { Browser } from "../../test/kit/browse.ts";
import { fileOne, openTestDesk, testPolicy } from "../../test/kit/desk.ts";
import type { TestDesk } from "../../test/kit/desk.ts";
import { addHost, deskAddress, refreshHosts, removeHost } from "../desk/desks/hosts.ts";
import { openDesk } from "../desk/desks/open-desk.ts";

const own = "ayuda.cliente.example";
const other = "mesa.otra.example";
const portal = "ayuda.compradora.example";

let test: TestDesk;
let browser: Browser;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T15:00:00Z");
  const { plazo } = test;
  await openDesk(plazo, { policy: await testPolicy("factura-inteligente"), source: "" });
  expect(await addHost(plazo, "hib2b", { host: own, portal: null })).toBeNull();
  expect(await addHost(plazo, "hib2b", { host: portal, portal: "compradora" })).toBeNull();
  const second = { host: other.toUpperCase(), portal: null };
  expect(await addHost(plazo, "factura-inteligente", second)).toBeNull();
  await refreshHosts(plazo);
  browser = browse(test, {
    mount(app) {
      app.get("/app/entrar", (context) => context.text("staff"));
      app.get("/api/v1/me", (context) => context.json({}));
    },
  });
});
afterAll(() => test.close());

const at = (host: string, path: string, more: RequestInit = {}): Promise<Response> =>
  Promise.resolve(browser.app.request(`https://${host}${path}`, more));
const statusAt = async (host: string, path: string): Promise<number> =>
  (await at(host, path)).status;

describe("the host of a desk", () => {
  it.each(["/", "/ayuda", "/manual", "/seguir", "/d/hib2b/ayuda", "/d/hib2b/manual"])(
    "serves that desk's %s",
    async (path) => {
      const page = await at(own, path);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain("/d/hib2b/");
    },
  );

  it("serves each desk at its own, and of the others nothing", async () => {
    expect(await (await at(other, "/manual")).text()).toContain("/d/factura-inteligente/");
    expect(await statusAt(own, "/d/factura-inteligente/manual")).toBe(404);
    expect(await statusAt(other, "/d/hib2b/manual")).toBe(404);
    expect(await statusAt(own, "/d")).toBe(404);
    expect(await statusAt(own, "/d/hib2b-otra/manual")).toBe(404);
    for (const sly of [
      "/d/hib2b/../factura-inteligente/manual",
      "/d/hib2b/%2e%2e/factura-inteligente/manual",
      "//d/factura-inteligente/manual",
    ])
      expect([sly, await statusAt(own, sly)]).toEqual([sly, 404]);
  });

  it("has neither the workspace nor the API: people of the desk sign in at one address", async () => {
    for (const path of ["/app/entrar", "/api/v1/me"]) {
      expect([path, await statusAt("plazo.example.com", path)]).toEqual([path, 200]);
      expect([path, await statusAt(own, path)]).toEqual([path, 404]);
    }
  });

  it("is known by the Host header whatever its case and port, and by nothing else", async () => {
    const headers = { host: `${own.toUpperCase()}:8443` };
    expect((await browser.app.request("http://localhost/ayuda", { headers })).status).toBe(200);
    expect(await statusAt("plazo.example.com", "/ayuda")).toBe(404);
    expect(await statusAt("malo.example.net", "/ayuda")).toBe(404);
    const forwarded = { "x-forwarded-host": own, forwarded: `host=${own}` };
    const sly = await browser.app.request("http://localhost/ayuda", { headers: forwarded });
    expect(sly.status).toBe(404);
  });

  it("takes a form that comes from its own pages, and leads on to pages of its own", async () => {
    const page = await browser.get(`https://${own}/ayuda`);
    const form = filledIn(page, {
      descripcion: "No puedo entrar al portal desde ayer.",
      quien: "EKU9003173C9",
      correo: "proveedor@example.com",
      tipo: "contrasena",
    });
    const send = async (origin: string): Promise<Response> =>
      at(own, "/ayuda", { method: "POST", body: form, headers: { origin, host: own } });
    expect((await send("https://malo.example.net")).status).toBe(403);
    const sent = await send(`https://${own}`);
    expect([sent.status, sent.headers.get("location")?.startsWith("/d/hib2b/")]).toEqual([
      303,
      true,
    ]);
    expect(await statusAt(own, sent.headers.get("location") ?? "")).toBe(200);
  });

  it("is in the links of its mails, and no other desk's", async () => {
    await fileOne(test, { fields: { ...sound, correo: "lector@example.com" } });
    await test.work();
    const text = test.mails("lector@example.com").at(-1)?.text ?? "";
    const link = /https:\/\/\S+\/t\/\S+/u.exec(text)?.[0] ?? "";
    expect(new URL(link).host).toBe(own);
    expect(await statusAt(own, new URL(link).pathname)).toBe(200);
    expect(await statusAt(other, new URL(link).pathname)).toBe(404);
  });
});

const sound = {
  descripcion: "No puedo entrar al portal desde ayer.",
  quien: "EKU9003173C9",
  tipo: "contrasena",
};

describe("a buying company's own address (HB-8)", () => {
  it.each([
    ["https://plazo.example.com/d/hib2b/p/compradora/ayuda"],
    [`https://${portal}/`],
    [`https://${portal}/ayuda`],
  ])("%s leads to the form with its portal known", async (address) => {
    const first = await browser.get(address);
    expect(first.status).toBe(302);
    const form = await browser.get(new URL(first.headers.get("location") ?? "", address).href);
    expect(form.status).toBe(200);
    expect(form.value("_portal")).toContain("compradora");
  });

  it("is no address where the name is none", async () => {
    expect(await statusAt("plazo.example.com", "/d/hib2b/p/<script>/ayuda")).toBe(404);
    expect(await statusAt("plazo.example.com", "/d/nadie/p/compradora/ayuda")).toBe(404);
  });
});

describe("hosts", () => {
  it("are given once, and never that of the installation or what is no name", async () => {
    const { plazo } = test;
    const add = (host: string) => addHost(plazo, "factura-inteligente", { host, portal: null });
    expect(await add(own)).toMatchObject({ refused: "host-taken" });
    for (const wrong of [
      "plazo.example.com",
      "a b",
      "localhost",
      "x",
      "-a.example",
      "a..example",
      `${"a".repeat(300)}.example`,
    ])
      expect(await add(wrong)).toMatchObject({ refused: "host-wrong" });
    expect(await removeHost(plazo, "factura-inteligente", own)).toMatchObject({
      refused: "no-such-host",
    });
  });

  it("that are taken away serve nothing more, and links are by path again", async () => {
    expect(await removeHost(test.plazo, "factura-inteligente", other)).toBeNull();
    await refreshHosts(test.plazo);
    expect(await statusAt(other, "/manual")).toBe(404);
    expect(deskAddress(test.plazo, "factura-inteligente")).toBe(
      "https://plazo.example.com/d/factura-inteligente",
    );
  });
});
