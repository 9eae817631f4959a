import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clean, DOC } from "./clean.ts";

// Every wall is tried: a project of the same layout is planted with one violation a file, the real
// linter and the real compiler run over it once, and each file must be caught by its own wall alone.

const PROJECT = path.resolve(import.meta.dirname, "../..");
const NODE_MODULES = path.join(PROJECT, "node_modules");
const LAYERS = [
  "core",
  "words",
  "contract",
  "store",
  "desk",
  "channels",
  "jobs",
  "site",
  "http",
  "cli",
  "web",
] as const;
type Layer = (typeof LAYERS)[number];

// Written out again, on purpose: the linter's own table must not be the measure of itself.
const FORBIDDEN: Record<Layer, Layer[]> = {
  core: ["words", "contract", "store", "desk", "channels", "jobs", "site", "http", "cli", "web"],
  words: ["contract", "store", "desk", "channels", "jobs", "site", "http", "cli", "web"],
  contract: ["words", "store", "desk", "channels", "jobs", "site", "http", "cli", "web"],
  store: ["words", "contract", "desk", "channels", "jobs", "site", "http", "cli", "web"],
  desk: ["channels", "jobs", "site", "http", "cli", "web"],
  channels: ["jobs", "site", "http", "cli", "web"],
  jobs: ["site", "http", "cli", "web"],
  site: ["store", "jobs", "http", "cli", "web"],
  http: ["store", "jobs", "cli", "web"],
  cli: ["web"],
  web: ["store", "desk", "channels", "jobs", "site", "http", "cli"],
};

interface Planted {
  file: string;
  rule: string;
  text: string;
  /** What else catches it. */
  also?: string[];
}

const pairs: Planted[] = LAYERS.flatMap((layer) =>
  FORBIDDEN[layer].map((other) => ({
    file: `src/${layer}/planted/knows-${other}.ts`,
    rule: "plazo(layers)",
    text: `import type { Known } from "../../${other}/known.ts";\nexport type Mine = Known;\n`,
  })),
);

const long = (lines: number) => `${"// line\n".repeat(lines)}export const last = 1;\n`;
const body = "  total += 1;\n".repeat(61);

const planted: Planted[] = [
  ...pairs,
  ...[
    ["re-exports a layer", "desk", `export type { Known } from "../../jobs/known.ts";`],
    ["imports a layer late", "http", `export const late = import("../../store/known.ts");`],
    [
      "knows the tests",
      "desk",
      `import type { Known } from "../../../test/known.ts";\nexport type Mine = Known;`,
    ],
  ].map(([name, layer, text]) => plant("plazo(layers)", layer, name, text)),
  ...[
    ["node", "core", `import { join } from "node:path";\nexport const joined = join("a", "b");`],
    ["zod", "core", `import { z } from "zod";\nexport const schema = z.string();`],
    ["yaml", "words", `import { parse } from "yaml";\nexport const parsed: unknown = parse("a");`],
    ["hono", "contract", `import { Hono } from "hono";\nexport const app = new Hono();`],
    ["node", "web", `import { join } from "node:path";\nexport const joined = join("a", "b");`],
    ["pg", "desk", `import type { Client } from "pg";\nexport type Mine = Client;`],
    [
      "nodemailer",
      "jobs",
      `import { createTransport } from "nodemailer";\nexport const made = createTransport;`,
    ],
  ].map(([name, layer, text]) => plant("plazo(packages)", layer, `takes ${name}`, text)),
  ...["core", "words", "contract"].flatMap((layer) =>
    [
      ["clock", `export const now = Date.now();`],
      ["new date", `export const now = new Date(0);`],
      ["chance", `export const chance = Math.random();`],
      ["performance", `export const now = performance.now();`],
      ["temporal now", `export const now = Temporal.Now.instant();`],
      ["random id", `export const id = crypto.randomUUID();`],
      ["timer", `export const timer = setTimeout(() => {}, 1);`],
      ["interval", `export const timer = setInterval(() => {}, 1);`],
      ["storage", `export const kept = localStorage.getItem("a");`],
    ].map(([name, text]) => plant("plazo(purity)", layer, `reads ${name}`, text)),
  ),
  plant(
    "plazo(purity)",
    "desk",
    "temporal",
    `export const zero = Temporal.Instant.fromEpochMilliseconds(0);`,
  ),
  plant(
    "plazo(purity)",
    "core",
    "temporal",
    `export const zero = Temporal.Instant.fromEpochMilliseconds(0);`,
  ),
  ...[
    ["select", `export const text = "SELECT folio FROM ticket";`],
    ["insert", `export const text = \`INSERT INTO ticket VALUES (1)\`;`],
    ["update", `export const text = "\\n  UPDATE ticket SET state = 1";`],
    ["lower case", `export const text = "delete from ticket";`],
    ["cte", `export const text = "with due as (select 1 from ticket)";`],
    [
      "tagged",
      `declare const sql: (text: TemplateStringsArray) => string;\nexport const text = sql\`x\`;`,
    ],
  ].map(([name, text]) => plant("plazo(no-sql)", "desk", `sql ${name}`, text)),
  plant("plazo(no-process)", "desk", "environment", `export const home = process.env["HOME"];`),
  plant(
    "plazo(no-process)",
    "store",
    "imported process",
    `import process from "node:process";\nexport const pid = process.pid;`,
  ),
  {
    ...plant("plazo(no-process)", "cli", "", `export const home = process.env["HOME"];`),
    file: "src/cli/serve.ts",
  },
  plant("plazo(outgoing)", "jobs", "fetch", `export const answer = fetch("https://example.com");`),
  plant(
    "plazo(outgoing)",
    "channels",
    "http request",
    `import { request } from "node:http";\nexport const made = request;`,
  ),
  plant(
    "plazo(outgoing)",
    "web",
    "socket",
    `export const socket = new WebSocket("wss://example.com");`,
  ),
  plant(
    "plazo(catch)",
    "desk",
    "catch",
    `${DOC}export function act(): void {\n  try {\n    JSON.parse("");\n  } catch {}\n}`,
  ),
  plant(
    "plazo(catch)",
    "desk",
    "promise catch",
    `export const done = Promise.resolve(1).catch(() => 2);`,
  ),
  plant("plazo(no-reexport)", "core", "barrel", `export * from "../known.ts";`),
  plant("plazo(no-reexport)", "core", "named", `export type { Known } from "../known.ts";`),
  plant(
    "plazo(no-reexport)",
    "core",
    "by hand",
    `import type { Known } from "../known.ts";\nexport type { Known };`,
  ),
  plant(
    "plazo(extensions)",
    "core",
    "js",
    `import type { Known } from "../known.js";\nexport type Mine = Known;`,
  ),
  plant(
    "plazo(extensions)",
    "core",
    "bare",
    `import type { Known } from "../known";\nexport type Mine = Known;`,
  ),
  plant("plazo(docstring)", "core", "function", `export function act(): number {\n  return 1;\n}`),
  plant("plazo(docstring)", "core", "arrow", `export const act = (): number => 1;`),
  plant("import(no-default-export)", "core", "default", `const one = 1;\nexport default one;`),
  plant("eslint(max-lines)", "core", "long", long(400)),
  plant(
    "eslint(max-lines-per-function)",
    "core",
    "long function",
    `${DOC}export function act(): number {\n  let total = 0;\n${body}  return total;\n}`,
  ),
  plant(
    "eslint(max-params)",
    "core",
    "parameters",
    `${DOC}export function act(a: number, b: number, c: number, d: number): number {\n  return a + b + c + d;\n}`,
  ),
  plant("eslint(no-unused-vars)", "core", "unused", `const unused = 1;\nexport const used = 2;`),
  plant("typescript(no-explicit-any)", "core", "any", `export const anything: any = 1;`),
  plant(
    "typescript(no-floating-promises)",
    "desk",
    "floating",
    `${DOC}export function act(): void {\n  Promise.resolve(1);\n}`,
  ),
  plant(
    "typescript(switch-exhaustiveness-check)",
    "core",
    "switch",
    `${DOC}export function act(kind: "a" | "b"): void {\n  switch (kind) {\n    case "a":\n      break;\n  }\n}`,
  ),
  plant("eslint(no-console)", "desk", "console", `console.log("here");\nexport const one = 1;`),
  {
    ...plant("plazo(purity)", "core", "console", `console.log("here");\nexport const one = 1;`),
    also: ["eslint(no-console)"],
  },
  plant("eslint(eqeqeq)", "core", "loose", `export const same = (1 as number) == 2;`),
  plant("eslint(no-var)", "core", "var", `export var one = 1;`),
  plant("eslint(prefer-const)", "core", "let", `let one = 1;\nexport const two = one + 1;`),
  plant(
    "typescript(no-non-null-assertion)",
    "core",
    "asserted",
    `declare const one: string | null;\nexport const two = one!.length;`,
  ),
  plant("typescript(await-thenable)", "desk", "awaits", `export const one = await (1 as number);`),
  plant(
    "typescript(no-misused-promises)",
    "desk",
    "condition",
    `declare const done: Promise<boolean>;\nexport const one = done ? 1 : 2;`,
  ),
  plant("typescript(ban-ts-comment)", "core", "ignored", `// @ts-ignore\nexport const one = 1;`),
  plant(
    "import(no-cycle)",
    "desk",
    "goes round",
    `import { there } from "./comes-round.ts";\nexport const here: number = there + 1;`,
  ),
  plant(
    "import(no-cycle)",
    "desk",
    "comes round",
    `import { here } from "./goes-round.ts";\nexport const there: number = here + 1;`,
  ),
];

function plant(
  rule: string,
  ...[layer = "core", name = "", text = ""]: (string | undefined)[]
): Planted {
  return {
    file: `src/${layer}/planted/${name.replaceAll(" ", "-")}.ts`,
    rule,
    text: `${text}
`,
  };
}

let root = "";
let found: Map<string, Set<string>>;
let compiled = "";

// What the compiler refuses without any linter.
const refused: [file: string, code: string, text: string][] = [
  [
    "src/core/refused/breach.ts",
    "TS6307",
    `import type { Known } from "../../store/apart.ts";\nexport type Mine = Known;\n`,
  ],
  ["src/core/refused/enum.ts", "TS1294", `export enum Kind {\n  A,\n}\n`],
  ["src/core/refused/process.ts", "TS2591", `export const home = process.env["HOME"];\n`],
  ["src/core/refused/unchecked.ts", "TS2322", `export const one: string = ["a"][0];\n`],
  [
    "src/core/refused/optional.ts",
    "TS2375",
    `const none = undefined as string | undefined;\nexport const one: { a?: string } = { a: none };\n`,
  ],
  [
    "src/core/refused/type.ts",
    "TS1484",
    `import { Known } from "../known.ts";\nexport type Mine = Known;\n`,
  ],
];

function put(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

function run(tool: string, args: string[]): Promise<string> {
  return new Promise((resolve) => {
    const options = { cwd: root, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [path.join(NODE_MODULES, tool), ...args], options, (_, out, err) =>
      resolve(out === "" ? err : out),
    );
  });
}

async function lint(): Promise<Map<string, Set<string>>> {
  const output = await run("oxlint/bin/oxlint", ["--format=json", "src"]);
  const { diagnostics } = JSON.parse(output) as {
    diagnostics: { code: string; filename: string }[];
  };
  const byFile = new Map<string, Set<string>>();
  for (const { code, filename } of diagnostics) {
    const file = path.relative(root, path.resolve(root, filename));
    byFile.set(file, (byFile.get(file) ?? new Set()).add(code));
  }
  return byFile;
}

beforeAll(async () => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), "plazo-guards-")));
  for (const part of [".oxlintrc.json", "tsconfig.base.json", "package.json", "scripts/lint"]) {
    cpSync(path.join(PROJECT, part), path.join(root, part), { recursive: true });
  }
  symlinkSync(NODE_MODULES, path.join(root, "node_modules"));
  for (const layer of LAYERS) {
    const settings = `src/${layer}/tsconfig.json`;
    cpSync(path.join(PROJECT, settings), path.join(root, settings));
    put(`src/${layer}/known.ts`, "export interface Known {\n  size: number;\n}\n");
  }
  put("test/known.ts", "export interface Known {\n  size: number;\n}\n");
  for (const { file, text } of planted) put(file, text);
  for (const [file, text] of clean) put(file, text);
  found = await lint();
  // The compiler names a file of another project once, so this breach has a file of its own.
  put("src/store/apart.ts", "export interface Known {\n  size: number;\n}\n");
  for (const [file, , text] of refused) put(file, text);
  compiled = await run("typescript/bin/tsc", ["-b", "src/core", "--pretty", "false"]);
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe("the linter", () => {
  test.each(planted.map(({ file, rule, also = [] }) => [file, rule, also] as const))(
    "catches %s by %s",
    (file, rule, also) => {
      const barrel = file.endsWith("re-exports-a-layer.ts") ? ["plazo(no-reexport)"] : [];
      expect([...(found.get(file) ?? [])].sort()).toEqual([rule, ...also, ...barrel].sort());
    },
  );

  test("has no rule of ours without a planted violation", () => {
    const { rules } = JSON.parse(readFileSync(path.join(PROJECT, ".oxlintrc.json"), "utf8")) as {
      rules: Record<string, unknown>;
    };
    const set = Object.keys(rules).filter((rule) => rules[rule] !== "off");
    const tried = new Set(planted.map(({ rule }) => rule));
    expect(set.filter((rule) => !tried.has(rule.replace("/", "(") + ")"))).toEqual([]);
  });

  test.each(clean.map(([file]) => file))("lets %s pass", (file) => {
    expect([...(found.get(file) ?? [])]).toEqual([]);
  });
});

describe("the compiler", () => {
  test.each(refused.map(([file, code]) => [file, code] as const))(
    "refuses %s with %s",
    (file, code) => {
      const lines = compiled.split("\n").filter((line) => line.startsWith(file));
      expect(lines.map((line) => /error (TS\d+)/.exec(line)?.[1])).toContain(code);
    },
  );
});
