import { resolve } from "node:path";
import { cliWords } from "../words/cli/words.ts";
import { askedOf, configOf, dataOf } from "./asked.ts";
import type { Invocation } from "./commands.ts";
import { manual } from "./manual.ts";
import { onDesksOf } from "./on-desks.ts";
import { packPath } from "./run-policy-check.ts";

const OPTIONS = {
  pdf: { type: "string" },
  html: { type: "string" },
  version: { type: "string" },
} as const;

/** `plazo manual PACK [--pdf FILE] [--html FILE] [--version N] [--lang es|en]`. */
export async function runManual(invocation: Invocation): Promise<number> {
  const { io, language, root, cwd } = invocation;
  const say = cliWords(language);
  const read = askedOf(invocation, OPTIONS, ["PACK"]);
  if (read === null) return 2;
  const [pack = ""] = read.positionals;
  const { pdf, html, version: written } = read.values;
  const version = typeof written === "string" ? Number(written) : null;
  if (version !== null && (!Number.isInteger(version) || version < 1))
    return (io.err(say.wrongOption("--version")), 2);
  const config = configOf(invocation);
  if (config === null) return 2;
  const { url } = config;
  const file = (given: unknown): string | null =>
    typeof given === "string" ? resolve(cwd, given) : null;
  return manual(
    {
      path: packPath(pack, { cwd, root }),
      pdf: file(pdf),
      page: file(html),
      version,
      language,
      url,
      now: Date.now(),
    },
    io,
    onDesksOf(dataOf(invocation, config)),
  );
}
