import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, chrome, complaintsOf, openChrome, patience } from "../kit/chrome.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// An administrator closes a day and moves tickets to a newer manual, before a server of its own.
let data: Awaited<ReturnType<typeof dataFolder>>;
let port: number;
let server: Served;
let browser: Browser;
let admin: Page;
let complaints: readonly string[];
let manuals: string;

if (chrome === undefined)
  console.warn("NOT RUN: the journey of changes of hours, for no chromium was found");

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

async function enter(link: string): Promise<void> {
  await admin.goto(link);
  await admin.getByLabel("Nombre y apellido").fill("Ximena de Prueba");
  await admin.getByLabel("Correo").fill("ximena@plazo.example.com");
  await admin.getByLabel("Elija una contraseña").fill("una frase larga de prueba");
  await admin.getByRole("button", { name: "Crear cuenta y entrar" }).click();
  await admin.getByRole("heading", { name: "Abiertos" }).waitFor();
}

/** The civil date in Mexico on which the ticket is due, whatever day it is today. */
async function dueDate(folio: string): Promise<string> {
  const answer = await admin.request.get(`${server.url}/api/v1/desks/hib2b/tickets?q=${folio}`);
  const { tickets } = (await answer.json()) as { tickets: { due: { at: number } }[] };
  return new Date((tickets[0]?.due.at ?? 0) - 6 * 3_600_000).toISOString().slice(0, 10);
}

/** How long a page may take on a busy machine. */
const SOON = { interval: 500 };

const environment = { PLAZO_DESKS: "hib2b" };
const noBarriers = async (where: string): Promise<void> =>
  expect([where, await barriers(admin)]).toEqual([where, []]);

describe.skipIf(chrome === undefined)("changes of hours and of the manual", () => {
  beforeAll(async () => {
    data = await dataFolder();
    port = await freePort();
    server = await serve(data.path, port, { environment, launcher: true });
    browser = await openChrome();
    await fileTicket("No llega la liga para restablecerla.");
    await fileTicket("El usuario quedó bloqueado.");
    admin = await newPage();
    complaints = complaintsOf(admin);
    const [link = ""] = /http\S+\/app\/entrar\/\S+/u.exec(server.said()) ?? [];
    await enter(link);
    manuals = await mkdtemp(join(tmpdir(), "plazo-manuals-"));
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await data.remove();
    await rm(manuals, { recursive: true, force: true });
  });

  it("a day is closed: what moves is seen before, and both dates stand on the ticket after", async () => {
    const date = await dueDate("HD-1");
    await admin.getByRole("link", { name: "Calendario", exact: true }).click();
    await admin.getByText("No se ha publicado ningún cambio de horario.").waitFor();
    await admin.getByRole("button", { name: "Ver qué cambia" }).click();
    await admin.getByText("Elija una fecha.").waitFor();
    await admin.getByLabel("Fecha").fill(date);
    await admin.getByLabel("Motivo").fill("Inventario anual");
    await admin.getByRole("button", { name: "Ver qué cambia" }).click();
    await admin.getByText("Cambian 2 límites de 2 tickets abiertos:").waitFor();
    await noBarriers("the preview");
    // Hours past midnight are said to be meant before anything is looked up.
    await admin.getByText("Con otro horario").click();
    await admin.getByLabel("Abre a las").fill("22:00");
    await admin.getByLabel("Cierra a las").fill("06:00");
    await admin.getByRole("button", { name: "Ver qué cambia" }).click();
    await admin.getByText("El cierre es antes de la apertura.").waitFor();
    await noBarriers("a night that is not said");
    await admin.getByText("Sigue pasada la medianoche").click();
    await admin.getByRole("button", { name: "Ver qué cambia" }).click();
    await admin.getByRole("button", { name: "Publicar" }).waitFor();
    await noBarriers("a night");
    await admin.getByText("Cerrado todo el día").click();
    // Something else is wished: what was seen does not stand for it.
    await admin.getByLabel("Motivo").fill("Inventario");
    await admin.getByRole("button", { name: "Ver qué cambia" }).click();
    await admin.getByRole("button", { name: "Publicar" }).click();
    await admin.getByText("Los tickets abiertos se recalculan solos").waitFor();
    await admin.getByRole("cell", { name: "Inventario" }).waitFor();
    await noBarriers("the calendar");
    await admin.goto(`${server.url}/app/d/hib2b/t/HD-1`);
    await expect
      .poll(async () => {
        await admin.reload();
        await admin.getByRole("heading", { name: "Historia" }).waitFor();
        return admin.getByText(/prometido: .+ · ahora calculado: /u).count();
      }, SOON)
      .toBeGreaterThan(0);
    await admin.getByText(/Cambió el horario del .+: Inventario\./u).waitFor();
    await noBarriers("the ticket");
  });

  it("tickets go to a newer manual: one by its menu, the rest from the versions", async () => {
    // A page that stays open would ask a server that is not there.
    await admin.goto("about:blank");
    await server.stop();
    await cp(resolve(import.meta.dirname, "../../policies"), manuals, { recursive: true });
    const pack = join(manuals, "hib2b/policy.yaml");
    const text = await readFile(pack, "utf8");
    const [before = "", after = ""] = text.split("\nexamples:", 2);
    const slower = before.replace("within: 1h..4h", "within: 1h..8h");
    const notes = after.slice(after.indexOf("\nnotes:"));
    await writeFile(pack, slower + notes);
    server = await serve(data.path, port, {
      environment: { ...environment, PLAZO_POLICIES: manuals },
    });
    await admin.goto(`${server.url}/app/d/hib2b/t/HD-2`);
    await admin.getByRole("button", { name: "Más acciones" }).click();
    await admin.getByRole("menuitem", { name: "Mover a otra versión del manual" }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByText("Hoy lo rige la versión 1.").waitFor();
    await dialog.getByText(/Primer contacto: .+ → /u).waitFor();
    await noBarriers("moving one");
    await dialog.getByRole("textbox", { name: "Motivo" }).fill("Adenda firmada");
    await dialog.getByRole("button", { name: "Mover a otra versión del manual" }).click();
    await dialog.waitFor({ state: "detached" });
    await admin.getByText("Pasó a la versión 2 del manual: Adenda firmada.").waitFor();

    await admin.getByRole("link", { name: "Versiones del manual" }).click();
    const move = admin.getByRole("button", { name: "Mover sus tickets" });
    // Each version has one of the two by now.
    await expect.poll(() => move.count(), SOON).toBe(2);
    const older = admin.getByRole("rowheader", { name: "1", exact: true });
    await admin
      .getByRole("row")
      .filter({ has: older })
      .getByRole("button", { name: "Mover sus tickets" })
      .click();
    await dialog.getByText("HD-1").waitFor();
    await noBarriers("moving all");
    await dialog.getByRole("textbox", { name: "Motivo" }).fill("Adenda firmada");
    await dialog.getByRole("button", { name: "Moverlos" }).click();
    await dialog.getByText("Se movió 1 ticket.").waitFor();
    await dialog.getByRole("button", { name: "Cerrar" }).click();
    await expect.poll(() => move.count(), SOON).toBe(1);
    await noBarriers("the versions");
    expect(complaints).toEqual([]);
  });
});
