import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { TicketRow } from "../../contract/ticket.ts";
import { countTickets, listTickets } from "../api/desk.ts";
import { valueOf } from "../api/request.ts";
import { REFRESH } from "../app/queries.ts";
import { useServerTime } from "../time/now.tsx";
import { listQuery } from "./view.ts";
import type { ViewSearch } from "./view.ts";

/** The pages of a list that were asked for, kept fresh together so that the list keeps its place. */
export function useTickets(desk: string, search: ViewSearch) {
  const { setBy } = useServerTime();
  const query = useInfiniteQuery({
    queryKey: ["tickets", desk, search],
    queryFn: async ({ pageParam, signal }) =>
      valueOf(await listTickets(desk, listQuery(search, pageParam), signal)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: REFRESH,
    placeholderData: (before, previous) =>
      previous?.queryKey[1] === desk && search.q !== undefined ? before : undefined,
  });
  const pages = query.data?.pages;
  const first = pages?.[0];
  useEffect(() => {
    if (first !== undefined) setBy(first.now);
    // oxlint-disable-next-line react/exhaustive-deps -- only a new answer says a new time
  }, [first]);
  const tickets = useMemo(
    () => withoutRepeats(pages?.flatMap((page) => page.tickets) ?? []),
    [pages],
  );
  return { ...query, tickets };
}

/** A ticket that moved from one page to the next between two requests would be there twice. */
function withoutRepeats(rows: readonly TicketRow[]): readonly TicketRow[] {
  return [...new Map(rows.map((row) => [row.folio, row])).values()];
}

/** How many tickets each list holds, counted up to 1,000. */
export function useCounts(desk: string) {
  return useQuery({
    queryKey: ["counts", desk],
    queryFn: async ({ signal }) => valueOf(await countTickets(desk, signal)),
    refetchInterval: REFRESH,
  });
}
