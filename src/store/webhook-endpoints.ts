import type { HookType } from "../core/webhook/hook-types.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** How an endpoint stands; `gone`: it answered 410; `failing`: it answered nothing good for days. */
export type EndpointState = "on" | "off" | "gone" | "failing" | "removed";

/** An endpoint as it is shown: without its secret. */
export interface EndpointRecord {
  readonly id: string;
  readonly url: string;
  readonly note: string;
  readonly types: readonly HookType[];
  readonly state: EndpointState;
  readonly stateSince: Instant;
  /** Since when it has answered nothing good; null: the last answer was good. */
  readonly failingSince: Instant | null;
  /** Until when the secret before the newest signs as well; null: there is none. */
  readonly beforeUntil: Instant | null;
  readonly made: Instant;
  readonly madeBy: string;
}

/** An endpoint with its secrets, sealed. */
export interface SealedEndpoint extends EndpointRecord {
  readonly secret: Uint8Array;
  readonly secretBefore: Uint8Array | null;
}

const columns = `id, url, note, types, state, state_since as "stateSince", failing_since as "failingSince",
  before_until as "beforeUntil", made, made_by as "madeBy"`;

const insert = statement(
  "webhook-endpoint.insert",
  `insert into webhook_endpoint (desk_id, id, url, note, types, facts, secret, state, state_since, made, made_by)
   values ($1, $2, $3, $4, $5::text[], $6::text[], $7, 'on', $8, $8, $9)`,
);
const list = statement(
  "webhook-endpoint.list",
  `select ${columns} from webhook_endpoint where desk_id = $1 and state <> 'removed' order by made, id limit 200`,
);
const one = statement(
  "webhook-endpoint.one",
  `select ${columns}, secret, secret_before as "secretBefore" from webhook_endpoint
    where desk_id = $1 and id = $2 and state <> 'removed'`,
);
const change = statement(
  "webhook-endpoint.change",
  `update webhook_endpoint set url = $3, note = $4, types = $5::text[], facts = $6::text[]
    where desk_id = $1 and id = $2 and state <> 'removed'`,
);
const setState = statement(
  "webhook-endpoint.state",
  `update webhook_endpoint set state = $3, state_since = $4, failing_since = null
    where desk_id = $1 and id = $2 and state <> 'removed' and state <> $3 returning id`,
);
const rotate = statement(
  "webhook-endpoint.rotate",
  `update webhook_endpoint set secret_before = secret, before_until = $4, secret = $3
    where desk_id = $1 and id = $2 and state <> 'removed'`,
);
const good = statement(
  "webhook-endpoint.good",
  `update webhook_endpoint set failing_since = null where desk_id = $1 and id = $2 and failing_since is not null`,
);
const bad = statement(
  "webhook-endpoint.bad",
  `update webhook_endpoint set failing_since = coalesce(failing_since, $3) where desk_id = $1 and id = $2
    returning failing_since as "failingSince"`,
);

/** What an endpoint is told of, with the types of the events that is made of, and what is noted of it. */
export interface EndpointWish {
  readonly url: string;
  readonly note: string;
  readonly types: readonly HookType[];
  readonly facts: readonly string[];
}

/** Keeps a new endpoint, switched on. */
export async function insertEndpoint(
  tx: Transaction,
  made: EndpointWish &
    Pick<SealedEndpoint, "id" | "secret" | "madeBy"> & { readonly made: Instant },
): Promise<void> {
  const { id, url, note, types, facts, secret, madeBy } = made;
  const at = instantParameter(made.made);
  await execute(tx, insert, [deskOf(tx), id, url, note, types, facts, secret, at, madeBy]);
}

/** The endpoints of a desk, the oldest first. */
export function listEndpoints(tx: Transaction): Promise<EndpointRecord[]> {
  return query(tx, list, [deskOf(tx)]);
}

/** An endpoint with its sealed secrets. */
export function readEndpoint(tx: Transaction, id: string): Promise<SealedEndpoint | undefined> {
  return queryOne(tx, one, [deskOf(tx), id]);
}

/** Changes what an endpoint is told of, and where. */
export async function changeEndpoint(
  tx: Transaction,
  id: string,
  { url, note, types, facts }: EndpointWish,
): Promise<void> {
  await execute(tx, change, [deskOf(tx), id, url, note, types, facts]);
}

/** Switches an endpoint on or off, or takes it away; `false`: it stood so already. */
export async function setEndpointState(
  tx: Transaction,
  id: string,
  { state, at }: { readonly state: EndpointState; readonly at: Instant },
): Promise<boolean> {
  const rows = await query(tx, setState, [deskOf(tx), id, state, instantParameter(at)]);
  return rows.length === 1;
}

/** Gives an endpoint a new secret; the one before signs as well until an instant. */
export async function rotateSecret(
  tx: Transaction,
  id: string,
  { secret, until }: { readonly secret: Uint8Array; readonly until: Instant },
): Promise<void> {
  await execute(tx, rotate, [deskOf(tx), id, secret, instantParameter(until)]);
}

/** Writes down that an endpoint took something. */
export async function endpointWorks(tx: Transaction, id: string): Promise<void> {
  await execute(tx, good, [deskOf(tx), id]);
}

/** Writes down that an endpoint took nothing, and gives since when that is so. */
export async function endpointFails(tx: Transaction, id: string, at: Instant): Promise<Instant> {
  const row = await queryOne<{ failingSince: Instant }>(tx, bad, [
    deskOf(tx),
    id,
    instantParameter(at),
  ]);
  return row?.failingSince ?? at;
}
