import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { findChromium } from "../../scripts/chromium.ts";

/** Where the browser of the journeys stands; undefined: there is none, and they are not run. */
export const chrome = findChromium();

/** Milliseconds that a page is waited for: on processors that others use as well it takes many times as long as by itself. */
export const patience = 60_000;

const quiet = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser with a profile of its own, that speaks to nobody but the desk. */
export function openChrome(): Promise<Browser> {
  return chromium.launch({ executablePath: chrome ?? "", args: quiet });
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds wrong with a page as it stands: rule and place, nothing where all is well. What
 * React Aria reads aloud is left out: it names a button by its id for seven seconds, also where the
 * button has gone meanwhile. `drawn`: of what the page holds, only what depends on how it is drawn: colours and sizes.
 */
export async function barriers(
  page: Page,
  rules: "all" | "drawn" = "all",
): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(`${axe}; undefined`);
  const only = rules === "all" ? "{}" : `{ runOnly: ["color-contrast", "target-size"] }`;
  const within = rules === "all" ? "" : "include: [['main']], ";
  return page.evaluate<string[]>(
    `axe.run({ ${within}exclude: [['[data-live-announcer]']] }, ${only}).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 300))))`,
  );
}

/** What a page complains of as it goes: faults of its scripts, and what its security policy refused. */
export function complaintsOf(page: Page): readonly string[] {
  const heard: string[] = [];
  page.on("pageerror", (fault) => void heard.push(String(fault)));
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(message.text());
  });
  return heard;
}
