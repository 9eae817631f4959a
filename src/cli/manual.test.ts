import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDesk } from "../../test/kit/desk.ts";
import type { TestDesk } from "../../test/kit/desk.ts";
import { manual } from "./manual.ts";
import type { ManualArguments } from "./manual.ts";

const root = join(import.meta.dirname, "../..");
let desk: TestDesk;
let folder: string;
beforeAll(async () => {
  desk = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
  folder = await mkdtemp(join(tmpdir(), "plazo-manual-"));
});
afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true });
});

async function run(differs: Partial<ManualArguments>) {
  const lines: string[] = [];
  const io = { out: (line: string) => lines.push(line), err: (line: string) => lines.push(line) };
  const args: ManualArguments = {
    path: join(root, "policies/hib2b"),
    pdf: null,
    page: null,
    version: null,
    language: "es",
    url: "https://plazo.example.com",
    now: desk.time.read(),
    ...differs,
  };
  const code = await manual(args, io, (work) => work({ db: desk.plazo.db }));
  return { code, text: lines.join("\n") };
}

describe("plazo manual", () => {
  it("prints a pack's manual as text, marked as not published", async () => {
    const { code, text } = await run({});
    expect(code).toBe(0);
    expect(text).toContain("# Manual de soporte");
    expect(text).toContain("borrador, sin publicar");
    expect(text).toContain("| Resolución [HB-14] | de 1 a 6 horas hábiles |");
  });

  it("is the same text at any time of a year", async () => {
    const later = await run({ now: desk.time.read() + 20 * 86_400_000 });
    expect(later.text).toBe((await run({})).text);
  });

  it("writes files, in the language that is asked for", async () => {
    const files = { pdf: join(folder, "m.pdf"), page: join(folder, "m.html") };
    expect(await run({ ...files, language: "en" })).toEqual({ code: 0, text: "" });
    expect((await readFile(files.pdf)).subarray(0, 5).toString()).toBe("%PDF-");
    const page = await readFile(files.page, "utf8");
    expect(page).toContain('<html lang="en">');
    expect(page).toContain("<style>");
    expect(page).not.toContain("/assets/");
  });

  it("prints a version of the desk's data", async () => {
    const { code, text } = await run({ version: 1 });
    expect(code).toBe(0);
    expect(text).toMatch(/- \*\*Versión\*\*:\n {2}1/u);
    expect(text).toContain("desde el 20 de noviembre de 2026");
  });

  it.each([
    [{ version: 7 }, 3],
    [{ path: join(root, "policies/none") }, 2],
    [{ path: join(root, "test/fixtures/bad-packs/account-without-taxpayer.yaml") }, 1],
  ])("ends with a code of its own for %j", async (differs, code) =>
    expect((await run(differs)).code).toBe(code),
  );
});
