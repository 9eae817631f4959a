import { html } from "hono/html";
import { searched } from "../../core/article/suggest.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { ReadableArticle } from "../../desk/articles/article.ts";
import { articleWords } from "../../words/site/article.ts";
import type { Html } from "../html.ts";
import { deskName, page as framed } from "../page.ts";
import { hrefFor } from "../reader.ts";
import type { Reader } from "../reader.ts";
import { articleList } from "./article.ts";
import type { ArticlesPage } from "./article.ts";

/** The list of a desk's articles by the type of request that they answer, and a search that needs no script (CC-19). */
export function articlesPage(page: ArticlesPage & { readonly query: string }): Html {
  const { reader, version, articles, query } = page;
  const { policy } = version;
  const w = articleWords[reader.language];
  const desk = deskName(policy, reader.language);
  const title = query === "" ? w.title : `${query} · ${w.title}`;
  const at = `/d/${desk.id}/articulos`;
  return framed(
    { reader, desk, title, here: "help" },
    html`<h1>${w.title}</h1><p class="lead">${w.lead}</p>
<form class="find" role="search" action="${at}">${reader.chosen ? html`<input type="hidden" name="lang" value="${reader.language}">` : ""}
<label for="q">${w.find}</label>
<div class="row"><input id="q" name="q" type="search" maxlength="200" value="${query}"> <button class="button">${w.findAct}</button></div></form>
<div class="text">${query === "" ? byType(policy, reader, articles) : found(page)}</div>
<p class="no-print"><a class="button main-act" href="${hrefFor(reader, `/d/${desk.id}/ayuda`)}">${w.ask}</a></p>`,
  );
}

function found({
  reader,
  version: { policy },
  articles,
  query,
}: ArticlesPage & { readonly query: string }): Html {
  const w = articleWords[reader.language];
  const some = searched(articles, query, reader.language);
  const all = html`<p class="alone"><a href="${hrefFor(reader, `/d/${policy.desk.id}/articulos`)}">${w.all}</a></p>`;
  if (some.length === 0) return html`<p role="status">${w.noneFound(query)}</p>${all}`;
  return html`<h2 role="status">${w.found(some.length, query)}</h2>${articleList(policy, reader, some)}${all}`;
}

/** A heading for each form or answer that some article is about; what is about none comes last. */
function byType(policy: Policy, reader: Reader, articles: readonly ReadableArticle[]): Html {
  const w = articleWords[reader.language];
  const groups = typesOf(policy, reader).flatMap(({ type, label }) => {
    const those = articles.filter(({ content }) => content.types[0] === type);
    return those.length === 0 ? [] : [{ label, those }];
  });
  const grouped = new Set(groups.flatMap(({ those }) => those));
  const rest = articles.filter((one) => !grouped.has(one));
  if (groups.length === 0) return html`${articleList(policy, reader, rest)}`;
  return html`${groups.map(({ label, those }) => html`<section><h2>${label}</h2>${articleList(policy, reader, those)}</section>`)}
${rest.length === 0 ? "" : html`<section><h2>${w.rest}</h2>${articleList(policy, reader, rest)}</section>`}`;
}

/** Every type of request of the desk's forms, in their order, as it is called. */
function typesOf(
  { forms }: Policy,
  { language }: Reader,
): readonly { readonly type: string; readonly label: string }[] {
  return forms
    .filter(({ on }) => on.includes("form"))
    .flatMap(({ id, title, fields }) => [
      { type: id, label: inLanguage(title, language) },
      ...fields.flatMap(({ options }) =>
        options.map(({ value, label }) => ({
          type: `${id}/${value}`,
          label: inLanguage(label, language),
        })),
      ),
    ]);
}
