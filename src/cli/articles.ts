import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SharedParts } from "../core/policy/read/merge.ts";
import { settle } from "../store/settle.ts";

/**
 * The shared parts, with the articles that stand beside a pack in its folder: `articles/<id>.<es|en>.md`,
 * read all at once. A folder without articles has none.
 */
export async function withArticles(shared: SharedParts, folder: string): Promise<SharedParts> {
  const articles = join(folder, "articles");
  const listed = await settle(readdir(articles));
  const names = "value" in listed ? listed.value.filter((name) => name.endsWith(".md")) : [];
  const texts = new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(articles, name), "utf8")] as const),
    ),
  );
  return { ...shared, article: (id, language) => texts.get(`${id}.${language}.md`) ?? null };
}
