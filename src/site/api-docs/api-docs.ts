import { html } from "hono/html";
import { answerOf, operationsOf } from "../../contract/api-description.ts";
import type { Description, Operation, Placed, Schema } from "../../contract/api-description.ts";
import { apiDocsWords } from "../../words/site/api-docs.ts";
import { apiStyle } from "../assets.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { page } from "../page.ts";
import type { Reader } from "../reader.ts";
import { curlOf } from "./example.ts";
import { partsOf, typeOf } from "./schema.ts";

interface View {
  readonly description: Description;
  readonly w: (typeof apiDocsWords)["en"];
}

/** The documentation of the API: every operation with an example, what it takes and answers, and every schema. One page, so that the browser finds any word of it. */
export function apiDocsPage(reader: Reader, description: Description): Html {
  const w = apiDocsWords[reader.language];
  const view = { description, w };
  const url = description.servers[0]?.url ?? "";
  return page(
    { reader, desk: null, title: w.title, style: apiStyle },
    html`<div class="api">
<h1>${w.title}</h1>
<p class="lead">${w.lead}</p>
<p class="soft">${w.english}</p>
<dl class="api-facts"><dt>${w.base}</dt><dd><code>${url}</code></dd>
<dt>OpenAPI</dt><dd><a href="/openapi.json">${w.file}</a></dd></dl>
<section aria-labelledby="empezar"><h2 id="empezar">${w.start}</h2>
<ol>${w.startSteps.map((step) => html`<li>${step}</li>`)}</ol>
<pre tabindex="0"><code>curl '${url}/token' -H "Authorization: Bearer $PLAZO_TOKEN"</code></pre></section>
${contents(view)}
${problems(view)}
<div lang="en">${description.tags.map((tag) => subject(view, tag))}
${schemas(view)}</div></div>`,
  );
}

function contents({ description, w }: View): Html {
  return html`<nav class="api-contents" aria-label="${w.contents}"><h2>${w.contents}</h2>
${description.tags.map(
  ({ name }) =>
    html`<details><summary lang="en">${name}</summary><ul lang="en"><li><a href="#${idOf(name)}">${name}</a></li>${ofSubject(
      description,
      name,
    ).map(
      ({ operation }) =>
        html`<li><a href="#${operation.operationId}">${operation.summary}</a></li>`,
    )}</ul></details>`,
)}</nav>`;
}

function problems({ description, w }: View): Html {
  const shared = Object.entries(description.components.responses);
  return html`<section aria-labelledby="errores"><h2 id="errores">${w.problems}</h2><p>${w.manual}</p>
<div class="api-wide"><table><thead><tr><th scope="col">${w.status}</th><th scope="col">${w.about}</th><th scope="col">${w.codes}</th></tr></thead>
<tbody lang="en">${shared.map(
    ([name, answer]) =>
      html`<tr><th scope="row" id="${name}">${name.replace("Problem", "")}</th><td>${answer.description}</td><td>${(
        answer["x-codes"] ?? []
      ).map((code) => html`<code>${code}</code> `)}</td></tr>`,
  )}</tbody></table></div></section>`;
}

function ofSubject(description: Description, name: string): readonly Placed[] {
  return operationsOf(description).filter(({ operation }) => operation.tags.includes(name));
}

function idOf(name: string): string {
  return `subject-${name.toLowerCase().replaceAll(" ", "-")}`;
}

function subject(view: View, { name, description }: Description["tags"][number]): Html {
  return html`<section aria-labelledby="${idOf(name)}"><h2 id="${idOf(name)}">${name}</h2><p>${description}</p>
${ofSubject(view.description, name).map((placed) => operationOf(view, placed))}</section>`;
}

function operationOf(view: View, placed: Placed): Html {
  const { w, description } = view;
  const { path, method, operation } = placed;
  const { operationId, summary } = operation;
  return html`<article class="api-operation" aria-labelledby="${operationId}">
<h3 id="${operationId}">${summary}</h3>
<p class="api-address"><span class="api-${method}">${method.toUpperCase()}</span> <code>${path}</code> <span class="soft small">${operationId}</span></p>
${parameters(view, operation)}
${body(view, operation)}
<h4>${w.answers}</h4>
<ul class="api-answers">${Object.keys(operation.responses)
    .toSorted()
    .map((status) => answer(view, operation, status))}</ul>
<h4>${w.example}</h4>
<pre tabindex="0"><code>${curlOf(placed, description)}</code></pre>
</article>`;
}

function answer({ description }: View, operation: Operation, status: string): MaybeHtml {
  const found = answerOf(description, operation, status);
  if (found === undefined) return "";
  if (Number(status) >= 400)
    return html`<li class="api-problem"><a href="#Problem${status}">${status}</a></li>`;
  const [content] = Object.entries(found.content ?? {});
  const [type, described] = content ?? [];
  return html`<li><strong>${status}</strong> ${found.description}${
    type === undefined
      ? ""
      : html`: ${type === "application/json" && described !== undefined ? typeOf(described.schema) : html`<code>${type}</code>`}`
  }</li>`;
}

function parameters({ w }: View, { parameters: all = [] }: Operation): MaybeHtml {
  const shown = all.filter(({ name }) => name !== "desk" && name !== "idempotency-key");
  if (shown.length === 0) return "";
  return html`<h4>${w.parameters}</h4><div class="api-wide"><table><thead><tr><th scope="col">${w.name}</th><th scope="col">${w.type}</th><th scope="col">${w.about}</th></tr></thead><tbody>${shown.map(
    ({ name, in: where, required, schema, description }) =>
      html`<tr><th scope="row"><code>${name}</code></th><td>${typeOf(schema)}</td><td>${w.where[where]}${required === true ? `, ${w.required}` : ""}${description === undefined ? "" : html`. ${plainly(description)}`}</td></tr>`,
  )}</tbody></table></div>`;
}

function body({ w }: View, { requestBody }: Operation): MaybeHtml {
  const [content] = Object.entries(requestBody?.content ?? {});
  const [type, described] = content ?? [];
  if (type === undefined || described === undefined) return "";
  const parts = partsOf(described.schema);
  return html`<h4>${w.sends}</h4>${parts.length === 0 ? html`<p>${type === "application/json" ? typeOf(described.schema) : html`<code>${type}</code>`}</p>` : partsTable(w, described.schema)}`;
}

function partsTable(w: View["w"], schema: Schema): Html {
  return html`<div class="api-wide"><table><thead><tr><th scope="col">${w.name}</th><th scope="col">${w.type}</th></tr></thead><tbody>${partsOf(
    schema,
  ).map(
    ({ name, schema: one, required }) =>
      html`<tr><th scope="row"><code>${name}</code>${required ? html` <span class="soft small">${w.required}</span>` : ""}</th><td>${typeOf(one)}${typeof one["description"] === "string" ? html`<br><span class="soft">${plainly(one["description"])}</span>` : ""}</td></tr>`,
  )}</tbody></table></div>`;
}

function schemas({ w, description }: View): Html {
  return html`<section aria-labelledby="esquemas"><h2 id="esquemas">${w.schemas}</h2>${Object.entries(
    description.components.schemas,
  ).map(
    ([name, schema]) =>
      html`<article aria-labelledby="schema-${name}"><h3 id="schema-${name}">${name}</h3>${
        typeof schema["description"] === "string" ? html`<p>${schema["description"]}</p>` : ""
      }${partsOf(schema).length === 0 ? html`<p>${typeOf(schema)}</p>` : partsTable(w, schema)}</article>`,
  )}</section>`;
}

/** A text of the description, whose words between backticks are code. */
function plainly(text: string): Html {
  return html`${text.split("`").map((piece, at) => (at % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;
}
