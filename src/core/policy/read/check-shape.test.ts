import { describe, expect, it } from "vitest";
import { z } from "zod";
import { problemsWith } from "../../../../test/kit/pack-problems.ts";
import type { PackProblem } from "../problem.ts";
import { Name } from "../schema/words.ts";
import { checkPart, checkShape } from "./check-shape.ts";
import { parseYaml } from "./parse-yaml.ts";

const Inner = z.strictObject({ size: z.number().min(1).max(9), name: Name });
const schema = z.strictObject({
  kind: z.enum(["uno", "dos"]).optional(),
  one: z.union([z.string(), Inner]).optional(),
  pick: z
    .union([z.literal("close"), z.strictObject({ open: Name }), z.strictObject({ tell: Name })])
    .optional(),
  list: z.array(Inner).min(1).optional(),
  names: z.record(Name, z.string()).optional(),
  days: z.partialRecord(z.enum(["lunes", "martes"]), z.string()).optional(),
  week: z.string().regex(/^\d$/, "like: 5").optional(),
  code: z
    .string()
    .regex(/^[A-Z]+$/)
    .optional(),
});

function yaml(text: string) {
  const file = parseYaml(text, "a.yaml");
  if ("code" in file) throw new Error(file.code);
  return file;
}
const seen = ({ code, path, line, column, facts }: PackProblem) => [
  `${code} ${line}:${column}`,
  path.join("."),
  facts,
];
function told(text: string, whole?: "not-a-scenario"): unknown[] {
  const checked = checkShape(schema, yaml(text), whole);
  return "problems" in checked ? checked.problems.map(seen) : [];
}

describe("what a file's shape is told", () => {
  it("nothing, where it fits: then it is the data", () =>
    expect(checkShape(schema, yaml("kind: uno"))).toEqual({ data: { kind: "uno" } }));

  it.each(["", "[a]", "hello", "~", "7"])("%j is no pack at all, nor a scenario", (text) => {
    expect(told(text)).toMatchObject([["not-a-pack 1:1", "", {}]]);
    expect(told(text, "not-a-scenario")).toMatchObject([["not-a-scenario 1:1", "", {}]]);
  });

  it.each<[string, unknown[]]>([
    ["kind: unoo", ["not-one-of 1:7", "kind", { values: ["uno", "dos"], near: "uno" }]],
    ["kind: 7", ["not-one-of 1:7", "kind", { values: ["uno", "dos"], near: null }]],
    ["knid: uno", ["unknown-key 1:1", "knid", { key: "knid", near: null }]],
    ["kindd: uno", ["unknown-key 1:1", "kindd", { key: "kindd", near: "kind" }]],
    ["one: [x]", ["wrong-type 1:6", "one", { expected: ["string", "object"] }]],
    ["one: { size: 0, name: a }", ["out-of-range 1:14", "one.size", { least: 1, most: null }]],
    ["one: { size: 10, name: a }", ["out-of-range 1:14", "one.size", { least: null, most: 9 }]],
    ["one: { size: 3 }", ["missing-key 1:1", "one.name", { key: "name" }]],
    ["one: { size: 3, name: A b }", ["bad-name 1:23", "one.name", { name: "A b" }]],
    ["list: []", ["out-of-range 1:7", "list", { least: 1, most: null }]],
    ["list: uno", ["wrong-type 1:7", "list", { expected: ["array"] }]],
    ["names: { A b: x }", ["bad-name 1:10", "names.A b", { name: "A b" }]],
    ["days: { lunse: x }", ["unknown-key 1:9", "days.lunse", { key: "lunse", near: "lunes" }]],
    ['week: "55"', ["bad-shape 1:7", "week", { pattern: "/^\\d$/", like: "5" }]],
    ["code: abc", ["bad-shape 1:7", "code", { pattern: "/^[A-Z]+$/", like: null }]],
  ])("%s", (text, problem) => expect(told(text)).toEqual([problem]));

  it("of a choice of shapes, what is wrong with the one that was meant", () => {
    expect(told("pick: closed")).toEqual([
      ["not-one-of 1:7", "pick", { values: ["close"], near: "close" }],
    ]);
    expect(told("pick: { open: A b }")).toEqual([["bad-name 1:15", "pick.open", { name: "A b" }]]);
    expect(told("pick: { tell: A b }")).toEqual([["bad-name 1:15", "pick.tell", { name: "A b" }]]);
    expect(told("pick: 7")).toEqual([
      ["wrong-type 1:7", "pick", { expected: ["close", "object"] }],
    ]);
  });

  it("one mistake once: an unknown key where exactly one is missing was meant to be that one", () => {
    expect(told("one: { size: 3, nombre: a }")).toEqual([
      ["unknown-key 1:17", "one.nombre", { key: "nombre", near: "name" }],
    ]);
    expect(told("one: { size: 3, x: a, z: b }").map((one) => (one as string[])[1])).toEqual([
      "one.name",
      "one.x",
      "one.z",
    ]);
    expect(
      told("list: [{ size: 3, nombre: a }, { size: 3 }]").map((one) => (one as string[])[0]),
    ).toEqual(["unknown-key 1:19", "missing-key 1:32"]);
  });

  it("a name of a closed list is suggested wherever in the language it stands", () => {
    const near = (sections: Record<string, string>) =>
      problemsWith(sections).map(({ facts }) => (facts as { near: string }).near);
    expect(near({ tell: "{ recieved: nothing }" })).toEqual(["received"]);
    expect(near({ channels: "{ form: {}, phon: {} }" })).toEqual(["phone"]);
    expect(near({ terms: "{ requestor: Quien }" })).toEqual(["requester"]);
  });

  it("a key that is missing is named, however deep it is missing", () =>
    expect(told("list: [{ size: 3 }]")).toEqual([
      ["missing-key 1:8", "list.0.name", { key: "name" }],
    ]));

  it("each mistake at its own place", () =>
    expect(told("kind: x\nlist:\n  - { size: 3, name: a }\n  - { size: 0, name: B }")).toEqual([
      ["not-one-of 1:7", "kind", { values: ["uno", "dos"], near: null }],
      ["out-of-range 4:13", "list.1.size", { least: 1, most: null }],
      ["bad-name 4:22", "list.1.name", { name: "B" }],
    ]));
});

describe("a part of a file", () => {
  const file = yaml("a: 1\nparts:\n  - { size: 3, name: a }\n  - { size: 0, name: a }\n");

  it("is held against its own shape, and told at its place in the whole", () => {
    expect(checkPart(Inner, file, ["parts", 0])).toEqual({ data: { size: 3, name: "a" } });
    const checked = checkPart(Inner, file, ["parts", 1]);
    expect("problems" in checked && checked.problems.map(seen)).toEqual([
      ["out-of-range 4:13", "parts.1.size", { least: 1, most: null }],
    ]);
    const missing = checkPart(Inner, file, ["parts", 2]);
    expect("problems" in missing && missing.problems.map(({ code }) => code)).toEqual([
      "missing-key",
    ]);
    expect("problems" in checkPart(Inner, file, ["constructor"])).toBe(true);
  });
});
