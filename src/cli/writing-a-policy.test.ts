import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sharedParts } from "../../test/kit/policy-packs.ts";
import {
  startedDesk,
  withSections,
  writingPage,
  written,
  writtenDays,
  writtenDesk,
} from "../../test/kit/written-desk.ts";
import { checkExamples } from "../core/policy/examples.ts";
import { lintPack } from "../core/policy/lint/lint.ts";
import { readPack } from "../core/policy/read-pack.ts";
import type { ReadPack } from "../core/policy/read-pack.ts";
import { policyTest } from "./policy-test.ts";

function read(text: string): ReadPack {
  const found = readPack(text, "policy.yaml", sharedParts);
  if ("problems" in found) throw new Error(JSON.stringify(found.problems, null, 1));
  return found;
}

const told = (text: string): string[] =>
  lintPack(read(text)).map(({ level, code }) => `${level} ${code}`);

describe("the page that says how to write a policy", () => {
  it("comes, step by step, to a sound desk without a doubt left, whose examples hold", () => {
    expect(written.steps.length).toBeGreaterThanOrEqual(9);
    expect(told(writtenDesk)).toEqual([]);
    const { policy } = read(writtenDesk);
    expect(checkExamples(policy).map(({ passed }) => passed)).toEqual([true, true]);
    const clauses = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `P-${n}`);
    expect(policy.clauses.toSorted()).toEqual(clauses);
  });

  it("starts from what the command writes", () => expect(told(startedDesk)).toEqual([]));

  it("shows a contradiction that is found, in the words that it shows", () => {
    expect(told(withSections(writtenDesk, written.doubtful))).toEqual([
      "warning week-says-otherwise",
    ]);
    expect(writingPage).toContain(
      'warning: the manual says 5x8 and "oficina" opens 5 days a week, 10 hours each (week-says-otherwise)',
    );
  });

  it("shows how it is decided", () =>
    expect(told(withSections(writtenDesk, written.decided))).toEqual([
      "decided week-says-otherwise",
    ]));

  it("shows a day that the desk lives", async () => {
    expect(writtenDays).toHaveLength(1);
    const folder = await mkdtemp(join(tmpdir(), "plazo written "));
    const file = join(folder, "policy.yaml");
    await mkdir(join(folder, "scenarios"));
    await writeFile(file, writtenDesk);
    await writeFile(join(folder, "scenarios", "dia.yaml"), writtenDays[0] ?? "");
    const out: string[] = [];
    const io = { out: (line: string) => void out.push(line), err: () => undefined };
    await policyTest({ packs: [file], cwd: folder, json: false, language: "en" }, io);
    await rm(folder, { recursive: true });
    expect(out.slice(1)).toEqual(["  ✓ Un pago vencido, un viernes", "1 passed, 0 failed"]);
  });
});
