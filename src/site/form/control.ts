import { html, raw } from "hono/html";
import type { Field } from "../../core/policy/form-rule.ts";
import { inLanguage } from "../../core/policy/text.ts";
import { sayBytes } from "../../words/bytes.ts";
import { sayList } from "../../words/hours.ts";
import { formWords } from "../../words/site/form.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { doubtId, mayDoubt } from "./doubt.ts";
import { controlId, controlName } from "./names.ts";
import type { Asking } from "./names.ts";
import type { FormPage } from "./state.ts";

/** A field in its place: on the form itself, or under the answer that asks for it. */
export interface Placed {
  readonly page: FormPage;
  readonly field: Field;
  readonly asking: Asking | null;
}

/** What a control needs of its field: names, texts and what is wrong with it. */
export interface Control extends Placed {
  readonly name: string;
  readonly id: string;
  readonly label: Html;
  readonly hints: readonly string[];
  readonly errors: readonly string[];
  readonly describedBy: MaybeHtml;
}

/** The names, texts and errors of a field's control where it is placed. */
export function controlOf(placed: Placed): Control {
  const { page, field: rule, asking } = placed;
  const { language } = page.reader;
  const name = controlName(page.form, rule, asking);
  const id = controlId(page.form, rule, asking);
  const hints = hintsOf(placed);
  const shown = asking === null || page.state.values[asking.field] === asking.value;
  const errors = shown
    ? page.state.errors.filter((error) => error.field === rule.id).map((error) => error.text)
    : [];
  const describing = [
    hints.length > 0 ? `${id}-ayuda` : "",
    errors.length > 0 ? `${id}-error` : "",
    mayDoubt(rule) ? doubtId(id) : "",
  ].filter(Boolean);
  const optional =
    rule.required || page.isRest === true
      ? ""
      : html` <span class="optional">(${formWords[language].optional})</span>`;
  return {
    ...placed,
    name,
    id,
    label: html`${inLanguage(rule.label, language)}${optional}`,
    hints,
    errors,
    describedBy: html`${describing.length > 0 ? html` aria-describedby="${describing.join(" ")}"` : ""}${errors.length > 0 ? raw(' aria-invalid="true"') : ""}`,
  };
}

function hintsOf({ page, field: rule }: Placed): string[] {
  const { language } = page.reader;
  const w = formWords[language];
  if (rule.help !== undefined && rule.kind !== "files") return [inLanguage(rule.help, language)];
  if (rule.kind === "identity") return [w.identity];
  if (rule.kind === "contact-email") return [w.contact];
  if (rule.kind === "portal" && page.state.portal !== null) return [w.portal];
  if (rule.kind === "text") return [w.characters(rule.maxLength)];
  if (rule.kind === "files") {
    const kinds = sayList(
      rule.accept.map((kind) => w.fileKinds[kind]),
      language,
    );
    const size = sayBytes(page.limits.fileBytes, language);
    const help = rule.help === undefined ? [] : [inLanguage(rule.help, language)];
    return [
      ...help,
      w.filesAccept({
        kinds,
        count: page.limits.files,
        size,
        whole: sayBytes(page.limits.allBytes, language),
      }),
    ];
  }
  return [];
}

/** The help and the errors of a control, with the ids that it is described by. */
export function hintsAndErrors({ id, hints, errors, page }: Control): Html {
  const w = formWords[page.reader.language];
  return html`${hints.length > 0 ? html`<p class="hint" id="${id}-ayuda">${hints.join(" ")}</p>` : ""}
${errors.length > 0 ? html`<p class="error" id="${id}-error"><span class="far">${w.errorPrefix} </span>${errors.map((error, index) => html`${index === 0 ? "" : raw("<br>")}${error}`)}</p>` : ""}`;
}
