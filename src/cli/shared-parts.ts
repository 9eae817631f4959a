import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SharedParts } from "../core/policy/read/merge.ts";

/** The project's own shared parts of packs. */
const SHARED_FOLDER: string = fileURLToPath(new URL("../../policies/shared", import.meta.url));

/** Reads a folder of shared parts, all at once: `good-desk.yaml` is the part `good-desk`. */
export async function readSharedParts(folder: string = SHARED_FOLDER): Promise<SharedParts> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).toSorted();
  const texts = await Promise.all(
    files.map(
      async (name) =>
        [name.slice(0, -".yaml".length), await readFile(join(folder, name), "utf8")] as const,
    ),
  );
  const parts = new Map(texts);
  return { names: [...parts.keys()], text: (name) => parts.get(name) ?? null };
}
