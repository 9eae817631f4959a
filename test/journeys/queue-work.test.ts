import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, chrome, complaintsOf, openChrome, patience } from "../kit/chrome.ts";
import { prefer } from "../kit/prefer.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// How a queue is worked: by lists that are kept, on many tickets at once, on guard, and by the keyboard alone.
let data: Awaited<ReturnType<typeof dataFolder>>;
let server: Served;
let browser: Browser;
let agent: Page;
let colleague: Page;
let complaints: readonly string[];

if (chrome === undefined)
  console.warn("NOT RUN: the journey of working the queue, for no chromium was found");

const TRIAGED = 30;

async function newPage(): Promise<Page> {
  const viewport = { width: 1280, height: 900 };
  const context = await browser.newContext({ locale: "es-MX", viewport });
  context.setDefaultTimeout(patience);
  return context.newPage();
}

const noBarriers = async (page: Page, where: string): Promise<void> =>
  expect([where, await barriers(page)]).toEqual([where, []]);

/** Asks the API as the page's own person does. */
async function ask(page: Page, path: string, body?: object) {
  return told(page, path, { method: body === undefined ? "GET" : "POST", body });
}

async function told(
  page: Page,
  path: string,
  { method, body }: { readonly method: string; readonly body?: object | undefined },
) {
  const answer = await page.request.fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { origin: server.url },
    ...(body === undefined ? {} : { data: body }),
  });
  const said = (await answer.json()) as Record<string, unknown>;
  expect([path, answer.status(), said]).toEqual([path, 200, said]);
  return said;
}

let filed = 0;
async function file(description: string, language: "es" | "en" = "es"): Promise<string> {
  filed += 1;
  const correo = `cliente${filed}@example.com`;
  const fields = { tipo: "contrasena", descripcion: description, quien: "EKU9003173C9", correo };
  const wish = { form: "soporte", channel: "mail", fields, language };
  return String((await ask(agent, "/desks/hib2b/tickets", wish))["folio"]);
}

const detail = async (folio: string) =>
  (await ask(agent, `/desks/hib2b/tickets/${folio}`)) as unknown as {
    readonly row: {
      readonly assignee: { readonly name: string } | null;
      readonly severity: string;
    };
    readonly solution: { readonly cause: string } | null;
    readonly deliveries: readonly { readonly kind: string }[];
    readonly timeline: readonly { readonly message: { readonly text: string } | null }[];
  };

async function enter(page: Page, link: string, person: { name: string; email: string }) {
  await page.goto(link);
  await page.getByLabel("Nombre y apellido").fill(person.name);
  const address = page.getByLabel("Correo");
  if ((await address.count()) > 0) await address.fill(person.email);
  await page.getByLabel("Elija una contraseña").fill("una frase larga de prueba");
  await page.getByRole("button", { name: /^(Crear cuenta|Aceptar) y entrar$/u }).click();
  await page.getByRole("heading", { name: "Abiertos" }).waitFor();
}

const list = async (page: Page, search = ""): Promise<void> => {
  await page.goto(`${server.url}/app/d/hib2b${search}`);
  await page.locator(".row-item").first().waitFor();
};
const openFolio = (page: Page): string => /\/t\/([^?]+)/u.exec(page.url())?.[1] ?? "";

describe.skipIf(chrome === undefined)("working the queue", () => {
  beforeAll(async () => {
    data = await dataFolder();
    server = await serve(data.path, await freePort(), {
      environment: { PLAZO_DESKS: "hib2b" },
      launcher: true,
    });
    browser = await openChrome();
    agent = await newPage();
    complaints = complaintsOf(agent);
    const [link = ""] = /http\S+\/app\/entrar\/\S+/u.exec(server.said()) ?? [];
    await enter(agent, link, { name: "Ximena de Prueba", email: "ximena@plazo.example.com" });
    // That what goes to many can be called back has a test of its own.
    await prefer(agent, server, { undoSeconds: 0 });
    const person = { name: "Tomás de Prueba", email: "tomas@plazo.example.com" };
    const invited = await ask(agent, "/desks/hib2b/invitations", {
      ...person,
      role: "agent",
      level: null,
    });
    colleague = await newPage();
    await enter(colleague, String(invited["link"]), person);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await data.remove();
  });

  it("keeps a list that was filtered by typing, with its count, under g and a number", async () => {
    await file("No llega la liga para restablecerla.");
    await file("El usuario quedó bloqueado.");
    await list(agent);
    await agent.keyboard.press("f");
    await agent.getByRole("dialog", { name: "Filtrar" }).waitFor();
    await noBarriers(agent, "filter");
    await agent.keyboard.type("nadie");
    await agent.keyboard.press("Enter");
    await agent.getByRole("button", { name: "Quitar Atiende: nadie" }).waitFor();
    expect(new URL(agent.url()).searchParams.get("assignee")).toBe("nobody");
    await agent.getByRole("button", { name: "Guardar vista" }).click();
    await agent.getByRole("textbox", { name: "Nombre" }).fill("De nadie");
    await agent.getByText("Compartirla con toda la mesa").click();
    await noBarriers(agent, "keep view");
    await agent.keyboard.press("Enter");
    await agent.getByRole("heading", { name: "De nadie" }).waitFor();
    const link = agent.getByRole("region", { name: "Vistas guardadas" }).getByRole("link");
    await expect.poll(() => link.innerText()).toMatch(/De nadie[\s\S]*2/u);
    await agent.keyboard.press("g");
    await agent.keyboard.press("m");
    await agent.getByRole("heading", { name: "Míos" }).waitFor();
    await agent.keyboard.press("g");
    await agent.keyboard.press("1");
    await agent.getByRole("heading", { name: "De nadie" }).waitFor();
    await list(colleague);
    await colleague.getByRole("link", { name: /De nadie/u }).click();
    await colleague.getByRole("heading", { name: "De nadie" }).waitFor();
  });

  it("says why a row falls due when it does, under a key that leads back to the row", async () => {
    await file("No entra la contraseña.");
    await list(agent);
    await agent.keyboard.press("j");
    await agent.keyboard.press("v");
    const why = agent.getByRole("dialog", { name: "Primer contacto" });
    await why.getByRole("listitem").first().waitFor();
    expect(await why.innerText()).toMatch(/Primer contacto[\s\S]*HB-4/u);
    await noBarriers(agent, "why a row falls due");
    await agent.keyboard.press("v");
    await why.waitFor({ state: "detached" });
    await agent.keyboard.press("Enter");
    await agent.waitForURL(/\/t\/HD-/u);
  });

  it("narrows a list to a client of the register, whose name is typed", async () => {
    const blank = { rfc: null, taxRegime: null, postalCode: null, taxAddress: null, plan: null };
    const wish = { ...blank, paidUntil: null, notes: null, portals: [] };
    await ask(agent, "/desks/hib2b/register/organisations", { ...wish, name: "Álamos del Río" });
    await list(agent);
    await agent.keyboard.press("f");
    await agent.getByRole("dialog", { name: "Filtrar" }).waitFor();
    await agent.keyboard.type("cliente alamos");
    await agent.getByRole("menuitem", { name: /Álamos del Río/u }).waitFor();
    await agent.keyboard.press("Enter");
    await agent.getByRole("button", { name: "Quitar Cliente: Álamos del Río" }).waitFor();
    await noBarriers(agent, "a list of a client");
  });

  it("does one act to the chosen ones once it was looked at, and takes it back", async () => {
    const folios = [await file("No abre el portal."), await file("No carga mi factura.")];
    const closed = await file("Ya no hace falta.");
    await list(agent);
    await agent.locator(`.row-item[data-key="${closed}"]`).waitFor();
    for (const folio of [...folios, closed]) {
      await agent.locator(`.row-item[data-key="${folio}"]`).hover();
      await agent.locator(`.row-item[data-key="${folio}"] .row-choose`).click();
    }
    // A colleague closes one meanwhile: it is said, and left as it is.
    await ask(colleague, `/desks/hib2b/tickets/${closed}/close`, { reason: "by-agent" });
    const bar = agent.getByRole("toolbar", { name: "Qué hacer con los elegidos" });
    await bar.getByText("3 elegidos").waitFor();
    await bar.getByRole("button", { name: "Asignar" }).click();
    await agent.getByRole("button", { name: /Para/u }).click();
    await agent.getByRole("option", { name: "Tomás de Prueba" }).click();
    await agent.getByRole("button", { name: "Ver qué pasará" }).click();
    await agent.getByText("2 tickets se asignarán a Tomás de Prueba.").waitFor();
    await agent.getByText("1 no:").waitFor();
    await agent.getByRole("dialog").getByText(closed, { exact: true }).waitFor();
    await noBarriers(agent, "what an act on many will come to");
    await agent.getByRole("button", { name: "Hacerlo" }).click();
    await agent.getByText("Hecho en 2 tickets.").waitFor();
    await noBarriers(agent, "what an act on many came to");
    expect((await detail(folios[0] ?? "")).row.assignee?.name).toBe("Tomás de Prueba");
    await agent.getByRole("button", { name: "Deshacer" }).click();
    await agent.getByText("Deshecho en 2 tickets.").waitFor();
    for (const folio of folios) expect((await detail(folio)).row.assignee).toBeNull();
    await agent.getByRole("dialog").getByRole("button", { name: "Cerrar" }).click();
  });

  it("gathers tickets of one trouble, answers each client once and in their language, and ends them with one cause", async () => {
    const first = await file("Error CFDI40147 al cargar la factura");
    const second = await file("Sale el error CFDI40147 otra vez");
    const third = await file("Error CFDI40147 when uploading", "en");
    await agent.goto(`${server.url}/app/d/hib2b/t/${first}`);
    await agent.getByRole("button", { name: "Declarar incidente masivo" }).click();
    const card = agent.getByRole("region", { name: "Incidente masivo" });
    await card.getByRole("button", { name: "Unir 2" }).click();
    await agent.getByRole("button", { name: "Ver qué pasará" }).click();
    await agent.getByText(`2 tickets serán parte del incidente ${first}.`).waitFor();
    await agent.getByRole("button", { name: "Hacerlo" }).click();
    await agent.getByText("Hecho en 2 tickets.").waitFor();
    await agent.getByRole("dialog").getByRole("button", { name: "Cerrar" }).click();
    await card.getByText("2 tickets").waitFor();
    await noBarriers(agent, "mass incident");
    await card.getByRole("button", { name: "Responder a todos" }).click();
    await agent.getByLabel("Texto en español").fill("Hay una falla general ({{folio}}).");
    await agent.getByRole("button", { name: "Ver qué pasará" }).click();
    await agent.getByText("Falta el texto en el idioma de este cliente.").waitFor();
    await agent.getByRole("button", { name: "Cancelar" }).click();
    await agent.getByLabel("Texto en inglés").fill("There is a general failure ({{folio}}).");
    await agent.getByRole("button", { name: "Ver qué pasará" }).click();
    await agent.getByText("Se responderá a 3 clientes, a cada uno en su ticket.").waitFor();
    await agent.getByText(`Hay una falla general (${first}).`).waitFor();
    await agent.getByRole("button", { name: "El siguiente" }).click();
    await agent.getByText(`Hay una falla general (${second}).`).waitFor();
    await noBarriers(agent, "what each client will read");
    await agent.getByRole("button", { name: "Hacerlo" }).click();
    await agent.getByText("Hecho en 3 tickets.").waitFor();
    await agent.getByRole("dialog").getByRole("button", { name: "Cerrar" }).click();
    const said = async (folio: string) =>
      (await detail(folio)).timeline.flatMap(({ message }) => message?.text ?? []);
    expect(await said(second)).toContain(`Hay una falla general (${second}).`);
    expect(await said(third)).toContain(`There is a general failure (${third}).`);
    await card.getByRole("button", { name: "Resolver todos" }).click();
    await agent.getByLabel("Causa, en español").fill("Un certificado venció.");
    await agent.getByLabel("Solución, en español").fill("Se renovó.");
    await agent.getByLabel("Causa, en inglés").fill("A certificate expired.");
    await agent.getByLabel("Solución, en inglés").fill("It was renewed.");
    await agent.getByRole("button", { name: "Ver qué pasará" }).click();
    await agent.getByRole("button", { name: "Hacerlo" }).click();
    await agent.getByText("Hecho en 3 tickets.").waitFor();
    expect((await detail(third)).solution?.cause).toBe("A certificate expired.");
    await agent.getByRole("dialog").getByRole("button", { name: "Cerrar" }).click();
    await agent.goto(`${server.url}/app/d/hib2b/t/${second}`);
    await agent.getByRole("heading", { name: "Es parte de un incidente masivo" }).waitFor();
  });

  it("gives two people on guard different tickets, and passes over with a reason", async () => {
    await list(agent);
    await list(colleague);
    await Promise.all([agent.keyboard.press("."), colleague.keyboard.press(".")]);
    const bar = (page: Page) => page.getByRole("region", { name: "De guardia" });
    await bar(agent)
      .getByText(/es suyo hasta las/u)
      .waitFor();
    await bar(colleague)
      .getByText(/es suyo hasta las/u)
      .waitFor();
    const [one, other] = [openFolio(agent), openFolio(colleague)];
    expect(one).not.toBe(other);
    await noBarriers(agent, "on guard");
    await colleague.keyboard.press(",");
    await colleague.getByRole("button", { name: "No es de mi especialidad" }).click();
    await expect.poll(() => openFolio(colleague)).not.toBe(other);
    expect(openFolio(colleague)).not.toBe(one);
    for (const page of [agent, colleague])
      await bar(page).getByRole("button", { name: "Dejar la guardia" }).click();
  });

  it("shows what is done before the server answers, keeps the order, and puts back what was not done", async () => {
    const folio = await file("Caso que no espera a la red.");
    await list(colleague, "?view=open&text=espera%20a%20la%20red");
    const row = colleague.locator(`.row-item[data-key="${folio}"]`);
    await row.click();
    const pane = colleague.getByRole("article", { name: `Ticket ${folio}` });
    await pane.getByRole("button", { name: "Asignarme" }).waitFor();
    const asked: string[] = [];
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const writes = `**/tickets/${folio}/{assign,classify}`;
    await colleague.route(writes, async (route) => {
      asked.push(route.request().url().split("/").at(-1) ?? "");
      await answered;
      await route.continue();
    });
    await colleague.keyboard.press("i");
    await row.locator(".row-assignee", { hasText: "Tomás de Prueba" }).waitFor();
    await pane.locator(".standing", { hasText: "Tomás de Prueba" }).waitFor();
    const coming = pane.locator(".is-on-its-way");
    await coming.filter({ hasText: "Se asignó a Tomás de Prueba." }).waitFor();
    await coming.getByText("guardando").waitFor();
    // The next key does not wait; what it does goes out after.
    await colleague.keyboard.press("s");
    await colleague.getByRole("dialog").waitFor();
    await colleague.keyboard.press("2");
    await row.getByText("Medio-Alto").waitFor({ state: "attached" });
    await pane.locator(".standing", { hasText: "Medio-Alto" }).waitFor();
    expect(asked).toEqual(["assign"]);
    expect((await detail(folio)).row.assignee).toBeNull();
    await noBarriers(colleague, "on its way");
    answer();
    await coming.first().waitFor({ state: "detached" });
    expect(asked).toEqual(["assign", "classify"]);
    await expect
      .poll(async () => (await detail(folio)).row)
      .toMatchObject({
        ...{ severity: "medio-alto", assignee: { name: "Tomás de Prueba" } },
      });
    await pane.getByText("Severidad: Medio-Alto.").waitFor();
    expect(await pane.getByText("Se asignó a Tomás de Prueba.").count()).toBe(1);

    await colleague.unroute(writes);
    await colleague.route(writes, (route) => route.abort());
    const classify = async (): Promise<void> => {
      await colleague.getByRole("button", { name: "Más acciones" }).click();
      await colleague.getByRole("menuitem", { name: "Clasificar severidad" }).click();
    };
    await classify();
    const dialog = colleague.getByRole("dialog");
    await dialog.getByText("Crítico", { exact: true }).click();
    await dialog.getByLabel("Motivo (opcional)").fill("No puede facturar nadie.");
    await dialog.getByRole("button", { name: "Clasificar severidad" }).click();
    await dialog.waitFor({ state: "detached" });
    const back = colleague.getByRole("region", { name: "Lo que no se hizo" });
    await back.getByText(`No se hizo en ${folio}`).waitFor();
    await back.getByText("Lo que escribió se conserva: «No puede facturar nadie.»").waitFor();
    await row.getByText("No se hizo").waitFor();
    await pane.locator(".standing", { hasText: "Medio-Alto" }).waitFor();
    await noBarriers(colleague, "put back");
    await classify();
    expect(await dialog.getByLabel("Motivo (opcional)").inputValue()).toBe(
      "No puede facturar nadie.",
    );
    await colleague.keyboard.press("Escape");
    await colleague.unroute(writes);
    await back.getByRole("button", { name: "Intentar de nuevo" }).click();
    await back.waitFor({ state: "detached" });
    await expect.poll(async () => (await detail(folio)).row.severity).toBe("critico");
    await ask(agent, `/desks/hib2b/tickets/${folio}/assign`, { to: null });
  });

  it("is triaged by keyboard, at most two and a half keys a decision", async () => {
    const folios: string[] = [];
    for (let n = 1; n <= TRIAGED; n += 1) folios.push(await file(`Caso ${n} por clasificar.`));
    const preferences = await agent.evaluate(() =>
      JSON.parse(document.documentElement.dataset["preferences"] ?? "{}"),
    );
    await told(agent, "/me/preferences", {
      method: "PUT",
      body: { ...preferences, after: "next" },
    });
    await list(agent, "?view=unassigned&text=clasificar&sort=oldest");
    await agent.locator(`.row-item[data-key="${folios[0]}"]`).waitFor();
    let keys = 0;
    const press = async (key: string): Promise<void> => {
      keys += 1;
      await agent.keyboard.press(key);
    };
    await press("j");
    await press("Enter");
    for (const [at, folio] of folios.entries()) {
      await agent.getByRole("article", { name: `Ticket ${folio}` }).waitFor();
      await agent.getByRole("button", { name: "Asignarme" }).waitFor();
      if (at % 3 === 1) {
        await press("s");
        await agent.getByRole("dialog").waitFor();
        await press("2");
        await agent.getByRole("dialog").waitFor({ state: "detached" });
        await agent.locator(".ticket").getByText("Medio-Alto").first().waitFor();
      }
      if (at % 3 === 2) {
        await press("a");
        await agent.getByRole("dialog").waitFor();
        await press("2");
      } else await press("i");
      await agent.getByRole("article", { name: `Ticket ${folio}` }).waitFor({ state: "detached" });
    }
    expect(keys / TRIAGED).toBeLessThanOrEqual(2.5);
    for (const [at, folio] of folios.entries()) {
      const to = at % 3 === 2 ? "Tomás de Prueba" : "Ximena de Prueba";
      const severity = at % 3 === 1 ? "medio-alto" : "bajo";
      // The keys waited for nothing: the last ones may be on their way still.
      await expect
        .poll(async () => {
          const { row } = await detail(folio);
          return [folio, row.assignee?.name, row.severity];
        })
        .toEqual([folio, to, severity]);
    }
    await agent.keyboard.press("?");
    await agent.getByRole("dialog").getByRole("heading", { name: "Guardia" }).waitFor();
    await noBarriers(agent, "shortcuts");
    expect(complaints).toEqual([]);
  }, 180_000);
});
