import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, chrome, complaintsOf, openChrome, patience } from "../kit/chrome.ts";
import { prefer } from "../kit/prefer.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// From the form to the closing summary, before a server that runs as `plazo serve` starts it.
let data: Awaited<ReturnType<typeof dataFolder>>;
let server: Served;
let browser: Browser;
let agent: Page;
let complaints: readonly string[];

if (chrome === undefined)
  console.warn("NOT RUN: the journey of a ticket, for no chromium was found");

const xml =
  '<?xml version="1.0"?><cfdi:Comprobante xmlns:cfdi="http://www.sat.gob.mx/cfd/4" Version="4.0" Total="116.00"><cfdi:Emisor Rfc="EKU9003173C9" Nombre="ESCUELA KEMPER URGATE"/><cfdi:Receptor Rfc="XAMA620210DQ5" Nombre="XAVIER"/></cfdi:Comprobante>';
const files = {
  xml: { name: "factura.xml", mimeType: "text/xml", buffer: Buffer.from(xml) },
  pdf: {
    name: "factura.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7\n1 0 obj\n"),
  },
};

async function newContext(javaScriptEnabled = true): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: "es-MX",
    javaScriptEnabled,
    viewport: { width: 1280, height: 900 },
  });
  context.setDefaultTimeout(patience);
  return context;
}

const noBarriers = async (page: Page): Promise<void> =>
  expect([page.url(), await barriers(page)]).toEqual([page.url(), []]);

describe.skipIf(chrome === undefined)("a ticket, from the form to the closing summary", () => {
  beforeAll(async () => {
    data = await dataFolder();
    server = await serve(data.path, await freePort(), {
      environment: { PLAZO_DESKS: "hib2b" },
      launcher: true,
    });
    browser = await openChrome();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await data.remove();
  });

  it("the one-time link makes the first administrator, and works once", async () => {
    const [link = ""] = /http\S+\/app\/entrar\/\S+/u.exec(server.said()) ?? [];
    agent = await (await newContext()).newPage();
    complaints = complaintsOf(agent);
    await agent.goto(link);
    await noBarriers(agent);
    await agent.getByLabel("Nombre y apellido").fill("Ximena de Prueba");
    await agent.getByLabel("Correo").fill("ximena@plazo.example.com");
    await agent.getByLabel("Elija una contraseña").fill("una frase larga de prueba");
    await agent.getByRole("button", { name: "Crear cuenta y entrar" }).click();
    await agent.getByRole("heading", { name: "Abiertos" }).waitFor();
    await prefer(agent, server, { undoSeconds: 0 });
    await agent.getByText("No hay tickets abiertos").waitFor();
    await noBarriers(agent);
    const again = await (await newContext()).newPage();
    expect((await again.goto(link))?.status()).toBe(410);
    await again.context().close();
  });

  describe.each([true, false])("with JavaScript at the client's: %s", (javaScriptEnabled) => {
    const address = javaScriptEnabled ? "proveedor@example.com" : "sin-script@example.com";
    let client: Page;
    let folio = "";

    const seen = async (text: string): Promise<void> => client.getByText(text).first().waitFor();
    const clear = async (): Promise<void> => (javaScriptEnabled ? noBarriers(client) : undefined);
    const told = (text: string): Promise<void> =>
      agent.getByRole("region", { name: "Historia" }).getByText(text).first().waitFor();
    const openTicket = (): Promise<unknown> =>
      agent
        .getByRole("link", { name: "Abiertos" })
        .click()
        .then(() => agent.getByRole("row", { name: new RegExp(`${folio}(?!\\d)`, "u") }).click());

    it("the client files by the form, with its files, and sees the promise", async () => {
      client = await (await newContext(javaScriptEnabled)).newPage();
      await client.goto(`${server.url}/d/hib2b/`);
      await clear();
      await client.getByRole("navigation").getByRole("link", { name: "Pedir ayuda" }).click();
      await client.getByLabel("Error al Cargar mi Factura").check();
      await client
        .getByLabel("Descripción del incidente")
        .fill("Al cargar aparece «XML inválido».");
      await client.getByLabel("Usuario, RFC o razón social").fill("EKU9003173C9");
      await client.getByLabel("Correo de contacto").fill(address);
      await client.getByLabel("XML de la factura").setInputFiles(files.xml);
      await client.getByRole("button", { name: "Enviar la solicitud" }).click();
      await seen("Falta corregir algo antes de enviar");
      await clear();
      expect(await client.getByText("factura.xml").isVisible()).toBe(true);
      await client.getByLabel("PDF de la factura").setInputFiles(files.pdf);
      await client.getByLabel("Número de orden de compra").fill("OC-2291");
      await client.getByRole("button", { name: "Enviar la solicitud" }).click();
      await client.getByRole("heading", { name: "Su solicitud está registrada" }).waitFor();
      const words = await client.locator("main").innerText();
      folio = /HD-\d+/u.exec(words)?.[0] ?? "";
      expect(folio).not.toBe("");
      expect(words).toMatch(/a más tardar el\s+\w+ \d+ de \w+, \d\d:\d\d \(hora del centro\)/u);
      expect(words).toContain("Severidad: Medio-Alto.");
      await clear();
      await client.getByRole("link", { name: "Ver el ticket" }).click();
      await client.getByRole("heading", { name: folio }).waitFor();
      await clear();
    });

    it("the agent finds it in the queue, opens, assigns and classifies it, and answers", async () => {
      await openTicket();
      await agent
        .getByRole("heading", { level: 2, name: /Error al Cargar mi Factura/u })
        .first()
        .waitFor();
      await agent.getByText("factura.pdf").first().waitFor();
      await noBarriers(agent);
      await agent.getByRole("button", { name: "Asignarme" }).click();
      await agent.getByRole("button", { name: "Asignarme" }).waitFor({ state: "detached" });
      await agent.getByRole("button", { name: "Más acciones" }).click();
      await agent.getByRole("menuitem", { name: "Clasificar severidad" }).click();
      const dialog = agent.getByRole("dialog");
      await dialog.getByText("Crítico", { exact: true }).click();
      await noBarriers(agent);
      await dialog.getByRole("button", { name: "Clasificar severidad" }).click();
      await dialog.waitFor({ state: "detached" });
      await agent
        .getByRole("textbox", { name: "Su respuesta" })
        .fill("Buenas tardes, ya reviso su factura.");
      await agent.getByRole("button", { name: `Responder a ${address} por correo` }).click();
      await told("Buenas tardes, ya reviso su factura.");
      await client.reload();
      await seen("Buenas tardes, ya reviso su factura.");
      await seen("Crítico");
    });

    it("the agent asks, and the client answers on the ticket's page with a file", async () => {
      await agent.getByRole("tab", { name: "Pregunta" }).click();
      await agent
        .getByRole("textbox", { name: "Su pregunta al cliente" })
        .fill("¿En qué navegador le sucede?");
      await agent.getByRole("button", { name: "Preguntar y poner en espera del cliente" }).click();
      await told("¿En qué navegador le sucede?");
      await client.reload();
      await seen("Esperamos su respuesta.");
      await clear();
      await client.getByLabel("Su mensaje").fill("En Firefox y también en Edge.");
      await client.getByLabel("Archivos").setInputFiles({
        name: "consola.txt",
        mimeType: "text/plain",
        buffer: Buffer.from("error 500"),
      });
      await client.getByRole("button", { name: "Enviar", exact: true }).click();
      await seen("Recibimos su mensaje.");
      await told("En Firefox y también en Edge.");
      await told("consola.txt");
    });

    it("the agent solves it with cause and remedy, and the client says that it is solved", async () => {
      await agent.getByRole("tab", { name: "Solución" }).click();
      await noBarriers(agent);
      await agent.getByRole("textbox", { name: "Causa" }).fill("El XML traía un sello vencido");
      await agent.getByRole("textbox", { name: "Solución" }).fill("Se volvió a timbrar la factura");
      await agent.getByRole("button", { name: "Resolver" }).click();
      await agent.getByRole("tab", { name: "Solución" }).waitFor({ state: "detached" });
      await client.reload();
      await client.getByRole("heading", { name: "¿Quedó resuelto?" }).waitFor();
      await seen("Se volvió a timbrar la factura");
      await clear();
      await client.getByRole("button", { name: "Sí, quedó resuelto" }).click();
      await seen("Gracias por confirmarlo. El ticket quedó cerrado.");
      await client.getByRole("link", { name: "Abrir un ticket nuevo que cite a este" }).waitFor();
      await clear();
      await client.context().close();
    });

    it("the closing summary stands in the outgoing mail, with history, cause and remedy", async () => {
      await agent.getByRole("link", { name: "Correo saliente" }).click();
      await agent
        .getByRole("link", { name: new RegExp(`${folio}: resumen de su ticket`, "u") })
        .click();
      await agent.getByRole("heading", { name: `${folio}: resumen de su ticket` }).waitFor();
      const words = await agent.getByRole("tabpanel").innerText();
      for (const line of [
        "Se registró la solicitud",
        "Ximena de Prueba respondió.",
        "Ximena de Prueba hizo una pregunta",
        "El cliente confirmó que quedó resuelto.",
        "Causa: El XML traía un sello vencido",
        "Solución: Se volvió a timbrar la factura",
      ])
        expect(words).toContain(line);
      await noBarriers(agent);
      await agent.getByRole("link", { name: "Cerrados" }).click();
      await agent.getByRole("row", { name: new RegExp(folio, "u") }).waitFor();
    });
  });

  it("nothing was refused by the pages' security policy, and no script failed", () => {
    expect(complaints).toEqual([]);
  });
});
