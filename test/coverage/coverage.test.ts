import { describe, expect, it } from "vitest";
import { coveragePage, readCoverage } from "../../scripts/reference/coverage.ts";
import { projectText } from "../kit/policy-packs.ts";

/** Obligations of which the scenario is not written yet: this list only shrinks, and goes when it is empty. */
const NOT_YET: readonly string[] = [
  "FI-1",
  "FI-2",
  "FI-4",
  "FI-5",
  "FI-6",
  "FI-7",
  "FI-8",
  "FI-9",
  "FI-13",
  "FI-14",
  "RD-1",
  "RD-2",
  "RD-12",
  "RD-3",
  "RD-4",
  "RD-5",
  "RD-6",
  "RD-7",
  "RD-10",
  "RD-16",
  "FI-3",
  "RD-15",
  "RD-15c",
  "RD-11",
  "RD-13",
  "FI-11",
  "RD-14",
  "FI-10",
  "RD-8",
  "FI-12",
  "RD-9",
];

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
    expect(missing.filter((id) => !NOT_YET.includes(id))).toEqual([]);
  });

  it("are each carried by a place of the pack", () => {
    const missing = built.filter(({ places }) => places.length === 0).map(({ id }) => id);
    expect(missing.filter((id) => !NOT_YET.includes(id))).toEqual([]);
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
