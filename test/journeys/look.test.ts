import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workspaceScreens } from "../../scripts/pictures/screens.ts";
import type { Things } from "../../scripts/pictures/screens.ts";
import { thingsOf } from "../../scripts/pictures/things.ts";
import { barriers, chrome, complaintsOf, openChrome, patience } from "../kit/chrome.ts";
import { dataFolder, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// Every page of the workspace as it is drawn: in both themes and densities, and on a small screen.
let data: Awaited<ReturnType<typeof dataFolder>>;
let server: Served;
let browser: Browser;
let page: Page;
let things: Things;
let complaints: readonly string[];

if (chrome === undefined)
  console.warn("NOT RUN: the look of the workspace, for no chromium was found");

const desk = "hib2b";
const known = workspaceScreens({
  desk,
  ticket: "1",
  message: "1",
  received: "1",
  organisation: "1",
  article: "1",
});

const looks = [
  ["light", "comfortable"],
  ["dark", "compact"],
] as const;

async function fileTicket(): Promise<void> {
  const client = await browser.newPage({ locale: "es-MX" });
  await client.goto(`${server.url}/d/${desk}/ayuda`);
  await client.getByLabel("Olvidé mi Contraseña").check();
  await client.getByLabel("Descripción del incidente").fill("No llega la liga para restablecerla.");
  await client.getByLabel("Usuario, RFC o razón social").fill("EKU9003173C9");
  await client.getByLabel("Correo de contacto").fill("proveedor@example.com");
  await client.getByRole("button", { name: "Enviar la solicitud" }).click();
  await client.getByRole("heading", { name: "Su solicitud está registrada" }).waitFor();
  await client.close();
}

const settled = async (): Promise<void> => {
  await page.locator("#content").waitFor();
  await page.locator(".loading").first().waitFor({ state: "detached" });
};

/** What of the page is wider than its place, and would be scrolled or cut sideways. */
const tooWide = (): Promise<string[]> =>
  page.evaluate(() => {
    const exempt = ".cm-editor, pre, code, iframe, input, textarea, svg, [class*=unseen]";
    const root = document.documentElement;
    const over = root.scrollWidth > root.clientWidth ? ["the page"] : [];
    for (const one of document.querySelectorAll("#content, #content *")) {
      if (one.closest(exempt) !== null || one.clientWidth < 2) continue;
      const { overflowX, textOverflow } = getComputedStyle(one);
      if (overflowX === "visible" || textOverflow === "ellipsis") continue;
      if (one.scrollWidth > one.clientWidth + 1) over.push(`${one.tagName}.${one.className}`);
    }
    return over;
  });

describe.skipIf(chrome === undefined)("the look of the workspace", () => {
  beforeAll(async () => {
    data = await dataFolder();
    server = await serve(data.path, await freePort(), {
      environment: { PLAZO_DESKS: desk },
      launcher: true,
    });
    browser = await openChrome();
    await fileTicket();
    const context = await browser.newContext({
      locale: "es-MX",
      reducedMotion: "reduce",
      viewport: { width: 1280, height: 800 },
    });
    context.setDefaultTimeout(patience);
    page = await context.newPage();
    complaints = complaintsOf(page);
    const [link = ""] = /http\S+\/app\/entrar\/\S+/u.exec(server.said()) ?? [];
    await page.goto(link);
    await page.getByLabel("Nombre y apellido").fill("Ximena de Prueba");
    await page.getByLabel("Correo").fill("ximena@plazo.example.com");
    await page.getByLabel("Elija una contraseña").fill("una frase larga de prueba");
    await page.getByRole("button", { name: "Crear cuenta y entrar" }).click();
    await page.getByRole("heading", { name: "Abiertos" }).waitFor();
    things = await thingsOf(page, desk);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await data.remove();
  });

  it("is looked at on every page that there is", () => {
    const router = readFileSync(
      resolve(import.meta.dirname, "../../src/web/app/router.tsx"),
      "utf8",
    );
    const paths = [...router.matchAll(/path: "(\/[^"$]*)/gu)].map(([, path = ""]) => path);
    const beneath = paths.filter((path) => !["/", "/d/", "/app"].includes(path));
    expect(beneath.length).toBeGreaterThan(20);
    const seen = known.map(({ path }) => path.replace(`/app/d/${desk}`, ""));
    expect(beneath.filter((path) => !seen.some((one) => one.startsWith(path)))).toEqual([]);
  });

  it("keeps what somebody prefers, and is drawn so from the first moment", async () => {
    await page.goto(`${server.url}/app/d/${desk}/preferencias`);
    await page.getByRole("radio", { name: "Oscuro" }).click();
    const kept = page.waitForResponse((answer) =>
      (answer.request().postData() ?? "").includes('"compact"'),
    );
    await page.getByRole("radio", { name: "Compacta" }).click();
    await kept;
    const answer = await page.request.get(`${server.url}/app/d/${desk}`);
    expect(await answer.text()).toMatch(
      /<html lang="es-MX" data-theme="dark" data-density="compact"/u,
    );
    await page.reload();
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(paper).toBe("rgb(15, 20, 21)");
    await page.getByRole("radio", { name: "El del equipo" }).click();
    await page.getByRole("radio", { name: "Cómoda" }).click();
    await page.getByText("Guardado.").waitFor();
  });

  it.each(known.map(({ name }) => name))(
    "%s: no barrier in either theme nor density, and nothing sideways on a small screen",
    async (name) => {
      const screen = workspaceScreens(things).find((one) => one.name === name);
      if (screen === undefined) return;
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(server.url + screen.path);
      await settled();
      const found: string[] = [];
      // Colours do not hang on density, nor sizes on theme: two looks show all there is of either.
      for (const [theme, density] of looks) {
        await page.evaluate(
          ([asked, dense]) => {
            Object.assign(document.documentElement.dataset, { theme: asked, density: dense });
          },
          [theme, density],
        );
        const here = await barriers(page, theme === "light" ? "all" : "drawn");
        found.push(...here.map((barrier) => `${theme} ${density}: ${barrier}`));
      }
      await page.setViewportSize({ width: 390, height: 844 });
      found.push(...(await tooWide()).map((one) => `too wide: ${one}`));
      expect(found).toEqual([]);
    },
  );

  it("was never refused anything by its security policy, and no script failed", () => {
    expect(complaints.filter((said) => !/status of 4\d\d/u.test(said))).toEqual([]);
  });
});
