import { html } from "hono/html";
import { readRfc } from "../../core/intake/rfc.ts";
import type { Field } from "../../core/policy/form-rule.ts";
import type { Language } from "../../core/policy/text.ts";
import { formWords } from "../../words/site/form.ts";
import type { Html } from "../html.ts";

/** Whether an RFC may be written in a field: it is looked at while it is written, and blocks nothing (HB-9). */
export function mayDoubt({ kind }: Pick<Field, "kind">): boolean {
  return kind === "identity" || kind === "rfc";
}

/**
 * Below a box in which an RFC may stand: what is doubtful about it, before it is sent. The page's script
 * says it while it is written, with these very words; without a script it stands there when the form
 * comes back.
 */
export function doubt(
  { id, value }: { readonly id: string; readonly value: string },
  language: Language,
): Html {
  const w = formWords[language];
  const words = { unsound: w.rfcUnsound("{rfc}"), generic: w.rfcGeneric("{rfc}") };
  return html`<p class="doubt" id="${doubtId(id)}" aria-live="polite" data-of="${id}" data-unsound="${words.unsound}" data-generic="${words.generic}">${doubtOf(value, language)}</p>`;
}

/** The id of what is said below a control. */
export function doubtId(control: string): string {
  return `${control}-aviso`;
}

function doubtOf(value: string, language: Language): string {
  const read = readRfc(value);
  if (read.is !== "rfc") return "";
  const w = formWords[language];
  if (read.generic) return w.rfcGeneric(read.rfc);
  return read.sound ? "" : w.rfcUnsound(read.rfc);
}
