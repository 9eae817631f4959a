/** A way into a pack: keys and positions from its root. */
export type Path = readonly (string | number)[];

/** What a name of the pack stands for, where it stands for nothing. */
export type NamedThing =
  | "part"
  | "calendar"
  | "statutory-table"
  | "severity"
  | "field"
  | "option"
  | "level"
  | "clock"
  | "message"
  | "channel"
  | "kind"
  | "ground"
  | "role"
  | "form"
  | "article"
  | "announcement"
  | "variable"
  | "person"
  | "verb"
  | "ticket";

/** The facts that each problem's words need. */
export interface PackProblemFacts {
  readonly "too-large": { readonly characters: number; readonly most: number };
  readonly "too-deep": { readonly most: number };
  readonly "not-text": Record<never, never>;
  readonly "yaml-tag": Record<never, never>;
  readonly "yaml-syntax": { readonly what: string };
  readonly "yaml-tab": Record<never, never>;
  readonly "yaml-duplicate-key": { readonly key: string };
  readonly "yaml-alias": Record<never, never>;
  readonly "yaml-documents": Record<never, never>;
  readonly "yaml-key": Record<never, never>;
  readonly "not-a-pack": Record<never, never>;
  readonly "not-a-scenario": Record<never, never>;
  readonly "two-acts": { readonly first: string; readonly second: string };
  readonly "time-goes-back": { readonly time: string };
  readonly "unknown-key": { readonly key: string; readonly near: string | null };
  readonly "missing-key": { readonly key: string };
  readonly "wrong-type": { readonly expected: readonly string[] };
  readonly "not-one-of": { readonly values: readonly string[]; readonly near: string | null };
  readonly "out-of-range": { readonly least: number | null; readonly most: number | null };
  readonly "bad-name": { readonly name: string };
  /** `like` is a text of the shape that was expected, where the schema gives one. */
  readonly "bad-shape": { readonly pattern: string; readonly like: string | null };
  readonly "refers-to-nothing": {
    readonly what: NamedThing;
    readonly name: string;
    readonly near: string | null;
    /** What there is of that kind, in the pack's order; left out where it is too much to list. */
    readonly known?: readonly string[];
  };
  readonly "not-kept-yet": { readonly what: string };
  readonly "promise-without-clause": { readonly what: string };
  readonly "unknown-zone": { readonly zone: string };
  readonly "folio-without-n": { readonly folio: string };
  readonly "impossible-days": { readonly days: string };
  readonly "impossible-hours": { readonly hours: string };
  readonly "overlapping-hours": { readonly hours: string; readonly with: string };
  readonly "no-such-date": { readonly date: string };
  readonly "calendar-never-open": { readonly calendar: string };
  readonly "unreadable-length": { readonly text: string };
  readonly "unreadable-money": { readonly text: string };
  readonly "passes-in-vain": Record<never, never>;
  readonly "bare-day": { readonly text: string };
  readonly "dates-without-calendar": { readonly text: string };
  readonly "no-length": { readonly text: string };
  readonly "mixed-units": { readonly target: string; readonly limit: string };
  readonly "target-beyond-limit": { readonly target: string; readonly limit: string };
  readonly "warning-beyond-promise": { readonly warning: string };
  readonly "limit-never-open": { readonly calendar: string };
  readonly "from-equals-to": { readonly mark: string };
  readonly "clock-never-runs": { readonly mark: string };
  readonly "clock-when-by-hours": Record<never, never>;
  readonly "clock-when-changes": Record<never, never>;
  readonly "within-and-every": Record<never, never>;
  readonly "rhythm-without-end": Record<never, never>;
  readonly "closes-against-desk": Record<never, never>;
  readonly "silence-from-the-start": Record<never, never>;
  readonly "no-promise": Record<never, never>;
  readonly "severity-without-promise": { readonly severities: readonly string[] };
  readonly "severity-without-level": { readonly severity: string };
  readonly "promise-against-gravity": { readonly graver: string; readonly lighter: string };
  readonly "no-severity": Record<never, never>;
  readonly "reserved-name": { readonly name: string };
  readonly "choice-without-options": { readonly field: string };
  readonly "not-for-this-kind": { readonly key: string; readonly kind: string };
  readonly "form-without-contact": { readonly form: string };
  readonly "asks-itself": { readonly field: string };
  readonly "waits-for-required": { readonly field: string };
  readonly "condition-on-free-text": { readonly field: string };
  readonly "empty-condition": Record<never, never>;
  readonly "rule-without-severity": Record<never, never>;
  readonly "without-else": Record<never, never>;
  readonly unreachable: Record<never, never>;
  readonly "levels-in-a-circle": { readonly levels: readonly string[] };
  readonly "message-does-not-say": {
    readonly message: string;
    readonly variable: string;
    readonly language: string;
  };
  readonly "always-and-during": Record<never, never>;
  readonly "impossible-time": { readonly time: string };
  readonly "example-needs-severity": { readonly clock: string };
  readonly "example-of-rhythm": { readonly clock: string };
  readonly "tracker-never-updates": Record<never, never>;
  readonly "example-ends-first": Record<never, never>;
  readonly "account-without": { readonly kinds: readonly string[] };
  readonly "article-twice": { readonly id: string };
  readonly "article-without-text": { readonly id: string };
  readonly "turn-without-end": Record<never, never>;
}

export type PackProblemCode = keyof PackProblemFacts;

/** Codes that do not keep a pack from being compiled. */
export const warningCodes: ReadonlySet<PackProblemCode> = new Set(["promise-against-gravity"]);

/** One mistake of a pack, at one place of one file. Lines and columns count from 1. */
export type PackProblem = {
  readonly [C in PackProblemCode]: {
    readonly code: C;
    /** The pack, or the shared part in which it stands. */
    readonly file: string;
    readonly path: Path;
    readonly line: number;
    readonly column: number;
    readonly level: "error" | "warning" | "note";
    readonly facts: PackProblemFacts[C];
  };
}[PackProblemCode];
