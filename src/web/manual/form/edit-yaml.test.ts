import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { addItem, openYaml, putList, putValue, removeItem } from "./edit-yaml.ts";
import { formOf } from "./form-of.ts";
import type { FormBox } from "./form-of.ts";

const folder = new URL("../../../../policies/", import.meta.url);
const packs = readdirSync(folder)
  .filter((name) => name !== "shared" && !name.includes("."))
  .map((name) => [name, readFileSync(new URL(`${name}/policy.yaml`, folder), "utf8")] as const);

function boxesOf(source: string): readonly FormBox[] {
  const document = openYaml(source);
  if (document === null) throw new Error("the pack is YAML");
  return formOf(document).flatMap(({ groups }) => groups.flatMap(({ boxes }) => boxes));
}

function valueAt(source: string, path: readonly (string | number)[]): unknown {
  let value: unknown = parse(source);
  for (const key of path) value = (value as Record<string | number, unknown>)[key];
  return value;
}

/** The value that a box writes over: words or a number. */
function textAt(source: string, path: readonly (string | number)[]): string {
  return String(valueAt(source, path) as string | number);
}

const awkward = [
  "4h",
  "Ñandú: sí, «claro» [1] {2}",
  "- no",
  "it's",
  "",
  "línea\notra",
  "# x",
  "12",
];

describe.each(packs)("the form of %s", (_, source) => {
  it("has boxes for what people change most", () => {
    const sections = new Set(boxesOf(source).map(({ path }) => path[0]));
    for (const part of ["desk", "calendars", "severities", "clocks"])
      expect(sections).toContain(part);
  });

  it("changes the one value, whatever is written in it, and no other line's meaning", () => {
    const values = boxesOf(source).filter(({ kind }) => kind === "value");
    const step = Math.ceil(values.length / 60);
    for (const [i, { path }] of values.filter((__, at) => at % step === 0).entries()) {
      const written = awkward[i % awkward.length] ?? "";
      const edited = putValue(source, path, written);
      expect([path, textAt(edited, path)]).toEqual([path, written]);
      const back = putValue(edited, path, textAt(source, path));
      expect([path, parse(back) as unknown]).toEqual([path, parse(source)]);
    }
  });

  it("keeps comments and order when a list changes", () => {
    const list = boxesOf(source).find(({ kind }) => kind === "list");
    if (list === undefined) return;
    const edited = putList(source, list.path, [...list.value.split("\n"), "uno más"]);
    expect((valueAt(edited, list.path) as unknown[]).at(-1)).toBe("uno más");
    const comments = (text: string) => text.match(/#.*$/gmu)?.map((one) => one.trim()) ?? [];
    expect(comments(edited)).toEqual(comments(source));
    expect(Object.keys(parse(edited) as object)).toEqual(Object.keys(parse(source) as object));
  });
});

describe("items of a list", () => {
  const source =
    "notes: # what is said besides\n  - { es: Una, en: One }\n  - { es: Dos, en: Two }\n";

  it("come shaped like the last one, and go", () => {
    const more = addItem(source, ["notes"]);
    expect(parse(more)).toEqual({
      notes: [
        { es: "Una", en: "One" },
        { es: "Dos", en: "Two" },
        { es: "", en: "" },
      ],
    });
    expect(more).toContain("# what is said besides");
    expect(parse(removeItem(more, ["notes", 0]))).toEqual({
      notes: [
        { es: "Dos", en: "Two" },
        { es: "", en: "" },
      ],
    });
  });

  it("are left alone where the text is no YAML", () => {
    expect(addItem("a: [", ["a"])).toBe("a: [");
    expect(putValue("a: [", ["a"], "x")).toBe("a: [");
  });
});
