import { isDeepStrictEqual } from "node:util";
import { filesIn, slugOf } from "../../core/article/content.ts";
import type { ArticleContent } from "../../core/article/content.ts";
import type { PolicyVersion } from "../../core/policy/policy.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Instant } from "../../core/time/instant.ts";
import { articleFile } from "../../store/article-files.ts";
import {
  addArticleVersion,
  articleVersion,
  articlesStamp,
  lockArticle,
  putArticle,
} from "../../store/articles.ts";
import type { ArticleRecord, ArticleVersionRecord } from "../../store/articles.ts";
import { appendAudit } from "../../store/audit.ts";
import { policyNumberInForce } from "../../store/policy-versions.ts";
import { inDesk, rollbackWith } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import type { By } from "../register/by.ts";
import { consentedArticles, packContent, packHash } from "./article.ts";

/** Why an article is not written. */
export type ArticleRefusal = Refusal<
  | "no-such-desk"
  | "no-such-article"
  | "article-taken"
  | "article-meanwhile"
  | "article-of-manual"
  | "article-unchanged"
  | "article-name-empty"
  | "article-file-unknown"
  | "articles-too-many"
  | "article-not-differing"
>;

/** An article as it was written. */
export interface WrittenArticle {
  readonly id: string;
  readonly latest: number;
}

type Written = WrittenArticle | ArticleRefusal;

/** Articles that a desk may have. */
const MOST = 500;

/** Writes a new article of the desk's: a draft, under an address made of its title. Refuses `article-taken`, `article-name-empty`, `articles-too-many`. */
export function createArticle(
  plazo: Plazo,
  desk: string,
  wish: { readonly content: ArticleContent; readonly note: string; readonly by: By },
): Promise<Written> {
  const { content, note, by } = wish;
  return writing(plazo, desk, async ({ tx, version, now }) => {
    const id = slugOf(content.title.es);
    if (id === "") return refuse("article-name-empty");
    const isOfPack = (version.policy.articles ?? []).some((one) => one.id === id);
    if (isOfPack || id === "archivos" || (await lockArticle(tx, id)) !== undefined)
      return refuse("article-taken", { facts: { id } });
    if (Number((await articlesStamp(tx)).split(" ")[0]) >= MOST)
      return refuse("articles-too-many", { facts: { most: MOST } });
    const lacking = await missingFile(tx, content);
    if (lacking !== null) return lacking;
    const first = versionBy(by, { number: 1, note, now });
    await putArticle(tx, { ...blank(id, now), state: "draft" });
    await addArticleVersion(tx, id, { ...first, content });
    await audit(plazo, tx, { by, now, action: "article.create", id, after: { latest: 1 } });
    return { id, latest: 1 };
  });
}

/**
 * Adds a version to an article; it is read once it is published. An article of the pack becomes the
 * desk's by its first change: the pack's text stays as its first version. Refuses `no-such-article`,
 * `article-meanwhile` where `base` is not its latest version, `article-unchanged`,
 * `article-of-manual` where a form takes consent to it, `article-file-unknown`.
 */
export function saveArticle(
  plazo: Plazo,
  desk: string,
  wish: {
    readonly id: string;
    readonly base: number;
    readonly content: ArticleContent;
    readonly note: string;
    readonly by: By;
  },
): Promise<Written> {
  const { id, base, content, note, by } = wish;
  return writing(plazo, desk, async ({ tx, version, now }) => {
    const own = await owned(tx, { id, version, now });
    if (isRefusal(own)) return own;
    if (own.latest !== base) return refuse("article-meanwhile", { facts: { latest: own.latest } });
    if (isDeepStrictEqual(await articleVersion(tx, id, base), content))
      return refuse("article-unchanged");
    const lacking = await missingFile(tx, content);
    if (lacking !== null) return lacking;
    const number = base + 1;
    await addArticleVersion(tx, id, { ...versionBy(by, { number, note, now }), content });
    await putArticle(tx, { ...own, latest: number, changed: now });
    const after = { latest: number, note };
    await audit(plazo, tx, {
      by,
      now,
      action: "article.save",
      id,
      before: { latest: base },
      after,
    });
    return { id, latest: number };
  });
}

/** Puts the text of an older version back, as a new one. Refuses as `saveArticle` does. */
export function restoreArticle(
  plazo: Plazo,
  desk: string,
  wish: { readonly id: string; readonly base: number; readonly number: number; readonly by: By },
): Promise<Written> {
  const { id, base, number: old, by } = wish;
  return writing(plazo, desk, async ({ tx, version, now }) => {
    const own = await owned(tx, { id, version, now });
    if (isRefusal(own)) return own;
    if (own.latest !== base) return refuse("article-meanwhile", { facts: { latest: own.latest } });
    const content = await articleVersion(tx, id, old);
    if (content === undefined) return refuse("no-such-article", { facts: { id } });
    if (old === base) return refuse("article-unchanged");
    const number = base + 1;
    const restored = { source: "restored", restores: old } as const;
    const made = { ...versionBy(by, { number, note: "", now }), ...restored };
    await addArticleVersion(tx, id, { ...made, content });
    await putArticle(tx, { ...own, latest: number, changed: now });
    const act = { action: "article.restore", before: { latest: base } };
    await audit(plazo, tx, { by, now, ...act, id, after: { latest: number, restores: old } });
    return { id, latest: number };
  });
}

/** What is done to an article without another text. */
export type ArticleDeed =
  | { readonly do: "publish"; readonly number: number }
  | { readonly do: "withdraw" }
  | { readonly do: "review" }
  | { readonly do: "take-pack" }
  | { readonly do: "keep-own" };

/**
 * Publishes a version, withdraws the article (it is read no more, and can be published again), says
 * that it still holds, takes the pack's newer text as a version, or keeps the desk's own against it.
 * Refuses `no-such-article`, `article-meanwhile` (no such version), `article-of-manual`, and
 * `article-not-differing` where the pack has nothing else to say.
 */
export function changeArticle(
  plazo: Plazo,
  desk: string,
  { id, deed, by }: { readonly id: string; readonly deed: ArticleDeed; readonly by: By },
): Promise<Written> {
  return writing(plazo, desk, async ({ tx, version, now }) => {
    const own = await owned(tx, { id, version, now });
    if (isRefusal(own)) return own;
    const changed = await done(tx, own, { deed, by, now, version });
    if (isRefusal(changed)) return changed;
    await putArticle(tx, { ...changed, changed: now });
    const [before, after] = [shown(own), shown(changed)];
    await audit(plazo, tx, { by, now, action: `article.${deed.do}`, id, before, after });
    return { id, latest: changed.latest };
  });
}

async function done(
  tx: Transaction,
  own: ArticleRecord,
  {
    deed,
    by,
    now,
    version,
  }: {
    readonly deed: ArticleDeed;
    readonly by: By;
    readonly now: Instant;
    readonly version: PolicyVersion;
  },
): Promise<ArticleRecord | ArticleRefusal> {
  const reviewed = { reviewed: now, reviewedBy: by.name };
  if (deed.do === "publish") {
    if (deed.number > own.latest)
      return refuse("article-meanwhile", { facts: { latest: own.latest } });
    return { ...own, state: "published", published: deed.number, publishedAt: now, ...reviewed };
  }
  if (deed.do === "withdraw") return { ...own, state: "withdrawn" };
  if (deed.do === "review") return { ...own, ...reviewed };
  const rule = (version.policy.articles ?? []).find((one) => one.id === own.id);
  const content = rule === undefined ? null : packContent(rule);
  const hash = content === null ? null : packHash(content);
  if (content === null || hash === null || own.packHash?.equals(hash) === true)
    return refuse("article-not-differing");
  if (deed.do === "keep-own") return { ...own, packHash: hash };
  const number = own.latest + 1;
  const made = { ...versionBy(by, { number, note: "", now }), source: "pack" as const };
  await addArticleVersion(tx, own.id, { ...made, content });
  return { ...own, latest: number, packHash: hash };
}

interface Within {
  readonly tx: Transaction;
  readonly version: PolicyVersion;
  readonly now: Instant;
}

/** Runs a change in a transaction, by the policy in force; what a refusal wrote is undone. */
async function writing(
  plazo: Plazo,
  desk: string,
  work: (within: Within) => Promise<Written>,
): Promise<Written> {
  const written = await inDesk(plazo.db, desk, async (tx) => {
    const inForce = await policyNumberInForce(tx);
    if (inForce === undefined) return rollbackWith<Written>(refuse("no-such-desk"));
    const { policy } = await boundPolicy(plazo, tx, inForce);
    const outcome = await work({ tx, version: policy, now: await tx.now() });
    return isRefusal(outcome) ? rollbackWith<Written>(outcome) : outcome;
  });
  plazo.caches.articles.delete(desk);
  return written;
}

/** The desk's own article, locked; of the pack's it makes one, whose first version is the pack's text. */
async function owned(
  tx: Transaction,
  {
    id,
    version,
    now,
  }: { readonly id: string; readonly version: PolicyVersion; readonly now: Instant },
): Promise<ArticleRecord | ArticleRefusal> {
  const rule = (version.policy.articles ?? []).find((one) => one.id === id);
  if (consentedArticles(version.policy).has(id)) return refuse("article-of-manual");
  const own = await lockArticle(tx, id);
  if (own !== undefined) return own;
  const content = rule === undefined ? null : packContent(rule);
  if (content === null) return refuse("no-such-article", { facts: { id } });
  const at = version.effective;
  const made: ArticleRecord = {
    ...blank(id, at),
    ...{ state: "published", published: 1, publishedAt: at, packHash: packHash(content) },
  };
  const by = { byId: "pack", byName: "", note: "", source: "pack", restores: null } as const;
  await putArticle(tx, { ...made, changed: now });
  await addArticleVersion(tx, id, { number: 1, made: at, ...by, content });
  return made;
}

function blank(id: string, at: Instant): ArticleRecord {
  return {
    ...{ id, state: "draft", latest: 1, published: null, publishedAt: null, packHash: null },
    ...{ made: at, changed: at, reviewed: null, reviewedBy: null },
  };
}

function versionBy(
  { who, name }: By,
  { number, note, now }: { readonly number: number; readonly note: string; readonly now: Instant },
): ArticleVersionRecord {
  return { number, made: now, byId: who, byName: name, note, source: "desk", restores: null };
}

async function missingFile(
  tx: Transaction,
  content: ArticleContent,
): Promise<ArticleRefusal | null> {
  for (const id of filesIn(content.body).slice(0, 50)) {
    if ((await articleFile(tx, id)) === undefined)
      return refuse("article-file-unknown", { facts: { id } });
  }
  return null;
}

function shown({ state, latest, published, reviewed }: ArticleRecord): object {
  return { state, latest, published, reviewed };
}

async function audit(
  plazo: Plazo,
  tx: Transaction,
  act: {
    readonly by: By;
    readonly now: Instant;
    readonly action: string;
    readonly id: string;
    readonly before?: object;
    readonly after: object;
  },
): Promise<void> {
  const { by, now, action, id, before = null, after } = act;
  const entry = { id: plazo.effects.random.id(), action, subject: "article", subjectId: id };
  await appendAudit(tx, by, { at: now, acts: [{ ...entry, before, after }] });
}
