import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { cliWords } from "../../words/cli/words.ts";
import { runDemo } from "../demo.ts";
import { isUnfinished, markFinished, markUnfinished } from "./unfinished.ts";

const root = join(import.meta.dirname, "../../..");
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "plazo-demo-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("a past is unfinished from its beginning to its end", async () => {
  expect(isUnfinished(folder)).toBe(false);
  await markUnfinished(folder);
  expect(isUnfinished(folder)).toBe(true);
  await markFinished(folder);
  await markFinished(folder);
  expect(isUnfinished(folder)).toBe(false);
});

it("a demonstration whose seeding was cut off is refused, with its folder, before anything is started", async () => {
  await markUnfinished(folder);
  const said: string[] = [];
  const code = await runDemo({
    ...{ args: [], cwd: root, root, pid: process.pid, version: process.version },
    language: "es",
    stopped: Promise.resolve(),
    io: { out: (line) => void said.push(line), err: (line) => void said.push(line) },
    environment: { PLAZO_DATA: folder, PLAZO_DESKS: "minimal" },
  });
  expect(code).toBe(3);
  expect(said).toEqual([cliWords("es").demoUnfinished(folder)]);
});
