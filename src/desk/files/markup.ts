/** What the beginning of a file without a magic number is. */
export interface Markup {
  readonly is: "xml" | "doctype" | "text" | "neither";
}

/** Root elements that a browser would run as a page or a picture with scripts. */
const pages = new Set(["html", "svg", "xhtml", "script", "body", "head"]);

/**
 * Reads the beginning of a file as text. XML has a root element within it and no document type
 * declaration; a page or a vector picture is neither. Text has no control characters.
 */
export function readMarkup(head: Uint8Array): Markup {
  const text = decoded(head);
  if (text === undefined) return { is: "neither" };
  const start = text.trimStart();
  if (!start.startsWith("<"))
    return { is: /(?![\t\n\r\f])\p{Cc}/u.test(text) ? "neither" : "text" };
  if (/<!doctype/iu.test(start)) return { is: "doctype" };
  const root = rootOf(start);
  if (root === undefined) return { is: "neither" };
  const local = root.split(":").at(-1)?.toLowerCase() ?? "";
  return { is: pages.has(local) ? "neither" : "xml" };
}

/** The name of the root element: what stands after the declaration, comments and instructions. */
function rootOf(text: string): string | undefined {
  let at = 0;
  for (;;) {
    while (/\s/u.test(text[at] ?? "")) at += 1;
    const end = text.startsWith("<?", at) ? "?>" : text.startsWith("<!--", at) ? "-->" : undefined;
    if (end === undefined) break;
    const closes = text.indexOf(end, at);
    if (closes < 0) return undefined;
    at = closes + end.length;
  }
  const name = /^<([\p{L}_][\p{L}\p{N}_.:-]{0,200})[\s/>]/u.exec(text.slice(at, at + 256));
  return name?.[1];
}

/** UTF-16 by its mark, else UTF-8 where it is that (a character may be cut at the end), else Latin-1. */
function decoded(head: Uint8Array): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder("utf-16le").decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder("utf-16be").decode(head);
  if (head.includes(0)) return undefined;
  const utf8 = new TextDecoder("utf-8").decode(head, { stream: true });
  return utf8.includes("\u{FFFD}") ? new TextDecoder("latin1").decode(head) : utf8;
}
