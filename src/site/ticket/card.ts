import { html } from "hono/html";
import { inLanguage } from "../../core/policy/text.ts";
import { sayXml } from "../../words/cfdi.ts";
import type { InvoiceReading } from "../../core/cfdi/read-cfdi.ts";
import { labelIn } from "../../words/conditions.ts";
import { sayTerm } from "../../words/durations.ts";
import { sayList } from "../../words/hours.ts";
import { markWords, pauseWords } from "../../words/marks.ts";
import { promiseWords } from "../../words/site/promise.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { classifyingFields } from "../expect.ts";
import { instant } from "../moment.ts";
import { page } from "../page.ts";
import { courseFirst } from "./attention.ts";
import { heldNotice } from "./held.ts";
import type { Mending } from "./held.ts";
import { deskOf, hereOf } from "./seen.ts";
import type { SeenTicket } from "./seen.ts";
import { telephone } from "./telephone.ts";

/** A ticket that was just filed. */
export interface JustFiled extends SeenTicket {
  /** Whether an acknowledgement left by mail. */
  readonly acknowledged: "mailed" | "held-back" | "no-mail";
  readonly mending: Mending;
  /** Answers by mail reach the ticket. */
  readonly byMail: boolean;
  /** What the XMLs sent with it say. */
  readonly invoices: readonly { readonly name: string; readonly reading: InvoiceReading }[];
}

/** The promise card (HB-10, IF-4): what was filed, what is promised, and what each side does next. */
export function promiseCard(filed: JustFiled): Html {
  const { reader, view } = filed;
  const { policy } = view.policy.policy;
  const w = promiseWords[reader.language];
  const form = policy.forms.find(({ id }) => id === view.ticket.form);
  const after =
    form?.after === undefined
      ? ""
      : html`<p class="lead">${inLanguage(form.after, reader.language)}</p>`;
  return page(
    { reader, desk: deskOf(filed), title: `${w.title}: ${view.folio}`, private: true },
    html`<h1>${w.title}</h1>
${after}
<div class="sheet promise narrow">
<p class="folio"><small>${w.folio}</small> ${view.folio}</p>
${severity(filed)}
${promises(filed)}
</div>
<div class="text">${heldNotice(filed, filed.mending)}${courseFirst(filed)}</div>
<div class="text">
${acknowledgement(filed)}${doubts(filed)}${invoices(filed)}
<p><a class="button main-act no-print" href="?">${w.follow}</a></p>
<h2>${w.todo}</h2><p>${view.ticket.held === null ? w.todoText : w.todoHeld}</p>
<h2>${w.pauses}</h2><p>${pauses(filed)}</p>
<h2>${w.add}</h2><p>${w.addText} ${filed.byMail ? w.addByMail : ""}</p>
${telephone(filed)}
</div>`,
  );
}

function severity({ reader, view }: JustFiled): Html {
  const { language } = reader;
  const w = promiseWords[language];
  const { policy } = view.policy.policy;
  const { ticket } = view;
  const found = policy.severities.find(({ id }) => id === ticket.severity);
  const means = found === undefined ? "" : inLanguage(found.means, language);
  const form = policy.forms.find(({ id }) => id === ticket.form);
  const classifying = classifyingFields(policy);
  const chosen = (form?.fields ?? [])
    .filter(({ id }) => classifying.has(id))
    .flatMap((field) =>
      field.options
        .filter(({ value }) => ticket.fields[field.id] === value)
        .map((option) => inLanguage(option.label, language)),
    );
  return html`<p><strong>${w.severity}: ${labelIn(policy.severities, ticket.severity, language)}.</strong> ${means}
${chosen.length > 0 ? w.classifiedBy(sayList(chosen, language)) : ""} ${ticket.provisional ? w.provisional : ""}</p>`;
}

function promises(filed: JustFiled): Html {
  const { reader, view } = filed;
  const { language } = reader;
  const w = promiseWords[language];
  return html`${view.promises.map(({ rule, status, limit }) => {
    if (rule.against !== "desk" || rule.breach === false) return "";
    const label = inLanguage(rule.label, language);
    if (limit !== null && (status === "running" || status === "paused")) {
      const first = rule.to.includes("contacted");
      return html`<p>${first ? w.contactBy : w.promiseBy(label)} <span class="when">${instant(limit, hereOf(filed))}</span></p>`;
    }
    const term = rule.within[view.ticket.severity] ?? rule.within["*"];
    if (status !== "idle" || term === undefined) return "";
    const from = sayList(
      rule.from.map((mark) => markWords[language][mark]),
      language,
      "or",
    );
    return html`<p>${w.within(label, sayTerm(term, language), from)}</p>`;
  })}`;
}

function acknowledgement({ reader, view, acknowledged }: JustFiled): MaybeHtml {
  const w = promiseWords[reader.language];
  const { address } = view.ticket.requester;
  if (acknowledged === "mailed" && address !== null) return html`<p>${w.mailed(address)}</p>`;
  return acknowledged === "held-back" ? html`<p>${w.heldBack}</p>` : "";
}

/** What the intake doubts of who the client says they are: it warns, and blocks nothing (HB-9). */
function doubts({ reader, view }: JustFiled): MaybeHtml {
  const w = promiseWords[reader.language];
  const { flags, requester } = view.ticket;
  const rfc = requester.identity ?? "";
  if (flags.includes("identity-check-digit"))
    return html`<div class="note near"><p>${w.identityCheckDigit(rfc)}</p></div>`;
  if (flags.includes("identity-generic"))
    return html`<div class="note near"><p>${w.identityGeneric(rfc)}</p></div>`;
  return "";
}

/** Each XML as it was read: what is wrong with it can be mended before anybody asks. */
function invoices({ reader, invoices: read }: JustFiled): Html {
  return html`${read.map(
    ({ name, reading }) =>
      html`<div class="note"><p><strong>${name}</strong></p><ul>${sayXml(reading, reader.language).map((line) => html`<li>${line}</li>`)}</ul></div>`,
  )}`;
}

function pauses({ reader, view }: JustFiled): string {
  const { language } = reader;
  const w = promiseWords[language];
  const reasons = new Set(
    view.policy.policy.policy.clocks
      .filter(({ against }) => against === "desk")
      .flatMap((clock) => clock.pauses),
  );
  const said = [...reasons].map((reason) => pauseWords[language][reason]);
  return said.length === 0 ? w.pausesNone : w.pausesText(sayList(said, language, "or"));
}
