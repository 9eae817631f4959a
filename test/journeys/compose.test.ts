import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, chrome, complaintsOf, openChrome, patience } from "../kit/chrome.ts";
import { hostileSmtp } from "../kit/hostile-smtp.ts";
import type { HostileServer } from "../kit/hostile-smtp.ts";
import { prefer } from "../kit/prefer.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// What happens between the first word to a client and the mail that leaves, before a server with a mail server.
let data: Awaited<ReturnType<typeof dataFolder>>;
let smtp: HostileServer;
let server: Served;
let browser: Browser;
let agent: Page;
let colleague: Page;
let complaints: readonly string[];

if (chrome === undefined)
  console.warn("NOT RUN: the journey of writing to a client, for no chromium was found");

async function newContext(state?: Awaited<ReturnType<BrowserContext["storageState"]>>) {
  const context = await browser.newContext({
    locale: "es-MX",
    viewport: { width: 1440, height: 900 },
    ...(state === undefined ? {} : { storageState: state }),
  });
  context.setDefaultTimeout(patience);
  return context;
}

async function ask(path: string, body?: object) {
  const answer = await agent.request.fetch(`${server.url}/api/v1${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { origin: server.url },
    ...(body === undefined ? {} : { data: body }),
  });
  return (await answer.json()) as Record<string, unknown>;
}

let calledBack: { readonly folio: string; readonly address: string; readonly at: number };
let filed = 0;
async function file(): Promise<{ readonly folio: string; readonly address: string }> {
  filed += 1;
  const address = `cliente${filed}@example.com`;
  const fields = {
    ...{ tipo: "contrasena", descripcion: "No llega la liga.", quien: "EKU9003173C9" },
    correo: address,
  };
  const wish = { form: "soporte", channel: "mail", fields, language: "es" };
  return { folio: String((await ask("/desks/hib2b/tickets", wish))["folio"]), address };
}

async function enter(page: Page, link: string, person: { name: string; email: string }) {
  await page.goto(link);
  await page.getByLabel("Nombre y apellido").fill(person.name);
  const address = page.getByLabel("Correo");
  if ((await address.count()) > 0) await address.fill(person.email);
  await page.getByLabel("Elija una contraseña").fill("una frase larga de prueba");
  await page.getByRole("button", { name: /^(Crear cuenta|Aceptar) y entrar$/u }).click();
  await page.getByRole("heading", { name: "Abiertos" }).waitFor();
}

const open = async (page: Page, folio: string): Promise<void> => {
  await page.goto(`${server.url}/app/d/hib2b/t/${folio}`);
  await page.getByRole("heading", { name: "Historia" }).waitFor();
};
const box = (page: Page, name = "Su respuesta") => page.getByRole("textbox", { name });
const noBarriers = async (page: Page, where: string): Promise<void> =>
  expect([where, await barriers(page)]).toEqual([where, []]);
const mailsTo = (address: string): number => smtp.taken.filter(({ to }) => to === address).length;
const words = async (folio: string): Promise<readonly string[]> => {
  const { timeline } = (await ask(`/desks/hib2b/tickets/${folio}`)) as unknown as {
    readonly timeline: readonly {
      readonly type: string;
      readonly message: { text: string } | null;
    }[];
  };
  return timeline.flatMap(({ type, message }) =>
    type === "contacted" && message !== null ? [message.text] : [],
  );
};

describe.skipIf(chrome === undefined)("what is written to a client", () => {
  beforeAll(async () => {
    [data, smtp] = await Promise.all([dataFolder(), hostileSmtp()]);
    smtp.deed = () => undefined;
    server = await serve(data.path, await freePort(), {
      environment: { PLAZO_DESKS: "hib2b", SMTP_URL: smtp.url },
      launcher: true,
    });
    browser = await openChrome();
    agent = await (await newContext()).newPage();
    complaints = complaintsOf(agent);
    const [link = ""] = /http\S+\/app\/entrar\/\S+/u.exec(server.said()) ?? [];
    await enter(agent, link, { name: "Ximena de Prueba", email: "ximena@plazo.example.com" });
    const person = { name: "Tomás de Prueba", email: "tomas@plazo.example.com" };
    const wish = { ...person, role: "agent", level: null };
    const invited = await ask("/desks/hib2b/invitations", wish);
    colleague = await (await newContext()).newPage();
    await enter(colleague, String(invited["link"]), person);
    await prefer(colleague, server, { undoSeconds: 12 });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await smtp.close();
    await data.remove();
  });

  it("says how one is prepared where there is none, and takes no key for another while it looks", async () => {
    const { folio } = await file();
    const { promise: slow, resolve: answer } = Promise.withResolvers<void>();
    await agent.route("**/canned-replies", async (route) => {
      await slow;
      await route.continue();
    });
    await open(agent, folio);
    await box(agent).click();
    await agent.keyboard.type("/liga");
    await agent.getByText("Buscando…").waitFor();
    await agent.keyboard.press("Enter");
    await agent.keyboard.press("Control+Enter");
    expect(await box(agent).inputValue()).toBe("/liga");
    answer();
    await agent.getByText("Todavía no hay respuestas preparadas.").waitFor();
    await noBarriers(agent, "menu without replies");
    expect(await agent.getByText(/Se enviará en \d+ s/u).count()).toBe(0);
    await agent.unroute("**/canned-replies");
    await agent.getByRole("link", { name: "Preparar la primera respuesta" }).click();
    await agent.getByRole("heading", { name: "Nueva respuesta" }).waitFor();
    await open(agent, folio);
    await box(agent).fill("");
  });

  it("is prepared on a page of its own, with places to fill in and what is done besides", async () => {
    await agent.getByRole("link", { name: "Respuestas preparadas" }).click();
    await agent.getByText("Todavía no hay respuestas preparadas.").waitFor();
    await noBarriers(agent, "no canned replies");
    await agent.getByRole("link", { name: "Nueva respuesta" }).click();
    await box(agent, "Nombre").fill("Contraseña: se envió la liga");
    await box(agent, "Texto").fill("Buenos días. Su folio es {{folio}} y la liga vence a las ");
    await box(agent, "Texto").press("Control+End");
    await agent.getByRole("button", { name: "Espacio libre" }).click();
    await agent.getByRole("button", { name: /Agregar un cambio/u }).click();
    await agent.getByRole("option", { name: "Asignar a quien la usa" }).click();
    await agent.getByRole("button", { name: /Agregar un cambio/u }).click();
    await agent.getByRole("option", { name: "Programar para después" }).click();
    await agent.getByRole("button", { name: "No hacer: Retomar en 1 día" }).click();
    const kinds = agent.getByRole("group", { name: "Para los tipos de solicitud" });
    await kinds.getByText("contraseña").click();
    await noBarriers(agent, "canned reply");
    await agent.getByRole("button", { name: "Guardar" }).click();
    await agent.getByRole("link", { name: "Contraseña: se envió la liga" }).waitFor();
  });

  it("is filled in by a stroke, and is not sent while a place is blank", async () => {
    const { folio, address } = await file();
    await expect.poll(() => mailsTo(address)).toBe(1);
    await open(agent, folio);
    await box(agent).click();
    await agent.keyboard.type("/contrasena");
    await agent.getByRole("option", { name: /Contraseña: se envió la liga/u }).waitFor();
    await noBarriers(agent, "menu of the stroke");
    await agent.keyboard.press("Enter");
    await expect.poll(() => box(agent).inputValue()).toContain(`Su folio es ${folio}`);
    await agent.getByText("Asignarme el ticket").waitFor();
    await agent.keyboard.press("Control+Enter");
    await agent.getByText("Falta llenar: {{…}}").waitFor();
    await noBarriers(agent, "blank");
    // The blank was selected when the words came: what is typed is written over it.
    await agent.getByRole("button", { name: "Ir al espacio" }).click();
    await agent.keyboard.type("18:00");
    await agent.getByRole("button", { name: "Ver como el cliente" }).click();
    const dialog = agent.getByRole("dialog", { name: "Como lo verá el cliente" });
    await dialog.getByText("vence a las 18:00").waitFor();
    // The mail beside it is dressed as it leaves, with its own words.
    const mail = dialog.frameLocator("iframe").last();
    await mail.getByText("vence a las 18:00").last().waitFor();
    const button = mail.locator("a.open").first();
    await expect
      .poll(() => button.evaluate((one) => getComputedStyle(one).backgroundColor))
      .toMatch(/^rgb\((?!0, 0, 0\))/u);
    await noBarriers(agent, "preview");
    await agent.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await box(agent).press("Control+Enter");
    await agent.getByText(/Se enviará en \d+ s/u).waitFor();
    await noBarriers(agent, "on its way out");
    expect(await words(folio)).toEqual([]);
    await agent.getByRole("button", { name: "Deshacer" }).click();
    await expect.poll(() => box(agent).inputValue()).toContain("vence a las 18:00");
    calledBack = { folio, address, at: Date.now() };
  });

  it("is found again on another machine, is said in the list, and is seen by nobody else", async () => {
    const { folio } = await file();
    await open(agent, folio);
    await box(agent).fill("A medias, pero a salvo.");
    await agent.keyboard.press("Escape");
    await agent.getByRole("tab", { name: /Nota interna/u }).click();
    await expect.poll(() => box(agent, "Nota interna").inputValue()).toBe("");
    await box(agent, "Nota interna").fill("Esto es otra cosa.");
    await agent.getByText("Borrador guardado", { exact: true }).waitFor();
    const { cookies } = await agent.context().storageState();
    const other = await (await newContext({ cookies, origins: [] })).newPage();
    await open(other, folio);
    await other.getByRole("tab", { name: /Respuesta/u }).click();
    await expect.poll(() => box(other).inputValue()).toBe("A medias, pero a salvo.");
    await other.getByRole("tab", { name: /Nota interna/u }).click();
    await expect.poll(() => box(other, "Nota interna").inputValue()).toBe("Esto es otra cosa.");
    await other.locator(".row-item", { hasText: folio }).getByText("borrador").waitFor();
    // What is written on there stands here when one is back, and in a second tab with every stroke.
    await box(other, "Nota interna").fill("Esto es otra cosa, y más.");
    await other.getByText("Borrador guardado", { exact: true }).waitFor();
    // Kept a moment after the last stroke, and then one comes back to the first machine.
    await other.waitForTimeout(2_500);
    await agent.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
    await expect
      .poll(() => box(agent, "Nota interna").inputValue())
      .toBe("Esto es otra cosa, y más.");
    await other.context().close();
    const tab = await agent.context().newPage();
    await open(tab, folio);
    await expect
      .poll(() => box(tab, "Nota interna").inputValue())
      .toBe("Esto es otra cosa, y más.");
    await box(agent, "Nota interna").fill("Una sola nota.");
    await expect.poll(() => box(tab, "Nota interna").inputValue()).toBe("Una sola nota.");
    await box(tab, "Nota interna").press("End");
    await tab.keyboard.type(" Y punto.");
    await tab.getByRole("button", { name: "Guardar nota interna" }).click();
    await tab.locator(".is-internal .said", { hasText: "Una sola nota. Y punto." }).waitFor();
    await agent.getByRole("tab", { name: /Nota interna/u }).click();
    await expect.poll(() => box(agent, "Nota interna").inputValue()).toBe("");
    await tab.close();
    await open(colleague, folio);
    expect(await box(colleague).inputValue()).toBe("");
    expect(await colleague.getByText("borrador", { exact: true }).count()).toBe(0);
  });

  it("does not leave once it was called back; sent after all, it leaves whatever becomes of its tab", async () => {
    const { folio, address, at } = calledBack;
    // The twelve seconds after which it would have left, and one more.
    await agent.waitForTimeout(Math.max(0, at + 13_000 - Date.now()));
    expect(await words(folio)).toEqual([]);
    expect(mailsTo(address)).toBe(1);
    await open(agent, folio);
    await expect.poll(() => box(agent).inputValue()).toContain("vence a las 18:00");
    await box(agent).press("Control+Enter");
    await agent.getByText(/Se enviará en \d+ s/u).waitFor();
    await agent.goto("about:blank");
    // It is awaited at the end: what comes next happens meanwhile, on other tickets.
  });

  it("loses nothing that is typed while it is being sent, nor what stands in the box when it is called back", async () => {
    const { folio } = await file();
    await open(agent, folio);
    await agent.route("**/send", async (route) => {
      await new Promise((pass) => setTimeout(pass, 1_000));
      await route.continue();
    });
    await box(agent).fill("Ya quedó.");
    await box(agent).press("Control+Enter");
    await agent.keyboard.type(" Y algo más");
    await agent.getByText(/Se enviará en \d+ s/u).waitFor();
    await agent.unroute("**/send");
    await expect.poll(() => box(agent).inputValue()).toBe("Y algo más");
    await agent.getByRole("button", { name: "Deshacer" }).click();
    await expect.poll(() => box(agent).inputValue()).toBe("Ya quedó.");
    await agent.getByRole("button", { name: "Descartar borrador" }).click();
    await expect.poll(() => box(agent).inputValue()).toBe("Y algo más");
    await agent.getByRole("button", { name: "Descartar borrador" }).click();
    await expect.poll(() => box(agent).inputValue()).toBe("");
    const left = async () =>
      (await ask(`/desks/hib2b/tickets/${folio}/compositions`))["compositions"];
    await expect.poll(left).toEqual([]);
    expect(await words(folio)).toEqual([]);
  });

  it("is sent once what was being kept of it is kept, and the box is empty then", async () => {
    const { folio } = await file();
    await open(agent, folio);
    const order: string[] = [];
    await agent.route("**/compositions/**", async (route) => {
      const request = route.request();
      const isSent = request.url().endsWith("/send");
      if (request.method() !== "PUT" && !isSent) return route.continue();
      order.push(isSent ? "asked to send" : "asked to keep");
      if (!isSent) await new Promise((pass) => setTimeout(pass, 700));
      const answer = await route.fetch();
      order.push(`${isSent ? "sent" : "kept"} ${answer.status()}`);
      return route.fulfill({ response: answer });
    });
    await box(agent).fill("Ya lo revisamos.");
    await expect.poll(() => order).toEqual(["asked to keep"]);
    await box(agent).press("Control+Enter");
    await agent.getByText(/Se enviará en \d+ s/u).waitFor();
    expect(order).toEqual(["asked to keep", "kept 200", "asked to send", "sent 200"]);
    await expect.poll(() => box(agent).inputValue()).toBe("");
    await agent.unroute("**/compositions/**");
    await agent.getByRole("button", { name: "Deshacer" }).click();
    await expect.poll(() => box(agent).inputValue()).toBe("Ya lo revisamos.");
    // Called back, it is a draft that is kept again.
    const kept = agent.waitForResponse((answer) => answer.request().method() === "PUT");
    await box(agent).pressSequentially(" Falta una cosa.");
    expect((await kept).status()).toBe(200);
    await agent.getByRole("button", { name: "Descartar borrador" }).click();
    await expect.poll(() => box(agent).inputValue()).toBe("");
  });

  it("of two who answer at once one goes out, and the other sees it before sending anything", async () => {
    const { folio, address } = await file();
    await open(agent, folio);
    await open(colleague, folio);
    await box(colleague).fill("Soy Tomás: ya lo reviso.");
    await box(agent).fill("Soy Ximena: ya quedó.");
    await colleague.getByRole("button", { name: /Responder a/u }).click();
    await colleague.getByText(/Se enviará en \d+ s/u).waitFor();
    // Whoever has the ticket open sees at once that somebody is about to answer.
    await agent.getByText("Tomás de Prueba · por salir").waitFor({ timeout: 6_000 });
    await agent.getByRole("button", { name: /Responder a/u }).click();
    const alert = agent.getByRole("alert");
    await alert.getByText("Tomás de Prueba acaba de responder").waitFor();
    await alert.getByText("Soy Tomás: ya lo reviso.").waitFor();
    await noBarriers(agent, "stopped");
    expect(await box(agent).inputValue()).toBe("Soy Ximena: ya quedó.");
    await alert.getByRole("button", { name: "Enviar de todos modos" }).click();
    await agent.getByText(/Se enviará en \d+ s/u).waitFor();
    await agent.getByText("Tomás de Prueba · por salir").waitFor();
    await expect
      .poll(() => words(folio))
      .toEqual(["Soy Tomás: ya lo reviso.", "Soy Ximena: ya quedó."]);
    await expect.poll(() => mailsTo(address)).toBe(3);
  });

  it("is said to be late where whatever sends it was away, and that it had left where it did", async () => {
    const { folio } = await file();
    await prefer(colleague, server, { undoSeconds: 30 });
    await open(colleague, folio);
    await colleague.route("**/compositions", async (route) => {
      const answer = await route.fetch();
      const said = (await answer.json()) as { compositions: { leavesAt: number | null }[] };
      for (const one of said.compositions) if (one.leavesAt !== null) one.leavesAt -= 60_000;
      await route.fulfill({ response: answer, json: said });
    });
    await box(colleague).fill("Ya quedó.");
    await colleague.getByRole("button", { name: /Responder a/u }).click();
    await colleague.getByText(/Debió salir a las \d\d:\d\d/u).waitFor();
    const undo = colleague.getByRole("button", { name: "Deshacer" });
    await colleague.route("**/undo", (route) =>
      route.fulfill({
        status: 409,
        json: { type: "x", title: "x", status: 409, code: "left-already" },
      }),
    );
    await undo.click();
    await colleague.getByText("Ya había salido.").waitFor();
    await colleague.unroute("**/undo");
    await undo.click();
    await colleague.getByText("Se deshizo. No salió nada.").waitFor();
    await colleague.unrouteAll({ behavior: "wait" });
    await prefer(colleague, server, { undoSeconds: 12 });
    expect(await words(folio)).toEqual([]);
  });

  it("tells a colleague who is called by name in a note, and no client", async () => {
    const { folio, address } = await file();
    await open(agent, folio);
    await agent.getByRole("tab", { name: "Nota interna" }).click();
    await box(agent, "Nota interna").click();
    await agent.keyboard.type("@tom");
    await agent.getByRole("option", { name: /Tomás de Prueba/u }).waitFor();
    await agent.keyboard.press("Tab");
    await agent.keyboard.type("¿lo ves tú?");
    await agent.getByRole("button", { name: "Guardar nota interna" }).click();
    await agent.locator(".is-internal .said", { hasText: "@Tomás de Prueba" }).waitFor();
    await expect.poll(() => mailsTo("tomas@plazo.example.com")).toBe(1);
    await expect.poll(() => mailsTo(address)).toBe(1);
  });

  it("has left once, though its tab was gone", async () => {
    const { folio, address } = calledBack;
    // That it was received, that somebody attends to it, and the answer.
    await expect.poll(() => mailsTo(address)).toBe(3);
    expect(await words(folio)).toHaveLength(1);
  });

  it("complains of nothing on the way", () => {
    // Chromium says of every answer that is a refusal that it failed: one was stopped, as it was to be.
    expect(complaints.filter((one) => !one.includes("409 (Conflict)"))).toEqual([]);
  });
});
