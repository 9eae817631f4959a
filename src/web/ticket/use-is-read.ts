import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import type { Place } from "../api/desk.ts";
import { ticketKey } from "./ticket-query.ts";

/**
 * Whether a ticket has been read. What is asked for beside it waits for that: its own answer comes
 * later with every other that is on its way.
 */
export function useIsRead(place: Place): boolean {
  const client = useQueryClient();
  const listen = useCallback(
    (told: () => void) => client.getQueryCache().subscribe(told),
    [client],
  );
  return useSyncExternalStore(listen, () => client.getQueryData(ticketKey(place)) !== undefined);
}
