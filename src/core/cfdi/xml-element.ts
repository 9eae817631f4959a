/** Where something stands in a text: line and column from 1, in characters. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** An element of an XML document: its name without its prefix, its attributes as they are written, and the elements in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The namespace that its prefix stands for; null: none, or a prefix that nobody declared. */
  readonly namespace: string | null;
  /** Its way from the root: "Comprobante/Conceptos/Concepto[2]"; the first of a name has no number. */
  readonly path: string;
  /** Where it begins, and where the name of each attribute begins. */
  readonly at: TextPlace;
  readonly places: Readonly<Record<string, TextPlace>>;
}

/** The first element of that name directly inside; undefined where there is none. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The elements of that name directly inside, in order. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The elements of that name at any depth, in order. */
export function allOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  if (element === undefined) return [];
  const found: XmlElement[] = [];
  const waiting = [...element.children].toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.name === name) found.push(next);
    for (const child of next.children.toReversed()) waiting.push(child);
  }
  return found;
}
