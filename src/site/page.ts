import { html, raw } from "hono/html";
import { frameWords } from "../words/site/frame.ts";
import { icon, script, style } from "./assets.ts";
import type { Asset } from "./assets.ts";
import type { Policy } from "../core/policy/policy.ts";
import { inLanguage } from "../core/policy/text.ts";
import type { Language } from "../core/policy/text.ts";
import { inTerms } from "../words/terms.ts";
import type { Terms } from "../words/terms.ts";
import type { Html, MaybeHtml } from "./html.ts";
import { hrefFor } from "./reader.ts";
import type { Reader } from "./reader.ts";

/** The desk that a page belongs to, as its head shows it. */
export interface DeskName {
  readonly id: string;
  readonly name: string;
  /** What its people and papers call a ticket, its number, an agent. */
  readonly terms: Terms;
}

/** A policy's desk, for the head of its pages. */
export function deskName({ desk }: Pick<Policy, "desk">, language: Language): DeskName {
  return { id: desk.id, name: inLanguage(desk.name, language), terms: desk.terms };
}

/** What surrounds a page. */
export interface Frame {
  readonly reader: Reader;
  readonly title: string;
  readonly desk: DeskName | null;
  readonly here?: "help" | "follow" | "manual" | "mine";
  /** Whether the other language is offered: not after a POST, whose values a link would lose. */
  readonly switchable?: boolean;
  /** A style of the page's own, beside that of all. */
  readonly style?: Asset;
  /** A script of the page's own, that it does without. */
  readonly script?: Asset;
  /** Pages of one ticket are not for search engines. */
  readonly private?: boolean;
}

/**
 * A whole page: head, ruler, menu, the body inside `main`, foot, in the words of its desk. No inline
 * script or style.
 */
export function page(frame: Frame, body: Html): Html {
  const whole = inFrame(frame, body);
  const { desk, reader } = frame;
  const said = (text: string): Html => raw(inTerms(text, desk?.terms ?? {}, reader.language));
  return whole instanceof Promise
    ? (whole.then((text) => said(String(text))) as Html)
    : said(String(whole));
}

function inFrame(frame: Frame, body: Html): Html {
  const { reader, desk } = frame;
  const w = frameWords[reader.language];
  const title =
    desk === null || desk.name === frame.title ? frame.title : `${frame.title} · ${desk.name}`;
  const { theme = "system" } = reader;
  const themed = theme === "system" ? "" : html` data-theme="${theme}"`;
  return html`<!doctype html>
<html lang="${reader.language === "es" ? "es-MX" : "en"}"${themed}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${frame.private === true ? html`<meta name="robots" content="noindex, nofollow">` : ""}
<link rel="stylesheet" href="/assets/${style.name}">
${frame.style === undefined ? "" : html`<link rel="stylesheet" href="/assets/${frame.style.name}">`}
<link rel="icon" href="/assets/${icon.name}" type="image/svg+xml">
<script src="/assets/${script.name}" defer></script>
${frame.script === undefined ? "" : html`<script src="/assets/${frame.script.name}" defer></script>`}
</head>
<body>
<a class="far" href="#contenido">${w.skip}</a>
<header>
<div class="head">
<a class="name" href="${hrefFor(reader, desk === null ? "/" : `/d/${desk.id}/`)}">${desk?.name ?? "Plazo"}</a>
${menu(frame)}
</div>
<div class="ruler" aria-hidden="true"></div>
</header>
<main class="main" id="contenido" tabindex="-1">
${body}
</main>
<footer class="foot"><span>${w.poweredBy}</span></footer>
</body>
</html>
`;
}

function menu({ reader, desk, here, switchable }: Frame): MaybeHtml {
  const w = frameWords[reader.language];
  const link = (name: typeof here, path: string, label: string): Html =>
    html`<a href="${hrefFor(reader, path)}"${here === name ? html` aria-current="page"` : ""}>${label}</a> `;
  const other = reader.language === "es" ? "en" : "es";
  return html`<nav aria-label="${w.mainMenu}">
${
  desk === null
    ? ""
    : [
        link("help", `/d/${desk.id}/ayuda`, w.help),
        link("follow", `/d/${desk.id}/seguir`, w.follow),
        link("manual", `/d/${desk.id}/manual`, w.manual),
        link("mine", `/d/${desk.id}/cuenta`, w.mine),
      ]
}
${switchable === false ? "" : html`<a href="?lang=${other}" hreflang="${other}" lang="${other}">${w.otherLanguage}</a>`}
</nav>`;
}
