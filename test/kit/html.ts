/** An element of a page as it was served. */
export interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
}

export type Node = Element | string;

type Growing = { tag: string; attributes: Map<string, string>; children: Node[] };

const token =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/([a-z0-9]+)\s*>|<([a-z0-9]+)((?:\s+[^\s=>"'/]+(?:="[^"]*")?)*)\s*>|[^<]+/giy;
const attribute = /([^\s=>"'/]+)(?:="([^"]*)")?/gu;
const childless = new Set(["meta", "link", "input", "br", "hr", "img", "col", "source", "wbr"]);

/**
 * Reads a page strictly, for our pages are written so: every element is closed in its place, every
 * value of an attribute stands in double quotes, no text holds a bare `<`. Throws where one does not.
 */
export function parseHtml(served: string): Element {
  // HTML, "preprocessing the input stream": line ends are normalised before anything is read.
  const html = served.replace(/\r\n?/gu, "\n");
  const root: Growing = { tag: "#page", attributes: new Map(), children: [] };
  const open: Growing[] = [root];
  token.lastIndex = 0;
  while (token.lastIndex < html.length) {
    const at = token.lastIndex;
    const found = token.exec(html);
    if (found === null) throw new Error(`not well formed at: ${html.slice(at, at + 80)}`);
    take(open, found);
  }
  if (open.length > 1) throw new Error(`not closed: ${open.map(({ tag }) => tag).join(" > ")}`);
  return root;
}

function take(open: Growing[], [whole, ended, begun, written = ""]: RegExpExecArray): void {
  const parent = open.at(-1);
  if (parent === undefined) throw new Error("more was closed than opened");
  if (begun !== undefined) {
    const attributes = new Map<string, string>();
    for (const [, name = "", value = ""] of written.matchAll(attribute))
      attributes.set(name.toLowerCase(), decoded(value));
    const made = { tag: begun.toLowerCase(), attributes, children: [] };
    parent.children.push(made);
    if (!childless.has(made.tag)) open.push(made);
  } else if (ended !== undefined) {
    if (parent.tag !== ended.toLowerCase()) throw new Error(`</${ended}> closes <${parent.tag}>`);
    open.pop();
  } else if (!whole.startsWith("<!")) parent.children.push(decoded(whole));
}

const named: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  amp: "&",
  nbsp: " ",
};

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|([a-z]+));/gu, (whole, code: string | undefined, name = "") =>
    code === undefined ? (named[name as string] ?? whole) : String.fromCodePoint(Number(code)),
  );
}

/** Every element below, in the page's order, that a test of it takes. */
export function find(root: Element, takes: (element: Element) => boolean): Element[] {
  return root.children.flatMap((child) => {
    if (typeof child === "string") return [];
    return [...(takes(child) ? [child] : []), ...find(child, takes)];
  });
}

const inline = new Set(["a", "b", "code", "dfn", "em", "small", "span", "strong", "time", "i"]);
const unseen = new Set(["script", "style", "head"]);

/** What a person reads of an element: its text, with a space where a block begins or ends. */
export function wordsOf(node: Node): string {
  return raw(node).replace(/\s+/gu, " ").trim();
}

function raw(node: Node): string {
  if (typeof node === "string") return node;
  if (unseen.has(node.tag)) return "";
  const within = node.children.map(raw).join("");
  return inline.has(node.tag) ? within : ` ${within} `;
}

/** The text of a text area, as a browser shows it: without the line break that follows its beginning. */
export function valueOf(area: Element): string {
  return area.children.map(String).join("").replace(/^\n/u, "");
}
