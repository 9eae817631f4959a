import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PackProblem } from "../problem.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { YamlFile } from "./parse-yaml.ts";

function file(text: string): YamlFile {
  const read = parseYaml(text, "a.yaml");
  if ("code" in read) throw new Error(read.code);
  return read;
}

/** "code line:column", and the facts where there are any. */
function refusal(text: string): readonly unknown[] {
  const read = parseYaml(text, "a.yaml");
  if (!("code" in read)) throw new Error("was read");
  const { code, line, column, facts, file: name, level }: PackProblem = read;
  expect([name, level]).toEqual(["a.yaml", "error"]);
  return Object.keys(facts).length === 0
    ? [`${code} ${line}:${column}`]
    : [`${code} ${line}:${column}`, facts];
}

describe("a YAML file", () => {
  it("is its plain value", () =>
    expect(file("a: 1\nb: [x, { c: null }]\n").value).toEqual({ a: 1, b: ["x", { c: null }] }));

  it.each<[string, readonly unknown[]]>([
    ["a: 1\n\tb: 2", ["yaml-tab 2:1"]],
    ["a: 1\nb: 2\na: 3", ["yaml-duplicate-key 3:1", { key: "a" }]],
    ["a: 1\n---\nb: 2", ["yaml-documents 2:1"]],
    ["a: &x 1\nb: 2", ["yaml-alias 1:7"]],
    ["a: 1\nb: *x", ["yaml-alias 2:4"]],
    ["a: 1\nb:\n  <<: { c: 1 }", ["yaml-key 3:3"]],
    ["a:\n  __proto__: 1", ["yaml-key 2:3"]],
    ["a: 1\n[x]: 2", ["yaml-key 2:1"]],
    ["a: 1\ntrue: 2", ["yaml-key 2:1"]],
    ["a: 1\n~: 2", ["yaml-key 2:1"]],
  ])("%j is refused at its place", (text, told) => expect(refusal(text)).toEqual(told));

  it("takes numbers as names, for they are words too", () =>
    expect(file("4: a\n2026-12-24: b").value).toEqual({ "4": "a", "2026-12-24": "b" }));

  it("with a mistake of grammar is refused with what it is", () => {
    expect(refusal("a: 1\nb: [x")[1]).toHaveProperty("what");
    expect(refusal('a: 1\nb: "x')[0]).toMatch(/^yaml-syntax 2:/);
  });

  it("of 400,000 characters is read, and one longer is refused unread", () => {
    const comment = "#".repeat(399_999);
    expect(file(`${comment}\n`).value).toBeNull();
    expect(refusal(`${comment}\n#`)).toEqual([
      "too-large 1:1",
      { characters: 400_001, most: 400_000 },
    ]);
  });

  it.each(["[", "{"])("goes forty levels deep in %s and no deeper, at the place", (open) => {
    const close = open === "[" ? "]" : "}";
    const nested = (n: number) =>
      `a: 1\nb: ${(open === "[" ? "[" : "{ a: ").repeat(n)}${close.repeat(n)}`;
    const read = parseYaml(nested(40), "a.yaml");
    expect("code" in read ? read.code : "read").not.toBe("too-deep");
    expect(refusal(nested(41))[0]).toBe(`too-deep 2:${open === "[" ? 44 : 204}`);
    expect(refusal(nested(41))[1]).toEqual({ most: 40 });
  });

  it("counts only what is open: many short lists are not deep", () => {
    expect(file(`a: [${"[],".repeat(100)}]`).value).toHaveProperty("a");
    expect(file(`a: [${"{},".repeat(100)}]`).value).toHaveProperty("a");
    expect(file(`a: "]]]"\nb: ${"[".repeat(40)}${"]".repeat(40)}`).value).toHaveProperty("b");
  });

  it("counts nothing that was never opened: signs in a text do not make room", () =>
    expect(refusal(`a: "]]]}}}"\nb: ${"[".repeat(41)}${"]".repeat(41)}`)[0]).toBe("too-deep 2:44"));

  it("goes no deeper in dashes on one line either", () => {
    expect(refusal(`a:\n  ${"- ".repeat(40)}x`)).toEqual(["too-deep 2:3", { most: 40 }]);
    expect(refusal("? ".repeat(40_000))[0]).toBe("too-deep 1:1");
    expect(file(`a:\n  ${"- ".repeat(39)}x`).value).toHaveProperty("a");
  });
});

describe("the place of an item", () => {
  const text = "a:\n  b: [one, { c: two }]\n  d:\n    - uno\n    - dos\n  e: solo\n4: cuatro\n";
  const { place, written } = file(text);
  const at = (path: readonly (string | number)[], of?: "key" | "value"): string => {
    const { line, column } = place(path, of);
    return `${line}:${column}`;
  };

  it("is that of its value, or of its key", () => {
    expect([at(["a", "b", 0]), at(["a", "b", 1, "c"]), at(["a", "d", 1])]).toEqual([
      "2:7",
      "2:17",
      "5:7",
    ]);
    expect([at(["a", "b"], "key"), at(["a", "b", 1, "c"], "key"), at(["4"], "key")]).toEqual([
      "2:3",
      "2:14",
      "7:1",
    ]);
    expect(at(["a", "d", 0], "key")).toBe("4:7");
  });

  it("of the first of a list is that of the item alone, where no list is written", () =>
    expect([at(["a", "e", 0]), at(["a", "e", 1])]).toEqual(["6:6", "6:3"]));

  it("that is missing is that of the key of what should hold it", () => {
    expect(at(["a", "x"])).toBe("1:1");
    expect(at(["a", "b", 1, "x", "y"])).toBe("2:12");
    expect(at(["a", "b", 7])).toBe("2:3");
    expect(at(["x"])).toBe("1:1");
    expect(at([])).toBe("1:1");
    const empty = file("").place(["x"]);
    expect(empty).toEqual({ line: 1, column: 1 });
  });

  it("is quoted as it is written, on one line", () => {
    expect(written(["a", "b"])).toBe("b: [one, { c: two }]");
    expect(written(["a", "b", 1, "c"])).toBe("c: two");
    expect(written(["a", "d"])).toBe("d: - uno - dos");
    expect(written(["a", "x"])).toBe(written(["a"]));
  });

  it("stands in the file, whatever is asked of whatever was read", () => {
    const step = fc.oneof(fc.constantFrom("a", "b", "c", "d", "e", "4", "x"), fc.nat(3));
    const lines = text.split("\n");
    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), fc.boolean(), (path, key) => {
        const { line, column } = place(path, key ? "key" : "value");
        const found = lines[line - 1] ?? "";
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual(found.length);
        expect(found.charAt(column - 1)).not.toBe(" ");
      }),
    );
  });
});
