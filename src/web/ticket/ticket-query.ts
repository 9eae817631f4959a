import { readTicket } from "../api/desk.ts";
import type { Place } from "../api/desk.ts";
import { valueOf } from "../api/request.ts";

/** Milliseconds for which a ticket that was read is shown without asking again; what changes it is told meanwhile. */
const KNOWN = 15_000;

/** Where the cache holds a ticket. */
export function ticketKey({ desk, folio }: Place) {
  return ["ticket", desk, folio] as const;
}

/** A ticket whole, as the cache holds it: read ahead and read when it is opened, it is the same. */
export function ticketQuery({ desk, folio }: Place) {
  return {
    queryKey: ticketKey({ desk, folio }),
    queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
      valueOf(await readTicket({ desk, folio }, signal)),
    staleTime: KNOWN,
  };
}
