import { DAY, type Instant } from "../time/instant.ts";

/** What is known of how an article does. */
export interface Vitals {
  readonly helpful: number;
  readonly unhelpful: number;
  /** When its text was published, or when somebody last said that it still holds, whichever is later; null: it is not read. */
  readonly fresh: Instant | null;
}

/** An article is looked at again half a year after it was last looked at. */
export const REVIEWED_EVERY = 180 * DAY;
/** Fewer answers than these say nothing. */
export const LEAST_ANSWERS = 5;

/** Why an article should be looked at again: it is old, or most readers say that it did not help. */
export type ReviewReason = "old" | "unhelpful";

/** The reasons to look at an article again; none: it stands. */
export function reviewReasons(
  { helpful, unhelpful, fresh }: Vitals,
  now: Instant,
): readonly ReviewReason[] {
  if (fresh === null) return [];
  const answers = helpful + unhelpful;
  return [
    ...(now - fresh >= REVIEWED_EVERY ? (["old"] as const) : []),
    ...(answers >= LEAST_ANSWERS && helpful * 2 < answers ? (["unhelpful"] as const) : []),
  ];
}
