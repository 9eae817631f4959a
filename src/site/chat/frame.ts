import { html, raw } from "hono/html";
import type { FormRule } from "../../core/policy/form-rule.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { ChannelNow } from "../../core/ticket/channel-now.ts";
import { sayWeeklyLine } from "../../words/hours.ts";
import { formWords } from "../../words/site/form.ts";
import { chatWords } from "../../words/site/chat.ts";
import { inTerms } from "../../words/terms.ts";
import { chatScript, chatStream, chatStyle, icon, style } from "../assets.ts";
import { field } from "../form/field.ts";
import { control } from "../form/names.ts";
import type { FormPage } from "../form/state.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { around, instant } from "../moment.ts";
import { hrefFor } from "../reader.ts";

/** The chat's page before anything was said. */
export interface ChatPage extends FormPage {
  /** The forms that are filed by chat, in their order. */
  readonly forms: readonly FormRule[];
  readonly now: ChannelNow;
}

/**
 * The page inside the frame: without JavaScript the hours and the way to the form; with it, the form of
 * the manual for a chat, and then the chat itself.
 */
export function chatPage(page: ChatPage): Html {
  const { policy, reader } = page;
  const { language } = reader;
  const w = chatWords[language];
  const title = w.title(inLanguage(policy.desk.name, language));
  const whole = html`<!doctype html>
<html lang="${language === "es" ? "es-MX" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<link rel="stylesheet" href="/assets/${style.name}">
<link rel="stylesheet" href="/assets/${chatStyle.name}">
<link rel="icon" href="/assets/${icon.name}" type="image/svg+xml">
<script src="/assets/${chatStream.name}" defer></script>
<script src="/assets/${chatScript.name}" defer></script>
</head>
<body class="chat" data-desk="${policy.desk.id}">
${raw(wordsBlock(page))}
<main class="chat-main">
<h1 class="chat-title">${title}</h1>
<div id="antes">
<p id="horario">${hours(page)}</p>
<noscript><p>${w.noScript} <a target="_blank" rel="noopener" href="${formAddress(page)}">${w.form}</a>.</p></noscript>
${beginning(page)}
</div>
${talk(page)}
</main>
</body>
</html>
`;
  const said = (text: string): Html => raw(inTerms(text, policy.desk.terms, language));
  return whole instanceof Promise
    ? (whole.then((text) => said(String(text))) as Html)
    : said(String(whole));
}

function hours({ now, policy, reader: { language }, here }: ChatPage): Html {
  const w = chatWords[language];
  const calendar = now.channel.during === null ? undefined : policy.calendars[now.channel.during];
  const when = calendar === undefined ? w.anyTime : w.hours(sayWeeklyLine(calendar, language));
  if (now.open && now.attended) return html`${when} <strong class="is-kept">${w.openNow}</strong>`;
  const from = now.attendedFrom;
  return html`${when} ${from === null ? w.notAttended : around(w.opensAt, instant(from, here))}`;
}

function formAddress({ policy, reader, state }: ChatPage): string {
  return hrefFor(reader, `/d/${policy.desk.id}/ayuda`, { portal: state.portal });
}

function address({ policy, reader, state }: ChatPage, form: string): string {
  return hrefFor(reader, `/d/${policy.desk.id}/chat`, { form, portal: state.portal });
}

function beginning(page: ChatPage): Html {
  const { form, state, reader, now } = page;
  const { language } = reader;
  const w = chatWords[language];
  const hidden = (name: string, value: string | null): MaybeHtml =>
    value === null || value === ""
      ? ""
      : html`<input type="hidden" name="${name}" value="${value}">`;
  return html`<form id="inicio" method="post" enctype="multipart/form-data" novalidate hidden action="${address(page, form.id)}">
${hidden(control.submission, state.submission)}
${hidden(control.portal, state.portal)}
${hidden(control.language, language)}
${otherForms(page)}
<div id="avalado" class="note good" hidden></div>
<div id="problemas" class="note bad" role="alert" tabindex="-1" hidden></div>
${form.fields.filter(({ onlyWhenAsked }) => !onlyWhenAsked).map((rule) => field({ page, field: rule, asking: null }))}
<div class="far" aria-hidden="true"><label>${formWords[language].honeypot}<input name="${control.trap}" tabindex="-1" autocomplete="off"></label></div>
<p><button class="button main-act" type="submit">${now.open && now.attended ? w.begin : w.leaveTicket}</button></p>
<p class="soft small">${w.orForm} <a target="_blank" rel="noopener" href="${formAddress(page)}">${w.form}</a>.</p>
</form>`;
}

function otherForms(page: ChatPage): MaybeHtml {
  const { forms, form, reader } = page;
  if (forms.length < 2) return "";
  const items = forms.map((one) => {
    const here = one.id === form.id ? html` aria-current="page"` : "";
    return html`<a class="chip" href="${address(page, one.id)}"${here}>${inLanguage(one.title, reader.language)}</a> `;
  });
  return html`<nav class="row chips" aria-label="${chatWords[reader.language].kind}">${items}</nav>`;
}

function talk({ reader }: ChatPage): Html {
  const w = chatWords[reader.language];
  return html`<section id="chat" class="talk" aria-label="${w.talk}" hidden>
<div id="estado" class="standing" role="status"></div>
<div id="registro" class="log" role="log" aria-label="${w.talk}" tabindex="0"><ol id="dicho"></ol></div>
<p id="red" class="note near" role="alert" hidden>${w.again}</p>
<form id="escribir">
<label class="far" for="texto">${w.write}</label>
<textarea id="texto" rows="2" placeholder="${w.write}"></textarea>
<div class="row"><label class="button quiet attach" for="adjuntos">${w.attach}</label><input class="far" type="file" id="adjuntos" multiple>
<span id="elegidos" class="small soft"></span>
<button class="button main-act" type="submit">${w.send}</button></div>
</form>
<div class="row after">
<button type="button" class="button quiet" id="retirarse" hidden>${w.leave}</button>
<button type="button" class="button quiet" id="volver" hidden>${w.back}</button>
<button type="button" class="button quiet" id="copia" hidden>${w.copy}</button>
<button type="button" class="button quiet" id="otro" hidden>${w.another}</button>
</div>
</section>`;
}

/** What the script says: data, not a script. */
function wordsBlock({ reader: { language } }: ChatPage): string {
  const w = chatWords[language];
  const { you, desk, unsent, failed, retry, sending, filesLost, notKept, copySent, attach } = w;
  const { vouchRefused, again } = w;
  const said = { you, desk, unsent, failed, retry, sending, filesLost, notKept, copySent, attach };
  const all = {
    ...said,
    vouchRefused,
    again,
    vouched: w.vouched("%s"),
    attached: w.attached("%s"),
  };
  const json = JSON.stringify(all).replaceAll("<", "\\u003c");
  return `<script type="application/json" id="palabras">${json}</script>`;
}
