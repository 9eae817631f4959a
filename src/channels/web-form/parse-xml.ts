import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { XmlElement } from "../../core/cfdi/xml-element.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";

/** Characters of an XML that is read; an invoice has some thousands. */
const mostCharacters = 1024 * 1024;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
});

/**
 * Reads an XML as elements, without namespaces' prefixes and without text. Refuses a DOCTYPE before
 * anything is parsed (entities could be made to grow or to read files), and what is not well formed.
 */
export function parseXml(text: string): XmlElement | Refusal<"xml-doctype" | "xml-malformed"> {
  if (/<!(DOCTYPE|ENTITY)/iu.test(text)) return refuse("xml-doctype");
  if (text.length > mostCharacters || XMLValidator.validate(text) !== true)
    return refuse("xml-malformed");
  const [root] = elementsOf(parsed(text));
  return root ?? refuse("xml-malformed");
}

/** The parser's nodes; none where it throws, as it does at tags nested too deep and at names such as `__proto__`. */
function parsed(text: string): unknown {
  try {
    return parser.parse(text);
  } catch {
    return [];
  }
}

/** The parser's shape: `[{ Name: [children], ":@": { attribute: value } }]`, texts as `#text`, declarations as `?xml`. */
function elementsOf(nodes: unknown): XmlElement[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: Readonly<Record<string, unknown>>) => {
    const name = Object.keys(node).find((key) => key !== ":@");
    if (name === undefined || name.startsWith("#") || name.startsWith("?")) return [];
    const attributes = Object.entries(Object(node[":@"]) as Record<string, unknown>);
    return {
      name,
      attributes: Object.fromEntries(attributes.map(([key, value]) => [key, String(value)])),
      children: elementsOf(node[name]),
    };
  });
}
