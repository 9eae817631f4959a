import type { ArticleRule } from "../policy.ts";
import { refers, sourceOf, textOf } from "./reading.ts";
import type { Reading } from "./reading.ts";

/**
 * Compiles the articles of the manual, with their Markdown where the folder of the pack is at hand:
 * then an article without its Spanish text is a mistake. English is optional, as everywhere.
 */
export function readArticles(reading: Reading): ArticleRule[] {
  const { article } = reading;
  const seen = new Set<string>();
  const known = typesIn(reading);
  return (reading.pack.articles ?? []).map((part, i) => {
    const path = ["articles", i];
    const es = article?.(part.id, "es") ?? null;
    const en = article?.(part.id, "en") ?? null;
    if (seen.has(part.id)) reading.say("article-twice", { path: [...path, "id"] }, { id: part.id });
    else if (article !== undefined && es === null)
      reading.say("article-without-text", { path: [...path, "id"] }, { id: part.id });
    seen.add(part.id);
    const { answers, marks } = part;
    for (const [j, name] of (answers ?? []).entries())
      refers(reading, { what: "form", known }, { path: [...path, "answers", j], name });
    return {
      id: part.id,
      title: textOf(part.title),
      body: es === null ? null : en === null ? { es } : { es, en },
      ...(answers === undefined ? {} : { answers }),
      ...(marks === undefined ? {} : { marks }),
      ...sourceOf(reading, part, path),
    };
  });
}

/** Every type of request that an article can answer: the forms, and the answers of their lists. */
function typesIn({ pack }: Reading): readonly string[] {
  return Object.entries(pack.forms ?? {}).flatMap(([form, { fields }]) => [
    form,
    ...Object.values(fields).flatMap(({ options }) =>
      Object.keys(options ?? {}).map((value) => `${form}/${value}`),
    ),
  ]);
}
