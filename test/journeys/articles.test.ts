import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, chrome, complaintsOf, openChrome, patience } from "../kit/chrome.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// What a desk knows, from its writing to the request that it spares, before a server of its own.
let data: Awaited<ReturnType<typeof dataFolder>>;
let server: Served;
let browser: Browser;
let page: Page;
let client: Page;
let complaints: readonly string[];

if (chrome === undefined)
  console.warn("NOT RUN: the journey of articles, for no chromium was found");

const noBarriers = async (on: Page, where: string): Promise<void> => {
  for (const colorScheme of ["light", "dark"] as const) {
    await on.emulateMedia({ colorScheme });
    const found = await barriers(on, colorScheme === "light" ? "all" : "drawn");
    expect([where, colorScheme, found]).toEqual([where, colorScheme, []]);
  }
  await on.emulateMedia({ colorScheme: "light" });
};
const work = (path: string): string => `${server.url}/app/d/cfd-connect/${path}`;
const site = (path: string): string => `${server.url}/d/cfd-connect/${path}`;

describe.skipIf(chrome === undefined)("articles", () => {
  beforeAll(async () => {
    data = await dataFolder();
    const environment = { PLAZO_DESKS: "cfd-connect", PLAZO_SECOND_FACTOR: "optional" };
    server = await serve(data.path, await freePort(), { environment, launcher: true });
    browser = await openChrome();
    const context = await browser.newContext({
      locale: "es-MX",
      viewport: { width: 1440, height: 900 },
    });
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
    const other = await browser.newContext({
      locale: "es-MX",
      viewport: { width: 390, height: 844 },
    });
    other.setDefaultTimeout(patience);
    client = await other.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await data.remove();
  });

  it("are found as one types, and one of the manual is changed, compared, published and put back", async () => {
    await page.goto(work("articulos"));
    await page.getByRole("link", { name: "Cancelar un CFDI" }).waitFor();
    await page.getByLabel("Buscar en los artículos").fill("cancelacion");
    await page.getByRole("link", { name: "Emitir una factura" }).waitFor({ state: "detached" });
    await noBarriers(page, "the list");
    await page.getByRole("link", { name: "Cancelar un CFDI" }).click();
    const text = page.getByRole("textbox", { name: "Texto" });
    await text.waitFor();
    await noBarriers(page, "the editor");
    await text.fill("Cancele en **Consultar**.\n\n<script>alert(1)</script>");
    const preview = page.frameLocator("iframe");
    await preview.getByText("<script>alert(1)</script>").waitFor();
    // What was written stands after a reload that saved nothing.
    await page.reload();
    await page.getByText("Se guarda en este navegador mientras escribe.").waitFor();
    await page.getByLabel("Qué cambió").fill("Más corto");
    await page.getByRole("button", { name: "Guardar versión" }).click();
    await page.getByRole("button", { name: "Publicar la versión 2" }).click();
    await page.getByText("Se lee la versión 2").waitFor();
    await page.getByRole("button", { name: "Comparar con la más reciente" }).click();
    await page.locator("ins").first().waitFor();
    await noBarriers(page, "two versions compared");
    await page.getByRole("button", { name: "Recuperar esta versión" }).click();
    await page.getByText("recupera la 1").waitFor();
    expect(await text.inputValue()).toContain("Los cuatro motivos");
  });

  it("are found in the box, and opened by Enter", async () => {
    await page.goto(work(""));
    await page.getByRole("heading", { name: "Abiertos" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("searchbox").fill("motivos de cancelacion");
    await page.getByRole("group", { name: "Artículos" }).getByText("Cancelar un CFDI").waitFor();
    await noBarriers(page, "articles in the box");
    // Whoever wrote before it was found stands on all results still: the arrows go round.
    const marked = page.locator(".box-line[data-focused]");
    for (let line = 0; line < 9; line += 1) {
      if ((await marked.allInnerTexts()).join(" ").includes("Cancelar un CFDI")) break;
      await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Cancelar un CFDI" }).waitFor();
    expect(page.url()).toContain("/articulos/");
  });

  it("are offered while somebody writes, and end the form without a ticket", async () => {
    await client.goto(site("ayuda"));
    await client.getByLabel("Tengo una duda de uso").check();
    await client.getByText("Antes de escribir, quizá le sirva:").first().waitFor();
    await client.getByLabel("Descripción").fill("No puedo cancelar un CFDI");
    const offered = client.locator("#articulos").getByRole("link", { name: /Cancelar un CFDI/u });
    await offered.waitFor();
    await noBarriers(client, "the form with its offers");
    const [article] = await Promise.all([client.waitForEvent("popup"), offered.click()]);
    await article.getByText("Consultar").waitFor();
    await noBarriers(article, "an article");
    await article.getByRole("button", { name: "Sí, ya no enviaré la solicitud" }).click();
    await article.getByRole("heading", { name: "Qué bueno que quedó resuelto" }).waitFor();
    await article.close();
    // The form beside it has all that was written.
    expect(await client.getByLabel("Descripción").inputValue()).toBe("No puedo cancelar un CFDI");
  });

  it("are searched and answered without script", async () => {
    const context = await browser.newContext({ locale: "es-MX", javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(site("articulos"));
    await plain.getByLabel("Buscar en los artículos").fill("contrasena");
    await plain.getByRole("button", { name: "Buscar" }).click();
    await plain.getByRole("link", { name: /cambiar la contraseña/u }).click();
    await plain.getByRole("button", { name: "No", exact: true }).click();
    await plain.getByLabel("¿Qué le faltó o qué no quedó claro?").fill("Dónde está el botón");
    await plain.getByRole("button", { name: "Enviar el comentario" }).click();
    await plain.getByText("leerán su comentario").waitFor();
    await context.close();
    await client.goto(site("articulos"));
    await noBarriers(client, "the clients' list");
  });

  it("are read in words by those who write them, and in figures by who answers for the desk", async () => {
    await page.goto(work("articulos/sesion-y-contrasena"));
    await page.getByText("Dónde está el botón").waitFor();
    await page.goto(work("articulos/ahorro"));
    await page.getByText("Aún sin cumplir 24 h").first().waitFor();
    await page.getByRole("cell", { name: "1", exact: true }).first().waitFor();
    await noBarriers(page, "what they spare");
    expect(complaints).toEqual([]);
  });

  it("stand beside a ticket, and go into its reply by a press", async () => {
    await client.goto(site("ayuda"));
    await client.getByLabel("Una función falla, pero puedo seguir operando").check();
    await client.getByLabel("Descripción").fill("No me deja cancelar un CFDI con el motivo 01");
    await client.getByLabel("Usuario, RFC o razón social").fill("EKU9003173C9");
    await client.getByLabel("Correo de contacto").fill("cliente@example.com");
    await client.getByRole("button", { name: "Enviar la solicitud" }).click();
    await client.waitForURL(/registrado=/u);
    await page.goto(work(""));
    await page.locator(".row-item").first().click();
    await page.getByRole("heading", { name: "Artículos sugeridos" }).waitFor();
    await page.getByRole("button", { name: "Insertar la liga de «Cancelar un CFDI»" }).click();
    const box = page.locator(".composer textarea").first();
    await expect
      .poll(() => box.inputValue())
      .toContain(`${server.url}/d/cfd-connect/articulos/cancelar-cfdi`);
    await noBarriers(page, "a ticket with its articles");
  });
});
