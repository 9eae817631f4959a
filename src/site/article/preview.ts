import { html } from "hono/html";
import type { Language } from "../../core/policy/text.ts";
import { articleWords } from "../../words/site/article.ts";
import { style } from "../assets.ts";
import type { Html } from "../html.ts";
import { rendered } from "./markdown.ts";

/** A text as its readers would see it, as a page for a frame: no script, no form; `files` is where its images are read. */
export function previewPage(
  text: string,
  { language, files }: { readonly language: Language; readonly files: string },
): Html {
  return html`<!doctype html>
<html lang="${language === "es" ? "es-MX" : "en"}"><head><meta charset="utf-8"><title>${articleWords[language].preview}</title>
<base target="_blank"><link rel="stylesheet" href="/assets/${style.name}"></head>
<body><main class="main"><article class="text article">${rendered(text, { language, chosen: false }, files)}</article></main></body></html>`;
}
