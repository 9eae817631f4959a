import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

const put = statement(
  "client-draft.put",
  `insert into client_draft (desk_id, browser, sealed, made) values ($1, $2, $3, $4)
   on conflict (desk_id, browser) do update set sealed = excluded.sealed, made = excluded.made`,
);

/** Keeps what a browser (SHA-256 of its token) was writing, sealed. */
export async function putClientDraft(
  tx: Transaction,
  browser: Uint8Array,
  draft: { readonly sealed: Uint8Array; readonly at: Instant },
): Promise<void> {
  await execute(tx, put, [deskOf(tx), browser, draft.sealed, instantParameter(draft.at)]);
}

const read = statement(
  "client-draft.read",
  "select sealed from client_draft where desk_id = $1 and browser = $2 and made > $3",
);

/** What a browser was writing, if it began after an instant. */
export async function readClientDraft(
  tx: Transaction,
  browser: Uint8Array,
  after: Instant,
): Promise<Uint8Array | undefined> {
  const row = await queryOne<{ sealed: Uint8Array }>(tx, read, [
    deskOf(tx),
    browser,
    instantParameter(after),
  ]);
  return row?.sealed;
}

const forget = statement(
  "client-draft.forget",
  "delete from client_draft where desk_id = $1 and made < $2",
);

/** Forgets what was begun before an instant. */
export function forgetClientDrafts(tx: Transaction, before: Instant): Promise<number> {
  return execute(tx, forget, [deskOf(tx), instantParameter(before)]);
}
