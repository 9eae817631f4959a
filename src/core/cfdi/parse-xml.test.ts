import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processorTime } from "../../../test/kit/processor-time.ts";
import { isRefusal } from "../refusal.ts";
import { parseXml } from "./parse-xml.ts";

const why = (text: string) => {
  const read = parseXml(text);
  return isRefusal(read) ? (read.facts?.["why"] ?? read.refused) : read.name;
};

describe("an XML", () => {
  it("is read as elements with their places; prefixes go, namespaces stay", () => {
    const text = `<?xml version="1.0"?>\r\n<!-- a -->\n<c:A xmlns:c="urn:c"\n   B="1 &amp; &#xF1;"\tC='x'>\n  <D/><D e="2"></D><![CDATA[<]]>\n</c:A>\n`;
    expect(parseXml(text)).toEqual({
      name: "A",
      namespace: "urn:c",
      path: "A",
      at: { line: 3, column: 1 },
      attributes: { B: "1 & ñ", C: "x" },
      places: { B: { line: 4, column: 4 }, C: { line: 4, column: 23 } },
      children: [
        {
          name: "D",
          namespace: null,
          path: "A/D",
          at: { line: 5, column: 3 },
          attributes: {},
          places: {},
          children: [],
        },
        {
          name: "D",
          namespace: null,
          path: "A/D[2]",
          at: { line: 5, column: 7 },
          attributes: { e: "2" },
          places: { e: { line: 5, column: 10 } },
          children: [],
        },
      ],
    });
  });

  it("with a document type or an entity is refused before it is read", () => {
    for (const text of [
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      "<?xml version='1.0'?><!doctype a><a/>",
    ])
      expect(parseXml(text)).toEqual({ refused: "xml-doctype" });
  });

  it.each([
    ["", "empty"],
    ["<?xml version='1.0'?>", "empty"],
    ["hola", "outside-root"],
    ["<a>", "unclosed"],
    ["<a><b></a>", "closes-another"],
    ["<a/><b/>", "two-roots"],
    ["<a b=1/>", "attribute"],
    ["<a b='1'c='2'/>", "attribute"],
    ["<a b='1' b='2'/>", "attribute-twice"],
    ["<a>&nada;</a>", "entity"],
    ["<a b='&#0;'/>", "entity"],
    ["<a>\u0007</a>", "character"],
    ["< a/>", "not-a-tag"],
    ["<__proto__/>", "name"],
    ["<a constructor='1'/>", "name"],
    ["<x:prototype/>", "name"],
    ["<a b='<'/>", "attribute"],
    ["<!-- <a/>", "unclosed"],
    ["<a>".repeat(200) + "</a>".repeat(200), "too-deep"],
  ])("%j is refused: %s", (text, expected) => expect(why(text)).toBe(expected));

  it("whatever the text, is an element or a refusal with its place", () => {
    const parts = [
      "<",
      ">",
      "/",
      "a",
      "=",
      '"',
      "'",
      "!",
      "?",
      "[",
      "]",
      "&",
      ";",
      " ",
      "\n",
      "-",
      ":",
    ];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...parts), maxLength: 60 }), (text) => {
        const read = parseXml(text);
        if (!isRefusal(read)) return read.at.line > 0;
        return read.refused === "xml-doctype" || Number(read.facts?.["line"]) > 0;
      }),
    );
  });

  it("of any shape is read back as it was written", () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,5}$/u);
    const value = fc
      .string({ unit: "grapheme", maxLength: 12 })
      .filter((text) => !/\p{C}/u.test(text));
    const { tree } = fc.letrec<{
      tree: { name: string; value: string; children: readonly unknown[] };
    }>((tie) => ({
      tree: fc.record({
        name,
        value,
        children: fc.oneof(
          { maxDepth: 4 },
          fc.constant([]),
          fc.array(tie("tree"), { maxLength: 3 }),
        ),
      }),
    }));
    type Tree = { name: string; value: string; children: Tree[] };
    const escaped = (text: string): string =>
      text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
    const write = (one: Tree): string =>
      `<${one.name} v="${escaped(one.value)}">${one.children.map(write).join("\n")}</${one.name}>`;
    const back = (element: {
      name: string;
      attributes: Readonly<Record<string, string>>;
      children: readonly unknown[];
    }): Tree => ({
      name: element.name,
      value: element.attributes["v"] ?? "",
      children: element.children.map((child) => back(child as never)),
    });
    fc.assert(
      fc.property(tree, (one) => {
        const read = parseXml(write(one as Tree));
        if (isRefusal(read)) throw new Error(JSON.stringify(read));
        expect(back(read)).toEqual(one);
      }),
    );
  });

  it("knows what a prefix stands for by the nearest declaration, and costs no more where thousands are declared", () => {
    const read = parseXml(
      '<a:A xmlns:a="urn:1"><a:B xmlns:a="urn:2"><a:C/></a:B><a:D xmlns=""/></a:A>',
    );
    if (isRefusal(read)) throw new Error(JSON.stringify(read));
    const [b, d] = read.children;
    expect([read.namespace, b?.namespace, b?.children[0]?.namespace, d?.namespace]).toEqual([
      ...["urn:1", "urn:2", "urn:2", "urn:1"],
    ]);
    const declared = Array.from({ length: 14_500 }, (_, n) => `xmlns:a${n}=""`).join(" ");
    const began = processorTime();
    parseXml(`<r ${declared}>${'<a xmlns=""/>'.repeat(14_500)}</r>`);
    expect(processorTime() - began).toBeLessThan(3_000);
  });
});
