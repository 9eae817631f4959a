import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeAt, stepAt } from "../../src/desk/staff/one-time-code.ts";
import { barriers, chrome, complaintsOf, openChrome, patience } from "../kit/chrome.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// Who comes in and how: the second proof set up and asked, a passkey made and used, sessions ended.
let data: Awaited<ReturnType<typeof dataFolder>>;
let server: Served;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: readonly string[];
let key = "";
let lastStep = 0;

if (chrome === undefined)
  console.warn("NOT RUN: the journey of signing in, for no chromium was found");

const password = "una frase larga de prueba";
const email = "jimena@plazo.example.com";

const openAccount = (): Promise<void> => page.getByRole("button", { name: /^Su cuenta/u }).click();
const noBarriers = async (): Promise<void> =>
  expect([page.url(), await barriers(page)]).toEqual([page.url(), []]);

/** The code that an app shows: the next one where the one of this moment was given already. */
function code(): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...key].map((one) => alphabet.indexOf(one).toString(2).padStart(5, "0")).join("");
  const bytes = (bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2));
  lastStep = Math.max(stepAt(Date.now()), lastStep + 1);
  return codeAt(Uint8Array.from(bytes), lastStep);
}

/** A device of this browser that opens passkeys by itself (WebAuthn's virtual authenticator). */
async function withDevice(): Promise<CDPSession> {
  const session = await context.newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return session;
}

describe.skipIf(chrome === undefined)("somebody who administers", () => {
  beforeAll(async () => {
    data = await dataFolder();
    server = await serve(data.path, await freePort(), {
      environment: { PLAZO_DESKS: "hib2b", PLAZO_SECOND_FACTOR: "required" },
      launcher: true,
    });
    browser = await openChrome();
    context = await browser.newContext({
      locale: "es-MX",
      viewport: { width: 1280, height: 900 },
    });
    context.setDefaultTimeout(patience);
    page = await context.newPage();
    complaints = complaintsOf(page);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await data.remove();
  });

  it("is led to set up a second proof before anything else opens", async () => {
    const [link = ""] = /http\S+\/app\/entrar\/\S+/u.exec(server.said()) ?? [];
    await page.goto(link);
    await page.getByLabel("Nombre y apellido").fill("Jimena de Prueba");
    await page.getByLabel("Correo").fill(email);
    await page.getByLabel("Elija una contraseña").fill(password);
    await page.getByRole("button", { name: "Crear cuenta y entrar" }).click();
    await page.getByRole("heading", { name: "Proteja su acceso" }).waitFor();
    await noBarriers();
    key = (await page.locator("code").first().innerText()).replaceAll(" ", "");
    await page.getByLabel("Código de 6 dígitos").fill("000000");
    await page.getByRole("button", { name: "Activar" }).click();
    await page.getByText("El código no es correcto").waitFor();
    await noBarriers();
    await page.getByLabel("Código de 6 dígitos").fill(code());
    await page.getByRole("button", { name: "Activar" }).click();
    await page.getByRole("heading", { name: "Guarde sus códigos de recuperación" }).waitFor();
    expect(await page.locator("li code").count()).toBe(10);
    await noBarriers();
    await page.getByRole("link", { name: "Ya los guardé" }).click();
    await page.getByText("No hay tickets abiertos").waitFor();
  });

  it("makes a passkey on their page of security, and names it", async () => {
    await withDevice();
    await openAccount();
    await page.getByRole("link", { name: "Seguridad de mi cuenta" }).click();
    await page.getByRole("heading", { name: "Seguridad de su cuenta" }).waitFor();
    await page.getByLabel("Nombre de la llave").fill("Laptop de la oficina");
    await page.getByRole("button", { name: "Crear llave de acceso" }).click();
    await page.getByText("La llave de acceso se agregó").waitFor();
    await page.getByText("Laptop de la oficina").first().waitFor();
    await noBarriers();
  });

  it("signs in with the password and a code", async () => {
    await page.goto(`${server.url}/app`);
    await openAccount();
    await page.getByRole("button", { name: "Cerrar sesión" }).click();
    await page.getByLabel("Correo").fill(email);
    await page.getByLabel("Contraseña").fill(password);
    await noBarriers();
    await page.getByRole("button", { name: "Entrar", exact: true }).click();
    await page.getByRole("heading", { name: "Segundo paso para entrar" }).waitFor();
    await noBarriers();
    await page.getByLabel("Código de 6 dígitos").fill(code());
    await page.getByRole("button", { name: "Continuar" }).click();
    await page.getByText("No hay tickets abiertos").waitFor();
  });

  it("signs in with the passkey alone, which is two proofs in one", async () => {
    await openAccount();
    await page.getByRole("button", { name: "Cerrar sesión" }).click();
    await page.getByRole("button", { name: "Usar una llave de acceso" }).click();
    await page.getByText("No hay tickets abiertos").waitFor();
    await page.goto(`${server.url}/app/seguridad`);
    await page.getByText("entró con llave de acceso").first().waitFor();
  });

  it("ends another session of theirs, which is out at once", async () => {
    const elsewhere = await browser.newContext({ locale: "es-MX" });
    const other = await elsewhere.newPage();
    await other.goto(`${server.url}/app/entrar`);
    await other.getByLabel("Correo").fill(email);
    await other.getByLabel("Contraseña").fill(password);
    await other.getByRole("button", { name: "Entrar", exact: true }).click();
    await other.getByRole("heading", { name: "Segundo paso para entrar" }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Cerrar todas las demás" }).click();
    await page.getByText("Las demás sesiones se cerraron").waitFor();
    await other.reload();
    await other.getByRole("heading", { name: "Entrar" }).waitFor();
    await elsewhere.close();
  });

  it("invites somebody with two roles, and is refused those that watch each other", async () => {
    await page.goto(`${server.url}/app/d/hib2b/personas`);
    await page.getByRole("heading", { name: "Invitar a una persona" }).waitFor();
    await noBarriers();
    await page.getByLabel("Nombre", { exact: true }).fill("Omar");
    await page.getByLabel("Correo").fill("omar@example.com");
    await page.getByText("Dueño de la información").first().click();
    await page.locator("label.check", { hasText: "Oficial de seguridad" }).click();
    await page.getByRole("button", { name: "Crear liga de invitación" }).click();
    await page.getByText("no pueden ser de la misma persona").waitFor();
    await page.locator("label.check", { hasText: "Oficial de seguridad" }).click();
    await page.locator("label.check", { hasText: "Agente" }).click();
    await page.getByRole("button", { name: "Crear liga de invitación" }).click();
    await page.getByText("Liga de un solo uso").first().waitFor();
    const link = (await page.locator(".one-time code").innerText()).trim();
    const omar = await (await browser.newContext({ locale: "es-MX" })).newPage();
    await omar.goto(link);
    await omar.getByLabel("Elija una contraseña").fill(password);
    await omar.getByRole("button", { name: "Aceptar y entrar" }).click();
    await omar.getByRole("heading", { name: "Proteja su acceso" }).waitFor();
    await omar.context().close();
  });

  it("changes what somebody is, and removes them, who is told by mail", async () => {
    await page.reload();
    await page.getByRole("button", { name: "Cambiar a Omar" }).click();
    await noBarriers();
    await page.getByText("Supervisión", { exact: true }).first().click();
    await page.getByRole("button", { name: "Guardar" }).click();
    await page.getByRole("cell", { name: "Supervisión, Agente" }).waitFor();
    await page.getByRole("button", { name: "Cambiar a Omar" }).click();
    await page.getByRole("button", { name: "Retirar de la mesa" }).click();
    await page.getByRole("button", { name: "Sí, retirar" }).click();
    await page.getByText("Omar ya no trabaja en la mesa").waitFor();
    await noBarriers();
    expect(complaints.filter((one) => !one.includes("422") && !one.includes("401"))).toEqual([]);
  });
});
