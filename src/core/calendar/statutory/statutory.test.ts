import { describe, expect, it } from "vitest";
import { MEXICO, VENEZUELA } from "../../../../test/kit/holidays.ts";
import { weekdayOf } from "../../time/civil.ts";
import { MX_LFT } from "./mx-lft.ts";
import { statutoryDays } from "./rule.ts";
import { STATUTORY_TABLES } from "./tables.ts";
import { VE_LOTTT } from "./ve-lottt.ts";

const monthDays = (table: typeof MX_LFT, year: number): string =>
  statutoryDays(table, year)
    .map(({ date }) => date.slice(5))
    .join(" ");

const YEARS = Array.from({ length: 21 }, (_, i) => 2020 + i);

describe("statutory holidays", () => {
  it.each(YEARS)("of Mexico in %i are those of LFT art. 74", (year) => {
    expect(monthDays(MX_LFT, year)).toBe(MEXICO[year]);
  });

  it.each(YEARS)("of Venezuela in %i are those of LOTTT art. 184", (year) => {
    expect(monthDays(VE_LOTTT, year)).toBe(VENEZUELA[year]);
  });

  it("put the Mexican handover on 1 December until 2018 and on 1 October from 2024", () => {
    const handovers = Array.from({ length: 30 }, (_, i) => 2006 + i).flatMap((year) =>
      statutoryDays(MX_LFT, year)
        .filter(({ rule }) => rule.kind === "every")
        .map(({ date }) => date),
    );
    expect(handovers).toEqual([
      "2006-12-01",
      "2012-12-01",
      "2018-12-01",
      "2024-10-01",
      "2030-10-01",
    ]);
  });

  it("name each day in two languages, with its article and its rule", () => {
    for (const table of STATUTORY_TABLES.values()) {
      for (const day of statutoryDays(table, 2024)) {
        expect(day.name.es).not.toBe("");
        expect(day.name.en).not.toBe("");
        expect(day.source).toMatch(/^(LFT art\. 74, fr\. [IV]+|LOTTT art\. 184)/);
        expect(day.date.startsWith("2024-")).toBe(true);
      }
    }
  });

  it("keep Carnival on a Monday and a Tuesday, the Holy days on a Thursday and a Friday", () => {
    for (const year of YEARS) {
      const days = statutoryDays(VE_LOTTT, year).filter(({ rule }) => rule.kind === "easter");
      expect(days.map(({ date }) => weekdayOf(date))).toEqual(["mon", "tue", "thu", "fri"]);
    }
  });
});
