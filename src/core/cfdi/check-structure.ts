import { note } from "./looked.ts";
import type { Looked } from "./looked.ts";
import { valueOf } from "./finding.ts";
import { amountShape, amounts, required, shapes } from "./required.ts";
import { childOf } from "./xml-element.ts";
import type { XmlElement } from "./xml-element.ts";

const namespaces = { "4.0": "http://www.sat.gob.mx/cfd/4", "3.3": "http://www.sat.gob.mx/cfd/3" };

/**
 * What the schema asks of every element: its namespace, the elements and attributes that must be
 * there, and the shape of what is written in them (Anexo 20, cfdv40.xsd, cfdv33.xsd and their complements').
 */
export function checkStructure(looked: Looked): void {
  const { root, version } = looked;
  if (root.namespace !== namespaces[version])
    note(looked, "namespace-wrong", { element: root, facts: { expected: namespaces[version] } });
  const waiting: XmlElement[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    checkElement(looked, next);
    // An addenda is between the two companies: the SAT asks nothing of it.
    for (const child of next.children.toReversed())
      if (child.name !== "Addenda") waiting.push(child);
  }
}

function checkElement(looked: Looked, element: XmlElement): void {
  const way = element.path.replaceAll(/\[[0-9]+\]/gu, "");
  const wanted = required[looked.version][way];
  for (const name of wanted?.children ?? [])
    if (childOf(element, name) === undefined)
      note(looked, "node-missing", { element, facts: { name } });
  for (const name of wanted?.attributes ?? [])
    // The seal of what is not sealed yet has words of its own.
    if (valueOf(element, name) === null && !(way === "Comprobante" && isOfSeal(name)))
      note(looked, "attribute-missing", { element, attribute: name, facts: { name } });
  if (wanted !== undefined || way.startsWith("Comprobante/Complemento/Pagos"))
    for (const [name, value] of Object.entries(element.attributes)) {
      const isAmount = amounts.has(name);
      const other = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
      const shape = isAmount ? amountShape : other;
      if (shape !== undefined && value !== "" && !shape.test(value) && !isSigned(way, name))
        note(looked, "attribute-malformed", {
          element,
          attribute: name,
          facts: { name, written: value, as: isAmount ? "amount" : "shape" },
        });
    }
}

function isOfSeal(name: string): boolean {
  return name === "Sello" || name === "Certificado" || name === "NoCertificado";
}

/** Amounts that the schema lets be below nought: none of what is looked at but those of the payroll's complement. */
function isSigned(way: string, name: string): boolean {
  return way.includes("/Nomina") && name === "Importe";
}
