import type { Language } from "../policy/text.ts";
import type { Instant } from "../time/instant.ts";

/** A client: its tax data, its support, its portals. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly rfc: string | null;
  /** A code of the SAT's catalogue c_RegimenFiscal. */
  readonly taxRegime: string | null;
  readonly postalCode: string | null;
  readonly taxAddress: string | null;
  readonly plan: string | null;
  /** Null: without end. */
  readonly paidUntil: Instant | null;
  readonly notes: string | null;
  /** As the register knows a portal: without scheme, path and case; in order. */
  readonly portals: readonly string[];
}

/** A contact as a person: from which addresses they are heard, where they are called, in which role. */
export interface ContactPerson {
  readonly id: string;
  /** Their organisation's id. */
  readonly organisation: string | null;
  readonly name: string;
  /** One of the manual's roles; null: a contact like any other. */
  readonly role: string | null;
  /** Trained in the product; null: not known (RD-10). */
  readonly trained: boolean | null;
  /** Whether they read all the tickets of their organisation. */
  readonly seesOrganisation: boolean;
  readonly language: Language;
  /** Nobody is heard as a contact who is one no more. */
  readonly active: boolean;
  /** Registered addresses in lower case; mail goes to the first. */
  readonly addresses: readonly string[];
  /** With the country's code (ITU-T E.164); the first is called first. */
  readonly telephones: readonly string[];
}
