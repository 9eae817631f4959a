import { resolve } from "node:path";
import { isCivilDate } from "../core/time/civil.ts";
import { cliWords } from "../words/cli/words.ts";
import { askedOf, configOf, dataOf } from "./asked.ts";
import type { Invocation } from "./commands.ts";
import { policySimulate } from "./policy-simulate.ts";
import { replayDesk } from "./replay-desk.ts";
import { packPath } from "./run-policy-check.ts";

const OPTIONS = {
  against: { type: "string" },
  year: { type: "boolean" },
  from: { type: "string" },
  days: { type: "string" },
  "per-day": { type: "string" },
  agents: { type: "string" },
  minutes: { type: "string" },
  seed: { type: "string" },
  worst: { type: "string" },
  tickets: { type: "string" },
  json: { type: "boolean" },
} as const;

/** Where a generated year begins unless it is said. */
const FIRST_DAY = "2026-01-01";

/** What a generated year is like unless it is said: whole numbers, each with its bounds. */
const NUMBERS = {
  days: { unless: 365, least: 1, most: 3_660 },
  "per-day": { unless: 40, least: 1, most: 100_000 },
  agents: { unless: 5, least: 1, most: 10_000 },
  minutes: { unless: 20, least: 1, most: 10_000 },
  seed: { unless: 1, least: 0, most: 2 ** 31 - 1 },
  worst: { unless: 20, least: 0, most: 10_000 },
} as const;

/** The numbers of a generated year. */
export type Numbers = Readonly<Record<keyof typeof NUMBERS, number>>;

/**
 * `plazo policy simulate DRAFT [--year] [--against PACK] [--from DATE] [--days N] [--per-day N] [--agents N]
 * [--minutes N] [--seed N] [--worst N] [--tickets FILE.csv] [--json]`: past tickets under a draft.
 */
export async function runPolicySimulate(invocation: Invocation): Promise<number> {
  const { io, language, cwd, root } = invocation;
  const say = cliWords(language);
  const read = askedOf(invocation, OPTIONS, ["PACK"]);
  if (read === null) return 2;
  const { values, positionals } = read;
  const [draft = ""] = positionals;
  const numbers = numbersOf(values);
  if (typeof numbers === "string") return (io.err(say.wrongOption(numbers)), 2);
  const from = typeof values.from === "string" ? values.from : FIRST_DAY;
  if (!isCivilDate(from)) return (io.err(say.wrongOption("--from")), 2);
  const config = configOf(invocation);
  if (config === null) return 2;
  const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
  const against = textOf(values.against);
  const tickets = textOf(values.tickets);
  const isGenerated = values.year === true || against !== null;
  return policySimulate(
    {
      draft: packPath(draft, { cwd, root }),
      against: against === null ? null : packPath(against, { cwd, root }),
      replay: isGenerated ? null : replayDesk(dataOf(invocation, config)),
      from,
      numbers,
      tickets: tickets === null ? null : resolve(cwd, tickets),
      json: values.json === true,
      language,
    },
    io,
  );
}

function numbersOf(values: Readonly<Record<string, unknown>>): Numbers | string {
  const numbers: Record<string, number> = {};
  for (const [name, { unless, least, most }] of Object.entries(NUMBERS)) {
    const given = values[name];
    const n = typeof given === "string" ? Number(given) : unless;
    if (!Number.isInteger(n) || n < least || n > most) return `--${name}`;
    numbers[name] = n;
  }
  return numbers as Numbers;
}
