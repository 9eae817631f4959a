import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { timeCheck } from "./time-check.ts";

const FIXTURE = fileURLToPath(new URL("../../test/fixtures/business-time.json", import.meta.url));
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plazo-time-check-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function check(file: string, json = false, language: "es" | "en" = "es") {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  return { code: await timeCheck({ file, json, language }, io), out, err };
}

function fileOf(content: string): string {
  const file = join(folder, "cases.json");
  writeFileSync(file, content);
  return file;
}

const open = { op: "isOpen", schedule: "s", input: { at: "2026-11-23T10:00:00Z" } };
const MIXED = JSON.stringify({
  schedules: { s: { timeZone: "Etc/UTC", weekly: { mon: [["09:00", "17:00"]] } } },
  cases: [
    { id: "a", ...open, expected: { open: true } },
    { id: "b", ...open, expected: { open: false } },
    { id: "c", ...open, op: "dance", expected: { open: true } },
  ],
});

describe("plazo time check", () => {
  it("passes the whole file of business-time cases", async () => {
    expect(await check(FIXTURE)).toEqual({ code: 0, out: ["155 passed, 0 failed"], err: [] });
  });

  it("prints each failing case with what was expected and what came out, then the count", async () => {
    const { code, out } = await check(fileOf(MIXED));
    expect(code).toBe(1);
    expect(out.slice(0, 3)).toEqual([
      "FAILED b isOpen",
      '  expected {"open":false}',
      '  got      {"open":true}',
    ]);
    expect(out[3]).toMatch(/^FAILED c dance: op: /);
    expect(out.at(-1)).toBe("1 passed, 2 failed");
  });

  it("says the same in one object with --json", async () => {
    const { code, out } = await check(fileOf(MIXED), true);
    expect(code).toBe(1);
    expect(out).toHaveLength(1);
    const answer: unknown = JSON.parse(out[0] ?? "");
    expect(answer).toMatchObject({ passed: 1, failed: 2, failures: [{ id: "b" }, { id: "c" }] });
  });

  it.each([
    ["is not JSON", "{", /cases\.json no es JSON \(línea 1, columna 2\)\.$/],
    ["is empty", "", /cases\.json no es JSON/],
    ["has no cases", '{"schedules":{}}', /falta o está mal: cases\./],
    ["has an empty list of cases", '{"schedules":{},"cases":[]}', /falta o está mal: cases\./],
    ["has neither", "{}", /falta o está mal: schedules, cases\./],
    ["is a list", "[]", /falta o está mal: todo el archivo\./],
  ])("refuses a file that %s, with exit code 2", async (_name, content, reason) => {
    const { code, out, err } = await check(fileOf(content));
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err.join("\n")).toMatch(reason);
  });

  it("refuses a file that is not there, and a folder, with exit code 2", async () => {
    const missing = join(folder, "nothing.json");
    expect(await check(missing)).toEqual({
      code: 2,
      out: [],
      err: [`No se puede leer ${missing}: no existe.`],
    });
    expect((await check(folder)).err).toEqual([`No se puede leer ${folder}: es una carpeta.`]);
  });

  it("says in English what is wrong with a file to those who read English", async () => {
    const missing = join(folder, "nothing.json");
    const said = async (file: string) => (await check(file, false, "en")).err;
    expect(await said(missing)).toEqual([`${missing} cannot be read: there is no such file.`]);
    expect((await said(fileOf("{")))[0]).toMatch(/is not JSON \(line 1, column 2\)\.$/);
    expect((await said(fileOf("{}")))[0]).toContain("missing or wrong: schedules, cases.");
  });
});
