import type { Instant } from "../../core/time/instant.ts";
import { changedTickets } from "../../store/ticket-changes.ts";
import type { ChangesFilter as StoredFilter } from "../../store/ticket-changes.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { listedRow } from "./queue.ts";
import type { QueuePage } from "./queue.ts";

/** Which tickets, open and closed; what is left out keeps all. */
export type ChangesFilter = StoredFilter;

/**
 * Tickets of the desk, open and closed, in the order of their last changes: what another system asks
 * again and again to stand where the desk stands. A cursor that is none begins anew.
 */
export function changes(
  plazo: Plazo,
  desk: string,
  page: { readonly filter: ChangesFilter; readonly cursor: string | null; readonly limit: number },
): Promise<QueuePage> {
  const { filter, limit } = page;
  return inDesk(plazo.db, desk, async (tx) => {
    const after = placeOf(page.cursor);
    const found = await changedTickets(tx, filter, { after, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      rows: shown.map(listedRow),
      next: last === undefined ? null : `${last.updatedAt}.${last.number}`,
      now: tx.began,
    };
  });
}

function placeOf(cursor: string | null): { readonly at: Instant; readonly number: number } | null {
  const parts = /^(\d{1,15})\.(\d{1,15})$/u.exec(cursor ?? "");
  return parts === null ? null : { at: Number(parts[1]), number: Number(parts[2]) };
}
