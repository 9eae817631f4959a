import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isRefusal } from "../../src/core/refusal.ts";
import { ask } from "../../src/desk/tickets/ask.ts";
import { listen } from "../../src/http/listen.ts";
import type { Listening } from "../../src/http/listen.ts";
import { browse } from "../kit/browse.ts";
import { barriers, chrome, openChrome, patience } from "../kit/chrome.ts";
import { fileOne, openTestDesk, ximena } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";

describe.skipIf(chrome === undefined)("the clients' pages in a browser", () => {
  let desk: TestDesk;
  let server: Listening;
  let browser: Browser;
  beforeAll(async () => {
    desk = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
    const listening = await listen(browse(desk).app, { host: "127.0.0.1", port: 0 });
    if (isRefusal(listening)) throw new Error(listening.refused);
    server = listening;
    browser = await openChrome();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop(1_000);
    await desk.close();
  });

  const url = (path: string): string => `http://127.0.0.1:${server.port}${path}`;

  async function fillIn(page: Page): Promise<void> {
    await page.goto(url("/d/hib2b/ayuda?portal=compradora"));
    await page.getByLabel("Error al Cargar mi Factura").check();
    expect(await page.getByLabel("Número de orden de compra").isVisible()).toBe(true);
    await page.setInputFiles("#f-adjuntos", {
      name: "nota.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("no carga"),
    });
    await page.getByLabel("Descripción del incidente").fill("No carga la factura");
    await page.getByLabel("Usuario, RFC o razón social").fill("EKU9003173C9");
    await page.getByLabel("Correo de contacto").fill("proveedor@example.com");
    await page.getByRole("button", { name: "Enviar la solicitud" }).click();
    await page.getByText("Falta corregir algo antes de enviar").waitFor();
    expect(await page.getByText("nota.txt").isVisible()).toBe(true);
    await page.getByLabel("Olvidé mi Contraseña").check();
    expect(await page.getByLabel("Número de orden de compra").isVisible()).toBe(false);
  }

  test.each([false, true])(
    "a form is corrected, sent with a double click and answered, with JavaScript: %s",
    async (javaScriptEnabled) => {
      const context = await browser.newContext({
        locale: "es-MX",
        javaScriptEnabled,
        timezoneId: "America/Tijuana",
      });
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      const refused: string[] = [];
      page.on("console", (message) => {
        if (message.text().includes("Content Security Policy")) refused.push(message.text());
      });
      page.on("pageerror", (fault) => refused.push(String(fault)));
      await fillIn(page);
      await page.getByRole("button", { name: "Enviar la solicitud" }).dblclick();
      await page.waitForURL(/registrado=mailed/u);
      expect(await page.locator(".when").innerText()).toBe(
        "lunes 23 de noviembre, 12:00 (hora del centro)",
      );
      if (javaScriptEnabled) {
        expect(await page.locator(".when time").getAttribute("title")).toBe(
          "lunes, 23 de noviembre, 10:00 (America/Tijuana)",
        );
      }
      // Whoever goes back finds the form as it was sent, and sending it again makes no second ticket.
      const card = new URL(page.url()).pathname;
      await page.goBack();
      await page.getByRole("button", { name: "Enviar la solicitud" }).click();
      await page.waitForURL(/registrado=mailed/u);
      expect(new URL(page.url()).pathname).toBe(card);
      await page.getByRole("link", { name: "Ver el ticket" }).click();
      await page.getByLabel("Su mensaje").fill("Más datos");
      await page.getByRole("button", { name: "Enviar" }).click();
      await page.getByText("Recibimos su mensaje.").waitFor();
      expect(await page.getByText("nota.txt").count()).toBe(1);
      expect(refused).toEqual([]);
      await context.close();
    },
  );

  test.each(["light", "dark"] as const)(
    "axe finds nothing and nothing runs over 320 pixels, in %s",
    async (colorScheme) => {
      const filed = await fileOne(desk);
      await ask(
        desk.plazo,
        { desk: desk.desk, folio: filed.folio },
        { by: ximena, text: "¿Qué navegador usa?", for: "client" },
      );
      const ticket = `/d/hib2b/t/${filed.capability}`;
      const context = await browser.newContext({
        locale: "es-MX",
        colorScheme,
        bypassCSP: true,
        viewport: { width: 320, height: 700 },
      });
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      const check = async (): Promise<void> => {
        const found = await barriers(page);
        const width = await page.evaluate("document.documentElement.scrollWidth");
        expect([page.url(), found, width]).toEqual([page.url(), [], 320]);
      };
      for (const path of [
        "/",
        "/d/hib2b/",
        "/d/hib2b/ayuda",
        "/d/hib2b/manual",
        "/d/hib2b/manual?lang=en",
        "/d/hib2b/manual/1",
        "/d/hib2b/manual/versiones",
        "/d/hib2b/manual/versiones?lang=en",
        "/d/hib2b/seguir",
        ticket,
        `${ticket}?registrado=mailed`,
        "/nada",
      ]) {
        await page.goto(url(path));
        await check();
      }
      await fillIn(page);
      await check();
      await context.close();
    },
  );
});

test.skipIf(chrome !== undefined)(
  "NOT RUN: no chromium was found, so the clients' pages were not seen in a browser",
  () => undefined,
);
