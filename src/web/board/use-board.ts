import { useEffect } from "react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Board } from "../../core/figures/board.ts";
import { listMarked, readBoard, readBoardNow } from "../api/board.ts";
import type { BoardSearch, MarkSearch } from "../api/board.ts";
import { valueOf } from "../api/request.ts";
import { useRefresh } from "../live/standing.ts";
import { useSetServerTime } from "../time/now.tsx";

/** Milliseconds: the figures of a period move slowly. */
const AGAIN = 60_000;

/** Every figure of a desk, asked again each minute. */
export function useBoard(desk: string, search: BoardSearch) {
  return useQuery({
    queryKey: ["board", desk, "figures", search],
    queryFn: async ({ signal }) => valueOf(await readBoard(desk, search, signal)) as Board,
    refetchInterval: AGAIN,
    placeholderData: (before, previous) => (previous?.queryKey[1] === desk ? before : undefined),
  });
}

/** What is at risk now: told as the desk changes, and asked again each minute, for time passes too. */
export function useBoardNow(desk: string, { severidad, nivel }: BoardSearch) {
  const refresh = useRefresh();
  return useQuery({
    queryKey: ["board-now", desk, { severidad, nivel }],
    queryFn: async ({ signal }) => valueOf(await readBoardNow(desk, { severidad, nivel }, signal)),
    refetchInterval: Math.min(refresh, AGAIN),
  });
}

/** The tickets behind a mark, page by page. */
export function useMarked(desk: string, search: MarkSearch) {
  const setBy = useSetServerTime();
  const list = useInfiniteQuery({
    queryKey: ["board", desk, "tickets", search],
    queryFn: async ({ pageParam, signal }) =>
      valueOf(await listMarked(desk, { search, cursor: pageParam }, signal)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const serverNow = list.data?.pages.at(-1)?.now;
  useEffect(() => {
    if (serverNow !== undefined) setBy({ now: serverNow, readAt: list.dataUpdatedAt });
    // oxlint-disable-next-line react/exhaustive-deps -- only a new answer says a new time
  }, [serverNow]);
  return list;
}
