import { describe, expect, it } from "vitest";
import { filesIn, projectText, sharedParts } from "../../../test/kit/policy-packs.ts";
import { sayPackProblem } from "../../words/policy-problems.ts";
import { readPack } from "./read-pack.ts";

const files = filesIn("test/fixtures/bad-packs");

describe("a pack with one mistake", () => {
  it("is a corpus worth the name", () => expect(files.length).toBeGreaterThanOrEqual(70));

  it.each(files)("%s gets one error, at its place", (file) => {
    const text = projectText(`test/fixtures/bad-packs/${file}`);
    const expected = /^# (\S+ \d+:\d+)\n/.exec(text)?.[1];
    const read = readPack(text, file, sharedParts);
    const told =
      "problems" in read ? read.problems.map((one) => `${one.code} ${one.line}:${one.column}`) : [];
    expect(told).toEqual([expected]);
    if ("problems" in read)
      expect(read.problems.map((one) => [one.file, one.level])).toEqual([[file, "error"]]);
  });

  it.each(files)("%s is told in words in both languages, without leftovers", (file) => {
    const read = readPack(projectText(`test/fixtures/bad-packs/${file}`), file, sharedParts);
    const [problem] = "problems" in read ? read.problems : [];
    if (problem === undefined) throw new Error("no problem");
    const es = sayPackProblem(problem, "es");
    const en = sayPackProblem(problem, "en");
    expect(es).not.toBe(en);
    for (const words of [es, en]) expect(words).not.toMatch(/undefined|null|NaN|\[object/);
  });
});
