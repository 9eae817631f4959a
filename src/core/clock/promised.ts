import type { Instant } from "../time/instant.ts";

/** The limit that a client was told, before an exception of a calendar moved it at `at`. */
export interface PromisedLimit {
  readonly clock: string;
  readonly round: number;
  readonly limit: Instant;
  readonly at: Instant;
}

/** Which round, and the limit that stands for it now. */
export interface Standing {
  readonly clock: string;
  readonly round: number;
  readonly limit: Instant | null;
}

/**
 * The date that the client was told for this round, where it is not the one that is computed now;
 * null: nothing else was ever told. It is kept beside the computed limit and decides nothing: what
 * is due, warned of or missed goes by the limit.
 */
export function promisedFor(
  { clock, round, limit }: Standing,
  told: readonly PromisedLimit[],
  now: Instant,
): Instant | null {
  const own = told.find((one) => one.clock === clock && one.round === round && one.at <= now);
  return own === undefined || own.limit === limit ? null : own.limit;
}

/**
 * What was told, with one more limit that moved: the date that was told first stays, for moving it
 * a second time makes no new promise.
 */
export function withPromised(
  told: readonly PromisedLimit[],
  more: PromisedLimit,
): readonly PromisedLimit[] {
  const isKnown = told.some(({ clock, round }) => clock === more.clock && round === more.round);
  return isKnown ? told : [...told, more];
}
