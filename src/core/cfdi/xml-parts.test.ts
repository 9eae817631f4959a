import { describe, expect, it } from "vitest";
import { isRefusal } from "../refusal.ts";
import { parseXml } from "./parse-xml.ts";
import { readText } from "./xml-parts.ts";

/** "why line:column" of a refusal, or how many elements were read. */
function told(text: string): string {
  const read = parseXml(text);
  if (!isRefusal(read)) return `read ${read.name}`;
  if (read.refused === "xml-doctype") return "doctype";
  return `${read.facts?.["why"]} ${read.facts?.["line"]}:${read.facts?.["column"]}`;
}

describe("a reference in a text", () => {
  it.each([
    ["&lt;&gt;&amp;&quot;&apos;", `<>&"'`],
    ["&amp;lt;", "&lt;"],
    ["a&#65;b&#x41;c", "aAbAc"],
    ["&#x1F600;", "😀"],
    ["&#1114111;", "\u{10FFFF}"],
    ["&#9;&#10;&#13;", "\t\n\r"],
    ["sin nada", "sin nada"],
    ["", ""],
  ])("%j stands for %j", (said, read) => expect(readText(said)).toBe(read));

  it.each([
    ["a&b", 1],
    ["&", 0],
    ["&;", 0],
    ["&nada;", 0],
    ["&LT;", 0],
    ["&toString;", 0],
    ["&#;", 0],
    ["&#x;", 0],
    ["&#0;", 0],
    ["&#8;", 0],
    ["&#xD800;", 0],
    ["&#xFFFF;", 0],
    ["&#x110000;", 0],
    ["&#99999999;", 0],
    ["&amp; &x", 6],
    ["&aaaaaaaaaaaaaaaaaaaa;", 0],
  ])("%j is refused at %i", (said, at) => expect(readText(said)).toEqual({ why: "entity", at }));

  it.each(["\u0000", "\u0008", "\u000B", "\u001F", "\uFFFE", "\uFFFF", "\uD800", "\uDFFF"])(
    "no XML has the character %j",
    (character) => expect(readText(`ab${character}`)).toEqual({ why: "character", at: 2 }),
  );

  it("has tabs, ends of lines, and what is above the ASCII", () =>
    expect(readText("\t\n\r \u007F\u0085ñ😀")).toBe("\t\n\r \u007F\u0085ñ😀"));
});

describe("what somebody hostile sends", () => {
  it.each([
    "<!DOCTYPE a><a/>",
    "<a/><!doctype a>",
    "<a><!ENTITY b 'c'></a>",
    "<!-- <!DOCTYPE a> --><a/>",
    "<a><![CDATA[<!DocType a>]]></a>",
  ])("%j is refused before it is read, wherever it stands", (text) =>
    expect(told(text)).toBe("doctype"),
  );

  it.each([
    ["<a>\n<b></a></b>", "closes-another 2:4"],
    ["</a>", "closes-another 1:1"],
    ["<a></a></a>", "closes-another 1:8"],
    ["<a></ a>", "not-a-tag 1:4"],
    ["<a></a b>", "not-a-tag 1:4"],
    ["<a>\n  <b>\n</a>", "closes-another 3:1"],
    ["<a>\n  <b>", "unclosed 2:3"],
    ["<a", "unclosed 1:3"],
    ["<a b", "attribute 1:3"],
    ["<a b='1", "attribute 1:3"],
    ["<a b=\"1'/>", "attribute 1:3"],
    ["<a\n b='&x;'/>", "entity 2:2"],
    ["<a b='1'\n b='2'/>", "attribute-twice 2:2"],
    ["<a xmlns:p='1' xmlns:p='2'/>", "attribute-twice 1:16"],
    ["<a xmlns='1' xmlns='2'/>", "attribute-twice 1:14"],
    ["<a __proto__='1'/>", "name 1:4"],
    ["<a><p:constructor/></a>", "name 1:4"],
    ["<a><p:/></a>", "name 1:4"],
    ["<1/>", "not-a-tag 1:1"],
    ["<a>x < y</a>", "not-a-tag 1:6"],
    ["<a/>texto", "outside-root 1:5"],
    ["texto<a/>", "outside-root 1:1"],
    ["<![CDATA[x]]><a/>", "outside-root 1:1"],
    ["<a/><b/>", "two-roots 1:5"],
    ["<a/><!-- x", "unclosed 1:5"],
    ["<a><?x", "unclosed 1:4"],
    ["<a><![CDATA[x</a>", "unclosed 1:4"],
    ["\n \n", "empty 3:1"],
  ])("%j is refused: %s", (text, why) => expect(told(text)).toBe(why));

  it("may have comments, instructions and space around its one element", () => {
    for (const text of [
      "\uFEFF<?xml version='1.0'?>\n<!-- a -->\n<a/>\n<!-- b --><?c?>\n",
      "<a ></a >",
      "<a\tb = '1'\r\n/>",
      "<!----><a/>",
      "<a><!-- < & --><?x < & ?><![CDATA[ < & ]]></a>",
    ])
      expect(told(text)).toBe("read a");
  });

  it("goes a hundred levels deep and no deeper, and is no longer than four million characters", () => {
    const nested = (n: number) => "<a>".repeat(n) + "</a>".repeat(n);
    expect(told(nested(100))).toBe("read a");
    expect(told(nested(101))).toBe("too-deep 1:301");
    const most = 4 * 1024 * 1024;
    const filled = (n: number) => `<a>${" ".repeat(n - 7)}</a>`;
    expect(told(filled(most))).toBe("read a");
    expect(told(filled(most + 1))).toBe("too-long 1:1");
  });

  it("has the white space of a value as spaces, and its references kept", () => {
    const read = parseXml("<a b='1\t2\n3\r4' c=\"'\" d='\"'/>");
    expect(isRefusal(read) ? null : read.attributes).toEqual({ b: "1 2 3 4", c: "'", d: '"' });
  });
});
