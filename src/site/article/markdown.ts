import { raw } from "hono/html";
import markdownIt from "markdown-it";
import type { Html } from "../html.ts";
import { hrefFor } from "../reader.ts";
import type { Reader } from "../reader.ts";

/**
 * CommonMark with tables, and nothing else: what looks like HTML is shown as it is written, addresses
 * are those of the Web, of mail or within the page (markdown-it refuses `javascript:` and `data:`
 * itself), and no picture is fetched from anywhere.
 */
const markdown = markdownIt("commonmark", { html: false, xhtmlOut: false })
  .enable("table")
  .disable(["html_block", "html_inline", "image"]);

/** Addresses within the desk's own pages: "cancelar-cfdi", "../ayuda". */
const OWN = /^(?!\/|[a-z][a-z0-9+.-]*:|#)/iu;

/**
 * Markdown as a piece of a page. A first heading is below that of the page, and links to the desk's own
 * pages stay in the reader's language.
 */
export function rendered(text: string, reader: Reader): Html {
  const tokens = markdown.parse(text, {});
  const least = Math.min(...tokens.filter(isHeading).map(levelOf), 2);
  for (const token of tokens) {
    if (isHeading(token)) token.tag = `h${Math.min(6, levelOf(token) + 2 - least)}`;
    for (const child of token.children ?? []) {
      const href = child.type === "link_open" ? String(child.attrGet("href") ?? "") : "";
      if (href !== "" && OWN.test(href)) child.attrSet("href", hrefFor(reader, href));
    }
  }
  return raw(markdown.renderer.render(tokens, markdown.options, {}));
}

type Token = ReturnType<typeof markdown.parse>[number];

function isHeading({ type }: Token): boolean {
  return type === "heading_open" || type === "heading_close";
}

function levelOf({ tag }: Token): number {
  return Number(tag.slice(1));
}
