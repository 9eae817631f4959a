import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** A reply that was proposed. */
export interface DraftRecord {
  readonly id: string;
  readonly text: string;
  readonly made: Instant;
  readonly byId: string;
  readonly byName: string;
}

const insert = statement(
  "reply-draft.insert",
  "insert into reply_draft (desk_id, id, ticket, text, made, by_id, by_name) values ($1, $2, $3, $4, $5, $6, $7)",
);
const open = statement(
  "reply-draft.open",
  `select id, text, made, by_id as "byId", by_name as "byName" from reply_draft
    where desk_id = $1 and ticket = $2 and ended is null order by made, id limit 20`,
);
const end = statement(
  "reply-draft.end",
  `update reply_draft set ended = $4, ended_by = $5 where desk_id = $1 and ticket = $2 and id = $3 and ended is null returning id`,
);

/** Keeps a proposed reply beside its ticket. */
export async function insertDraft(
  tx: Transaction,
  ticket: number,
  { id, text, made, byId, byName }: DraftRecord,
): Promise<void> {
  await execute(tx, insert, [deskOf(tx), id, ticket, text, instantParameter(made), byId, byName]);
}

/** The replies that are proposed for a ticket, the oldest first. */
export function openDrafts(tx: Transaction, ticket: number): Promise<DraftRecord[]> {
  return query(tx, open, [deskOf(tx), ticket]);
}

/** Ends a proposed reply; `false`: it had ended, or there is none. */
export async function endDraft(
  tx: Transaction,
  ticket: number,
  { id, at, by }: { readonly id: string; readonly at: Instant; readonly by: string },
): Promise<boolean> {
  const rows = await query(tx, end, [deskOf(tx), ticket, id, instantParameter(at), by]);
  return rows.length === 1;
}
