import { type ClausePlace, clausePlaces } from "../core/policy/clause-places.ts";
import { calendarsOf } from "../core/policy/bind.ts";
import type { ReadPack } from "../core/policy/read-pack.ts";
import { inLanguage } from "../core/policy/text.ts";
import type { Language } from "../core/policy/text.ts";
import type { RefusalCode } from "../core/refusal-codes.ts";
import { refusalsOf } from "../core/refused/cited-by.ts";
import { type Construct, constructs } from "../core/refused/construct.ts";
import type { Instant } from "../core/time/instant.ts";
import { chaptersOf } from "../site/manual/chapters.ts";
import { leafOf } from "../site/manual/leaf.ts";
import { policyExplainWords } from "../words/cli/policy-explain.ts";
import { sayClausePlace } from "../words/clause-place.ts";
import { labelIn } from "../words/conditions.ts";
import { sayTerm } from "../words/durations.ts";
import type { Output } from "./output.ts";
import { soundPackAt } from "./pack-at.ts";
import { readScenarios, type ScenarioRead } from "./scenarios.ts";

export interface ExplainPolicyArguments {
  /** A pack's file, or its folder. */
  readonly path: string;
  /** The clause to explain; null: all of them, a line each. */
  readonly clause: string | null;
  readonly json: boolean;
  readonly language: Language;
  readonly now: Instant;
}

/** Everything that a clause does in a pack. */
interface Explained {
  readonly clause: string;
  readonly places: readonly (ClausePlace & { readonly words: string; readonly written: string })[];
  readonly clocks: readonly { readonly clock: string; readonly words: string }[];
  readonly refusals: readonly RefusalCode[];
  readonly scenarios: readonly { readonly file: string; readonly name: string }[];
  readonly chapters: readonly { readonly id: string; readonly title: string }[];
}

/** What is looked in for a clause. */
interface Searched {
  readonly read: ReadPack;
  readonly scenarios: readonly ScenarioRead[];
  readonly language: Language;
  readonly chapters: readonly {
    readonly id: string;
    readonly title: string;
    readonly body: string;
  }[];
}

/**
 * `plazo policy explain PACK [CLAUSE]`: everything that a clause does in a pack: where it stands, what it
 * promises and refuses, the scenarios that prove it, the chapters that publish it; without a clause, all
 * of them, a line each. Answers the exit code: 0; 1 where the pack is wrong; 2 where it cannot be read,
 * or has no such clause.
 */
export async function policyExplain(args: ExplainPolicyArguments, io: Output): Promise<number> {
  const { language } = args;
  const pack = await soundPackAt(args.path, language, io);
  if (typeof pack === "number") return pack;
  const { read, folder } = pack;
  const { clauses } = read.policy;
  if (args.clause !== null && !clauses.includes(args.clause)) {
    io.err(policyExplainWords[language].unknown(args.clause, inOrder(clauses)));
    return 2;
  }
  const scenarios = await readScenarios(folder, read.policy);
  const searched = { read, scenarios, language, chapters: await chaptersIn(read, args) };
  const found = (args.clause === null ? inOrder(clauses) : [args.clause]).map((clause) =>
    explained(clause, searched),
  );
  if (args.json) io.out(JSON.stringify(args.clause === null ? found : found[0]));
  else if (args.clause === null) printAll(found, language, io);
  else for (const one of found) printOne(one, language, io);
  return 0;
}

/** "RD-2" before "RD-10". */
function inOrder(clauses: readonly string[]): readonly string[] {
  return clauses.toSorted((a, b) => a.localeCompare(b, "es", { numeric: true }));
}

function chaptersIn(
  { policy }: ReadPack,
  { language, now }: ExplainPolicyArguments,
): Promise<Searched["chapters"]> {
  const version = { desk: policy.desk.id, number: 1, effective: now, policy, hash: "" };
  const leaf = leafOf({
    reader: { language, chosen: false },
    here: { now, zone: policy.desk.zone, language },
    version,
    calendars: calendarsOf(policy, []),
    standing: { is: "draft", until: null },
    path: `/d/${policy.desk.id}/manual`,
    medium: "paper",
  });
  return Promise.all(
    chaptersOf(leaf).map(async ({ id, title, body }) => ({ id, title, body: String(await body) })),
  );
}

function explained(clause: string, { read, scenarios, language, chapters }: Searched): Explained {
  const { policy, source } = read;
  const saying = { policy, language };
  const places = clausePlaces(read).filter((place) => place.clause.includes(clause));
  const kinds = Object.keys(constructs) as Construct[];
  return {
    clause,
    places: places.map((place) => ({
      ...place,
      words: sayClausePlace(place, saying),
      written: source.written([...place.path]),
    })),
    clocks: policy.clocks
      .filter((rule) => rule.clause.includes(clause))
      .flatMap((rule) =>
        Object.entries(rule.within).map(([severity, term]) => ({
          clock: rule.id,
          words: policyExplainWords[language].promise(
            inLanguage(rule.label, language),
            severity === "*"
              ? policyExplainWords[language].any
              : labelIn(policy.severities, severity, language),
            sayTerm(term, language),
          ),
        })),
      ),
    refusals: kinds
      .filter((kind) => constructs[kind].all(policy).some((rule) => rule.clause.includes(clause)))
      .flatMap(refusalsOf)
      .toSorted(),
    scenarios: scenarios.flatMap((one) =>
      "scenario" in one && one.scenario.clauses.includes(clause)
        ? [{ file: one.file, name: one.scenario.name }]
        : [],
    ),
    chapters: chapters
      .filter(({ body }) => mentions(body, clause))
      .map(({ id, title }) => ({ id, title })),
  };
}

/** Whether a text names a clause, and not one that begins alike ("RD-1" in "RD-15"). */
function mentions(text: string, clause: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}-])${RegExp.escape(clause)}(?![\\p{L}\\p{N}])`, "u").test(
    text,
  );
}

function printAll(found: readonly Explained[], language: Language, io: Output): void {
  const w = policyExplainWords[language];
  if (found.length === 0) io.out(w.none);
  const wide = Math.max(0, ...found.map(({ clause }) => clause.length));
  for (const { clause, places, refusals, scenarios } of found) {
    const where = [...new Set(places.map(({ words }) => words))];
    const first = where.length > 2 ? [...where.slice(0, 2), "…"] : where;
    const count = w.counts(places.length, refusals.length, scenarios.length);
    io.out(`${clause.padEnd(wide)}  ${first.join("; ")} (${count})`);
  }
}

const MOST = 100;
const short = (text: string): string =>
  text.length > MOST ? `${text.slice(0, MOST - 1).trimEnd()}…` : text;

function printOne(found: Explained, language: Language, io: Output): void {
  const w = policyExplainWords[language];
  const section = (title: string, lines: readonly string[]): void => {
    if (lines.length === 0) return;
    io.out(title);
    for (const line of lines) io.out(`  ${line}`);
  };
  io.out(found.clause);
  section(
    w.places,
    found.places.flatMap(({ file, line, column, words, written, assumed }) => [
      `${file}:${line}:${column}: ${words}`,
      `    ${short(written)}`,
      ...(assumed === undefined ? [] : [`    ${w.reading(assumed)}`]),
    ]),
  );
  section(
    w.clocks,
    found.clocks.map(({ words }) => words),
  );
  section(
    w.refusals,
    [found.refusals.join(", ")].filter((line) => line !== ""),
  );
  section(
    w.chapters,
    [found.chapters.map(({ title }) => title).join(", ")].filter((line) => line !== ""),
  );
  section(
    w.scenarios,
    found.scenarios.map(({ file, name }) => `${file}: ${name}`),
  );
  if (found.scenarios.length === 0) io.out(w.unproved);
}
