import type { Term } from "../policy/clock-rule.ts";
import type { Text } from "../policy/text.ts";
import type { Instant } from "../time/instant.ts";
import type { ComplianceCell } from "./compliance.ts";
import type { Forecast } from "./forecast.ts";
import type { Turn } from "./measure.ts";
import type { Spread } from "./percentile.ts";
import type { Period } from "./period.ts";

/** A word of the manual, as the board names it. */
export interface Named {
  readonly id: string;
  readonly label: Text;
}

/** A promise of the manual, with what it promises in each severity (`*`: in any that is not named). */
export interface NamedClock extends Named {
  readonly within: Readonly<Record<string, Term>>;
}

/** What a supervisor sees: every figure of a period and of now, as numbers; words are the catalogue's. */
export interface Board {
  readonly desk: Named;
  readonly zone: string;
  readonly now: Instant;
  /** Up to when every change is counted; null: nothing is yet. */
  readonly measuredUpTo: Instant | null;
  readonly period: Period;
  readonly before: Period;
  readonly filter: { readonly severity: string | null; readonly level: string | null };
  /** Of the manual in force, and what else the figures met. */
  readonly clocks: readonly NamedClock[];
  /** The promise of a first contact: the first that runs from receipt to contact; null: there is none. */
  readonly contactClock: string | null;
  readonly severities: readonly Named[];
  readonly levels: readonly Named[];
  readonly atRisk: {
    readonly late: number;
    readonly soon: number;
    readonly today: number;
    readonly unassigned: number;
  };
  readonly forecast: Forecast;
  readonly compliance: {
    readonly cells: readonly ComplianceCell[];
    readonly before: { readonly kept: number; readonly missed: number };
  };
  readonly contact: {
    readonly all: Spread;
    readonly before: Spread;
    readonly bySeverity: readonly { readonly severity: string; readonly spread: Spread }[];
  };
  readonly ages: readonly { readonly turn: Turn; readonly age: number; readonly n: number }[];
  readonly arrivals: {
    readonly cells: readonly {
      readonly weekday: number;
      readonly hour: number;
      readonly n: number;
    }[];
    readonly before: number;
  };
  readonly levelTimes: readonly { readonly level: string; readonly spread: Spread }[];
  readonly reopened: Reopened & { readonly before: Reopened };
  readonly satisfaction: Satisfaction & { readonly on: boolean; readonly before: Satisfaction };
}

/** Tickets with a first solution, and those of them that came back. */
export interface Reopened {
  readonly solved: number;
  readonly reopened: number;
}

/** How many were asked, and what they answered. */
export interface Satisfaction {
  readonly asked: number;
  readonly good: number;
  readonly bad: number;
}
