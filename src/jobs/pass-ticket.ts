import { theDesk } from "../core/ticket/actor.ts";
import { isRefusal } from "../core/refusal.ts";
import type { Instant } from "../core/time/instant.ts";
import type { Plazo } from "../desk/plazo.ts";
import { indexLapsed } from "../desk/search/index-tickets.ts";
import { actOnLocked } from "../desk/tickets/act-inside.ts";
import { lockDueTicket, putTicketAside } from "../store/tickets.ts";
import { inDesk } from "../store/transaction.ts";

/** A ticket that something fell due in. */
export interface DueTicket {
  readonly desk: string;
  readonly number: number;
}

/**
 * Records every instant that fell due in a ticket, each at its true time, with what follows from it;
 * `undefined` where another worker has it or it was done meanwhile. Gives the types of the events.
 * Throws what the core throws: the caller puts the ticket aside.
 */
export function passTicket(
  plazo: Plazo,
  due: DueTicket,
  now: Instant,
): Promise<readonly string[] | undefined> {
  const { desk, number } = due;
  return inDesk(plazo.db, desk, async (tx) => {
    const locked = await lockDueTicket(tx, number, now);
    if (locked === undefined) return undefined;
    const done = await actOnLocked({ plazo, tx, desk }, locked, {
      command: { by: theDesk, act: { do: "pass" } },
    });
    if (isRefusal(done)) throw new Error(`time was refused: ${JSON.stringify(done)}`);
    if (done.events.length === 0) await indexLapsed(tx, desk, number);
    return done.events.map(({ fact }) => fact.type);
  });
}

/** Puts a ticket aside that cannot be folded, for longer each time, and leaves the reason where people see it. */
export function putAside(plazo: Plazo, due: DueTicket, fault: unknown): Promise<void> {
  const error = fault instanceof Error ? fault.message : String(fault);
  return inDesk(plazo.db, due.desk, async (tx) =>
    putTicketAside(tx, due.number, { error, now: await tx.now() }),
  );
}
