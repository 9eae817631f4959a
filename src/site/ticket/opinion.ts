import { html } from "hono/html";
import { opinionWords } from "../../words/site/opinion.ts";
import { formWords } from "../../words/site/form.ts";
import { control } from "../form/names.ts";
import type { Html, MaybeHtml } from "../html.ts";
import type { SeenTicket } from "./seen.ts";

/** The field of the words beside an answer. */
export const opinionWordsField = "texto";

/**
 * Whether the requester is content: two buttons, each of which is the answer by itself. Nothing is
 * recorded by looking, so that what reads a mail's links before its reader answers nothing.
 */
export function opinion(seen: SeenTicket): MaybeHtml {
  const { view, reader } = seen;
  const { question } = view;
  if (question === null || (!question.may && question.score === null)) return "";
  const w = opinionWords[reader.language];
  const given = question.score === null ? "" : html`<p>${w.given[question.score]}</p>`;
  const form = question.may ? opinionForm(seen, question.score !== null) : "";
  return html`<section class="sheet narrow promise no-print" id="opinion"><h2>${w.question}</h2>${given}${form}</section>`;
}

function opinionForm({ view, reader }: SeenTicket, isGiven: boolean): Html {
  const w = opinionWords[reader.language];
  const { optional } = formWords[reader.language];
  const language = reader.chosen
    ? html`<input type="hidden" name="${control.language}" value="${reader.language}">`
    : "";
  return html`<form method="post" action="?accion=opinion">${language}
<div class="row"><button class="button${isGiven ? "" : " main-act"}" name="conforme" value="si">${w.yes}</button><button class="button" name="conforme" value="no">${w.no}</button></div>
<div class="field"><label for="opinion-texto">${w.words} <span class="optional">(${optional})</span></label><textarea id="opinion-texto" name="${opinionWordsField}" rows="3" maxlength="2000">${view.question?.words ?? ""}</textarea></div>
<p class="hint">${w.why} ${isGiven ? w.change : ""}</p></form>`;
}
