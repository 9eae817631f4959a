import { parseArgs } from "node:util";
import type { ParseArgsOptionsConfig } from "node:util";

/** A command's options and the words that remain, or what is wrong with them in the parser's words. */
export function readArguments<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
) {
  const known = { ...options, lang: { type: "string" } } as const;
  const wrong = args.find(
    (word) => word.startsWith("--") && !Object.hasOwn(known, word.slice(2).split("=")[0] ?? ""),
  );
  if (wrong !== undefined) return { wrong };
  const { values, positionals } = parseArgs({
    args: [...args],
    options: known,
    allowPositionals: true,
    strict: false,
  });
  const valued = Object.entries(known).find(
    ([name, option]) => option.type === "string" && values[name] === true,
  );
  if (valued !== undefined) return { wrong: `--${valued[0]}` };
  const { lang } = values;
  return lang === undefined || lang === "es" || lang === "en"
    ? { values, positionals }
    : { wrong: `--lang ${String(lang)} (es, en)` };
}
