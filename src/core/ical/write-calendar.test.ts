import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readIcal, textOf, valueIn } from "../../../test/kit/ical.ts";
import { writeCalendar } from "./write-calendar.ts";

const at = Date.UTC(2026, 10, 20, 17, 0, 0, 123);
const event = { uid: "hib2b-1-solucion@example.com", at: { instant: at }, changed: at } as const;
const written = (summary: string) =>
  writeCalendar({ name: "Vencimientos", language: "es", events: [{ ...event, summary }] });

describe("a calendar", () => {
  it("says an instant in UTC to the second, and a day as a day", () => {
    const day = { date: "2026-12-24", next: "2026-12-25" };
    const text = writeCalendar({
      name: "Horario",
      language: "es",
      events: [
        { ...event, summary: "HD-1" },
        { ...event, uid: "b", at: day, summary: "Cerrado" },
      ],
    });
    const [first, second] = readIcal(text).components;
    expect(first && valueIn(first, "DTSTART")).toBe("20261120T170000Z");
    expect(text).toContain("DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261225\r\n");
    expect(second && valueIn(second, "SUMMARY")).toBe("Cerrado");
  });

  it("is one by the standard when nothing is due", () => {
    const { components } = readIcal(writeCalendar({ name: "x", language: "en", events: [] }));
    expect(components.map(({ name }) => name)).toEqual(["VTIMEZONE"]);
  });

  it("holds any text as it was, in lines of 75 octets at most that cut no character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (summary) => {
        const [only] = readIcal(written(summary)).components;
        const kept = summary.replace(/[\p{Cc}--\n]|[\p{Cs}\p{Zl}\p{Zp}]/gv, " ");
        expect(only && textOf(valueIn(only, "SUMMARY"))).toBe(kept);
      }),
    );
  });

  it("lets no text end its line and begin another property", () => {
    const text = written("HD-1\r\nEND:VEVENT\nATTACH:http://evil.example.com\u2028X:1;,\\");
    const { components } = readIcal(text);
    expect(components).toHaveLength(1);
    expect(components[0]?.properties.some(({ name }) => name === "ATTACH")).toBe(false);
  });
});
