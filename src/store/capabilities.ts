import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { sha256 } from "./digest.ts";
import { execute, queryOne, statement } from "./query.ts";
import type { CapabilityRecord } from "./ticket-records.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** What a capability opens. */
export interface Capability {
  readonly ticket: number;
  readonly recipient: string | null;
  readonly expires: Instant;
  readonly revoked: Instant | null;
}

const find = statement(
  "capability.find",
  "select ticket, recipient, expires, revoked from capability where desk_id = $1 and hash = $2",
);

/** The capability of a token, expired or not; looking spends nothing. */
export function capabilityOf(tx: Transaction, token: string): Promise<Capability | undefined> {
  return queryOne(tx, find, [deskOf(tx), sha256(token)]);
}

const insert = statement(
  "capability.insert",
  `insert into capability (desk_id, hash, ticket, recipient, purpose, made, expires) values ($1, $2, $3, $4, 'follow', $5, $6)
   on conflict (desk_id, hash) do update set expires = greatest(capability.expires, excluded.expires)`,
);

/** Makes another link to a ticket. */
export async function insertCapability(
  tx: Transaction,
  ticket: number,
  { record, at }: { readonly record: CapabilityRecord; readonly at: Instant },
): Promise<void> {
  await execute(tx, insert, [
    deskOf(tx),
    record.hash,
    ticket,
    record.recipient,
    instantParameter(at),
    instantParameter(record.expires),
  ]);
}
