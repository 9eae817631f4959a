import { html } from "hono/html";
import type { AnnouncementRule } from "../core/policy/attention.ts";
import type { Policy } from "../core/policy/policy.ts";
import { inLanguage } from "../core/policy/text.ts";
import type { Instant } from "../core/time/instant.ts";
import { labelIn } from "../words/conditions.ts";
import { announcementWords } from "../words/site/announcements.ts";
import { zoneName } from "../words/zones.ts";
import { control } from "./form/names.ts";
import type { Html, MaybeHtml } from "./html.ts";
import { clauseOf, table } from "./manual/leaf.ts";
import { moment } from "./moment.ts";
import type { Here } from "./moment.ts";
import { deskName, page } from "./page.ts";
import { hrefFor } from "./reader.ts";
import type { Reader } from "./reader.ts";

/** An announced process as its pages get it. */
interface Shown {
  readonly process: string;
  readonly type: string | null;
  readonly starts: Instant;
  readonly ends: Instant;
}

interface AtDesk {
  readonly reader: Reader;
  readonly policy: Policy;
  readonly here: Here;
}

/** The list of what is announced for everybody, and the form to announce one's own. */
export interface AnnouncementsPage extends AtDesk {
  readonly list: readonly Shown[];
  /** What was written, by control, and what is wrong with it. */
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly string[];
  /** The unguessable token of this page: sent twice it announces once. */
  readonly submission: string;
}

/** What is announced ahead, for clients (RD-15c). */
export function announcementsPage(shown: AnnouncementsPage): Html {
  const { reader, policy, list } = shown;
  const w = announcementWords[reader.language];
  const mine = (policy.announcements ?? []).filter(({ who }) => who.includes("client"));
  return page(
    {
      reader,
      desk: deskName(policy, reader.language),
      title: w.title,
      switchable: shown.errors.length === 0,
    },
    html`<h1>${w.title}</h1><p class="lead">${w.lead}</p>
${
  list.length === 0
    ? html`<p>${w.none}</p>`
    : table(
        { label: w.title },
        [w.process, w.from, w.until],
        list.map((one) => row(shown, one)),
      )
}
${mine.map((rule) => announceForm(shown, rule))}`,
  );
}

function row({ policy, reader, here }: AtDesk, one: Shown): readonly unknown[] {
  const w = announcementWords[reader.language];
  const going =
    one.starts <= here.now ? html` <span class="state is-near">${w.goingOn}</span>` : "";
  return [
    html`${nameOf({ policy, reader }, one)}${going}`,
    moment(one.starts, here),
    moment(one.ends, here),
  ];
}

function nameOf({ policy, reader }: Pick<AtDesk, "policy" | "reader">, one: Shown): string {
  const rules = policy.announcements ?? [];
  const types = rules.find(({ id }) => id === one.process)?.types ?? [];
  return one.type === null
    ? labelIn(rules, one.process, reader.language)
    : labelIn(types, one.type, reader.language);
}

function announceForm(shown: AnnouncementsPage, rule: AnnouncementRule): Html {
  const { reader, policy, here, values, errors } = shown;
  const { language } = reader;
  const w = announcementWords[language];
  const box = (
    name: string,
    label: string,
    more: { readonly type: string; readonly hint?: string },
  ): Html =>
    html`<div class="field"><label for="${name}">${label}</label>${more.hint === undefined ? "" : html`<p class="hint" id="${name}-ayuda">${more.hint}</p>`}<input id="${name}" name="${name}" type="${more.type}" value="${values[name] ?? ""}"${more.hint === undefined ? "" : html` aria-describedby="${name}-ayuda"`}></div>`;
  const types = rule.types.map(
    (type, index) =>
      html`<div class="option"><input type="radio" id="tipo-${type.id}" name="tipo" value="${type.id}"${(values["tipo"] ?? (index === 0 ? type.id : "")) === type.id ? html` checked` : ""}><label for="tipo-${type.id}">${inLanguage(type.label, language)}</label></div>`,
  );
  const wrong =
    errors.length === 0
      ? ""
      : html`<div class="note bad" role="alert" tabindex="-1" data-summary>${errors.map((error) => html`<p>${error}</p>`)}</div>`;
  const lang = reader.chosen
    ? html`<input type="hidden" name="${control.language}" value="${language}">`
    : "";
  return html`<section class="text"><h2>${w.announce}${clauseOf(rule)}</h2><p>${w.announceLead}</p>${wrong}
<form method="post" action="/d/${policy.desk.id}/procesos">${lang}<input type="hidden" name="${control.submission}" value="${shown.submission}"><input type="hidden" name="proceso" value="${rule.id}">
${types.length === 0 ? "" : html`<fieldset role="radiogroup"><legend>${w.type}</legend>${types}</fieldset>`}
${box("desde", w.starts, { type: "datetime-local", hint: w.zone(zoneName(here.zone, language, here.now)) })}
${box("hasta", w.ends, { type: "datetime-local" })}
${box("nombre", w.name, { type: "text" })}
${box("correo", w.address, { type: "email" })}
<button class="button main-act">${w.send}</button></form></section>`;
}

/** What a client announced, and the way to cancel it. */
export interface AnnouncedPage extends AtDesk {
  readonly announced: Shown & {
    readonly address: string | null;
    readonly cancelled: Instant | null;
  };
}

/** One's own announcement, by its token. */
export function announcedPage(shown: AnnouncedPage): Html {
  const { reader, here, policy, announced } = shown;
  const w = announcementWords[reader.language];
  const { address, cancelled, ends } = announced;
  const open = cancelled === null && ends > here.now;
  const state = cancelled !== null ? w.cancelled : open ? w.done : w.over;
  const cancel: MaybeHtml = open
    ? html`<p>${w.keep}</p><form method="post" action="?accion=cancelar"><button class="button">${w.cancel}</button></form>`
    : "";
  return page(
    { reader, desk: deskName(policy, reader.language), title: w.title, private: true },
    html`<h1>${nameOf(shown, announced)}</h1><p class="note ${open ? "good" : "near"}" role="status">${state}</p>
<dl class="facts"><dt>${w.from}</dt><dd>${moment(announced.starts, here)}</dd><dt>${w.until}</dt><dd>${moment(ends, here)}</dd></dl>
${address === null ? "" : html`<p>${w.forAddress(address)}</p>`}${cancel}
<p><a href="${hrefFor(reader, `/d/${policy.desk.id}/ayuda`)}">${w.back}</a></p>`,
  );
}
