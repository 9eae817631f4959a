import { html } from "hono/html";
import type { ArticleRule, Policy, PolicyVersion } from "../../core/policy/policy.ts";
import { inLanguage } from "../../core/policy/text.ts";
import { sayLongDate } from "../../words/dates.ts";
import { articleWords } from "../../words/site/article.ts";
import { clauseOf } from "../manual/leaf.ts";
import type { Html, MaybeHtml } from "../html.ts";
import type { Here } from "../moment.ts";
import { deskName, page as framed } from "../page.ts";
import { hrefFor } from "../reader.ts";
import type { Reader } from "../reader.ts";
import { rendered } from "./markdown.ts";

/** A desk's articles as somebody reads them. */
export interface ArticlesPage {
  readonly reader: Reader;
  readonly here: Here;
  readonly version: PolicyVersion;
}

/** The articles that can be read: those that have their text. */
export function readable({ articles = [] }: Policy): readonly ArticleRule[] {
  return articles.filter(({ body }) => body !== null);
}

/** Where an article is read. */
export function articlePath(policy: Policy, id: string): string {
  return `/d/${policy.desk.id}/articulos/${id}`;
}

/** Links to all articles, in the order of the manual; nothing where there are none. */
export function articleList(policy: Policy, reader: Reader, but?: string): MaybeHtml {
  const articles = readable(policy).filter(({ id }) => id !== but);
  if (articles.length === 0) return "";
  return html`<ul>${articles.map(
    ({ id, title }) =>
      html`<li><a href="${hrefFor(reader, articlePath(policy, id))}">${inLanguage(title, reader.language)}</a></li>`,
  )}</ul>`;
}

/** The list of a desk's articles (CC-19). */
export function articlesPage({ reader, version }: ArticlesPage): Html {
  const { policy } = version;
  const w = articleWords[reader.language];
  const desk = deskName(policy, reader.language);
  return framed(
    { reader, desk, title: w.title },
    html`<article class="text"><h1>${w.title}</h1><p class="lead">${w.lead}</p>${articleList(policy, reader)}</article>
<p class="no-print"><a class="button main-act" href="${hrefFor(reader, `/d/${desk.id}/ayuda`)}">${w.ask}</a></p>`,
  );
}

/** One article, as it stands in the version in force; what to read next below it. */
export function articlePage(page: ArticlesPage, article: ArticleRule): Html {
  const { reader, version, here } = page;
  const { policy } = version;
  const { language } = reader;
  const w = articleWords[language];
  const desk = deskName(policy, language);
  const { body } = article;
  const title = inLanguage(article.title, language);
  const isOther = body !== null && language === "en" && body.en === undefined;
  return framed(
    { reader, desk, title },
    html`<article class="text article"><h1>${title}</h1>
<div${isOther ? html` lang="es"` : ""}>${body === null ? "" : rendered(inLanguage(body, language), reader)}</div>
<p class="small soft">${desk.name}. ${w.version(version.number, sayLongDate(version.effective, here))}.${clauseOf(article)}</p></article>
<nav class="no-print text" aria-labelledby="otros"><h2 id="otros">${w.others}</h2>${articleList(policy, reader, article.id)}</nav>
<p class="no-print"><a class="button main-act" href="${hrefFor(reader, `/d/${desk.id}/ayuda`)}">${w.ask}</a></p>`,
  );
}
