import { html } from "hono/html";
import { restOf } from "../../core/intake/waits-for.ts";
import { heldSource } from "../../core/refused/sourced.ts";
import { inLanguage } from "../../core/policy/text.ts";
import { lackingFields } from "../../core/ticket/acts/held.ts";
import { sayMissing } from "../../words/held.ts";
import { sayReading } from "../../words/source.ts";
import { formWords } from "../../words/site/form.ts";
import { ticketWords } from "../../words/site/ticket.ts";
import { field } from "../form/field.ts";
import { control } from "../form/names.ts";
import type { FormPage, FormState } from "../form/state.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { clauseOf } from "../manual/leaf.ts";
import { hereOf } from "./seen.ts";
import type { SeenTicket } from "./seen.ts";

/** What is being written to mend what a ticket is held for. */
export interface Mending {
  /** The answers and files to complete it with, and what is wrong with them. */
  readonly state: FormState;
  readonly limits: FormPage["limits"];
  /** What was wrong with the code. */
  readonly codeErrors: readonly string[];
}

/** Why a ticket is held, and every way to mend it: the code to write, what is to be completed. */
export function heldNotice(seen: SeenTicket, mending: Mending): MaybeHtml {
  const { reader, view } = seen;
  const { ticket } = view;
  if (ticket.held === null) return "";
  const { policy } = view.policy.policy;
  const { language } = reader;
  const { form, lacks = [] } = ticket;
  const said = ticket.held === "support-expired" ? policy.client?.says : undefined;
  const missing = sayMissing({ policy, form, lacks }, language);
  const source = heldSource(policy, ticket);
  const reading = sayReading(source, language);
  return html`<div class="note near"><p>${ticketWords[language].held}${clauseOf(source)}</p>${said === undefined ? "" : html`<p>${inLanguage(said, language)}</p>`}${missing.map((line) => html`<p>${line}</p>`)}${reading === "" ? "" : html`<p class="small">${reading}</p>`}</div>
${view.may.prove ? codeForm(seen, mending) : ""}${view.may.complete ? completeForm(seen, mending) : ""}`;
}

const own = ({ reader }: SeenTicket, { state }: Mending): Html =>
  html`<input type="hidden" name="${control.submission}" value="${state.submission}">${
    reader.chosen
      ? html`<input type="hidden" name="${control.language}" value="${reader.language}">`
      : ""
  }`;

function codeForm(seen: SeenTicket, mending: Mending): Html {
  const w = ticketWords[seen.reader.language];
  const { codeErrors } = mending;
  const failed = codeErrors.length > 0;
  const { address } = seen.view.ticket.requester;
  return html`<section class="sheet narrow no-print"><h2>${w.proveTitle}</h2>
<form method="post" action="?accion=comprobar">${own(seen, mending)}
<div class="field${failed ? " wrong" : ""}"><label for="codigo">${w.proveCode}</label><p class="hint" id="codigo-ayuda">${w.proveHint(address ?? "")}</p>
${failed ? html`<p class="error" id="codigo-error" role="alert" tabindex="-1" data-summary>${codeErrors.join(" ")}</p>` : ""}
<input id="codigo" name="codigo" inputmode="numeric" autocomplete="one-time-code" maxlength="12" aria-describedby="codigo-ayuda${failed ? " codigo-error" : ""}"${failed ? html` aria-invalid="true"` : ""}></div>
<div class="row"><button class="button main-act">${w.proveAct}</button><button class="button" formaction="?accion=codigo">${w.proveAgain}</button></div></form></section>`;
}

function completeForm(seen: SeenTicket, mending: Mending): MaybeHtml {
  const { reader, view } = seen;
  const { policy } = view.policy.policy;
  const { state, limits } = mending;
  const whole = policy.forms.find(({ id }) => id === view.ticket.form);
  if (whole === undefined) return "";
  const w = ticketWords[reader.language];
  const form = restOf(whole, lackingFields(view.ticket));
  const { calendars } = view.policy;
  const here = hereOf(seen);
  const page: FormPage = { reader, policy, calendars, here, form, state, limits, isRest: true };
  const general = state.errors.filter((error) => !form.fields.some(({ id }) => id === error.field));
  return html`<section class="sheet narrow no-print" id="completar"><h2>${w.completeTitle}</h2>
${general.length === 0 ? "" : html`<p class="error" role="alert" tabindex="-1" data-summary>${general.map(({ text, cited = text }) => cited).join(" ")}</p>`}
<form method="post" enctype="multipart/form-data" novalidate action="?accion=completar">${own(seen, mending)}
${form.fields.map((rule) => field({ page, field: rule, asking: null }))}
<button class="button main-act" data-sending="${formWords[reader.language].sending}">${w.completeAct}</button></form></section>`;
}
