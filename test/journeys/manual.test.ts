import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, chrome, complaintsOf, openChrome, patience } from "../kit/chrome.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// An administrator edits the manual of a desk, tries it, publishes it, and clients read it.
let data: Awaited<ReturnType<typeof dataFolder>>;
let server: Served;
let browser: Browser;
let admin: Page;
let complaints: readonly string[];

if (chrome === undefined)
  console.warn("NOT RUN: the journey of editing a manual, for no chromium was found");

async function enter(link: string): Promise<void> {
  await admin.goto(link);
  await admin.getByLabel("Nombre y apellido").fill("Ximena de Prueba");
  await admin.getByLabel("Correo").fill("ximena@plazo.example.com");
  await admin.getByLabel("Elija una contraseña").fill("una frase larga de prueba");
  await admin.getByRole("button", { name: "Crear cuenta y entrar" }).click();
  await admin.getByRole("heading", { name: "Abiertos" }).waitFor();
}

const noBarriers = async (where: string): Promise<void> =>
  expect([where, await barriers(admin)]).toEqual([where, []]);

const text = () => admin.getByRole("textbox", { name: "Texto del manual (YAML)" });

/** Puts the cursor on what was written, by the editor's own search, and writes over it. */
async function writeOver(found: string, written: string): Promise<void> {
  await text().click();
  await admin.keyboard.press("Control+Home");
  await admin.keyboard.press("Control+f");
  await admin.getByRole("textbox", { name: "Find" }).press("Control+a");
  await admin.keyboard.type(found);
  await admin.keyboard.press("Enter");
  await admin.keyboard.press("Escape");
  await admin.keyboard.type(written);
}

describe.skipIf(chrome === undefined)("a manual is edited", () => {
  beforeAll(async () => {
    data = await dataFolder();
    const environment = { PLAZO_DESKS: "minimal" };
    server = await serve(data.path, await freePort(), { environment, launcher: true });
    browser = await openChrome();
    const viewport = { width: 1280, height: 900 };
    const context = await browser.newContext({ locale: "es-MX", viewport });
    context.setDefaultTimeout(patience);
    admin = await context.newPage();
    complaints = complaintsOf(admin);
    const [link = ""] = /http\S+\/app\/entrar\/\S+/u.exec(server.said()) ?? [];
    await enter(link);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await data.remove();
  });

  it("what is wrong is said at its place while it is written, and is no more once it is mended", async () => {
    await admin.getByRole("link", { name: "Versiones del manual" }).click();
    await admin.getByRole("link", { name: "Editar el manual" }).click();
    await admin.getByText("No hay errores: se puede publicar.").waitFor();
    await noBarriers("the editor");
    await writeOver("within: 4h", "within: 4 horas");
    await admin.getByRole("tab", { name: "Avisos (1)" }).waitFor();
    const place = admin.getByRole("button", { name: /^línea \d+, columna \d+$/u });
    await place.first().click();
    await noBarriers("a problem");
    expect(await admin.getByRole("button", { name: "Publicar…" }).isDisabled()).toBe(true);
    await writeOver("within: 4 horas", "within: 3h");
    await admin.getByText("No hay errores: se puede publicar.").waitFor();
    await admin.getByText("Borrador guardado").waitFor();
  });

  it("what changes most is a form over the same text", async () => {
    await admin.getByRole("radio", { name: "Formulario" }).click();
    await admin.getByText("Plazos", { exact: true }).click();
    await noBarriers("the form");
    const box = admin.getByLabel("Plazo", { exact: true }).first();
    expect(await box.inputValue()).toBe("3h");
    await box.fill("2h");
    await admin.getByRole("radio", { name: "Texto" }).click();
    await admin.getByText("within: 2h").first().waitFor();
    await admin.getByRole("radio", { name: "Formulario" }).click();
    await admin.getByText("Plazos", { exact: true }).click();
    await box.fill("3h");
    await admin.getByText("No hay errores: se puede publicar.").waitFor();
    await admin.getByRole("radio", { name: "Texto" }).click();
    await admin.getByText("Borrador guardado").waitFor();
  });

  it("its pages are seen before anybody reads them, and what it changes is said", async () => {
    await admin.getByRole("tab", { name: "Cambios" }).click();
    await admin.getByText("límite 4 h → 3 h").waitFor();
    await admin.getByRole("tab", { name: "Manual", exact: true }).click();
    const manual = admin.frameLocator('iframe[title="Manual"]');
    await manual.getByText("3 horas").first().waitFor();
    await admin.getByRole("tab", { name: "Promesa" }).click();
    const card = admin.frameLocator('iframe[title="Promesa"]');
    await card.getByRole("heading", { name: "Su solicitud está registrada" }).waitFor();
    await noBarriers("the preview");
    const public1 = await admin.request.get(`${server.url}/d/minimal/manual`);
    expect(await public1.text()).not.toContain("3 horas");
  });

  it("it is tried on a generated year", async () => {
    await admin.getByRole("link", { name: "Ensayar" }).click();
    await admin.getByRole("button", { name: "Ensayar" }).click();
    await admin.getByRole("heading", { name: "Resultado" }).waitFor();
    await admin.getByText("Primer contacto").first().waitFor();
    await noBarriers("the back-test");
    await admin.getByRole("link", { name: "Volver al manual" }).click();
  });

  it("it is published with a reason, and clients read the new promise", async () => {
    await admin.getByText("No hay errores: se puede publicar.").waitFor();
    await admin.getByRole("button", { name: "Publicar…" }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByText("límite 4 h → 3 h").waitFor();
    await dialog.getByRole("button", { name: "Publicar" }).click();
    await dialog.getByText("Escriba este dato.").waitFor();
    await noBarriers("publishing");
    await dialog.getByLabel("Motivo").fill("Convenio nuevo");
    await dialog.getByRole("button", { name: "Publicar" }).click();
    await dialog.getByText("Se publicó la versión 2.").waitFor();
    await dialog.getByRole("link", { name: "Ver las versiones" }).click();
    await admin.getByRole("cell", { name: "Convenio nuevo" }).waitFor();
    await admin.getByRole("button", { name: "Qué cambió en la versión 2" }).click();
    await admin.getByRole("dialog").getByText("límite 4 h → 3 h").waitFor();
    await noBarriers("the differences");
    await admin.getByRole("dialog").getByRole("button", { name: "Cerrar" }).click();
    const manual = await admin.request.get(`${server.url}/d/minimal/manual`);
    expect(await manual.text()).toContain("3 horas");
    expect(complaints).toEqual([]);
  });
});
