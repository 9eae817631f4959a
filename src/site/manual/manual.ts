import { html, raw } from "hono/html";
import { inLanguage } from "../../core/policy/text.ts";
import { style } from "../assets.ts";
import type { Html } from "../html.ts";
import { deskName, page as framed } from "../page.ts";
import { hrefFor } from "../reader.ts";
import { manualWords } from "../../words/site/manual.ts";
import { changesSince } from "./changes.ts";
import { chaptersOf } from "./chapters.ts";
import { manualHead } from "./head.ts";
import { leafOf } from "./leaf.ts";
import type { Leaf, ManualPage } from "./leaf.ts";

/** The published manual (CC-21, HB-7), made from a version of the policy: every sentence of it is a rule that the program keeps. */
export function manualPage(manual: ManualPage): Html {
  const leaf = leafOf(manual);
  const { reader, policy } = leaf;
  const w = manualWords[reader.language];
  const desk = deskName(policy, reader.language);
  return framed(
    { reader, desk, title: w.title, here: "manual" },
    html`${article(leaf)}
<p class="no-print"><a class="button main-act" href="${hrefFor(reader, `/d/${desk.id}/ayuda`)}">${w.ask}</a></p>`,
  );
}

/** The manual as a file that needs nothing beside it: its style is within it, and it has no menu. */
export function manualFile(manual: ManualPage): Html {
  const leaf = leafOf(manual);
  const { reader, policy } = leaf;
  const w = manualWords[reader.language];
  return html`<!doctype html>
<html lang="${reader.language === "es" ? "es-MX" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${w.title} · ${inLanguage(policy.desk.name, reader.language)}</title>
<style>${raw(new TextDecoder().decode(style.plain))}</style>
</head>
<body><main class="main">${article(leaf)}</main></body>
</html>
`;
}

function article(leaf: Leaf): Html {
  const { reader, before, version } = leaf;
  const w = manualWords[reader.language];
  const written = chaptersOf(leaf);
  const changes =
    before === undefined || before === null ? "" : changesSince(before, version, reader.language);
  return html`<article class="manual">
${manualHead(leaf)}
${changes}
<nav aria-labelledby="contenido-manual"><h2 id="contenido-manual">${w.contents}</h2>
<ol class="toc">${written.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>
${written.map(({ id, title, body }, i) => html`<section><h2 id="${id}"><span class="ordinal">${i + 1}.</span> ${title}</h2>${body}</section>`)}
</article>`;
}
