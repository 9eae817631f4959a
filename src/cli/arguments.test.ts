import { describe, expect, it } from "vitest";
import { readArguments } from "./arguments.ts";

const options = { json: { type: "boolean" }, policy: { type: "string" } } as const;

describe("a command's arguments", () => {
  it("are its options and the words that remain", () => {
    expect(readArguments(["a", "--json", "--policy", "p", "--lang=en"], options)).toMatchObject({
      values: { json: true, policy: "p", lang: "en" },
      positionals: ["a"],
    });
  });

  it.each([
    [["--otra"], "--otra"],
    [["--policy"], "--policy"],
    [["--lang", "fr"], "--lang fr (es, en)"],
    [["--lang"], "--lang"],
  ])("are refused where one is wrong: %o", (args, wrong) => {
    expect(readArguments(args, options)).toEqual({ wrong });
  });
});
