import { readTelephone, telephoneEnding } from "./telephone.ts";

/** What somebody may have meant by what they wrote into a search of the register; null: it cannot be that. */
export interface Sought {
  /** The beginning of an RFC, as the SAT writes it. */
  readonly rfc: string | null;
  /** The beginning of an address, in lower case. */
  readonly address: string | null;
  /** The last ten digits of a telephone. */
  readonly telephone: string | null;
  /** A part of a name, or a portal. */
  readonly name: string | null;
}

/**
 * Reads what is looked for: a text with `@` is an address; one of 3 or 4 letters with figures after
 * them may be an RFC; figures alone are a telephone; anything may be a name. Each is looked up by its
 * own index. Shorter than two characters it is nothing.
 */
export function readSought(written: string): Sought {
  const text = written.normalize("NFC").trim().slice(0, 200);
  const none: Sought = { rfc: null, address: null, telephone: null, name: null };
  if ([...text].length < 2) return none;
  const telephone = readTelephone(text);
  if (telephone !== null) return { ...none, telephone: telephoneEnding(telephone) };
  if (text.includes("@")) return { ...none, address: text.toLowerCase() };
  const bare = text.toUpperCase().replace(/[\s.-]/gu, "");
  const rfc = /^[A-ZÑ&]{3,4}[0-9]{1,6}[A-Z0-9]{0,3}$/u.test(bare) ? bare : null;
  return { ...none, rfc, name: text };
}
