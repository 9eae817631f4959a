import { tellingInTurn } from "../../core/ticket/acts/turns.ts";
import { noFacts } from "../../core/ticket/facts.ts";
import type { NextTurn, Ticket } from "../../core/ticket/ticket.ts";
import type { TellRule } from "../../core/policy/policy.ts";
import type { Instant } from "../../core/time/instant.ts";
import { countCallsDue, ticketsToCall } from "../../store/calls-due.ts";
import { owedCalls } from "../../store/calls.ts";
import { contactPersonAt } from "../../store/contacts.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { addressKey } from "../register/address-key.ts";
import type { Call } from "./calls.ts";

/** A client who is to be called, with cause and solution (CC-11). */
export interface TicketCallDue {
  readonly ticket: Ticket;
  readonly turn: NextTurn;
  /** The rule by which they are told in turn. */
  readonly rule: TellRule | null;
  /** Numbers to dial, the first first: the one that was left, then those of the register. */
  readonly numbers: readonly string[];
}

/** Every call to be made, what falls due first before: tickets' and those of whoever was missed. */
export interface CallsDue {
  readonly tickets: readonly TicketCallDue[];
  readonly missed: readonly Call[];
  readonly now: Instant;
}

/** Calls of each kind that are shown at most: more are shown once these are made. */
const MOST = 100;

/** The calls that are to be made, at most a hundred of each kind. */
export function callsDue(plazo: Plazo, desk: string): Promise<CallsDue> {
  return inDesk(plazo.db, desk, async (tx) => {
    const now = await tx.now();
    const tickets: TicketCallDue[] = [];
    for (const { ticket } of await ticketsToCall(tx, MOST)) {
      const { turn = null } = ticket;
      if (turn === null) continue;
      const binding = await boundPolicy(plazo, tx, { number: ticket.policy });
      const context = { ...binding, facts: noFacts, now, readUpTo: null };
      const rule = tellingInTurn(ticket, { by: { kind: "desk" }, at: now, context });
      const { telephone, address } = ticket.requester;
      const contact =
        telephone !== null || address === null
          ? undefined
          : await contactPersonAt(tx, addressKey(address));
      const numbers = telephone === null ? (contact?.telephones ?? []) : [telephone];
      tickets.push({ ticket, turn, rule, numbers });
    }
    return { tickets, missed: await owedCalls(tx, MOST), now };
  });
}

/** How many calls are to be made, counted up to 1,000 of each kind. */
export function countDue(plazo: Plazo, desk: string): Promise<number> {
  return inDesk(plazo.db, desk, (tx) => countCallsDue(tx));
}
