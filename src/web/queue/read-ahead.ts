import { useQueryClient } from "@tanstack/react-query";
import type { QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { listTickets } from "../api/desk.ts";
import { valueOf } from "../api/request.ts";
import { listQuery } from "./view.ts";
import type { ViewName, ViewSearch } from "./view.ts";

/** Rows of the part of a list that is kept fresh; what is scrolled to beyond it comes in pages of as many. */
export const PAGE = 50;

/** Milliseconds for which a list that one comes back to is shown as it was without asking. */
export const STILL_GOOD = 5_000;

/** The first part of a list, as the cache holds it. */
export function headOf(desk: string, search: ViewSearch) {
  return {
    queryKey: ["tickets", desk, search],
    queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
      valueOf(await listTickets(desk, listQuery(search, null, PAGE), signal)),
    staleTime: STILL_GOOD,
  };
}

function readAhead(client: QueryClient, desk: string, search: ViewSearch): Promise<void> {
  return client.prefetchQuery(headOf(desk, search));
}

/** Reads a list ahead of being gone to: its link is pointed at, or has the focus. */
export function useListAhead(desk: string): (search: ViewSearch) => void {
  const client = useQueryClient();
  return useCallback((search) => void readAhead(client, desk, search), [client, desk]);
}

/** The lists that one goes to and from all day. */
const often: readonly ViewName[] = ["open", "mine", "unassigned", "breached", "waiting"];

/** Milliseconds after the first list stands before the others are read: they are for what comes next. */
const AFTER = 200;

/** Reads the lists that are gone to most once the one that is shown is known, one after the other, once for each desk. */
export function useOftenAhead(desk: string, isKnown: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isKnown) return undefined;
    let isLeft = false;
    const all = async (): Promise<void> => {
      for (const view of often) if (!isLeft) await readAhead(client, desk, { view });
    };
    const timer = setTimeout(() => void all(), AFTER);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [client, desk, isKnown]);
}
