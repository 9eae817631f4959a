import type { Field } from "../policy/form-rule.ts";
import { inLanguage, type Language } from "../policy/text.ts";
import type { IntakeRefusal } from "../refusal-codes.ts";
import { refuse, type Refusal } from "../refusal.ts";
import { isCivilDate } from "../time/civil.ts";
import { isDomain, readEmail } from "./email.ts";
import { readIdentity } from "./identity.ts";
import { readRfc } from "./rfc.ts";

/** A field's answer as it is kept, or what is wrong with it. */
export type Checked = { readonly value: string } | Refusal<IntakeRefusal>;

/** The problem of a field, with its label in the reader's language for the sentence. */
export function wrong(
  field: Field,
  code: IntakeRefusal,
  more: { readonly language: Language; readonly facts?: Readonly<Record<string, string | number>> },
): Refusal<IntakeRefusal> {
  const label = inLanguage(field.label, more.language);
  const clause = field.clause.length > 0 ? { clause: field.clause } : {};
  return refuse(code, { field: `fields.${field.id}`, ...clause, facts: { label, ...more.facts } });
}

/** Every control character but the end of a line and the tab: a database keeps no U+0000 in a text. */
const CONTROLS = /[^\P{Cc}\n\t]/gu;

/**
 * Checks what was written in one field, which is not empty: its length, and what its kind asks for.
 * The value comes back as it is kept, without control characters; made of nothing else, it is missing.
 */
export function checkField(field: Field, written: string, language: Language): Checked {
  const value = written.replace(/\r\n?/gu, "\n").replace(CONTROLS, "").trim();
  if (value === "") return wrong(field, "field-missing", { language });
  // People count characters, not UTF-16 units.
  const { length } = [...value];
  if (length > field.maxLength) {
    return wrong(field, "field-too-long", { language, facts: { most: field.maxLength, length } });
  }
  const kept = keptBy(field, value);
  return kept === null ? wrong(field, CODE[field.kind], { language }) : { value: kept };
}

const CODE: Readonly<Record<Field["kind"], IntakeRefusal>> = {
  text: "field-missing",
  line: "field-missing",
  choice: "choice-unknown",
  "yes-no": "yes-no-invalid",
  date: "date-invalid",
  number: "number-invalid",
  identity: "field-missing",
  "legal-name": "field-missing",
  rfc: "rfc-invalid",
  "tax-regime": "choice-unknown",
  "postal-code": "postal-code-invalid",
  "tax-address": "field-missing",
  "person-name": "field-missing",
  "user-name": "field-missing",
  consent: "consent-missing",
  "contact-email": "email-invalid",
  telephone: "telephone-invalid",
  portal: "portal-invalid",
  subject: "field-missing",
  files: "files-missing",
};

function keptBy(field: Field, value: string): string | null {
  switch (field.kind) {
    case "choice":
    case "tax-regime":
      return field.options.some((option) => option.value === value) ? value : null;
    case "yes-no":
      return readYesNo(value);
    case "date":
      return isCivilDate(value) ? value : null;
    case "number":
      return /^[+-]?[0-9]{1,15}(?:[.][0-9]{1,6})?$/.test(value) ? value : null;
    case "contact-email":
      return readEmail(value);
    case "telephone":
      return readTelephone(value);
    case "portal":
      return readPortal(value);
    case "identity":
      return readIdentity(value).text;
    case "rfc":
      return readTaxpayer(value);
    case "postal-code":
      return /^[0-9]{5}$/.test(value) ? value : null;
    case "consent":
      return readYesNo(value) === "yes" ? "yes" : null;
    case "legal-name":
    case "tax-address":
    case "person-name":
    case "user-name":
    case "line":
    case "subject":
      return value.replace(/\s+/gu, " ");
    case "text":
    case "files":
      return value;
  }
}

/** A taxpayer's key as the tax authority writes it; a wrong check digit is a mark, not a refusal. */
function readTaxpayer(value: string): string | null {
  const read = readRfc(value);
  return read.is === "rfc" ? read.rfc : null;
}

/** A map, for whoever answers may write a word that every object has ("constructor"). */
const YES_NO: ReadonlyMap<string, "yes" | "no"> = new Map([
  ["yes", "yes"],
  ["no", "no"],
  ["si", "yes"],
  ["sí", "yes"],
  ["on", "yes"],
  ["true", "yes"],
  ["false", "no"],
]);

function readYesNo(value: string): "yes" | "no" | null {
  return YES_NO.get(value.normalize("NFC").toLowerCase()) ?? null;
}

/** 7 to 15 digits (ITU-T E.164) with the signs that people write between them, and an extension. */
function readTelephone(value: string): string | null {
  const [number = ""] = value.toLowerCase().split(/ext|x/u);
  if (!/^[+]?[0-9 ().-]+$/.test(number.trim())) return null;
  const digits = number.replace(/[^0-9]/g, "").length;
  return digits >= 7 && digits <= 15 ? value.replace(/\s+/gu, " ") : null;
}

/** An address of the Web, with its scheme or without. */
function readPortal(value: string): string | null {
  const parts = /^(?:(https?):\/\/)?([^/?#\s@:]+)(:[0-9]{1,5})?([/?#][^\s]*)?$/i.exec(value);
  if (parts === null) return null;
  const [, scheme = "https", host = "", port = "", rest = ""] = parts;
  const name = host.toLowerCase();
  return isDomain(name) || name === "localhost"
    ? `${scheme.toLowerCase()}://${name}${port}${rest}`
    : null;
}
