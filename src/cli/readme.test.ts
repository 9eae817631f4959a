import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { projectText } from "../../test/kit/policy-packs.ts";
import { commands } from "./commands.ts";

/** The commands that a README's table names: `plazo staff list`, `link` are two. */
function namedIn(text: string): Set<string> {
  const named = new Set<string>();
  for (const row of text.split("\n").filter((line) => line.startsWith("| `plazo "))) {
    let group = "";
    for (const [, words = ""] of (row.split("|")[1] ?? "").matchAll(/`([^`]+)`/gu)) {
      const lower = words.split(" ").filter((word) => /^[a-z]+$/u.test(word));
      const own = lower[0] === "plazo" ? lower.slice(1) : [group, ...lower];
      group = own[0] ?? "";
      named.add(own.join(" "));
    }
  }
  return named;
}

/** The settings that its other table names. */
const settingsIn = (text: string): string[] =>
  [...text.matchAll(/^\| `([A-Z_]+)`/gmu)].map(([, name = ""]) => name);

describe.each(["README.md", "README.es.md"])("%s", (file) => {
  it("names every command, and none that is not there", () => {
    expect([...namedIn(projectText(file))].toSorted()).toEqual(Object.keys(commands).toSorted());
  });

  it("names the settings in the order of the other", () => {
    expect(settingsIn(projectText(file))).toEqual(settingsIn(projectText("README.md")));
  });
});

describe("the decisions", () => {
  const records = readdirSync(new URL("../../docs/adr", import.meta.url)).filter((name) =>
    /^\d{4}-/u.test(name),
  );

  it.each([
    ["ARCHITECTURE.md", /\(docs\/adr\/(\d{4}-[\w-]+\.md)\)/gu],
    ["docs/adr/README.md", /^\| \[\d+\]\((\d{4}-[\w-]+\.md)\)/gmu],
  ])("are all in %s, in their order", (file, pattern) => {
    const listed = [...projectText(file).matchAll(pattern)].map(([, name]) => name);
    expect(listed).toEqual(records.toSorted());
  });
});
