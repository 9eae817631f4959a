import type { PauseReason } from "../core/policy/clock-rule.ts";

/** What an explanation of a deadline is said with. Amounts and dates come worded already. */
export interface ExplainWords {
  readonly counts: (used: string) => string;
  readonly countsNot: (why: string) => string;
  readonly soFar: (total: string) => string;
  readonly soFarOf: (total: string, promised: string) => string;
  readonly outsideHours: string;
  readonly break: string;
  readonly solved: string;
  readonly holiday: (name: string, source: string) => string;
  readonly exception: (name: string) => string;
  readonly paused: Readonly<Record<PauseReason, string>>;
  readonly target: (at: string) => string;
  readonly limit: (at: string) => string;
  readonly promised: (at: string) => string;
  readonly term: (term: string) => string;
  readonly elapsed: (used: string) => string;
  readonly assumed: (reading: string) => string;
  readonly clauses: (clauses: string) => string;
  readonly version: (number: number) => string;
}
