import type { Progress } from "../ticket/ticket.ts";
import type { Instant } from "../time/instant.ts";

/** Working states in which it is the desk's turn. */
export const workable: readonly Progress[] = ["close-the-loop", "unattended", "working", "routed"];

/** An open ticket as far as it is decided who is given it. */
export interface Candidate {
  readonly folio: string;
  readonly progress: Progress;
  readonly level: string;
  readonly assigneeId: string | null;
  readonly severityRank: number;
  readonly dueAt: Instant | null;
  /** Somebody else on guard has it. */
  readonly taken: boolean;
  /** Whoever asks passed it over, and nothing happened in it since. */
  readonly skipped: boolean;
}

/** Who is on guard: their level (none: any), and the desk's first one. */
export interface OnGuard {
  readonly id: string;
  readonly level: string | null;
  readonly firstLevel: string | null;
}

/**
 * The tickets that somebody on guard is to be given, in order: what falls due first, the graver where
 * two fall due at once, and last what nothing falls due of. Left out: what is another's, what another
 * has or looks at, what is at another level (`routed` where it is at one's own), and what they passed over.
 */
export function guardOrder<T extends Candidate>(
  candidates: readonly T[],
  who: OnGuard,
  seenByOthers: ReadonlySet<string>,
): readonly T[] {
  return candidates
    .filter((one) => fits(one, who) && !one.taken && !one.skipped && !seenByOthers.has(one.folio))
    .toSorted(
      (a, b) =>
        (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) ||
        b.severityRank - a.severityRank ||
        Number(a.assigneeId === null) - Number(b.assigneeId === null),
    );
}

function fits({ assigneeId, level, progress }: Candidate, who: OnGuard): boolean {
  if (!workable.includes(progress)) return false;
  if (assigneeId !== null) return assigneeId === who.id;
  const own = who.level ?? who.firstLevel;
  return own === null || level === own || level === "";
}
