import { describe, expect, it } from "vitest";
import type { TrackerRow } from "../../contract/tracker.ts";
import { lookedAt, newsOf } from "./news.ts";

const row = (folio: string, state = "abierto"): TrackerRow => ({
  folio,
  cells: { folio, state },
});

describe("what changed in a tracker since one last looked", () => {
  const looked = lookedAt([row("HD-3"), row("HD-2"), row("HD-1")], 0);

  it("is nothing where everything is as it was", () => {
    const { added, changed } = newsOf([row("HD-3"), row("HD-2")], looked);
    expect([added.size, changed.size]).toEqual([0, 0]);
  });

  it("is a row that came above those that were there", () => {
    const { added } = newsOf([row("HD-4"), row("HD-3")], looked);
    expect([...added]).toEqual(["HD-4"]);
  });

  it("is no older row that was only not asked for then", () => {
    const { added } = newsOf([row("HD-3"), row("HD-2"), row("HD-1"), row("HD-0")], looked);
    expect(added.size).toBe(0);
  });

  it("is a cell that says something else, by its column", () => {
    const { changed } = newsOf([row("HD-3"), row("HD-2", "resuelto")], looked);
    expect([...changed].map(([folio, columns]) => [folio, [...columns]])).toEqual([
      ["HD-2", ["state"]],
    ]);
  });

  it("is nothing for whoever never looked", () => {
    expect(newsOf([row("HD-1")], null).added.size).toBe(0);
  });

  it("is every row for whoever looked while there was none", () => {
    expect([...newsOf([row("HD-1")], lookedAt([], 0)).added]).toEqual(["HD-1"]);
  });
});
