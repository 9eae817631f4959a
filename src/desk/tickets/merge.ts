import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { lockTicket, readTicket } from "../../store/tickets.ts";
import type { LockedTicket } from "../../store/tickets.ts";
import { inDesk, rollbackWith } from "../../store/transaction.ts";
import type { Rollback, Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { actOnLocked } from "./act-inside.ts";
import { staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface Merging {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly into: string;
}

/**
 * Merges this ticket into another, which survives: the earliest start and the earliest contact count
 * there, this one's clocks end as merged. Gives what became of this one.
 */
export function merge(plazo: Plazo, place: Place, wish: Merging): Promise<Done | Refusal> {
  const { desk, folio } = place;
  return inDesk(plazo.db, desk, async (tx): Promise<Done | Refusal | Rollback<Refusal>> => {
    const pair = await lockPair(tx, folio, wish.into);
    if (isRefusal(pair)) return pair;
    const { one: merged, other: survivor } = pair;
    const inside = { plazo, tx, desk };
    const done = await actOnLocked(inside, merged, {
      command: {
        by: staffActor(wish.by),
        act: { do: "merge-into", survivor: survivor.ticket.folio },
      },
      ...(wish.seenSeq === undefined ? {} : { seenSeq: wish.seenSeq }),
    });
    if (isRefusal(done)) return done;
    const { trace } = merged.ticket;
    const received = trace.moments.find(({ mark }) => mark === "received")?.at ?? null;
    const contacted = trace.moments.find(({ mark }) => mark === "contacted")?.at ?? null;
    const absorbed = await actOnLocked(inside, survivor, {
      command: {
        by: staffActor(wish.by),
        act: { do: "absorb", from: merged.ticket.folio, received, contacted },
      },
    });
    return isRefusal(absorbed) ? rollbackWith(absorbed) : done;
  });
}

/** Locks two tickets in the order of their numbers, so that two who lock the same pair do not wait for each other. */
export async function lockPair(
  tx: Transaction,
  folio: string,
  otherFolio: string,
): Promise<{ readonly one: LockedTicket; readonly other: LockedTicket } | Refusal> {
  const one = await readTicket(tx, folio);
  if (one === undefined) return refuse("no-such-ticket", { facts: { folio } });
  const other = await readTicket(tx, otherFolio);
  if (other === undefined)
    return refuse("no-such-ticket", { field: "to", facts: { folio: otherFolio } });
  if (one.number === other.number)
    return refuse("link-to-itself", { facts: { folio: one.ticket.folio } });
  const inOrder = [one, other].toSorted((a, b) => a.number - b.number);
  const locked: LockedTicket[] = [];
  for (const { ticket } of inOrder) {
    const held = await lockTicket(tx, ticket.folio);
    if (held === undefined) throw new Error(`ticket ${ticket.folio} was there a moment ago`);
    locked.push(held);
  }
  const [first, second] = locked as [LockedTicket, LockedTicket];
  return first.number === one.number
    ? { one: first, other: second }
    : { one: second, other: first };
}
