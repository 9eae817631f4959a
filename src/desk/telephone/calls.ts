import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { nextAttempt } from "../../core/telephone/return-call.ts";
import type { Instant } from "../../core/time/instant.ts";
import { callOfMember, listCalls, lockCall, putCall, readCall } from "../../store/calls.ts";
import type { CallOutcome, CallRow } from "../../store/calls.ts";
import { extensionOf, listExtensions, putExtension } from "../../store/extensions.ts";
import type { ExtensionRecord } from "../../store/extensions.ts";
import { memberOf } from "../../store/staff/memberships.ts";
import { readTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { policyInForce } from "../policies/bound-policy.ts";

/** A call as lists show it. */
export type Call = CallRow;

/** A call on the line is shown to whoever answered for as long, in milliseconds. */
const SHOWN = 4 * 3_600_000;

/** A page of the desk's calls, newest first. A place that is none begins anew. */
export function listDeskCalls(
  plazo: Plazo,
  desk: string,
  page: { readonly place: string | null; readonly limit: number },
): Promise<{ readonly calls: readonly Call[]; readonly next: string | null }> {
  const { place, limit } = page;
  const [, at, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/u.exec(place ?? "") ?? [];
  const after = at === undefined || id === undefined ? null : { at: Number(at), id };
  return inDesk(plazo.db, desk, async (tx) => {
    const found = await listCalls(tx, after, limit + 1);
    const calls = found.slice(0, limit);
    const last = found.length > limit ? calls.at(-1) : undefined;
    return { calls, next: last === undefined ? null : `${last.began}.${last.id}` };
  });
}

/** A call by its id. Refuses `no-such-call`. */
export function readDeskCall(
  plazo: Plazo,
  desk: string,
  id: string,
): Promise<Call | Refusal<"no-such-call">> {
  return inDesk(plazo.db, desk, async (tx) => (await readCall(tx, id)) ?? refuse("no-such-call"));
}

/** A member's extension, and the call that it has on the line; null: none. */
export function callNow(
  plazo: Plazo,
  desk: string,
  member: string,
): Promise<{ readonly extension: string | null; readonly call: Call | null }> {
  return inDesk(plazo.db, desk, async (tx) => {
    const extension = await extensionOf(tx, member);
    if (extension === null) return { extension, call: null };
    const call = await callOfMember(tx, member, (await tx.now()) - SHOWN);
    return { extension, call: call ?? null };
  });
}

/** Attaches a call to a ticket, or to none (`null`). Refuses `no-such-call` and `no-such-ticket`. */
export function attachCall(
  plazo: Plazo,
  desk: string,
  { id, folio }: { readonly id: string; readonly folio: string | null },
): Promise<Call | Refusal<"no-such-call" | "no-such-ticket">> {
  return inDesk(
    plazo.db,
    desk,
    async (tx): Promise<Call | Refusal<"no-such-call" | "no-such-ticket">> => {
      const call = await lockCall(tx, id);
      if (call === undefined) return refuse("no-such-call");
      const found = folio === null ? null : await readTicket(tx, folio);
      if (found === undefined) return refuse("no-such-ticket", { facts: { folio } });
      await putCall(tx, { ...call, ticket: found?.number ?? null });
      return (await readCall(tx, id)) ?? refuse("no-such-call");
    },
  );
}

/**
 * What came of calling somebody back who was missed: reached, or not, and then once more after the
 * delay of the manual where it has one (CC-11); or that no call is to be made. Refuses `no-such-call`
 * and `call-not-owed`.
 */
export function tryCallBack(
  plazo: Plazo,
  desk: string,
  { id, outcome }: { readonly id: string; readonly outcome: CallOutcome | "dismissed" },
): Promise<Call | Refusal> {
  return inDesk(plazo.db, desk, async (tx): Promise<Call | Refusal> => {
    const call = await lockCall(tx, id);
    if (call === undefined) return refuse("no-such-call");
    if (call.owed === null || call.settled !== null) return refuse("call-not-owed");
    const policy = await policyInForce(plazo, tx);
    if (isRefusal(policy)) return policy;
    const now = await tx.now();
    const isAttempt = outcome === "no-answer" || outcome === "left-message";
    const attempts = call.attempts + (outcome === "dismissed" ? 0 : 1);
    const again = isAttempt ? nextAttempt(attempts, now, policy) : null;
    const settled = again !== null ? null : outcome === "spoke" ? "reached" : notReached(outcome);
    await putCall(tx, {
      ...call,
      attempts,
      owed: again ?? call.owed,
      settled,
      settledAt: settled === null ? null : now,
    });
    return (await readCall(tx, id)) ?? refuse("no-such-call");
  });
}

function notReached(outcome: CallOutcome | "dismissed"): "not-reached" | "dismissed" {
  return outcome === "dismissed" ? "dismissed" : "not-reached";
}

/** Who answers at which extension. */
export function deskExtensions(plazo: Plazo, desk: string): Promise<ExtensionRecord[]> {
  return inDesk(plazo.db, desk, (tx) => listExtensions(tx));
}

/** Gives an extension to a member, or to nobody (`null`). Refuses `no-such-member`. */
export function giveExtension(
  plazo: Plazo,
  desk: string,
  { extension, member }: { readonly extension: string; readonly member: string | null },
): Promise<ExtensionRecord[] | Refusal<"no-such-member">> {
  return inDesk(
    plazo.db,
    desk,
    async (tx): Promise<ExtensionRecord[] | Refusal<"no-such-member">> => {
      const found = member === null ? null : await memberOf(tx, desk, member);
      if (found === undefined) return refuse("no-such-member", { field: "member" });
      const at: Instant = await tx.now();
      await putExtension(tx, { extension, member, at });
      return listExtensions(tx);
    },
  );
}
