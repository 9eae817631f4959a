import { html, raw } from "hono/html";
import type { FileKind } from "../../core/policy/form-rule.ts";
import { sayBytes } from "../../words/bytes.ts";
import { formWords } from "../../words/site/form.ts";
import { ticketWords } from "../../words/site/ticket.ts";
import { control } from "../form/names.ts";
import { acceptOf } from "../form/state.ts";
import type { KeptFile } from "../form/state.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { hrefFor } from "../reader.ts";
import type { SeenTicket } from "./seen.ts";

/** What the requester is writing on the page. */
export interface Answering {
  readonly text: string;
  readonly kept: readonly KeptFile[];
  readonly errors: readonly string[];
  readonly submission: string;
  readonly fileBytes: number;
}

/** The field of a ticket's page that files are kept under. */
export const answerFilesField = "archivos";

/** Every kind of file is taken with an answer. */
export const answerKinds: readonly FileKind[] = ["image", "pdf", "xml", "office", "text"];

const hiddenSubmission = (answering: Answering, { reader }: SeenTicket): Html =>
  html`<input type="hidden" name="${control.submission}" value="${answering.submission}">${
    reader.chosen
      ? html`<input type="hidden" name="${control.language}" value="${reader.language}">`
      : ""
  }`;

/** "It is solved" and "it is not", where a solution waits for the client's word. */
export function confirmation(seen: SeenTicket, answering: Answering): MaybeHtml {
  const { may } = seen.view;
  return may.confirm || may.notSolved ? confirmForm(seen, answering) : "";
}

/** The other ways to answer that are open now: a message, taking it back, a new ticket. */
export function answers(seen: SeenTicket, answering: Answering): Html {
  const { may } = seen.view;
  return html`${may.answer ? answerForm(seen, answering) : ""}${may.citeAnew ? anew(seen) : ""}${may.withdraw ? withdrawForm(seen, answering) : ""}`;
}

function confirmForm(seen: SeenTicket, answering: Answering): Html {
  const { reader, view } = seen;
  const w = ticketWords[reader.language];
  const { optional } = formWords[reader.language];
  return html`<section class="sheet narrow promise no-print"><h2>${w.confirmTitle}</h2>
<form method="post" action="?accion=confirmar">${hiddenSubmission(answering, seen)}
<div class="field"><label for="comentario">${w.confirmText} <span class="optional">(${optional})</span></label><textarea id="comentario" name="texto" rows="3"></textarea></div>
<div class="row">${view.may.confirm ? html`<button class="button main-act" name="resuelto" value="si">${w.confirmYes}</button>` : ""}${view.may.notSolved ? html`<button class="button" name="resuelto" value="no">${w.confirmNo}</button>` : ""}</div></form></section>`;
}

function answerForm(seen: SeenTicket, answering: Answering): Html {
  const { reader, view } = seen;
  const w = ticketWords[reader.language];
  const { optional, sending } = formWords[reader.language];
  const title = view.ticket.awaiting === "client" ? w.answerTitleAsked : w.answerTitle;
  const failed = answering.errors.length > 0;
  return html`<section class="text no-print" id="responder"><h2>${title}</h2>
<form method="post" enctype="multipart/form-data" action="?accion=responder">${hiddenSubmission(answering, seen)}
<div class="field${failed ? " wrong" : ""}"><label for="texto">${w.answerText}</label>
${failed ? html`<p class="error" id="texto-error" role="alert" tabindex="-1" data-summary>${answering.errors.map((error, index) => html`${index === 0 ? "" : raw("<br>")}${error}`)}</p>` : ""}
<textarea id="texto" name="texto" rows="6"${failed ? html` aria-describedby="texto-error" aria-invalid="true"` : ""}>
${answering.text}</textarea></div>
<div class="field"><label for="archivos">${w.answerFiles} <span class="optional">(${optional})</span></label>
${keptFiles(seen, answering)}<input type="file" id="archivos" name="${answerFilesField}" multiple accept="${answerKinds.map((kind) => acceptOf[kind]).join(",")}" data-limit="${answering.fileBytes}" data-too-large="${formWords[reader.language].tooLarge(sayBytes(answering.fileBytes, reader.language))}"></div>
<button class="button main-act" data-sending="${sending}">${w.answerSend}</button></form></section>`;
}

function keptFiles({ reader }: SeenTicket, { kept }: Answering): MaybeHtml {
  if (kept.length === 0) return "";
  const w = formWords[reader.language];
  return html`<p class="hint">${w.keptFiles}</p><ul class="kept-files">${kept.map(
    ({ id, name, size }) =>
      html`<li><b>${name}</b><span class="soft num">${sayBytes(size, reader.language)}</span><input type="hidden" name="${control.kept}" value="${id}"><label class="small"><input type="checkbox" name="${control.removed}" value="${id}" aria-label="${w.remove(name)}"> ${w.removed}</label></li>`,
  )}</ul>`;
}

function withdrawForm(seen: SeenTicket, answering: Answering): Html {
  const w = ticketWords[seen.reader.language];
  return html`<details class="text no-print"><summary>${w.withdrawTitle}</summary><p>${w.withdrawText}</p>
<form method="post" action="?accion=retirar">${hiddenSubmission(answering, seen)}<button class="button">${w.withdrawAct}</button></form></details>`;
}

function anew({ reader, view }: SeenTicket): Html {
  const w = ticketWords[reader.language];
  const desk = view.policy.policy.policy.desk.id;
  const { form } = view.policy.policy.policy.reopen;
  const path = form === undefined ? `/d/${desk}/ayuda` : `/d/${desk}/ayuda/${form}`;
  const href = hrefFor(reader, path, {
    cita: view.folio,
    portal: view.ticket.portal,
  });
  return html`<section class="text no-print"><p>${w.anewText}</p><p><a class="button" href="${href}">${w.anew}</a></p></section>`;
}
