import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal } from "../../src/core/refusal.ts";
import { byItself } from "../../src/desk/register/by.ts";
import { setContact, writeContactPerson } from "../../src/desk/register/contacts.ts";
import { listen } from "../../src/http/listen.ts";
import type { Listening } from "../../src/http/listen.ts";
import { contactPersonAt } from "../../src/store/contacts.ts";
import { inDesk } from "../../src/store/transaction.ts";
import { browse } from "../kit/browse.ts";
import { barriers, chrome, openChrome, patience } from "../kit/chrome.ts";
import { openTestDesk } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import { readPdf } from "../kit/pdf.ts";

// A client signs in with the code that is mailed to them, without JavaScript, and does all there is to do.
let desk: TestDesk;
let server: Listening;
let browser: Browser;
let page: Page;

if (chrome === undefined)
  console.warn("NOT RUN: the journey of the clients' portal, for no chromium was found");

const shot = async (name: string): Promise<void> => {
  const folder = process.env["PLAZO_SHOTS"];
  if (folder !== undefined)
    await page.screenshot({ path: `${folder}/portal-${name}.png`, fullPage: true });
};

/** Neither a barrier that can be found, nor anything wider than a telephone. */
const sound = async (where: string): Promise<void> => {
  expect([where, await barriers(page)]).toEqual([where, []]);
  await page.setViewportSize({ width: 360, height: 740 });
  await shot(`${where}-360`);
  const fits = "document.documentElement.scrollWidth <= document.documentElement.clientWidth";
  expect([where, await page.evaluate(fits)]).toEqual([where, true]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await shot(where);
};

const at = (path: string): string => `http://127.0.0.1:${server.port}/d/factura-inteligente${path}`;

async function enter(address: string): Promise<void> {
  await page.getByLabel("Correo registrado").fill(address);
  await page.getByRole("button", { name: "Enviarme un código" }).click();
  await desk.work();
  const code = /^\s*(\d{6})\s*$/mu.exec(desk.mails(address).at(-1)?.text ?? "")?.[1] ?? "";
  await page.getByLabel("Código de 6 dígitos").fill(code);
  await page.getByRole("button", { name: "Entrar" }).click();
}

describe.skipIf(chrome === undefined)("the clients' portal in a browser", () => {
  beforeAll(async () => {
    desk = await openTestDesk("factura-inteligente", "2026-11-23T16:00:00Z", {
      url: "http://127.0.0.1",
    });
    const school = { organisation: "ESCUELA KEMPER URGATE", trained: null };
    const { plazo, desk: id } = desk;
    await setContact(plazo, id, {
      ...{ ...school, address: "legal@example.com", name: "Lucía Legal" },
      role: "representante-legal",
    });
    const person = await inDesk(plazo.db, id, (tx) => contactPersonAt(tx, "legal@example.com"));
    if (person === undefined) throw new Error("nobody was registered");
    await writeContactPerson(plazo, id, {
      wish: { ...person, seesOrganisation: true, telephones: ["55 5555 0177"] },
      ...{ by: byItself, id: person.id },
    });
    await setContact(plazo, id, {
      ...{ ...school, address: "compras@example.com", name: "Carlos Compras", role: null },
    });
    const listening = await listen(browse(desk).app, { host: "127.0.0.1", port: 0 });
    if (isRefusal(listening)) throw new Error(listening.refused);
    server = listening;
    browser = await openChrome();
    const context = await browser.newContext({ locale: "es-MX" });
    context.setDefaultTimeout(patience);
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop(1_000);
    await desk.close();
  });

  it("signs in with the mailed code, and a wrong one says so", async () => {
    await page.goto(at("/"));
    await page.getByRole("link", { name: "Mis tickets" }).click();
    await page.getByRole("heading", { name: "Entrar a sus tickets" }).waitFor();
    await sound("entry");
    await page.getByLabel("Correo registrado").fill("compras@example.com");
    await page.getByRole("button", { name: "Enviarme un código" }).click();
    await page.getByLabel("Código de 6 dígitos").fill("12");
    await page.getByRole("button", { name: "Entrar" }).click();
    await page.getByText("El código no es el que enviamos").waitFor();
    await sound("code");
    await desk.work();
    const code = /^\s*(\d{6})\s*$/mu.exec(desk.mails("compras@example.com").at(-1)?.text ?? "");
    await page.getByLabel("Código de 6 dígitos").fill(code?.[1] ?? "");
    await page.getByRole("button", { name: "Entrar" }).click();
    await page.getByText("No hay tickets abiertos.").waitFor();
    await sound("empty");
  });

  it("asks without being asked who they are, opens it and answers", async () => {
    await page.getByRole("main").getByRole("link", { name: "Pedir ayuda" }).click();
    await page.getByText("Pide como").waitFor();
    expect(await page.getByLabel("Su correo registrado").count()).toBe(0);
    await page.getByLabel("Tengo una duda de uso").check();
    await page.getByLabel("El problema, en una línea").fill("No encuentro mis facturas de marzo");
    await page.getByLabel("Descripción detallada").fill("La lista de marzo sale vacía.");
    await sound("form");
    await page.getByRole("button", { name: "Enviar" }).click();
    await page.getByText("FI-1").first().waitFor();
    await sound("filed");
    await page.goto(at("/cuenta"));
    await sound("list");
    await page.getByRole("link", { name: /FI-1/u }).click();
    await page.locator("#texto").fill("Ya la encontré en otra lista.");
    await page.locator("#responder button").click();
    await page.getByText("Ya la encontré en otra lista.").waitFor();
    await sound("ticket");
    await page.goto(at("/cuenta/datos"));
    await sound("data");
    await page.getByRole("button", { name: "Salir", exact: true }).click();
    await page.getByText("Salió de su sesión.").waitFor();
  });

  it("makes a sensitive request: what was typed is kept while its writer signs in, and it is heard at once", async () => {
    await page.goto(at("/ayuda/control-acceso"));
    await page.getByText("Solo puede pedirlo el representante legal").waitFor();
    const answer = await page.request.get(at("/ayuda/control-acceso.pdf"));
    expect(answer.headers()["content-type"]).toBe("application/pdf");
    const paper = readPdf(await answer.body());
    const text = paper.pages.join(" ");
    for (const said of ["Solicitud de Control de Acceso", "Eliminar una clave", "FI-5, FI-6"])
      expect(text).toContain(said);
    expect(paper.objects.join(" ")).toContain("/StructTreeRoot");
    await page.getByLabel("Su correo registrado").fill("legal@example.com");
    await page.getByLabel("Eliminar una clave").check();
    await page.getByLabel("Persona que usa la clave").fill("Quien se fue");
    await page.getByLabel("Usuario o correo de esa persona").fill("quien@example.com");
    await page.getByLabel("Permisos que se dan o se quitan").fill("Todos");
    await sound("sensitive");
    await page.getByRole("button", { name: "Entrar y seguir" }).click();
    await page.getByText("Lo que escribió se conserva").waitFor();
    await enter("legal@example.com");
    await page.getByText("Entró con un código reciente").waitFor();
    expect(await page.getByLabel("Persona que usa la clave").inputValue()).toBe("Quien se fue");
    expect(await page.getByLabel("Eliminar una clave").isChecked()).toBe(true);
    await sound("sensitive-signed-in");
    await page.getByRole("button", { name: "Enviar" }).click();
    await page.getByText("FI-2").first().waitFor();
    expect(await page.getByText("Código de 6 dígitos").count()).toBe(0);
    await page.goto(at("/cuenta/organizacion"));
    await page.getByRole("link", { name: /FI-1/u }).click();
    await page.getByText("Usted lo ve como Lucía Legal").waitFor();
    await sound("colleague");
    await page.goto(at("/cuenta/datos"));
    await page.getByText("Representante", { exact: false }).first().waitFor();
    await page.getByRole("button", { name: "Salir de todos los navegadores" }).click();
    await page.getByText("Cerramos su sesión en todos los navegadores.").waitFor();
  });
});
