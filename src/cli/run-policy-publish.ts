import type { ParseArgsOptionsConfig } from "node:util";
import { cliWords } from "../words/cli/words.ts";
import { readArguments } from "./arguments.ts";
import type { Invocation } from "./commands.ts";
import { readConfig } from "./config.ts";
import { readHost } from "./host.ts";
import { onDesksOf } from "./on-desks.ts";
import { policyExport, policyPublish } from "./policy-publish.ts";
import type { OnDesks } from "./policy-publish.ts";
import { packPath } from "./run-policy-check.ts";

interface Asked {
  readonly first: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly onDesks: OnDesks;
}

/** `plazo policy publish PACK --reason "…" [--effective "2026-12-01 09:00"]`. */
export async function runPolicyPublish(invocation: Invocation): Promise<number> {
  const { io, language, cwd, root } = invocation;
  const options = { reason: { type: "string" }, effective: { type: "string" } } as const;
  const asked = ask(invocation, options, "PACK");
  if (typeof asked === "number") return asked;
  const { reason, effective } = asked.values;
  if (typeof reason !== "string" || reason.trim() === "") {
    io.err(cliWords(language).missingArgument("--reason"));
    return 2;
  }
  const path = packPath(asked.first, { cwd, root });
  const at = typeof effective === "string" ? effective : null;
  return policyPublish({ path, reason, effective: at, language }, io, asked.onDesks);
}

/** `plazo policy export DESK [--version N]`. */
export async function runPolicyExport(invocation: Invocation): Promise<number> {
  const { io, language } = invocation;
  const asked = ask(invocation, { version: { type: "string" } }, "DESK");
  if (typeof asked === "number") return asked;
  const written = asked.values["version"];
  const version = typeof written === "string" ? Number(written) : null;
  if (version !== null && (!Number.isInteger(version) || version < 1)) {
    io.err(cliWords(language).wrongOption("--version"));
    return 2;
  }
  return policyExport({ desk: asked.first, version, language }, io, asked.onDesks);
}

function ask(
  { args, io, language, environment, root, cwd, pid }: Invocation,
  options: ParseArgsOptionsConfig,
  name: string,
): Asked | number {
  const say = cliWords(language);
  const read = readArguments(args, options);
  if ("wrong" in read) return (io.err(say.wrongOption(read.wrong)), 2);
  const [first, extra] = read.positionals;
  if (first === undefined) return (io.err(say.missingArgument(name)), 2);
  if (extra !== undefined) return (io.err(say.wrongOption(extra)), 2);
  const settings = readConfig(environment, root, cwd);
  if ("problems" in settings) {
    for (const { setting, value, code } of settings.problems)
      io.err(say.setting(setting, value, code));
    return 2;
  }
  const { databaseUrl, dataFolder } = settings.config;
  const log = (line: string): void => io.err(line);
  const server = { databaseUrl, dataFolder, host: readHost(pid), log };
  return { first, values: read.values, onDesks: onDesksOf(server) };
}
