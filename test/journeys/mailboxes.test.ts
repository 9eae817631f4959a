import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, chrome, complaintsOf, openChrome, patience } from "../kit/chrome.ts";
import { imapServer } from "../kit/imap-server.ts";
import type { ImapServer } from "../kit/imap-server.ts";
import { someMail } from "../kit/mailboxes.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// An administrator sets a mailbox up, tries it, and its mail becomes a ticket, before a server of its own.
let data: Awaited<ReturnType<typeof dataFolder>>;
let server: Served;
let mail: ImapServer;
let browser: Browser;
let page: Page;
let complaints: readonly string[];

if (chrome === undefined)
  console.warn("NOT RUN: the journey of mailboxes, for no chromium was found");

const noBarriers = async (where: string): Promise<void> =>
  expect([where, await barriers(page)]).toEqual([where, []]);

describe.skipIf(chrome === undefined)("mailboxes in the workspace", () => {
  beforeAll(async () => {
    [data, mail] = await Promise.all([dataFolder(), imapServer()]);
    server = await serve(data.path, await freePort(), {
      environment: {
        PLAZO_DESKS: "hib2b",
        PLAZO_SECOND_FACTOR: "optional",
        PLAZO_MAIL_PRIVATE_HOSTS: "127.0.0.1",
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
    await mail.close();
    await data.remove();
  });

  it("are none at first, and the page says what that means", async () => {
    await page.getByRole("link", { name: "Buzones" }).click();
    await page.getByText("Todavía no hay buzones.").waitFor();
    await noBarriers("no mailboxes");
  });

  it("say what is missing, and what is wrong with a connection in words", async () => {
    await page.getByRole("button", { name: "Agregar buzón" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Guardar" }).click();
    expect(await dialog.locator("[slot=errorMessage]").count()).toBeGreaterThan(2);
    await dialog.getByLabel("Dirección", { exact: true }).fill("mesa@example.com");
    await dialog.getByLabel("Servidor", { exact: true }).fill("127.0.0.1");
    await dialog.getByRole("button", { name: /Cifrado/u }).click();
    await page.getByRole("option", { name: /Sin cifrar/u }).click();
    await dialog.getByLabel("Puerto", { exact: true }).fill(String(mail.port));
    await dialog.getByLabel("Usuario", { exact: true }).fill("mesa");
    await dialog.locator("input[name=password]").fill("equivocada");
    await dialog.getByRole("button", { name: "Probar conexión" }).click();
    await dialog.getByText("El servidor no aceptó el usuario o la contraseña.").waitFor();
    await noBarriers("a trial that failed");
  });

  it("are tried before they are kept, and then read: mail becomes a ticket", async () => {
    const dialog = page.getByRole("dialog");
    await dialog.locator("input[name=password]").fill("clave");
    await dialog.getByRole("button", { name: "Probar conexión" }).click();
    await dialog.getByText("Funciona: se pudo entrar y la carpeta tiene 0 mensajes.").waitFor();
    await noBarriers("a trial that worked");
    await dialog.getByRole("button", { name: "Guardar" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("cell", { name: "Se lee" }).waitFor();
    await noBarriers("mailboxes");
    mail.deliver(someMail("portal"), { at: new Date(Date.now() + 1_000) });
    await page.goto(`${server.url}/app/d/hib2b`);
    await page.getByText("No puedo entrar al portal, caso portal").first().waitFor();
  });

  it("never show what signs in again, and are removed after asking", async () => {
    await page.goto(`${server.url}/app/d/hib2b/buzones`);
    await page.getByRole("button", { name: "Cambiar mesa@example.com" }).click();
    const dialog = page.getByRole("dialog");
    expect(await dialog.locator("input[name=password]").inputValue()).toBe("");
    await dialog.getByRole("button", { name: "Cancelar" }).click();
    await page.getByRole("button", { name: "Quitar mesa@example.com" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Quitar", exact: true }).click();
    await page.getByText("Todavía no hay buzones.").waitFor();
    expect(complaints).toEqual([]);
  });
});
