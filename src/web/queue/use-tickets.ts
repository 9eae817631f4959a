import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { TicketRow } from "../../contract/ticket.ts";
import { countTickets, listTickets } from "../api/desk.ts";
import { valueOf } from "../api/request.ts";
import { useRefresh } from "../live/standing.ts";
import { useSetServerTime } from "../time/now.tsx";
import { PAGE, STILL_GOOD, headOf } from "./read-ahead.ts";
import { keepPlace } from "./keep-place.ts";
import type { Fresh } from "./keep-place.ts";
import { listQuery } from "./view.ts";
import type { ViewSearch } from "./view.ts";

/**
 * A list: its first part, kept up to date, and the pages beyond that were scrolled to. While somebody
 * reads it (`isRead`) it does not jump: `waiting` are the new rows that `showWaiting` puts in.
 */
export function useTickets(desk: string, search: ViewSearch, isRead: () => boolean) {
  const setBy = useSetServerTime();
  const head = useHead(desk, search);
  const { data } = head;
  useEffect(() => {
    if (data !== undefined) setBy({ now: data.now, readAt: head.dataUpdatedAt });
    // oxlint-disable-next-line react/exhaustive-deps -- only a new answer says a new time
  }, [data]);
  const tail = useTail(desk, search, data?.next ?? null);
  const fresh = useMemo((): Answered => {
    const first = data?.tickets ?? none;
    const rows = new Map([...tail.rows, ...first].map((row) => [row.folio, row]));
    const order = [...new Set([...first, ...tail.rows].map(({ folio }) => folio))];
    return { rows, order, head: first.length, goesOn: data !== undefined && data.next !== null };
  }, [data, tail.rows]);
  const list = JSON.stringify([desk, search]);
  const { tickets, waiting, showWaiting } = useShown(list, fresh, isRead);
  const hasMore = data !== undefined && data.next !== null && tail.hasMore;
  return { ...head, tickets, waiting, showWaiting, hasMore, loadMore: tail.loadMore };
}

function useHead(desk: string, search: ViewSearch) {
  return useQuery({
    ...headOf(desk, search),
    refetchInterval: useRefresh(),
    placeholderData: (before, previous) =>
      previous?.queryKey[1] === desk && search.q !== undefined ? before : undefined,
  });
}

const none: readonly TicketRow[] = [];

/** The pages beyond the first part: from where that ended when they were first asked for, and read once. */
function useTail(desk: string, search: ViewSearch, next: string | null) {
  const list = JSON.stringify([desk, search]);
  const [begun, setBegun] = useState<{ readonly list: string; readonly from: string } | null>(null);
  const from = begun?.list === list ? begun.from : null;
  const query = useInfiniteQuery({
    queryKey: ["tickets-beyond", desk, search, from],
    queryFn: async ({ pageParam, signal }) =>
      valueOf(await listTickets(desk, listQuery(search, pageParam, PAGE), signal)),
    initialPageParam: from,
    getNextPageParam: (page) => page.next,
    enabled: from !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const pages = query.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.tickets) ?? none, [pages]);
  const { hasNextPage, isFetching, fetchNextPage } = query;
  const loadMore = useCallback((): void => {
    if (from === null && next !== null) setBegun({ list, from: next });
    else if (hasNextPage && !isFetching) void fetchNextPage();
  }, [from, next, list, hasNextPage, isFetching, fetchNextPage]);
  return { rows, loadMore, hasMore: from === null || query.isPending || hasNextPage };
}

/** What the server answers now, with the rows themselves. */
interface Answered extends Fresh {
  readonly rows: ReadonlyMap<string, TicketRow>;
}

/** A list as it is shown: in the server's order, or in that of before while somebody reads it. */
function useShown(list: string, fresh: Answered, isRead: () => boolean) {
  const [shown, setShown] = useState({ list, fresh, order: fresh.order, rows: fresh.rows });
  const isSame = shown.list === list && shown.order.length > 0;
  if (shown.fresh !== fresh || shown.list !== list) {
    const order = isSame && isRead() ? keepPlace(shown.order, fresh).order : fresh.order;
    // One that was pushed out of what is asked for again is shown as it was seen last.
    const rows = isSame ? new Map([...shown.rows, ...fresh.rows]) : fresh.rows;
    setShown({ list, fresh, order, rows });
  }
  const tickets = useMemo(
    () => shown.order.flatMap((folio) => shown.rows.get(folio) ?? []),
    [shown],
  );
  const waiting = useMemo(() => keepPlace(shown.order, shown.fresh).waiting, [shown]);
  return {
    tickets,
    waiting,
    showWaiting: (): void => setShown({ ...shown, order: shown.fresh.order }),
  };
}

/** How many tickets each list holds, counted up to 1,000. */
export function useCounts(desk: string) {
  return useQuery({
    queryKey: ["counts", desk],
    queryFn: async ({ signal }) => valueOf(await countTickets(desk, signal)),
    refetchInterval: useRefresh(),
    staleTime: STILL_GOOD,
  });
}
