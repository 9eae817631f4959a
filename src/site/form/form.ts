import { html } from "hono/html";
import { inLanguage } from "../../core/policy/text.ts";
import { articleWords } from "../../words/site/article.ts";
import { formWords } from "../../words/site/form.ts";
import { classifyingFields, expectAt } from "../expect.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { offersPlace, solvedFormOf } from "../article/offers.ts";
import type { Offered } from "../article/offers.ts";
import { suggestScript } from "../assets.ts";
import { hrefFor } from "../reader.ts";
import { deskName, page as framed } from "../page.ts";
import { asksForCited, chargedNow, citesField, presenceField, urgencyField } from "./attention.ts";
import { expected } from "./choice.ts";
import { field } from "./field.ts";
import { askedBy, control, controlId } from "./names.ts";
import type { FormError, FormPage } from "./state.ts";
import { clauseOf } from "../manual/leaf.ts";
import { whyAsked } from "./why.ts";
import { askedAs, isKnown, onPaper, sendOrEnter, whoMayAsk } from "./who.ts";

/** The page of a form (HB-8, HB-9): empty, or with everything that was written and what to correct. */
export function formPage(page: FormPage): Html {
  const { reader, policy, form, state } = page;
  const { language } = reader;
  const w = formWords[language];
  const title = inLanguage(form.title, language);
  const intro =
    form.intro === undefined ? "" : html`<p class="lead">${inLanguage(form.intro, language)}</p>`;
  const failed = state.errors.length > 0;
  const asked = state.sameProblem !== undefined;
  return framed(
    {
      reader,
      desk: deskName(policy, language),
      title: failed ? `${w.errorPrefix} ${title}` : title,
      here: "help",
      switchable: !failed && !asked,
      ...(offeredIn(page) === null ? {} : { script: suggestScript }),
    },
    html`<h1>${title}</h1>
${intro}
${otherForms(page)}
${whoMayAsk(page)}
${onPaper(page)}
${failed ? summary(page) : ""}
${chargedNow(page)}
${state.cites === null || asksForCited(policy, form) ? "" : html`<p class="note">${w.cites(state.cites)}</p>`}
<form method="post" enctype="multipart/form-data" novalidate action="${formPath(policy, form)}?enviar">
${ownControls(page)}
${sameProblem(page)}
${askedAs(page)}
${citesField(page)}
${fieldsWithOffers(page)}
${urgencyField(page)}
${presenceField(page)}
${promiseForAll(page)}
${whyAsked(page)}
${failed ? "" : whatToRead(page)}
${state.sameProblem === undefined ? sendOrEnter(page) : ""}
</form>
${solvedFormIn(page)}`,
  );
}

/** The fields in their order; what may answer already appears below the first box of several lines. */
function fieldsWithOffers(page: FormPage): Html {
  const { form, signedIn, reader, policy } = page;
  const shown = form.fields.filter(
    (rule) => !rule.onlyWhenAsked && !(signedIn !== undefined && isKnown(rule)),
  );
  const offered = offeredIn(page);
  const place = offered === null ? "" : offersPlace(policy, reader, offered);
  const after = shown.find(({ kind }) => kind === "text") ?? shown.at(-1);
  return html`${shown.map((rule) => html`${field({ page, field: rule, asking: null })}${rule === after ? place : ""}`)}`;
}

/** What this writing of the form is offered; null: the desk has no articles. */
function offeredIn({ help, form }: FormPage): Offered | null {
  if (help === undefined || help.all.length === 0) return null;
  return { visit: help.visit, form: form.id, articles: help.offered };
}

function solvedFormIn(page: FormPage): MaybeHtml {
  const offered = offeredIn(page);
  return offered === null ? "" : solvedFormOf(page.reader, offered);
}

/** What may answer without asking: the articles, where there are some, and the manual (CC-21). */
function whatToRead({ reader, policy, help }: FormPage): Html {
  const w = articleWords[reader.language];
  const at = (path: string): string => hrefFor(reader, `/d/${policy.desk.id}/${path}`);
  const articles =
    help === undefined || help.all.length === 0
      ? ""
      : html`<a href="${at("articulos")}">${w.inSentence}</a>, `;
  return html`<p class="soft">${w.before} ${articles}<a href="${at("manual")}">${w.manual}</a>.</p>`;
}

/** The open tickets of this case, to which what was written is added first (FI-9, RD-6). */
function sameProblem({ reader, policy, state }: FormPage): MaybeHtml {
  if (state.sameProblem === undefined) return "";
  const w = formWords[reader.language];
  const { folios, mayOpen } = state.sameProblem;
  const adding = folios.map(
    (folio, index) =>
      html` <button class="button${index === 0 ? " main-act" : ""}" name="${control.add}" value="${folio}">${w.addTo(folio)}</button>`,
  );
  const opening = mayOpen
    ? html` <button class="button" name="${control.other}" value="si">${w.otherCase}</button>`
    : "";
  return html`<div class="note near" role="alert" tabindex="-1" data-summary aria-labelledby="mismo-caso"><h2 id="mismo-caso">${w.sameProblemTitle(folios.length)}</h2><p>${mayOpen ? w.sameProblem : w.sameProblemOnly}${policy.duplicates === undefined ? "" : clauseOf(policy.duplicates)}</p><div class="row">${adding}${opening}</div></div>`;
}

/** Where a form stands: the first of the policy at `ayuda`, the others below it. */
export function formPath(policy: FormPage["policy"], form: FormPage["form"]): string {
  const path = `/d/${policy.desk.id}/ayuda`;
  return policy.forms[0]?.id === form.id ? path : `${path}/${form.id}`;
}

function otherForms({ reader, policy, form, state }: FormPage): MaybeHtml {
  const others = policy.forms.filter(({ id, on }) => id !== form.id && on.includes("form"));
  if (others.length === 0 || state.errors.length > 0 || state.sameProblem !== undefined) return "";
  const links = others.map(
    (other, index) =>
      html`${index === 0 ? " " : " · "}<a href="${hrefFor(reader, formPath(policy, other), { portal: state.portal })}">${inLanguage(other.title, reader.language)}</a>`,
  );
  return html`<p>${formWords[reader.language].otherForms}${links}</p>`;
}

/** What is the form's own travels before every file, so that files are kept under their token as they arrive. */
function ownControls({ reader, policy, form, state }: FormPage): Html {
  const hidden = (name: string, value: string | null): MaybeHtml =>
    value === null || value === ""
      ? ""
      : html`<input type="hidden" name="${name}" value="${value}">`;
  return html`${hidden(control.submission, state.submission)}
${hidden(control.portal, state.portal)}${asksForCited(policy, form) ? "" : hidden(control.cites, state.cites)}${hidden(control.tries, state.tries > 0 ? String(state.tries) : null)}
${hidden(control.language, reader.chosen ? reader.language : null)}
<div class="far" aria-hidden="true"><label>${formWords[reader.language].honeypot}<input name="${control.trap}" tabindex="-1" autocomplete="off"></label></div>`;
}

function summary(page: FormPage): Html {
  const { reader, form, state } = page;
  const w = formWords[reader.language];
  // What the form itself asks for is cited once for all: its clauses behind every line would hide what each says.
  const ofForm = form.clause.join(", ");
  const isOfForm = ({ clause = [] }: FormError): boolean =>
    ofForm !== "" && clause.join(", ") === ofForm;
  const items = inOrder(page).map((error) => {
    const { field: id, text, cited = text } = error;
    const said = isOfForm(error) ? text : cited;
    const known = form.fields.find((rule) => rule.id === id);
    if (id === "ground" || id === "cites") return html`<li><a href="#f-${id}">${said}</a></li>`;
    return known === undefined
      ? html`<li>${said}</li>`
      : html`<li><a href="#${controlId(form, known, askedBy(form, known, state.values))}">${said}</a></li>`;
  });
  const cited = state.errors.some(isOfForm) ? html`<p class="small">${w.askedIn(ofForm)}</p>` : "";
  return html`<div class="note bad" role="alert" tabindex="-1" data-summary aria-labelledby="resumen"><h2 id="resumen">${w.summaryTitle}</h2><p>${w.summaryLead}</p><ul>${items}</ul>${cited}</div>`;
}

/** What to correct, from the top of the page downwards; what is of no field stays above. */
function inOrder({ form, state }: FormPage): FormError[] {
  const ids = form.fields.map(({ id }) => id);
  const place = ({ field: id }: FormError): number => {
    const known = form.fields.find((rule) => rule.id === id);
    if (known === undefined) return id === "ground" ? ids.length : -1;
    // What an answer asks for stands under that answer.
    const asking = askedBy(form, known, state.values);
    return asking === null ? ids.indexOf(known.id) : ids.indexOf(asking.field) + 0.5;
  };
  return state.errors.toSorted((one, other) => place(one) - place(other));
}

/** Where no answer changes the severity, its promise stands once, above the button. */
function promiseForAll(page: FormPage): MaybeHtml {
  if (classifyingFields(page.policy).size > 0) return "";
  return expected(
    page,
    expectAt(page, { fields: page.state.values, kind: page.form.kind }, page.here.now),
  );
}
