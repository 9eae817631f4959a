import type { ArticleContent } from "../core/article/content.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** An article that is the desk's own, as it stands. */
export interface ArticleRecord {
  readonly id: string;
  readonly state: "draft" | "published" | "withdrawn";
  readonly latest: number;
  readonly published: number | null;
  readonly publishedAt: Instant | null;
  /** SHA-256 of the pack's text that was last taken, or decided against; null: none. */
  readonly packHash: Buffer | null;
  readonly made: Instant;
  readonly changed: Instant;
  readonly reviewed: Instant | null;
  readonly reviewedBy: string | null;
}

/** The same with the text that is read and the one that was written last. */
export interface ArticleWithTexts extends ArticleRecord {
  readonly latestContent: ArticleContent;
  /** Null: nothing was published. */
  readonly publishedContent: ArticleContent | null;
}

/** A version of an article, without its text. */
export interface ArticleVersionRecord {
  readonly number: number;
  readonly made: Instant;
  readonly byId: string;
  readonly byName: string;
  readonly note: string;
  readonly source: "desk" | "pack" | "restored";
  readonly restores: number | null;
}

const columns = `id, state, latest, published, published_at as "publishedAt", pack_hash as "packHash", made, changed, reviewed, reviewed_by as "reviewedBy"`;

const all = statement(
  "article.all",
  `select ${columns.replace("id,", "a.id,").replace("made", "a.made")},
      l.content as "latestContent", p.content as "publishedContent"
     from article a
     join article_version l on l.desk_id = a.desk_id and l.article = a.id and l.number = a.latest
     left join article_version p on p.desk_id = a.desk_id and p.article = a.id and p.number = a.published
    where a.desk_id = $1 order by a.id limit 1000`,
);

/** Every article that is the desk's own, with its texts, by id: a desk has tens of them, and at most a thousand. */
export function articlesOf(tx: Transaction): Promise<ArticleWithTexts[]> {
  return query(tx, all, [deskOf(tx)]);
}

const stamp = statement(
  "article.stamp",
  `select count(*)::int as count, coalesce(sum(latest), 0)::int as versions, max(changed) as changed from article where desk_id = $1`,
);

/** What tells one state of a desk's articles from another, in one word: every change of one changes it. */
export async function articlesStamp(tx: Transaction): Promise<string> {
  const row = await queryOne<{ count: number; versions: number; changed: Instant | null }>(
    tx,
    stamp,
    [deskOf(tx)],
  );
  return `${row?.count} ${row?.versions} ${row?.changed}`;
}

const locked = statement(
  "article.lock",
  `select ${columns} from article where desk_id = $1 and id = $2 for update`,
);

/** An article, locked until the transaction ends; `undefined` where the desk has none of its own by that id. */
export function lockArticle(tx: Transaction, id: string): Promise<ArticleRecord | undefined> {
  return queryOne(tx, locked, [deskOf(tx), id]);
}

const put = statement(
  "article.put",
  `insert into article (desk_id, id, state, latest, published, published_at, pack_hash, made, changed, reviewed, reviewed_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
   on conflict (desk_id, id) do update set state = excluded.state, latest = excluded.latest, published = excluded.published,
     published_at = excluded.published_at, pack_hash = excluded.pack_hash, changed = excluded.changed,
     reviewed = excluded.reviewed, reviewed_by = excluded.reviewed_by`,
);

/** Writes an article as it stands now, new or changed. */
export async function putArticle(tx: Transaction, one: ArticleRecord): Promise<void> {
  const at = (instant: Instant | null): string | null =>
    instant === null ? null : instantParameter(instant);
  const { id, state, latest, published, packHash } = one;
  await execute(tx, put, [
    ...[deskOf(tx), id, state, latest, published, at(one.publishedAt), packHash],
    ...[at(one.made), at(one.changed), at(one.reviewed), one.reviewedBy],
  ]);
}

const addVersion = statement(
  "article.add-version",
  `insert into article_version (desk_id, article, number, made, by_id, by_name, note, source, restores, content)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

/** Adds a version to an article: it is never changed afterwards. */
export async function addArticleVersion(
  tx: Transaction,
  article: string,
  { content, ...one }: ArticleVersionRecord & { readonly content: ArticleContent },
): Promise<void> {
  const { number, made, byId, byName, note, source, restores } = one;
  await execute(tx, addVersion, [
    ...[deskOf(tx), article, number, instantParameter(made), byId, byName, note, source, restores],
    JSON.stringify(content),
  ]);
}

const versions = statement(
  "article.versions",
  `select number, made, by_id as "byId", by_name as "byName", note, source, restores
     from article_version where desk_id = $1 and article = $2 order by number desc limit 500`,
);

/** The versions of an article without their texts, the newest first, at most 500. */
export function articleVersionsOf(
  tx: Transaction,
  article: string,
): Promise<ArticleVersionRecord[]> {
  return query(tx, versions, [deskOf(tx), article]);
}

const oneVersion = statement(
  "article.version",
  `select content from article_version where desk_id = $1 and article = $2 and number = $3`,
);

/** The text of one version; `undefined` where there is none. */
export async function articleVersion(
  tx: Transaction,
  article: string,
  number: number,
): Promise<ArticleContent | undefined> {
  const row = await queryOne<{ content: ArticleContent }>(tx, oneVersion, [
    deskOf(tx),
    article,
    number,
  ]);
  return row?.content;
}
