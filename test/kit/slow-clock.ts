import type { Bucket } from "../../src/core/clock/clock.ts";
import type { Trace } from "../../src/core/clock/trace.ts";
import type { Amount, ClockRule, Term } from "../../src/core/policy/clock-rule.ts";
import type { Instant, Millis } from "../../src/core/time/instant.ts";

/** Where the slow clock walks: which hours are open, and up to when facts are known. */
export interface Walk {
  /** Whether a calendar is open at an instant; it changes at whole minutes only. */
  readonly isOpen: (calendar: string, at: Instant) => boolean;
  readonly now: Instant;
  /** How far after `now` a deadline is looked for. */
  readonly horizon: Millis;
}

/** What the slow clock says; `limit` is null when it lies beyond the horizon. */
export interface SlowReading {
  readonly state: "idle" | "running" | "paused" | "stopped" | "over";
  readonly used: Millis;
  readonly stopped: Instant | null;
  readonly breach: { readonly at: Instant; readonly how: "late" | "reclassified" } | null;
  readonly limit: Instant | null;
}

const MINUTE = 60_000;

const limitOf = (term: Term | null): Millis =>
  term === null || term.limit.unit === "dates" ? Infinity : term.limit.ms;

/**
 * A clock that runs once, the slow way, to hold the fast one against: a machine that lives through
 * every minute (and every instant at which something happens), counting as it goes. It shares no
 * code with the fast one and knows nothing of deadlines but that the time is up. Promises of hours
 * and of elapsed time only.
 */
export class SlowClock {
  private readonly rule: ClockRule;
  private readonly trace: Trace;
  private readonly walk: Walk;
  private readonly reached = new Map<Millis, Instant>();
  private started = false;
  private solved: Instant | null = null;
  private isOver = false;
  private used = 0;
  private breach: SlowReading["breach"] = null;

  constructor(rule: ClockRule, trace: Trace, walk: Walk) {
    this.rule = rule;
    this.trace = trace;
    this.walk = walk;
  }

  read(): SlowReading {
    const { now, horizon } = this.walk;
    const happenings = this.happenings();
    let at = happenings[0] ?? now;
    for (; ; at = this.live(at, happenings, now)) {
      this.happen(at);
      this.settle(at, this.isPaused(at));
      if (at >= now) break;
    }
    const { breach, used, solved: stopped } = this;
    const limit = this.limitAfter(now, now + horizon);
    return { state: this.state(now), used, stopped, breach, limit };
  }

  private state(now: Instant): SlowReading["state"] {
    if (!this.started) return "idle";
    if (this.solved !== null) return "stopped";
    if (this.isOver) return "over";
    return this.isPaused(now) ? "paused" : "running";
  }

  /** The deadline as it stands: when it was reached, or when it will be if nothing more happens. */
  private limitAfter(now: Instant, horizon: Instant): Instant | null {
    const limit = limitOf(this.severityAt(now).term);
    if (!this.started || this.solved !== null || this.isOver || limit === Infinity) return null;
    for (let at = now; at < horizon; at = this.live(at, null, horizon)) {
      this.settle(at, false);
      const reached = this.reached.get(limit);
      if (reached !== undefined) return reached;
    }
    return null;
  }

  private happenings(): Instant[] {
    const { moments, severities, pauses, ended } = this.trace;
    const all = [
      ...moments.map(({ at }) => at),
      ...severities.map(({ from }) => from),
      ...pauses.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
      ...(ended === null ? [] : [ended.at]),
    ];
    return all.filter((at) => at <= this.walk.now).toSorted((a, b) => a - b);
  }

  private happen(at: Instant): void {
    for (const moment of this.trace.moments) {
      if (moment.at !== at || this.isOver) continue;
      if (this.rule.from.includes(moment.mark)) this.started = true;
      else if (this.rule.to.includes(moment.mark)) this.solved ??= at;
      else if (moment.mark === "reopened") this.solved = null;
    }
    if (this.trace.ended?.at === at) this.isOver = true;
  }

  private severityAt(at: Instant): { readonly from: Instant; readonly term: Term | null } {
    let current = this.trace.severities[0];
    for (const stretch of this.trace.severities) if (stretch.from <= at) current = stretch;
    const name = current?.severity ?? "";
    const term = this.rule.within[name] ?? this.rule.within["*"] ?? null;
    return { from: current?.from ?? -Infinity, term };
  }

  private isPaused(at: Instant): boolean {
    return this.trace.pauses.some(
      ({ reason, from, to }) =>
        this.rule.pauses.includes(reason) && from <= at && (to === null || at < to),
    );
  }

  private isMoving(isPaused: boolean): boolean {
    return this.started && this.solved === null && !this.isOver && !isPaused;
  }

  private limits(): Millis[] {
    return Object.values(this.rule.within).map(limitOf);
  }

  /** What is due at an instant comes after everything that happened at it. */
  private settle(at: Instant, isPaused: boolean): void {
    if (!this.isMoving(isPaused)) return;
    for (const limit of this.limits()) {
      if (this.used >= limit && !this.reached.has(limit)) this.reached.set(limit, at);
    }
    const { from, term } = this.severityAt(at);
    const limit = limitOf(term);
    if (this.breach !== null || this.used < limit || at > this.walk.now) return;
    const early = (this.reached.get(limit) ?? at) < from;
    this.breach = { at, how: early ? "reclassified" : "late" };
  }

  /** Lives from an instant to the next minute or happening; null: nothing more happens, and no wait goes on. */
  private live(at: Instant, happenings: Instant[] | null, end: Instant): Instant {
    const minute = (Math.floor(at / MINUTE) + 1) * MINUTE;
    const next = Math.min(minute, end, happenings?.find((other) => other > at) ?? Infinity);
    if (!this.isMoving(happenings !== null && this.isPaused(at)) || !this.counts(at)) return next;
    for (const limit of this.limits()) {
      const reached = at + limit - this.used;
      if (this.used >= limit || reached >= next) continue;
      this.reached.set(limit, reached);
      const isDue = limit === limitOf(this.severityAt(at).term) && this.breach === null;
      if (isDue && reached <= this.walk.now) this.breach = { at: reached, how: "late" };
    }
    this.used += next - at;
    return next;
  }

  private counts(at: Instant): boolean {
    const limit: Amount | undefined = this.severityAt(at).term?.limit;
    const calendar = limit === undefined ? this.rule.calendar : calendarOf(limit);
    return calendar === null || this.walk.isOpen(calendar, at);
  }
}

function calendarOf(amount: Amount): string | null {
  return amount.unit === "elapsed" ? null : amount.calendar;
}

/** The buckets of a ticket's time, minute by minute: everything must happen at whole minutes. */
export function slowBuckets(
  trace: Trace,
  calendar: string | null,
  walk: Walk,
): Record<Bucket, Millis> {
  const buckets: Record<Bucket, Millis> = {
    "waiting-for-client": 0,
    "waiting-for-third-party": 0,
    "awaiting-approval": 0,
    "awaiting-confirmation": 0,
    "outside-hours": 0,
    "desk-working": 0,
  };
  const filed = trace.moments.find(({ mark }) => mark === "received")?.at ?? walk.now;
  const end = Math.min(trace.ended?.at ?? Infinity, walk.now);
  for (let at = filed; at < end; at += MINUTE)
    buckets[bucketAt(trace, calendar, { walk, at })] += MINUTE;
  return buckets;
}

function bucketAt(
  trace: Trace,
  calendar: string | null,
  { walk, at }: { readonly walk: Walk; readonly at: Instant },
): Bucket {
  const waits = new Set(
    trace.pauses.filter((p) => p.from <= at && (p.to === null || at < p.to)).map((p) => p.reason),
  );
  let isSolved = false;
  for (const moment of trace.moments) {
    if (moment.at > at) break;
    if (moment.mark === "solved") isSolved = true;
    if (moment.mark === "reopened") isSolved = false;
  }
  if (waits.has("waiting-for-client")) return "waiting-for-client";
  if (waits.has("waiting-for-third-party")) return "waiting-for-third-party";
  if (waits.has("waiting-for-authorisation")) return "awaiting-approval";
  if (isSolved || waits.has("awaiting-confirmation")) return "awaiting-confirmation";
  return calendar !== null && !walk.isOpen(calendar, at) ? "outside-hours" : "desk-working";
}
