import type { ArticleRule } from "../policy.ts";
import { sourceOf, textOf } from "./reading.ts";
import type { Reading } from "./reading.ts";

/**
 * Compiles the articles of the manual, with their Markdown where the folder of the pack is at hand:
 * then an article without its Spanish text is a mistake. English is optional, as everywhere.
 */
export function readArticles(reading: Reading): ArticleRule[] {
  const { article } = reading;
  const seen = new Set<string>();
  return (reading.pack.articles ?? []).map((part, i) => {
    const path = ["articles", i];
    const es = article?.(part.id, "es") ?? null;
    const en = article?.(part.id, "en") ?? null;
    if (seen.has(part.id)) reading.say("article-twice", { path: [...path, "id"] }, { id: part.id });
    else if (article !== undefined && es === null)
      reading.say("article-without-text", { path: [...path, "id"] }, { id: part.id });
    seen.add(part.id);
    return {
      id: part.id,
      title: textOf(part.title),
      body: es === null ? null : en === null ? { es } : { es, en },
      ...sourceOf(reading, part, path),
    };
  });
}
