import { defaultTreeAdapter as tree, html as names, parseFragment } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import type { Block, Row, Run, Term } from "./block.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const headings: Readonly<Record<string, 1 | 2 | 3 | 4>> = { h1: 1, h2: 2, h3: 3, h4: 4 };

const styles: Readonly<Record<string, Run["style"]>> = {
  strong: "strong",
  b: "strong",
  em: "emphasis",
  i: "emphasis",
  dfn: "strong",
  code: "code",
};

/**
 * A piece of one of our pages as blocks: what is drawn on paper is what the page says, for it is the
 * page. What stands only on a screen (`no-print`) is left out. Throws on an element that it has no
 * block for, lest something of the page be lost without anybody noticing.
 */
export function readHtml(page: string): readonly Block[] {
  return blocksOf(tree.getChildNodes(parseFragment(page)));
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function hasClass(element: Element, name: string): boolean {
  return (attribute(element, "class") ?? "").split(/\s+/u).includes(name);
}

function elements(nodes: readonly Node[], tag?: string): Element[] {
  return nodes
    .filter((node) => tree.isElementNode(node))
    .filter(({ tagName }) => tag === undefined || tagName === tag);
}

/** Every element with that tag, however deep, in the order of the page. */
function within(element: Element, tag: string): Element[] {
  return elements(element.childNodes).flatMap((child) => [
    ...(child.tagName === tag ? [child] : []),
    ...within(child, tag),
  ]);
}

const inlineTags = new Set(["a", "time", "span", "small", "bdi", "br", ...Object.keys(styles)]);
const isInline = (node: Node): boolean =>
  tree.isTextNode(node) || (tree.isElementNode(node) && inlineTags.has(node.tagName));

/** Text that stands between blocks is a paragraph of its own. */
function blocksOf(nodes: readonly Node[]): Block[] {
  const blocks: Block[] = [];
  let loose: Node[] = [];
  const settle = (): void => {
    const runs = runsOf(loose);
    if (runs.length > 0) blocks.push({ is: "paragraph", runs });
    loose = [];
  };
  for (const node of nodes) {
    if (isInline(node)) loose.push(node);
    else if (tree.isElementNode(node)) {
      settle();
      if (!hasClass(node, "no-print")) blocks.push(...blockOf(node));
    }
  }
  settle();
  return blocks;
}

function blockOf(element: Element): Block[] {
  const { tagName, childNodes } = element;
  const level = headings[tagName];
  if (level !== undefined) {
    const id = attribute(element, "id") ?? null;
    return [{ is: "heading", level, id, runs: runsOf(childNodes) }];
  }
  switch (tagName) {
    case "p": {
      const runs = runsOf(childNodes, hasClass(element, "soft") ? { style: "soft" } : {});
      const paragraph: Block = { is: "paragraph", runs };
      return runs.length === 0 ? [] : hasClass(element, "note") ? aside([paragraph]) : [paragraph];
    }
    case "ul":
    case "ol": {
      const items = elements(childNodes, "li").map((item) => blocksOf(item.childNodes));
      return [{ is: "list", ordered: tagName === "ol", items }];
    }
    case "dl":
      return [{ is: "terms", items: termsOf(element) }];
    case "table":
      return [tableOf(element)];
    case "blockquote":
      return aside(blocksOf(childNodes));
    case "div":
    case "section":
    case "article":
    case "header":
    case "nav":
      return hasClass(element, "note") ? aside(blocksOf(childNodes)) : blocksOf(childNodes);
    default:
      throw new Error(`a page holds <${tagName}>, which a document has no block for`);
  }
}

function aside(blocks: readonly Block[]): Block[] {
  return [{ is: "aside", blocks }];
}

function termsOf(element: Element): Term[] {
  const items: { term: Run[]; about: Block[] }[] = [];
  for (const child of elements(element.childNodes)) {
    if (child.tagName === "dt") items.push({ term: runsOf(child.childNodes), about: [] });
    else items.at(-1)?.about.push(...blocksOf(child.childNodes));
  }
  return items;
}

function tableOf(element: Element): Block {
  const [caption] = elements(element.childNodes, "caption");
  const cellsOf = (row: Element): Row =>
    elements(row.childNodes).map((cell) => runsOf(cell.childNodes));
  const rowsIn = (part: string): Row[] =>
    elements(element.childNodes, part).flatMap((one) => within(one, "tr").map(cellsOf));
  return {
    is: "table",
    caption: caption === undefined ? [] : runsOf(caption.childNodes),
    heads: rowsIn("thead")[0] ?? [],
    rows: rowsIn("tbody"),
  };
}

type Within = Partial<Pick<Run, "style" | "to" | "lang">>;

function collect(nodes: readonly Node[], about: Within): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (tree.isTextNode(node)) return [{ style: "plain", ...about, text: node.value }];
    if (!tree.isElementNode(node) || hasClass(node, "no-print")) return [];
    if (node.tagName === names.TAG_NAMES.BR) return [{ style: "plain", text: "\n" }];
    const style = hasClass(node, "clause")
      ? "clause"
      : hasClass(node, "soft")
        ? "soft"
        : (styles[node.tagName] ?? about.style);
    const to = attribute(node, "href") ?? about.to;
    const lang = attribute(node, "lang") ?? about.lang;
    return collect(node.childNodes, {
      ...(style === undefined ? {} : { style }),
      ...(to === undefined ? {} : { to }),
      ...(lang === undefined ? {} : { lang }),
    });
  });
}

/** White space as HTML reads it: any of it is one space, none at either end. */
function runsOf(nodes: readonly Node[], about: Within = {}): Run[] {
  const runs: Run[] = [];
  for (const run of collect(nodes, about)) {
    const text =
      run.text === "\n" && run.style === "plain" ? "\n" : run.text.replace(/[ \t\n\r]+/gu, " ");
    const last = runs.at(-1)?.text ?? " ";
    const kept = / $|\n$/u.test(last) ? text.replace(/^ /u, "") : text;
    if (kept !== "") runs.push({ ...run, text: kept });
  }
  const end = runs.at(-1);
  if (end !== undefined) {
    const text = end.text.trimEnd();
    runs.pop();
    if (text !== "") runs.push({ ...end, text });
  }
  return runs;
}
