import { resolve } from "node:path";
import { cliWords } from "../../words/cli/words.ts";
import { askedOf, configOf } from "../asked.ts";
import type { Invocation } from "../commands.ts";
import { factsOfDesk } from "../mail-facts.ts";
import { mailRead } from "./mail-read.ts";

const OPTIONS = {
  json: { type: "boolean" },
  dns: { type: "boolean" },
  desk: { type: "string" },
} as const;

/** `plazo mail read FILE|FOLDER [--desk D] [--dns] [--json]`. */
export async function runMailRead(invocation: Invocation): Promise<number> {
  const { io, language, cwd } = invocation;
  const say = cliWords(language);
  const read = askedOf(invocation, OPTIONS, ["FILE"]);
  if (read === null) return 2;
  const [path = ""] = read.positionals;
  const config = configOf(invocation);
  if (config === null) return 2;
  const { desk, dns, json } = read.values;
  const asked = {
    desk: typeof desk === "string" ? desk : null,
    now: Date.now(),
    dns: dns === true,
  };
  const found = await factsOfDesk(config, asked);
  if ("known" in found) return (io.err(say.unknownDesk(asked.desk ?? "", found.known)), 2);
  const question = { path: resolve(cwd, path), json: json === true, language };
  return mailRead(question, found.facts, io);
}
