import { describe, expect, it } from "vitest";
import { checkCalendar } from "./check.ts";
import type { CalendarSource } from "./source.ts";

const SOUND: CalendarSource = {
  id: "oficina",
  zone: "America/Mexico_City",
  weekly: {
    mon: [
      ["09:00", "14:00"],
      ["16:00", "19:00"],
    ],
    fri: [["22:00", "06:00"]],
  },
  statutory: ["mx-lft", "ve-lottt"],
  closedDates: [{ date: "2026-12-24" }],
  exceptions: [{ date: "2026-12-31", open: [["09:00", "13:00"]] }],
  breaks: { "2026-11-24": [["12:00", "15:30"]] },
};

describe("checking a calendar", () => {
  it("finds nothing in a sound one", () => {
    expect(checkCalendar(SOUND)).toEqual([]);
    expect(checkCalendar({ ...SOUND, weekly: { sat: [["00:00", "24:00"]] } })).toEqual([]);
  });

  it("finds nothing wrong with hours that touch, through midnight too", () => {
    const weekly = { mon: [["22:00", "06:00"]], tue: [["06:00", "09:00"]] } as const;
    expect(checkCalendar({ ...SOUND, weekly })).toEqual([]);
  });

  it.each(["25:00", "9:00", "09:60", "24:01", "nine", ""])("refuses the hour %j", (hour) => {
    expect(checkCalendar({ ...SOUND, weekly: { tue: [["08:00", hour]] } })).toEqual([
      { code: "impossible-hours", path: ["weekly", "tue", 0], hours: ["08:00", hour] },
    ]);
  });

  it("refuses hours that begin at 24:00", () => {
    expect(checkCalendar({ ...SOUND, weekly: { tue: [["24:00", "06:00"]] } })).toHaveLength(1);
  });

  it("refuses hours that overlap in one day, and points at the later ones", () => {
    const weekly = {
      mon: [
        ["13:00", "18:00"],
        ["09:00", "14:00"],
      ],
    } as const;
    expect(checkCalendar({ ...SOUND, weekly })).toEqual([
      {
        code: "overlapping-hours",
        path: ["weekly", "mon", 0],
        hours: ["13:00", "18:00"],
        with: ["09:00", "14:00"],
      },
    ]);
  });

  it("refuses hours that overlap through midnight, also from Sunday into Monday", () => {
    const night = { mon: [["22:00", "06:00"]], tue: [["05:00", "09:00"]] } as const;
    expect(checkCalendar({ ...SOUND, weekly: night }).map(({ path }) => path)).toEqual([
      ["weekly", "tue", 0],
    ]);
    const sunday = { sun: [["22:00", "06:00"]], mon: [["05:00", "09:00"]] } as const;
    expect(checkCalendar({ ...SOUND, weekly: sunday }).map(({ path }) => path)).toEqual([
      ["weekly", "mon", 0],
    ]);
  });

  it("refuses a date that does not exist, wherever it stands", () => {
    const wrong = {
      ...SOUND,
      closedDates: [{ date: "2026-02-28" }, { date: "2026-02-30" }],
      exceptions: [{ date: "2026-02-31", open: [] }],
      breaks: { "2026-13-01": [] },
    };
    expect(checkCalendar(wrong)).toEqual([
      { code: "no-such-date", path: ["closedDates", 1, "date"], date: "2026-02-30" },
      { code: "no-such-date", path: ["exceptions", 0, "date"], date: "2026-02-31" },
      { code: "no-such-date", path: ["breaks", "2026-13-01"], date: "2026-13-01" },
    ]);
  });

  it("refuses overlapping and impossible hours in exceptions and breaks", () => {
    const wrong: CalendarSource = {
      ...SOUND,
      exceptions: [
        {
          date: "2026-12-31",
          open: [
            ["09:00", "13:00"],
            ["12:00", "14:00"],
          ],
        },
      ],
      breaks: { "2026-11-24": [["12:00", "12:99"]] },
    };
    expect(checkCalendar(wrong).map(({ code, path }) => [code, path])).toEqual([
      ["overlapping-hours", ["exceptions", 0, "open", 1]],
      ["impossible-hours", ["breaks", "2026-11-24", 0]],
    ]);
  });

  it.each(["America/Mexico", "", "+05:00", "Mars/Olympus"])("refuses the zone %j", (zone) => {
    expect(checkCalendar({ ...SOUND, zone })).toEqual([
      { code: "unknown-zone", path: ["zone"], zone },
    ]);
  });

  it("refuses a statutory table that nobody wrote, and lists those there are", () => {
    expect(checkCalendar({ ...SOUND, statutory: ["mx-lft", "xx-law"] })).toEqual([
      {
        code: "unknown-statutory-table",
        path: ["statutory", 1],
        table: "xx-law",
        known: ["mx-lft", "ve-lottt"],
      },
    ]);
  });
});
