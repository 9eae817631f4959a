import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { projectText } from "../../test/kit/policy-packs.ts";
import { policyDiff } from "./policy-diff.ts";

const folder = await mkdtemp(join(tmpdir(), "plazo packs "));
afterAll(() => rm(folder, { recursive: true }));

const minimal = projectText("policies/minimal/policy.yaml");

async function diff(after: string, more: { json?: boolean; language?: "es" | "en" } = {}) {
  const [a, b] = [join(folder, "a.yaml"), join(folder, "b.yaml")];
  await Promise.all([writeFile(a, minimal), writeFile(b, after)]);
  const out: string[] = [];
  const err: string[] = [];
  const code = await policyDiff(
    { before: a, after: b, json: more.json ?? false, language: more.language ?? "es" },
    { out: (line) => out.push(line), err: (line) => err.push(line) },
  );
  return { code, out, err };
}

const shorter = minimal.replace("grave: 8h }", "grave: 6h }").replace("09:00-18:00", "09:00-19:00");

describe("plazo policy diff", () => {
  it("says what changes in words, under the heading of each section", async () => {
    expect(await diff(shorter)).toEqual({
      code: 0,
      err: [],
      out: [
        "Horarios",
        ...["lunes", "martes", "miércoles", "jueves", "viernes"].map(
          (day) => `  oficina, ${day}: abre 09:00-18:00 → 09:00-19:00`,
        ),
        "Plazos",
        "  Solución, Grave: límite 8 h → 6 h",
        "6 diferencias",
      ],
    });
    const { out } = await diff(shorter, { language: "en" });
    expect(out.slice(-2)).toEqual(["  Solution, Grave: limit 8 h → 6 h", "6 differences"]);
  });

  it("says that there is no difference where only comments and spaces differ", async () =>
    expect((await diff(`${minimal}\n# nothing else\n`)).out).toEqual([
      "No hay ninguna diferencia.",
    ]));

  it("gives the same as data with --json", async () => {
    const { out } = await diff(shorter, { json: true });
    expect((JSON.parse(out.join("")) as object[]).at(-1)).toMatchObject({
      kind: "changed",
      path: ["clocks", "solucion", "within", "grave", "limit"],
      words: { section: "Plazos", text: "Solución, Grave: límite 8 h → 6 h" },
    });
  });

  it("answers 1 for a pack that is wrong, with its mistakes, and 2 for one that is not there", async () => {
    const { code, err } = await diff(minimal.replace("[mx-lft]", "[mx]"));
    expect(code).toBe(1);
    expect(err[0]).toMatch(/b\.yaml:11:57: error: .*\(refers-to-nothing\)$/);
    const missing = join(folder, "nothing.yaml");
    const said: string[] = [];
    const io = { out: () => undefined, err: (line: string) => void said.push(line) };
    const args = { before: missing, after: missing, json: false, language: "es" as const };
    expect(await policyDiff(args, io)).toBe(2);
    expect(said[0]).toMatch(/nothing\.yaml: no existe$/);
  });
});
