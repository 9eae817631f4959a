import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { ROOT } from "../step.ts";

const Titles = z.record(z.string(), z.string());
const Tables = z.strictObject({
  desks: z.record(z.string(), z.string()),
  intake: Titles,
  severity: Titles,
  clocks: Titles,
  told: Titles,
  later: z.record(z.string(), Titles),
});

/** Something that a desk's manual obliges it to. */
export interface Obligation {
  readonly id: string;
  readonly title: string;
  readonly table: string;
  /** The folder of the desk's pack. */
  readonly desk: string;
  /** Its table is not built yet: no scenario can claim it. */
  readonly later: boolean;
}

const TABLES = {
  intake: "Intake",
  severity: "Severity, levels, escalation",
  clocks: "Clocks",
  told: "What the client is told",
} as const;

/** Every obligation of the five manuals, in the order of their tables. */
export async function readObligations(): Promise<readonly Obligation[]> {
  const text = await readFile(path.join(ROOT, "test/coverage/obligations.yaml"), "utf8");
  const source = Tables.parse(parse(text));
  const now = (Object.keys(TABLES) as (keyof typeof TABLES)[]).flatMap((key) =>
    obligationsOf(source[key], { table: TABLES[key], desks: source.desks, later: false }),
  );
  const later = Object.entries(source.later).flatMap(([table, titles]) =>
    obligationsOf(titles, { table, desks: source.desks, later: true }),
  );
  return [...now, ...later];
}

function obligationsOf(
  titles: Readonly<Record<string, string>>,
  of: { readonly table: string; readonly desks: Record<string, string>; readonly later: boolean },
): Obligation[] {
  return Object.entries(titles).map(([id, title]) => {
    const desk = of.desks[id.slice(0, 2)] ?? "";
    return { id, title, table: of.table, desk, later: of.later };
  });
}
