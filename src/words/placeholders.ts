import { sayInstant } from "./dates.ts";
import type { Place } from "./dates.ts";
import type { Instant } from "../core/time/instant.ts";

/** What the places of prepared answers are filled in from. */
export interface PlaceholderFacts {
  /** How the client is addressed; null: nobody knows, and it stays to be written. */
  readonly client: string | null;
  readonly address: string | null;
  readonly folio: string;
  readonly subject: string;
  readonly severity: string;
  readonly agent: string;
  readonly desk: string;
  /** The limits that stand, by the clock's id. */
  readonly due: readonly { readonly clock: string; readonly at: Instant }[];
  readonly now: Instant;
}

/** The names of the places that a ticket fills in, in both languages; each clock has one more: `vence.` and its id. */
export const placeholderNames = [
  ["cliente.nombre", "client.name"],
  ["cliente.correo", "client.address"],
  ["folio", "folio"],
  ["asunto", "subject"],
  ["severidad", "severity"],
  ["agente.nombre", "agent.name"],
  ["mesa.nombre", "desk.name"],
] as const;

/** What stands in each place, by its name in either language; what is not known is left out. */
export function placeholderValues(
  facts: PlaceholderFacts,
  place: Place,
): Readonly<Record<string, string>> {
  const { client, address, folio, subject, severity, agent, desk, due, now } = facts;
  const said = [client, address, folio, subject, severity, agent, desk];
  const known: Record<string, string> = {};
  for (const [at, names] of placeholderNames.entries()) {
    const value = said[at] ?? "";
    if (value !== "") for (const name of names) known[name] = value;
  }
  for (const { clock, at } of due)
    for (const name of ["vence", "due"]) known[`${name}.${clock}`] = sayInstant(at, place, now);
  return known;
}
