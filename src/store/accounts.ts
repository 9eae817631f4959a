import type { Language } from "../core/policy/text.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** An account that was asked for: whose it would be, and what the desk decided (CC-1). */
export interface AccountRecord {
  readonly ticket: number;
  readonly folio: string;
  readonly state: "pending" | "accepted" | "refused";
  readonly organisation: string;
  readonly rfc: string;
  readonly taxRegime: string;
  readonly postalCode: string | null;
  readonly taxAddress: string | null;
  /** The name that they want as a user of the product. */
  readonly userName: string | null;
  readonly language: Language;
  readonly contact: string;
  readonly address: string;
  readonly telephone: string | null;
  readonly asked: Instant;
}

const insert = statement(
  "account.insert",
  `insert into account (desk_id, ticket, folio, state, organisation, rfc, tax_regime, postal_code, contact, address, telephone, asked,
     tax_address, user_name, language)
   values ($1, $2, $3, 'pending', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
);

/** Writes down an account that is asked for. */
export async function insertAccount(
  tx: Transaction,
  account: Omit<AccountRecord, "state">,
): Promise<void> {
  await execute(tx, insert, [
    deskOf(tx),
    account.ticket,
    account.folio,
    account.organisation,
    account.rfc,
    account.taxRegime,
    account.postalCode,
    account.contact,
    account.address,
    account.telephone,
    instantParameter(account.asked),
    account.taxAddress,
    account.userName,
    account.language,
  ]);
}

const columns = `ticket, folio, state, organisation, rfc, tax_regime as "taxRegime", postal_code as "postalCode",
  tax_address as "taxAddress", user_name as "userName", language,
  contact, address, telephone, asked`;
const decide = statement(
  "account.decide",
  `update account set state = $3, decided = $4, decided_by = $5
    where desk_id = $1 and ticket = $2 and state = 'pending' returning ${columns}`,
);

/** Decides on a pending account; none where it is not pending. */
export function decideAccount(
  tx: Transaction,
  ticket: number,
  decision: { readonly state: "accepted" | "refused"; readonly at: Instant; readonly by: string },
): Promise<AccountRecord | undefined> {
  return queryOne(tx, decide, [
    deskOf(tx),
    ticket,
    decision.state,
    instantParameter(decision.at),
    decision.by,
  ]);
}

const list = statement(
  "account.list",
  `select ${columns} from account where desk_id = $1 and state = $2 and ticket > $3 order by ticket limit $4`,
);

/** Accounts of one state after a ticket, oldest first. */
export function accountsAfter(
  tx: Transaction,
  page: { readonly state: AccountRecord["state"]; readonly after: number; readonly limit: number },
): Promise<AccountRecord[]> {
  return query(tx, list, [deskOf(tx), page.state, page.after, page.limit]);
}

const ofTicket = statement(
  "account.of-ticket",
  `select ${columns} from account where desk_id = $1 and ticket = $2`,
);
const like = statement(
  "account.pending-like",
  `select ${columns} from account where desk_id = $1 and state = 'pending' and (rfc = $2 or address = $3) and ticket <> $4
    order by ticket limit 20`,
);

/** The account that a ticket asks for. */
export function accountOfTicket(
  tx: Transaction,
  ticket: number,
): Promise<AccountRecord | undefined> {
  return queryOne(tx, ofTicket, [deskOf(tx), ticket]);
}

/** Other pending accounts with the RFC or the address of this one. */
export function pendingLike(
  tx: Transaction,
  { rfc, address, ticket }: AccountRecord,
): Promise<AccountRecord[]> {
  return query(tx, like, [deskOf(tx), rfc, address, ticket]);
}
