import { html } from "hono/html";
import { problemFrame, problemWords } from "../words/problems.ts";
import type { ProblemCode } from "../words/problems.ts";
import type { Html } from "./html.ts";
import { page } from "./page.ts";
import { hrefFor } from "./reader.ts";
import type { Reader } from "./reader.ts";

/** What went wrong with a request. */
export interface ProblemView {
  readonly reader: Reader;
  readonly code: ProblemCode;
  /** The request's reference in the log; empty where there is none. */
  readonly reference: string;
  /** The field that is wrong, by its label. */
  readonly field?: string;
  /** The desk at which it happened: its home is where one goes on. */
  readonly desk?: string;
  /** The form that could not be taken now: where it goes, and all that was written in it. */
  readonly sent?: {
    readonly action: string;
    readonly values: ReadonlyMap<string, readonly string[]>;
  };
}

/** A page that says what went wrong and what to do, with the reference to mention. */
export function problemPage({ reader, code, reference, field, desk, sent }: ProblemView): Html {
  const [title, detail] = problemWords[reader.language][code];
  const w = problemFrame[reader.language];
  return page(
    { reader, desk: null, title, switchable: false, private: true },
    html`<div class="narrow"><h1>${title}</h1>
<p class="lead">${detail}</p>
${field === undefined ? "" : html`<p>${w.field}: <strong>${field}</strong></p>`}
${sent === undefined ? html`<p><a class="button" href="${hrefFor(reader, desk === undefined ? "/" : `/d/${desk}/`)}">${w.home}</a></p>` : sendAgain(sent, w)}
${reference === "" ? "" : html`<p class="soft small">${w.reference}: <code>${reference}</code></p>`}</div>`,
  );
}

/** Nothing that was written is lost: it stands in the page and goes again with one button, without a script. */
function sendAgain(
  { action, values }: NonNullable<ProblemView["sent"]>,
  w: { readonly kept: string; readonly retry: string },
): Html {
  const written = [...values].flatMap(([name, each]) =>
    each.map((value) => html`<input type="hidden" name="${name}" value="${value}">`),
  );
  return html`<p>${w.kept}</p><form method="post" enctype="multipart/form-data" action="${action}">${written}<button class="button main-act">${w.retry}</button></form>`;
}
