import type { Language } from "../core/policy/text.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** What a reader said of an article. */
export interface ArticleAnswerRecord {
  readonly id: string;
  readonly article: string;
  readonly version: number;
  readonly language: Language;
  readonly helpful: boolean;
  readonly words: string | null;
  readonly at: Instant;
}

const put = statement(
  "article-answer.put",
  `insert into article_answer (desk_id, id, article, version, language, helpful, words, at, visitor)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (desk_id, article, visitor) do update set version = excluded.version, language = excluded.language,
     helpful = excluded.helpful, words = coalesce(excluded.words, article_answer.words), at = excluded.at`,
);

/** Keeps a reader's answer; a second one of the same browser takes the place of the first, and keeps its words where it has none. */
export async function putAnswer(
  tx: Transaction,
  answer: ArticleAnswerRecord,
  visitor: Uint8Array,
): Promise<void> {
  const { id, article, version, language, helpful, words, at } = answer;
  const when = instantParameter(at);
  const values = [deskOf(tx), id, article, version, language, helpful, words, when, visitor];
  await execute(tx, put, values);
}

const worded = statement(
  "article-answer.worded",
  `select id, article, version, language, helpful, words, at from article_answer
    where desk_id = $1 and article = $2 and words is not null order by at desc, id desc limit 50`,
);

/** The newest answers in words to an article, at most 50. */
export function wordedAnswers(tx: Transaction, article: string): Promise<ArticleAnswerRecord[]> {
  return query(tx, worded, [deskOf(tx), article]);
}

/** How often each article helped, did not, and was used in a reply. */
export interface ArticleTally {
  readonly article: string;
  readonly helpful: number;
  readonly unhelpful: number;
  readonly used: number;
}

const tallies = statement(
  "article-answer.tallies",
  `select coalesce(r.article, u.article) as article, coalesce(r.helpful, 0)::int as helpful,
      coalesce(r.unhelpful, 0)::int as unhelpful, coalesce(u.used, 0)::int as used
     from (select article, count(*) filter (where helpful) as helpful, count(*) filter (where not helpful) as unhelpful
             from article_answer where desk_id = $1 and at >= $2 group by article) as r
     full join (select article, count(*) as used from article_use where desk_id = $1 and at >= $2 group by article) as u
       on u.article = r.article
    order by 1 limit 2000`,
);

/** The answers to each article and its uses since an instant. */
export function articleTallies(tx: Transaction, since: Instant): Promise<ArticleTally[]> {
  return query(tx, tallies, [deskOf(tx), instantParameter(since)]);
}
