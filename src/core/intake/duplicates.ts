import type { DuplicateRule } from "../policy/duplicate-rule.ts";
import { bareWords } from "../text/bare.ts";

/** What is looked at of a request, filed or about to be. */
export interface TicketWords {
  readonly subject: string;
  readonly fields: Readonly<Record<string, string>>;
  /** UUIDs of the invoices that came with it as files. */
  readonly invoices?: readonly string[];
}

/** An open ticket of the same requester. */
export interface OpenTicket extends TicketWords {
  readonly folio: string;
}

/**
 * Folios of the open tickets that are probably the same case as a request, in the order given: one
 * thing that the rule names is alike. A tax number (UUID) or an error code is alike where both wrote
 * one in common, or have it in an invoice; a field, where both gave the same answer; a subject, where most of its words are.
 */
export function likelyDuplicates(
  { same }: Pick<DuplicateRule, "same">,
  request: TicketWords,
  open: readonly OpenTicket[],
): readonly string[] {
  return open
    .filter((known) => same.some((mark) => isAlike(mark, request, known)))
    .map(({ folio }) => folio);
}

function isAlike(mark: string, request: TicketWords, known: TicketWords): boolean {
  switch (mark) {
    case "uuid":
      return !uuidsIn(request).isDisjointFrom(uuidsIn(known));
    case "error-code":
      return haveInCommon(request, known, ERROR_CODE);
    case "subject":
      return soundsAlike(wordsOf(request.subject), wordsOf(known.subject));
    default: {
      const answer = bareWords(request.fields[mark] ?? "");
      return answer !== "" && answer === bareWords(known.fields[mark] ?? "");
    }
  }
}

/** RFC 9562 §4: the shape of a UUID, which the tax number of a CFDI has (SAT, Anexo 20). */
const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/giu;

/** What programs call their errors: CFDI40147, ORA-01017, HTTP 500, "error 301". */
const ERROR_CODE = /\b[a-z]{2,10}[- ]?[0-9]{3,6}\b/giu;

/** The tax numbers that a request writes or brings, in small letters. */
export function uuidsIn(request: TicketWords): ReadonlySet<string> {
  const brought = (request.invoices ?? []).map((uuid) => uuid.toLowerCase());
  const written = [request.subject, ...Object.values(request.fields)].join("\n").matchAll(UUID);
  return new Set([...brought, ...Array.from(written, ([uuid]) => uuid.toLowerCase())]);
}

function haveInCommon(request: TicketWords, known: TicketWords, pattern: RegExp): boolean {
  const written = found(request, pattern);
  return written.size > 0 && !written.isDisjointFrom(found(known, pattern));
}

function found({ subject, fields }: TicketWords, pattern: RegExp): ReadonlySet<string> {
  const text = [subject, ...Object.values(fields)].join("\n");
  return new Set(
    Array.from(text.matchAll(pattern), ([code]) => code.toLowerCase().replace(/[- ]/gu, "")),
  );
}

/** At least two words in common, and more of them in common than not. */
function soundsAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const common = one.intersection(other).size;
  return common >= 2 && common * 2 > one.union(other).size;
}

/** The words that carry the meaning: of four letters or more, or with a digit. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = bareWords(text).split(" ");
  return new Set(words.filter((word) => word.length >= 4 || /[0-9]/u.test(word)));
}
