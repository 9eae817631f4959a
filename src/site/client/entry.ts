import { html } from "hono/html";
import { clientWords } from "../../words/site/client.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { page } from "../page.ts";
import type { DeskName } from "../page.ts";
import { hrefFor } from "../reader.ts";
import type { Reader } from "../reader.ts";
import { language } from "./frame.ts";

/** Signing in: who reads, where it leads afterwards, and what was wrong. */
export interface EntryPage {
  readonly reader: Reader;
  readonly desk: DeskName;
  /** A path of the desk's own that it leads to. */
  readonly next: string;
  readonly address: string;
  readonly error: string | null;
  /** Somebody is signed in already, and needs a fresh code. */
  readonly again: boolean;
  /** Something that they were writing is kept. */
  readonly kept: boolean;
  /** The form by which one asks to be registered, where the desk has one. */
  readonly registration: string | null;
  /** What they have just done. */
  readonly told?: string;
}

/** The registered address that a code is to be sent to. */
export function entryPage(entry: EntryPage): Html {
  const { reader, desk, next, address, error, again, kept, told } = entry;
  const w = clientWords[reader.language];
  const title = again ? w.againTitle : w.entryTitle;
  return page(
    { reader, desk, title, here: "mine", switchable: error === null, private: true },
    html`${told === undefined ? "" : html`<p class="note good" role="status">${told}</p>`}<div class="narrow"><h1>${title}</h1><p class="lead">${again ? w.againLead : w.entryLead}</p>${kept && !again ? html`<p class="note">${w.keptLead}</p>` : ""}
<form method="post" action="/d/${desk.id}/entrar">${language(reader)}<input type="hidden" name="a" value="${next}">
<div class="field${error === null ? "" : " wrong"}"><label for="correo">${w.address}</label>${errorOf(error)}<input id="correo" name="correo" type="email" value="${address}" autocomplete="email" autocapitalize="off" spellcheck="false"${described(error)}></div>
<button class="button main-act">${w.askCode}</button></form>
${again ? "" : others(entry)}</div>`,
  );
}

/** The code that was mailed; the page is the same whether one was. */
export function codePage(entry: Omit<EntryPage, "again" | "kept" | "registration">): Html {
  const { reader, desk, next, address, error } = entry;
  const w = clientWords[reader.language];
  return page(
    { reader, desk, title: w.codeTitle, here: "mine", switchable: false, private: true },
    html`<div class="narrow"><h1>${w.codeTitle}</h1><p class="lead">${w.codeLead(address)}</p><p>${w.codeBound}</p>
<form method="post" action="/d/${desk.id}/entrar/codigo">${language(reader)}<input type="hidden" name="a" value="${next}">
<div class="field${error === null ? "" : " wrong"}"><label for="codigo">${w.code}</label>${errorOf(error)}<input id="codigo" name="codigo" inputmode="numeric" autocomplete="one-time-code" maxlength="12"${described(error)}></div>
<button class="button main-act">${w.enter}</button></form>
<p class="after"><a href="${hrefFor(reader, `/d/${desk.id}/entrar`, { a: next })}">${w.otherAddress}</a></p></div>`,
  );
}

function errorOf(error: string | null): MaybeHtml {
  return error === null
    ? ""
    : html`<p class="error" id="entrada-error" role="alert" tabindex="-1" data-summary>${error}</p>`;
}

function described(error: string | null): MaybeHtml {
  return error === null ? "" : html` aria-describedby="entrada-error" aria-invalid="true"`;
}

function others({ reader, desk, registration }: EntryPage): Html {
  const w = clientWords[reader.language];
  const at = (path: string): string => hrefFor(reader, `/d/${desk.id}/${path}`);
  const register =
    registration === null
      ? ""
      : html`, <a href="${at(`ayuda/${registration}`)}">${w.mayRegister}</a>`;
  return html`<p class="soft">${w.notRegistered} <a href="${at("ayuda")}">${w.mayFile}</a>${register} ${w.or} <a href="${at("seguir")}">${w.mayFollow}</a>.</p>`;
}
