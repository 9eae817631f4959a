import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, chrome, complaintsOf, openChrome, patience } from "../kit/chrome.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// A wrong invoice: said to the client before sending, and shown to the agent beside the ticket.
let data: Awaited<ReturnType<typeof dataFolder>>;
let server: Served;
let browser: Browser;

if (chrome === undefined)
  console.warn("NOT RUN: the journey of an invoice, for no chromium was found");

const good = readFileSync(new URL("../corpus/cfdi/good/ingreso.xml", import.meta.url), "utf8");
const wrong = good.replace('MetodoPago="PUE"', 'MetodoPago="PPD"');

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: "es-MX",
    viewport: { width: 1440, height: 900 },
  });
  context.setDefaultTimeout(patience);
  return context;
}

const noBarriers = async (page: Page): Promise<void> =>
  expect([page.url(), await barriers(page)]).toEqual([page.url(), []]);

describe.skipIf(chrome === undefined)("an invoice", () => {
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

  it("that is wrong is said in words as it is chosen, and is sent all the same", async () => {
    const page = await (await newContext()).newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${server.url}/d/hib2b/ayuda`);
    await page.getByLabel("Olvidé mi Contraseña").check();
    await page
      .getByLabel("Descripción del incidente")
      .fill("El portal responde CFDI40105 al subir.");
    const who = page.getByLabel("Usuario, RFC o razón social");
    // Said while it is written, by the same rule as the desk's; what is sound is not.
    const said: string[] = [];
    for (const rfc of [
      ...["EKU9003173C8", "eku-900231-3c9", "XAXX010101000", "xama620210dq5", "EKU9003173C9"],
    ]) {
      await who.fill(rfc);
      said.push((await page.locator("#f-quien-aviso").innerText()).slice(0, 28));
    }
    const unsound = "El dígito verificador o la f";
    expect(said).toEqual([unsound, unsound, "XAXX010101000 es un RFC gené", "", ""]);
    await page.getByLabel("Correo de contacto").fill("proveedor@example.com");
    await page.getByLabel("Imágenes o documentos").setInputFiles({
      name: "factura.xml",
      mimeType: "text/xml",
      buffer: Buffer.from(wrong),
    });
    await page
      .getByText("El método es PPD (se paga después), y la forma de pago dice 03.")
      .waitFor();
    await page.getByText("Puede enviar su solicitud de todos modos.").waitFor();
    await noBarriers(page);
    await page.getByRole("button", { name: "Enviar la solicitud" }).click();
    await page.getByText("HD-1").first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("is beside the ticket with its finding, the line of the file, and what the client's code means", async () => {
    const agent = await (await newContext()).newPage();
    const complaints = complaintsOf(agent);
    const [link = ""] = /http\S+\/app\/entrar\/\S+/u.exec(server.said()) ?? [];
    await agent.goto(link);
    await agent.getByLabel("Nombre y apellido").fill("Ximena de Prueba");
    await agent.getByLabel("Correo").fill("ximena@plazo.example.com");
    await agent.getByLabel("Elija una contraseña").fill("una frase larga de prueba");
    await agent.getByRole("button", { name: "Crear cuenta y entrar" }).click();
    await agent.getByRole("heading", { name: "Abiertos" }).waitFor();
    await agent.goto(`${server.url}/app/d/hib2b/t/HD-1`);
    const card = agent.getByRole("article", { name: "factura.xml" });
    await card.getByText("Timbrada", { exact: true }).waitFor();
    await card.getByText("1740.00 MXN").waitFor();
    await card.getByText("1 error, 1 nota").waitFor();
    await card.getByText("el SAT la rechaza con CFDI40105").waitFor();
    await card.getByRole("button", { name: "Ver la línea 7" }).click();
    await card.getByText('FormaPago="03" MetodoPago="PPD"').waitFor();
    await agent.getByText("Con método PPD la forma de pago no es 99.").waitFor();
    await noBarriers(agent);
    await agent.goto(`${server.url}/app/d/hib2b/codigos`);
    await agent.getByLabel("Buscar código o palabra").fill("codigo postal receptor");
    await agent.getByText("CFDI40148").waitFor();
    await agent.getByRole("button", { name: "Agregar un código de la mesa" }).click();
    await agent.getByRole("textbox", { name: "Código", exact: true }).fill("HIB-77");
    for (const name of ["Qué significa, en español", "Qué hacer, en español"])
      await agent.getByLabel(name).fill("La orden ya se usó.");
    for (const name of ["Qué significa, en inglés", "Qué hacer, en inglés"])
      await agent.getByLabel(name).fill("The order was used.");
    await agent.getByRole("button", { name: "Guardar" }).click();
    await agent.getByLabel("Buscar código o palabra").fill("hib-77");
    await agent.getByText("texto de la mesa", { exact: false }).first().waitFor();
    await noBarriers(agent);
    expect(complaints).toEqual([]);
  });
});
