import type { Refusal } from "../../core/refusal.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";

/** The policy in force at the desk, with its calendars; refuses `no-such-desk`. */
export function currentPolicy(_plazo: Plazo, _desk: string): Promise<BoundPolicy | Refusal<"no-such-desk">> {
  throw new Error("being written");
}

/** A version by number (a ticket keeps the one it was filed under); refuses `no-such-policy`. */
export function policyVersion(_plazo: Plazo, _desk: string, _number: number): Promise<BoundPolicy | Refusal<"no-such-policy">> {
  throw new Error("being written");
}
