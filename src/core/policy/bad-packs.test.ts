import { describe, expect, it } from "vitest";
import { filesIn, projectText, sharedParts } from "../../../test/kit/policy-packs.ts";
import { packProblemsEs } from "../../words/policy-problems-es.ts";
import { sayPackProblem } from "../../words/policy-problems.ts";
import { readPack } from "./read-pack.ts";

const files = filesIn("test/fixtures/bad-packs");

describe("a pack with one mistake", () => {
  it("is there for each mistake that a pack by itself can have", () => {
    const others = [
      // Of scenarios.
      ...["not-a-scenario", "two-acts", "time-goes-back"],
      // A doubt, and what needs the folder of the pack, or more than a file of the corpus should hold.
      ...["promise-against-gravity", "article-without-text", "too-large"],
    ];
    const made = files.map((file) => projectText(`test/fixtures/bad-packs/${file}`).split(" ")[1]);
    const never = Object.keys(packProblemsEs).filter((code) => !made.includes(code));
    expect(never.toSorted()).toEqual(others.toSorted());
  });

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
