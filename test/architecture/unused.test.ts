import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

// What nobody uses is planted in a project of the same layout: an export, a file and a package, beside
// one of each that somebody does use.

const PROJECT = path.resolve(import.meta.dirname, "../..");
const NODE_MODULES = path.join(PROJECT, "node_modules");

interface Found {
  readonly file: string;
  readonly exports?: readonly { readonly name: string }[];
  readonly files?: readonly unknown[];
  readonly dependencies?: readonly { readonly name: string }[];
}

const files: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({
    name: "plazo",
    type: "module",
    dependencies: { zod: "4.6.7", hono: "4.13.19" },
  }),
  "src/cli/main.ts": `import { z } from "zod";\nimport { used } from "../core/used.ts";\nz.number().parse(used);\n`,
  "src/core/used.ts": `export const used = 1;\nexport const unused = 2;\n`,
  "src/core/alone.ts": `export const alone = 1;\n`,
};

let root = "";
let found: readonly Found[] = [];

beforeAll(async () => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), "plazo-unused-")));
  cpSync(path.join(PROJECT, "knip.json"), path.join(root, "knip.json"));
  symlinkSync(NODE_MODULES, path.join(root, "node_modules"));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const knip = path.join(NODE_MODULES, "knip/bin/knip.js");
  const output = await new Promise<string>((resolve) => {
    const args = [knip, "--no-progress", "--no-config-hints", "--reporter=json"];
    execFile(process.execPath, args, { cwd: root }, (_, out, err) => resolve(out || err));
  });
  found = (JSON.parse(output) as { issues: Found[] }).issues;
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const at = (file: string): Found | undefined => found.find((one) => one.file === file);
const names = (list: readonly { readonly name: string }[] = []): string[] =>
  list.map(({ name }) => name);

test("an export that nobody imports is found, and one that somebody does is not", () => {
  expect(names(at("src/core/used.ts")?.exports)).toEqual(["unused"]);
});

test("a file that nobody imports is found", () => {
  expect(at("src/core/alone.ts")?.files).toHaveLength(1);
});

test("a package that nobody imports is found", () => {
  expect(names(at("package.json")?.dependencies)).toEqual(["hono"]);
});
