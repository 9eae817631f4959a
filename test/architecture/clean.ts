/** A docstring, for what is planted for another reason. */
export const DOC = "/** Promises nothing: it was planted. */\n";

/** What the walls let through: a wall that catches these would be a wall against work. */
export const clean: [file: string, text: string][] = [
  [
    "src/core/clean/plain.ts",
    `import type { Known } from "../known.ts";\n\n${DOC}export function act(known: Known): number {\n  return known.size + Math.max(1, 2);\n}\n`,
  ],
  [
    "src/core/policy/parse.ts",
    `import { parse } from "yaml";\nimport { z } from "zod";\nexport const schema = z.string();\nexport const parsed: unknown = parse("a");\n`,
  ],
  [
    "src/core/calendar/compile.ts",
    `export const zero = Temporal.Instant.fromEpochMilliseconds(0);\n`,
  ],
  [
    "src/store/known.ts",
    `export interface Known {\n  size: number;\n}\nexport const text = "SELECT folio FROM ticket";\n`,
  ],
  [
    "src/store/transaction.ts",
    `${DOC}export function act(): number {\n  try {\n    return Number(JSON.parse("1"));\n  } catch {\n    return 0;\n  }\n}\n`,
  ],
  ["src/channels/outgoing.ts", `export const answer = fetch("https://example.com");\n`],
  ["src/web/api/client.ts", `export const answer = fetch("/api/v1");\n`],
  ["src/cli/config.ts", `export const home = process.env["HOME"];\n`],
  [
    "src/desk/clean/words.ts",
    `export const label = "Select a ticket from the list";\nexport const method = "DELETE";\n`,
  ],
  [
    "src/desk/clean/store.ts",
    `import type { Known } from "../../store/known.ts";\nexport type Mine = Known;\n`,
  ],
  [
    "src/http/clean/server.ts",
    `import { createServer } from "node:http";\nexport const server = createServer();\n`,
  ],
  [
    "src/http/app.test.ts",
    `import { text } from "../store/known.ts";\nexport const both = [text, process.pid, Date.now()];\n`,
  ],
];
