import type { Page } from "playwright-core";
import { findChromium } from "../scripts/chromium.ts";
import { median, told, under } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { dataFolder, startPlazo } from "./kit/plazo.ts";

const BAR = 20 * 1024;
/** Milliseconds within which the form takes its first letter on a slow telephone. */
const USABLE = 1_500;

/** 400 kbit/s each way with 400 ms to every answer, and a processor at a fourth of this machine's. */
const slow = { bytesPerSecond: 400_000 / 8, latency: 400, processor: 4 } as const;
/** The middle one of so many openings, each in a browser that has nothing of it. */
const OPENINGS = 5;

/** Forms that are measured: the plainest, and one that offers articles. */
const forms = [
  { desk: "hib2b", named: "the form" },
  { desk: "cfd-connect", named: "a form with articles" },
] as const;

/** What a browser receives for the form (the page, its style and its scripts, as they are compressed), and how soon it can be written in. */
export async function* figures(): AsyncGenerator<Figure> {
  const data = await dataFolder();
  const plazo = await startPlazo(data.path, { PLAZO_ROLE: "web", PLAZO_LOG: "warn" });
  for (const { desk, named } of forms) {
    const path = `/d/${desk}/ayuda`;
    const page = await received(new URL(path, plazo.url));
    const linked = [
      ...page.text.matchAll(/<(?:link|script)[^>]*\s(?:href|src)="(\/assets\/[^"]+)"/gu),
    ];
    const assets = await Promise.all(
      linked.map(([, asset = ""]) => received(new URL(asset, plazo.url))),
    );
    const all = assets.reduce((sum, { bytes }) => sum + bytes, page.bytes);
    yield told({ figure: `${named}, its page alone`, value: page.bytes, unit: "bytes" });
    const parts = `${named} with its style, scripts and icon`;
    yield under({ figure: parts, value: all, unit: "bytes" }, BAR);
    const opened = await openedIn(new URL(path, plazo.url));
    if (opened === null) continue;
    const how = "on 400 kbit/s, 400 ms to each answer, processor slowed four times";
    const usable = { figure: `${named} ${how}: usable in`, value: opened.usable, unit: "ms" };
    yield under(usable, USABLE);
    const whole = { figure: `${named} ${how}: its scripts have run in`, value: opened.scripts };
    yield told({ ...whole, unit: "ms" });
  }
  await plazo.stop();
  await data.remove();
}

/**
 * Milliseconds from the press that opens the form until it is drawn and its first box takes a letter
 * (it needs no script for that), and until its scripts have run; the middle ones of several openings.
 * Null where there is no browser. What is emulated is the wait for each answer and the line's width,
 * within the browser: no connection is set up over it.
 */
async function openedIn(
  url: URL,
): Promise<{ readonly usable: number; readonly scripts: number } | null> {
  const executablePath = findChromium();
  if (executablePath === undefined) return null;
  // Only who has a browser loads what drives it.
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  });
  const usable: number[] = [];
  const scripts: number[] = [];
  for (let i = 0; i < OPENINGS; i += 1) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await slowed(page);
    await page.goto(url.href, { waitUntil: "load" });
    const [drawn = 0, ran = 0] = await page.evaluate<readonly number[]>(opened);
    usable.push(drawn);
    scripts.push(ran);
    await context.close();
  }
  await browser.close();
  return { usable: median(usable), scripts: median(scripts) };
}

async function slowed(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: slow.latency,
    downloadThroughput: slow.bytesPerSecond,
    uploadThroughput: slow.bytesPerSecond,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slow.processor });
}

/** Said in the page: its first paint with content, and the end of its deferred scripts; throws where no box can be written in. */
const opened = `new Promise((done, fail) => {
  const box = document.querySelector("textarea, input:not([type=hidden]):not([tabindex='-1'])");
  box?.focus();
  if (box === null || document.activeElement !== box) return fail(new Error("nothing can be written in"));
  new PerformanceObserver((list) => {
    const [{ startTime } = {}] = list.getEntriesByName("first-contentful-paint");
    if (startTime === undefined) return;
    const [{ domContentLoadedEventEnd }] = performance.getEntriesByType("navigation");
    done([Math.round(startTime), Math.round(domContentLoadedEventEnd)]);
  }).observe({ type: "paint", buffered: true });
})`;

/** An answer's bytes as they came over the wire, and its text. Throws where it is no 200. */
async function received(url: URL): Promise<{ readonly bytes: number; readonly text: string }> {
  const answer = await fetch(url, { headers: { "accept-encoding": "br" } });
  if (!answer.ok) throw new Error(`${url.pathname}: ${answer.status}`);
  const text = await answer.text();
  const length = answer.headers.get("content-length");
  return { bytes: length === null ? Buffer.byteLength(text) : Number(length), text };
}
