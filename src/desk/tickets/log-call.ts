import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Act } from "../../core/ticket/command.ts";
import type { MessageRef } from "../../core/ticket/event.ts";
import { readTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { writeSpoken } from "../telephone/spoken.ts";
import type { CallSaid } from "../telephone/spoken.ts";
import { actInside } from "./act-inside.ts";
import { staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";
import type { Inside } from "./file-inside.ts";
import { speakInside } from "./speak.ts";

export interface Call {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly text: string;
  readonly outcome: "spoke" | "no-answer" | "left-message";
  /** By telephone unless said; a conversation by chat is logged in the same way (IF-3). */
  readonly channel?: "phone" | "chat";
  /** When the call was, where it is logged afterwards. */
  readonly at?: number;
  /** The call itself, for the list of calls. */
  readonly call?: CallSaid;
}

/**
 * Logs a call against the ticket (HB-6): an answered one is contact, an attempt is not. What was said
 * is written down for the desk's people; the client heard it, and is mailed nothing. The call itself
 * is kept in the same transaction.
 */
export function logCall(plazo: Plazo, place: Place, wish: Call): Promise<Done | Refusal> {
  const { desk, folio } = place;
  return inDesk(plazo.db, desk, async (tx): Promise<Done | Refusal> => {
    const inside = { plazo, tx, desk };
    const done = await logInside(inside, folio, wish);
    if (isRefusal(done) || wish.call === undefined) return done;
    const found = await readTicket(tx, done.folio);
    const { by, outcome } = wish;
    await writeSpoken(inside, wish.call, { by, outcome, ticket: found?.number ?? null });
    return done;
  });
}

function logInside(inside: Inside, folio: string, wish: Call): Promise<Done | Refusal> {
  const { by, seenSeq, text, outcome, at, channel = "phone" } = wish;
  const when = at === undefined ? {} : { at };
  const seen = seenSeq === undefined ? {} : { seenSeq };
  if (outcome === "spoke") {
    const act = (message: MessageRef): Act => ({ do: "contact", message, how: "call" });
    return speakInside(inside, folio, {
      by,
      text,
      public: false,
      channel,
      act,
      ...when,
      ...seen,
    });
  }
  const command = {
    by: staffActor(by),
    act: { do: "log-attempt", outcome, note: text },
    ...when,
  } as const;
  return actInside(inside, folio, { command, ...seen });
}
