import { html } from "hono/html";
import type { Html, MaybeHtml } from "../html.ts";
import { page } from "../page.ts";
import type { Reader } from "../reader.ts";

/** A field of these pages. */
export interface Box {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly value: string;
  readonly complete: string;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** A labelled field, with its hint and what is wrong with it. */
export function box({ name, type, label, value, complete, hint, error }: Box): Html {
  const id = `e-${name}`;
  const told = [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`]
    .filter(Boolean)
    .join(" ");
  const described: MaybeHtml = told === "" ? "" : html` aria-describedby="${told}"`;
  return html`<div class="field"><label for="${id}">${label}</label>
${hint === undefined ? "" : html`<p class="hint" id="${id}-hint">${hint}</p>`}
${error === undefined ? "" : html`<p class="error" id="${id}-error">${error}</p>`}
<input id="${id}" name="${name}" type="${type}" value="${value}" autocomplete="${complete}" required maxlength="254"${described}${error === undefined ? "" : html` aria-invalid="true"`}></div>`;
}

/** A page of sign-in: of no desk, and for no search engine. */
export function framed(reader: Reader, title: string, body: Html): Html {
  return page(
    { reader, desk: null, title, private: true },
    html`<div class="narrow"><h1>${title}</h1>${body}</div>`,
  );
}
