import { readDecimal } from "./decimal.ts";
import type { Decimal } from "./decimal.ts";
import { rules } from "./rules.ts";
import type { FindingCode, Severity } from "./rules.ts";
import type { TextPlace, XmlElement } from "./xml-element.ts";

/** One thing about an invoice that somebody should look at. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The way to its element from the root, and the attribute in it; null: the element, or the file, as a whole. */
  readonly node: string | null;
  readonly attribute: string | null;
  readonly place: TextPlace | null;
  /** What the words name: what is written, what should be. */
  readonly facts: Readonly<Record<string, string>>;
  /** The code that the SAT or a PAC would answer with; null: none is known. */
  readonly sat: string | null;
}

/** Where a finding is: an element, and one of its attributes. */
export interface FoundAt {
  readonly element: XmlElement;
  readonly attribute?: string | undefined;
}

/** A finding of a rule; `sat` where another code than the rule's goes with this invoice. */
export function findingOf(
  code: FindingCode,
  at: FoundAt | null,
  more: { readonly facts?: Readonly<Record<string, string>>; readonly sat?: string | null } = {},
): Finding {
  const { severity, sat } = rules[code];
  const element = at?.element ?? null;
  const attribute = at?.attribute ?? null;
  return {
    code,
    severity,
    node: element?.path ?? null,
    attribute,
    place: element === null ? null : (element.places[attribute ?? ""] ?? element.at),
    facts: more.facts ?? {},
    sat: more.sat === undefined ? sat : more.sat,
  };
}

/** The value of an attribute; null where it is not there, or empty. */
export function valueOf(element: XmlElement | undefined, name: string): string | null {
  const value = element?.attributes[name];
  return value === undefined || value === "" ? null : value;
}

/** An amount of an attribute; null where there is none, or it is no decimal (which another rule says). */
export function amountOf(element: XmlElement | undefined, name: string): Decimal | null {
  return readDecimal(valueOf(element, name));
}
