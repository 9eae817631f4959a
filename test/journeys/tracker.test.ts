import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, chrome, complaintsOf, openChrome } from "../kit/chrome.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// The tracker (HB-12) as an administrator reads, filters and follows it, before a server of its own.
let data: Awaited<ReturnType<typeof dataFolder>>;
let server: Served;
let browser: Browser;
let page: Page;
let complaints: readonly string[];

if (chrome === undefined)
  console.warn("NOT RUN: the journey of the tracker, for no chromium was found");

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
    data = await dataFolder();
    server = await serve(data.path, await freePort(), {
      environment: { PLAZO_DESKS: "hib2b" },
      launcher: true,
    });
    browser = await openChrome();
    const context = await browser.newContext({ locale: "es-MX" });
    context.setDefaultTimeout(20_000);
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
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
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
    await page.getByRole("button", { name: "Quitar a Compras de Prueba" }).click();
    await page.getByText("Nadie lo sigue todavía.").waitFor();
  });

  it("complains of nothing on the way", () => expect(complaints).toEqual([]));
});
