import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY } from "../time/instant.ts";
import { alike, codesOf, wordsOf } from "./alike.ts";
import type { Compared } from "./alike.ts";

const word = fc.constantFrom(
  "factura",
  "carga",
  "portal",
  "error",
  "CFDI40147",
  "no",
  "de",
  "timbre",
);
const report: fc.Arbitrary<Compared> = fc.record({
  subject: fc.array(word, { maxLength: 6 }).map((words) => words.join(" ")),
  category: fc.constantFrom("", "tipo/carga", "tipo/otro"),
  filedAt: fc.constantFrom(0, 1, DAY, DAY + 1),
});
const one = (subject: string, category = "", filedAt = 0): Compared => ({
  subject,
  category,
  filedAt,
});

describe("how alike two reports are", () => {
  it("is the same from either, and most of a report and itself", () =>
    fc.assert(
      fc.property(report, report, (a, b) => {
        expect(alike(a, b)).toEqual(alike(b, a));
        const own = alike(a, a);
        const other = alike(a, b);
        if (own === null) expect(wordsOf(a.subject).size).toBe(0);
        if (own !== null && other !== null) expect(other.score).toBeLessThanOrEqual(own.score);
      }),
    ));

  it("is the share of their words, from a half on, and a code and a type more", () => {
    expect(alike(one("carga factura"), one("factura timbre"))).toBeNull();
    expect(alike(one("carga factura"), one("factura"))).toEqual({ score: 0.5, why: ["subject"] });
    expect(alike(one("factura", "a"), one("factura", "a"))).toEqual({
      score: 1.25,
      why: ["subject", "type"],
    });
    expect(alike(one("ORA-00942 uno", "a"), one("ORA-00942 dos tres", "b"))?.why).toEqual(
      expect.arrayContaining(["code"]),
    );
    expect(alike(one("factura", ""), one("factura", ""))?.why).toEqual(["subject"]);
    expect(alike(one("", "a"), one("", "a"))).toBeNull();
  });

  it("counts within a day of each other, to the millisecond", () => {
    expect(alike(one("factura"), one("factura", "", DAY))).not.toBeNull();
    expect(alike(one("factura"), one("factura", "", DAY + 1))).toBeNull();
    expect(alike(one("factura", "", DAY + 1), one("factura"))).toBeNull();
  });
});

describe("the codes of errors in a text", () => {
  it.each<[string, string[]]>([
    ["cfdi40147 y CFDI40147", ["CFDI40147"]],
    ["ORA-00942", ["ORA-00942"]],
    ["error  307", ["ERROR 307"]],
    ["error 12", []],
    ["A123", []],
    ["ABCDEFG123", []],
    ["AB12", []],
    ["AB1234567", []],
    ["XCFDI40147X", []],
  ])("%s: %j", (text, codes) => expect(codesOf(text)).toEqual(codes));
});
