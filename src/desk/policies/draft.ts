import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { newestStanding, policySource } from "../../store/policy-history.ts";
import { readPolicyDraft, removePolicyDraft, writePolicyDraft } from "../../store/policy-drafts.ts";
import type { PolicyDraft } from "../../store/policy-drafts.ts";
import { membersOf } from "../../store/staff/memberships.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import type { Staff } from "../tickets/act.ts";

/** The draft that a desk's editors share, and what it would be begun from. */
export interface SharedDraft {
  /** Its author by name; null: nobody has begun one. */
  readonly draft: PolicyDraft | null;
  /** The newest version that stands, in force or scheduled: what a new draft begins from. */
  readonly newest: { readonly number: number; readonly source: string };
}

/** The draft of the desk's next manual. Refuses `no-such-desk`. */
export function readDraft(
  plazo: Plazo,
  desk: string,
): Promise<SharedDraft | Refusal<"no-such-desk">> {
  return inDesk(plazo.db, desk, async (tx) => {
    const newest = await newestStanding(tx);
    if (newest === undefined) return refuse("no-such-desk", { facts: { desk } });
    const { number } = newest;
    const source = (await policySource(tx, number)) ?? "";
    const found = await readPolicyDraft(tx);
    if (found === undefined) return { draft: null, newest: { number, source } };
    const members = await membersOf(tx, desk);
    const author = members.find(({ userId }) => userId === found.author)?.name ?? found.author;
    return { draft: { ...found, author }, newest: { number, source } };
  });
}

/** A draft to be saved: what follows the revision that its author has seen, 0 where there was none. */
export interface DraftSave {
  readonly by: Pick<Staff, "id">;
  readonly revision: number;
  readonly base: number;
  readonly source: string;
}

/** Saves the draft and gives its revision. Refuses `draft-meanwhile`: somebody saved another since. */
export function saveDraft(
  plazo: Plazo,
  desk: string,
  { by, revision, base, source }: DraftSave,
): Promise<{ readonly revision: number } | Refusal<"draft-meanwhile">> {
  return inDesk(plazo.db, desk, async (tx) => {
    const changed = tx.began;
    const saved = await writePolicyDraft(tx, { revision, base, source, author: by.id, changed });
    return saved === undefined ? refuse("draft-meanwhile") : { revision: saved };
  });
}

/** Throws the draft away. Refuses `draft-meanwhile`: it is not the one that was seen. */
export function discardDraft(
  plazo: Plazo,
  desk: string,
  revision: number,
): Promise<{ readonly revision: number } | Refusal<"draft-meanwhile">> {
  return inDesk(plazo.db, desk, async (tx) =>
    (await removePolicyDraft(tx, revision)) ? { revision } : refuse("draft-meanwhile"),
  );
}
