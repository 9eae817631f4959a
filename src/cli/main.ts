import { resolve } from "node:path";
import { cliWords } from "../words/cli/words.ts";
import { findCommand } from "./commands.ts";
import { readSurroundings } from "./config.ts";
import { languageOf } from "./language.ts";

// A reader that goes away (`plazo … | head`) is no fault of ours: what serves is told to stop, and
// lets go of its database first; what is short goes on to its end unheard.
const unheard = new Promise<void>((gone) => {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => gone());
});

async function main(words: readonly string[]): Promise<number> {
  const surroundings = readSurroundings();
  const language = languageOf(words, surroundings.environment);
  const say = cliWords(language);
  const io = {
    out: (line: string) => void process.stdout.write(`${line}\n`),
    err: (line: string) => void process.stderr.write(`${line}\n`),
    ...(process.stderr.isTTY
      ? { progress: (text: string) => void process.stderr.write(`\r${text}\u001b[K`) }
      : {}),
  };
  const found = findCommand(words);
  if (found === undefined) {
    const asked = words.length === 0 || ["help", "--help", "-h"].includes(words[0] ?? "");
    if (asked) io.out(say.usage);
    else io.err(say.unknownCommand(words.join(" ")));
    return asked ? 0 : 2;
  }
  try {
    const run = await found.load();
    const root = resolve(import.meta.dirname, "../..");
    const stopped = Promise.race([surroundings.stopped, unheard]);
    return await run({ ...surroundings, args: found.rest, io, language, root, stopped });
  } catch (fault) {
    io.err(say.fault(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)));
    return 70;
  }
}

process.exit(await main(process.argv.slice(2)));
