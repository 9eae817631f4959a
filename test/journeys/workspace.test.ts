import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, chrome, complaintsOf, openChrome, patience } from "../kit/chrome.ts";
import { prefer } from "../kit/prefer.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// What the desk's people do with the keyboard and with each other, before a server of its own.
let data: Awaited<ReturnType<typeof dataFolder>>;
let server: Served;
let browser: Browser;
let agent: Page;
let colleague: Page;
let complaints: readonly string[];

if (chrome === undefined)
  console.warn("NOT RUN: the journey of the workspace, for no chromium was found");

async function newPage(): Promise<Page> {
  const viewport = { width: 1280, height: 900 };
  const context = await browser.newContext({ locale: "es-MX", viewport });
  context.setDefaultTimeout(patience);
  return context.newPage();
}

const noBarriers = async (page: Page, where: string): Promise<void> =>
  expect([where, await barriers(page)]).toEqual([where, []]);

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

interface Person {
  readonly name: string;
  readonly email: string;
}

/** Takes a one-time link: the first administrator gives their address, an invitation knows it. */
async function enter(page: Page, link: string, person: Person): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Nombre y apellido").fill(person.name);
  const address = page.getByLabel("Correo");
  if ((await address.count()) > 0) await address.fill(person.email);
  await page.getByLabel("Elija una contraseña").fill("una frase larga de prueba");
  await page.getByRole("button", { name: /^(Crear cuenta|Aceptar) y entrar$/u }).click();
  await page.getByRole("heading", { name: "Abiertos" }).waitFor();
  // That a reply can be called back has a journey of its own.
  await prefer(page, server, { undoSeconds: 0 });
  await page.getByRole("heading", { name: "Abiertos" }).waitFor();
}

/** Steps to another ticket and asks to write as soon as its timeline is drawn; gives whether the box stood then. Runs in the page. */
function writeAtOnce(step: string): Promise<boolean> {
  const press = (key: string): boolean =>
    document.body.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
    );
  const before = document.querySelector("article.ticket");
  return new Promise((done) => {
    const watch = new MutationObserver(() => {
      const now = document.querySelector("article.ticket:has(.timeline .entry)");
      if (now === null || now === before) return;
      watch.disconnect();
      const stood = now.querySelector(".composer textarea") !== null;
      press("r");
      done(stood);
    });
    watch.observe(document.body, { childList: true, subtree: true });
    press(step);
  });
}

/** Forty notes to a ticket, one after the other. Runs in the page. */
async function writeMany(path: string): Promise<void> {
  const headers = { "content-type": "application/json" };
  for (let n = 1; n <= 40; n += 1)
    await fetch(path, { method: "POST", headers, body: JSON.stringify({ text: `Línea ${n}.` }) });
}

function isOnScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}

const ximena = { name: "Ximena de Prueba", email: "ximena@plazo.example.com" };
const tomas = { name: "Tomás de Prueba", email: "tomas@plazo.example.com" };

const box = (page: Page, name: string) => page.getByRole("textbox", { name });
const open = async (page: Page, folio: string): Promise<void> => {
  await page.goto(`${server.url}/app/d/hib2b/t/${folio}`);
  await page.getByRole("article", { name: `Ticket ${folio}` }).waitFor();
  await page.getByRole("heading", { name: "Historia" }).waitFor();
};

describe.skipIf(chrome === undefined)("the workspace", () => {
  beforeAll(async () => {
    data = await dataFolder();
    server = await serve(data.path, await freePort(), {
      environment: { PLAZO_DESKS: "hib2b" },
      launcher: true,
    });
    browser = await openChrome();
    await fileTicket("No llega la liga para restablecerla.");
    await fileTicket("El usuario quedó bloqueado.");
    agent = await newPage();
    complaints = complaintsOf(agent);
    const [link = ""] = /http\S+\/app\/entrar\/\S+/u.exec(server.said()) ?? [];
    await enter(agent, link, ximena);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await data.remove();
  });

  it("is worked by keyboard: j and k go through the list, Enter opens, ? tells the keys", async () => {
    const focused = () => agent.evaluate(() => document.activeElement?.getAttribute("data-key"));
    await agent.getByRole("row").nth(1).waitFor();
    await agent.keyboard.press("j");
    const first = await focused();
    await agent.keyboard.press("j");
    const second = await focused();
    expect(new Set([first, second])).toEqual(new Set(["HD-1", "HD-2"]));
    await agent.keyboard.press("k");
    expect(await focused()).toBe(first);
    await agent.keyboard.press("Enter");
    await agent.getByRole("article", { name: `Ticket ${first}` }).waitFor();
    await agent.keyboard.press("j");
    await agent.getByRole("article", { name: `Ticket ${second}` }).waitFor();
    await agent.keyboard.press("?");
    const dialog = agent.getByRole("dialog", { name: "Atajos de teclado" });
    await dialog.waitFor();
    await noBarriers(agent, "shortcuts");
    await agent.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await agent.keyboard.press("u");
    await agent.getByRole("article").waitFor({ state: "detached" });
  });

  it("hears a key that writes before there is anything to write in", async () => {
    await agent.getByRole("row").nth(1).waitFor();
    await agent.keyboard.press("j");
    await agent.keyboard.press("Enter");
    await box(agent, "Su respuesta").waitFor();
    // The next one was read ahead by now.
    await agent.waitForTimeout(500);
    const at = await agent.locator(".row-item.is-open").getAttribute("aria-rowindex");
    expect(await agent.evaluate(writeAtOnce, at === "1" ? "j" : "k")).toBe(false);
    await agent.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement);
    await agent.locator(".row-item.is-open").focus();
    await agent.keyboard.press("u");
    await agent.getByRole("article").waitFor({ state: "detached" });
  });

  it("opens a long ticket at its end, and any event of it by its address", async () => {
    await agent.evaluate(writeMany, "/api/v1/desks/hib2b/tickets/HD-2/note");
    await open(agent, "HD-2");
    const entries = agent.locator(".timeline .entry");
    await agent.getByText("Línea 40.").waitFor();
    await expect.poll(() => entries.count()).toBeGreaterThan(40);
    await expect(agent.getByText("Línea 40.").isVisible()).resolves.toBe(true);
    const address = await agent.locator(".entry", { hasText: "Línea 1." }).getAttribute("id");
    await agent.goto(`${server.url}/app/d/hib2b/t/HD-2#${address ?? ""}`);
    await agent.reload();
    const sought = agent.locator(".entry.is-sought");
    await sought.getByText("Línea 1.").waitFor();
    await expect.poll(() => sought.evaluate(isOnScreen)).toBe(true);
    await agent.goto(`${server.url}/app/d/hib2b`);
  });

  it("finds and does from one box: tickets while one types, verbs without accents, without a barrier", async () => {
    const box = agent.getByRole("dialog", { name: "Buscar o hacer" });
    const choice = (name: string | RegExp) => box.getByRole("menuitem", { name, exact: true });
    await open(agent, "HD-1");
    await agent.keyboard.press("Control+k");
    await choice("Asignarme").waitFor();
    await noBarriers(agent, "the box, empty");
    await agent.keyboard.type("restablecer ");
    await choice(/^HD-1 /u).waitFor();
    expect(await choice(/^HD-2 /u).count()).toBe(0);
    await noBarriers(agent, "the box, with what was found");
    await agent.setViewportSize({ width: 390, height: 844 });
    await noBarriers(agent, "the box on a telephone");
    await agent.setViewportSize({ width: 1280, height: 900 });
    await box.getByRole("searchbox").fill("clasif");
    await choice("Clasificar severidad").waitFor();
    await agent.keyboard.press("Enter");
    await agent.getByRole("dialog", { name: "Clasificar severidad" }).waitFor();
    await agent.keyboard.press("Escape");
    await agent.getByRole("dialog").waitFor({ state: "detached" });
    await agent.keyboard.press("Control+k");
    await agent.keyboard.type("tema oscuro");
    await choice("Tema oscuro").waitFor();
    await agent.keyboard.press("Enter");
    await box.waitFor({ state: "detached" });
    expect(await agent.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
    await agent.keyboard.press("/");
    await agent.keyboard.type("bloqueado");
    await choice(/^HD-2 /u).waitFor();
    await noBarriers(agent, "the box, dark");
    await choice(/^HD-2 /u).click();
    await agent.getByRole("article", { name: "Ticket HD-2" }).waitFor();
  });

  it("lets no shortcut act inside a field, nor anywhere once they are switched off", async () => {
    await agent.keyboard.press("/");
    await agent.keyboard.type("jku?");
    await expect.poll(() => agent.getByRole("searchbox").inputValue()).toBe("jku?");
    expect(await agent.getByRole("dialog", { name: "Atajos de teclado" }).count()).toBe(0);
    await agent.getByRole("searchbox").fill("HD-2");
    await agent.getByRole("menuitem", { name: "Ver todos los resultados de «HD-2»" }).click();
    await agent.getByRole("heading", { name: "Resultados de «HD-2»" }).waitFor();
    await expect.poll(() => agent.getByRole("row").count()).toBe(1);
    await agent.getByRole("link", { name: "Abiertos" }).click();
    await agent.getByRole("button", { name: "Atajos" }).click();
    await agent.getByText("Usar atajos de una tecla").click();
    await agent.keyboard.press("Escape");
    await agent.getByRole("dialog").waitFor({ state: "detached" });
    await agent.keyboard.press("?");
    expect(await agent.getByRole("dialog").count()).toBe(0);
    await agent.getByRole("button", { name: "Atajos" }).click();
    await agent.getByText("Usar atajos de una tecla").click();
    await agent.keyboard.press("Escape");
  });

  it("explains a promise, stretch by stretch, when it is pressed", async () => {
    await open(agent, "HD-1");
    await agent.getByRole("button", { name: /Primer contacto/u }).click();
    const dialog = agent.getByRole("dialog");
    await dialog.getByText(/límite: \w+ \d+ de \w+, \d\d:\d\d/u).waitFor();
    await dialog.getByText(/HB-13/u).first().waitFor();
    await noBarriers(agent, "explanation");
    await agent.keyboard.press("Escape");
  });

  it("keeps what is being written, and never mistakes a note for a reply", async () => {
    await open(agent, "HD-1");
    await agent.keyboard.press("n");
    await box(agent, "Nota interna").fill("Es el tercer aviso de esta empresa.");
    expect(await agent.getByRole("button", { name: /Responder a/u }).count()).toBe(0);
    await noBarriers(agent, "note");
    await agent.reload();
    expect(await box(agent, "Nota interna").inputValue()).toBe(
      "Es el tercer aviso de esta empresa.",
    );
    await agent.getByRole("button", { name: "Guardar nota interna" }).dblclick();
    await agent.locator(".said", { hasText: "Es el tercer aviso" }).waitFor();
    await expect.poll(() => box(agent, "Su respuesta").inputValue()).toBe("");
    expect(await agent.locator(".said", { hasText: "Es el tercer aviso" }).count()).toBe(1);
    expect(await agent.locator(".is-internal .said").count()).toBe(1);
  });

  it("invites a colleague by a link that is shown once", async () => {
    await agent.getByRole("link", { name: "Personas" }).click();
    await box(agent, "Nombre").fill(tomas.name);
    await box(agent, "Correo").fill(tomas.email);
    await agent.getByRole("button", { name: "Crear liga de invitación" }).click();
    const link = await agent.locator("code").innerText();
    await noBarriers(agent, "people");
    colleague = await newPage();
    await enter(colleague, link, tomas);
    await colleague.getByRole("link", { name: "Personas" }).click();
    await colleague.getByRole("rowheader", { name: /Tomás de Prueba/u }).waitFor();
    expect(await colleague.getByRole("button", { name: "Crear liga de invitación" }).count()).toBe(
      0,
    );
  });

  it("does not send what was written without seeing what a colleague just added", async () => {
    await open(agent, "HD-2");
    await open(colleague, "HD-2");
    await box(agent, "Su respuesta").fill("Ya quedó desbloqueado.");
    await box(colleague, "Su respuesta").fill("Estoy revisando su usuario.");
    await colleague.getByRole("button", { name: /Responder a/u }).click();
    await colleague.locator(".said", { hasText: "Estoy revisando su usuario." }).waitFor();
    await agent.getByRole("button", { name: /Responder a/u }).click();
    const alert = agent.getByRole("alert");
    await alert.getByText("Esto llegó mientras escribía").waitFor();
    await alert.locator(".said", { hasText: "Estoy revisando su usuario." }).waitFor();
    await noBarriers(agent, "changed meanwhile");
    expect(await box(agent, "Su respuesta").inputValue()).toBe("Ya quedó desbloqueado.");
    await agent.getByRole("button", { name: "Enviar de todos modos" }).click();
    await agent.locator(".said", { hasText: "Ya quedó desbloqueado." }).waitFor();
  });

  it("says honestly that there is no network, and loses nothing written", async () => {
    await open(agent, "HD-1");
    await box(agent, "Su respuesta").fill("Le enviamos la liga de nuevo.");
    await agent.context().setOffline(true);
    await agent.getByText(/Sin conexión desde las .* Lo que ve puede no estar al día/u).waitFor();
    await agent.getByRole("button", { name: /Responder a/u }).click();
    await agent.getByText("No hay red. Se enviará al volver, una sola vez").waitFor();
    await agent.context().setOffline(false);
    await agent.getByText("Sin conexión desde las").waitFor({ state: "detached" });
    await agent.locator(".said", { hasText: "Le enviamos la liga de nuevo." }).waitFor();
  });

  it("shows outgoing mail as its reader sees it, with a link that works", async () => {
    await agent.getByRole("link", { name: "Correo saliente" }).click();
    const acknowledgement = agent.locator(".mail", { hasText: "HD-1" }).last();
    await acknowledgement.click();
    await agent.getByRole("tab", { name: "HTML" }).click();
    const link = agent.frameLocator("iframe").getByRole("link").first();
    const [page] = await Promise.all([agent.context().waitForEvent("page"), link.click()]);
    await page.getByRole("heading", { name: "HD-1" }).waitFor();
    await page.close();
    await noBarriers(agent, "outgoing");
  });

  it("speaks English when asked to, refusals and explanations too", async () => {
    await agent.getByRole("button", { name: /^Su cuenta/u }).click();
    await agent.getByRole("radio", { name: "English" }).click();
    await agent.keyboard.press("Escape");
    await agent.getByRole("link", { name: /^Open/u }).click();
    await agent.getByRole("heading", { name: "Open", exact: true }).waitFor();
    await agent.goto(`${server.url}/app/d/hib2b/t/HD-9999`);
    expect(await agent.getByRole("alert").innerText()).toMatch(
      /It could not be loaded\s+There is no such ticket at this desk\./u,
    );
    await agent.getByRole("button", { name: /^Your account/u }).click();
    await agent.getByRole("radio", { name: "Español" }).click();
    await agent.keyboard.press("Escape");
  });

  it.each(["light", "dark"] as const)(
    "has no barrier on a small screen either, %s",
    async (colorScheme) => {
      await colleague.setViewportSize({ width: 390, height: 844 });
      await colleague.emulateMedia({ colorScheme });
      await colleague.goto(`${server.url}/app/d/hib2b`);
      await colleague.getByRole("row").first().waitFor();
      await noBarriers(colleague, "queue");
      await colleague.getByRole("row").first().click();
      await colleague.getByRole("heading", { name: "Historia" }).waitFor();
      await noBarriers(colleague, "ticket");
      const over = await colleague.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBe(0);
      await colleague.getByRole("button", { name: "Menú" }).click();
      await colleague.getByRole("link", { name: "Míos" }).click();
      await colleague.getByRole("heading", { name: "Míos" }).waitFor();
    },
  );

  it("was never refused anything by its security policy, and no script failed", () => {
    const network = /ERR_INTERNET_DISCONNECTED|status of 4\d\d/u;
    expect(complaints.filter((said) => !network.test(said))).toEqual([]);
  });
});
