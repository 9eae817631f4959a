/** How a list stands that somebody reads: its rows in their order, and what came since that waits to be shown. */
export interface Shown {
  readonly order: readonly string[];
  readonly waiting: readonly string[];
}

/** What the server answers now. */
export interface Fresh {
  /** Its rows, in its order, as far as they were asked for. */
  readonly order: readonly string[];
  /** How many of them are in the part that is asked for again; what is beyond it was read once. */
  readonly head: number;
  /** Whether the list goes on beyond that part. */
  readonly goesOn: boolean;
}

/**
 * The list as it goes on being shown while somebody reads it: rows keep their places, those that left
 * are taken out, new ones further up wait until they are asked for, new ones below the last row follow
 * it. A row that was only pushed out of the part that is asked for again stays.
 */
export function keepPlace(before: readonly string[], fresh: Fresh): Shown {
  const known = new Set(before);
  const now = new Set(fresh.order);
  const entered = fresh.order.slice(0, fresh.head).filter((folio) => !known.has(folio)).length;
  const missing = before.filter((folio) => !now.has(folio));
  const pushed = new Set(fresh.goesOn && entered > 0 ? missing.slice(-entered) : []);
  const kept = before.filter((folio) => now.has(folio) || pushed.has(folio));
  const last = Math.max(-1, ...fresh.order.flatMap((folio, at) => (known.has(folio) ? [at] : [])));
  return {
    order: [...kept, ...fresh.order.slice(last + 1)],
    waiting: fresh.order.slice(0, last + 1).filter((folio) => !known.has(folio)),
  };
}
