import { html } from "hono/html";
import { inLanguage } from "../../core/policy/text.ts";
import { statementOf } from "../../core/ticket/account.ts";
import type { Quote } from "../../core/ticket/ticket.ts";
import { attentionWords } from "../../words/site/attention.ts";
import { formWords } from "../../words/site/form.ts";
import { grounds, urgencyLead } from "../form/attention.ts";
import { control } from "../form/names.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { clauseOf, table } from "../manual/leaf.ts";
import { moment } from "../moment.ts";
import { deskOf, hereOf } from "./seen.ts";
import type { SeenTicket } from "./seen.ts";

const language = ({ reader }: SeenTicket): MaybeHtml =>
  reader.chosen
    ? html`<input type="hidden" name="${control.language}" value="${reader.language}">`
    : "";

/** Whether the requester is there, said with one button (RD-2, RD-12). */
export function presence(seen: SeenTicket): MaybeHtml {
  const { view, reader } = seen;
  const rule = view.policy.policy.policy.presence;
  if (rule === undefined || !view.may.presence) return "";
  const w = attentionWords[reader.language];
  const { present } = view.ticket;
  const said = present === null ? w.presenceAsked : present ? w.presentNow : w.absentNow;
  const words = {
    here: rule.here === null ? w.here : inLanguage(rule.here, reader.language),
    leaving: rule.leaving === null ? w.leaving : inLanguage(rule.leaving, reader.language),
  };
  const button = (value: "aqui" | "fuera", label: string): Html =>
    html`<button class="button" name="presencia" value="${value}">${label}</button>`;
  return html`<section class="text no-print"><h2>${w.presence}</h2><p>${said}${clauseOf(rule)}</p>
<form method="post" action="?accion=presencia">${language(seen)}<div class="row">${present === true ? "" : button("aqui", words.here)}${present === false ? "" : button("fuera", words.leaving)}</div></form></section>`;
}

/** What became of the urgency that was claimed, and the grounds that may be claimed now (RD-15). */
export function urgency(seen: SeenTicket): MaybeHtml {
  const { view, reader } = seen;
  const { policy } = view.policy.policy;
  const w = attentionWords[reader.language];
  const { urgency: claimed } = view.ticket;
  const ground = policy.grounds.find(({ id }) => id === claimed?.ground);
  const state =
    claimed === null || ground === undefined
      ? ""
      : html`<p>${w.urgencyState[claimed.state](inLanguage(ground.means, reader.language))}${clauseOf(ground)}</p>`;
  const open = policy.grounds.filter(({ id }) => view.may.grounds.includes(id));
  if (open.length === 0 && state === "") return "";
  const form =
    open.length === 0
      ? ""
      : html`<details><summary>${w.claim}</summary><form method="post" action="?accion=urgencia">${language(seen)}
<fieldset><legend class="far">${w.claim}</legend><p class="hint">${urgencyLead(policy, reader)}</p>${grounds(open, { reader, policy, name: "motivo", chosen: null })}</fieldset>
<button class="button">${w.claim}</button></form></details>`;
  return html`<section class="text no-print"><h2>${w.urgency}</h2>${state}${form}</section>`;
}

/** The quote that waits for a yes or no, and the account of what was worked (FI-14, RD-1). */
export function charges(seen: SeenTicket): MaybeHtml {
  const account = statementOf(seen.view.ticket);
  if (account === null) return "";
  const { reader } = seen;
  const w = attentionWords[reader.language];
  const here = hereOf(seen);
  const rows = account.entries.map((entry) => [
    moment(entry.at, here),
    entry.work,
    w.minutes(entry.minutes),
    html`<span class="num">${w.money(entry)}</span>`,
  ]);
  const total = [
    w.total,
    "",
    w.minutes(account.minutes),
    html`<strong class="num">${account.totals.map(w.money).join(" · ")}</strong>`,
  ];
  const quotes = account.quotes.map(
    (quote) =>
      html`<li>${moment(quote.at, here)}: ${w.minutes(quote.minutes)}, <span class="num">${w.money(quote)}</span>, ${w.quote(quote.state)}</li>`,
  );
  return html`<section class="text" id="cargo"><h2>${w.charge}</h2>${quoteForm(seen)}
<h3>${w.statement}</h3>${rows.length === 0 ? html`<p>${w.none}</p>` : table({ label: w.statement }, [w.when, w.work, w.time, w.amount], [...rows, total])}
<h3>${w.quotes}</h3><ul class="small">${quotes}</ul></section>`;
}

function quoteForm(seen: SeenTicket): MaybeHtml {
  const { view, reader } = seen;
  const quote = view.ticket.quotes?.at(-1);
  if (!view.may.charge || quote === undefined) return "";
  const w = attentionWords[reader.language];
  const { optional } = formWords[reader.language];
  return html`<div class="note near"><p>${w.quoted(labelOf(seen, quote), quote.minutes, quote)}${clauseFor(seen, quote)}</p></div>
<form method="post" class="no-print" action="?accion=cargo">${language(seen)}
<div class="field"><label for="motivo-cargo">${w.refuseReason} <span class="optional">(${optional})</span></label><input id="motivo-cargo" name="texto"></div>
<div class="row"><button class="button main-act" name="cargo" value="si">${w.accept(quote)}</button><button class="button" name="cargo" value="no">${w.refuse}</button></div></form>`;
}

const ruleOf = ({ view }: SeenTicket, { charge }: Quote) =>
  view.policy.policy.policy.charges?.find(({ id }) => id === charge);

function labelOf(seen: SeenTicket, quote: Quote): string {
  const rule = ruleOf(seen, quote);
  const { language: in_ } = seen.reader;
  return rule === undefined ? attentionWords[in_].charge : inLanguage(rule.label, in_);
}

function clauseFor(seen: SeenTicket, quote: Quote): MaybeHtml {
  const rule = ruleOf(seen, quote);
  return rule === undefined ? "" : clauseOf(rule);
}

/** The course that is asked for first, where the ticket is held for training (RD-10). */
export function courseFirst(seen: SeenTicket): MaybeHtml {
  const { view, reader } = seen;
  const { training } = view.policy.policy.policy;
  if (view.ticket.held !== "untrained" || training === undefined) return "";
  const says =
    training.says === undefined
      ? ""
      : html`<p>${inLanguage(training.says, reader.language)}${clauseOf(training)}</p>`;
  const href = `/d/${deskOf(seen).id}/ayuda/${training.form}`;
  return html`<div class="note near">${says}<p class="no-print"><a class="button" href="${href}">${attentionWords[reader.language].course}</a></p></div>`;
}
