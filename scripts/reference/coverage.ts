import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { ROOT } from "../step.ts";
import { type Obligation, readObligations } from "./obligations.ts";

/** What keeps an obligation: the scenarios that claim it, by name, and the places of the pack that carry its clause. */
export interface Covered extends Obligation {
  readonly scenarios: readonly string[];
  readonly places: readonly string[];
}

/** What keeps each obligation of the five manuals. */
export async function readCoverage(): Promise<readonly Covered[]> {
  const obligations = await readObligations();
  const desks = new Map<string, Desk>();
  for (const desk of new Set(obligations.map((one) => one.desk)))
    desks.set(desk, await readDesk(desk));
  return obligations.map((one) => {
    const desk = desks.get(one.desk);
    const claims = desk?.scenarios.filter(({ clauses }) => clauses.includes(one.id)) ?? [];
    const scenarios = claims.map(({ name }) => name);
    return { ...one, scenarios, places: desk?.places.get(one.id) ?? [] };
  });
}

/** The table of obligations and of what keeps each, in Markdown. */
export async function coveragePage(): Promise<string> {
  const covered = await readCoverage();
  const tables = [...new Set(covered.map(({ table }) => table))];
  const kept = covered.filter(({ scenarios }) => scenarios.length > 0).length;
  return [
    "# What keeps each obligation",
    "",
    "Made by `npm run generate` from `test/coverage/obligations.yaml`, the packs and their scenarios. Do not edit it.",
    "",
    `${kept} of ${covered.length} obligations are claimed by a scenario that fails without them; the tables *to come* are not built yet.`,
    ...tables.flatMap((table) => section(table, covered)),
    "",
  ].join("\n");
}

function section(table: string, covered: readonly Covered[]): string[] {
  const rows = covered.filter((one) => one.table === table);
  const isLater = rows.every(({ later }) => later);
  return [
    "",
    `## ${table}${isLater ? " (to come)" : ""}`,
    "",
    "| clause | what it asks for | scenarios | in the pack |",
    "| --- | --- | --- | --- |",
    ...rows.map(
      ({ id, title, scenarios, places }) =>
        `| ${id} | ${title} | ${scenarios.length === 0 ? "to come" : scenarios.map(cell).join("<br>")} | ${places.map((place) => `\`${place}\``).join("<br>")} |`,
    ),
  ];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

interface Desk {
  readonly scenarios: readonly { readonly name: string; readonly clauses: readonly string[] }[];
  /** Where the pack carries a clause, by the clause. */
  readonly places: ReadonlyMap<string, readonly string[]>;
}

async function readDesk(desk: string): Promise<Desk> {
  const folder = path.join(ROOT, "policies", desk);
  const places = new Map<string, string[]>();
  const file = path.join(folder, "policy.yaml");
  if (!existsSync(file)) return { scenarios: [], places };
  for (const [clause, place] of placesIn(parse(await readFile(file, "utf8")), []))
    places.set(clause, [...(places.get(clause) ?? []), place]);
  return { scenarios: await scenariosOf(path.join(folder, "scenarios")), places };
}

async function scenariosOf(folder: string): Promise<Desk["scenarios"]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).toSorted();
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), "utf8")));
  return texts.map((text) => parse(text) as Desk["scenarios"][number]);
}

/** Every clause of a pack with the way to what carries it. */
export function* placesIn(
  value: unknown,
  way: readonly (string | number)[],
): Generator<readonly [clause: string, place: string]> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value) && "clause" in value) {
    for (const clause of [value.clause].flat()) yield [String(clause), way.join(".")];
  }
  for (const [key, inner] of Object.entries(value)) {
    if (key !== "clause") yield* placesIn(inner, [...way, key]);
  }
}
