import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scriptsOf } from "../../scripts/initial-scripts.ts";
import { barriers, chrome, openChrome, patience } from "../kit/chrome.ts";
import { prefer } from "../kit/prefer.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// What the desk's people see of one another and of what happens, without asking; and a network that goes.
let data: Awaited<ReturnType<typeof dataFolder>>;
let server: Served;
let browser: Browser;
let ximena: Page;
let tomas: Page;

if (chrome === undefined)
  console.warn("NOT RUN: the journey of live screens, for no chromium was found");

async function newPage(): Promise<Page> {
  const viewport = { width: 1280, height: 900 };
  const context = await browser.newContext({ locale: "es-MX", viewport });
  context.setDefaultTimeout(patience);
  return context.newPage();
}

async function fileTicket(description: string): Promise<void> {
  const client = await newPage();
  await client.goto(`${server.url}/d/hib2b/ayuda`);
  await client.getByLabel("Olvidé mi Contraseña").check();
  await client.getByLabel("Descripción del incidente").fill(description);
  await client.getByLabel("Usuario, RFC o razón social").fill("EKU9003173C9");
  await client.getByLabel("Correo de contacto").fill("proveedor@example.com");
  await client.getByRole("button", { name: "Enviar la solicitud" }).click();
  await client.getByRole("heading", { name: "Su solicitud está registrada" }).waitFor();
  await client.context().close();
}

async function enter(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Nombre y apellido").fill(name);
  const address = page.getByLabel("Correo");
  if ((await address.count()) > 0) await address.fill("ximena@plazo.example.com");
  await page.getByLabel("Elija una contraseña").fill("una frase larga de prueba");
  await page.getByRole("button", { name: /^(Crear cuenta|Aceptar) y entrar$/u }).click();
  await page.getByRole("heading", { name: "Abiertos" }).waitFor();
  // That a reply can be called back has a journey of its own.
  await prefer(page, server, { undoSeconds: 0 });
  await page.getByRole("heading", { name: "Abiertos" }).waitFor();
}

const reply = (page: Page) => page.getByRole("textbox", { name: "Su respuesta" });
const row = (page: Page, folio: string) => page.locator(`.row-item[data-key="${folio}"]`);
const open = async (page: Page, folio: string): Promise<void> => {
  await page.goto(`${server.url}/app/d/hib2b/t/${folio}`);
  await page.getByRole("heading", { name: "Historia" }).waitFor();
};
const toList = async (page: Page): Promise<void> => {
  await page.goto(`${server.url}/app/d/hib2b`);
  await row(page, "HD-1").waitFor();
};

describe.skipIf(chrome === undefined)("screens that are told", () => {
  beforeAll(async () => {
    data = await dataFolder();
    server = await serve(data.path, await freePort(), {
      environment: { PLAZO_DESKS: "hib2b" },
      launcher: true,
    });
    browser = await openChrome();
    await fileTicket("No llega la liga para restablecerla.");
    await fileTicket("El usuario quedó bloqueado.");
    ximena = await newPage();
    const [link = ""] = /http\S+\/app\/entrar\/\S+/u.exec(server.said()) ?? [];
    await enter(ximena, link, "Ximena de Prueba");
    await ximena.getByRole("link", { name: "Personas" }).click();
    await ximena.getByRole("textbox", { name: "Nombre" }).fill("Tomás de Prueba");
    await ximena.getByRole("textbox", { name: "Correo" }).fill("tomas@plazo.example.com");
    await ximena.getByRole("button", { name: "Crear liga de invitación" }).click();
    tomas = await newPage();
    await enter(tomas, await ximena.locator("code").innerText(), "Tomás de Prueba");
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await data.remove();
  });

  it("begin with a script of less than 250 KB, compressed", () => {
    const built = join(resolve(import.meta.dirname, "../.."), ".build/web");
    expect(scriptsOf(built)).toBeLessThan(250 * 1024);
  });

  it("show a new ticket by themselves; while the list is read it waits to be shown", async () => {
    await toList(ximena);
    await fileTicket("Sin acceso desde ayer.");
    await row(ximena, "HD-3").waitFor();
    await row(ximena, "HD-1").click();
    await ximena.getByRole("heading", { name: "Historia" }).waitFor();
    await toList(tomas);
    // Lists go by what falls due next: what is classified as graver comes above.
    const before = await ximena
      .locator(".row-item")
      .evaluateAll((rows) => rows.map((one) => one.getAttribute("data-key")));
    await fileTicket("La contraseña caduca cada hora.");
    await row(tomas, "HD-4").waitFor();
    const after = await ximena
      .locator(".row-item")
      .evaluateAll((rows) => rows.map((one) => one.getAttribute("data-key")));
    expect(after.filter((one) => before.includes(one))).toEqual(before);
  });

  it("say who has a ticket open and who writes, in its head and in its row, until they leave", async () => {
    await open(ximena, "HD-2");
    await toList(tomas);
    await row(tomas, "HD-2").getByText("Lo ve Ximena de Prueba").waitFor();
    await reply(ximena).pressSequentially("Ya quedó");
    await row(tomas, "HD-2").getByText("Escribe Ximena de Prueba").waitFor();
    await open(tomas, "HD-2");
    await tomas.getByText("Ximena de Prueba está escribiendo una respuesta").waitFor();
    await ximena.getByText("Tomás de Prueba está viendo este ticket").waitFor();
    expect(await barriers(tomas)).toEqual([]);
    await reply(ximena).fill("");
    await toList(ximena);
    await tomas.getByText("Ximena de Prueba está").waitFor({ state: "detached" });
  });

  it("show what a colleague does to the ticket that is open", async () => {
    await open(ximena, "HD-1");
    await open(tomas, "HD-1");
    await tomas.getByRole("button", { name: "Asignarme" }).click();
    await ximena.locator(".standing").getByText("Tomás de Prueba").waitFor();
  });

  it("mark in the tracker what changed since it was looked at (HB-12)", async () => {
    await ximena.goto(`${server.url}/app/d/hib2b/seguimiento`);
    await ximena.getByText("Se actualiza por sí sola.").waitFor();
    await fileTicket("Otra vez la liga.");
    await ximena.getByText(/1 fila nueva desde que la vio/u).waitFor();
    await open(tomas, "HD-3");
    await tomas.getByRole("button", { name: "Asignarme" }).click();
    await ximena.getByText(/1 fila nueva y 1 con cambios desde que la vio/u).waitFor();
    expect(await barriers(ximena)).toEqual([]);
    await ximena.getByRole("button", { name: "Marcar como visto" }).click();
    await ximena.getByText("Se actualiza por sí sola.").waitFor();
  });

  it("keep what one writes where the network goes before all of the page is there, and go on when it is back", async () => {
    const page = await ximena.context().newPage();
    const parts = /\/app\/assets\/.*|\/livez$/u;
    await page.goto(`${server.url}/app/d/hib2b`);
    await row(page, "HD-2").waitFor();
    await page.waitForLoadState("networkidle");
    await page.route(parts, (route) => route.abort("internetdisconnected"));
    await row(page, "HD-2").click();
    await reply(page).fill("Ya lo estamos viendo.");
    await page.getByText(/Sin conexión desde las/u).waitFor();
    expect(await page.getByText("El registro no conoce a este cliente.").count()).toBe(0);
    expect(await reply(page).inputValue()).toBe("Ya lo estamos viendo.");
    await page.unroute(parts);
    await page.context().setOffline(true);
    await page.context().setOffline(false);
    await page.getByText("El registro no conoce a este cliente.").waitFor();
    expect(await reply(page).inputValue()).toBe("Ya lo estamos viendo.");
    const unstyled = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")]
          .filter(({ sheet }) => sheet === null)
          .map(({ href }) => href),
      );
    await expect.poll(unstyled).toEqual([]);
    expect(await page.getByText(/se cambió en otro equipo/u).count()).toBe(0);
    // What one may do next is there before it is asked for.
    await page.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => name.includes("/classify-")),
    );
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Más acciones" }).click();
    await page.getByRole("menuitem", { name: /^Clasificar/u }).click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.context().setOffline(false);
    await reply(page).fill("");
    await page.close();
  });

  it("lose nothing and send nothing twice where the network goes while one writes and sends", async () => {
    await open(ximena, "HD-2");
    const words = "Restablecimos su acceso; la liga llega en cinco minutos.";
    await ximena.context().setOffline(true);
    await ximena.getByText(/Sin conexión desde las/u).waitFor();
    await reply(ximena).fill(words);
    // The answer to the first sending after it is back is lost on its way: it was done, and is not done again.
    let lost = 0;
    await ximena.route(/\/compositions\/[^/]+\/send$/u, async (route) => {
      lost += 1;
      if (lost > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await ximena.getByRole("button", { name: /Responder a/u }).click();
    await ximena.getByText("No hay red. Se enviará al volver, una sola vez").waitFor();
    await ximena.context().setOffline(false);
    await ximena.locator(".said", { hasText: words }).waitFor();
    await open(tomas, "HD-2");
    await tomas.locator(".said", { hasText: words }).waitFor();
    expect(await tomas.locator(".said", { hasText: words }).count()).toBe(1);
  });
});
