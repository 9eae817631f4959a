import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { QueuePage } from "../tickets/queue.ts";
import { DEEPEST, searchTickets } from "./search-tickets.ts";
import type { SearchWish } from "./search-tickets.ts";

/**
 * What a search finds, as a page of a list: the best first. A cursor that is none begins anew.
 * Refuses `no-such-desk`.
 */
export async function searchRows(
  plazo: Plazo,
  desk: string,
  { cursor, ...wish }: Omit<SearchWish, "skip"> & { readonly cursor?: string | null },
): Promise<QueuePage | Refusal<"no-such-desk">> {
  const skip = /^\d{1,4}$/u.test(cursor ?? "") ? Number(cursor) : 0;
  const found = await searchTickets(plazo, desk, { ...wish, skip });
  if (isRefusal(found)) return found;
  const { tickets, next, now } = found;
  return { rows: tickets.map(({ row }) => row), next: next === null ? null : String(next), now };
}

/** The folios of what a search finds, as deep as searches go; `more`: it holds others. Refuses `no-such-desk`. */
export async function foliosFound(
  plazo: Plazo,
  desk: string,
  wish: Pick<SearchWish, "q" | "me">,
): Promise<
  { readonly folios: readonly string[]; readonly more: boolean } | Refusal<"no-such-desk">
> {
  const found = await searchTickets(plazo, desk, { ...wish, limit: DEEPEST - 1 });
  if (isRefusal(found)) return found;
  return { folios: found.tickets.map(({ row }) => row.folio), more: found.next !== null };
}
