import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** An article that a reply leads to. */
export interface ArticleUseRecord {
  readonly message: string;
  readonly article: string;
  readonly version: number;
  readonly at: Instant;
  readonly byName: string;
}

const insert = statement(
  "article-use.insert",
  `insert into article_use (desk_id, ticket, message, article, version, at, by_name) values ($1, $2, $3, $4, $5, $6, $7)
   on conflict do nothing`,
);
const ofTicket = statement(
  "article-use.of-ticket",
  `select message, article, version, at, by_name as "byName" from article_use
    where desk_id = $1 and ticket = $2 order by at, message, article limit 200`,
);

/** Notes that a reply to a ticket leads to an article. */
export async function insertUse(
  tx: Transaction,
  ticket: number,
  { message, article, version, at, byName }: ArticleUseRecord,
): Promise<void> {
  const when = instantParameter(at);
  await execute(tx, insert, [deskOf(tx), ticket, message, article, version, when, byName]);
}

/** The articles that the replies to a ticket lead to, in the order in which they were sent. */
export function usesOf(tx: Transaction, ticket: number): Promise<ArticleUseRecord[]> {
  return query(tx, ofTicket, [deskOf(tx), ticket]);
}
