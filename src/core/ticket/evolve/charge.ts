import type { Quote, Ticket } from "../ticket.ts";
import type { Changes } from "./change.ts";
import { said, spoke } from "./talk.ts";
import { awaits, waitsWith } from "./turns.ts";

/** A quote is a public word of the desk that asks for an authorisation (FI-14). */
export const chargeProposed: Changes<"charge-proposed"> = (ticket, event) => {
  const { minutes, amount, charge, currency } = event.fact;
  const spoken = spoke(ticket, event, ["contacted", "told", "asked"]);
  const named = {
    ...(charge === undefined ? {} : { charge }),
    ...(currency === undefined ? {} : { currency }),
  };
  const quote: Quote = {
    at: event.at,
    minutes,
    amount,
    charge: charge ?? null,
    currency: currency ?? null,
    state: "proposed",
  };
  return {
    ...spoken,
    ...awaits(waitsWith(ticket, spoken.trace), event, "authorisation"),
    charge: { minutes, amount, accepted: false, ...named },
    quotes: [...answered(ticket, "replaced"), quote],
  };
};

/** The client's own "yes" to the quote. */
export const chargeAccepted: Changes<"charge-accepted"> = (ticket, event) => ({
  ...said(ticket, event, ["client-said"]),
  charge: ticket.charge === null ? null : { ...ticket.charge, accepted: true },
  quotes: answered(ticket, "accepted"),
});

/** The client's "no": nothing is proposed any more, and what was accepted before stays so. */
export const chargeRefused: Changes<"charge-refused"> = (ticket, event) => ({
  ...said(ticket, event, ["client-said"]),
  charge: null,
  quotes: answered(ticket, "refused"),
});

/** Time worked on what was accepted. */
export const timeLogged: Changes<"time-logged"> = (ticket, { at, by, fact }) => {
  const { charge, minutes, amount, currency, work } = fact;
  const name = by.kind === "desk" ? null : by.name;
  const entry = { at, by: name, charge, minutes, amount, currency, work };
  return { timeEntries: [...(ticket.timeEntries ?? []), entry] };
};

/** The quote that had no answer has this one now. */
function answered({ quotes = [] }: Ticket, state: Quote["state"]): readonly Quote[] {
  return quotes.map((quote) => (quote.state === "proposed" ? { ...quote, state } : quote));
}
