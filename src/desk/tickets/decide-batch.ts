import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Facts } from "../../core/ticket/facts.ts";
import { HOUR } from "../../core/time/instant.ts";
import type { FilingTogether, KnownTogether } from "../../store/filings.ts";
import { folded } from "../../store/folded.ts";
import { isSingle } from "../../store/ticket-records.ts";
import type { BoundPolicy } from "../caches.ts";
import { decideFiling, factsOf } from "./decide-filing.ts";
import type { ToWrite } from "./decide-filing.ts";
import type { TakenIn } from "./file-alone.ts";
import type { Inside } from "./file-inside.ts";
import { openFolios } from "./open-tickets.ts";

/** A filing of a batch with what is known of it. */
export interface KnownOne {
  readonly one: TakenIn;
  readonly known: KnownTogether & { readonly number: number };
}

/** What was decided of a batch; a filing that is nowhere in it is to go alone. */
export interface DecidedBatch {
  /** Those that depend on what becomes of another of the batch. */
  readonly again: readonly TakenIn[];
  readonly refused: ReadonlyMap<TakenIn, readonly Refusal[]>;
  readonly written: readonly {
    readonly one: TakenIn;
    readonly together: FilingTogether;
    readonly filed: ToWrite["filed"];
  }[];
}

/** Decides each filing of a batch by itself, in their order, as if those before it were filed already. */
export async function decideBatch(
  inside: Inside,
  binding: BoundPolicy,
  batch: readonly KnownOne[],
): Promise<DecidedBatch> {
  const { plazo, desk, tx } = inside;
  const refused = new Map<TakenIn, readonly Refusal[]>();
  const written: DecidedBatch["written"][number][] = [];
  const mails = new Map<string, number>();
  const at = { plazo, desk, now: tx.began };
  const hour = Math.floor(tx.began / HOUR);
  const looked = await Promise.all(batch.map((each) => factsFor(inside, binding, each)));
  const again = alike(binding, batch);
  for (const { one, known, facts } of looked) {
    if (again.includes(one)) continue;
    const counters = countersOf({ one, known }, mails);
    const exhausted = counters.some(({ n, most }) => n >= most);
    const decided = decideFiling(at, one.filing, {
      taken: one.hinted,
      facts,
      known: { ...known, uploads: [], exhausted },
      binding,
      counts: { ...one.keys.counts, hour },
    });
    if (isRefusal(decided)) refused.set(one, [decided]);
    if (isRefusal(decided) || !isUsual(decided)) continue;
    const { row, additions, filed } = decided;
    if (additions.count) for (const { key, n } of counters) mails.set(key, n + 1);
    written.push({ one, together: { row, additions, keys: one.keys }, filed });
  }
  return { again, refused, written };
}

interface LookedUp extends KnownOne {
  readonly facts: Facts;
}

async function factsFor(
  { tx }: Inside,
  binding: BoundPolicy,
  { one, known }: KnownOne,
): Promise<LookedUp> {
  const facts = factsOf(known, one.filing);
  const { contact } = facts;
  const { policy } = binding.policy;
  const duplicates = await openFolios(tx, policy, { taken: one.hinted, contact });
  return { one, known, facts: { ...facts, duplicates } };
}

/** All but the first of each submission; where a policy asks what may be the same case, of each address too. */
function alike({ policy }: BoundPolicy, batch: readonly KnownOne[]): readonly TakenIn[] {
  const asks = policy.policy.duplicates !== undefined;
  const seen = new Set<string>();
  const isAlike = ({ filing, keys }: TakenIn): boolean => {
    const address = asks && keys.address !== null ? [`address ${folded(keys.address)}`] : [];
    const names = [`submission ${filing.submission}`, ...address];
    const is = names.some((name) => seen.has(name));
    for (const name of names) seen.add(name);
    return is;
  };
  return batch.map(({ one }) => one).filter(isAlike);
}

interface Counter {
  readonly key: string;
  /** Automatic mails of this hour so far, with those of the batch. */
  readonly n: number;
  readonly most: number;
}

function countersOf({ one, known }: KnownOne, mails: ReadonlyMap<string, number>): Counter[] {
  const { address, source, perAddress, perSource } = one.keys.counts;
  const counter = (hash: Uint8Array, before: number, most: number): Counter => {
    const key = Buffer.from(hash).toString("latin1");
    return { key, n: mails.get(key) ?? before, most };
  };
  return [
    counter(address, known.toAddress, perAddress),
    counter(source, known.fromSource, perSource),
  ];
}

function isUsual({ additions, account, consents, mailed }: ToWrite): boolean {
  const isAlone = account === null && consents.length === 0 && mailed === null;
  return isAlone && isSingle(additions.added);
}
