import { resolve } from "node:path";
import { cliWords } from "../../words/cli/words.ts";
import { readArguments } from "../arguments.ts";
import type { Invocation } from "../commands.ts";
import { readConfig } from "../config.ts";
import { factsOfDesk } from "../mail-facts.ts";
import { mailRead } from "./mail-read.ts";

const OPTIONS = {
  json: { type: "boolean" },
  dns: { type: "boolean" },
  desk: { type: "string" },
} as const;

/** `plazo mail read FILE|FOLDER [--desk D] [--dns] [--json]`. */
export async function runMailRead({
  args,
  io,
  language,
  cwd,
  root,
  environment,
}: Invocation): Promise<number> {
  const say = cliWords(language);
  const read = readArguments(args, OPTIONS);
  if ("wrong" in read) return (io.err(say.wrongOption(read.wrong)), 2);
  const [path, extra] = read.positionals;
  if (path === undefined) return (io.err(say.missingArgument("FILE")), 2);
  if (extra !== undefined) return (io.err(say.wrongOption(extra)), 2);
  const settings = readConfig(environment, root, cwd);
  if ("problems" in settings) {
    for (const { setting, value, code } of settings.problems)
      io.err(say.setting(setting, value, code));
    return 2;
  }
  const { desk, dns, json } = read.values;
  const asked = {
    desk: typeof desk === "string" ? desk : null,
    now: Date.now(),
    dns: dns === true,
  };
  const found = await factsOfDesk(settings.config, asked);
  if ("known" in found) return (io.err(say.unknownDesk(asked.desk ?? "", found.known)), 2);
  const question = { path: resolve(cwd, path), json: json === true, language };
  return mailRead(question, found.facts, io);
}
