import { resolve } from "node:path";
import { cliWords } from "../words/cli/words.ts";
import { readArguments } from "./arguments.ts";
import type { Invocation } from "./commands.ts";
import { readConfig } from "./config.ts";
import { readHost } from "./host.ts";
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
  const { args, io, language, environment, root, cwd, pid } = invocation;
  const say = cliWords(language);
  const read = readArguments(args, OPTIONS);
  if ("wrong" in read) return (io.err(say.wrongOption(read.wrong)), 2);
  const [pack, extra] = read.positionals;
  if (pack === undefined) return (io.err(say.missingArgument("PACK")), 2);
  if (extra !== undefined) return (io.err(say.wrongOption(extra)), 2);
  const { pdf, html, version: written } = read.values;
  const version = typeof written === "string" ? Number(written) : null;
  if (version !== null && (!Number.isInteger(version) || version < 1))
    return (io.err(say.wrongOption("--version")), 2);
  const settings = readConfig(environment, root, cwd);
  if ("problems" in settings) {
    for (const { setting, value, code } of settings.problems)
      io.err(say.setting(setting, value, code));
    return 2;
  }
  const { databaseUrl, dataFolder, url } = settings.config;
  const log = (line: string): void => io.err(line);
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
    onDesksOf({ databaseUrl, dataFolder, host: readHost(pid), log }),
  );
}
