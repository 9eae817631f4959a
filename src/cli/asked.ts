import type { ParseArgsOptionsConfig } from "node:util";
import { cliWords } from "../words/cli/words.ts";
import { readArguments } from "./arguments.ts";
import type { Invocation } from "./commands.ts";
import { readConfig } from "./config.ts";
import type { Config } from "./config.ts";
import { readHost } from "./host.ts";
import type { ServerOptions } from "./with-server.ts";

type Read<Options extends ParseArgsOptionsConfig> = Exclude<
  ReturnType<typeof readArguments<Options>>,
  { readonly wrong: string }
>;

/**
 * What a command was asked: its options, and exactly as many words as it has names for. What is
 * wrong or missing is said in the reader's language, and null given: the command ends with 2.
 */
export function askedOf<const Options extends ParseArgsOptionsConfig>(
  { args, io, language }: Pick<Invocation, "args" | "io" | "language">,
  options: Options,
  names: readonly string[],
): Read<Options> | null {
  const say = cliWords(language);
  const read = readArguments(args, options);
  if ("wrong" in read) return (io.err(say.wrongOption(read.wrong)), null);
  const missing = names[read.positionals.length];
  if (missing !== undefined) return (io.err(say.missingArgument(missing)), null);
  const extra = read.positionals[names.length];
  if (extra !== undefined) return (io.err(say.wrongOption(extra)), null);
  return read;
}

/** The settings of the environment. What is wrong with them is said, each by its name, and null given: the command ends with 2. */
export function configOf({
  environment,
  root,
  cwd,
  io,
  language,
}: Pick<Invocation, "environment" | "root" | "cwd" | "io" | "language">): Config | null {
  const read = readConfig(environment, root, cwd);
  if (!("problems" in read)) return read.config;
  const say = cliWords(language);
  for (const { setting, value, code } of read.problems) io.err(say.setting(setting, value, code));
  return null;
}

/** Where the data of the settings is; what its server tells goes to the errors. */
export function dataOf(
  { io, pid }: Pick<Invocation, "io" | "pid">,
  { databaseUrl, dataFolder }: Pick<Config, "databaseUrl" | "dataFolder">,
): ServerOptions {
  return { databaseUrl, dataFolder, host: readHost(pid), log: (line) => io.err(line) };
}
