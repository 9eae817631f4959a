import type { Millis } from "../../time/instant.ts";
import type { Path } from "../problem.ts";

/** A place of a pack, with what is written there and the clause that it belongs to. */
export interface Quote {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: Path;
  /** The pack's own words at that place, on one line. */
  readonly written: string;
  readonly clause: readonly string[];
  /** The reading that the pack took there, where it could answer the finding. */
  readonly assumed: string | null;
}

/** The facts that each finding's words need. Times are in milliseconds. */
export interface FindingFacts {
  readonly "week-says-otherwise": {
    readonly calendar: string;
    readonly says: string;
    readonly days: number;
    readonly hours: readonly Millis[];
  };
  readonly "day-says-otherwise": {
    readonly calendar: string;
    readonly day: Millis;
    readonly window: Millis;
  };
  readonly "days-not-said": { readonly calendar: string };
  readonly "hours-not-said": { readonly clock: string; readonly calendar: string };
  readonly "hours-could-be-days": {
    readonly clock: string;
    readonly hours: number;
    readonly calendar: string;
  };
  readonly "days-could-be-dates": { readonly clock: string; readonly says: string };
  readonly "term-says-otherwise": { readonly clock: string; readonly says: string };
  readonly "clause-read-twice": {
    readonly clock: string;
    readonly other: string;
    readonly clause: string;
  };
  readonly "silence-within-closing": {
    readonly clock: string;
    readonly run: Millis;
    readonly calendar: string;
  };
  readonly "promise-within-closing": {
    readonly clock: string;
    readonly run: Millis;
    readonly calendar: string;
  };
  readonly "warning-before-start": { readonly clock: string };
  readonly "update-after-solution": {
    readonly clock: string;
    readonly other: string;
    readonly severity: string | null;
  };
  readonly "contact-after-solution": {
    readonly clock: string;
    readonly other: string;
    readonly severity: string | null;
  };
  readonly "clock-never-starts": { readonly clock: string; readonly mark: string };
  readonly "clock-never-stops": { readonly clock: string; readonly mark: string };
  readonly "clock-without-clause": { readonly clock: string };
  readonly "example-of-another-clause": { readonly clock: string; readonly clause: string };
  readonly "deadline-without-clock": { readonly moment: string; readonly message: string };
  readonly "moment-cannot-say": {
    readonly moment: string;
    readonly message: string;
    readonly variable: string;
  };
  readonly "told-by-no-channel": { readonly moment: string; readonly channel: string };
  readonly "rule-shadowed": { readonly what: "state" | "classify"; readonly name: string };
  readonly "rule-never-holds": {
    readonly what: "state" | "classify" | "clock" | "tell";
    readonly name: string;
  };
  readonly "severity-never-given": { readonly severity: string };
  readonly "level-unreachable": { readonly level: string };
  readonly "channel-never-opens": { readonly channel: string };
  readonly "opens-what-is-open": { readonly clock: string; readonly channel: string };
  readonly "channel-outside-clock": {
    readonly channel: string;
    readonly clock: string;
    readonly during: string;
    readonly on: string;
  };
  readonly "forms-not-told-apart": {
    readonly channel: string;
    readonly form: string;
    readonly other: string;
  };
  readonly "nobody-may": { readonly role: string };
  readonly unused: { readonly what: UnusedThing; readonly name: string };
  readonly "english-missing": { readonly words: string };
}

/** What a pack can name and never use. */
export type UnusedThing = "message" | "calendar" | "ground" | "role";

export type FindingCode = keyof FindingFacts;

/** Findings of what cannot be: no reading mends them. */
export const impossible: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "warning-before-start",
  "clock-never-starts",
  "clock-never-stops",
  "channel-never-opens",
  "level-unreachable",
  "rule-never-holds",
  "nobody-may",
  "deadline-without-clock",
]);

/** Findings that a reading of the manual answers: where the pack says which it took, they are decided. */
export const answerable: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "week-says-otherwise",
  "day-says-otherwise",
  "days-not-said",
  "hours-not-said",
  "hours-could-be-days",
  "days-could-be-dates",
  "term-says-otherwise",
  "clause-read-twice",
  "silence-within-closing",
  "promise-within-closing",
  "update-after-solution",
  "contact-after-solution",
  "clock-without-clause",
  "example-of-another-clause",
  "severity-never-given",
  "channel-outside-clock",
]);

/** `error`: it cannot be. `warning`: it is doubtful. `decided`: it is doubtful and the pack says how it read it. */
export type FindingLevel = "error" | "warning" | "decided";

/** One contradiction or impossibility of a sound pack; the first quote is its place, the others what it is held against. */
export type Finding = {
  readonly [C in FindingCode]: {
    readonly code: C;
    readonly level: FindingLevel;
    readonly facts: FindingFacts[C];
    readonly quotes: readonly [Quote, ...Quote[]];
  };
}[FindingCode];
