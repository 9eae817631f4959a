import type { Canned } from "../../core/canned/canned.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import {
  cannedSeenBy,
  cannedVersions,
  lockCanned,
  putCanned,
  removeCanned,
} from "../../store/canned-replies.ts";
import type { CannedRecord, CannedVersion } from "../../store/canned-replies.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** Who keeps prepared answers: their own, and the desk's where their role says so. */
export interface Keeper {
  readonly id: string;
  readonly name: string;
  readonly mayShare: boolean;
}

/** So many may be seen by one person. */
const most = 500;

/** The desk's prepared answers and somebody's own, by name. */
export function cannedFor(
  plazo: Plazo,
  desk: string,
  member: string,
): Promise<readonly CannedRecord[]> {
  return inDesk(plazo.db, desk, (tx) => cannedSeenBy(tx, member));
}

/**
 * Keeps a prepared answer: a new one (`version` 0), or another version of one. Refuses
 * `no-such-canned` (another's own does not exist), `role-may-not` for the desk's, `canned-meanwhile`
 * where somebody else changed it since, and `canned-too-many`.
 */
export function keepCanned(
  plazo: Plazo,
  place: { readonly desk: string; readonly id: string },
  wish: {
    readonly by: Keeper;
    readonly shared: boolean;
    readonly version: number;
    readonly content: Canned;
  },
): Promise<CannedRecord | Refusal> {
  const { desk, id } = place;
  const { by, shared, version, content } = wish;
  return inDesk(plazo.db, desk, async (tx): Promise<CannedRecord | Refusal> => {
    const known = await lockCanned(tx, id);
    const no = known === undefined ? await mayAdd(tx, wish) : mayChange(known, wish);
    if (no !== null) return no;
    const kept = {
      ...{ id, owner: shared ? null : by.id, content, version: version + 1 },
      ...{ changed: await tx.now(), changedBy: by.name },
    };
    // Its id was another's, or one's own that is out of use.
    if (!(await putCanned(tx, kept))) return refuse("no-such-canned");
    return { ...kept, uses: known?.uses ?? 0 };
  });
}

type Wished = Parameters<typeof keepCanned>[2];

async function mayAdd(tx: Transaction, { by, shared, version }: Wished): Promise<Refusal | null> {
  if (version !== 0) return refuse("no-such-canned");
  if (shared && !by.mayShare) return mayNotShare;
  const seen = await cannedSeenBy(tx, by.id);
  return seen.length >= most ? refuse("canned-too-many") : null;
}

function mayChange(known: CannedRecord, { by, shared, version }: Wished): Refusal | null {
  const no = notTheirs(known, by);
  if (no !== null) return no;
  if (shared && !by.mayShare) return mayNotShare;
  if (known.version === version) return null;
  return refuse("canned-meanwhile", { facts: { version: known.version, by: known.changedBy } });
}

const mayNotShare = refuse("role-may-not", { facts: { action: "canned.share" } });

function notTheirs({ owner }: CannedRecord, by: Keeper): Refusal | null {
  if (owner === null) return by.mayShare ? null : mayNotShare;
  return owner === by.id ? null : refuse("no-such-canned");
}

/** Takes a prepared answer out of use; what was said with it stays, and so do its versions. */
export function dropCanned(
  plazo: Plazo,
  { desk, id }: { readonly desk: string; readonly id: string },
  by: Keeper,
): Promise<{ readonly id: string } | Refusal> {
  return inDesk(plazo.db, desk, async (tx): Promise<{ readonly id: string } | Refusal> => {
    const known = await lockCanned(tx, id);
    if (known === undefined) return refuse("no-such-canned");
    const no = notTheirs(known, by);
    if (no !== null) return no;
    await removeCanned(tx, id, await tx.now());
    return { id };
  });
}

/** The versions of a prepared answer, the newest first. Refuses `no-such-canned`. */
export function versionsOfCanned(
  plazo: Plazo,
  { desk, id }: { readonly desk: string; readonly id: string },
  member: string,
): Promise<readonly CannedVersion[] | Refusal> {
  return inDesk(plazo.db, desk, async (tx): Promise<readonly CannedVersion[] | Refusal> => {
    const known = await lockCanned(tx, id);
    if (known === undefined || (known.owner !== null && known.owner !== member))
      return refuse("no-such-canned");
    return cannedVersions(tx, id);
  });
}
