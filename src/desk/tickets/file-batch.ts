import type { Refusal } from "../../core/refusal.ts";
import { beginFilings, filingsOf } from "../../store/filings.ts";
import type { KnownTogether, WrittenTogether } from "../../store/filings.ts";
import { commitAfter, inDeskAsking, rollbackWith } from "../../store/transaction.ts";
import type { Last, Rollback } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { decideBatch } from "./decide-batch.ts";
import type { KnownOne } from "./decide-batch.ts";
import type { TakenIn } from "./file-alone.ts";
import type { Inside } from "./file-inside.ts";
import type { Filed } from "./file-ticket.ts";

/** What became of each filing of a batch, in its order: what it came to, or that it is to go alone, or again with the next. */
export type BatchOutcomes = readonly (Filed | readonly Refusal[] | "alone" | "again")[];

interface Batched {
  readonly plazo: Plazo;
  readonly desk: string;
  /** Milliseconds that it waits for a lock that another transaction holds. */
  readonly patience: number;
}

/**
 * Files several tickets without files in one transaction: looked up by one statement, each decided by
 * itself, written by one statement. Who is refused is not written. Whatever is out of the usual goes
 * alone: a submission that was made before, a version that changed meanwhile, a ticket with more than
 * one event, mail or link, an account or a consent. What may be the same submission or the same case
 * as another of the batch goes again, when that one is decided.
 */
export function fileBatch(
  { plazo, desk, patience }: Batched,
  batch: readonly TakenIn[],
): Promise<BatchOutcomes> {
  const keys = batch.map((one) => one.keys);
  return inDeskAsking(plazo.db, desk, {
    first: beginFilings(plazo.db, desk, keys),
    patience,
    work: (tx, rows: readonly KnownTogether[]) => batchInside({ plazo, desk, tx }, batch, rows),
  });
}

const none = { policy: null, exceptions: 0 };

async function batchInside(
  inside: Inside,
  batch: readonly TakenIn[],
  rows: readonly KnownTogether[],
): Promise<Last<BatchOutcomes> | Rollback<BatchOutcomes>> {
  const { plazo, desk, tx } = inside;
  const { policy, exceptions } = rows[0] ?? none;
  if (policy === null) return rollbackWith(batch.map(() => "alone"));
  const usual = usualOf(batch, rows, policy);
  const binding = await boundPolicy(plazo, tx, { number: policy, exceptions });
  plazo.caches.newest.set(desk, policy);
  const decided = await decideBatch(inside, binding, usual);
  const outcomes = batch.map(
    (one): BatchOutcomes[number] =>
      decided.refused.get(one) ?? (decided.again.includes(one) ? "again" : "alone"),
  );
  if (decided.written.length === 0) return rollbackWith(outcomes);
  const together = decided.written.map((each) => each.together);
  return commitAfter(filingsOf(tx, together), (written: readonly WrittenTogether[]) => {
    const leaves = new Map(written.map(({ number, acknowledged }) => [number, acknowledged]));
    for (const { one, together, filed } of decided.written)
      outcomes[batch.indexOf(one)] = filed(leaves.get(together.row.number) ?? false);
    return outcomes;
  });
}

/** Those taken in by the version in force, of a submission that was not made before. */
function usualOf(
  batch: readonly TakenIn[],
  rows: readonly KnownTogether[],
  policy: number,
): readonly KnownOne[] {
  const usual: KnownOne[] = [];
  for (const known of rows.toSorted((a, b) => a.place - b.place)) {
    const one = batch[known.place - 1];
    const { number } = known;
    if (one !== undefined && number !== null && one.hinted.number === policy)
      usual.push({ one, known: { ...known, number } });
  }
  return usual;
}
