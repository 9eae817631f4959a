import { isRefusal } from "../../core/refusal.ts";
import { SECOND } from "../../core/time/instant.ts";
import { countTickets } from "../../store/ticket-queue.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { filterOf } from "./filter-of.ts";
import type { Narrowed } from "./filter-of.ts";
import { viewsOf } from "./views.ts";

interface Counted {
  /** When it is made anew: what took long to count is counted the less often. */
  until: number;
  readonly count: Promise<number>;
}

/** The last counts of each desk, by what was counted: all who look at a shared view share its count. */
const counts = new WeakMap<Plazo, Map<string, Counted>>();

/** How long a count is shown to others before it is made anew, at least; and as a multiple of what it took. */
const FRESH = 3 * SECOND;
const TIMES = 30;
const KEPT = 2_000;

/**
 * How many open tickets each view holds for a member, by its id, counted up to 1,000. A view that
 * finds by words or looks among closed ones is not counted. With `seenBy`, of those assigned to them.
 */
export async function countViews(
  plazo: Plazo,
  desk: string,
  who: { readonly me: string; readonly seenBy?: string },
): Promise<Readonly<Record<string, number>>> {
  const views = await viewsOf(plazo, desk, who.me);
  const counted: Record<string, number> = {};
  for (const { id, filter } of views) {
    const wanted = { ...filter, me: who.me } as unknown as Narrowed;
    if (wanted.view === "closed" || wanted.q !== undefined) continue;
    const count = await countOf(plazo, desk, { wanted, ...who });
    if (count !== null) counted[id] = count;
  }
  return counted;
}

async function countOf(
  plazo: Plazo,
  desk: string,
  { wanted, seenBy }: { readonly wanted: Narrowed; readonly seenBy?: string },
): Promise<number | null> {
  const filter = await filterOf(plazo, desk, wanted);
  if (isRefusal(filter)) return null;
  const { dueBy: _moves, ...rest } = filter;
  const key = JSON.stringify([desk, wanted.due ?? null, seenBy ?? null, rest]);
  const known = counts.get(plazo) ?? new Map<string, Counted>();
  counts.set(plazo, known);
  const now = performance.now();
  const last = known.get(key);
  if (last !== undefined && now < last.until) return last.count;
  if (known.size >= KEPT) known.clear();
  const count = inDesk(plazo.db, desk, (tx) =>
    countTickets(tx, { ...filter, ...(seenBy === undefined ? {} : { seenBy }), closed: false }),
  );
  const counting: Counted = { until: now + FRESH, count };
  known.set(key, counting);
  await count;
  const took = performance.now() - now;
  counting.until = now + Math.max(FRESH, took * TIMES);
  return count;
}
