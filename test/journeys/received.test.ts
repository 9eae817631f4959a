import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, chrome, complaintsOf, openChrome, patience } from "../kit/chrome.ts";
import { rawMail } from "../kit/raw-mail.ts";
import { dataFolder, freePort, serve, start } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// Mail that waits for a person, before a server of its own.
let data: Awaited<ReturnType<typeof dataFolder>>;
let server: Served;
let browser: Browser;
let page: Page;
let complaints: readonly string[];

if (chrome === undefined)
  console.warn("NOT RUN: the journey of mail that came, for no chromium was found");

const noBarriers = async (where: string): Promise<void> =>
  expect([where, await barriers(page)]).toEqual([where, []]);

const mails: Readonly<Record<string, Buffer>> = {
  "1.eml": rawMail({ Subject: "No abre el portal", Cc: "jefe@cliente.example.com" }),
  "2.eml": rawMail({
    From: "a@cliente.example.com, b@cliente.example.com",
    Subject: "Dos remitentes",
  }),
  "3.eml": rawMail({ From: "soporte@hib2b.example.com", Subject: "Vuelve" }),
  "4.eml": Buffer.from("esto no es un correo"),
  "5.eml": readFileSync(new URL("../fixtures/mail/gmail-two-pictures.eml", import.meta.url)),
};

/** Takes the messages of a folder in, beside the server that runs. */
async function arrive(): Promise<string> {
  const folder = join(data.path, "../buzon");
  await mkdir(folder);
  for (const [name, bytes] of Object.entries(mails)) await writeFile(join(folder, name), bytes);
  const taken = start(["mail", "take", folder, "--desk", "hib2b"], {
    environment: { PLAZO_DATA: data.path },
  });
  expect(await taken.ended).toBe(0);
  return taken.said();
}

describe.skipIf(chrome === undefined)("mail that came", () => {
  beforeAll(async () => {
    data = await dataFolder();
    const environment = { PLAZO_DESKS: "hib2b" };
    server = await serve(data.path, await freePort(), { environment, launcher: true });
    browser = await openChrome();
    const viewport = { width: 1280, height: 900 };
    const context = await browser.newContext({ locale: "es-MX", viewport });
    context.setDefaultTimeout(patience);
    page = await context.newPage();
    complaints = complaintsOf(page);
    const [link = ""] = /http\S+\/app\/entrar\/\S+/u.exec(server.said()) ?? [];
    await page.goto(link);
    await page.getByLabel("Nombre y apellido").fill("Ximena de Prueba");
    await page.getByLabel("Correo").fill("ximena@plazo.example.com");
    await page.getByLabel("Elija una contraseña").fill("una frase larga de prueba");
    await page.getByRole("button", { name: /^(Crear cuenta|Aceptar) y entrar$/u }).click();
    await page.getByRole("heading", { name: "Abiertos" }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await data.remove();
  });

  it("is taken in from a folder, a line for each, while the server runs", async () => {
    const said = await arrive();
    expect(said).toContain("1.eml: abrió un ticket · HD-");
    expect(said).toContain("2.eml: en cuarentena");
    expect(said).toContain("3.eml: guardado");
    expect(said).toContain("5 archivos: 5 recibidos, 0 que no se pudieron");
  });

  it("stands on its ticket with who was in copy, and leads to the original", async () => {
    await page.goto(`${server.url}/app/d/hib2b/recibido?list=received`);
    await page.getByRole("link", { name: /No abre el portal/u }).click();
    await page.getByRole("link", { name: /^HD-\d+$/u }).click();
    await page.getByRole("heading", { name: "Correos recibidos" }).waitFor();
    await page.getByRole("heading", { name: "En copia" }).waitFor();
    await page.getByText("Falta preguntar").waitFor();
    await page.getByRole("button", { name: /^Agregar a jefe@cliente/u }).click();
    await page.getByText("recibe lo mismo que el cliente", { exact: true }).waitFor();
    await noBarriers("the ticket of a mail");
    await page.getByRole("link", { name: "Ana Pérez" }).click();
    await page.getByRole("link", { name: "Descargar el original (.eml)" }).waitFor();
    await noBarriers("a mail that came");
  });

  it("shows its pictures where they stood, and fetches nothing of others", async () => {
    const fetched: string[] = [];
    page.on("request", (request) => void fetched.push(new URL(request.url()).host));
    const pictures = (within: string) => page.locator(`${within} .said img`);
    const widths = (within: string) =>
      pictures(within).evaluateAll((all) =>
        all.map((one) => [one.getAttribute("alt"), (one as HTMLImageElement).naturalWidth]),
      );
    const both = [
      ["Imagen image.png", 1],
      ["Imagen image (2).png", 1],
    ];
    await page.goto(`${server.url}/app/d/hib2b?q=subir`);
    await page.locator(".row-item", { hasText: "No puedo subir la factura" }).click();
    await page.getByText("Primero sale esto:").first().waitFor();
    await expect.poll(() => widths(".timeline")).toEqual(both);
    const said = await page
      .locator(".timeline .said", { hasText: "Primero sale esto:" })
      .innerText();
    expect(said).not.toContain("[image");
    expect(await page.locator(".timeline .files img").count()).toBe(0);
    await noBarriers("pictures in a mail");
    expect(new Set(fetched)).toEqual(new Set([new URL(server.url).host]));
  });

  it("waits in quarantine with the reason, is kept on a ticket, and another is discarded", async () => {
    await page.getByRole("link", { name: /^Correo recibido.*2 en cuarentena/u }).click();
    await noBarriers("quarantine");
    await page.getByRole("link", { name: /Dos remitentes/u }).click();
    await page
      .getByText(/Dice ser de varias personas/u)
      .last()
      .waitFor();
    await page.getByRole("button", { name: "Guardar en un ticket" }).click();
    await page.getByLabel("Folio").fill("HD-1");
    await noBarriers("keeping a mail on a ticket");
    await page.getByRole("dialog").getByRole("button", { name: "Guardar en un ticket" }).click();
    await page.getByText(/^Lo decidió Ximena de Prueba/u).waitFor();
    await page.goto(`${server.url}/app/d/hib2b/recibido`);
    await page.getByRole("link", { name: /sin asunto/u }).click();
    await page.getByRole("button", { name: "Descartar" }).click();
    await page.getByLabel("Motivo").fill("No es un correo");
    await page.getByRole("dialog").getByRole("button", { name: "Descartar" }).click();
    await page.getByText("No es un correo").last().waitFor();
    await page.goto(`${server.url}/app/d/hib2b/recibido`);
    await page.getByText("No hay correo en cuarentena.").waitFor();
    expect(complaints).toEqual([]);
  });
});
