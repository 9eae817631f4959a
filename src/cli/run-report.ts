import { resolve } from "node:path";
import { cliWords } from "../words/cli/words.ts";
import { readArguments } from "./arguments.ts";
import { configOf, dataOf } from "./asked.ts";
import type { Invocation } from "./commands.ts";
import { onDesksOf } from "./on-desks.ts";
import { report } from "./report.ts";

const options = {
  week: { type: "string" },
  weeks: { type: "string", default: "1" },
  json: { type: "boolean", default: false },
  csv: { type: "boolean", default: false },
  pdf: { type: "string" },
} as const;

interface Values {
  readonly week?: string;
  readonly weeks: string;
  readonly json: boolean;
  readonly csv: boolean;
  readonly pdf?: string;
}

/** `plazo report DESK [--week 2026-W46] [--weeks 1] [--json | --csv | --pdf FILE]`. */
export function runReport(invocation: Invocation): Promise<number> {
  const { args, io, language, cwd } = invocation;
  const say = cliWords(language);
  const wrong = (text: string): Promise<number> => {
    io.err(text);
    return Promise.resolve(2);
  };
  const read = readArguments(args, options);
  if ("wrong" in read) return wrong(say.wrongOption(read.wrong));
  const [desk, extra] = read.positionals;
  if (desk === undefined) return wrong(say.missingArgument("DESK"));
  if (extra !== undefined) return wrong(say.wrongOption(extra));
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/u.test(desk)) return wrong(say.wrongOption(desk));
  const { week, weeks: written, json, csv, pdf } = read.values as Values;
  const weeks = Number(written);
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > 52)
    return wrong(say.wrongOption(`--weeks ${written}`));
  if ([json, csv, pdf !== undefined].filter(Boolean).length > 1)
    return wrong(say.wrongOption(csv ? "--csv" : "--json"));
  const config = configOf(invocation);
  if (config === null) return Promise.resolve(2);
  const { url } = config;
  const onDesks = onDesksOf(dataOf(invocation, config));
  const as = json ? "json" : csv ? "csv" : "text";
  const file = pdf === undefined ? undefined : resolve(cwd, pdf);
  return report({ language, io, onDesks, url }, { desk, week, weeks, as, pdf: file });
}
