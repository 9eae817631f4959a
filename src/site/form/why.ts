import { html } from "hono/html";
import { fieldSources } from "../../core/refused/field-source.ts";
import { firstSource } from "../../core/refused/sourced.ts";
import type { Field } from "../../core/policy/form-rule.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { Source } from "../../core/policy/text.ts";
import { labelIn } from "../../words/conditions.ts";
import { sayList } from "../../words/hours.ts";
import { whyWords } from "../../words/site/why.ts";
import { sayReading } from "../../words/source.ts";
import { classifyingFields } from "../expect.ts";
import type { Html } from "../html.ts";
import { clauseOf } from "../manual/leaf.ts";
import { askersOf } from "./names.ts";
import type { FormPage } from "./state.ts";

/**
 * Why the form asks for each thing, folded away until asked for: what it is for, which answer asks for
 * it, and the clause of the field, of the field whose answer asks for it, or of the form.
 */
export function whyAsked(page: FormPage): Html {
  const { form, reader } = page;
  const w = whyWords[reader.language];
  const said = form.fields.map((field) => ({ field, source: sourceOf(page, field) }));
  const items = said.map(
    ({ field, source }) =>
      html`<li><b>${inLanguage(field.label, reader.language)}</b>: ${reasonOf(page, field)}.${clauseOf(source)}</li>`,
  );
  const readings = new Set(said.map(({ source }) => sayReading(source, reader.language)));
  readings.delete("");
  return html`<details class="small"><summary>${w.title}</summary><p>${w.lead}</p><ul>${items}</ul>${[...readings].map((reading) => html`<p>${reading}</p>`)}</details>`;
}

function sourceOf({ form }: FormPage, field: Field): Source {
  const [own, ...around] = fieldSources(form, field.id);
  const awaited = form.waitsFor?.any.some((group) => group.includes(field.id)) === true;
  const waits = awaited && form.waitsFor !== undefined ? [form.waitsFor] : [];
  return firstSource([...(own === undefined ? [] : [own]), ...waits, ...around]);
}

function reasonOf(page: FormPage, field: Field): string {
  const { form, reader } = page;
  const { language } = reader;
  const w = whyWords[language];
  const asked = askingFields(page, field).map(([id, values]) => {
    const options = form.fields.find((known) => known.id === id)?.options ?? [];
    const named = options.map((option) => ({ id: option.value, label: option.label }));
    const answers = values.map((value) => w.answer(labelIn(named, value, language)));
    return w.asked(labelIn(form.fields, id, language), sayList(answers, language, "or"));
  });
  return [purposeOf(page, field), ...asked, ...(field.required ? [] : [w.optional])].join("; ");
}

/** The fields whose answers ask for a field, each with those answers. */
function askingFields({ form }: FormPage, field: Field): readonly (readonly [string, string[]])[] {
  const answers = new Map<string, string[]>();
  for (const { field: id, value } of askersOf(form, field)) {
    answers.set(id, [...(answers.get(id) ?? []), value]);
  }
  return [...answers];
}

function purposeOf({ policy, form, reader }: FormPage, { id, kind }: Field): string {
  const w = whyWords[reader.language];
  if (policy.training?.field === id) return w.trains;
  if (classifyingFields(policy).has(id)) return w.classifies;
  const awaited = form.waitsFor?.any.some((group) => group.includes(id)) === true;
  return awaited ? w.waits : w.kinds[kind];
}
