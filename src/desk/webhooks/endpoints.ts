import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Instant } from "../../core/time/instant.ts";
import { DAY } from "../../core/time/instant.ts";
import { factsOfHooks } from "../../core/webhook/hook-types.ts";
import type { HookType } from "../../core/webhook/hook-types.ts";
import { appendAudit } from "../../store/audit.ts";
import type { Audited } from "../../store/audit.ts";
import { inDesk, rollbackWith } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import {
  changeEndpoint,
  insertEndpoint,
  listEndpoints,
  readEndpoint,
  rotateSecret,
  setEndpointState,
} from "../../store/webhook-endpoints.ts";
import type { EndpointRecord } from "../../store/webhook-endpoints.ts";
import type { Plazo } from "../plazo.ts";
import { endpointAddress } from "./endpoint-address.ts";
import { sealWebhookSecret } from "./secret.ts";
import { newWebhookSecret } from "./sign.ts";

/** An endpoint of a desk, without its secret. */
export type Endpoint = EndpointRecord;

/** Where something is to be told, of what, and what is noted of it. */
export interface EndpointWished {
  readonly url: string;
  readonly note: string;
  readonly types: readonly HookType[];
}

/** Endpoints that a desk may have: each event is looked up against all. */
const most = 20;

/** How long the secret before signs as well. */
const overlap = DAY;

/** The endpoints of a desk, the oldest first. */
export function endpointsOf(plazo: Pick<Plazo, "db">, desk: string): Promise<readonly Endpoint[]> {
  return inDesk(plazo.db, desk, (tx) => listEndpoints(tx));
}

/**
 * Adds an endpoint and gives its secret, this once. What happens from now on is told there. Refuses
 * `webhook-address` (no https, or a user in it) and `webhooks-too-many`.
 */
export function addEndpoint(
  plazo: Plazo,
  desk: string,
  { by, ...wish }: EndpointWished & { readonly by: Audited },
): Promise<{ readonly made: Endpoint; readonly secret: string } | Refusal> {
  const url = endpointAddress(wish.url, plazo.settings.webhookHosts ?? []);
  if (url === null) return Promise.resolve(refuse("webhook-address", { field: "url" }));
  const id = plazo.effects.random.id();
  const secret = newWebhookSecret();
  const types = [...new Set(wish.types)];
  return inDesk(plazo.db, desk, async (tx) => {
    if ((await listEndpoints(tx)).length >= most)
      return refuse("webhooks-too-many", { facts: { most } });
    const at = await tx.now();
    await insertEndpoint(tx, {
      ...{ id, url, types, note: wish.note, facts: factsOfHooks(types), made: at },
      secret: sealWebhookSecret(plazo, { desk, id }, secret),
      madeBy: by.name,
    });
    await audited(plazo, tx, { by, at, id, action: "add", after: { url, types } });
    return { made: await standing(tx, id), secret };
  });
}

/** Changes where an endpoint is, and what it is told of from now on. Refuses as `addEndpoint`, and `no-such-webhook`. */
export function editEndpoint(
  plazo: Plazo,
  desk: string,
  { id, by, ...wish }: EndpointWished & { readonly id: string; readonly by: Audited },
): Promise<Endpoint | Refusal> {
  const url = endpointAddress(wish.url, plazo.settings.webhookHosts ?? []);
  if (url === null) return Promise.resolve(refuse("webhook-address", { field: "url" }));
  const types = [...new Set(wish.types)];
  return inDesk(plazo.db, desk, async (tx) => {
    const was = await readEndpoint(tx, id);
    if (was === undefined) return refuse("no-such-webhook");
    await changeEndpoint(tx, id, { url, types, note: wish.note, facts: factsOfHooks(types) });
    const before = { url: was.url, types: was.types };
    const at = await tx.now();
    await audited(plazo, tx, { by, at, id, action: "change", before, after: { url, types } });
    return standing(tx, id);
  });
}

/** Switches an endpoint on or off, or takes it away. Refuses `no-such-webhook`. */
export function switchEndpoint(
  plazo: Plazo,
  desk: string,
  { id, state, by }: { id: string; state: "on" | "off" | "removed"; by: Audited },
): Promise<{ readonly switched: string } | Refusal> {
  return inDesk(plazo.db, desk, async (tx) => {
    const was = await readEndpoint(tx, id);
    if (was === undefined) return refuse("no-such-webhook");
    const at = await tx.now();
    await setEndpointState(tx, id, { state, at });
    const states = { before: { state: was.state }, after: { state } };
    await audited(plazo, tx, { by, at, id, action: "switch", ...states });
    return { switched: id };
  });
}

/** Gives an endpoint a new secret, said this once; the one before signs as well for a day. Refuses `no-such-webhook`. */
export function renewSecret(
  plazo: Plazo,
  desk: string,
  { id, by }: { readonly id: string; readonly by: Audited },
): Promise<{ readonly made: Endpoint; readonly secret: string } | Refusal> {
  const secret = newWebhookSecret();
  return inDesk(plazo.db, desk, async (tx) => {
    if ((await readEndpoint(tx, id)) === undefined) return rollbackWith(refuse("no-such-webhook"));
    const at = await tx.now();
    const sealed = sealWebhookSecret(plazo, { desk, id }, secret);
    await rotateSecret(tx, id, { secret: sealed, until: at + overlap });
    await audited(plazo, tx, { by, at, id, action: "renew-secret" });
    return { made: await standing(tx, id), secret };
  });
}

async function standing(tx: Transaction, id: string): Promise<Endpoint> {
  const found = await readEndpoint(tx, id);
  if (found === undefined) throw new Error(`the endpoint ${id} went away`);
  const { secret: _secret, secretBefore: _before, ...shown } = found;
  return shown;
}

interface AuditedChange {
  readonly by: Audited;
  readonly at: Instant;
  readonly id: string;
  readonly action: string;
  readonly before?: object;
  readonly after?: object;
}

function audited(
  plazo: Plazo,
  tx: Transaction,
  { by, at, id, action, before = {}, after = {} }: AuditedChange,
): Promise<void> {
  const act = { subject: "webhook", subjectId: id, before, after };
  const acts = [{ id: plazo.effects.random.id(), action: `webhook.${action}`, ...act }];
  return appendAudit(tx, by, { at, acts });
}
