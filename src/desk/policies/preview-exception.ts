import { calendarsOf } from "../../core/policy/bind.ts";
import type { Text } from "../../core/policy/text.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { movedLimits } from "../../core/ticket/calendar-change.ts";
import type { Binding } from "../../core/ticket/scene.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import type { Instant } from "../../core/time/instant.ts";
import { openTickets } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy, knownExceptions, policyInForce } from "./bound-policy.ts";
import { cannotPublish } from "./exception-of.ts";
import type { ExceptionRefusal, WishedException } from "./exception-of.ts";

/** A limit of an open ticket that an exception would move. */
export interface WouldMove {
  readonly folio: string;
  readonly subject: string;
  readonly clock: string;
  readonly label: Text;
  readonly before: Instant;
  readonly after: Instant;
}

/** What an exception would move among some of the open tickets. */
export interface ExceptionPreview {
  readonly moved: readonly WouldMove[];
  /** How many open tickets were looked at. */
  readonly looked: number;
  /** Where to go on; null: all were looked at. */
  readonly next: number | null;
}

/** Tickets looked at in one question. */
const PAGE = 300;

/**
 * Which limits of open tickets would move, and to when, if an exception were published now; nothing
 * is written. Looks at the tickets with numbers after `after`, some hundreds of them. Refuses what
 * publishing it would.
 */
export function previewException(
  plazo: Plazo,
  desk: string,
  { exception, after }: { readonly exception: WishedException; readonly after: number },
): Promise<ExceptionPreview | Refusal<"no-such-desk"> | ExceptionRefusal> {
  return inDesk(plazo.db, desk, async (tx) => {
    const bound = await policyInForce(plazo, tx);
    if (isRefusal(bound)) return bound;
    const now = await tx.now();
    const no = cannotPublish(exception, bound, now);
    if (no !== null) return no;
    const tickets = await openTickets(tx, { after, most: PAGE });
    const bindings = await bindingsWith(plazo, tx, {
      exception: { ...exception, published: now },
      policies: new Set(tickets.map(({ ticket }) => ticket.policy)),
    });
    const moved = tickets.flatMap(({ ticket }) => {
      const on = bindings.get(ticket.policy);
      return on === undefined ? [] : wouldMove(ticket, on, now);
    });
    const last = tickets.length < PAGE ? null : (tickets.at(-1)?.number ?? null);
    return { moved, looked: tickets.length, next: last };
  });
}

interface Both {
  readonly before: BoundPolicy;
  readonly after: Binding;
}

/** Each version that binds one of the tickets, without the exception and with it. */
async function bindingsWith(
  plazo: Plazo,
  tx: Transaction,
  wanted: {
    readonly exception: WishedException & { readonly published: Instant };
    readonly policies: ReadonlySet<number>;
  },
): Promise<ReadonlyMap<number, Both>> {
  const bindings = new Map<number, Both>();
  for (const number of wanted.policies) {
    const before = await boundPolicy(plazo, tx, { number });
    const known = await knownExceptions(plazo, tx, before);
    const { policy } = before;
    const calendars = calendarsOf(policy.policy, [...known, wanted.exception]);
    bindings.set(number, { before, after: { policy, calendars } });
  }
  return bindings;
}

function wouldMove(ticket: Ticket, on: Both, now: Instant): WouldMove[] {
  const { clocks } = on.before.policy.policy;
  const { folio, subject } = ticket;
  return movedLimits(ticket, on, now).map(({ clock, before, after }) => {
    const label = clocks.find(({ id }) => id === clock)?.label ?? { es: clock };
    return { folio, subject, clock, label, before, after };
  });
}
