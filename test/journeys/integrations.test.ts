import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, chrome, complaintsOf, openChrome, patience } from "../kit/chrome.ts";
import { startReceiver } from "../kit/hostile-receiver.ts";
import type { Receiver } from "../kit/hostile-receiver.ts";
import { readIcal } from "../kit/ical.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// An administrator has a system told what happens, sees how that went, and takes what falls due into a calendar.
let data: Awaited<ReturnType<typeof dataFolder>>;
let server: Served;
let receiver: Receiver;
let browser: Browser;
let page: Page;
let complaints: readonly string[];

if (chrome === undefined)
  console.warn("NOT RUN: the journey of integrations, for no chromium was found");

const noBarriers = async (where: string): Promise<void> =>
  expect([where, await barriers(page)]).toEqual([where, []]);

describe.skipIf(chrome === undefined)("integrations in the workspace", () => {
  beforeAll(async () => {
    [data, receiver] = await Promise.all([dataFolder(), startReceiver()]);
    server = await serve(data.path, await freePort(), {
      environment: {
        PLAZO_DESKS: "hib2b",
        PLAZO_SECOND_FACTOR: "optional",
        PLAZO_WEBHOOK_PRIVATE_HOSTS: "127.0.0.1",
      },
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
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await receiver.close();
    await data.remove();
  });

  it("a system is told, with a secret that is shown once, and a trial is delivered to it", async () => {
    await page.getByRole("link", { name: "Integraciones" }).click();
    await page.getByText("No se avisa a ningún sistema.").waitFor();
    await noBarriers("no webhooks");
    await page.getByLabel("Dirección").fill(receiver.url);
    await page.getByLabel("Para qué es").fill("Tablero de la mesa");
    await page.getByRole("button", { name: "Agregar el webhook" }).click();
    await page.getByText(/whsec_/u).waitFor();
    await noBarriers("the secret");
    await page.getByRole("button", { name: "Ya lo guardé" }).click();
    await page.getByRole("button", { name: "Enviar una prueba" }).click();
    await expect.poll(() => receiver.arrived.length, { interval: 200 }).toBe(1);
    await page.getByRole("button", { name: "Actualizar" }).click();
    await page.getByText("Entregado").waitFor();
    await noBarriers("the log");
    expect(receiver.arrived[0]?.headers["webhook-signature"]).toMatch(/^v1,/u);
  });

  it("what was sent is sent again, with the same id", async () => {
    await page.getByRole("button", { name: /^Reenviar: Prueba/u }).click();
    await expect.poll(() => receiver.arrived.length, { interval: 200 }).toBe(2);
    await page.getByRole("button", { name: "Reenviar el periodo" }).click();
    await page.getByText("Van en camino 0 avisos.").waitFor();
    await page.getByRole("button", { name: "Volver a los webhooks" }).click();
    await page.getByRole("button", { name: "Apagar" }).click();
    await page.getByText("Apagado", { exact: true }).waitFor();
  });

  it("what falls due is taken into a calendar by a link that is shown once, and taken away", async () => {
    await page.getByRole("link", { name: "En su calendario" }).click();
    await page.getByText("No tiene ninguna liga.").waitFor();
    await noBarriers("no calendars");
    await page.getByRole("button", { name: "Crear la liga" }).click();
    const url = (await page.locator(".one-time code").textContent()) ?? "";
    const answer = await fetch(url);
    readIcal(await answer.text());
    await noBarriers("a calendar");
    await page.getByRole("button", { name: "Ya la agregué" }).click();
    await page.getByRole("button", { name: "Quitar", exact: true }).click();
    await page.getByRole("button", { name: /^Quitarla/u }).click();
    await page.getByText("No tiene ninguna liga.").waitFor();
    expect((await fetch(url)).status).toBe(404);
    expect(complaints).toEqual([]);
  });
});
