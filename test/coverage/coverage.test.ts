import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { coveragePage, placesIn, readCoverage } from "../../scripts/reference/coverage.ts";
import { projectText } from "../kit/policy-packs.ts";

describe("the obligations of the five manuals", async () => {
  const covered = await readCoverage();
  const built = covered.filter(({ later }) => !later);

  it("are eighty-four, each once, each of a desk that has a pack", () => {
    expect(covered).toHaveLength(84);
    expect(new Set(covered.map(({ id }) => id)).size).toBe(84);
    expect(covered.filter(({ desk }) => desk === "")).toEqual([]);
  });

  it("are each claimed by a scenario, but for the tables to come", () => {
    const missing = built.filter(({ scenarios }) => scenarios.length === 0).map(({ id }) => id);
    expect(missing).toEqual([]);
  });

  it("are each carried by a place of the pack", () => {
    const missing = built.filter(({ places }) => places.length === 0).map(({ id }) => id);
    expect(missing).toEqual([]);
  });

  it("are all that the packs quote: no clause is misspelt", () => {
    const known = new Set(covered.map(({ id }) => id));
    for (const desk of new Set(covered.map((one) => one.desk))) {
      const pack: unknown = parse(projectText(`policies/${desk}/policy.yaml`));
      const quoted = [...placesIn(pack, [])].map(([clause]) => clause);
      expect(quoted.filter((clause) => !known.has(clause))).toEqual([]);
    }
  });

  it("of the tables to come are listed by name", () => {
    const page = projectText("docs/reference/coverage.md");
    for (const { id } of covered.filter(({ later }) => later)) expect(page).toContain(`| ${id} |`);
  });
});

describe("the table of coverage", () => {
  it("is the committed one: run the generation when a scenario comes or goes", async () => {
    expect(await coveragePage()).toBe(projectText("docs/reference/coverage.md"));
  });
});
