import { html, raw } from "hono/html";
import { inLanguage } from "../../core/policy/text.ts";
import { sayBytes } from "../../words/bytes.ts";
import { formWords } from "../../words/site/form.ts";
import { articlePath, readable } from "../article/article.ts";
import type { Html } from "../html.ts";
import { hrefFor } from "../reader.ts";
import { choice } from "./choice.ts";
import { controlOf, hintsAndErrors } from "./control.ts";
import type { Control, Placed } from "./control.ts";
import { doubt, mayDoubt } from "./doubt.ts";
import { invoicePlace } from "./invoice.ts";
import { control } from "./names.ts";
import { acceptOf, lineAttributes } from "./state.ts";

/** One field of a form with its label, help, errors and control. */
export function field(placed: Placed): Html {
  const made = controlOf(placed);
  if (placed.field.kind === "consent") return consent(made);
  if (placed.field.kind === "choice" || placed.field.kind === "yes-no") return choice(made, field);
  return html`<div class="field${made.errors.length > 0 ? " wrong" : ""}">
<label for="${made.id}">${made.label}</label>
${hintsAndErrors(made)}
${placed.field.kind === "files" ? files(made) : placed.field.kind === "tax-regime" ? list(made) : text(made)}
</div>`;
}

/** Kinds whose words say what a request is about, and never who asks. */
const heard: ReadonlySet<string> = new Set(["text", "line", "subject"]);

function text({ page, field: rule, name, id, describedBy }: Control): Html {
  const { help } = page;
  const value =
    page.state.values[rule.id] ?? (rule.kind === "portal" ? (page.state.portal ?? "") : "");
  const required = rule.required && !rule.onlyWhenAsked ? html` aria-required="true"` : "";
  const words = help !== undefined && heard.has(rule.kind) ? raw(" data-words") : "";
  if (rule.kind === "text") {
    // A browser drops the first line break of a text area: one is given away so that none is lost.
    return html`<textarea id="${id}" name="${name}" rows="6"${words}${required}${describedBy}>
${value}</textarea>`;
  }
  const attributes = Object.entries(lineAttributes[rule.kind] ?? { type: "text" });
  const said = mayDoubt(rule) ? doubt({ id, value }, page.reader.language) : "";
  return html`<input id="${id}" name="${name}" value="${value}"${words}${attributes.map(([key, as]) => html` ${raw(key)}="${as}"`)}${required}${describedBy}>${said}`;
}

/** A closed list that is too long for radio buttons. */
function list({ page, field: rule, name, id, describedBy }: Control): Html {
  const { language } = page.reader;
  const value = page.state.values[rule.id];
  const required = rule.required && !rule.onlyWhenAsked ? html` aria-required="true"` : "";
  return html`<select id="${id}" name="${name}"${required}${describedBy}><option value="">${formWords[language].choose}</option>${rule.options.map(
    (option) =>
      html`<option value="${option.value}"${option.value === value ? raw(" selected") : ""}>${inLanguage(option.label, language)}</option>`,
  )}</select>`;
}

/** A box to be ticked, with the article that is agreed to beside it. */
function consent(made: Control): Html {
  const { page, field: rule, name, id, errors, describedBy, label } = made;
  const { reader, policy } = page;
  const article = readable(policy).find(({ id: known }) => known === rule.reads);
  const required = rule.required ? html` aria-required="true"` : "";
  const checked = page.state.values[rule.id] === "yes" ? raw(" checked") : "";
  const link =
    article === undefined
      ? ""
      : html` <a href="${hrefFor(reader, articlePath(policy, article.id))}" target="_blank" rel="noopener">${inLanguage(article.title, reader.language)}</a>`;
  return html`<div class="field consent${errors.length > 0 ? " wrong" : ""}">
${hintsAndErrors(made)}
<div class="tick"><input type="checkbox" id="${id}" name="${name}" value="yes"${checked}${required}${describedBy}>
<label for="${id}">${label}</label>${link}</div>
</div>`;
}

function files(made: Control): Html {
  const { page, field: rule, name, id, describedBy } = made;
  const { language } = page.reader;
  const w = formWords[language];
  const kept = page.state.kept.filter((file) => file.field === rule.id);
  const list = html`<p class="hint">${w.keptFiles}</p><ul class="kept-files">${kept.map(
    (
      file,
    ) => html`<li><b>${file.name}</b><span class="soft num">${sayBytes(file.size, language)}</span>
<input type="hidden" name="${control.kept}" value="${file.id}">
<label class="small"><input type="checkbox" name="${control.removed}" value="${file.id}" aria-label="${w.remove(file.name)}"> ${w.removed}</label>
${file.reading === undefined ? "" : html`<div class="small soft">${file.reading.map((line) => html`<div>${line}</div>`)}</div>`}</li>`,
  )}</ul>`;
  return html`${kept.length > 0 ? list : ""}<input type="file" id="${id}" name="${name}" multiple accept="${rule.accept.map((kind) => acceptOf[kind]).join(",")}" data-limit="${page.limits.fileBytes}" data-too-large="${w.tooLarge(sayBytes(page.limits.fileBytes, language))}"${describedBy}>${invoicePlace(made)}`;
}
