/** A moment, as UTC milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A length of time in milliseconds; may be negative where a direction matters. */
export type Millis = number;

export const SECOND: Millis = 1000;
export const MINUTE: Millis = 60_000;
export const HOUR: Millis = 3_600_000;
export const DAY: Millis = 86_400_000;

/** A stretch of time, half-open `[from, to)`; `to: null` means that it is still open. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** A stretch of time with both ends known, half-open `[from, to)`. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}
