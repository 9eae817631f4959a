import type { Policy, PolicyVersion } from "../../core/policy/policy.ts";
import type { Plazo } from "../plazo.ts";

export interface Publication {
  readonly policy: Policy;
  /** The pack as written. */
  readonly source: string;
  readonly reason: string;
  readonly by: string;
}

/** Makes a policy the desk's newest version, in force from now; the same policy again publishes nothing. */
export function publishPolicy(_plazo: Plazo, _desk: string, _publication: Publication): Promise<PolicyVersion> {
  throw new Error("being written");
}
