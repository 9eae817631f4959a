import { html } from "hono/html";
import type { Policy } from "../../core/policy/policy.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { ReadableArticle } from "../../desk/articles/article.ts";
import { articleWords } from "../../words/site/article.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { hrefFor } from "../reader.ts";
import type { Reader } from "../reader.ts";
import { articlePath } from "./article.ts";

/** Articles that may answer what somebody is writing in a form. */
export interface Offered {
  /** The writing of the form, by the hash that says nothing of it. */
  readonly visit: string;
  readonly form: string;
  readonly articles: readonly ReadableArticle[];
}

/** The form apart by which "this solved it" is sent: it brings nothing of what was written. */
export const solvedForm = "resuelto";

/** At most so many at once. */
export const mostOffered = 3;

/**
 * Articles in their place in a form: each opens beside it, and its button ends the form without a
 * ticket. Nothing where there are none.
 */
export function offers(
  policy: Pick<Policy, "desk">,
  reader: Reader,
  { visit, form, articles }: Offered,
): MaybeHtml {
  if (articles.length === 0) return "";
  const w = articleWords[reader.language];
  const items = articles.slice(0, mostOffered).map((article) => {
    const title = inLanguage(article.content.title, reader.language);
    const path = articlePath(policy, article.id);
    return html`<li>${linkTo(article, { policy, reader, visit, form })} <button class="link" form="${solvedForm}" formaction="${path}/resuelto" aria-label="${w.solvedFor(title)}">${w.solved}</button></li>`;
  });
  return html`<div class="offers"><p>${w.offered}</p><ul>${items}</ul></div>`;
}

/** The same under an answer that was chosen: links alone. */
export function offersForType(
  policy: Pick<Policy, "desk">,
  reader: Reader,
  { visit, form, articles }: Offered,
): MaybeHtml {
  if (articles.length === 0) return "";
  const w = articleWords[reader.language];
  const items = articles
    .slice(0, mostOffered)
    .map((article) => html`<li>${linkTo(article, { policy, reader, visit, form })}</li>`);
  return html`<p class="small">${w.offeredForType}</p><ul class="small">${items}</ul>`;
}

/** Where offers appear while somebody writes, and the form apart that ends it. */
export function offersPlace(policy: Pick<Policy, "desk">, reader: Reader, offered: Offered): Html {
  return html`<div id="articulos" aria-live="polite" data-ask="/d/${policy.desk.id}/articulos/sugeridos" data-visit="${offered.visit}" data-form="${offered.form}"${reader.chosen ? html` data-lang="${reader.language}"` : ""}>${offers(policy, reader, offered)}</div>`;
}

/** The form that "this solved it" is sent by: outside of the other, so that nothing written goes with it. */
export function solvedFormOf(reader: Reader, { visit, form }: Offered): Html {
  return html`<form id="${solvedForm}" method="post" hidden><input type="hidden" name="visita" value="${visit}"><input type="hidden" name="formulario" value="${form}">${reader.chosen ? html`<input type="hidden" name="lang" value="${reader.language}">` : ""}</form>`;
}

interface Linking extends Pick<Offered, "visit" | "form"> {
  readonly policy: Pick<Policy, "desk">;
  readonly reader: Reader;
}

/** An article's title, which opens it beside the form and says that it was opened. */
function linkTo({ id, content }: ReadableArticle, { policy, reader, visit, form }: Linking): Html {
  const path = articlePath(policy, id);
  const href = hrefFor(reader, path, { v: visit, de: form });
  return html`<a href="${href}" target="_blank" rel="noopener" data-opened="${path}/abierto">${inLanguage(content.title, reader.language)}<span class="far"> (${articleWords[reader.language].newTab})</span></a>`;
}
