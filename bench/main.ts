// npm run bench [-- PART…] [--write]: one JSON line for each figure; fails where one does not hold. With
// `--write` the page of figures is written; with parts, their rows of it.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Figure, Figures } from "./figure.ts";
import { root } from "./kit/plazo.ts";
import { machine } from "./machine.ts";
import { renewed, report } from "./report.ts";

const parts: Readonly<Record<string, () => Promise<{ figures: Figures }>>> = {
  "business-time": () => import("./business-time.ts"),
  clocks: () => import("./clocks.ts"),
  tickets: () => import("./tickets.ts"),
  backtest: () => import("./backtest.ts"),
  form: () => import("./form.ts"),
  start: () => import("./start.ts"),
  queue: () => import("./queue.ts"),
  search: () => import("./search.ts"),
  filing: () => import("./filing.ts"),
  workspace: () => import("./workspace.ts"),
  live: () => import("./live.ts"),
  chat: () => import("./chat.ts"),
  mail: () => import("./mail.ts"),
  boards: () => import("./boards.ts"),
};

const asked = process.argv.slice(2).filter((word) => word !== "--write");
const unknown = asked.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}". Parts: ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}

// Whoever stops the bench stops what it started: that ends with this process's own end.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const measured: Figure[] = [];
for (const [name, load] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const { figures } = await load();
  for await (const figure of figures()) {
    measured.push(figure);
    console.log(JSON.stringify(figure));
    if (!figure.ok) process.exitCode = 1;
  }
}

if (process.argv.includes("--write")) {
  const file = join(root, "docs/reference/bench.md");
  const about = await machine();
  const date = about.find(([name]) => name === "Date")?.[1] ?? "";
  const page =
    asked.length === 0
      ? report(about, measured)
      : renewed(await readFile(file, "utf8"), measured, { parts: asked, date });
  await writeFile(file, page);
}
