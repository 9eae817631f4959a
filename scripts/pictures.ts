// npm run pictures: every screen at three widths in both themes, into docs/img, from a demo desk whose
// time is driven: the same Friday morning each time. `npm run pictures -- queue ticket` takes those alone.
import { mkdir, mkdtemp, chmod, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import type { Page } from "playwright-core";
import { runDemo } from "../src/cli/demo.ts";
import { freePort } from "../test/kit/served.ts";
import { ensureWeb } from "./build-web.js";
import { findChromium } from "./chromium.ts";
import { asClient } from "./pictures/as-client.ts";
import { contactSheet } from "./pictures/contact-sheet.ts";
import {
  clientScreens,
  entryScreens,
  openedScreens,
  workspaceScreens,
} from "./pictures/screens.ts";
import type { Screen } from "./pictures/screens.ts";
import { thingsOf } from "./pictures/things.ts";
import { ROOT } from "./step.ts";

const DESK = "hib2b";
/** A desk whose manual brings articles. */
const WITH_ARTICLES = "cfd-connect";
const FRIDAY = Date.UTC(2026, 10, 20, 17, 12);
/** Bytes: what is beyond is taken again, less finely. */
const HEAVIEST = 80 * 1024;
const folder = path.join(ROOT, "docs/img");
const widths = [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const;
const themes = ["light", "dark"] as const;
type Theme = (typeof themes)[number];

const executablePath = findChromium();
if (executablePath === undefined) throw new Error("there is no chromium to take pictures with");
const wanted = new Set(process.argv.slice(2));

const above = await mkdtemp(path.join(tmpdir(), "plazo-pictures-"));
await chmod(above, 0o711);
await ensureWeb(ROOT, process.execPath);
const port = await freePort();
const url = `http://localhost:${port}`;
let stop = (): void => {};
const stopped = new Promise<void>((done) => (stop = done));
const began = performance.now();
const lines: string[] = [];
let ended: number | null = null;
const standing = new Promise<void>((ready, broken) => {
  const out = (line: string): void => {
    lines.push(line);
    if (line.includes("/app/entrar/")) ready();
  };
  void runDemo({
    args: [],
    cwd: ROOT,
    root: ROOT,
    pid: process.pid,
    version: process.version,
    language: "es",
    stopped,
    time: { kind: "driven", read: () => FRIDAY + Math.floor(performance.now() - began) },
    io: { out, err: (line) => console.error(line) },
    environment: {
      ...process.env,
      PLAZO_DATA: path.join(above, "data"),
      PLAZO_LOG: "error",
      PLAZO_DESKS: `${DESK},${WITH_ARTICLES}`,
      PORT: String(port),
      PLAZO_URL: url,
    },
  }).then((code) => {
    ended = code;
    broken(new Error(`the demo desk ended with ${code}`));
  });
});
await standing;
await new Promise((soon) => setTimeout(soon, 500));

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--lang=es-MX"],
  // What the browser itself writes (a date's places, a file's button) is in the language of its environment.
  env: { ...process.env, LANGUAGE: "es_MX" },
});
const taken: string[] = [];
const inside = await browser.newPage({ locale: "es-MX" });
try {
  await takeEverything();
} finally {
  await browser.close();
  stop();
  while (ended === null) await new Promise((soon) => setTimeout(soon, 50));
  await rm(above, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`${taken.length} pictures in docs/img`);
process.exit(0);

async function takeEverything(): Promise<void> {
  await mkdir(folder, { recursive: true });
  await inside.goto(
    /http\S+\/app\/entrar\/\S+/u.exec(lines.find(isAdministrator) ?? "")?.[0] ?? "",
  );
  await inside.locator("main form button").first().click();
  await inside.waitForURL(/\/app\/d\//u);
  const things = await thingsOf(inside, DESK);
  const knowing = await thingsOf(inside, WITH_ARTICLES);
  const ofArticles = workspaceScreens(knowing).filter(({ name }) => name.startsWith("article"));
  await takeAll(inside, [
    ...workspaceScreens(things).filter(({ name }) => !name.startsWith("article")),
    ...ofArticles,
    ...openedScreens(things),
    ...entryScreens().slice(1),
  ]);
  await prefer(inside, "light", "compact");
  const queues = workspaceScreens(things).filter(({ name }) => name === "queue");
  await takeAll(
    inside,
    queues.map(({ path: at }) => ({ name: "queue-compact", path: at })),
    "compact",
  );
  const outside = await browser.newPage({ locale: "es-MX" });
  const publicScreens = clientScreens(things).map((screen) =>
    screen.name === "articles" ? { ...screen, path: `/d/${WITH_ARTICLES}/articulos` } : screen,
  );
  await takeAll(outside, [...entryScreens().slice(0, 1), ...publicScreens]);
  if (wanted.size === 0 || wanted.has("portal") || wanted.has("client-ticket"))
    await takeAll(outside, await asClient({ inside, outside, desk: DESK }));
  if (wanted.size === 0) await forgetOthers();
  await writeFile(path.join(folder, "README.md"), contactSheet(await readdir(folder)));
}

/** Pictures of screens that are no more. */
async function forgetOthers(): Promise<void> {
  const others = (await readdir(folder)).filter((file) => file.endsWith(".webp"));
  const kept = new Set(taken);
  await Promise.all(
    others.filter((file) => !kept.has(file)).map((file) => rm(path.join(folder, file))),
  );
}

function isAdministrator(line: string): boolean {
  return line.includes("administración");
}

async function takeAll(
  page: Page,
  screens: readonly Screen[],
  density: "comfortable" | "compact" = "comfortable",
): Promise<void> {
  const chosen = screens.filter(({ name }) => wanted.size === 0 || wanted.has(name));
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    if (page === inside) await prefer(page, theme, density);
    for (const screen of chosen) {
      if (!(await open(page, screen))) continue;
      for (const size of widths) await take(page, screen, { theme, size });
    }
  }
}

/** What the person of the pages likes is kept by the server, as it is for everybody. */
async function prefer(page: Page, theme: Theme, density: "comfortable" | "compact"): Promise<void> {
  const rest = { after: "stay", shortcuts: true, undoSeconds: 12, language: "es" };
  await page.request.put(`${url}/api/v1/me/preferences`, {
    data: { theme, density, ...rest },
    headers: { origin: url },
  });
}

/** Opens a page; false: this desk has none, and there is nothing to take. */
async function open(page: Page, { path: at, press }: Screen): Promise<boolean> {
  await page.setViewportSize({ width: 1440, height: 900 });
  const answer = await page.goto(url + at);
  if (answer?.ok() !== true) return false;
  await page.locator("main").first().waitFor();
  if (press !== undefined) await page.locator(press).first().click();
  return true;
}

async function take(
  page: Page,
  { name }: Screen,
  { theme, size: [width, height] }: { theme: Theme; size: readonly [number, number] },
): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.locator(".loading").first().waitFor({ state: "detached" });
  await page.evaluate("document.fonts.ready.then(() => null)");
  await page.waitForTimeout(300);
  const session = await page.context().newCDPSession(page);
  let picture = Buffer.alloc(0);
  for (const quality of [48, 34, 22, 12]) {
    const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality });
    picture = Buffer.from(data, "base64");
    if (picture.length <= HEAVIEST) break;
  }
  await session.detach();
  const file = `${name}-${width}-${theme}.webp`;
  await writeFile(path.join(folder, file), picture);
  taken.push(file);
}
