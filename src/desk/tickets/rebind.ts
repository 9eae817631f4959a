import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { decide } from "../../core/ticket/decide.ts";
import { noFacts } from "../../core/ticket/facts.ts";
import { limitChanges } from "../../core/ticket/limit-changes.ts";
import type { LimitChange } from "../../core/ticket/limit-changes.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import type { Instant } from "../../core/time/instant.ts";
import { readTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy, policyInEffect } from "../policies/bound-policy.ts";
import { act, staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";
import { promisesOf } from "./row-of.ts";

export interface Rebinding {
  readonly by: Staff;
  readonly seenSeq?: number;
  /** The number of the version that is to bind the ticket. */
  readonly policy: number;
  readonly reason: string;
}

/**
 * Moves a ticket, with all its clocks, to another published version of the policy. Refuses what the
 * core does: `policy-unknown`, `severity-unknown`, `level-unknown`, `reason-missing`, `ticket-closed`.
 */
export function rebind(plazo: Plazo, place: Place, wish: Rebinding): Promise<Done | Refusal> {
  const { by, seenSeq, policy, reason } = wish;
  return act(plazo, place, {
    command: { by: staffActor(by), act: { do: "rebind", policy, reason } },
    ...(seenSeq === undefined ? {} : { seenSeq }),
  });
}

/** Who would move a ticket to a version, and when. */
export interface WouldRebind {
  readonly by: Staff;
  readonly now: Instant;
  readonly from: BoundPolicy;
  readonly to: BoundPolicy;
}

/**
 * What moving a ticket would make of its promises: by deciding it and writing nothing. Refuses what
 * moving it would.
 */
export function wouldRebind(
  ticket: Ticket,
  { by, now, from, to }: WouldRebind,
): readonly LimitChange[] | Refusal {
  // The reason is the only thing that is not known yet; it changes no promise.
  const command = { do: "rebind", policy: to.policy.number, reason: "-" } as const;
  const decided = decide(
    ticket,
    { by: staffActor(by), act: command },
    { ...from, facts: noFacts, now, readUpTo: null, next: to },
  );
  if (isRefusal(decided)) return decided;
  return limitChanges(promisesOf(ticket, from, now), promisesOf(decided.ticket, to, now));
}

/** The same of one ticket by its folio. Refuses `no-such-ticket` and `no-such-policy` besides. */
export function previewRebinding(
  plazo: Plazo,
  { desk, folio }: Place,
  { by, policy }: Pick<Rebinding, "by" | "policy">,
): Promise<readonly LimitChange[] | Refusal> {
  return inDesk(plazo.db, desk, async (tx): Promise<readonly LimitChange[] | Refusal> => {
    const found = await readTicket(tx, folio);
    if (found === undefined) return refuse("no-such-ticket", { facts: { folio } });
    const to = await policyInEffect(plazo, tx, policy);
    if (to === undefined) return refuse("no-such-policy", { field: "policy", facts: { policy } });
    const { ticket } = found;
    const from = await boundPolicy(plazo, tx, { number: ticket.policy });
    return wouldRebind(ticket, { by, from, to, now: await tx.now(ticket.lastRecorded) });
  });
}
