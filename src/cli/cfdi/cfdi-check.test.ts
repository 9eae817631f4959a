import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cfdiCheck } from "./cfdi-check.ts";

const good = fileURLToPath(new URL("../../../test/corpus/cfdi/good/", import.meta.url));

describe("plazo cfdi check", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "plazo-cfdi-"));
    await cp(good, join(folder, "buenas"), { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true }));

  const check = async (path: string, json = false) => {
    const lines: string[] = [];
    const io = { out: (line: string) => lines.push(line), err: (line: string) => lines.push(line) };
    return { code: await cfdiCheck({ path, json, language: "en" }, io as never), lines };
  };

  it("finds nothing in good invoices, however deep, and says how many there were", async () => {
    const { code, lines } = await check(folder);
    expect(code).toBe(0);
    expect(lines.at(-1)).toBe(
      "15 files: 0 with errors, 0 with warnings, 0 with notes, 0 that could not be opened",
    );
  });

  it("answers by the worst finding, with file, line and column", async () => {
    const text = await readFile(join(good, "ingreso.xml"), "utf8");
    await mkdir(join(folder, "otras"));
    const odd = join(folder, "otras", "una.XML");
    await writeFile(odd, text.replace('FormaPago="03"', 'FormaPago="99"'));
    expect(await check(odd)).toMatchObject({ code: 3 });
    await writeFile(join(folder, "otras", "dos.xml"), Buffer.alloc(70_000, "<a>"));
    await writeFile(join(folder, "otras", "tres.txt"), "no es XML");
    const { code, lines } = await check(folder);
    expect(code).toBe(1);
    expect(lines.at(-1)).toContain("17 files: 1 with errors, 1 with warnings");
    expect(lines.join("\n")).toMatch(
      /otras\/una\.XML:7:\d+: warning: Comprobante FormaPago: .*\(payment-form-99-at-once\)/u,
    );
  });

  it("is read by programs a line for each file", async () => {
    const { lines } = await check(folder, true);
    const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows).toHaveLength(18);
    expect(rows.at(-1)).toEqual({
      files: 17,
      none: 15,
      note: 0,
      warning: 1,
      error: 1,
      unreadable: 0,
    });
    expect(rows.find(({ worst }) => worst === "warning")).toMatchObject({
      invoice: { kind: "I", total: "1740.00" },
      findings: [{ code: "payment-form-99-at-once", attribute: "FormaPago", place: { line: 7 } }],
    });
  });

  it("says where there is nothing of that name", async () => {
    expect(await check(join(folder, "nada"))).toMatchObject({ code: 2 });
  });
});
