import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { isRefusal, refuse } from "../../core/refusal.ts";
import { importRegister } from "../../desk/register/import/import-register.ts";
import { settle } from "../../store/settle.ts";
import { cliRefusal } from "../../words/cli/refusal.ts";
import { cliWords } from "../../words/cli/words.ts";
import { askedOf, configOf } from "../asked.ts";
import type { Invocation } from "../commands.ts";
import { onDeskOf } from "../mailbox/on-plazo.ts";
import { importLines } from "./import-lines.ts";

const OPTIONS = { desk: { type: "string" }, "dry-run": { type: "boolean" } } as const;

/**
 * `plazo register import FILE --desk D [--dry-run]`: takes a CSV file of clients and contacts in, or
 * says what it would do. Answers the exit code: 0; 1 where a row has an error or the desk refuses, 2
 * where the file or the words of the command cannot be read.
 */
export async function runRegisterImport(invocation: Invocation): Promise<number> {
  const { io, language, cwd } = invocation;
  const say = cliWords(language);
  const read = askedOf(invocation, OPTIONS, ["FILE"]);
  if (read === null) return 2;
  const [path = ""] = read.positionals;
  const { desk, "dry-run": dry } = read.values;
  if (typeof desk !== "string") return (io.err(say.missingArgument("--desk")), 2);
  const config = configOf(invocation);
  if (config === null) return 2;
  const bytes = await settle(readFile(resolve(cwd, path)));
  if ("fault" in bytes) {
    const facts = { path, why: bytes.fault.code ?? bytes.fault.message };
    io.err(cliRefusal(refuse("import-unreadable", { facts }), say));
    return 2;
  }
  return onDeskOf(invocation, { config, desk }, async (plazo) => {
    const wish = { bytes: bytes.value, write: dry !== true, by: byCommand };
    const done = await importRegister(plazo, desk, wish);
    if (isRefusal(done)) return done;
    for (const line of importLines(done, language)) io.out(line);
    return done.errors === 0 ? 0 : 1;
  });
}

/** Whoever may run the command on the machine, as the audit says it. */
const byCommand = { who: "cli", name: "plazo", way: "cli", source: null };
