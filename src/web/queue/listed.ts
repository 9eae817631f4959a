import { useEffect, useEffectEvent } from "react";
import type { TicketRow } from "../../contract/ticket.ts";

/** The list that is shown, whole: only the rows that are seen are drawn. */
interface Listed {
  readonly tickets: readonly TicketRow[];
  /** Draws a row and scrolls to it. */
  readonly reveal: (at: number) => void;
}

let listed: Listed | null = null;

/** Says which list is shown, for what goes on in it from elsewhere. */
export function useListed({ tickets, reveal }: Listed): void {
  const show = useEffectEvent(reveal);
  useEffect(() => {
    const own = { tickets, reveal: (at: number) => show(at) };
    listed = own;
    return () => {
      if (listed === own) listed = null;
    };
  }, [tickets]);
}

/** The tickets right above and below one in the list that is shown; null: there is none. */
export function besideListed(folio: string): {
  readonly above: string | null;
  readonly below: string | null;
} {
  const tickets = listed?.tickets ?? [];
  const at = tickets.findIndex((one) => one.folio === folio);
  const of = (place: number): string | null => (at === -1 ? null : (tickets[place]?.folio ?? null));
  return { above: of(at - 1), below: of(at + 1) };
}

/** Brings the row of a ticket into view, where the list has it. */
export function revealListed(folio: string): void {
  const at = listed?.tickets.findIndex((one) => one.folio === folio) ?? -1;
  if (at !== -1) listed?.reveal(at);
}
