import { html } from "hono/html";
import { related } from "../../core/article/suggest.ts";
import type { FormRule } from "../../core/policy/form-rule.ts";
import type { ArticleRule, Policy, PolicyVersion } from "../../core/policy/policy.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { ReadableArticle } from "../../desk/articles/article.ts";
import { sayLongDate } from "../../words/dates.ts";
import { articleWords } from "../../words/site/article.ts";
import { clauseOf } from "../manual/leaf.ts";
import type { Html, MaybeHtml } from "../html.ts";
import type { Here } from "../moment.ts";
import { deskName, page as framed } from "../page.ts";
import { hrefFor } from "../reader.ts";
import type { Reader } from "../reader.ts";
import { opinion, wasItSolved } from "./answer.ts";
import type { Answering } from "./answer.ts";
import { rendered } from "./markdown.ts";

/** A desk's articles as somebody reads them. */
export interface ArticlesPage {
  readonly reader: Reader;
  readonly here: Here;
  readonly version: PolicyVersion;
  /** Those that everybody may read. */
  readonly articles: readonly ReadableArticle[];
}

/** The articles of a manual that can be read: those that have their text. */
export function readable({ articles = [] }: Policy): readonly ArticleRule[] {
  return articles.filter(({ body }) => body !== null);
}

/** Where an article is read. */
export function articlePath(policy: Pick<Policy, "desk">, id: string): string {
  return `/d/${policy.desk.id}/articulos/${id}`;
}

/** Links to articles, in the order given; nothing where there are none. */
export function articleList(
  policy: Policy,
  reader: Reader,
  articles: readonly ReadableArticle[],
): MaybeHtml {
  if (articles.length === 0) return "";
  return html`<ul class="articles">${articles.map(
    ({ id, content }) =>
      html`<li><a href="${hrefFor(reader, articlePath(policy, id))}">${inLanguage(content.title, reader.language)}</a></li>`,
  )}</ul>`;
}

/** One article, as it stands: its text, whether it helped, what to read next. */
export function articlePage(
  page: ArticlesPage & { readonly answering: Answering },
  article: ReadableArticle,
): Html {
  const { reader, version, answering } = page;
  const { policy } = version;
  const { language } = reader;
  const w = articleWords[language];
  const desk = deskName(policy, language);
  const { title: named, body } = article.content;
  const title = inLanguage(named, language);
  const isOther = language === "en" && body.en === undefined;
  const next = related(page.articles, article, 4);
  return framed(
    { reader, desk, title, here: "help" },
    html`<article class="text article"><h1>${title}</h1>
${isOther ? html`<p class="soft">${w.onlySpanish}</p>` : ""}
<div${isOther ? html` lang="es"` : ""}>${rendered(inLanguage(body, language), reader)}</div>
<p class="small soft">${desk.name}. ${standing(page, article)}.${clauseOf(article)}</p></article>
${wasItSolved(answering, { reader, path: articlePath(policy, article.id) })}
${opinion(answering, { reader, path: articlePath(policy, article.id) })}
${next.length === 0 ? "" : html`<nav class="no-print text" aria-labelledby="otros"><h2 id="otros">${w.related}</h2>${articleList(policy, reader, next)}</nav>`}
<p class="no-print row">${answering.visit === null ? html`<a class="button main-act" href="${askHref(policy, reader, article)}">${w.askAbout}</a> ` : ""}<a class="button" href="${hrefFor(reader, `/d/${desk.id}/articulos`)}">${w.all}</a></p>`,
  );
}

function standing({ version, here, reader }: ArticlesPage, article: ReadableArticle): string {
  const w = articleWords[reader.language];
  return article.of === "pack"
    ? w.version(version.number, sayLongDate(version.effective, here))
    : w.updated(article.published, sayLongDate(article.publishedAt ?? article.changed, here));
}

/** The form that the article is about, with the answer that it belongs to chosen already. */
function askHref(policy: Policy, reader: Reader, { content }: ReadableArticle): string {
  const [form, value] = (content.types[0] ?? "").split("/");
  const forms: readonly FormRule[] = policy.forms.filter(({ on }) => on.includes("form"));
  const found = forms.find(({ id }) => id === form);
  const path = `/d/${policy.desk.id}/ayuda`;
  if (found === undefined) return hrefFor(reader, path);
  const to = policy.forms[0]?.id === found.id ? path : `${path}/${found.id}`;
  return hrefFor(reader, to, { tipo: value });
}

/** What stands in the place of an article that was withdrawn. */
export function withdrawnPage({ reader, version: { policy } }: ArticlesPage): Html {
  const w = articleWords[reader.language];
  const desk = deskName(policy, reader.language);
  return framed(
    { reader, desk, title: w.withdrawnTitle, here: "help", private: true },
    html`<h1>${w.withdrawnTitle}</h1><p class="lead">${w.withdrawn}</p>
<p class="row"><a class="button main-act" href="${hrefFor(reader, `/d/${desk.id}/articulos`)}">${w.title}</a> <a class="button" href="${hrefFor(reader, `/d/${desk.id}/ayuda`)}">${w.ask}</a></p>`,
  );
}

/** What is said once an article solved what somebody was about to ask. */
export function solvedPage({ reader, version: { policy } }: ArticlesPage): Html {
  const w = articleWords[reader.language];
  const desk = deskName(policy, reader.language);
  return framed(
    { reader, desk, title: w.solvedTitle, here: "help", private: true },
    html`<h1>${w.solvedTitle}</h1><p class="lead">${w.solvedText}</p><p>${w.solvedAgain}</p>
<p class="row"><a class="button" href="${hrefFor(reader, `/d/${desk.id}/`)}">${desk.name}</a> <a class="button" href="${hrefFor(reader, `/d/${desk.id}/ayuda`)}">${w.ask}</a></p>`,
  );
}
