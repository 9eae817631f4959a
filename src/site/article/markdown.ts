import { raw } from "hono/html";
import markdownIt from "markdown-it";
import type { Html } from "../html.ts";
import { hrefFor } from "../reader.ts";
import type { Reader } from "../reader.ts";

/**
 * CommonMark with tables, and nothing else: what looks like HTML is shown as it is written, addresses
 * are those of the Web, of mail or within the page (markdown-it refuses `javascript:` and `data:`
 * itself), and no picture is fetched from anywhere but the desk's own articles ("archivo:<id>").
 */
const markdown = markdownIt("commonmark", { html: false, xhtmlOut: false })
  .enable("table")
  .disable(["html_block", "html_inline"]);

/** Addresses within the desk's own pages: "cancelar-cfdi", "../ayuda". */
const OWN = /^(?!\/|[a-z][a-z0-9+.-]*:|#)/iu;
/** A file of the desk's articles. */
const FILE = /^archivo:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u;

/**
 * Markdown as a piece of a page. A first heading is below that of the page, and links to the desk's own
 * pages stay in the reader's language. `files`: where the files of articles are read; an image from
 * anywhere else is its words alone.
 */
export function rendered(text: string, reader: Reader, files = "archivos"): Html {
  const tokens = markdown.parse(text, {});
  const least = Math.min(...tokens.filter(isHeading).map(levelOf), 2);
  for (const token of tokens) {
    if (isHeading(token)) token.tag = `h${Math.min(6, levelOf(token) + 2 - least)}`;
    for (const child of token.children ?? []) placed(child, { reader, files });
  }
  return raw(markdown.renderer.render(tokens, markdown.options, {}));
}

type Token = ReturnType<typeof markdown.parse>[number];

/** Leads a link or an image to where it stands for this reader. */
function placed(
  token: Token,
  { reader, files }: { readonly reader: Reader; readonly files: string },
): void {
  if (token.type === "link_open") {
    const href = String(token.attrGet("href") ?? "");
    const [, file] = FILE.exec(href) ?? [];
    if (file !== undefined) token.attrSet("href", `${files}/${file}`);
    else if (href !== "" && OWN.test(href)) token.attrSet("href", hrefFor(reader, href));
  }
  if (token.type !== "image") return;
  const [, file] = FILE.exec(String(token.attrGet("src") ?? "")) ?? [];
  if (file === undefined) {
    token.type = "text";
    token.tag = "";
    return;
  }
  token.attrSet("src", `${files}/${file}`);
  token.attrSet("loading", "lazy");
}

function isHeading({ type }: Token): boolean {
  return type === "heading_open" || type === "heading_close";
}

function levelOf({ tag }: Token): number {
  return Number(tag.slice(1));
}
