import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, chrome, complaintsOf, openChrome, patience } from "../kit/chrome.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// The board as a supervisor reads it, and the question to clients, before a server of its own.
let data: Awaited<ReturnType<typeof dataFolder>>;
let server: Served;
let browser: Browser;
let page: Page;
let client: Page;
let complaints: readonly string[];
const folios: string[] = [];
let ticket = "";

if (chrome === undefined)
  console.warn("NOT RUN: the journey of the board, for no chromium was found");

/** Files by the form; gives the ticket's own page. */
async function fileTicket(): Promise<string> {
  await client.goto(`${server.url}/d/hib2b/ayuda?portal=dulcera`);
  await client.getByLabel("Conectividad", { exact: true }).check();
  await client
    .getByLabel("Descripción del incidente")
    .fill(`No abre desde ayer, ${folios.length}.`);
  await client.getByLabel("Usuario, RFC o razón social").fill("EKU9003173C9");
  await client.getByLabel("Correo de contacto").fill(`cliente${folios.length}@example.com`);
  await client.getByRole("button", { name: "Enviar la solicitud" }).click();
  await client.getByRole("heading", { name: "Su solicitud está registrada" }).waitFor();
  folios.push(/HD-\d+/u.exec(await client.locator("main").innerText())?.[0] ?? "");
  await client.getByRole("link", { name: "Ver el ticket" }).click();
  await client.getByRole("heading", { name: folios.at(-1) ?? "" }).waitFor();
  return client.url();
}

async function act(folio: string, name: string, body: object): Promise<void> {
  const path = `/api/v1/desks/hib2b/tickets/${folio}`;
  const answer = await page.request.post(`${server.url}${path}/${name}`, {
    data: body,
    headers: { origin: server.url },
  });
  expect([name, answer.status()]).toEqual([name, 200]);
}

const clear = async (where: Page, what: string): Promise<void> =>
  expect([what, await barriers(where)]).toEqual([what, []]);

/** On a weekend what was kept falls due in the week after. */
const nextWeek = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

const figure = (name: string) => page.getByRole("region", { name, exact: true });

describe.skipIf(chrome === undefined)("the supervisor's board", () => {
  beforeAll(async () => {
    data = await dataFolder();
    server = await serve(data.path, await freePort(), {
      environment: { PLAZO_DESKS: "hib2b" },
      launcher: true,
    });
    browser = await openChrome();
    const context = await browser.newContext({ locale: "es-MX" });
    context.setDefaultTimeout(patience);
    page = await context.newPage();
    complaints = complaintsOf(page);
    const other = await browser.newContext({ locale: "es-MX", javaScriptEnabled: false });
    other.setDefaultTimeout(patience);
    client = await other.newPage();
    const [link = ""] = /http\S+\/app\/entrar\/\S+/u.exec(server.said()) ?? [];
    await page.goto(link);
    await page.getByLabel("Nombre y apellido").fill("Abril de Prueba");
    await page.getByLabel("Correo").fill("abril@plazo.example.com");
    await page.getByLabel("Elija una contraseña").fill("una frase larga de prueba");
    await page.getByRole("button", { name: /^(Crear cuenta|Aceptar) y entrar$/u }).click();
    await page.getByRole("heading", { name: "Abiertos" }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await data.remove();
  });

  it("of a new desk says what will be there, and begins to ask clients with one button", async () => {
    await page.getByRole("link", { name: "Tablero" }).click();
    await page.getByText("Todavía no hay nada que medir.", { exact: false }).waitFor();
    await clear(page, "an empty board");
    await page.getByRole("button", { name: "Preguntar al cerrar" }).click();
    await page.getByRole("button", { name: "Dejar de preguntar" }).waitFor();
  });

  it("the client is asked once it is closed, and answers with one press, without script", async () => {
    ticket = await fileTicket();
    await fileTicket();
    const [folio = ""] = folios;
    await act(folio, "reply", { text: "Ya lo revisamos." });
    const solved = { cause: "El enlace caducó", remedy: "Se renovó", text: "Ya puede entrar." };
    await act(folio, "solve", solved);
    await client.goto(ticket);
    expect(await client.getByText("¿Quedó conforme").count()).toBe(0);
    await client.getByRole("button", { name: "Sí, quedó resuelto" }).click();
    await client.goto(ticket);
    await client.getByRole("heading", { name: /¿Quedó conforme/u }).waitFor();
    await client.getByLabel(/díganos por qué/u).fill("Tardaron mucho.");
    await client.getByRole("button", { name: "No quedé conforme" }).click();
    await client.getByText("Gracias. Registramos su respuesta.").waitFor();
    await client.getByText("Usted respondió que no quedó conforme.").waitFor();
  });

  it("the board counts it, each number leads to its tickets, and the answer is there to be looked at", async () => {
    await expect
      .poll(
        async () => {
          await page.goto(`${server.url}/app/d/hib2b/tablero?hasta=${nextWeek()}`);
          await figure("Satisfacción").waitFor();
          return figure("Satisfacción").innerText();
        },
        { interval: 1_000 },
      )
      .toContain("0 de 1");
    await clear(page, "the board");
    expect(await figure("Llegadas").innerText()).toContain("2 tickets");
    expect(await figure("Cumplimiento").innerText()).toContain("100 %");
    await page.getByRole("button", { name: "Ya lo revisé" }).click();
    await page.getByText("Revisado por Abril de Prueba").waitFor();
    await page.getByRole("button", { name: "Definición: Cumplimiento" }).click();
    await page.getByText("abierta y vencida es incumplida", { exact: false }).waitFor();
    await page.keyboard.press("Escape");
    // A mark of a chart leads to the tickets that it counts, within the workspace.
    await figure("Llegadas").locator("svg a").first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Llegadas: todos" }).waitFor();
    await page.locator(".marked-list li").first().waitFor();
    expect(await page.locator(".marked-list li").count()).toBe(2);
    await clear(page, "the tickets behind a mark");
    await page.getByRole("link", { name: "Volver al tablero" }).click();
    await figure("Llegadas").waitFor();
  });

  it("what the client thinks of it is a line of the ticket, with its address and its filter", async () => {
    const [folio = ""] = folios;
    await page.goto(`${server.url}/app/d/hib2b/t/${folio}`);
    const line = page.locator(".is-opinion");
    await line.getByText("El cliente no quedó conforme.").waitFor();
    await line.getByText("Tardaron mucho.").waitFor();
    await page.getByRole("radio", { name: "Satisfacción" }).click();
    await page.locator(".timeline .entry").nth(1).waitFor({ state: "detached" });
    await clear(page, "what the client thinks of it");
    const address = await line
      .getByRole("link", { name: /^Enlace a esta respuesta/u })
      .getAttribute("href");
    await page.goto("about:blank");
    await page.goto(`${server.url}/app/d/hib2b/t/${folio}${address ?? ""}`);
    await page.locator(".is-opinion.is-sought").waitFor();
    await page.goto(`${server.url}/app/d/hib2b/tablero?hasta=${nextWeek()}`);
    await figure("Llegadas").waitFor();
  });

  it("is a file and a report, reads on a telephone, and says what every figure is", async () => {
    const file = await figure("Cumplimiento")
      .getByRole("link", { name: /CSV/u })
      .getAttribute("href");
    const csv = await page.request.get(`${server.url}${file ?? ""}`);
    expect(await csv.text()).toContain('"Primer contacto"');
    const report = await page.getByRole("link", { name: "Informe en PDF" }).getAttribute("href");
    const pdf = await page.request.get(`${server.url}${report ?? ""}`);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: "dark" });
    await clear(page, "the board on a telephone, dark");
    const wide = await page.evaluate("document.documentElement.scrollWidth");
    expect(wide).toBe(390);
    await page.getByRole("link", { name: "Definiciones de las cifras" }).click();
    await page.getByRole("heading", { name: "Definiciones de las cifras" }).waitFor();
    await clear(page, "the definitions");
  });

  it("complains of nothing on the way", () => expect(complaints).toEqual([]));
});
