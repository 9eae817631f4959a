import { useQueryClient } from "@tanstack/react-query";
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { TicketPage, TicketRow } from "../../contract/ticket.ts";

/** What a list that was read knows of a ticket, while the rest of it is on its way. */
export function useKnownRow({
  desk,
  folio,
}: {
  readonly desk: string;
  readonly folio: string;
}): TicketRow | undefined {
  return rowIn(useQueryClient(), desk, folio);
}

function rowIn(client: QueryClient, desk: string, folio: string): TicketRow | undefined {
  const heads = client.getQueriesData<TicketPage>({ queryKey: ["tickets", desk] });
  const tails = client.getQueriesData<InfiniteData<TicketPage>>({
    queryKey: ["tickets-beyond", desk],
  });
  const pages = [...heads.map(([, page]) => page), ...tails.flatMap(([, data]) => data?.pages)];
  for (const page of pages) {
    const row = page?.tickets.find((one) => one.folio === folio);
    if (row !== undefined) return row;
  }
  return undefined;
}
