import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useDesk } from "../app/desk.tsx";
import { ticketQuery } from "./ticket-query.ts";

/** Reads a ticket ahead of its opening, once: the pointer or the focus is on its row, or it is the next one. */
export function usePrefetch(): (folio: string) => void {
  const client = useQueryClient();
  const { desk } = useDesk();
  return useCallback(
    (folio) => void client.prefetchQuery(ticketQuery({ desk: desk.id, folio })),
    [client, desk.id],
  );
}
