import { html } from "hono/html";
import type { Field, FormRule } from "../../core/policy/form-rule.ts";
import { labelIn } from "../../words/conditions.ts";
import { sayList } from "../../words/hours.ts";
import { manualFormWords } from "../../words/site/manual-forms.ts";
import { manualRouteWords } from "../../words/site/manual-route.ts";
import { manualWords } from "../../words/site/manual.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { formPath } from "../form/form.ts";
import { hrefFor } from "../reader.ts";
import { formRules, sameProblemRule } from "./heard.ts";
import { clauseOf, table } from "./leaf.ts";
import type { Chapter, Leaf } from "./leaf.ts";

/** What each form asks for, which answer asks for what else, and what is read after sending it. */
export function formsChapter(leaf: Leaf): Chapter {
  const { policy, reader } = leaf;
  return {
    id: "formularios",
    title: manualWords[reader.language].forms,
    body: html`${sameProblemRule({ policy, reader })}${policy.forms.map((form) => formPart(leaf, form))}`,
  };
}

function formPart(leaf: Leaf, form: FormRule): Html {
  const { policy, reader, say } = leaf;
  const { language } = reader;
  const [w, m] = [manualFormWords[language], manualWords[language]];
  const ways = sayList(
    form.on.map((id) => labelIn(policy.channels, id, language)),
    language,
  );
  const rows = form.fields.map((field) => [
    html`${say(field.label)}${clauseOf(field)}<br><span class="soft small">${field.onlyWhenAsked ? w.whenAsked : field.required ? w.yes : w.no}</span>`,
    holds(leaf, { field, form }),
  ]);
  const choices = form.fields.filter(({ options }) => options.length > 0);
  return html`<h3 id="formulario-${form.id}">${say(form.title)}${clauseOf(form)}</h3>
${form.intro === undefined ? "" : html`<p>${say(form.intro)}</p>`}${form.opens === "account" ? html`<p>${m.opensAccount}</p>` : ""}
<p>${w.by(ways)} ${form.on.includes("form") ? html`<a class="no-print" href="${hrefFor(reader, formPath(policy, form))}">${w.open}</a>` : ""}</p>
${formRules({ policy, reader }, form)}${table({ label: say(form.title) }, [w.field, w.holds], rows)}
${choices.map((field) => optionsOf(leaf, { field, form }))}
${form.after === undefined ? "" : html`<p>${w.after}</p><blockquote class="note">${say(form.after)}</blockquote>`}`;
}

const LONG = 12;

interface Asked {
  readonly field: Field;
  readonly form: FormRule;
}

/** What is written in a field, and its rules. */
function holds({ policy, reader, say }: Leaf, { field, form }: Asked): string {
  const { language } = reader;
  const w = manualFormWords[language];
  const { quoted } = manualRouteWords[language];
  const said = [`${capital(w.kinds[field.kind])}.`];
  if (field.help !== undefined) said.push(ended(say(field.help)));
  if (field.kind === "files" && field.accept.length > 0)
    said.push(
      w.accept(
        sayList(
          field.accept.map((kind) => w.files[kind]),
          language,
        ),
      ),
    );
  const { subject } = field;
  if (subject !== undefined) {
    const names = subject.of.map((id) => quoted(labelIn(form.fields, id, language)));
    if (names.length > 0) said.push(w.names(sayList(names, language)));
    if (subject.vague.length > 0)
      said.push(w.vague(sayList(subject.vague.map(quoted), language, "or")));
    said.push(subject.then === "flag" ? w.thenFlag : w.thenRefuse);
  }
  if (field.reads !== undefined) {
    const article = policy.articles?.find(({ id }) => id === field.reads);
    said.push(w.reads(article === undefined ? field.reads : say(article.title)));
  }
  return said.join(" ");
}

/** Help is written as a phrase or as sentences: here it stands among sentences. */
function ended(text: string): string {
  return /[.!?…]["”»)]?$/u.test(text) ? text : `${text}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function optionsOf({ reader, say }: Leaf, { field, form }: Asked): MaybeHtml {
  const { language } = reader;
  const w = manualFormWords[language];
  const label = w.choices(say(field.label));
  const asks = field.options.some((option) => option.asks.length > 0);
  const helps = field.options.some((option) => option.help !== undefined);
  // A catalogue of the tax authority is no list to be read one by one.
  if (!asks && !helps && field.options.length > LONG)
    return html`<p>${label}: ${field.options.map((option) => say(option.label)).join("; ")}.</p>`;
  if (!asks && !helps)
    return html`<p>${label}</p><ul>${field.options.map((option) => html`<li>${say(option.label)}</li>`)}</ul>`;
  const rows = field.options.map((option) => [
    say(option.label),
    ...(helps ? [option.help === undefined ? "—" : say(option.help)] : []),
    ...(asks
      ? [
          option.asks.length === 0
            ? "—"
            : sayList(
                option.asks.map((id) => labelIn(form.fields, id, language)),
                language,
              ),
        ]
      : []),
  ]);
  const heads = [w.choice, ...(helps ? [w.advice] : []), ...(asks ? [w.alsoAsks] : [])];
  return table({ label, shown: label }, heads, rows);
}
