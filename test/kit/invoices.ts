import { parseXml } from "../../src/core/cfdi/parse-xml.ts";
import { readCfdi } from "../../src/core/cfdi/read-cfdi.ts";
import type { Cfdi } from "../../src/core/cfdi/read-cfdi.ts";
import type { CfdiCertificate } from "../../src/core/cfdi/check-stamp.ts";
import type { FindingCode } from "../../src/core/cfdi/rules.ts";
import type { XmlElement } from "../../src/core/cfdi/xml-element.ts";
import { isRefusal } from "../../src/core/refusal.ts";
import { projectText } from "./policy-packs.ts";

/** By an element's way from the root: attributes that are written otherwise, or left out; null: the element is left out. */
export type Changes = Readonly<Record<string, Readonly<Record<string, string | null>> | null>>;

const rootOf = (name: string): XmlElement => {
  const root = parseXml(projectText(`test/corpus/cfdi/good/${name}.xml`));
  if (isRefusal(root)) throw new Error(JSON.stringify(root));
  return root;
};

function changed(element: XmlElement, changes: Changes, used: Set<string>): XmlElement[] {
  const own = changes[element.path];
  if (own !== undefined) used.add(element.path);
  if (own === null) return [];
  const attributes = Object.entries({ ...element.attributes, ...own }).flatMap(
    ([name, value]): [string, string][] => (value === null ? [] : [[name, value]]),
  );
  return [
    {
      ...element,
      attributes: Object.fromEntries(attributes),
      children: element.children.flatMap((child) => changed(child, changes, used)),
    },
  ];
}

/** A good invoice of the corpus with these changes; throws where one of them is of no element. */
export function invoiceWith(name: string, changes: Changes = {}): XmlElement {
  const used = new Set<string>();
  const [root] = changed(rootOf(name), changes, used);
  const unused = Object.keys(changes).filter((path) => !used.has(path));
  if (root === undefined || unused.length > 0) throw new Error(`no element ${unused.join(", ")}`);
  return root;
}

/** A good invoice of the corpus with these changes, as it is read. */
export function readWith(
  name: string,
  changes: Changes = {},
  certificate: CfdiCertificate | "unreadable" | null = null,
): Cfdi {
  const read = readCfdi(invoiceWith(name, changes), certificate);
  if (read === null) throw new Error("no invoice");
  return read;
}

/** What is found of it: each finding's code, the SAT's, where, and its facts. */
export const foundWith = (...of: Parameters<typeof readWith>) =>
  readWith(...of).findings.map(({ code, sat, node, attribute, facts }) => ({
    code,
    sat,
    at: `${node}@${attribute}`,
    facts,
  }));

/** Whether one thing is found of it. */
export const finds = (code: FindingCode, ...of: Parameters<typeof readWith>): boolean =>
  readWith(...of).findings.some((finding) => finding.code === code);
