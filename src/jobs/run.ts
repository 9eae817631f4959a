import type { Plazo } from "../desk/plazo.ts";
import { dueMessages } from "../store/outbox.ts";
import { dueTickets } from "../store/tickets.ts";
import { acrossDesks } from "../store/transaction.ts";
import { recountDesks } from "./recount.ts";
import { deliver } from "./deliver.ts";
import { sendDepartures } from "./send-departures.ts";
import type { Delivered, DueMessage } from "./deliver.ts";
import { passTicket, putAside } from "./pass-ticket.ts";
import { doBulks } from "./do-bulks.ts";
import { tellDigests } from "./tell-digests.ts";

/** What one round of the worker did. */
export interface Round {
  /** Tickets in which time recorded something, with the types of the events. */
  readonly passed: readonly {
    readonly desk: string;
    readonly number: number;
    readonly events: readonly string[];
  }[];
  /** Tickets that could not be folded and were put aside. */
  readonly aside: readonly {
    readonly desk: string;
    readonly number: number;
    readonly fault: unknown;
  }[];
  /** Tickets to which acts on many were done, or were not. */
  readonly bulked: number;
  /** Words that people sent and that left, or were stopped, now that their time to be called back is over. */
  readonly departed: number;
  /** Digests of trackers that were written. */
  readonly digests: number;
  readonly delivered: Readonly<Record<Delivered, number>>;
  /** Messages and recounts at which the worker itself failed: they are taken again. */
  readonly faults: readonly unknown[];
}

/** How a round is bounded: how much is looked for at once, and when to begin nothing more. */
export interface RoundLimits {
  readonly batch: number;
  readonly stopped: () => boolean;
}

const wholeRound: RoundLimits = { batch: 100, stopped: () => false };

/**
 * One round: everything that is due now, tickets first (for what they record may have to be told),
 * then digests, then messages. A ticket or message that fails stops no other.
 */
export async function runOnce(plazo: Plazo, limits: RoundLimits = wholeRound): Promise<Round> {
  const passed: Round["passed"][number][] = [];
  const aside: Round["aside"][number][] = [];
  // What people sent comes before what time does at the same instant.
  const departed = await sendDepartures(plazo, limits);
  const faults = [...departed.faults, ...(await recountDesks(plazo, limits.batch))];
  const { now, tickets } = await acrossDesks(plazo.db, async (tx) => {
    const at = await tx.now();
    return { now: at, tickets: await dueTickets(tx, at, limits.batch) };
  });
  for (const due of tickets) {
    if (limits.stopped()) break;
    try {
      const events = await passTicket(plazo, due, now);
      if (events !== undefined) passed.push({ ...due, events });
    } catch (fault) {
      await putAside(plazo, due, fault);
      aside.push({ ...due, fault });
    }
  }
  const bulks = await doBulks(plazo, limits);
  const digests = await tellDigests(plazo, limits);
  const handed = await deliverDue(plazo, limits);
  return {
    passed,
    aside,
    bulked: bulks.done,
    departed: departed.said + departed.stopped,
    digests: digests.told,
    delivered: handed.delivered,
    faults: [...faults, ...bulks.faults, ...digests.faults, ...handed.faults],
  };
}

/** Whether a round found anything to do: then there may be more. */
export function foundWork({ passed, bulked, departed, digests, delivered }: Round): boolean {
  const done = [passed.length, bulked, departed, digests, ...Object.values(delivered)];
  return done.some((n) => n > 0);
}

const abreast = 4;

async function deliverDue(
  plazo: Plazo,
  limits: RoundLimits,
): Promise<Pick<Round, "delivered" | "faults">> {
  const delivered: Record<Delivered, number> = {
    sent: 0,
    kept: 0,
    failed: 0,
    cancelled: 0,
    postponed: 0,
  };
  const faults: unknown[] = [];
  const messages = await acrossDesks(plazo.db, async (tx) =>
    dueMessages(tx, await tx.now(), limits.batch),
  );
  // Those of one ticket leave one after the other: a solution must not overtake the question before it.
  const turns = Map.groupBy(
    messages,
    ({ desk, id, ticket }) => `${desk} ${ticket === null ? `message ${id}` : ticket}`,
  );
  const waiting = turns.values();
  const handOver = async (due: DueMessage): Promise<void> => {
    if (limits.stopped()) return;
    try {
      const end = await deliver(plazo, due);
      if (end !== undefined) delivered[end] += 1;
    } catch (fault) {
      faults.push(fault);
    }
  };
  const hand = async (): Promise<void> => {
    for (const turn of waiting) for (const due of turn) await handOver(due);
  };
  await Promise.all(Array.from({ length: abreast }, hand));
  return { delivered, faults };
}
