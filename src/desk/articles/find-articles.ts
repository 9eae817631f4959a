import { searched } from "../../core/article/suggest.ts";
import type { Language } from "../../core/policy/text.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import { currentPolicy } from "../policies/current-policy.ts";
import { readArticles, readableArticles } from "./article.ts";
import type { ReadableArticle } from "./article.ts";

/** The published articles of a desk that hold every word sought, internal ones too, the best first, at most `most`. Refuses what reading the desk's policy refuses. */
export async function findArticles(
  plazo: Plazo,
  desk: string,
  { q, language, most }: { readonly q: string; readonly language: Language; readonly most: number },
): Promise<readonly ReadableArticle[] | Refusal> {
  const bound = await currentPolicy(plazo, desk);
  if (isRefusal(bound)) return bound;
  const readable = readableArticles(await readArticles(plazo, desk, bound), "staff");
  return searched(readable, q, language).slice(0, most);
}
