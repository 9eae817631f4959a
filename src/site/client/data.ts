import { html } from "hono/html";
import type { Policy } from "../../core/policy/policy.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { ClientData } from "../../desk/clients/data.ts";
import { sayLongDate } from "../../words/dates.ts";
import { clientWords } from "../../words/site/client.ts";
import type { Html, MaybeHtml } from "../html.ts";
import type { Here } from "../moment.ts";
import type { DeskName } from "../page.ts";
import { hrefFor } from "../reader.ts";
import type { Reader } from "../reader.ts";
import { clientPage, language } from "./frame.ts";

/** What the register has of whoever is signed in, and what they are changing. */
export interface DataPage {
  readonly reader: Reader;
  readonly here: Here;
  readonly desk: DeskName;
  readonly policy: Policy;
  readonly data: ClientData;
  /** The telephones as they were written; undefined: as they are kept. */
  readonly written?: string;
  readonly error: string | null;
  readonly saved: boolean;
}

/** My data and my organisation's: what one may change oneself, and how the rest is changed. */
export function dataPage(page: DataPage): Html {
  const { reader, desk, data, error, saved } = page;
  const w = clientWords[reader.language];
  const notice = saved ? html`<p class="note good" role="status">${w.saved}</p>` : "";
  const frame = { reader, desk, client: data.client, title: w.data, here: "data" } as const;
  return clientPage(
    { ...frame, switchable: error === null },
    html`${notice}${own(page)}${changes(page)}${organisation(page)}
<section class="text"><h2>${w.signOutEverywhere}</h2><p>${w.signOutEverywhereLead}</p>
<form method="post" action="/d/${desk.id}/cuenta/salir-de-todo">${language(reader)}<button class="button">${w.signOutEverywhere}</button></form></section>`,
  );
}

function own({ reader, policy, desk, data }: DataPage): Html {
  const w = clientWords[reader.language];
  const { person } = data.client;
  const role = person.role === null ? undefined : policy.roles?.[person.role];
  return html`<section class="text"><dl class="facts"><dt>${w.nameLabel}</dt><dd>${person.name}</dd>
<dt>${w.roleLabel}</dt><dd>${role === undefined ? w.roleNone : inLanguage(role, reader.language)}. ${person.seesOrganisation ? w.seesAll : w.seesOwn}</dd>
<dt>${w.addresses}</dt><dd>${person.addresses.map((address) => html`${address}<br>`)}</dd></dl>
<p class="soft">${w.formal} <a href="${hrefFor(reader, `/d/${desk.id}/ayuda`)}">${w.askChange}</a>.</p></section>`;
}

function changes({ reader, desk, data, written, error }: DataPage): Html {
  const w = clientWords[reader.language];
  const { person, fresh } = data.client;
  const telephones = written ?? person.telephones.join("\n");
  const option = (value: string, label: string): Html =>
    html`<div class="option"><input type="radio" id="idioma-${value}" name="idioma" value="${value}"${person.language === value ? html` checked` : ""}><label for="idioma-${value}">${label}</label></div>`;
  const enter = hrefFor(reader, `/d/${desk.id}/entrar`, { a: `/d/${desk.id}/cuenta/datos` });
  return html`<form method="post" action="/d/${desk.id}/cuenta/datos">${language(reader)}<input type="hidden" name="version" value="${person.version}">
<fieldset role="radiogroup"><legend>${w.language}</legend>${option("es", w.spanish)}${option("en", w.english)}</fieldset>
<div class="field${error === null ? "" : " wrong"}"><label for="telefonos">${w.telephones}</label><p class="hint" id="telefonos-ayuda">${w.telephonesHint}</p>${fresh ? "" : html`<p class="hint">${w.telephonesFresh} <a href="${enter}">${w.againTitle}</a>.</p>`}${error === null ? "" : html`<p class="error" id="telefonos-error" role="alert" tabindex="-1" data-summary>${error}</p>`}
<textarea id="telefonos" name="telefonos" rows="3" inputmode="tel" aria-describedby="telefonos-ayuda${error === null ? "" : " telefonos-error"}">
${telephones}</textarea></div>
<button class="button main-act">${w.save}</button></form>`;
}

function organisation(page: DataPage): Html {
  const { reader, data } = page;
  const w = clientWords[reader.language];
  const found = data.organisation;
  if (found === null)
    return html`<section class="text"><h2>${w.organisation}</h2><p>${w.noOrganisation}</p></section>`;
  const fact = (label: string, value: string | null): MaybeHtml =>
    value === null || value === "" ? "" : html`<dt>${label}</dt><dd>${value}</dd>`;
  return html`<section class="text"><h2>${w.organisation}</h2><dl class="facts">${fact(w.nameLabel, found.name)}${fact(w.rfc, found.rfc)}${fact(w.regime, found.taxRegime)}${fact(w.taxAddress, found.taxAddress)}${fact(w.postalCode, found.postalCode)}${fact(w.portals, found.portals.join(", "))}${fact(w.plan, found.plan)}
${support(page, found.paidUntil)}</dl></section>`;
}

function support({ reader, here, desk, policy, data }: DataPage, paidUntil: number | null): Html {
  const w = clientWords[reader.language];
  if (paidUntil === null) return html`<dt>${w.support}</dt><dd>${w.noEnd}</dd>`;
  const date = sayLongDate(paidUntil, here);
  const valid = paidUntil > data.now;
  const said = policy.client?.says;
  const form = policy.forms.find(
    ({ id, kind, on }) =>
      on.includes("form") &&
      (policy.client?.except ?? []).some((one) => one === id || one === kind),
  );
  const path = form === undefined ? "ayuda" : `ayuda/${form.id}`;
  const renewal = said === undefined || valid ? "" : html`<br>${inLanguage(said, reader.language)}`;
  return html`<dt>${w.support}</dt><dd>${valid ? html`<strong class="is-kept">${w.validUntil(date)}</strong>` : html`<strong class="is-near">${w.expired(date)}</strong>`}</dd>
<dt>${w.renew}</dt><dd><a href="${hrefFor(reader, `/d/${desk.id}/${path}`)}">${form === undefined ? w.renewAsk : inLanguage(form.title, reader.language)}</a>${renewal}</dd>`;
}
