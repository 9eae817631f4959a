import type { Condition } from "./condition.ts";
import type { Source, Text } from "./text.ts";

/** What a field holds; each kind has its own check and its own control. */
export type FieldKind =
  | "text"
  | "line"
  | "choice"
  | "yes-no"
  | "date"
  | "number"
  /** User, RFC or legal name in one box: any of the three; a wrong check digit warns, never blocks. */
  | "identity"
  /** The taxpayer as the tax authority writes it (CC-1): name, key, regime, postal code of its address. */
  | "legal-name"
  | "rfc"
  | "tax-regime"
  | "postal-code"
  /** Street, number, district, municipality and state of the taxpayer. */
  | "tax-address"
  /** Whoever is to be addressed. */
  | "person-name"
  /** The name that somebody wants as a user of the product. */
  | "user-name"
  /** A box to be ticked: the article that it refers to was read and is agreed to. */
  | "consent"
  | "contact-email"
  | "telephone"
  /** Address of the supported portal; filled in from where the form was opened. */
  | "portal"
  | "subject"
  | "files";

/** Kinds of file that a field may accept. */
export type FileKind = "image" | "pdf" | "xml" | "office" | "text";

/** One answer of a choice, and what it asks for in addition. */
export interface Option {
  readonly value: string;
  readonly label: Text;
  /** Shown when chosen: how to help oneself, what is needed. */
  readonly help?: Text;
  /** Fields that this answer makes visible (and required, where the field says so). */
  readonly asks: readonly string[];
}

/** Rules for a subject line: it names these fields, and these words alone are too vague. */
export interface SubjectRule {
  readonly of: readonly string[];
  readonly vague: readonly string[];
  /** How many times a vague subject is sent back before `then`. */
  readonly tries: number;
  readonly then: "flag" | "refuse";
}

export interface Field extends Source {
  readonly id: string;
  readonly kind: FieldKind;
  readonly label: Text;
  readonly help?: Text;
  readonly required: boolean;
  /** Only asked when an option names it in `asks`. */
  readonly onlyWhenAsked: boolean;
  readonly options: readonly Option[];
  readonly accept: readonly FileKind[];
  readonly maxLength: number;
  readonly subject?: SubjectRule;
  /** The article that a consent is given to, by id. */
  readonly reads?: string;
}

/** A form: rules of an intake, whatever page or channel it comes by. */
export interface FormRule extends Source {
  readonly id: string;
  readonly title: Text;
  readonly intro?: Text;
  readonly kind: string;
  /** Channels whose intake follows these rules. */
  readonly on: readonly string[];
  readonly fields: readonly Field[];
  /** What the page after sending says (HB-10). */
  readonly after?: Text;
  /** Who may file it; null: whoever the policy hears. */
  /** What filing it registers, to be accepted by the desk (CC-1); none: a request alone. */
  readonly opens?: "account";
  /** It is offered as a PDF too, to be filled in by hand (FI-5). */
  readonly printable?: true;
  readonly who: WhoRule | null;
  /** What it waits for where it was filed without (FI-5). */
  readonly waitsFor?: WaitRule;
}

/** Filed without any of these groups answered whole, a request waits and says what is missing. */
export interface WaitRule extends Source {
  readonly any: readonly (readonly string[])[];
  /** The answers for which it waits; for all unless said. */
  readonly when: Condition;
}

/** Who may do, ask, approve or be told. One construct for people everywhere. */
export interface WhoRule extends Source {
  readonly any: readonly string[];
  /** Held for verification unless it comes from the registered address. */
  readonly fromRegisteredAddress: boolean;
  /** Needs a fresh proof of identity (a 6-digit code). */
  readonly proven: "code" | null;
  /** Different people for different roles. */
  readonly distinct: boolean;
  readonly not: readonly string[];
}

/** The first rule whose condition holds gives the severity. */
export interface ClassifyRule extends Source {
  readonly when: Condition;
  readonly severity: string;
  /** Marked as such until an agent classifies (HB-9). */
  readonly provisional: boolean;
}
