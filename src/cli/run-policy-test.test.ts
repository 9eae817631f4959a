import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Invocation } from "./commands.ts";
import { runPolicyTest } from "./run-policy-test.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
  };
  const invocation = { args, io, language: "es", cwd: root, root } as unknown as Invocation;
  return { code: await runPolicyTest(invocation), out, err };
}

describe("plazo policy test", () => {
  it("takes packs by name, and all of the project where none is named", async () => {
    const one = await run("minimal");
    expect([one.code, one.out[0]]).toEqual([0, "minimal"]);
    const all = await run();
    expect(all.out.filter((line) => !line.startsWith(" "))).toEqual(
      expect.arrayContaining(["hib2b", "cfd-connect", "minimal"]),
    );
  });

  it("answers 2 for a pack that is not there, with those that are, and for a wrong option", async () => {
    const missing = await run("hib2c");
    expect(missing.code).toBe(2);
    expect(missing.err[0]).toMatch(/^No hay ningún manual «hib2c»\. Hay: .*hib2b/u);
    expect(await run("--todo")).toMatchObject({ code: 2, err: ["Opción incorrecta: --todo"] });
  });

  it("takes nothing out while a scenario does not come true with the pack as it is", async () => {
    const folder = await mkdtemp(join(tmpdir(), "mutations-"));
    await cp(join(root, "policies/minimal"), folder, { recursive: true });
    const day = join(folder, "scenarios/primer-dia.yaml");
    await writeFile(
      day,
      (await readFile(day, "utf8")).replace("severity: normal", "severity: grave"),
    );
    const { code, out } = await run(folder, "--mutations");
    await rm(folder, { recursive: true });
    expect(code).toBe(1);
    expect(out.join("\n")).toContain("antes hay que corregir");
    expect(out.join("\n")).not.toContain("se echan de menos");
  });

  it("names what could be taken out of a pack unnoticed with --mutations", async () => {
    const { code, out } = await run("minimal", "--mutations");
    expect(code).toBe(0);
    expect(out[0]).toBe("minimal");
    expect(out.at(-1)).toMatch(/^ {2}\d+ se echan de menos, 0 sobreviven$/u);
  });
});
