import { html } from "hono/html";
import { articleWords } from "../../words/site/article.ts";
import { control } from "../form/names.ts";
import type { Html, MaybeHtml } from "../html.ts";
import type { Reader } from "../reader.ts";

/** What a reader has said of an article so far, and from which form they came. */
export interface Answering {
  /** The writing of a form from which it was opened; null: from elsewhere. */
  readonly visit: string | null;
  readonly form: string | null;
  /** What was just answered; null: nothing. */
  readonly said: "si" | "no" | "palabras" | null;
}

interface At {
  readonly reader: Reader;
  readonly path: string;
}

/** The longest comment on an article, in characters. */
export const mostWords = 1_000;

/** Whether it solved what somebody was about to ask: only where it was opened from a form. */
export function wasItSolved({ visit, form }: Answering, { reader, path }: At): MaybeHtml {
  if (visit === null) return "";
  const w = articleWords[reader.language];
  return html`<form class="note no-print" method="post" action="${path}/resuelto">${language(reader)}
<input type="hidden" name="visita" value="${visit}"><input type="hidden" name="formulario" value="${form ?? ""}">
<h2>${w.solvedAsk}</h2><p><button class="button main-act">${w.solvedYes}</button></p><p class="soft">${w.solvedNo}</p></form>`;
}

/** Whether the article helped: one press, and then words for those who like to. */
export function opinion({ said }: Answering, { reader, path }: At): Html {
  const w = articleWords[reader.language];
  if (said === "palabras")
    return html`<p class="no-print" id="opinion" role="status">${w.wordsThanks}</p>`;
  if (said !== null)
    return html`<form class="no-print text" id="opinion" method="post" action="${path}/opinion">${language(reader)}
<p role="status"><strong>${w.thanks}</strong></p><input type="hidden" name="sirvio" value="${said}">
<div class="field"><label for="palabras">${said === "no" ? w.wordsLabel : w.wordsLabelHelpful}</label><p class="hint" id="palabras-ayuda">${w.wordsHint}</p>
<textarea id="palabras" name="palabras" rows="3" maxlength="${mostWords}" aria-describedby="palabras-ayuda"></textarea></div>
<p><button class="button">${w.wordsAct}</button></p></form>`;
  return html`<form class="no-print" id="opinion" method="post" action="${path}/opinion">${language(reader)}
<fieldset class="plain"><legend>${w.helped}</legend><div class="row"><button class="button" name="sirvio" value="si">${w.yes}</button> <button class="button" name="sirvio" value="no">${w.no}</button></div></fieldset></form>`;
}

function language(reader: Reader): MaybeHtml {
  return reader.chosen
    ? html`<input type="hidden" name="${control.language}" value="${reader.language}">`
    : "";
}

/** What was just said, as the page after it says so; null: nothing of ours. */
export function shownOnce(said: string | undefined): Answering["said"] {
  return said === "si" || said === "no" || said === "palabras" ? said : null;
}
