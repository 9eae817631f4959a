import { post } from "../channels/outgoing.ts";
import type { Lookup } from "../channels/private-network.ts";
import { endDelivery } from "../desk/webhooks/end-delivery.ts";
import type { Answered, DeliveryEnd } from "../desk/webhooks/end-delivery.ts";
import { takeDelivery } from "../desk/webhooks/take-delivery.ts";
import type { TakenDelivery } from "../desk/webhooks/take-delivery.ts";
import type { Plazo } from "../desk/plazo.ts";
import { settle } from "../store/settle.ts";
import { acrossDesks } from "../store/transaction.ts";
import { dueDeliveries } from "../store/webhook-deliveries.ts";

/** Milliseconds within which an endpoint has answered whole. */
const patience = 15_000;
/** Bytes of an answer that are read: what else it says is cut off. */
const bytes = 16 * 1024;
/** Endpoints that are told at once, and deliveries to one of them in a round. */
const abreast = 8;
const each = 20;

/** What a round came to. */
export interface HookRound {
  readonly ends: Readonly<Record<DeliveryEnd, number>>;
  readonly faults: readonly Error[];
}

/** How a round is bounded, and how names are looked up where the system's way is not wanted. */
export interface HookOptions {
  readonly stopped?: () => boolean;
  readonly lookup?: Lookup;
  readonly patience?: number;
}

/**
 * Sends what is due to the endpoints of all desks, each endpoint's own one after another. One that
 * takes nothing is asked no more in this round, so that a round never waits for it twice.
 */
export async function sendWebhooks(plazo: Plazo, options: HookOptions = {}): Promise<HookRound> {
  const ends: Record<DeliveryEnd, number> = { sent: 0, failed: 0, postponed: 0 };
  const faults: Error[] = [];
  const due = await acrossDesks(plazo.db, async (tx) =>
    dueDeliveries(tx, await tx.now(), { each, limit: 500 }),
  );
  const turns = Map.groupBy(due, ({ desk, endpoint }) => `${desk} ${endpoint}`).values();
  const tell = async (): Promise<void> => {
    for (const turn of turns) {
      for (const one of turn) {
        if (options.stopped?.() === true) return;
        const done = await settle(sendOne(plazo, one, options));
        if ("fault" in done) faults.push(done.fault);
        else if (done.value !== undefined) ends[done.value] += 1;
        if ("fault" in done || (done.value !== undefined && done.value !== "sent")) break;
      }
    }
  };
  await Promise.all(Array.from({ length: abreast }, tell));
  return { ends, faults };
}

async function sendOne(
  plazo: Plazo,
  due: Parameters<typeof takeDelivery>[1],
  options: HookOptions,
): Promise<DeliveryEnd | undefined> {
  const taken = await takeDelivery(plazo, due);
  if (taken === undefined) return undefined;
  return endDelivery(plazo, taken, await asked(plazo, taken, options));
}

async function asked(
  { settings }: Plazo,
  { url, headers, body }: TakenDelivery,
  options: HookOptions,
): Promise<Answered> {
  const began = performance.now();
  const allowed = settings.webhookHosts ?? [];
  const { lookup, patience: within = patience } = options;
  const given = await settle(
    post({
      ...{ url, headers, body, bytes, allowed, patience: within },
      ...(lookup === undefined ? {} : { lookup }),
    }),
  );
  const took = performance.now() - began;
  if ("value" in given) return { took, ...given.value };
  // What is cut off for its slowness looks to the reader as if the other end had gone away.
  const { code, message } = given.fault;
  return { took, error: took >= within ? "ETIMEDOUT" : (code ?? message) };
}

/** Whether a round found anything to send: then there may be more. */
export function sentSomething({ ends }: HookRound): boolean {
  return ends.sent + ends.failed > 0;
}
