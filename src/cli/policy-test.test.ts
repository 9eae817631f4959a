import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fileURLToPath } from "node:url";
import { projectText } from "../../test/kit/policy-packs.ts";
import { Given } from "../core/scenario/schema/given.ts";
import { ManualThen } from "../core/scenario/schema/manual.ts";
import { stepKeys } from "../core/scenario/schema/scenario.ts";
import { Then } from "../core/scenario/schema/then.ts";
import { verbNames } from "../core/scenario/schema/verbs.ts";
import { packFiles, policyTest } from "./policy-test.ts";
import { scenarioSchemaJson } from "./scenario-schema.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "plazo scenarios "));
afterAll(() => rm(folder, { recursive: true }));

let next = 0;

/** Runs scenarios beside a copy of the supplier portals' pack, which may be changed. */
async function test(
  scenarios: readonly string[],
  more: { json?: boolean; language?: "es" | "en"; pack?: (text: string) => string } = {},
) {
  const desk = join(folder, `pack-${next++}`);
  await mkdir(join(desk, "scenarios"), { recursive: true });
  const file = join(desk, "policy.yaml");
  const { pack = (text) => text, json = false, language = "es" } = more;
  await writeFile(file, pack(projectText("policies/hib2b/policy.yaml")));
  for (const [i, text] of scenarios.entries())
    await writeFile(join(desk, "scenarios", `${i}.yaml`), text);
  const out: string[] = [];
  const io = { out: (line: string) => void out.push(line), err: () => undefined };
  const code = await policyTest({ packs: [file], cwd: desk, json, language }, io);
  return { code, out };
}

const documented = [...projectText("docs/scenarios.md").matchAll(/```yaml\n(name:.*?)```/gsu)].map(
  ([, text]) => text ?? "",
);

describe("plazo policy test", () => {
  it("lives every example of the documentation, and each comes true", async () => {
    expect(documented.length).toBeGreaterThanOrEqual(4);
    const { code, out } = await test(documented);
    expect(out.slice(1)).toEqual([
      ...documented.map((text) => `  ✓ ${/^name: (.*)$/mu.exec(text)?.[1]}`),
      `${documented.length} passed, 0 failed`,
    ]);
    expect(code).toBe(0);
  });

  it("says what came out otherwise as the documentation shows it, at its line", async () => {
    const shown = /```\n(✗.*?)```/su.exec(projectText("docs/scenarios.md"))?.[1] ?? "";
    const later = (text: string) =>
      text.replace("within: 1h..4h", "within: 1h..5h").replace(/^examples:.*?^$/msu, "");
    const { code, out } = await test([documented[0] ?? ""], { pack: later });
    expect(code).toBe(1);
    const said = out.slice(1, 3).map((line) => line.trim());
    expect(said).toEqual(
      shown
        .trim()
        .split("\n")
        .map((line) => line.trim().replace(/\S+viernes\.yaml/u, "scenarios/0.yaml")),
    );
    expect(out.at(-1)).toBe("0 passed, 1 failed");
  });

  it("fails for a worked example that the promises do not give, too", async () => {
    const { code, out } = await test([], {
      pack: (text) => text.replace("within: 1h..4h", "within: 1h..5h"),
    });
    expect([code, out.at(-1)]).toEqual([1, "0 passed, 1 failed"]);
    expect(out.join("\n")).toContain("(example-fails)");
  });

  it("points at a mistake of a scenario, with what was probably meant", async () => {
    const step = (line: string) =>
      `name: X\nclauses: [HB-1]\ndays:\n  - at: "2026-11-20 17:00"\n    ${line}\n`;
    const { code, out } = await test([
      step("client fils soporte: {}"),
      step("client files soport: {}"),
      step("clent files soporte: {}"),
      step("then: { due: { primer-contact: none } }"),
      step("thn: { state: abierto }"),
      step("client arrives:\n    client leaves:"),
      step("then: {}\n  - at: 2026-11-20 16:59"),
      step("ticket: B\n    client adds: hola"),
      step("client confirms: solvd"),
      "- 1\n",
    ]);
    expect(code).toBe(1);
    expect(out.filter((line) => line.startsWith("      "))).toEqual([
      "      scenarios/0.yaml:5:5: error: «fils» no es ningún verbo de los escenarios; ¿quiso decir «files»? (refers-to-nothing)",
      "      scenarios/1.yaml:5:5: error: «soport» no es ningún formulario; ¿quiso decir «soporte»? (refers-to-nothing)",
      "      scenarios/2.yaml:5:5: error: «clent» no es nadie de este escenario; ¿quiso decir «client»? (refers-to-nothing)",
      "      scenarios/3.yaml:5:20: error: «primer-contact» no es ningún reloj; ¿quiso decir «primer-contacto»? (refers-to-nothing)",
      "      scenarios/4.yaml:5:5: error: aquí no se conoce la clave «thn»; ¿quiso decir «then»? (unknown-key)",
      "      scenarios/5.yaml:6:5: error: un paso, un acto: «client arrives» y «client leaves» son dos; dé al segundo un paso propio (two-acts)",
      "      scenarios/6.yaml:6:9: error: 2026-11-20 16:59 es anterior al paso de arriba: los días no retroceden (time-goes-back)",
      "      scenarios/7.yaml:5:13: error: «B» no es ningún ticket nombrado antes (refers-to-nothing)",
      "      scenarios/8.yaml:5:22: error: aquí va «solved» o «not-solved»; ¿quiso decir «solved»? (not-one-of)",
      "      scenarios/9.yaml:1:1: error: el archivo no es un escenario: debe tener «name:», «clauses:» y «days:» (not-a-scenario)",
    ]);
  });

  it("says of a pack that it has no scenarios, which is no failure", async () => {
    const { code, out } = await test([]);
    expect([code, ...out]).toEqual([0, "hib2b: no tiene escenarios", "0 passed, 0 failed"]);
  });

  it("gives the same as data with --json", async () => {
    const { out } = await test([documented[0] ?? ""], { json: true });
    expect(JSON.parse(out.join(""))).toMatchObject({
      passed: 1,
      failed: 0,
      results: [{ desk: "hib2b", clauses: ["HB-9", "HB-11", "HB-13"], passed: true }],
    });
  });
});

describe("the documentation of scenarios", () => {
  const page = projectText("docs/scenarios.md");
  // English has some of the same words: only what is written as code tells of one.
  const code = Array.from(page.matchAll(/```.*?```|`[^`]*`/gsu), ([text]) => text).join("\n");

  it.each(verbNames)("tells of the verb %s", (verb) => {
    expect(page).toMatch(new RegExp(`\\w ${verb}( <\\w+>)?:`, "u"));
  });

  const words = Object.entries({
    step: stepKeys,
    given: Given.shape,
    then: Then.shape,
    manual: ManualThen.shape,
  }).flatMap(([of, shape]) => Object.keys(shape).map((key) => `${key} of ${of}`));

  it.each(words)("tells of %s", (word) => {
    const [key = ""] = word.split(" ");
    expect(code).toMatch(new RegExp(`(?<![\\w-])${key}(?![\\w-])`, "u"));
  });
});

describe("the scenarios of the packs", async () => {
  const packs = await packFiles(join(root, "policies"));

  it.each(packs.map((file) => [file.slice(root.length), file] as const))(
    "%s: every day comes true",
    async (_name, file) => {
      const out: string[] = [];
      const io = { out: (line: string) => void out.push(line), err: () => undefined };
      await policyTest({ packs: [file], cwd: root, json: false, language: "en" }, io);
      expect(out.filter((line) => line.startsWith("  ✗") || line.startsWith("      "))).toEqual([]);
    },
  );
});

describe("the schema of scenarios for editors", () => {
  it("knows every sentence, and nothing else beside a step's own keys", () => {
    const { $defs } = JSON.parse(scenarioSchemaJson()) as {
      $defs: {
        step: { patternProperties: object; properties: object; additionalProperties: boolean };
      };
    };
    const patterns = Object.keys($defs.step.patternProperties);
    expect(patterns).toHaveLength(verbNames.length);
    for (const verb of verbNames)
      expect(
        patterns.filter(
          (one) =>
            new RegExp(one, "u").test(`maria ${verb}`) ||
            new RegExp(one, "u").test(`maria ${verb} algo`),
        ),
      ).toHaveLength(1);
    expect(Object.keys($defs.step.properties)).toContain("then");
    expect($defs.step.additionalProperties).toBe(false);
  });

  it("is the committed one: run the generation when the language changes", async () => {
    expect(scenarioSchemaJson()).toBe(
      await readFile(join(root, "docs/reference/scenario.schema.json"), "utf8"),
    );
  });
});
