import type { Instant } from "../../core/time/instant.ts";
import { ticketsOfContact, ticketsOfOrganisation } from "../../store/client-tickets.ts";
import type { ClientTicket } from "../../store/client-tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { clientBy } from "./session.ts";
import type { Client } from "./session.ts";

/** Tickets on a page. */
const perPage = 25;

/** Which tickets somebody wants to see. */
export interface TicketsWish {
  /** The session's token. */
  readonly session: string;
  readonly of: "mine" | "organisation";
  readonly state: "open" | "closed";
  /** The number that the page is before; null: from the newest. */
  readonly before: number | null;
}

/** A page of tickets for whoever is signed in, newest first; `next`: what the page after it is before, null: it is the last. */
export interface TicketsPage {
  readonly client: Client;
  readonly tickets: readonly ClientTicket[];
  readonly next: number | null;
  readonly now: Instant;
}

/**
 * The tickets of whoever is signed in, or of their organisation where the register lets them read
 * those. null: nobody is signed in; `not-theirs`: the organisation's are not for them.
 */
export function ticketsInSession(
  plazo: Plazo,
  desk: string,
  { session, of, state, before }: TicketsWish,
): Promise<TicketsPage | "not-theirs" | null> {
  return inDesk(plazo.db, desk, async (tx) => {
    const client = await clientBy(tx, session);
    if (client === null) return null;
    const { id, organisation, seesOrganisation } = client.person;
    const closedToo = state === "closed";
    const page = { before, closedToo, openToo: !closedToo, limit: perPage + 1 };
    if (of === "organisation" && (!seesOrganisation || organisation === null)) return "not-theirs";
    const found =
      of === "organisation" && organisation !== null
        ? await ticketsOfOrganisation(tx, organisation, page)
        : await ticketsOfContact(tx, id, page);
    const tickets = found.slice(0, perPage);
    const next = found.length > perPage ? (tickets.at(-1)?.number ?? null) : null;
    return { client, tickets, next, now: await tx.now() };
  });
}
