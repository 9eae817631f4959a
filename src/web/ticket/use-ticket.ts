import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Place } from "../api/desk.ts";
import { useRefresh } from "../live/standing.ts";
import { ticketQuery } from "./ticket-query.ts";
import { useSetServerTime } from "../time/now.tsx";

/** A ticket whole, kept fresh. */
export function useTicket(place: Place) {
  const setBy = useSetServerTime();
  const query = useQuery({
    ...ticketQuery(place),
    refetchInterval: useRefresh(),
  });
  const { data } = query;
  useEffect(() => {
    if (data !== undefined) setBy({ now: data.now, readAt: query.dataUpdatedAt });
    // oxlint-disable-next-line react/exhaustive-deps -- only a new answer says a new time
  }, [data]);
  return query;
}

/** Asks anew for what an act to a ticket may have changed: the ticket, the lists, their numbers, how many each version of the manual has. */
export function askAgain(client: QueryClient, { desk, folio }: Place): Promise<unknown> {
  const ask = (...key: string[]): Promise<void> => client.invalidateQueries({ queryKey: key });
  return Promise.all([
    ask("ticket", desk, folio),
    ask("tickets", desk),
    ask("counts", desk),
    ask("outgoing", desk),
    ask("versions", desk),
  ]);
}

/** `askAgain` of one ticket. */
export function useAskAgain(place: Place): () => Promise<unknown> {
  const client = useQueryClient();
  return () => askAgain(client, place);
}
