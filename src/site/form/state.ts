import type { Calendars } from "../../core/clock/clock.ts";
import type { FieldKind, FileKind, FormRule } from "../../core/policy/form-rule.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { ReadableArticle } from "../../desk/articles/article.ts";
import type { Reader } from "../reader.ts";
import type { Here } from "../moment.ts";

/** A file that arrived and is kept until the form is accepted. */
export interface KeptFile {
  readonly id: string;
  readonly field: string;
  readonly name: string;
  readonly size: number;
  /** What was read in it (an invoice), in words. */
  readonly reading?: readonly string[];
}

/** Something to correct, in words; `field` is the id of the field, null for the form as a whole. */
export interface FormError {
  readonly field: string | null;
  readonly text: string;
  /** The same with the clauses of the manual that ask for it. */
  readonly cited?: string;
  /** Those clauses. */
  readonly clause?: readonly string[];
}

/** What has been written in a form so far. */
export interface FormState {
  readonly values: Readonly<Record<string, string>>;
  readonly kept: readonly KeptFile[];
  readonly errors: readonly FormError[];
  /** The unguessable token of this writing: the same one twice makes one ticket. */
  readonly submission: string;
  readonly portal: string | null;
  /** The folio of the closed ticket that the new one cites. */
  readonly cites: string | null;
  /** How many times a vague subject was sent back. */
  readonly tries: number;
  /** The ground of urgency that was chosen, by id; null: none (RD-15). */
  readonly urgency?: string | null;
  /** "aqui": they are there; "fuera": they are leaving; empty: not said (RD-2). */
  readonly present?: string;
  /** The requester's open tickets that are probably this case, and whether another may be opened all the same. */
  readonly sameProblem?: { readonly folios: readonly string[]; readonly mayOpen: boolean };
}

/** Whoever is signed in and asks. */
export interface SignedIn {
  readonly name: string;
  readonly address: string;
  /** Their role in the register; null: a contact like any other. */
  readonly role: string | null;
  /** They gave a code a moment ago. */
  readonly fresh: boolean;
}

/** A form as it is shown. */
export interface FormPage {
  readonly reader: Reader;
  readonly policy: Policy;
  readonly calendars: Calendars;
  readonly here: Here;
  readonly form: FormRule;
  readonly state: FormState;
  /** Whoever is signed in: they are not asked who they are. */
  readonly signedIn?: SignedIn;
  /** The articles that everybody may read, and those that may answer what was written so far. */
  readonly help?: {
    readonly all: readonly ReadableArticle[];
    readonly offered: readonly ReadableArticle[];
    readonly visit: string;
  };
  /** What a form was filed without: none of it is marked as optional, for some of it is needed. */
  readonly isRest?: true;
  readonly limits: {
    readonly files: number;
    readonly fileBytes: number;
    readonly allBytes: number;
  };
}

/** Kinds that are one line of text, with the attributes that help to fill it in. */
export const lineAttributes: Readonly<
  Partial<Record<FieldKind, Readonly<Record<string, string>>>>
> = {
  line: { type: "text" },
  subject: { type: "text" },
  identity: { type: "text", autocapitalize: "off", spellcheck: "false" },
  "legal-name": { type: "text", autocomplete: "organization", spellcheck: "false" },
  rfc: { type: "text", autocapitalize: "characters", spellcheck: "false" },
  "postal-code": { type: "text", inputmode: "numeric", autocomplete: "postal-code" },
  "tax-address": { type: "text", autocomplete: "street-address" },
  "person-name": { type: "text", autocomplete: "name" },
  "user-name": {
    type: "text",
    autocomplete: "username",
    autocapitalize: "off",
    spellcheck: "false",
  },
  "contact-email": {
    type: "email",
    autocomplete: "email",
    autocapitalize: "off",
    spellcheck: "false",
  },
  telephone: { type: "tel", autocomplete: "tel" },
  portal: { type: "text", inputmode: "url", autocapitalize: "off", spellcheck: "false" },
  date: { type: "date" },
  number: { type: "text", inputmode: "decimal" },
};

/** What a file dialog is asked to offer for each kind; what arrives is checked by its bytes. */
export const acceptOf: Readonly<Record<FileKind, string>> = {
  image: "image/*",
  pdf: ".pdf,application/pdf",
  xml: ".xml,text/xml,application/xml",
  office: ".doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp",
  text: ".txt,.csv,.log,text/plain",
};
