import { html } from "hono/html";
import type { Field, Option } from "../../core/policy/form-rule.ts";
import { inLanguage } from "../../core/policy/text.ts";
import { labelIn } from "../../words/conditions.ts";
import { formWords } from "../../words/site/form.ts";
import { classifyingFields, expectAt } from "../expect.ts";
import type { Expected } from "../expect.ts";
import { offersForType } from "../article/offers.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { around, instant } from "../moment.ts";
import { hintsAndErrors } from "./control.ts";
import type { Control, Placed } from "./control.ts";
import { askersOf } from "./names.ts";
import type { FormPage } from "./state.ts";

/**
 * A closed list as radio buttons. Under each answer, shown when it is chosen (by style alone, no
 * script): its help, the promise that it would get now, and the fields that it asks for, which
 * `field` draws.
 */
export function choice(control: Control, field: (placed: Placed) => Html): Html {
  const { page, field: rule, id, label, errors, describedBy } = control;
  const required = rule.required ? html` aria-required="true"` : "";
  return html`<fieldset class="${errors.length > 0 ? "wrong" : ""}" id="${id}-grupo" role="radiogroup"${required}${describedBy}>
<legend>${label}</legend>
${hintsAndErrors(control)}
${answersOf(rule, page).map((option, index) =>
  answer({ ...control, id: index === 0 ? id : `${id}-${index}` }, option, field),
)}
</fieldset>`;
}

function answersOf(rule: Field, page: FormPage): readonly Option[] {
  if (rule.options.length > 0 || rule.kind !== "yes-no") return rule.options;
  const w = formWords[page.reader.language];
  return [
    { value: "yes", label: { es: w.yes }, asks: [] },
    { value: "no", label: { es: w.no }, asks: [] },
  ];
}

function answer(
  { page, field: rule, name, id }: Control,
  option: Option,
  field: (placed: Placed) => Html,
): Html {
  const { language } = page.reader;
  const chosen = page.state.values[rule.id] === option.value;
  const asked = page.form.fields.filter((other) =>
    askersOf(page.form, other).some(
      (asker) => asker.field === rule.id && asker.value === option.value,
    ),
  );
  const promise = expectedFor(page, rule, option);
  const help = option.help === undefined ? "" : html`<p>${inLanguage(option.help, language)}</p>`;
  const read = readFirst(page, option);
  const empty = help === "" && promise === "" && read === "" && asked.length === 0;
  const asking = { field: rule.id, value: option.value };
  return html`<div class="option"><input type="radio" id="${id}" name="${name}" value="${option.value}"${chosen ? html` checked` : ""}>
<label for="${id}">${inLanguage(option.label, language)}</label>
${empty ? "" : html`<div class="reveal">${help}${read}${promise}${asked.map((other) => field({ page, field: other, asking }))}</div>`}</div>`;
}

/** Articles written for an answer, where it is chosen. */
function readFirst({ help, policy, reader, form }: FormPage, option: Option): MaybeHtml {
  if (help === undefined) return "";
  const type = `${form.id}/${option.value}`;
  const articles = help.all.filter(({ content }) => content.types.includes(type));
  return offersForType(policy, reader, { visit: help.visit, form: form.id, articles });
}

function expectedFor(page: FormPage, rule: Field, option: Option): MaybeHtml {
  if (!classifyingFields(page.policy).has(rule.id)) return "";
  const fields = { ...page.state.values, [rule.id]: option.value };
  return expected(page, expectAt(page, { fields, kind: page.form.kind }, page.here.now));
}

/** The severity and the promises that a request would get if it were sent now. */
export function expected(page: FormPage, { severity, provisional, promises }: Expected): Html {
  const { language } = page.reader;
  const w = formWords[language];
  const label = labelIn(page.policy.severities, severity, language);
  // What is to be proven first is held until it is, and nothing is promised meanwhile.
  const isProven = page.signedIn?.fresh === true;
  const isProvenFirst = (page.form.who?.proven ?? null) !== null && !isProven;
  const lines = (isProvenFirst ? [] : promises).map(({ rule, limit }) =>
    limit === null
      ? ""
      : html`<br>${around((gap) => w.expectedTarget(inLanguage(rule.label, language), gap), instant(limit, page.here))}`,
  );
  return html`<p class="expected">${w.expectedNow} <strong>${w.expected(label)}</strong>${provisional ? ` (${w.provisional})` : ""}.${isProvenFirst ? html` ${w.onceProven}` : lines}</p>`;
}
