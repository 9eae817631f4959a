import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, chrome, complaintsOf, openChrome, patience } from "../kit/chrome.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// An account that is asked for (CC-1), accepted in the workspace and found in the register; and a file
// of clients that is told before it is taken. Before a server of its own.
let data: Awaited<ReturnType<typeof dataFolder>>;
let server: Served;
let browser: Browser;
let page: Page;
let complaints: readonly string[];

if (chrome === undefined)
  console.warn("NOT RUN: the journey of registration, for no chromium was found");

const noBarriers = async (where: string): Promise<void> =>
  expect([where, await barriers(page)]).toEqual([where, []]);

const shot = async (name: string): Promise<void> => {
  const folder = process.env["PLAZO_SHOTS"];
  if (folder !== undefined)
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

const app = (path: string): string => `${server.url}/app/d/cfd-connect${path}`;

describe.skipIf(chrome === undefined)("an account and the register", () => {
  beforeAll(async () => {
    data = await dataFolder();
    server = await serve(data.path, await freePort(), {
      environment: { PLAZO_DESKS: "cfd-connect" },
      launcher: true,
    });
    browser = await openChrome();
    const context = await browser.newContext({ locale: "es-MX" });
    context.setDefaultTimeout(patience);
    page = await context.newPage();
    complaints = complaintsOf(page);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await data.remove();
  });

  it("is asked for without JavaScript: what lacks is listed, what was written stays", async () => {
    const bare = await browser.newContext({ locale: "es-MX", javaScriptEnabled: false });
    const form = await bare.newPage();
    await form.goto(`${server.url}/d/cfd-connect/ayuda/registro`);
    expect(await form.getByRole("link", { name: /manual/iu }).count()).toBeGreaterThan(0);
    await form.getByLabel("Nombre o razón social").fill("ESCUELA KEMPER URGATE");
    await form.getByLabel("RFC", { exact: true }).fill("eku 900317 3c9");
    await form.getByRole("button", { name: /^Enviar/u }).click();
    const summary = form
      .getByRole("alert")
      .or(form.locator("[role=group].errors, .errors"))
      .first();
    expect(await summary.innerText()).toContain("Régimen fiscal");
    expect(await form.getByLabel("Nombre o razón social").inputValue()).toBe(
      "ESCUELA KEMPER URGATE",
    );
    await form.getByLabel("Régimen fiscal").selectOption("601");
    await form.getByLabel("Código postal del domicilio fiscal").fill("42501");
    await form.getByLabel("Nombre del contacto").fill("Xavier");
    await form.getByLabel("Correo del contacto").fill("xavier@example.com");
    await form.getByLabel("Teléfono del contacto").fill("55 5555 0177");
    await form.getByLabel("Nombre de usuario que desea").fill("kemper");
    await form.getByLabel("Leí y acepto el aviso de privacidad").check();
    await form.getByRole("button", { name: /^Enviar/u }).click();
    await form.getByRole("heading", { level: 1, name: /registrad/iu }).waitFor();
    await bare.close();
  });

  it("waits in the workspace with what the register knows, and is registered when it is accepted", async () => {
    const [link = ""] = /http\S+\/app\/entrar\/\S+/u.exec(server.said()) ?? [];
    await page.goto(link);
    await page.getByLabel("Nombre y apellido").fill("Abril de Prueba");
    await page.getByLabel("Correo").fill("abril@plazo.example.com");
    await page.getByLabel("Elija una contraseña").fill("una frase larga de prueba");
    await page.getByRole("button", { name: /^(Crear cuenta|Aceptar) y entrar$/u }).click();
    await page.getByRole("heading", { name: "Abiertos" }).waitFor();
    await page.goto(app("/t/CC-1"));
    await page.getByText("El registro no conoce a este cliente.").waitFor();
    await shot("ticket-unknown-client");
    await page.getByRole("button", { name: "Aceptar la cuenta" }).first().click();
    await page.getByText("La cuenta fue aceptada.").first().waitFor();
    await page.goto(app("/registro?q=xavier%40example.com"));
    await page.getByRole("link", { name: "ESCUELA KEMPER URGATE" }).first().waitFor();
    await shot("register-found");
    await noBarriers("what was found");
    await page.goto(app("/t/CC-1"));
    await page.getByRole("heading", { name: "Cliente", exact: true }).waitFor();
    await shot("ticket-client");
    await noBarriers("the ticket");
  });

  it("shows a client whole, warns of what looks wrong, renews its support and registers a contact", async () => {
    await page.goto(app("/registro"));
    await page.getByRole("link", { name: "ESCUELA KEMPER URGATE" }).click();
    await page.getByRole("heading", { name: "ESCUELA KEMPER URGATE" }).waitFor();
    await page.getByRole("button", { name: "Renovar el soporte" }).click();
    await page.getByLabel("Pagado hasta").fill("2030-12-31");
    await noBarriers("the renewal");
    await page.getByRole("dialog").getByRole("button", { name: "Renovar el soporte" }).click();
    await page.getByText(/Soporte vigente hasta el .*2030/u).waitFor();
    await page.getByRole("button", { name: "Registrar un contacto" }).click();
    await page.getByLabel("Nombre", { exact: true }).fill("Elena");
    await page.getByLabel("Direcciones de correo").fill("xavier@example.com");
    await noBarriers("a new contact");
    await shot("contact-form");
    await page.getByRole("button", { name: "Guardar" }).click();
    await page.getByText("Es de Xavier.").waitFor();
    await page.getByLabel("Direcciones de correo").fill("elena@example.com");
    await page.getByRole("button", { name: "Guardar" }).click();
    await page.getByRole("rowheader", { name: "Elena" }).waitFor();
    await shot("organisation");
    await noBarriers("a client");
    await page.setViewportSize({ width: 390, height: 844 });
    await shot("organisation-390");
    expect(
      await page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth",
      ),
    ).toBe(true);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it("tells what a file would do before it is taken, and takes it", async () => {
    await page.goto(app("/registro"));
    await page.getByRole("link", { name: "Importar un archivo" }).click();
    const file = (text: string) => ({
      name: "clientes.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(text, "utf8"),
    });
    const box = page.getByLabel("Archivo CSV");
    await box.setInputFiles(file("Cliente,RFC,Contacto,Correo\nNueva,EKU9003173C8,Ana,no-es\n"));
    await page.getByRole("button", { name: "Revisar el archivo" }).click();
    await page.getByText("«no-es» no es una dirección de correo.").waitFor();
    expect(await page.getByRole("button", { name: "Guardar en el registro" }).count()).toBe(0);
    await shot("file-errors");
    await noBarriers("a file with errors");
    await box.setInputFiles(
      file("Cliente,RFC,Contacto,Correo\nNueva,XAMA620210DQ5,Ana,ana@example.com\n"),
    );
    await page.getByRole("button", { name: "Revisar el archivo" }).click();
    await page.getByRole("button", { name: "Guardar en el registro" }).click();
    await page.getByText("El archivo quedó en el registro.").waitFor();
    await noBarriers("a file that was taken");
    await page.goto(app("/registro"));
    await page.getByRole("link", { name: "Nueva", exact: true }).waitFor();
    await shot("register");
    await noBarriers("the register");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Descargar el registro (CSV)" }).click(),
    ]);
    expect(await readFile((await download.path()) ?? "", "utf8")).toContain('"ana@example.com"');
    // Refusing an address that is another's is an answer, of which the browser complains all the same.
    expect(complaints.filter((one) => !one.includes("status of 422"))).toEqual([]);
  });
});
