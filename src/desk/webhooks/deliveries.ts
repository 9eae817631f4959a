import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { hookTypeOf, trialType } from "../../core/webhook/hook-types.ts";
import type { Instant } from "../../core/time/instant.ts";
import { inDesk } from "../../store/transaction.ts";
import {
  deliverAgain,
  deliverStretchAgain,
  deliveriesBefore,
  insertTrial,
} from "../../store/webhook-deliveries.ts";
import type { DeliveryRow, HookState } from "../../store/webhook-deliveries.ts";
import { readEndpoint } from "../../store/webhook-endpoints.ts";
import type { Plazo } from "../plazo.ts";
import { messageIdOf } from "./message-id.ts";

/** A delivery of an endpoint as the log shows it. */
export interface HookDelivery {
  readonly id: string;
  /** The header `webhook-id`. */
  readonly message: string;
  readonly type: string;
  readonly folio: string | null;
  readonly event: number | null;
  readonly state: HookState;
  readonly at: Instant;
  readonly due: Instant;
  readonly attempts: number;
  readonly tried: Instant | null;
  readonly took: number | null;
  readonly status: number | null;
  readonly answer: string | null;
  readonly error: string | null;
  readonly againOf: string | null;
  readonly askedBy: string | null;
}

/** An endpoint of a desk. */
export interface AtEndpoint {
  readonly desk: string;
  readonly endpoint: string;
}

/** Deliveries that one replay of a stretch sends at most. */
const mostAgain = 1_000;

/** The deliveries of an endpoint, newest first; `next`: the place that the page after begins at. Refuses `no-such-webhook`. */
export function deliveriesOf(
  plazo: Pick<Plazo, "db">,
  { desk, endpoint }: AtEndpoint,
  { place, limit }: { readonly place: string | null; readonly limit: number },
): Promise<
  { readonly deliveries: readonly HookDelivery[]; readonly next: string | null } | Refusal
> {
  const before = place === null ? Number.MAX_SAFE_INTEGER : Number(place);
  return inDesk(plazo.db, desk, async (tx) => {
    if ((await readEndpoint(tx, endpoint)) === undefined) return refuse("no-such-webhook");
    const rows = await deliveriesBefore(tx, endpoint, { before, limit: limit + 1 });
    const deliveries = rows.slice(0, limit).map((row) => shown(desk, row));
    return { deliveries, next: rows.length > limit ? (deliveries.at(-1)?.id ?? null) : null };
  });
}

/** Sends a delivery that ended once more, with the same `webhook-id`. Refuses `no-such-webhook` and `not-replayable` (it waits still, or there is none). */
export function replayOne(
  plazo: Pick<Plazo, "db">,
  { desk, endpoint }: AtEndpoint,
  { id, by }: { readonly id: number; readonly by: string },
): Promise<{ readonly again: number } | Refusal> {
  return inDesk(plazo.db, desk, async (tx) => {
    if ((await readEndpoint(tx, endpoint)) === undefined) return refuse("no-such-webhook");
    const again = await deliverAgain(tx, endpoint, { id, at: await tx.now(), by });
    return again === undefined ? refuse("not-replayable") : { again: 1 };
  });
}

/**
 * Sends what happened in a stretch of time once more: what did not arrive, or all of it. At most a
 * thousand at once: `again` says how many, and asked again it goes on. Refuses `no-such-webhook`.
 */
export function replayStretch(
  plazo: Pick<Plazo, "db">,
  { desk, endpoint }: AtEndpoint,
  wish: {
    readonly from: Instant;
    readonly to: Instant;
    readonly all: boolean;
    readonly by: string;
  },
): Promise<{ readonly again: number } | Refusal> {
  return inDesk(plazo.db, desk, async (tx) => {
    if ((await readEndpoint(tx, endpoint)) === undefined) return refuse("no-such-webhook");
    const at = await tx.now();
    return { again: await deliverStretchAgain(tx, endpoint, { ...wish, at, limit: mostAgain }) };
  });
}

/** Sends a trial. Refuses `no-such-webhook` and `webhook-off`. */
export function sendTrial(
  plazo: Pick<Plazo, "db">,
  { desk, endpoint }: AtEndpoint,
  by: string,
): Promise<{ readonly again: number } | Refusal> {
  return inDesk(plazo.db, desk, async (tx) => {
    const found = await readEndpoint(tx, endpoint);
    if (found === undefined) return refuse("no-such-webhook");
    if (found.state !== "on") return refuse("webhook-off");
    await insertTrial(tx, endpoint, { at: await tx.now(), by });
    return { again: 1 };
  });
}

function shown(desk: string, row: DeliveryRow): HookDelivery {
  const { ticket: _ticket, endpoint: _endpoint, fact, seq, againOf, id, ...rest } = row;
  return {
    ...rest,
    id: String(id),
    message: messageIdOf(desk, row),
    type: hookTypeOf(fact) ?? trialType,
    event: seq,
    againOf: againOf === null ? null : String(againOf),
  };
}
