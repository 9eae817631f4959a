import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, chrome, complaintsOf, openChrome, patience } from "../kit/chrome.ts";
import { mailServer } from "../kit/mail-server.ts";
import type { MailServer } from "../kit/mail-server.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// The tracker (HB-12) as an administrator reads, filters and follows it, before a server of its own.
let data: Awaited<ReturnType<typeof dataFolder>>;
let smtp: MailServer;
let server: Served;
let browser: Browser;
let page: Page;
let complaints: readonly string[];

if (chrome === undefined)
  console.warn("NOT RUN: the journey of the tracker, for no chromium was found");

/** What somebody else's browser opens, with script or without. */
async function another(address: string, differs: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "es-MX", ...differs });
  context.setDefaultTimeout(patience);
  const opened = await context.newPage();
  await opened.goto(address);
  return opened;
}

/** The link that was mailed to an address. */
async function linkFor(address: string): Promise<string> {
  const found = (): string =>
    /https?:\/\/\S+\/seguimiento\/[\w.-]+/u.exec(
      smtp.arrived
        .filter(({ to }) => to === address)
        .map(({ raw }) => raw.replace(/=\r?\n/gu, "").replaceAll("=3D", "="))
        .join("\n"),
    )?.[0] ?? "";
  await expect.poll(found, { interval: 100 }).not.toBe("");
  return found();
}

async function fileTicket(type: string): Promise<void> {
  await page.goto(`${server.url}/d/hib2b/ayuda?portal=dulcera`);
  await page.getByLabel(type, { exact: true }).check();
  await page.getByLabel("Descripción del incidente").fill("No abre desde ayer.");
  await page.getByLabel("Usuario, RFC o razón social").fill("EKU9003173C9");
  await page.getByLabel("Correo de contacto").fill("proveedor@example.com");
  await page.getByRole("button", { name: "Enviar la solicitud" }).click();
  await page.getByRole("heading", { name: "Su solicitud está registrada" }).waitFor();
}

const noBarriers = async (where: string): Promise<void> =>
  expect([where, await barriers(page)]).toEqual([where, []]);

describe.skipIf(chrome === undefined)("the tracker in the workspace", () => {
  beforeAll(async () => {
    [data, smtp] = await Promise.all([dataFolder(), mailServer()]);
    server = await serve(data.path, await freePort(), {
      environment: { PLAZO_DESKS: "hib2b", SMTP_URL: smtp.url },
      launcher: true,
    });
    browser = await openChrome();
    const context = await browser.newContext({ locale: "es-MX" });
    context.setDefaultTimeout(patience);
    page = await context.newPage();
    complaints = complaintsOf(page);
    const [link = ""] = /http\S+\/app\/entrar\/\S+/u.exec(server.said()) ?? [];
    await page.goto(link);
    await page.getByLabel("Nombre y apellido").fill("Abril de Prueba");
    await page.getByLabel("Correo").fill("abril@plazo.example.com");
    await page.getByLabel("Elija una contraseña").fill("una frase larga de prueba");
    await page.getByRole("button", { name: /^(Crear cuenta|Aceptar) y entrar$/u }).click();
    await page.getByRole("heading", { name: "Abiertos" }).waitFor();
    await fileTicket("Olvidé mi Contraseña");
    await fileTicket("Conectividad");
    await page.goto(`${server.url}/app/d/hib2b`);
    await page.getByRole("link", { name: "Seguimiento" }).click();
    await page.getByRole("heading", { name: "Seguimiento" }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await smtp.close();
    await data.remove();
  });

  const rows = () => page.locator("tbody tr");

  it("lists every ticket in the manual's columns, and one category alone by its address", async () => {
    await rows().first().waitFor();
    expect(await rows().count()).toBe(2);
    expect(await page.locator("thead th").allInnerTexts()).toEqual([
      "Asunto",
      "Alta",
      "Usuario",
      "Categoría",
      "Folio",
      "Severidad",
      "Estado",
      "Responsable",
    ]);
    await noBarriers("the tracker");
    await page.goto(`${server.url}/app/d/hib2b/seguimiento?category=tipo/conectividad`);
    await rows().first().waitFor();
    expect(await rows().count()).toBe(1);
    expect(await page.getByRole("link", { name: "Descargar CSV" }).getAttribute("href")).toContain(
      "category=tipo%2Fconectividad",
    );
  });

  it("is followed and left with one button, which says what it will bring and when", async () => {
    await page.goto(`${server.url}/app/d/hib2b/seguimiento`);
    await page.getByRole("button", { name: "Seguir todos los tickets" }).click();
    await page.getByText("Usted sigue todos los tickets").waitFor();
    expect(
      await page.getByText(/cada día hábil, al abrir la mesa.*El siguiente sale/u).count(),
    ).toBe(1);
    await noBarriers("followed");
    await page.getByRole("button", { name: "Dejar de seguir" }).click();
    await page.getByRole("button", { name: "Seguir todos los tickets" }).waitFor();
  });

  it("is shared with somebody from outside, who is seen among those who follow and can be removed", async () => {
    await page.getByText("Quién lo sigue").click();
    const form = page.getByRole("form", { name: "Agregar a alguien de fuera" });
    await form.getByLabel("Nombre").fill("Compras de Prueba");
    await form.getByLabel("Correo").fill("compras@example.com");
    await form.getByRole("button", { name: /Qué sigue/u }).click();
    await page.getByRole("option", { name: "Todos los tickets" }).click();
    await noBarriers("sharing");
    await form.getByRole("button", { name: "Agregar" }).click();
    await page.getByText(/compras@example\.com · Todos los tickets/u).waitFor();
  });

  it("is live for whoever follows it by the link they were mailed, and says its hour where there is no script", async () => {
    const link = await linkFor("compras@example.com");
    const outside = await another(link, { viewport: { width: 390, height: 800 } });
    const complained = complaintsOf(outside);
    await outside.getByText("En vivo: lo que cambie aparece aquí").waitFor();
    expect(await outside.locator("tbody tr").count()).toBe(2);
    expect(await outside.getByRole("link", { name: "Actualizar" }).isVisible()).toBe(false);
    await fileTicket("No lo sé");
    await outside.locator("tbody tr").nth(2).waitFor();
    expect(await outside.locator("tbody tr").first().innerText()).toContain("nuevo");
    expect(await outside.getByRole("status").innerText()).toContain("Cambió el seguimiento");
    expect([await barriers(outside), complained]).toEqual([[], []]);
    const plain = await another(link, { javaScriptEnabled: false });
    await plain.getByText(/^Así estaba el .*\(hora del centro\)\./u).waitFor();
    await plain.getByRole("link", { name: "Actualizar" }).click();
    expect(await plain.locator("tbody tr").count()).toBe(3);
    await page.goto(`${server.url}/app/d/hib2b/seguimiento`);
    await page.getByText("Quién lo sigue").click();
    await page.getByRole("button", { name: "Quitar a Compras de Prueba" }).click();
    await page.getByText("Nadie lo sigue todavía.").waitFor();
    await outside.getByText("La mesa dejó de enviarle el seguimiento").waitFor();
    expect(await outside.locator("tbody tr").count()).toBe(0);
    await outside.context().close();
    await plain.context().close();
  });

  it("complains of nothing on the way", () => expect(complaints).toEqual([]));
});
