import type { Policy } from "./policy.ts";

/** Plain data. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
/** Plain data by name. */
export interface JsonObject {
  readonly [key: string]: Json;
}

function sorted(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item: Json) => sorted(item) ?? null);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner) ?? null]));
}

/**
 * A policy as canonical JSON: keys in the order of their UTF-16 code units, no white space, lists in
 * their own order (RFC 8785). Two packs that say the same have the same text, and so the same hash.
 */
export function canonical(policy: Policy): string {
  return canonicalOf(policy as unknown as Json);
}

/** Plain data as canonical JSON, as `canonical` gives it of a policy. */
export function canonicalOf(value: Json): string {
  return JSON.stringify(sorted(value));
}
