import type { Language } from "../core/policy/text.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** What somebody agreed to by ticking a box, with the very text of it. */
export interface ConsentRecord {
  /** The form's field. */
  readonly field: string;
  /** The article that it refers to, in a version of the manual. */
  readonly article: string;
  readonly policy: number;
  readonly language: Language;
  /** SHA-256 of the article's text in that language. */
  readonly hash: Uint8Array;
  readonly at: Instant;
  readonly address: string | null;
  /** The address at the other end of the connection; null: it did not come by one. */
  readonly source: string | null;
}

const insert = statement(
  "consent.insert",
  `insert into consent (desk_id, ticket, field, article, policy, language, hash, at, address, source)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

/** Writes down what whoever filed a ticket agreed to. */
export async function insertConsents(
  tx: Transaction,
  ticket: number,
  consents: readonly ConsentRecord[],
): Promise<void> {
  for (const { field, article, policy, language, hash, at, address, source } of consents) {
    const text = [field, article, policy, language, hash];
    await execute(tx, insert, [deskOf(tx), ticket, ...text, instantParameter(at), address, source]);
  }
}

const list = statement(
  "consent.list",
  `select field, article, policy, language, hash, at, address, source from consent
    where desk_id = $1 and ticket = $2 order by field`,
);

/** What was agreed to when a ticket was filed, by field. */
export function consentsOfTicket(tx: Transaction, ticket: number): Promise<ConsentRecord[]> {
  return query(tx, list, [deskOf(tx), ticket]);
}
