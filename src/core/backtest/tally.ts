import type { Instant, Millis } from "../time/instant.ts";
import type { Course, Outcome } from "./outcome.ts";

/** How many promises were kept, missed and neither yet. */
export interface Counts {
  readonly met: number;
  readonly missed: number;
  readonly open: number;
}

/** One clock at one severity and level, as it was and as it would have been. */
export interface Row {
  readonly clock: string;
  readonly severity: string;
  readonly level: string;
  readonly before: Counts;
  readonly after: Counts;
}

/** A ticket that would have gone otherwise. */
export interface Changed {
  readonly folio: string;
  readonly clock: string;
  readonly severity: string;
  /** Rounds missed, as it was and as it would have been. */
  readonly missed: { readonly before: number; readonly after: number };
  /** The limit of the first that is missed where it was not, or that is kept where it was missed. */
  readonly limit: { readonly before: Instant | null; readonly after: Instant | null };
  readonly lateBy: Millis;
}

/** How much of a promise is used: of so many kept or missed, the shares that half and nine in ten stay within. */
export interface Usage {
  readonly clock: string;
  readonly severity: string;
  readonly measured: number;
  readonly half: number;
  readonly nineInTen: number;
}

/** What a back-test found. Its size depends on the policy and `most`, not on the number of tickets. */
export interface Report {
  readonly tickets: number;
  /** Tickets with a promise missed more often, or less often, under the draft. */
  readonly worse: number;
  readonly better: number;
  /** Tickets with a severity that the draft does not know: what an agent had set. */
  readonly unknownSeverity: number;
  readonly closings: {
    readonly before: number;
    readonly after: number;
    /** Closed by silence before a word of the client that had come in time: the draft does not wait long enough. */
    readonly tooSoon: number;
  };
  readonly rows: readonly Row[];
  readonly usage: readonly Usage[];
  /** The worst first, at most as many as asked for. */
  readonly changed: readonly Changed[];
}

/** One past ticket under both policies. */
export interface Compared {
  readonly folio: string;
  readonly before: Course;
  readonly after: Course;
  readonly unknownSeverity: boolean;
}

/** A back-test under way: what has been counted so far. */
export interface Tally {
  readonly add: (compared: Compared) => readonly Changed[];
  readonly report: () => Report;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Shares are counted in steps of a hundredth, up to three times the promise. */
const STEPS = 300;
/** What binary fractions err by: 7 of 100 is 7.000000000000001 hundredths to them. */
const HAIR = 1e-9;

/**
 * Counts compared tickets one by one; `most` is how many changed ones the report names. `add` gives
 * what changed in that ticket, for whoever wants them all. Memory does not grow with the tickets.
 */
export function tallyOf(most: number): Tally {
  const rows = new Map<string, Mutable<Row>>();
  const shares = new Map<string, { clock: string; severity: string; steps: Uint32Array }>();
  const worst: Changed[] = [];
  const total = { tickets: 0, worse: 0, better: 0, unknownSeverity: 0 };
  const closings = { before: 0, after: 0, tooSoon: 0 };

  function count(outcome: Outcome, side: "before" | "after"): void {
    const { clock, severity, level, result } = outcome;
    const key = `${clock} ${severity} ${level}`;
    let row = rows.get(key);
    if (row === undefined) {
      row = { clock, severity, level, before: { ...none }, after: { ...none } };
      rows.set(key, row);
    }
    (row[side] as Mutable<Counts>)[result] += 1;
    if (side === "after" && outcome.share !== null) use(outcome, outcome.share);
  }

  function use({ clock, severity }: Outcome, share: number): void {
    const key = `${clock} ${severity}`;
    let known = shares.get(key);
    if (known === undefined) {
      known = { clock, severity, steps: new Uint32Array(STEPS + 1) };
      shares.set(key, known);
    }
    const step = Math.min(STEPS, Math.ceil(share * 100 - HAIR));
    known.steps[step] = (known.steps[step] ?? 0) + 1;
  }

  function add({ folio, before, after, unknownSeverity }: Compared): readonly Changed[] {
    for (const outcome of before.outcomes) count(outcome, "before");
    for (const outcome of after.outcomes) count(outcome, "after");
    const changed = changesOf(folio, before, after);
    total.tickets += 1;
    if (unknownSeverity) total.unknownSeverity += 1;
    if (changed.some(({ missed }) => missed.after > missed.before)) total.worse += 1;
    if (changed.some(({ missed }) => missed.after < missed.before)) total.better += 1;
    if (before.silentAt !== null) closings.before += 1;
    if (after.silentAt !== null) closings.after += 1;
    if (after.spokeAfter && !before.spokeAfter) closings.tooSoon += 1;
    for (const one of changed) keepWorst(worst, one, most);
    return changed;
  }

  function report(): Report {
    return {
      ...total,
      closings: { ...closings },
      rows: [...rows.values()],
      usage: [...shares.values()].map(({ clock, severity, steps }) => ({
        clock,
        severity,
        ...quantilesOf(steps),
      })),
      changed: [...worst],
    };
  }

  return { add, report };
}

const none: Counts = { met: 0, missed: 0, open: 0 };

/** The clocks of a ticket that are missed more or less often than they were. */
function changesOf(folio: string, before: Course, after: Course): Changed[] {
  const clocks = new Set([...before.outcomes, ...after.outcomes].map(({ clock }) => clock));
  return [...clocks].flatMap((clock): Changed[] => {
    const was = before.outcomes.filter((outcome) => outcome.clock === clock);
    const is = after.outcomes.filter((outcome) => outcome.clock === clock);
    const missed = { before: missedOf(was), after: missedOf(is) };
    if (missed.before === missed.after) return [];
    const place = Math.max(0, (missed.after > missed.before ? is : was).findIndex(isMissed));
    const severity = is[place]?.severity ?? was[place]?.severity ?? "";
    const limit = { before: was[place]?.limit ?? null, after: is[place]?.limit ?? null };
    const lateBy = is.reduce((most, outcome) => Math.max(most, outcome.lateBy), 0);
    return [{ folio, clock, severity, missed, limit, lateBy }];
  });
}

function isMissed({ result }: Outcome): boolean {
  return result === "missed";
}

function missedOf(outcomes: readonly Outcome[]): number {
  return outcomes.filter(isMissed).length;
}

/** Worse before better, later before less late, and by folio. */
function order(a: Changed, b: Changed): number {
  const grown = ({ missed }: Changed): number => missed.after - missed.before;
  return grown(b) - grown(a) || b.lateBy - a.lateBy || (a.folio < b.folio ? -1 : 1);
}

function keepWorst(worst: Changed[], one: Changed, most: number): void {
  const last = worst.at(-1);
  if (worst.length >= most && (last === undefined || order(one, last) >= 0)) return;
  const at = worst.findIndex((other) => order(one, other) < 0);
  worst.splice(at < 0 ? worst.length : at, 0, one);
  if (worst.length > most) worst.pop();
}

function quantilesOf(steps: Uint32Array): Pick<Usage, "measured" | "half" | "nineInTen"> {
  const measured = steps.reduce((sum, n) => sum + n, 0);
  const within = (part: number): number => {
    let seen = 0;
    const step = steps.findIndex((n) => (seen += n) >= measured * part);
    return step / 100;
  };
  return { measured, half: within(0.5), nineInTen: within(0.9) };
}
