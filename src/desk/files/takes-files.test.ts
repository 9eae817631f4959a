import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { diskFiles } from "./disk-files.ts";
import { takesFiles } from "./takes-files.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plazo-takes-"));
  await diskFiles(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("takes files, and leaves nothing of the trial behind, however many ask at once", async () => {
  const asked = await Promise.all(Array.from({ length: 8 }, () => takesFiles(folder)));
  expect(new Set(asked)).toEqual(new Set([null]));
  expect(await readdir(join(folder, "incoming"))).toEqual([]);
});

it("takes none where the folder is gone, and says which and why", async () => {
  const gone = join(folder, "gone");
  expect(await takesFiles(gone)).toEqual({
    refused: "data-folder-unwritable",
    facts: { folder: gone, why: "ENOENT" },
  });
});
