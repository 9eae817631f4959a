import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRefusal } from "../refusal.ts";
import { amountOf, findingOf, valueOf } from "./finding.ts";
import { parseXml } from "./parse-xml.ts";
import { lineStartsOf, placeIn } from "./text-place.ts";
import { wallTime } from "./wall-time.ts";
import { allOf, childOf, childrenOf } from "./xml-element.ts";
import type { XmlElement } from "./xml-element.ts";

function xml(text: string): XmlElement {
  const read = parseXml(text);
  if (isRefusal(read)) throw new Error(JSON.stringify(read));
  return read;
}

describe("the elements in an element", () => {
  const root = xml("<r><a n='1'><b n='2'/><a n='3'><b n='4'/></a></a><b n='5'/><a n='6'/></r>");
  const numbers = (list: readonly XmlElement[]) => list.map(({ attributes }) => attributes["n"]);

  it("directly inside are found by name, the first or all", () => {
    expect(childOf(root, "b")?.attributes).toEqual({ n: "5" });
    expect(childOf(root, "c")).toBeUndefined();
    expect(childOf(undefined, "a")).toBeUndefined();
    expect(numbers(childrenOf(root, "a"))).toEqual(["1", "6"]);
    expect(childrenOf(undefined, "a")).toEqual([]);
  });

  it("at any depth are found in the order in which they are written", () => {
    expect(numbers(allOf(root, "b"))).toEqual(["2", "4", "5"]);
    expect(numbers(allOf(root, "a"))).toEqual(["1", "3", "6"]);
    expect(allOf(root, "r")).toEqual([]);
    expect(allOf(undefined, "a")).toEqual([]);
  });
});

describe("the value of an attribute", () => {
  const root = xml("<r a='' b=' ' c='1.50' d='x'/>");

  it("is null where there is none, or it is empty; an amount also where it is no number", () => {
    expect(["a", "b", "c", "e"].map((name) => valueOf(root, name))).toEqual([
      null,
      " ",
      "1.50",
      null,
    ]);
    expect(valueOf(undefined, "a")).toBeNull();
    expect(["a", "b", "d", "e"].map((name) => amountOf(root, name))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(amountOf(root, "c")).toEqual({ units: 150n, places: 2 });
  });

  it("is found where it is written, and one that is missing at its element", () => {
    const at = (attribute?: string) =>
      findingOf("total-differs", { element: root, attribute }).place;
    expect(at("c")).toEqual({ line: 1, column: 15 });
    expect(at("z")).toEqual({ line: 1, column: 1 });
    expect(at()).toEqual({ line: 1, column: 1 });
    expect(findingOf("xml-doctype", null)).toEqual({
      code: "xml-doctype",
      severity: "error",
      node: null,
      attribute: null,
      place: null,
      facts: {},
      sat: "301",
    });
    expect(findingOf("total-differs", null, { sat: null }).sat).toBeNull();
    expect(findingOf("total-differs", null, { sat: "X" }).sat).toBe("X");
  });
});

describe("a place in a text", () => {
  it("is its line and column, whatever ends the lines", () => {
    const at = (text: string, offset: number) => {
      const { line, column } = placeIn(lineStartsOf(text), offset);
      return `${line}:${column}`;
    };
    expect(at("", 0)).toBe("1:1");
    expect([0, 1, 2, 3, 4].map((i) => at("a\nb\n", i))).toEqual([
      "1:1",
      "1:2",
      "2:1",
      "2:2",
      "3:1",
    ]);
    expect([1, 2, 3].map((i) => at("a\r\nb", i))).toEqual(["1:2", "1:3", "2:1"]);
    expect([1, 2].map((i) => at("a\rb", i))).toEqual(["1:2", "2:1"]);
  });

  it("is what counting from the beginning gives", () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "\n", "\r", "\r\n"), maxLength: 30 }),
        fc.nat(40),
        (text, cut) => {
          const offset = Math.min(cut, text.length);
          const before = text.slice(0, offset);
          const splits = text[offset] === "\n" && before.endsWith("\r");
          const lines = (splits ? before.slice(0, -1) : before).split(/\r\n|\r|\n/u);
          const expected = {
            line: lines.length,
            column: (lines.at(-1)?.length ?? 0) + (splits ? 2 : 1),
          };
          expect(placeIn(lineStartsOf(text), offset)).toEqual(expected);
        },
      ),
    ));
});

describe("the time of an invoice", () => {
  it.each(["2026-11-16T10:15:00", "2028-02-29T00:00:00", "2099-12-31T23:59:59"])(
    "%s is what a clock shows",
    (text) => expect(wallTime(text)).toBe(Date.parse(`${text}Z`)),
  );

  it.each([
    null,
    "",
    "2026-11-16",
    "2026-11-16T24:00:00",
    "2026-11-16T10:60:00",
    "2026-11-16T10:15:60",
    "2026-11-16 10:15:00",
    "2026-11-16T10:15:00Z",
    "2026-11-16T10:15:00.0",
    "2026-02-30T10:15:00",
    "1999-11-16T10:15:00",
    "x2026-11-16T10:15:00",
  ])("%s is not", (text) => expect(wallTime(text)).toBeNull());
});
