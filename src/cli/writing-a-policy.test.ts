import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { projectText, sharedParts } from "../../test/kit/policy-packs.ts";
import { newPack } from "./new-pack.ts";
import { policyTest } from "./policy-test.ts";
import { checkExamples } from "../core/policy/examples.ts";
import { lintPack } from "../core/policy/lint/lint.ts";
import { readPack } from "../core/policy/read-pack.ts";
import type { ReadPack } from "../core/policy/read-pack.ts";

const page = projectText("docs/writing-a-policy.md");
const examples = Array.from(page.matchAll(/```yaml\n([\s\S]*?)```/g), (match) => match[1] ?? "");
const days = examples.filter((text) => text.startsWith("name:"));
const sections = examples.filter((text) => !text.startsWith("name:"));
const [doubtful = "", decided = ""] = sections.slice(-2);
const steps = sections.slice(0, -2);

const started = newPack(projectText("policies/minimal/policy.yaml"), {
  id: "mesa-de-pagos",
  name: "Mesa de pagos",
  nameEn: "Payments desk",
  zone: "America/Mexico_City",
});

/** The pack with the sections of an example in the place of those of the same name. */
const withSections = (pack: string, example: string): string =>
  stringify({ ...(parse(pack) as object), ...(parse(example) as object) });

const whole = steps.reduce(withSections, started);

function read(text: string): ReadPack {
  const found = readPack(text, "policy.yaml", sharedParts);
  if ("problems" in found) throw new Error(JSON.stringify(found.problems, null, 1));
  return found;
}

const told = (text: string): string[] =>
  lintPack(read(text)).map(({ level, code }) => `${level} ${code}`);

describe("the page that says how to write a policy", () => {
  it("comes, step by step, to a sound desk without a doubt left, whose examples hold", () => {
    expect(steps.length).toBeGreaterThanOrEqual(9);
    expect(told(whole)).toEqual([]);
    const { policy } = read(whole);
    const results = checkExamples(policy);
    expect(results.map(({ passed }) => passed)).toEqual([true, true]);
    expect(policy.clauses.toSorted()).toEqual([
      "P-1",
      "P-2",
      "P-3",
      "P-4",
      "P-5",
      "P-6",
      "P-7",
      "P-8",
      "P-9",
    ]);
  });

  it("starts from what the command writes", () => expect(told(started)).toEqual([]));

  it("shows a contradiction that is found, in the words that it shows", () => {
    expect(told(withSections(whole, doubtful))).toEqual(["warning week-says-otherwise"]);
    expect(page).toContain(
      'warning: the manual says 5x8 and "oficina" opens 5 days a week, 10 hours each (week-says-otherwise)',
    );
  });

  it("shows how it is decided", () =>
    expect(told(withSections(whole, decided))).toEqual(["decided week-says-otherwise"]));

  it("shows a day that the desk lives", async () => {
    expect(days).toHaveLength(1);
    const folder = await mkdtemp(join(tmpdir(), "plazo written "));
    const file = join(folder, "policy.yaml");
    await mkdir(join(folder, "scenarios"));
    await writeFile(file, whole);
    await writeFile(join(folder, "scenarios", "dia.yaml"), days[0] ?? "");
    const out: string[] = [];
    const io = { out: (line: string) => void out.push(line), err: () => undefined };
    await policyTest({ packs: [file], cwd: folder, json: false, language: "en" }, io);
    await rm(folder, { recursive: true });
    expect(out.slice(1)).toEqual(["  ✓ Un pago vencido, un viernes", "1 passed, 0 failed"]);
  });
});
