import { createHmac } from "node:crypto";
import { cp, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, chrome, complaintsOf, openChrome, patience } from "../kit/chrome.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// The chat beside a portal of another site, an agent in the workspace, before a server of its own.
let data: Awaited<ReturnType<typeof dataFolder>>;
let server: Served;
let portal: Server;
/** The portal on the same site as the desk, and on another, whose frames this browser lets keep nothing. */
let portalUrl: string;
let farUrl: string;
let browser: Browser;
let agent: Page;
let client: Page;
let complaints: readonly string[];
let heard: readonly string[];
let secret = "";
const pictures = process.env["PLAZO_PICTURES"];

if (chrome === undefined)
  console.warn("NOT RUN: the journey of the chat, for no chromium was found");

const packs = fileURLToPath(new URL("../../policies", import.meta.url));
const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** The pack of Interfactura, whose chat is attended day and night; and another, whose chat opens in two days. */
async function writePacks(folder: string): Promise<void> {
  await cp(join(packs, "shared"), join(folder, "shared"), { recursive: true });
  await cp(join(packs, "interfactura"), join(folder, "interfactura"), { recursive: true });
  await cp(join(packs, "interfactura"), join(folder, "cerrada"), { recursive: true });
  const text = await readFile(join(packs, "interfactura/policy.yaml"), "utf8");
  const chat = "Chat of the portal }, during: oficina,";
  expect(text).toContain(chat);
  const open = text.replace(chat, "Chat of the portal }, always: true,");
  await writeFile(join(folder, "interfactura/policy.yaml"), open);
  const later = weekdays[(new Date().getDay() + 2) % 7] ?? "mon";
  const shut = text
    .replace("id: interfactura", "id: cerrada")
    .replace(chat, "Chat of the portal }, during: despues,")
    .replace("calendars:\n", `calendars:\n  despues: { open: { ${later}: "10:00-11:00" } }\n`);
  await writeFile(join(folder, "cerrada/policy.yaml"), shut);
}

function jwt(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
}

/** A portal with the strictest policy that the documentation names. */
function openPortal(): Promise<Server> {
  const made = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://portal");
    if (url.pathname === "/aval") {
      const now = Math.floor(Date.now() / 1000);
      const who = {
        sub: "u-7",
        email: "avalada@example.com",
        name: "Usuaria del portal",
        rfc: "EKU9003173C9",
      };
      response.end(
        jwt({ ...who, aud: "interfactura", jti: crypto.randomUUID(), iat: now, exp: now + 60 }),
      );
      return;
    }
    const desk = url.searchParams.get("desk") ?? "interfactura";
    const token = url.searchParams.has("aval") ? ' data-token-url="/aval"' : "";
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; script-src ${server.url}; frame-src ${server.url}; connect-src 'self'`,
    });
    response.end(
      `<!doctype html><html lang="es"><title>Portal</title><main><h1>Portal de facturas</h1><p>Todo lo demás.</p></main><script src="${server.url}/d/${desk}/chat.js"${token} async></script></html>`,
    );
  });
  return new Promise((done) => made.listen(0, "127.0.0.1", () => done(made)));
}

async function newPage(width = 1280): Promise<Page> {
  const context = await browser.newContext({ locale: "es-MX", viewport: { width, height: 900 } });
  context.setDefaultTimeout(patience);
  return context.newPage();
}

const frameOf = (page: Page): FrameLocator => page.frameLocator("iframe");
const picture = async (page: Page, name: string): Promise<void> => {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `chat-${name}.png`) });
};

async function ask(page: Page, words: string): Promise<void> {
  const frame = frameOf(page);
  await frame.getByRole("link", { name: "Pedir asesoría" }).click();
  await frame.getByLabel("¿Qué quiere saber?").fill(words);
  await frame.getByLabel("Usuario, RFC o razón social").fill("EKU9003173C9");
  await frame.getByLabel("Correo de contacto").fill("cliente@example.com");
}

const noBarriers = async (page: Page, where: string): Promise<void> =>
  expect([where, await barriers(page)]).toEqual([where, []]);

describe.skipIf(chrome === undefined)("the chat beside a portal", () => {
  beforeAll(async () => {
    data = await dataFolder();
    const policies = join(dirname(data.path), "policies");
    await writePacks(policies);
    server = await serve(data.path, await freePort(), {
      environment: { PLAZO_POLICIES: policies },
      launcher: true,
    });
    portal = await openPortal();
    const { port } = portal.address() as AddressInfo;
    portalUrl = `http://localhost:${port}`;
    farUrl = `http://127.0.0.1:${port}`;
    browser = await openChrome();
    agent = await newPage();
    complaints = complaintsOf(agent);
    const [link = ""] = /http\S+\/app\/entrar\/\S+/u.exec(server.said()) ?? [];
    await agent.goto(link);
    await agent.getByLabel("Nombre y apellido").fill("Ximena de Prueba");
    await agent.getByLabel("Correo").fill("ximena@plazo.example.com");
    await agent.getByLabel("Elija una contraseña").fill("una frase larga de prueba");
    await agent.getByRole("button", { name: /^(Crear cuenta|Aceptar) y entrar$/u }).click();
    await agent.getByRole("heading", { name: "Abiertos" }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    portal.close();
    await server.stop();
    await data.remove();
  });

  it("is shown by no site until an administrator adds its origin, and gives out a secret once", async () => {
    const stranger = await newPage();
    await stranger.goto(portalUrl);
    await stranger.getByRole("button", { name: "Chat del portal" }).click();
    await expect.poll(() => frameOf(stranger).locator("#inicio").count()).toBe(0);
    await stranger.context().close();
    await agent.goto(`${server.url}/app/d/interfactura/chat`);
    await agent.getByText("Sitios que muestran el chat").click();
    await agent.getByLabel("Origen (https y el nombre del sitio)").fill(`${portalUrl}/ruta`);
    await agent.getByRole("button", { name: "Agregar" }).click();
    await agent.getByRole("alert").waitFor();
    await agent.getByLabel("Origen (https y el nombre del sitio)").fill(portalUrl);
    await agent.getByRole("button", { name: "Agregar" }).click();
    await agent.getByText(portalUrl, { exact: true }).waitFor();
    await agent.getByLabel("Origen (https y el nombre del sitio)").fill(farUrl);
    await agent.keyboard.press("Enter");
    await agent.getByText(farUrl, { exact: true }).waitFor();
    await agent.getByRole("button", { name: "Crear una clave nueva" }).click();
    secret = (await agent.locator(".one-time code").innerText()).trim();
    expect(secret).toHaveLength(43);
    await noBarriers(agent, "the chat's page");
    await picture(agent, "configuracion");
    await agent.reload();
    await agent.getByText("Sitios que muestran el chat").click();
    expect(await agent.getByText(secret).count()).toBe(0);
  });

  it("asks for nothing from the desk's own address before its button is pressed, by keyboard as well", async () => {
    client = await newPage();
    heard = complaintsOf(client);
    const asked: string[] = [];
    client.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await client.goto(portalUrl);
    const button = client.getByRole("button", { name: "Chat del portal" });
    await button.waitFor();
    expect(asked.filter((path) => path.startsWith("/d/"))).toEqual(["/d/interfactura/chat.js"]);
    expect(await client.evaluate(() => document.cookie)).toBe("");
    await button.focus();
    await client.keyboard.press("Enter");
    await frameOf(client).getByRole("heading", { name: "Chat de Soporte Interfactura" }).waitFor();
    await frameOf(client).getByLabel("Usuario, RFC o razón social").focus();
    await client.keyboard.press("Escape");
    await client.getByRole("dialog").waitFor({ state: "hidden" });
    expect(
      await client.evaluate(() => document.activeElement?.getAttribute("data-plazo-chat")),
    ).toBe("interfactura");
    await client.keyboard.press("Enter");
  });

  it("begins with what the manual asks for, and tells the folio, the promise and the place in the line", async () => {
    const frame = frameOf(client);
    await frame.getByRole("button", { name: "Iniciar el chat" }).click();
    await frame.locator("#problemas").waitFor();
    await picture(client, "errores");
    await ask(client, "¿Cómo cancelo <b>una</b> factura?");
    await picture(client, "inicio");
    await frame.getByRole("button", { name: "Iniciar el chat" }).click();
    await frame.getByText(/registrada con el folio IF-\d+/u).waitFor();
    await frame.getByText("Usted es la siguiente persona en la fila.").waitFor();
    await frame.getByText(/a más tardar el/u).waitFor();
    await frame.getByText("¿Cómo cancelo <b>una</b> factura?").waitFor();
    await picture(client, "fila");
  });

  it("is taken by an agent and talked in, both ways at once, by keyboard", async () => {
    await agent.getByText("Atiendo el chat", { exact: true }).click();
    await frameOf(client).getByText("Hay una persona atendiendo el chat.").waitFor();
    // The switch still has the focus: a key that writes nothing there is heard.
    await agent.keyboard.press("n");
    const talk = agent.getByRole("article", { name: /EKU9003173C9|cliente@example\.com/u });
    await talk.waitFor();
    await frameOf(client).getByText("Le atiende Ximena de Prueba.").waitFor();
    await agent.keyboard.press("Alt+1");
    await agent.keyboard.type("Con gusto: abra la factura.");
    await agent.keyboard.press("Enter");
    await frameOf(client).getByText("Con gusto: abra la factura.").waitFor();
    await frameOf(client).getByRole("textbox", { name: "Su mensaje" }).fill("Ya la abrí.");
    await client.keyboard.press("Enter");
    await talk.getByText("Ya la abrí.").waitFor();
    // What the desk leaves out of it (a bell, a mark of nothing) leaves no copy waiting to be sent.
    const odd = "Dos líneas:\nla segunda\u0007, cafe\u0301\u0000";
    await frameOf(client).getByRole("textbox", { name: "Su mensaje" }).fill(odd);
    await client.keyboard.press("Enter");
    await talk.getByText("la segunda").waitFor();
    await expect.poll(() => frameOf(client).locator(".pending").count()).toBe(0);
    expect(await frameOf(client).getByText("la segunda").count()).toBe(1);
    await frameOf(client)
      .locator("#adjuntos")
      .setInputFiles({
        name: "pantalla.txt",
        mimeType: "text/plain",
        buffer: Buffer.from("captura"),
      });
    await frameOf(client).getByRole("button", { name: "Enviar" }).click();
    await talk.getByRole("link", { name: "pantalla.txt" }).waitFor();
    await expect.poll(() => frameOf(client).locator(".pending").count()).toBe(0);
    await noBarriers(agent, "a chat under way");
    await picture(agent, "agente");
    await picture(client, "conversacion");
  });

  it("is there again after a reload of the portal, whole, and what is written without a network leaves when it is back", async () => {
    await client.reload();
    const frame = frameOf(client);
    await frame.getByText("Con gusto: abra la factura.").waitFor();
    expect(await frame.getByText("Ya la abrí.").count()).toBe(1);
    await client.context().setOffline(true);
    await frame.getByRole("textbox", { name: "Su mensaje" }).fill("Sin red por un momento");
    await client.keyboard.press("Enter");
    await frame.locator(".pending").waitFor();
    await client.context().setOffline(false);
    await agent.getByText("Sin red por un momento").waitFor();
    await expect.poll(() => frame.locator(".pending").count()).toBe(0);
    expect(await frame.getByText("Sin red por un momento").count()).toBe(1);
  });

  it("ends with «me retiro», which frees the agent's place, and is offered by mail", async () => {
    const frame = frameOf(client);
    await frame.getByRole("button", { name: "Me retiro" }).click();
    await frame.getByText("Usted se retiró.", { exact: false }).waitFor();
    await agent.getByText("0 de 3").waitFor();
    await agent.getByText("Ya no está", { exact: false }).waitFor();
    await frame.getByRole("button", { name: "Recibir una copia por correo" }).click();
    await frame.getByText("Enviamos la copia a su dirección.").waitFor();
    await picture(client, "retirada");
    await frame.getByRole("button", { name: "Iniciar otro chat" }).click();
    await frame.getByRole("button", { name: "Iniciar el chat" }).waitFor();
    expect(
      heard.filter((line) => !/ERR_INTERNET_DISCONNECTED|status of 422|network/iu.test(line)),
    ).toEqual([]);
  });

  it("knows whoever the portal vouches for, and does not ask them their address", async () => {
    const page = await newPage();
    await page.goto(`${farUrl}/?aval`);
    await page.getByRole("button", { name: "Chat del portal" }).click();
    const frame = frameOf(page);
    await frame
      .getByText("Entró desde su portal como Usuaria del portal (avalada@example.com).")
      .waitFor();
    await frame.getByLabel("Descripción").fill("Sin ir a la página anterior");
    await frame.getByLabel("No lo sé").check();
    expect(await frame.getByLabel("Correo de contacto").inputValue()).toBe("avalada@example.com");
    await frame.getByRole("button", { name: "Iniciar el chat" }).click();
    await frame
      .getByText(/También enviamos el folio y la liga a avalada@example\.com\./u)
      .waitFor();
    await frame.getByText("Su navegador no permite recordar este chat", { exact: false }).waitFor();
    await agent.getByText("Usuaria del portal").first().waitFor();
    await page.context().close();
  });

  it("outside its hours becomes a ticket by the same act, and says so before", async () => {
    const page = await newPage(360);
    await page.goto(`${server.url}/d/cerrada/chat`);
    await page.getByText(/está cerrado ahora y vuelve a atender el/u).waitFor();
    await noBarriers(page, "the closed chat");
    await page.getByLabel("Descripción").fill("No abre el portal");
    await page.getByLabel("No lo sé").check();
    await page.getByLabel("Usuario, RFC o razón social").fill("EKU9003173C9");
    await page.getByLabel("Correo de contacto").fill("noche@example.com");
    await picture(page, "cerrado-360");
    await page.getByRole("button", { name: "Enviar" }).first().click();
    await page.getByText(/registrada con el folio IF-\d+/u).waitFor();
    await page
      .locator("#estado")
      .getByText("Le contestamos por correo.", { exact: false })
      .waitFor();
    await noBarriers(page, "a ticket left in the chat");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    await picture(page, "registrado-360");
    await page.context().close();
  });

  it("was looked at by an agent without a complaint of the browser", () => {
    expect(complaints.filter((line) => !line.includes("400") && !line.includes("422"))).toEqual([]);
  });
});
