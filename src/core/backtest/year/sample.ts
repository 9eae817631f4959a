import type { PolicyVersion } from "../../policy/policy.ts";
import { fold } from "../../ticket/evolve.ts";
import type { Ticket } from "../../ticket/ticket.ts";
import type { Instant } from "../../time/instant.ts";
import { drawsOf } from "./draws.ts";
import { filingOf } from "./filings.ts";
import { lifeOf } from "./life.ts";

/**
 * A ticket as one of the policy's forms would make it at an instant, for whoever wants to see what it
 * promises: the same seed answers the same. Nothing has happened to it yet.
 */
export function sampleTicket(version: PolicyVersion, at: Instant, seed: number): Ticket {
  const filed = filingOf(version, seed, drawsOf(seed));
  return fold(lifeOf(version.policy, filed, at).events());
}
