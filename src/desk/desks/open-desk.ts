import type { Policy, PolicyVersion } from "../../core/policy/policy.ts";
import type { Plazo } from "../plazo.ts";

/** Makes the desk of a pack where there is none, and publishes the pack where it is new or changed. */
export function openDesk(_plazo: Plazo, _pack: { readonly policy: Policy; readonly source: string }): Promise<PolicyVersion> {
  throw new Error("being written");
}

/** The desks that exist, by id, with the number of the policy in force. */
export function listDesks(_plazo: Plazo): Promise<{ readonly id: string; readonly policy: number }[]> {
  throw new Error("being written");
}
