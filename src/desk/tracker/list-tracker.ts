import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { TrackerRule } from "../../core/policy/tracker-rule.ts";
import type { Instant } from "../../core/time/instant.ts";
import { rowOf } from "../../core/tracker/row.ts";
import type { TrackerRow } from "../../core/tracker/row.ts";
import { policyNumberInForce } from "../../store/policy-versions.ts";
import { trackedPortals, trackedTickets } from "../../store/tracker.ts";
import type { TrackedTicket, TrackerFilter, TrackerPlace } from "../../store/tracker.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { portalKey } from "../register/portal-key.ts";

/** A page of a tracker, newest first. */
export interface TrackerPage {
  readonly bound: BoundPolicy;
  readonly tracker: TrackerRule;
  readonly rows: readonly TrackerRow[];
  readonly next: string | null;
  /** The portals that tickets came from, at most 200. */
  readonly portals: readonly string[];
  readonly now: Instant;
}

/** Which page of a tracker; a cursor that is none begins anew, `limit` is at most 500. */
export interface TrackerQuestion {
  readonly portal?: string;
  readonly category?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** A page of the desk's tracker (HB-12), newest first. Refuses `no-such-desk`, `no-tracker`. */
export function listTracker(
  plazo: Plazo,
  desk: string,
  question: TrackerQuestion,
): Promise<TrackerPage | Refusal<"no-such-desk" | "no-tracker">> {
  const limit = Math.max(1, Math.min(question.limit ?? 50, 500));
  return inDesk(plazo.db, desk, async (tx) => {
    const inForce = await policyNumberInForce(tx);
    if (inForce === undefined) return refuse("no-such-desk");
    const bound = await boundPolicy(plazo, tx, inForce);
    const { tracker } = bound.policy.policy;
    if (tracker === undefined) return refuse("no-tracker");
    const now = await tx.now();
    const after = placeOf(question.cursor);
    const found = await trackedTickets(tx, filterOf(question), { after, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    const rows = await rowsOf(plazo, tx, { shown, bound, tracker, now });
    const portals = await trackedPortals(tx, 200);
    const next = last === undefined ? null : `${last.ticket.filedAt}.${last.number}`;
    return { bound, tracker, rows, next, portals, now };
  });
}

function filterOf({ portal, category }: TrackerQuestion): TrackerFilter {
  return {
    ...(portal === undefined || portal === "" ? {} : { portal: portalKey(portal) }),
    ...(category === undefined || category === "" ? {} : { category }),
  };
}

interface Shown {
  readonly shown: readonly TrackedTicket[];
  readonly bound: BoundPolicy;
  readonly tracker: TrackerRule;
  readonly now: Instant;
}

async function rowsOf(
  plazo: Plazo,
  tx: Transaction,
  { shown, bound, tracker, now }: Shown,
): Promise<TrackerRow[]> {
  const rows: TrackerRow[] = [];
  const { exceptions } = bound;
  const { columns } = tracker;
  for (const { ticket } of shown) {
    const binding = await boundPolicy(plazo, tx, { number: ticket.policy, exceptions });
    rows.push(rowOf(ticket, binding, { columns, at: now }));
  }
  return rows;
}

function placeOf(cursor: string | undefined): TrackerPlace | null {
  const parts = /^(\d{1,15})\.(\d{1,15})$/u.exec(cursor ?? "");
  return parts === null ? null : { filedAt: Number(parts[1]), number: Number(parts[2]) };
}
