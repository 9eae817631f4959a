import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** The draft of a desk's next manual. */
export interface PolicyDraft {
  /** One more with each save. */
  readonly revision: number;
  /** The version that it was begun from. */
  readonly base: number;
  readonly source: string;
  /** Who saved it last, by id. */
  readonly author: string;
  readonly changed: Instant;
}

const read = statement(
  "policy-draft.read",
  "select revision, base, source, author, changed from policy_draft where desk_id = $1",
);
const begin = statement(
  "policy-draft.begin",
  `insert into policy_draft (desk_id, revision, base, source, author, changed) values ($1, 1, $2, $3, $4, $5)
   on conflict do nothing returning revision`,
);
const save = statement(
  "policy-draft.save",
  `update policy_draft set revision = revision + 1, base = $3, source = $4, author = $5, changed = $6
    where desk_id = $1 and revision = $2 returning revision`,
);
const removePublished = statement(
  "policy-draft.remove-published",
  "delete from policy_draft where desk_id = $1 and source = $2",
);
const remove = statement(
  "policy-draft.remove",
  "delete from policy_draft where desk_id = $1 and revision = $2",
);

/** The desk's draft; `undefined`: nobody has begun one. */
export function readPolicyDraft(tx: Transaction): Promise<PolicyDraft | undefined> {
  return queryOne(tx, read, [deskOf(tx)]);
}

/**
 * Keeps the draft as what follows revision `revision`, 0 for a new one, and gives its own;
 * `undefined` where another was saved since.
 */
export async function writePolicyDraft(
  tx: Transaction,
  { revision, base, source, author, changed }: PolicyDraft,
): Promise<number | undefined> {
  const at = instantParameter(changed);
  const row =
    revision === 0
      ? await queryOne<{ revision: number }>(tx, begin, [deskOf(tx), base, source, author, at])
      : await queryOne<{ revision: number }>(tx, save, [
          deskOf(tx),
          revision,
          base,
          source,
          author,
          at,
        ]);
  return row?.revision;
}

/** Forgets the draft where it says what was published just now. */
export async function removePublishedDraft(tx: Transaction, source: string): Promise<void> {
  await execute(tx, removePublished, [deskOf(tx), source]);
}

/** Throws a draft away; `false` where another was saved since. */
export async function removePolicyDraft(tx: Transaction, revision: number): Promise<boolean> {
  return (await execute(tx, remove, [deskOf(tx), revision])) === 1;
}
