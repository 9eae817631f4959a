import type { Browser, Page } from "playwright-core";
import { Client } from "pg";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findChromium } from "../scripts/chromium.ts";
import { ensureWeb } from "../scripts/build-web.js";
import { clientConfig } from "../src/store/connection.ts";
import { told, under } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { formBody, formPath, formType, sourceAddress } from "./filing/form.ts";
import { freePort } from "./kit/free-port.ts";
import { multiplyTicket } from "./kit/open-tickets.ts";
import { dataFolder, databaseOf, root, startPlazo } from "./kit/plazo.ts";
import { scriptsOf } from "../scripts/initial-scripts.ts";

const DESK = "hib2b";
const MANY = 100_000;
const OPENS = 60;

/** What an agent waits for in a browser, with 100,000 open tickets: from the key to the painted content. */
export async function* figures(): AsyncGenerator<Figure> {
  await ensureWeb(root, process.execPath);
  const initial = scriptsOf(join(root, ".build/web"));
  const script = {
    figure: "the workspace's initial script, compressed",
    value: initial,
    unit: "bytes",
  };
  yield under(script, 250 * 1024);
  const executable = findChromium();
  if (executable === undefined) throw new Error("no chromium was found");
  const data = await dataFolder();
  const port = await freePort();
  const settings = {
    PORT: port,
    PLAZO_LOG: "warn",
    PLAZO_DESKS: DESK,
    PLAZO_SECOND_FACTOR: "optional",
  };
  const running = await startPlazo(data.path, { PLAZO_ROLE: "web", ...settings });
  const browser = await chromium.launch({ executablePath: executable, args });
  const page = await agentOf(browser, running);
  await file(running.url);
  const connection = await databaseOf(data.path);
  const owner = new Client(clientConfig(connection, "owner"));
  await owner.connect();
  const found = await owner.query<{ id: string }>(
    "select user_id as id from plazo.membership limit 1",
  );
  await owner.end();
  await multiplyTicket(connection, { desk: DESK, many: MANY, mine: found.rows[0]?.id ?? "" });
  await page.goto(`${running.url}/app/d/${DESK}?view=open`);
  await page.locator(".row-item").nth(5).waitFor();
  yield* openings(page);
  yield* switches(page);
  await browser.close();
  await running.stop();
  await data.remove();
}

const args = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

async function agentOf(
  browser: Browser,
  running: Awaited<ReturnType<typeof startPlazo>>,
): Promise<Page> {
  const context = await browser.newContext({
    ...{ locale: "es-MX", viewport: { width: 1440, height: 900 } },
  });
  const page = await context.newPage();
  const [link = ""] = /http\S+\/app\/entrar\/\S+/u.exec(running.printed()) ?? [];
  await page.goto(link);
  await page.getByLabel("Nombre y apellido").fill("Ximena");
  await page.getByLabel("Correo").fill("ximena@plazo.example.com");
  await page.getByLabel("Elija una contraseña").fill("una frase larga de prueba");
  await page.getByRole("button", { name: /y entrar$/u }).click();
  await page.locator(".queue").waitFor();
  return page;
}

async function file(url: string): Promise<void> {
  const headers = { origin: url, "content-type": formType, "x-forwarded-for": sourceAddress() };
  const answer = await fetch(url + formPath, {
    ...{ method: "POST", headers, body: formBody(), redirect: "manual" },
  });
  if (answer.status !== 303) throw new Error(`${answer.status} ${await answer.text()}`);
}

/** Milliseconds from a key or a press until a frame shows what `until` finds. Runs in the page. */
function timed({ key, selector, text }: Wait): Promise<number> {
  const find = (): boolean => {
    const found = document.querySelector(selector);
    return found !== null && (found.textContent ?? "").includes(text);
  };
  return new Promise((done) => {
    const began = performance.now();
    // Looked for as a frame begins: the frame that holds it is painted before the next task runs.
    const look = (): number =>
      requestAnimationFrame(() => {
        if (find()) setTimeout(() => done(performance.now() - began));
        else look();
      });
    const target = document.activeElement ?? document.body;
    if (key.startsWith(".")) document.querySelector<HTMLElement>(key)?.click();
    else
      target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    look();
  });
}

interface Wait {
  /** A key that is pressed, or what is clicked: a selector that begins with a point. */
  readonly key: string;
  readonly selector: string;
  readonly text: string;
}

/** A ticket is open once its timeline stands: what a list knew of it before is not counted. */
async function* openings(page: Page): AsyncGenerator<Figure> {
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.locator(".timeline .entry").first().waitFor();
  const requests = countRequests(page);
  const ahead: number[] = [];
  for (let n = 0; n < OPENS; n += 1) {
    const next = await folioAfter(page, 1);
    // As long as somebody takes to see what is there: the next ticket is read meanwhile.
    await page.waitForTimeout(400);
    ahead.push(await page.evaluate(timed, { key: "j", ...timelineOf(next) }));
  }
  const asked = requests();
  yield under(of("a ticket opens, read ahead (j), p95", p95(ahead)), 100);
  yield told(of("the same, p50", p50(ahead)));
  const cold: number[] = [];
  for (let n = 0; n < OPENS; n += 1) {
    await page.keyboard.press("u");
    await page.locator("article.ticket").waitFor({ state: "detached" });
    const to = await farRow(page);
    cold.push(
      await page.evaluate(timed, { key: `.row-item[data-key="${to}"]`, ...timelineOf(to) }),
    );
  }
  yield under(of("a ticket opens, never read before (a press), p95", p95(cold)), 100);
  yield told(of("the same press, p50", p50(cold)));
  yield told({
    figure: "requests of tickets for each opening",
    value: asked / OPENS,
    unit: "requests",
  });
  yield* longOne(page);
}

/** Messages of a ticket that somebody has written to for months. */
const LONG = 500;

/** A long ticket is open once its last messages stand; the others follow above them. */
async function* longOne(page: Page): AsyncGenerator<Figure> {
  await page.evaluate(() => document.querySelector(".rows")?.scrollTo({ top: 0 }));
  const first = page.locator(".row-item").first();
  const folio = (await first.getAttribute("data-key")) ?? "";
  await page.evaluate(writeMany, {
    path: `/api/v1/desks/${DESK}/tickets/${folio}/note`,
    many: LONG,
  });
  const times: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    await page.reload();
    await page.locator(".row-item").nth(5).waitFor();
    await page.waitForTimeout(500);
    times.push(
      await page.evaluate(timed, { key: `.row-item[data-key="${folio}"]`, ...timelineOf(folio) }),
    );
    await page.locator(".timeline .entry").nth(LONG).waitFor();
    await page.keyboard.press("u");
  }
  yield told(of(`a ticket of ${LONG} messages opens, never read before, p95`, p95(times)));
  yield told(of(`the same, p50`, p50(times)));
}

async function writeMany({ path, many }: { readonly path: string; readonly many: number }) {
  const headers = { "content-type": "application/json" };
  const text = "El proveedor envía de nuevo la factura y pregunta cuándo se libera el pago. ";
  for (let n = 0; n < many; n += 1) {
    const body = JSON.stringify({ text: `${n}. ${text.repeat(3)}` });
    const answer = await fetch(path, { method: "POST", headers, body });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  }
}

const timelineOf = (folio: string): Pick<Wait, "selector" | "text"> => ({
  selector: `article.ticket[aria-label$="${folio}"]:has(.timeline .entry)`,
  text: folio,
});

function countRequests(page: Page): () => number {
  let count = 0;
  page.on("request", (request) => {
    if (/\/tickets\/[^/]+$/u.test(new URL(request.url()).pathname)) count += 1;
  });
  return () => count;
}

function folioAfter(page: Page, by: number): Promise<string> {
  return page.evaluate((step) => {
    const rows = [...document.querySelectorAll<HTMLElement>(".row-item")];
    const open = rows.findIndex((row) => row.classList.contains("is-open"));
    return rows[open + step]?.dataset["key"] ?? "";
  }, by);
}

/** Scrolls on, and gives a row that neither pointer nor focus has touched. */
async function farRow(page: Page): Promise<string> {
  await page.evaluate(() => document.querySelector(".rows")?.scrollBy({ top: 600 }));
  await page.waitForTimeout(150);
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>(".row-item")];
    return rows[rows.length >> 1]?.dataset["key"] ?? "";
  });
}

const views = ["mine", "unassigned", "breached", "waiting", "open"] as const;

/** A view is there once its first rows are: views that were seen, or read ahead, in the last minutes are shown at once, so each round begins anew. */
async function* switches(page: Page): AsyncGenerator<Figure> {
  const anew: number[] = [];
  const known: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    await page.reload();
    await page.locator(".row-item").nth(5).waitFor();
    await page.waitForTimeout(300);
    for (const into of [anew, known])
      for (const view of views) {
        if (into === anew && view === "open") continue;
        into.push(await page.evaluate(timed, switchTo(view)));
        await page.waitForTimeout(60);
      }
  }
  yield under(of("the queue switches to a view not seen yet, p95", p95(anew)), 150);
  yield told(of("the same switch, p50", p50(anew)));
  yield under(of("the queue switches to a view seen before, p95", p95(known)), 150);
}

const switchTo = (view: (typeof views)[number]): Wait => ({
  key: `.views a[href*="view=${view}"]`,
  selector: `.shell:has(.views a[href*="view=${view}"][aria-current]) .rows .row-item`,
  text: "HD-",
});

const of = (figure: string, value: number): { figure: string; value: number; unit: string } => ({
  figure: `${figure}, 100,000 open`,
  value: Math.max(1, value),
  unit: "ms",
});

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

function p50(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
}
