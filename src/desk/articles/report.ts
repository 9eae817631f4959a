import type { ArticleContent } from "../../core/article/content.ts";
import { deflectionByArticle, deflectionOf } from "../../core/article/deflection.ts";
import type { Deflection } from "../../core/article/deflection.ts";
import { reviewReasons } from "../../core/article/health.ts";
import type { ReviewReason } from "../../core/article/health.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { DAY } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import { articleTallies, wordedAnswers } from "../../store/article-answers.ts";
import type { ArticleAnswerRecord, ArticleTally } from "../../store/article-answers.ts";
import { offersBetween } from "../../store/article-offers.ts";
import { articleVersion, articleVersionsOf } from "../../store/articles.ts";
import type { ArticleVersionRecord } from "../../store/articles.ts";
import { filedBetween } from "../../store/filed-between.ts";
import { inDesk } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";
import { currentPolicy } from "../policies/current-policy.ts";
import { articlesWithin, packContent } from "./article.ts";
import type { Article } from "./article.ts";

/** Answers and uses are counted over so long. */
const COUNTED = 180 * DAY;

/** An article with how it does: answers and uses of the last 180 days. */
export interface ArticleInHealth extends Article {
  readonly helpful: number;
  readonly unhelpful: number;
  readonly used: number;
  readonly toReview: readonly ReviewReason[];
}

/** All articles of a desk with how they do, those of the pack first. */
export async function articlesInHealth(
  plazo: Plazo,
  desk: string,
): Promise<readonly ArticleInHealth[] | Refusal> {
  const bound = await currentPolicy(plazo, desk);
  if (isRefusal(bound)) return bound;
  return inDesk(plazo.db, desk, async (tx) => {
    const now = await tx.now();
    const all = await articlesWithin(plazo, tx, { desk, bound });
    const tallies = await articleTallies(tx, now - COUNTED);
    const byId = new Map(tallies.map((one) => [one.article, one]));
    return all.map((article) => inHealth(article, byId.get(article.id), now));
  });
}

function inHealth(
  article: Article,
  tally: ArticleTally | undefined,
  now: Instant,
): ArticleInHealth {
  const { helpful = 0, unhelpful = 0, used = 0 } = tally ?? {};
  const isRead = article.content !== null;
  const dates = [article.publishedAt, article.reviewed].filter((at) => at !== null);
  const fresh = isRead && dates.length > 0 ? Math.max(...dates) : null;
  const toReview = reviewReasons({ helpful, unhelpful, fresh }, now);
  return { ...article, helpful, unhelpful, used, toReview };
}

/** One article with its versions, the words of its readers, and what its pack says where that is another. */
export interface ArticleDetail {
  readonly article: ArticleInHealth;
  readonly versions: readonly ArticleVersionRecord[];
  readonly answers: readonly ArticleAnswerRecord[];
  readonly pack: ArticleContent | null;
}

/** Reads one article whole; refuses `no-such-article`. */
export async function readArticle(
  plazo: Plazo,
  desk: string,
  id: string,
): Promise<ArticleDetail | Refusal> {
  const bound = await currentPolicy(plazo, desk);
  if (isRefusal(bound)) return bound;
  const all = await articlesInHealth(plazo, desk);
  if (isRefusal(all)) return all;
  const article = all.find((one) => one.id === id);
  if (article === undefined) return refuse("no-such-article", { facts: { id } });
  return inDesk(plazo.db, desk, async (tx) => ({
    article,
    versions: article.of === "desk" ? await articleVersionsOf(tx, id) : [],
    answers: await wordedAnswers(tx, id),
    pack: article.packDiffers ? textOfPack(bound, id) : null,
  }));
}

function textOfPack({ policy }: BoundPolicy, id: string): ArticleContent | null {
  const rule = policy.policy.articles?.find((one) => one.id === id);
  return rule === undefined ? null : packContent(rule);
}

/** The text of one version; refuses `no-such-article`. */
export async function readArticleVersion(
  plazo: Plazo,
  desk: string,
  { id, number }: { readonly id: string; readonly number: number },
): Promise<ArticleContent | Refusal> {
  const content = await inDesk(plazo.db, desk, (tx) => articleVersion(tx, id, number));
  return content ?? refuse("no-such-article", { facts: { id } });
}

/** What offering articles spared in a time. */
export interface ArticleReport {
  readonly from: Instant;
  readonly to: Instant;
  readonly now: Instant;
  readonly all: Deflection;
  readonly byArticle: readonly (Deflection & { readonly article: string })[];
  /** Tickets that were filed by the form in the same time. */
  readonly filed: number;
}

/** Reads what offering articles spared in the last `days`, up to now. */
export function articleReport(plazo: Plazo, desk: string, days: number): Promise<ArticleReport> {
  return inDesk(plazo.db, desk, async (tx) => {
    const now = await tx.now();
    const from = now - days * DAY;
    const offers = await offersBetween(tx, from, now + 1);
    return {
      ...{ from, to: now, now },
      all: deflectionOf(offers, now),
      byArticle: deflectionByArticle(offers, now),
      filed: await filedBetween(tx, { from, to: now + 1, channel: "form" }),
    };
  });
}
