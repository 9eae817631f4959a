import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { brokenLines } from "./pack-lines.ts";
import { readPacks } from "./packs.ts";

const sound = new URL("../../policies/hib2b/policy.yaml", import.meta.url);

const contradicting = new URL(
  "../../test/fixtures/lint-packs/channel-never-opens.yaml",
  import.meta.url,
);

describe("a folder of packs", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "plazo-packs-"));
    await mkdir(join(folder, "buena"));
    await cp(sound, join(folder, "buena", "policy.yaml"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("gives the packs that can be served", async () => {
    const { packs, broken, known } = await readPacks(folder, null);
    expect(packs.map(({ policy }) => policy.desk.id)).toEqual(["hib2b"]);
    expect(broken).toEqual([]);
    expect(known).toEqual(["hib2b"]);
  });

  it("holds back a pack whose own worked examples do not come out, and says which, at its place", async () => {
    const text = await readFile(sound, "utf8");
    await mkdir(join(folder, "mala"));
    const wrong = text
      .replace('limit: "2026-11-23 12:00"', 'limit: "2026-11-23 11:00"')
      .replace("id: hib2b", "id: mala");
    await writeFile(join(folder, "mala", "policy.yaml"), wrong);
    const { packs, broken } = await readPacks(folder, null);
    expect(packs).toHaveLength(1);
    expect(broken).toHaveLength(1);
    const lines = broken.flatMap((one) => brokenLines(one, "es"));
    expect(lines).toEqual([
      expect.stringMatching(
        /mala\/policy\.yaml:\d+:\d+: error: .*11:00.*12:00.*\(example-fails\)$/u,
      ),
    ]);
  });

  it("holds back a pack whose clauses contradict each other, and quotes both", async () => {
    const alone = await mkdtemp(join(tmpdir(), "plazo-packs-"));
    const text = await readFile(contradicting, "utf8");
    await mkdir(join(alone, "contradice"));
    await writeFile(join(alone, "contradice", "policy.yaml"), text);
    const { packs, broken } = await readPacks(alone, null);
    await rm(alone, { recursive: true });
    expect(packs).toEqual([]);
    const lines = broken.flatMap((one) => brokenLines(one, "es"));
    expect(lines[0]).toMatch(/contradice\/policy\.yaml:\d+:\d+: error: .*\(clock-never-starts\)$/u);
    expect(lines.length).toBeGreaterThan(1);
  });

  it("looks at the desks named alone", async () => {
    expect((await readPacks(folder, ["hib2b"])).broken).toEqual([]);
    expect((await readPacks(folder, ["otra"])).packs).toEqual([]);
  });

  it("holds nothing where there is no folder", async () => {
    expect(await readPacks(join(folder, "nada"), null)).toEqual({
      packs: [],
      known: [],
      broken: [],
    });
  });
});
