import { html, raw } from "hono/html";
import { sayBytes } from "../../words/bytes.ts";
import { formWords } from "../../words/site/form.ts";
import type { Html } from "../html.ts";
import { choice } from "./choice.ts";
import { controlOf, hintsAndErrors } from "./control.ts";
import type { Control, Placed } from "./control.ts";
import { control } from "./names.ts";
import { acceptOf, lineAttributes } from "./state.ts";

/** One field of a form with its label, help, errors and control. */
export function field(placed: Placed): Html {
  const made = controlOf(placed);
  if (placed.field.kind === "choice" || placed.field.kind === "yes-no") return choice(made, field);
  return html`<div class="field${made.errors.length > 0 ? " wrong" : ""}">
<label for="${made.id}">${made.label}</label>
${hintsAndErrors(made)}
${placed.field.kind === "files" ? files(made) : text(made)}
</div>`;
}

function text({ page, field: rule, name, id, describedBy }: Control): Html {
  const value =
    page.state.values[rule.id] ?? (rule.kind === "portal" ? (page.state.portal ?? "") : "");
  const required = rule.required && !rule.onlyWhenAsked ? html` aria-required="true"` : "";
  if (rule.kind === "text") {
    // A browser drops the first line break of a text area: one is given away so that none is lost.
    return html`<textarea id="${id}" name="${name}" rows="6"${required}${describedBy}>
${value}</textarea>`;
  }
  const attributes = Object.entries(lineAttributes[rule.kind] ?? { type: "text" });
  return html`<input id="${id}" name="${name}" value="${value}"${attributes.map(([key, as]) => html` ${raw(key)}="${as}"`)}${required}${describedBy}>`;
}

function files({ page, field: rule, name, id, describedBy }: Control): Html {
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
  return html`${kept.length > 0 ? list : ""}<input type="file" id="${id}" name="${name}" multiple accept="${rule.accept.map((kind) => acceptOf[kind]).join(",")}" data-limit="${page.limits.fileBytes}" data-too-large="${w.tooLarge(sayBytes(page.limits.fileBytes, language))}"${describedBy}>`;
}
