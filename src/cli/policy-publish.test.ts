import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDesk, testPolicy } from "../../test/kit/desk.ts";
import type { TestDesk } from "../../test/kit/desk.ts";
import { currentPolicy } from "../desk/policies/current-policy.ts";
import { policyExport, policyPublish } from "./policy-publish.ts";
import type { OnDesks } from "./policy-publish.ts";

let folder: string;
let test: TestDesk;
let text: string;
let onDesks: OnDesks;
const out: string[] = [];
const err: string[] = [];
const io = {
  out: (line: string) => void out.push(line),
  err: (line: string) => void err.push(line),
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plazo-publish-"));
  text = await readFile(new URL("../../policies/minimal/policy.yaml", import.meta.url), "utf8");
  test = await openTestDesk(await testPolicy("minimal"), "2026-11-20T23:00:00Z");
  onDesks = (work) => work(test.plazo);
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true });
});

async function publish(pack: string, effective: string | null = null): Promise<number> {
  const path = join(folder, "policy.yaml");
  await writeFile(path, pack);
  out.length = 0;
  err.length = 0;
  return policyPublish({ path, reason: "Convenio", effective, language: "es" }, io, onDesks);
}

describe("plazo policy publish", () => {
  it("publishes nothing that says the same, is wrong, or names no instant", async () => {
    expect(await publish(text)).toBe(1);
    expect(err.join()).toContain("ya dice exactamente lo mismo");
    expect(await publish("plazo: 1\n")).toBe(1);
    expect(err[0]).toMatch(/policy\.yaml:1:1: error/u);
    expect(await publish(`${text}\n# otra\n`, "mañana")).toBe(2);
    expect(err.join()).toContain("2026-12-01 09:00");
  });

  it("publishes for an instant on the clocks of the desk's zone, and the text comes out as it went in", async () => {
    const other = text.replace(/name: .*/u, "name: Mesa con otro nombre");
    expect(other).not.toBe(text);
    expect(await publish(other, "2026-12-01 09:00")).toBe(0);
    expect(out.join()).toContain("1 de diciembre");
    expect(await currentPolicy(test.plazo, test.desk)).toMatchObject({ policy: { number: 1 } });
    await test.passTo("2026-12-01T15:00:00Z");
    expect(await currentPolicy(test.plazo, test.desk)).toMatchObject({ policy: { number: 2 } });
    out.length = 0;
    const asked = { desk: test.desk, version: null, language: "es" } as const;
    expect(await policyExport(asked, io, onDesks)).toBe(0);
    expect(`${out.join("\n")}\n`).toBe(other);
  });

  it("exports no version that is not there, and says where the text was not kept", async () => {
    const asked = { desk: test.desk, version: 9, language: "es" } as const;
    expect(await policyExport(asked, io, onDesks)).toBe(1);
    expect(await policyExport({ ...asked, version: 1 }, io, onDesks)).toBe(1);
    expect(err.at(-1)).toContain("no se guardó");
  });
});
