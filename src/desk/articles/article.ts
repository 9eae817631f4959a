import type { ArticleContent } from "../../core/article/content.ts";
import type { ArticleRule, Policy, PolicyVersion } from "../../core/policy/policy.ts";
import type { Instant } from "../../core/time/instant.ts";
import { articlesOf, articlesStamp } from "../../store/articles.ts";
import type { ArticleWithTexts } from "../../store/articles.ts";
import { canonicalOf } from "../../core/policy/canonical.ts";
import { sha256 } from "../../store/digest.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";

/** An article of a desk: of its pack as it is, or of the desk's own from its first change on. */
export interface Article {
  readonly id: string;
  readonly state: "draft" | "published" | "withdrawn";
  /** "pack": nobody at the desk changed it, and it changes with the manual. */
  readonly of: "pack" | "desk";
  readonly latest: number;
  readonly published: number | null;
  /** The text that is read; null: none is. */
  readonly content: ArticleContent | null;
  readonly latestContent: ArticleContent;
  readonly publishedAt: Instant | null;
  readonly changed: Instant;
  readonly reviewed: Instant | null;
  readonly reviewedBy: string | null;
  /** The pack has another text than the one that the desk last took or decided against. */
  readonly packDiffers: boolean;
  /** Its clauses, where the manual has it. */
  readonly clause: readonly string[];
  /** A form takes consent to it: its text is the manual's, and changes with its versions alone. */
  readonly ofManual: boolean;
}

/** The text of an article of a pack; null where only the pack's file was at hand. */
export function packContent(rule: ArticleRule): ArticleContent | null {
  const { title, body, answers = [], marks = [] } = rule;
  if (body === null) return null;
  return { title, body, audience: "public", types: answers, severities: [], marks };
}

/** What tells one text of a pack from another. */
export function packHash(content: ArticleContent): Buffer {
  return sha256(canonicalOf(content as never));
}

/** Ids of the articles that a form takes consent to. */
export function consentedArticles({ forms }: Pick<Policy, "forms">): ReadonlySet<string> {
  return new Set(forms.flatMap(({ fields }) => fields.flatMap(({ reads }) => reads ?? [])));
}

/** Every article of the desk: those of the pack in its order, then the desk's own by id. */
export async function allArticles(tx: Transaction, version: PolicyVersion): Promise<Article[]> {
  const own = new Map((await articlesOf(tx)).map((one) => [one.id, one]));
  const { policy } = version;
  const consented = consentedArticles(policy);
  const ofPack = (policy.articles ?? []).flatMap((rule): Article[] => {
    const content = packContent(rule);
    const one = own.get(rule.id);
    own.delete(rule.id);
    if (one !== undefined && !consented.has(rule.id))
      return [ownArticle(one, content, rule.clause)];
    if (content === null) return [];
    return [packArticle(rule, { content, version, ofManual: consented.has(rule.id) })];
  });
  return [...ofPack, ...Array.from(own.values(), (one) => ownArticle(one, null, []))];
}

function packArticle(
  { id, clause }: ArticleRule,
  {
    content,
    version,
    ofManual,
  }: {
    readonly content: ArticleContent;
    readonly version: PolicyVersion;
    readonly ofManual: boolean;
  },
): Article {
  const at = version.effective;
  return {
    ...{ id, state: "published", of: "pack", latest: 1, published: 1, content },
    ...{ latestContent: content, publishedAt: at, changed: at, reviewed: null, reviewedBy: null },
    ...{ packDiffers: false, clause, ofManual },
  };
}

function ownArticle(
  one: ArticleWithTexts,
  pack: ArticleContent | null,
  clause: readonly string[],
): Article {
  const { id, state, latest, published, publishedAt, changed, reviewed, reviewedBy } = one;
  const hash = pack === null ? null : packHash(pack);
  return {
    ...{ id, state, of: "desk", latest, published, publishedAt, changed, reviewed, reviewedBy },
    content: state === "published" ? one.publishedContent : null,
    latestContent: one.latestContent,
    packDiffers: hash !== null && (one.packHash === null || !hash.equals(one.packHash)),
    clause,
    ofManual: false,
  };
}

/** The articles of a desk, from memory where none changed since. */
export function readArticles(
  plazo: Plazo,
  desk: string,
  bound: Pick<BoundPolicy, "policy">,
): Promise<readonly Article[]> {
  return inDesk(plazo.db, desk, (tx) => articlesWithin(plazo, tx, { desk, bound }));
}

/** The same in a transaction under way. */
export async function articlesWithin(
  { caches }: Pick<Plazo, "caches">,
  tx: Transaction,
  { desk, bound }: { readonly desk: string; readonly bound: Pick<BoundPolicy, "policy"> },
): Promise<readonly Article[]> {
  const stamp = `${bound.policy.number} ${await articlesStamp(tx)}`;
  const known = caches.articles.get(desk);
  if (known?.stamp === stamp) return known.all;
  const all = await allArticles(tx, bound.policy);
  caches.articles.set(desk, { stamp, all });
  return all;
}

/** An article that somebody may read now, with its text. */
export interface ReadableArticle extends Article {
  readonly content: ArticleContent;
  readonly published: number;
}

/** The articles that everybody may read; `staff`: those for the desk's people too. */
export function readableArticles(
  all: readonly Article[],
  reader: "public" | "staff",
): readonly ReadableArticle[] {
  return all.filter(
    (one): one is ReadableArticle =>
      one.content !== null &&
      one.published !== null &&
      (reader === "staff" || one.content.audience === "public"),
  );
}
