import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine } from "./csv.ts";

describe("a line of a CSV file", () => {
  it("quotes every value and doubles quotes (RFC 4180)", () => {
    expect(csvLine(["HD-1", 'dijo "no", y ya', ""])).toBe('"HD-1","dijo ""no"", y ya",""\r\n');
  });

  it.each(["=1+1", "+52", "-3", "@SUM(A1)", "\t=1", "\r=1", "\n@x", "  =1", "＝1", "\u{0}=1"])(
    "leaves no formula in %j",
    (value) => {
      expect(csvLine([value])).toBe(`"'${value}"\r\n`);
    },
  );

  it("never begins a value with what a spreadsheet runs, and keeps all that was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        const line = csvLine([value]);
        const inside = line.slice(1, -3).replaceAll('""', '"');
        expect(inside).not.toMatch(/^\s*[=+\-@]/u);
        expect([value, `'${value}`]).toContain(inside);
      }),
    );
  });
});
