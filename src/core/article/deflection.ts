import { HOUR, type Instant } from "../time/instant.ts";

/** An article that was offered while a form was written, and what became of it. */
export interface Offer {
  /** One writing of a form. */
  readonly visit: string;
  readonly article: string;
  readonly seen: Instant;
  readonly opened: Instant | null;
  /** "This solved it" was said. */
  readonly solved: Instant | null;
  /** When the same visitor sent a request afterwards; null: none came. */
  readonly filed: Instant | null;
}

/** For how long after "this solved it" no request may come: then one was spared. */
export const WATCHED = 24 * HOUR;

/** How many writings of a form each thing is true of. */
export interface Deflection {
  readonly seen: number;
  readonly opened: number;
  readonly solved: number;
  /** Of those solved: nobody came back within the time watched, which is over. */
  readonly spared: number;
  /** Of those solved: a request came all the same. */
  readonly returned: number;
  /** Of those solved: the time watched is not over yet. */
  readonly pending: number;
}

/**
 * What offering articles spared, counted by writings of a form (visits), not by articles shown: one
 * writing in which three articles were seen counts once. A request is spared only where somebody said
 * that an article solved it and the same visitor sent none within 24 hours; who merely leaves is not
 * counted, for nobody knows why they left.
 */
export function deflectionOf(offers: readonly Offer[], now: Instant): Deflection {
  const visits = new Map<string, Offer[]>();
  for (const offer of offers) {
    const known = visits.get(offer.visit);
    if (known === undefined) visits.set(offer.visit, [offer]);
    else known.push(offer);
  }
  const counts = { seen: 0, opened: 0, solved: 0, spared: 0, returned: 0, pending: 0 };
  for (const all of visits.values()) {
    counts.seen += 1;
    if (all.some(({ opened, solved }) => opened !== null || solved !== null)) counts.opened += 1;
    const ended = endOf(all, now);
    if (ended === null) continue;
    counts.solved += 1;
    counts[ended] += 1;
  }
  return counts;
}

/** What became of a writing that was said to be solved; null: nobody said so. */
function endOf(offers: readonly Offer[], now: Instant): "spared" | "returned" | "pending" | null {
  const solved = offers.flatMap((offer) => offer.solved ?? []);
  if (solved.length === 0) return null;
  const first = Math.min(...solved);
  const filed = offers.flatMap((offer) => offer.filed ?? []);
  if (filed.some((at) => at >= first && at < first + WATCHED)) return "returned";
  return now < first + WATCHED ? "pending" : "spared";
}

/** The same for each article by itself, those seen most first. */
export function deflectionByArticle(
  offers: readonly Offer[],
  now: Instant,
): readonly (Deflection & { readonly article: string })[] {
  const ids = [...new Set(offers.map(({ article }) => article))];
  return ids
    .map((article) => ({
      article,
      ...deflectionOf(
        offers.filter((offer) => offer.article === article),
        now,
      ),
    }))
    .toSorted((a, b) => b.seen - a.seen || (a.article < b.article ? -1 : 1));
}
