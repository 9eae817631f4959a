import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, chrome, complaintsOf, openChrome, patience } from "../kit/chrome.ts";
import { prefer } from "../kit/prefer.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// A call taken from beginning to end by keyboard, its solution called back (CC-4, CC-11), and a desk
// whose telephone asks for a ticket (HB-6). Before a server of its own.
let data: Awaited<ReturnType<typeof dataFolder>>;
let server: Served;
let browser: Browser;
let page: Page;
let complaints: readonly string[];

if (chrome === undefined)
  console.warn("NOT RUN: the journey of the telephone, for no chromium was found");

const noBarriers = async (where: string): Promise<void> =>
  expect([where, await barriers(page)]).toEqual([where, []]);

const shot = async (name: string): Promise<void> => {
  const folder = process.env["PLAZO_SHOTS"];
  if (folder !== undefined)
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

const fits = async (): Promise<unknown> =>
  page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth");

const app = (desk: string, path: string): string => `${server.url}/app/d/${desk}${path}`;

describe.skipIf(chrome === undefined)("the telephone", () => {
  beforeAll(async () => {
    data = await dataFolder();
    server = await serve(data.path, await freePort(), {
      environment: { PLAZO_DESKS: "cfd-connect,hib2b" },
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
    await prefer(page, server, { undoSeconds: 0 });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await data.remove();
  });

  it("takes a new case: the number is read back, what was written survives a reload, the end is read aloud", async () => {
    await page.goto(app("cfd-connect", "/llamada"));
    await page.getByLabel("Teléfono, RFC, nombre, correo o folio").fill("5555550199");
    await page.getByText("Repita el número: 55 5555 0199").waitFor();
    await page.getByText(/Nadie del registro corresponde/u).waitFor();
    await noBarriers("a call");
    await page.getByText("Un caso nuevo").click();
    await page.getByText("Duda", { exact: false }).first().click();
    await page.getByLabel("Descripción", { exact: false }).fill("¿Cómo cancelo un CFDI?");
    await page.reload();
    expect(await page.getByLabel("Descripción", { exact: false }).inputValue()).toBe(
      "¿Cómo cancelo un CFDI?",
    );
    expect(await page.getByLabel("Teléfono (opcional)").inputValue()).toBe("5555550199");
    await page.getByLabel("RFC", { exact: false }).last().fill("EKU9003173C9");
    await shot("call-new-case");
    await noBarriers("a new case");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Lea en voz alta:").waitFor();
    await page.getByText("Su número es: C C guion 1.").waitFor();
    await shot("call-aloud");
    await noBarriers("what is read aloud");
  });

  it("finds the ticket by the number that was left, and logs a call on it", async () => {
    await page.goto(app("cfd-connect", "/llamada"));
    await page.getByLabel("Teléfono, RFC, nombre, correo o folio").fill("55 5555 0199");
    await page.getByRole("radio", { name: /^CC-1/u }).waitFor({ state: "attached" });
    await page.getByText(/^CC-1 · /u).click();
    await page.getByLabel("Qué se dijo").fill("Pregunta si ya hay respuesta.");
    await page.setViewportSize({ width: 390, height: 844 });
    await shot("call-on-ticket-390");
    expect(await fits()).toBe(true);
    await page.setViewportSize({ width: 1280, height: 800 });
    await shot("call-on-ticket");
    await page.getByRole("button", { name: "Registrar la llamada" }).click();
    await page.getByRole("heading", { name: "La llamada quedó en CC-1." }).waitFor();
  });

  it("lists whom to call with cause and solution, and takes the outcome with one key", async () => {
    await page.goto(app("cfd-connect", "/t/CC-1"));
    await page
      .getByRole("tab", { name: /Dar solución|Solución/u })
      .first()
      .click();
    await page.getByLabel("Causa").fill("No conocía la opción");
    await page.getByRole("textbox", { name: "Solución" }).fill("Consulta de CFDI, Cancelar");
    await page.getByRole("button", { name: "Resolver" }).click();
    await page
      .getByText(/Llame al cliente/u)
      .first()
      .waitFor();
    await page.goto(app("cfd-connect", "/llamadas/pendientes"));
    const line = page.getByRole("group", { name: /^CC-1/u });
    await line.waitFor();
    await shot("calls-due");
    await noBarriers("the calls to make");
    expect(await line.getByRole("link", { name: /Llamar a/u }).getAttribute("href")).toMatch(
      /^tel:/u,
    );
    await line.focus();
    await page.keyboard.press("2");
    // They left no address: nothing is said of a mail that will not come.
    await page.getByText(/Segundo intento: no se le encontró el .+ \d\d:\d\d\. CC-11/u).waitFor();
    await page.getByText(/^CC-1: no se le encontró\. Se le vuelve a llamar desde el/u).waitFor();
    await shot("calls-due-again");
    await line.focus();
    await page.keyboard.press("1");
    await page.getByText("No hay llamadas por hacer.").waitFor();
    await page.getByText("CC-1: se le dio la solución.").waitFor();
    await page.goto(app("cfd-connect", "/llamadas"));
    await page.getByRole("table").waitFor();
    await shot("calls");
    await noBarriers("the list of calls");
    await page.setViewportSize({ width: 390, height: 844 });
    await shot("calls-390");
    expect(await fits()).toBe(true);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it("says why a call cannot be taken as a case, by the clause, and what to tell them (HB-6)", async () => {
    await page.goto(app("hib2b", "/llamada"));
    await page.getByText("Un caso nuevo").click();
    await page.getByText("Por teléfono no se puede tomar un caso nuevo.").waitFor();
    await page.getByText("HB-6").first().waitFor();
    await page.getByText(/Por teléfono se atiende cuando ya existe un ticket\./u).waitFor();
    expect(await page.getByRole("button", { name: "Registrar el caso" }).isDisabled()).toBe(true);
    await shot("call-closed");
    await noBarriers("a call that is no case");
    expect(complaints).toEqual([]);
  });
});
