import type { Offer } from "../core/article/deflection.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** One writing of a form, and whoever writes, both as hashes of 16 bytes. */
export interface VisitKeys {
  readonly visit: Uint8Array;
  readonly visitor: Uint8Array;
}

const seen = statement(
  "article-offer.seen",
  `insert into article_offer (desk_id, visit, article, visitor, form, seen)
   select $1, $2, a, $3, $4, $5 from unnest($6::text[]) as a on conflict do nothing`,
);

/** Notes that articles were shown while a form was written; a second time changes nothing. */
export async function noteSeen(
  tx: Transaction,
  { visit, visitor }: VisitKeys,
  shown: { readonly form: string; readonly articles: readonly string[]; readonly at: Instant },
): Promise<void> {
  const { form, articles, at } = shown;
  await execute(tx, seen, [deskOf(tx), visit, visitor, form, instantParameter(at), articles]);
}

const opened = statement(
  "article-offer.opened",
  `insert into article_offer (desk_id, visit, article, visitor, form, seen, opened)
   values ($1, $2, $3, $4, $5, $6, $6)
   on conflict (desk_id, visit, article) do update set opened = coalesce(article_offer.opened, excluded.opened)`,
);
const solved = statement(
  "article-offer.solved",
  `insert into article_offer (desk_id, visit, article, visitor, form, seen, opened, solved)
   values ($1, $2, $3, $4, $5, $6, $6, $6)
   on conflict (desk_id, visit, article) do update
     set opened = coalesce(article_offer.opened, excluded.opened), solved = coalesce(article_offer.solved, excluded.solved)`,
);

/** Notes that an article was opened from a form, or was said to solve it, the first time that it is. */
export async function noteAct(
  tx: Transaction,
  { visit, visitor }: VisitKeys,
  act: {
    readonly did: "opened" | "solved";
    readonly article: string;
    readonly form: string;
    readonly at: Instant;
  },
): Promise<void> {
  const { did, article, form, at } = act;
  const which = did === "opened" ? opened : solved;
  await execute(tx, which, [deskOf(tx), visit, article, visitor, form, instantParameter(at)]);
}

const filed = statement(
  "article-offer.filed",
  `update article_offer set filed = $4 where desk_id = $1 and filed is null and (visitor = $3 or (visit = $2 and visitor is not null))`,
);

/** Notes that whoever was offered articles sent a request after all. */
export async function noteFiled(
  tx: Transaction,
  { visit, visitor }: VisitKeys,
  at: Instant,
): Promise<void> {
  await execute(tx, filed, [deskOf(tx), visit, visitor, instantParameter(at)]);
}

/** Offers that one report looks at. */
const MOST = 20_000;

const between = statement(
  "article-offer.between",
  `select encode(visit, 'hex') as visit, article, seen, opened, solved, filed from article_offer
    where desk_id = $1 and seen >= $2 and seen < $3 order by seen desc limit ${MOST}`,
);

/** What was offered in a time, the newest first, at most 20,000. */
export function offersBetween(tx: Transaction, from: Instant, to: Instant): Promise<Offer[]> {
  return query(tx, between, [deskOf(tx), instantParameter(from), instantParameter(to)]);
}

const forgetOffers = statement(
  "article-offer.forget",
  `update article_offer set visitor = null where desk_id = $1 and visitor is not null and seen < $2`,
);
const forgetAnswers = statement(
  "article-answer.forget",
  `update article_answer set visitor = null where desk_id = $1 and visitor is not null and at < $2`,
);

/** Erases who it was from what is older than an instant: what is left is of nobody. */
export async function forgetVisitors(tx: Transaction, before: Instant): Promise<void> {
  const values = [deskOf(tx), instantParameter(before)];
  await execute(tx, forgetOffers, values);
  await execute(tx, forgetAnswers, values);
}
