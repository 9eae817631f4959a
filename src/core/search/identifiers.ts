import { readTelephone } from "../register/telephone.ts";

/** The longest identifier that is kept; nobody types more of one. */
const LONGEST = 120;
/** The most that one text gives: a log pasted into a message says thousands of things that identify nothing. */
const MOST = 60;

/**
 * An identifier as it is compared: lower case, without spaces around it. Its accents stay, for the Ñ
 * and the & of an RFC tell taxpayers apart (SAT, Anexo 1 of the RFC rules).
 */
export function identifierKey(text: string): string {
  return text.normalize("NFC").toLowerCase().trim().slice(0, LONGEST);
}

const PATTERNS: readonly RegExp[] = [
  // E-mail addresses (RFC 5322, without quoted local parts and comments).
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,190}/gu,
  // UUIDs (RFC 9562), of invoices among others.
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/giu,
  // RFCs: three or four letters, a date, three characters.
  /(?<![\p{L}\p{N}])[A-ZÑ&]{3,4}[0-9]{6}[A-Z0-9]{3}(?![\p{L}\p{N}])/giu,
  // Names of files.
  /[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,90}\.(?:xml|pdf|xlsx?|csv|zip|docx?|png|jpe?g|txt|cer|key)(?![\p{L}\p{N}])/giu,
  // Codes, orders and numbers of others: something with a digit in it (CFDI40147, CRP20215, OC-4500123, 4500123456).
  /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}_/-]{0,40}\p{N})[\p{L}\p{N}][\p{L}\p{N}_/-]{2,40}/gu,
];

/** Ten digits with the signs that people write between them, and a country's code. */
const TELEPHONE = /(?<![\p{L}\p{N}])\+?[0-9][0-9 ().-]{8,18}[0-9](?![\p{L}\p{N}])/gu;

/** Everything in a text by which somebody may look for it: each as it is compared, without repeats. */
export function identifiersIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const pattern of PATTERNS) {
    for (const [written] of text.matchAll(pattern)) {
      if (found.size >= MOST) return [...found];
      found.add(identifierKey(written.replace(/[.-]+$/u, "")));
    }
  }
  for (const [written] of text.matchAll(TELEPHONE))
    for (const key of telephoneKeys(written)) found.add(key);
  return [...found].slice(0, MOST);
}

/** A telephone as it is looked for: with the country's code, and its ten digits; none: it is no telephone. */
export function telephoneKeys(written: string): readonly string[] {
  const read = readTelephone(written);
  if (read === null || read.length < 11) return [];
  return [...new Set([read, read.slice(1), read.slice(-10)])];
}

/** The least of an identifier that says anything. */
const LEAST = 3;

/**
 * The beginnings that a search for a text compares identifiers with: the text itself, and without the
 * signs that people write in telephones and RFCs. None: it is too short, or it is a sentence.
 */
export function identifierSought(sought: string): readonly string[] {
  const key = identifierKey(sought);
  if (key.length < LEAST || key.length >= LONGEST) return [];
  const isNumber = /^[+0-9 ().-]+$/u.test(key);
  const digits = key.replace(/[^0-9]/gu, "");
  const joined = key.replace(/[\s.-]/gu, "");
  const isRfc = /^[a-zñ&]{3,4}[0-9]{2,6}[a-z0-9]{0,3}$/u.test(joined);
  const all = [
    ...(/\s/u.test(key) ? [] : [key]),
    ...(isNumber && digits.length >= LEAST ? [digits] : []),
    ...(isRfc ? [joined] : []),
  ];
  return [...new Set(all)];
}
