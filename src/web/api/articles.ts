import { z } from "zod";
import {
  articleContent,
  articleDetail,
  articleFile,
  articleReport,
  articleWritten,
  articles,
  ticketArticles,
} from "../../contract/articles.ts";
import type {
  ArticleContent,
  ArticleDetail,
  ArticleFile,
  ArticleReport,
  ArticleSaved,
  ArticleWished,
  ArticleWritten,
  Articles,
  TicketArticles,
} from "../../contract/articles.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = (desk: string, ...parts: readonly string[]): string =>
  ["/desks", desk, ...parts]
    .map((part, i) => (i === 0 ? part : encodeURIComponent(part)))
    .join("/");

/** Every article of the desk. */
export function listArticles(desk: string, signal: AbortSignal): Promise<Answer<Articles>> {
  return request(at(desk, "articles"), articles, { signal });
}

/** One article whole. */
export function readArticle(
  desk: string,
  id: string,
  signal: AbortSignal,
): Promise<Answer<ArticleDetail>> {
  return request(at(desk, "articles", id), articleDetail, { signal });
}

/** The text of one version. */
export function readArticleVersion(
  desk: string,
  { id, number }: { readonly id: string; readonly number: number },
  signal: AbortSignal,
): Promise<Answer<ArticleContent>> {
  return request(at(desk, "articles", id, "versions", String(number)), articleContent, { signal });
}

/** Writes a new article. */
export function createArticle(desk: string, body: ArticleWished): Promise<Answer<ArticleWritten>> {
  return request(at(desk, "articles"), articleWritten, { method: "POST", body, once: true });
}

/** Adds a version. */
export function saveArticle(
  desk: string,
  id: string,
  body: ArticleSaved,
): Promise<Answer<ArticleWritten>> {
  const path = at(desk, "articles", id, "versions");
  return request(path, articleWritten, { method: "POST", body, once: true });
}

/** What is done to an article besides writing. */
export type Deed = "publication" | "withdrawal" | "review" | "restoration" | "pack";

/** Does it. */
export function changeArticle(
  desk: string,
  id: string,
  deed: { readonly do: Deed; readonly body?: unknown },
): Promise<Answer<ArticleWritten>> {
  const { body } = deed;
  const path = at(desk, "articles", id, deed.do);
  return request(path, articleWritten, { method: "POST", ...(body === undefined ? {} : { body }) });
}

/** A text as its readers would see it. */
export function previewArticle(
  desk: string,
  body: { readonly text: string; readonly language: "es" | "en" },
  signal: AbortSignal,
): Promise<Answer<{ html: string }>> {
  const shape = z.strictObject({ html: z.string() });
  return request(at(desk, "article-previews"), shape, { method: "POST", body, signal });
}

/** Keeps a file for articles to show. */
export function keepArticleFile(desk: string, file: File): Promise<Answer<ArticleFile>> {
  const path = `${at(desk, "article-files")}?name=${encodeURIComponent(file.name)}`;
  return request(path, articleFile, { method: "POST", bytes: file });
}

/** Articles for one ticket. */
export function listTicketArticles(
  desk: string,
  { folio, q = "" }: { readonly folio: string; readonly q?: string },
  signal: AbortSignal,
): Promise<Answer<TicketArticles>> {
  const path = at(desk, "tickets", folio, "articles");
  const asked = q === "" ? path : `${path}?q=${encodeURIComponent(q.slice(0, 200))}`;
  return request(asked, ticketArticles, { signal });
}

/** What articles spared in the last days. */
export function readArticleReport(
  desk: string,
  days: number,
  signal: AbortSignal,
): Promise<Answer<ArticleReport>> {
  return request(`${at(desk, "article-report")}?days=${days}`, articleReport, { signal });
}

/** Where the same is a file. */
export function articleReportFile(desk: string, days: number, language: "es" | "en"): string {
  return `/api/v1${at(desk, "article-report.csv")}?days=${days}&lang=${language}`;
}
