import { dirname, join } from "node:path";
import type { SharedParts } from "../core/policy/read/merge.ts";
import { withArticles } from "./articles.ts";
import { readPacks } from "./packs.ts";
import { readSharedParts } from "./shared-parts.ts";

/**
 * What a desk's pack may use besides its own text: the shared parts, and the articles beside its file
 * in the folder of packs, read when they are asked for. A desk without a file has no articles.
 */
export function packPartsIn(folder: string): (desk: string) => Promise<SharedParts> {
  const folders = new Map<string, string>();
  return async (desk) => {
    const shared = await readSharedParts();
    const known = folders.get(desk) ?? (await folderOf(folder, desk));
    if (known !== undefined) folders.set(desk, known);
    return withArticles(shared, known ?? join(folder, desk));
  };
}

async function folderOf(folder: string, desk: string): Promise<string | undefined> {
  const { packs } = await readPacks(folder, [desk]);
  const [pack] = packs;
  return pack === undefined ? undefined : dirname(pack.file);
}
