import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, chrome, complaintsOf, openChrome, patience } from "../kit/chrome.ts";
import { hostileSmtp } from "../kit/hostile-smtp.ts";
import type { HostileServer } from "../kit/hostile-smtp.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// What an agent sees of mail that does not arrive, and does about it, before a server of its own.
let data: Awaited<ReturnType<typeof dataFolder>>;
let smtp: HostileServer;
let server: Served;
let browser: Browser;
let agent: Page;
let complaints: readonly string[];

if (chrome === undefined)
  console.warn("NOT RUN: the journey of mail out, for no chromium was found");

const gone = "no-existe@example.com";
const grey = "lista-gris@example.com";

async function newPage(width: number): Promise<Page> {
  const context = await browser.newContext({ locale: "es-MX", viewport: { width, height: 900 } });
  context.setDefaultTimeout(patience);
  return context.newPage();
}

async function fileTicket(address: string): Promise<void> {
  const client = await newPage(390);
  await client.goto(`${server.url}/d/hib2b/ayuda`);
  await client.getByLabel("Olvidé mi Contraseña").check();
  await client.getByLabel("Descripción del incidente").fill("No llega la liga.");
  await client.getByLabel("Usuario, RFC o razón social").fill("EKU9003173C9");
  await client.getByLabel("Correo de contacto").fill(address);
  await client.getByRole("button", { name: "Enviar la solicitud" }).click();
  await client.getByRole("heading", { name: "Su solicitud está registrada" }).waitFor();
  await client.context().close();
}

const open = async (folio: string): Promise<void> => {
  await agent.goto(`${server.url}/app/d/hib2b/t/${folio}`);
  await agent.getByRole("heading", { name: "Historia" }).waitFor();
};

describe.skipIf(chrome === undefined)("mail that does not arrive", () => {
  beforeAll(async () => {
    [data, smtp] = await Promise.all([dataFolder(), hostileSmtp()]);
    smtp.deed = (stage, to) => {
      if (stage !== "RCPT") return undefined;
      if (to === gone) return { say: "550 5.1.1 no such user here" };
      return to === grey ? { say: "450 4.7.1 Greylisted, come back later" } : undefined;
    };
    server = await serve(data.path, await freePort(), {
      environment: { PLAZO_DESKS: "hib2b", SMTP_URL: smtp.url },
      launcher: true,
    });
    browser = await openChrome();
    await fileTicket(gone);
    await fileTicket(grey);
    agent = await newPage(1280);
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
    await server.stop();
    await smtp.close();
    await data.remove();
  });

  it("stands in the timeline with the reason in words, and waits with when it is tried again", async () => {
    await open("HD-1");
    await agent.getByText("falló: la dirección no existe").waitFor();
    expect(await barriers(agent)).toEqual([]);
    await open("HD-2");
    await agent
      .getByText(
        /espera: el servidor de la otra parte pide que se intente más tarde; se intenta el/u,
      )
      .waitFor();
    expect(await agent.getByRole("button", { name: /^Enviar de nuevo/u }).count()).toBe(0);
  });

  it("is sent again by a button, once, and shows who asked for it", async () => {
    smtp.deed = () => undefined;
    await open("HD-1");
    await agent.getByRole("button", { name: /^Enviar de nuevo/u }).click();
    await agent.getByText("enviado · de nuevo, por Ximena de Prueba").waitFor();
    await agent.getByText("falló: la dirección no existe").waitFor();
    expect(await agent.getByRole("button", { name: /^Enviar de nuevo/u }).count()).toBe(0);
    expect(smtp.taken.filter(({ to }) => to === gone)).toHaveLength(1);
  });

  it("shows in outgoing mail what the server said, word for word", async () => {
    await agent.getByRole("link", { name: "Correo saliente" }).click();
    await agent.getByRole("link", { name: /falló: la dirección no existe/u }).click();
    await agent.getByText("550 5.1.1 no such user here").waitFor();
    expect(await barriers(agent)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
