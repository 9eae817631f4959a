import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** A file that articles show or link to. */
export interface ArticleFileRecord {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly kind: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly made: Instant;
  readonly byName: string;
}

const insert = statement(
  "article-file.insert",
  `insert into article_file (desk_id, id, name, media_type, kind, size, sha256, made, by_name)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const read = statement(
  "article-file.read",
  `select id, name, media_type as "mediaType", kind, size, sha256, made, by_name as "byName"
     from article_file where desk_id = $1 and id = $2`,
);

/** Notes a file whose bytes are kept. */
export async function insertArticleFile(tx: Transaction, one: ArticleFileRecord): Promise<void> {
  const { id, name, mediaType, kind, size, sha256, made, byName } = one;
  const at = instantParameter(made);
  await execute(tx, insert, [deskOf(tx), id, name, mediaType, kind, size, sha256, at, byName]);
}

/** A file of the desk's articles; `undefined` where there is none. */
export function articleFile(tx: Transaction, id: string): Promise<ArticleFileRecord | undefined> {
  return queryOne(tx, read, [deskOf(tx), id]);
}
