import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { projectText } from "../../test/kit/policy-packs.ts";
import { readPacks } from "./packs.ts";
import { policyCheck } from "./policy-check.ts";
import { policyNew } from "./policy-new.ts";
import { policyTest } from "./policy-test.ts";

const root = resolve(import.meta.dirname, "../..");
const top = await mkdtemp(join(tmpdir(), "plazo new desks "));
afterAll(() => rm(top, { recursive: true }));

let cwd = top;
let count = 0;
beforeEach(async () => {
  cwd = join(top, String(++count));
  await mkdir(cwd);
});

interface Answers {
  id?: string;
  name?: string;
  nameEn?: string;
  zone?: string;
}

async function start(folder: string, answers: Answers = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const args = {
    folder: join(cwd, folder),
    root,
    cwd,
    id: answers.id ?? null,
    name: answers.name ?? null,
    nameEn: answers.nameEn ?? null,
    zone: answers.zone ?? null,
    language: "en" as const,
  };
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  return { code: await policyNew(args, io), out, err };
}

const silent = { out: () => undefined, err: () => undefined };
const nothing = /nothing was written/;

describe("plazo policy new", () => {
  it("writes a desk with the answers that is sound, strictly, and whose first day comes true", async () => {
    const answers = { name: "Mesa de pagos", nameEn: "Payments desk", zone: "America/Caracas" };
    const { code, out, err } = await start("mesa-de-pagos", answers);
    expect([code, err]).toEqual([0, []]);
    expect(out).toContain("mesa-de-pagos/policy.yaml written.");
    expect(out).toContain("  PLAZO_POLICIES=. plazo serve    serve it");
    const file = join(cwd, "mesa-de-pagos", "policy.yaml");
    const text = await readFile(file, "utf8");
    expect(text).toContain(
      'desk:\n  id: mesa-de-pagos\n  name: { es: Mesa de pagos, en: Payments desk }\n  zone: America/Caracas\n  folio: "MDP-{n}"\n',
    );
    expect(text).toContain('{ mon-fri: "09:00-18:00" }, closed: [ve-lottt] }');
    expect(text.split("\n").length).toBeLessThan(41);
    const check = { path: file, json: false, strict: true, language: "en" as const };
    expect(await policyCheck(check, silent)).toBe(0);
    expect(await policyTest({ packs: [file], cwd, json: false, language: "en" }, silent)).toBe(0);
  });

  it("takes the folder's name for the desk's where there are no answers, and its zone is Mexico's centre", async () => {
    expect((await start("soporte")).code).toBe(0);
    const { packs } = await readPacks(cwd, null);
    expect(packs.map(({ policy }) => policy.desk)).toMatchObject([
      { id: "soporte", name: { es: "Soporte" }, zone: "America/Mexico_City", folio: "SO-{n}" },
    ]);
  });

  it("takes names with any sign in them", async () => {
    const name = 'Uno: dos #tres, "cuatro" {n}';
    expect((await start("mesa", { name })).code).toBe(0);
    const { packs } = await readPacks(cwd, null);
    expect(packs[0]?.policy.desk.name).toEqual({ es: name });
  });

  it("keeps no holidays of a country for which it has no table", async () => {
    await start("mesa", { zone: "Europe/Madrid" });
    expect((await readPacks(cwd, null)).packs[0]?.policy.calendars["oficina"]?.statutory).toEqual(
      [],
    );
  });

  it("writes over nothing", async () => {
    await mkdir(join(cwd, "mesa"));
    await writeFile(join(cwd, "mesa", "policy.yaml"), "mine");
    const { code, err } = await start("mesa");
    expect(code).toBe(1);
    expect(err[0]).toMatch(nothing);
    expect(await readFile(join(cwd, "mesa", "policy.yaml"), "utf8")).toBe("mine");
  });

  it("refuses an identifier that is none, or is taken beside it, and a zone that does not exist", async () => {
    expect((await start("Mesa de Pagos")).err[0]).toMatch(/^"Mesa de Pagos" is no identifier/);
    await start("una", { id: "mesa" });
    expect((await start("otra", { id: "mesa" })).err[0]).toMatch(/^There is a desk "mesa"/);
    expect((await start("otra", { zone: "Mars/Olympus" })).err[0]).toMatch(/not a time zone/);
    expect((await readPacks(cwd, null)).known).toEqual(["mesa"]);
  });
});

describe("the minimal desk", () => {
  it("is under 40 lines", () =>
    expect(projectText("policies/minimal/policy.yaml").split("\n").length).toBeLessThan(41));
});
