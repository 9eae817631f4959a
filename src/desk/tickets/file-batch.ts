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

/** What became of each filing of a batch, in its order; null: it is to go alone. */
export type BatchOutcomes = readonly (Filed | readonly Refusal[] | null)[];

interface Batched {
  readonly plazo: Plazo;
  readonly desk: string;
  /** Milliseconds that it waits for a lock that another transaction holds. */
  readonly patience: number;
}

/**
 * Files several tickets without files in one transaction: looked up by one statement, each decided by
 * itself, written by one statement. Who is refused is not written. Whatever is out of the usual goes
 * alone: a submission that was made before or is there twice, a version that changed meanwhile, what
 * may be the case of another filing beside it, a ticket with more than one event, mail or link, an
 * account that is asked for.
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

async function batchInside(
  inside: Inside,
  batch: readonly TakenIn[],
  rows: readonly KnownTogether[],
): Promise<Last<BatchOutcomes> | Rollback<BatchOutcomes>> {
  const { plazo, desk, tx } = inside;
  const policy = rows[0]?.policy ?? null;
  const usual = policy === null ? [] : usualOf(batch, rows, policy);
  if (policy === null || usual.length === 0) return rollbackWith(batch.map(() => null));
  const { exceptions = 0 } = rows[0] ?? {};
  const binding = await boundPolicy(plazo, tx, { number: policy, exceptions });
  plazo.caches.newest.set(desk, policy);
  const decided = await decideBatch(inside, binding, usual);
  const outcomes = batch.map((one): BatchOutcomes[number] => decided.refused.get(one) ?? null);
  if (decided.written.length === 0) return rollbackWith(outcomes);
  const asked = filingsOf(
    tx,
    decided.written.map(({ together }) => together),
  );
  return commitAfter(asked, (written: readonly WrittenTogether[]) => {
    const leaves = new Map(written.map(({ number, acknowledged }) => [number, acknowledged]));
    for (const { one, together, filed } of decided.written)
      outcomes[batch.indexOf(one)] = filed(leaves.get(together.row.number) ?? false);
    return outcomes;
  });
}

/** Those taken in by the version in force, of a submission that is neither made nor beside them. */
function usualOf(
  batch: readonly TakenIn[],
  rows: readonly KnownTogether[],
  policy: number,
): readonly KnownOne[] {
  const seen = new Set<string>();
  const usual: KnownOne[] = [];
  for (const known of rows.toSorted((a, b) => a.place - b.place)) {
    const one = batch[known.place - 1];
    const { number } = known;
    if (one === undefined || number === null || one.hinted.number !== policy) continue;
    if (seen.has(one.filing.submission)) continue;
    seen.add(one.filing.submission);
    usual.push({ one, known: { ...known, number } });
  }
  return usual;
}
