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
}

/** A page that says what went wrong and what to do, with the reference to mention. */
export function problemPage({ reader, code, reference }: ProblemView): Html {
  const [title, detail] = problemWords[reader.language][code];
  const w = problemFrame[reader.language];
  return page(
    { reader, desk: null, title, switchable: false, private: true },
    html`<div class="narrow"><h1>${title}</h1>
<p class="lead">${detail}</p>
<p><a class="button" href="${hrefFor(reader, "/")}">${w.home}</a></p>
${reference === "" ? "" : html`<p class="soft small">${w.reference}: <code>${reference}</code></p>`}</div>`,
  );
}
