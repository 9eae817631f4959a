import type { Instant } from "../time/instant.ts";

/** What lives outside the ticket and a decision may need. What was used is kept in the event. */
export interface Facts {
  /** The support of the portal's owner; `validUntil` null: without end. null: the owner is not known. */
  readonly support: { readonly validUntil: Instant | null; readonly plan: string | null } | null;
  /** The registered contact who acts, where the desk knows them. */
  readonly contact: {
    readonly id: string;
    readonly role: string;
    /** They write from their registered address. */
    readonly registered: boolean;
    /** Trained in the product; null: not known. */
    readonly trained: boolean | null;
    /** They are signed in, and gave a code that was mailed to the registered address a moment ago. */
    readonly proven?: true;
  } | null;
  /** Names of the announced processes that are going on (RD-15c). */
  readonly announcements: readonly string[];
  /** Folios of open tickets that are probably the same case (FI-9, RD-6). */
  readonly duplicates: readonly string[];
  /** What another system, which sent it, calls the request. */
  readonly externalReference?: string;
}

/** Nothing is known. */
export const noFacts: Facts = { support: null, contact: null, announcements: [], duplicates: [] };
