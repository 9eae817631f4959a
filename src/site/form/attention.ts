import { html } from "hono/html";
import { isOpen } from "../../core/calendar/arithmetic.ts";
import type { FormRule } from "../../core/policy/form-rule.ts";
import { emptyView, holds } from "../../core/policy/holds.ts";
import { openedByClaim } from "../../core/policy/opened-by-claim.ts";
import type { Ground, Policy } from "../../core/policy/policy.ts";
import { inLanguage } from "../../core/policy/text.ts";
import { labelIn } from "../../words/conditions.ts";
import { sayDuration } from "../../words/durations.ts";
import { sayList } from "../../words/hours.ts";
import { attentionWords } from "../../words/site/attention.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { clauseOf } from "../manual/leaf.ts";
import { hrefFor } from "../reader.ts";
import type { Reader } from "../reader.ts";
import { control } from "./names.ts";
import type { FormPage } from "./state.ts";

/** Whether a form files cases of the desk's main kind: not a course, a login or a payment. */
function filesCases(policy: Policy, form: FormRule): boolean {
  return form.kind === policy.forms[0]?.kind;
}

/** The grounds of urgency as a closed list, each with its advice and when it is open (RD-15, RD-15c). */
export function grounds(
  list: readonly Ground[],
  asked: {
    readonly reader: Reader;
    readonly policy: Policy;
    readonly name: string;
    readonly chosen: string | null;
  },
): Html {
  const { reader, policy, name, chosen } = asked;
  const { language } = reader;
  const w = attentionWords[language];
  return html`${list.map((ground) => {
    const id = `${name}-${ground.id}`;
    const during =
      ground.during === null
        ? ""
        : html`<p>${w.groundDuring(labelIn(policy.announcements ?? [], ground.during, language))} <a href="${hrefFor(reader, `/d/${policy.desk.id}/procesos`)}">${w.announce}</a></p>`;
    const advice =
      ground.advice === undefined ? "" : html`<p>${inLanguage(ground.advice, language)}</p>`;
    const more =
      during === "" && advice === "" ? "" : html`<div class="reveal">${advice}${during}</div>`;
    return html`<div class="option"><input type="radio" id="${id}" name="${name}" value="${ground.id}"${chosen === ground.id ? html` checked` : ""}>
<label for="${id}">${inLanguage(ground.means, language)}${clauseOf(ground)}</label>${more}</div>`;
  })}`;
}

/** What claiming urgency does at this desk: whatever it opens is named, and nothing else is promised (RD-15). */
export function urgencyLead(policy: Policy, { language }: Reader): string {
  const w = attentionWords[language];
  const opened = openedByClaim(policy).map(({ label }) => inLanguage(label, language));
  return opened.length === 0
    ? w.urgencyLead
    : `${w.urgencyLead} ${w.urgencyOpens(sayList(opened, language))}`;
}

/** Urgency as the form asks for it: not urgent, unless a ground of the list is claimed. */
export function urgencyField({ reader, policy, form, state }: FormPage): MaybeHtml {
  if (policy.grounds.length === 0 || !filesCases(policy, form)) return "";
  const w = attentionWords[reader.language];
  const chosen = state.urgency ?? null;
  const errors = state.errors.filter(({ field }) => field === "ground");
  const error =
    errors.length === 0
      ? ""
      : html`<p class="error" id="urgencia-error">${errors.map(({ text, cited = text }) => cited).join(" ")}</p>`;
  return html`<fieldset id="f-ground" class="${errors.length > 0 ? "wrong" : ""}" role="radiogroup"><legend>${w.urgency}</legend><p class="hint">${urgencyLead(policy, reader)}</p>${error}
<div class="option"><input type="radio" id="no-urgente" name="${control.urgency}" value=""${chosen === null ? html` checked` : ""}><label for="no-urgente">${w.notUrgent}</label></div>
${grounds(policy.grounds, { reader, policy, name: control.urgency, chosen })}</fieldset>`;
}

/** Whether the requester is there, as the form asks for it (RD-2). */
export function presenceField({ reader, policy, form, state }: FormPage): MaybeHtml {
  const rule = policy.presence;
  if (rule === undefined || !filesCases(policy, form)) return "";
  const { language } = reader;
  const w = attentionWords[language];
  const option = (value: string, label: string): Html => {
    const id = `presencia-${value === "" ? "nada" : value}`;
    const checked = (state.present ?? "") === value ? html` checked` : "";
    return html`<div class="option"><input type="radio" id="${id}" name="${control.present}" value="${value}"${checked}><label for="${id}">${label}</label></div>`;
  };
  return html`<fieldset role="radiogroup"><legend>${w.presence}</legend><p class="hint">${w.presenceAsked}${clauseOf(rule)}</p>
${option("aqui", rule.here === null ? w.here : inLanguage(rule.here, language))}
${option("fuera", rule.leaving === null ? w.leaving : inLanguage(rule.leaving, language))}
${option("", w.presenceUnsaid)}</fieldset>`;
}

/** What help costs at this hour, where it is charged and only then (RD-1). */
export function chargedNow({ reader, policy, form, calendars, here }: FormPage): MaybeHtml {
  if (!filesCases(policy, form)) return "";
  const { language } = reader;
  const w = attentionWords[language];
  const view = { ...emptyView, open: (id: string) => isOpen(calendars(id), here.now) };
  const rules = (policy.charges ?? []).filter(
    ({ when }) => when.is === "hours" && holds(when, view),
  );
  return html`${rules.map(
    (rule) =>
      html`<p class="note">${w.outsideNow(inLanguage(rule.label, language), rule.rate, sayDuration(rule.each, language))}${clauseOf(rule)}</p>`,
  )}`;
}

/** The number of the earlier case, where the form goes on with one that was closed (RD-14). */
export function citesField({ reader, policy, form, state }: FormPage): MaybeHtml {
  if (!asksForCited(policy, form)) return "";
  const w = attentionWords[reader.language];
  const errors = state.errors.filter(({ field }) => field === "cites");
  return html`<div class="field${errors.length > 0 ? " wrong" : ""}"><label for="f-cites">${w.citesLabel}</label>
<p class="hint" id="cita-ayuda">${w.citesHint}${clauseOf(policy.reopen)}</p>${errors.length === 0 ? "" : html`<p class="error">${errors.map(({ text, cited = text }) => cited).join(" ")}</p>`}
<input id="f-cites" name="${control.cites}" value="${state.cites ?? ""}" maxlength="40" aria-describedby="cita-ayuda"></div>`;
}

/** Whether a form is the one that must cite the closed ticket that it goes on with. */
export function asksForCited({ reopen }: Policy, form: FormRule): boolean {
  return reopen.form === form.id && reopen.cites;
}
