import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { readTicket } from "../api/desk.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";

/** Milliseconds for which a ticket that was read is shown without asking again; what changes it is told meanwhile. */
export const KNOWN = 15_000;

/** Reads a ticket ahead of its opening, once: the pointer or the focus is on its row, or it is the next one. */
export function usePrefetch(): (folio: string) => void {
  const client = useQueryClient();
  const { desk } = useDesk();
  return useCallback(
    (folio) =>
      void client.prefetchQuery({
        queryKey: ["ticket", desk.id, folio],
        queryFn: async ({ signal }) => valueOf(await readTicket({ desk: desk.id, folio }, signal)),
        staleTime: KNOWN,
      }),
    [client, desk.id],
  );
}
