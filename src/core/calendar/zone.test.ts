import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ZONES } from "../../../test/kit/calendars.ts";
import { RUNS } from "../../../test/kit/runs.ts";
import { civilDate, dayNumber } from "../time/civil.ts";
import { DAY } from "../time/instant.ts";
import { formatInstant } from "../time/iso.ts";
import { instantOfWall, isKnownZone, wallOf, zoneTableOf } from "./zone.ts";

const TABLES = [...ZONES, "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu", "Etc/UTC"].map(
  (zone) => zoneTableOf(zone, 2010, 2030),
);
const table = fc.constantFrom(...TABLES);

/** Wall minutes anywhere in the table's years, and around the changes of the clocks. */
const wallIn = fc.tuple(table, fc.nat(100), fc.integer({ min: -1500, max: 1500 }), fc.boolean());

describe("a zone's table", () => {
  it("turns wall times into instants and back as Temporal does, gaps and repeated hours included", () => {
    const first = dayNumber("2010-01-05") * 1440;
    fc.assert(
      fc.property(wallIn, fc.nat(20 * 365 * 1440), ([zone, which, near, isNear], anywhere) => {
        const change = zone.changes[which % Math.max(1, zone.changes.length)];
        const about = isNear && change !== undefined ? change / 60_000 + near : first + anywhere;
        const minute = Math.max(first, Math.round(about));
        const day = Math.floor(minute / 1440);
        const millis = (minute - day * 1440) * 60_000;
        const plain = Temporal.PlainDate.from(civilDate(day)).toPlainDateTime("00:00");
        const wall = plain.add({ milliseconds: millis });
        const expected = wall.toZonedDateTime(zone.zone, { disambiguation: "compatible" });
        const at = instantOfWall(zone, day, millis);
        expect(at).toBe(expected.epochMilliseconds);
        const shown = wallOf(zone, at);
        expect(civilDate(shown.day)).toBe(expected.toPlainDate().toString());
        expect(shown.millis / 60_000).toBe(expected.hour * 60 + expected.minute);
      }),
      { numRuns: RUNS },
    );
  });

  it("moves a wall time that does not exist forward by the gap, and takes the first of two", () => {
    const tijuana = zoneTableOf("America/Tijuana", 2026, 2026);
    const at = (date: string, hours: number): string =>
      formatInstant(instantOfWall(tijuana, dayNumber(date), hours * 3_600_000), 0);
    expect(at("2026-03-08", 2.5)).toBe("2026-03-08T10:30:00+00:00");
    expect(at("2026-11-01", 1.5)).toBe("2026-11-01T08:30:00+00:00");
  });

  it("knows that Mexico City has kept its clocks still since October 2022, and Tijuana has not", () => {
    expect(zoneTableOf("America/Mexico_City", 2023, 2030).changes).toEqual([]);
    expect(zoneTableOf("America/Mexico_City", 2022, 2022).changes).toHaveLength(2);
    expect(zoneTableOf("America/Tijuana", 2023, 2030).changes).toHaveLength(16);
  });

  it("takes a civil date that a zone skipped as no time at all", () => {
    const apia = zoneTableOf("Pacific/Apia", 2011, 2011);
    const skipped = dayNumber("2011-12-30");
    expect(instantOfWall(apia, skipped + 1, 0) - instantOfWall(apia, skipped, 0)).toBe(0);
    expect(instantOfWall(apia, skipped, 0) - instantOfWall(apia, skipped - 1, 0)).toBe(DAY);
  });

  it("exists for IANA names only", () => {
    expect(["America/Caracas", "Etc/UTC", "UTC", "US/Pacific"].every(isKnownZone)).toBe(true);
    expect(["", "+05:00", "America/Mexico", "CDMX"].some(isKnownZone)).toBe(false);
  });
});
