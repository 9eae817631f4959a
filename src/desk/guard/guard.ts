import { guardOrder, workable } from "../../core/queue/guard.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { HOUR, MINUTE } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import { endTurns, skipTurn, takeTurn, turnOf, waitingFor } from "../../store/guard.ts";
import type { Turn } from "../../store/guard.ts";
import { readTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import { viewersOf } from "../live/viewers.ts";
import type { Plazo } from "../plazo.ts";
import { currentPolicy } from "../policies/current-policy.ts";

/** How long a ticket is nobody else's without a word from whoever has it. */
export const turnLasts = 5 * MINUTE;

/** How long a ticket that was passed over does not come back, unless something happens in it. */
const SKIPPED = 4 * HOUR;

/** Due tickets that are looked at for one that nobody is at. */
const LOOKED_AT = 200;

/** A ticket that somebody has on guard; null: there is none for them now. */
export interface OnTurn {
  readonly turn: Turn | null;
  readonly now: Instant;
}

/**
 * Gives whoever is on guard the next due ticket that nobody is at, and keeps it from others: nobody
 * else has it open, it is nobody's or their own, and it is at their level. With `skip` the one they have
 * is passed over, with the reason. Two who ask at once never get the same. Refuses `no-such-ticket`.
 */
export async function nextTurn(
  plazo: Plazo,
  desk: string,
  asked: {
    readonly member: string;
    readonly level: string | null;
    readonly skip?: { readonly folio: string; readonly reason: string };
  },
): Promise<OnTurn | Refusal> {
  const { member, level, skip } = asked;
  const bound = await currentPolicy(plazo, desk);
  if (isRefusal(bound)) return bound;
  const firstLevel = bound.policy.policy.levels[0]?.id ?? null;
  const seen = await seenByOthers(plazo, desk, member);
  return inDesk(plazo.db, desk, async (tx): Promise<OnTurn | Refusal> => {
    const now = await tx.now();
    const had = await turnOf(tx, member, now);
    if (skip !== undefined) {
      const passed = await passOver(tx, { member, now, ...skip });
      if (passed !== null) return passed;
    }
    await endTurns(tx, member);
    const wanted = { now, progress: workable, limit: LOOKED_AT };
    const waiting = await waitingFor(tx, member, wanted);
    const order = guardOrder(waiting, { id: member, level, firstLevel }, seen);
    // Asked for the next one, whoever did nothing with the one they had is not given it again at once.
    const fresh = order.filter(({ number }) => number !== had?.number);
    for (const { number } of [...fresh, ...order]) {
      if (await takeTurn(tx, { number, member, now, until: now + turnLasts }))
        return { turn: (await turnOf(tx, member, now)) ?? null, now };
    }
    return { turn: null, now };
  });
}

/** The ticket that somebody has on guard, kept for longer; null: their time was up, or they have none. */
export function keepTurn(plazo: Plazo, desk: string, member: string): Promise<OnTurn> {
  return inDesk(plazo.db, desk, async (tx) => {
    const now = await tx.now();
    const turn = await turnOf(tx, member, now);
    if (turn === undefined) return { turn: null, now };
    const { number } = turn;
    await takeTurn(tx, { number, member, now, until: now + turnLasts });
    return { turn: (await turnOf(tx, member, now)) ?? null, now };
  });
}

/** Goes off guard: what one had is free at once. */
export function leaveGuard(plazo: Plazo, desk: string, member: string): Promise<OnTurn> {
  return inDesk(plazo.db, desk, async (tx) => {
    await endTurns(tx, member);
    return { turn: null, now: tx.began };
  });
}

async function seenByOthers(
  plazo: Plazo,
  desk: string,
  member: string,
): Promise<ReadonlySet<string>> {
  const viewers = await viewersOf(plazo, desk, null);
  return new Set(
    [...viewers].flatMap(([folio, there]) =>
      there.some(({ id }) => id !== member) ? [folio] : [],
    ),
  );
}

async function passOver(
  tx: Transaction,
  passed: {
    readonly member: string;
    readonly now: Instant;
    readonly folio: string;
    readonly reason: string;
  },
): Promise<Refusal | null> {
  const { member, now, folio, reason } = passed;
  const found = await readTicket(tx, folio);
  if (found === undefined) return refuse("no-such-ticket", { facts: { folio } });
  const { number, ticket } = found;
  const until = now + SKIPPED;
  await skipTurn(tx, { member, number, seq: ticket.seq, reason, at: now, until });
  return null;
}
