import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { LimitChange } from "../../core/ticket/limit-changes.ts";
import { openTickets } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import type { Staff } from "../tickets/act.ts";
import { rebind, wouldRebind } from "../tickets/rebind.ts";
import { policyInEffect } from "./bound-policy.ts";

/** Which open tickets are moved: those that version `from` binds, with numbers after `after`. */
export interface Moving {
  readonly by: Staff;
  readonly from: number;
  readonly to: number;
  readonly after: number;
}

/** A ticket as it would be moved: what changes in its promises, or why it cannot be moved. */
export interface WouldBeMoved {
  readonly folio: string;
  readonly subject: string;
  readonly outcome: readonly LimitChange[] | Refusal;
}

export interface MovePreview {
  readonly tickets: readonly WouldBeMoved[];
  /** Where to go on; null: that was all. */
  readonly next: number | null;
}

const LOOKED = 100;
const MOVED = 25;

/** What moving a version's open tickets would change, some at a time; nothing is written. Refuses `no-such-policy`. */
export function previewMove(
  plazo: Plazo,
  desk: string,
  { by, from, to, after }: Moving,
): Promise<MovePreview | Refusal<"no-such-policy">> {
  return inDesk(plazo.db, desk, async (tx) => {
    const old = await policyInEffect(plazo, tx, from);
    const other = await policyInEffect(plazo, tx, to);
    if (old === undefined || other === undefined) return unknown(old === undefined ? from : to);
    const found = await openTickets(tx, { after, most: LOOKED, policy: from });
    const now = await tx.now();
    const tickets = found.map(({ ticket }) => ({
      folio: ticket.folio,
      subject: ticket.subject,
      outcome: wouldRebind(ticket, {
        by,
        from: old,
        to: other,
        now: Math.max(now, ticket.lastRecorded),
      }),
    }));
    return { tickets, next: found.length < LOOKED ? null : (found.at(-1)?.number ?? null) };
  });
}

/** What a batch came to. */
export interface MovedTickets {
  readonly moved: readonly string[];
  readonly stayed: readonly { readonly folio: string; readonly refusal: Refusal }[];
  /** Where to go on; null: that was all. */
  readonly next: number | null;
}

/**
 * Moves the next few of a version's open tickets to another, each in a transaction of its own: what
 * is moved stays moved whatever becomes of the rest, and asking again goes on with those that are
 * left. A ticket that cannot be moved is told and stays. Refuses `no-such-policy`.
 */
export async function moveTickets(
  plazo: Plazo,
  desk: string,
  { by, from, to, after, reason }: Moving & { readonly reason: string },
): Promise<MovedTickets | Refusal<"no-such-policy" | "reason-missing">> {
  if (reason.trim() === "") return refuse("reason-missing", { field: "reason" });
  const found = await inDesk(plazo.db, desk, async (tx) => {
    if ((await policyInEffect(plazo, tx, to)) === undefined) return unknown(to);
    return openTickets(tx, { after, most: MOVED, policy: from });
  });
  if (isRefusal(found)) return found;
  const moved: string[] = [];
  const stayed: { folio: string; refusal: Refusal }[] = [];
  for (const { ticket } of found) {
    const { folio } = ticket;
    const done = await rebind(plazo, { desk, folio }, { by, policy: to, reason });
    if (isRefusal(done)) stayed.push({ folio, refusal: done });
    else moved.push(folio);
  }
  return { moved, stayed, next: found.length < MOVED ? null : (found.at(-1)?.number ?? null) };
}

function unknown(policy: number): Refusal<"no-such-policy"> {
  return refuse("no-such-policy", { facts: { policy } });
}
