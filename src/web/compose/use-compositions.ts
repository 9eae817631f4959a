import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useEffect } from "react";
import type { Compositions } from "../../contract/compositions.ts";
import { listCompositions, listOwnCompositions } from "../api/compositions.ts";
import type { Place } from "../api/desk.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useRefresh } from "../live/standing.ts";
import { ticketKey } from "../ticket/ticket-query.ts";

/** One's own drafts to a ticket, and whatever of anybody's is on its way out; asked again when one of them has left. */
export function useCompositions(place: Place) {
  const { desk, folio } = place;
  const client = useQueryClient();
  const refresh = useRefresh();
  const query = useQuery({
    queryKey: ["compositions", desk, folio],
    queryFn: async ({ signal }) => valueOf(await listCompositions(place, signal)),
    refetchInterval: refresh,
  });
  const next = leavesNext(query.data);
  useEffect(() => {
    if (next === null) return undefined;
    // The worker looks twice a second.
    const ask = async (): Promise<void> => {
      await client.invalidateQueries({ queryKey: ["compositions", desk] });
      await client.invalidateQueries({ queryKey: ticketKey({ desk, folio }) });
    };
    const timer = setTimeout(() => void ask(), next < -LATE ? LATE : Math.max(400, next));
    return () => clearTimeout(timer);
  }, [client, desk, folio, next, query.dataUpdatedAt]);
  return query;
}

/** Milliseconds: what should have left so long ago waits for whatever sends it, and is asked for as seldom. */
const LATE = 5_000;

/** Milliseconds until the next of them has left; null: none is on its way. */
function leavesNext(data: Compositions | undefined): number | null {
  const due = (data?.compositions ?? []).flatMap(({ leavesAt }) =>
    leavesAt === null ? [] : [leavesAt],
  );
  return data === undefined || due.length === 0 ? null : Math.min(...due) - data.now + 700;
}

/** What one has written to each ticket of the desk and has not sent, by folio. */
export function useOwnDrafts(): ReadonlyMap<string, "draft" | "departing" | "stopped"> {
  const { desk } = useDesk();
  const { data } = useQuery({
    queryKey: ["compositions", desk.id],
    queryFn: async ({ signal }) => valueOf(await listOwnCompositions(desk.id, signal)),
    staleTime: 15_000,
    select: byFolio,
  });
  return data ?? none;
}

/** What `useOwnDrafts` gives, for every row of a list at once. */
export const OwnDrafts = createContext<ReturnType<typeof useOwnDrafts>>(new Map());

const none: ReadonlyMap<string, "draft" | "departing" | "stopped"> = new Map();
const grave = { draft: 0, departing: 1, stopped: 2 } as const;

/** Of several to one ticket, the one that wants attention most. */
function byFolio({ compositions }: Compositions): ReadonlyMap<string, keyof typeof grave> {
  const found = new Map<string, keyof typeof grave>();
  for (const { folio, state } of compositions) {
    const known = found.get(folio);
    if (known === undefined || grave[state] > grave[known]) found.set(folio, state);
  }
  return found;
}
