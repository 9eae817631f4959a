import { calendarOf } from "../../src/core/calendar/calendar.ts";
import type { Calendar } from "../../src/core/calendar/calendar.ts";
import type { CalendarSource, Hours } from "../../src/core/calendar/source.ts";
import type { Calendars, ClockReading, Due } from "../../src/core/clock/clock.ts";
import { dueUpTo } from "../../src/core/clock/due.ts";
import { readClocks } from "../../src/core/clock/readings.ts";
import type { Pause, SeverityStretch, Trace } from "../../src/core/clock/trace.ts";
import type { Recorded, Watched } from "../../src/core/clock/watched.ts";
import type {
  Amount,
  ClockRule,
  Mark,
  PauseReason,
  Term,
} from "../../src/core/policy/clock-rule.ts";
import type { ConditionView } from "../../src/core/policy/holds.ts";
import type { Instant } from "../../src/core/time/instant.ts";

const ZONE = "America/Mexico_City";

/** The instant of a wall time in Mexico City: "2026-11-20 17:00". */
export function wall(text: string, zone: string = ZONE): Instant {
  const plain = Temporal.PlainDateTime.from(text.replace(" ", "T"));
  return plain.toZonedDateTime(zone).epochMilliseconds;
}

/** The wall time of an instant in Mexico City, to the minute, or as finely as it is: for readable failures. */
export function wallOf(at: Instant | null | undefined, zone: string = ZONE): string | null {
  if (at === null || at === undefined) return null;
  const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return here.toPlainDateTime().toString().replace("T", " ").replace(/:00$/, "");
}

function weekdays(hours: Hours): CalendarSource["weekly"] {
  return { mon: [hours], tue: [hours], wed: [hours], thu: [hours], fri: [hours] };
}

/** Monday to Friday, 9:00 to 18:00, closed on Mexico's statutory holidays. */
export const OFICINA: CalendarSource = {
  id: "oficina",
  zone: ZONE,
  weekly: weekdays(["09:00", "18:00"]),
  statutory: ["mx-lft"],
  closedDates: [],
  exceptions: [],
};

/** Round the clock, for what is counted on another calendar than the office's. */
export const GUARDIA: CalendarSource = {
  ...OFICINA,
  id: "guardia",
  weekly: {
    ...weekdays(["07:00", "22:00"]),
    sat: [["08:00", "14:00"]],
  },
  statutory: [],
};

const KNOWN: Readonly<Record<string, Calendar>> = {
  oficina: calendarOf(OFICINA),
  guardia: calendarOf(GUARDIA),
  "hasta-19": calendarOf({ ...OFICINA, id: "hasta-19", weekly: weekdays(["09:00", "19:00"]) }),
  "hasta-17": calendarOf({ ...OFICINA, id: "hasta-17", weekly: weekdays(["09:00", "17:00"]) }),
};

/** The kit's calendars by name; throws on a name that it does not have. */
export const calendars: Calendars = (id) => {
  const calendar = KNOWN[id];
  if (calendar === undefined) throw new Error(`no calendar ${id}`);
  return calendar;
};

export const HOUR = 3_600_000;

/** Hours of a calendar. */
export function hours(n: number, calendar = "oficina"): Amount {
  return { unit: "hours", ms: n * HOUR, calendar };
}

/** Open dates of a calendar. */
export function dates(n: number, ends: "same-wall-time" | "at-closing" = "same-wall-time"): Amount {
  return { unit: "dates", n, calendar: "oficina", ends };
}

/** Hours of the wall clock. */
export function elapsed(n: number): Amount {
  return { unit: "elapsed", ms: n * HOUR };
}

/** A promise with a target. */
export function range(target: number, limit: number, calendar = "oficina"): Term {
  return { target: hours(target, calendar), limit: hours(limit, calendar) };
}

/** A clock with what a test does not care about left plain: from received to contacted, 4 hours. */
export function clock(rule: Partial<ClockRule> = {}): ClockRule {
  return {
    id: "reloj",
    label: { es: "Reloj", en: "Clock" },
    clause: ["HB-13"],
    when: { is: "always" },
    from: ["received"],
    to: ["contacted"],
    rounds: "once",
    calendar: "oficina",
    pauses: [],
    within: { "*": { limit: hours(4) } },
    every: {},
    keptBy: null,
    warn: [],
    then: [],
    against: "desk",
    ...rule,
  };
}

/** First contact within 1 to 4 hours (HB-13). */
export const PRIMER_CONTACTO = clock({
  id: "primer-contacto",
  within: { "*": range(1, 4) },
  warn: [{ before: hours(1) }],
});

/** Resolution from first contact, by severity (HB-14). */
export const RESOLUCION = clock({
  id: "resolucion",
  clause: ["HB-14"],
  from: ["contacted"],
  to: ["solved"],
  pauses: ["waiting-for-client"],
  within: { bajo: range(8, 32), "medio-alto": range(4, 16), critico: range(1, 6) },
  warn: [{ share: 0.75 }],
});

/** The next reply within 4 hours of the first message that is not answered. */
export const SIGUIENTE = clock({
  id: "siguiente-respuesta",
  clause: [],
  from: ["client-said"],
  to: ["told"],
  rounds: "each",
});

/** Silence of the client for more than 2 open dates closes, after a warning (RD-14). */
export const SILENCIO = clock({
  id: "silencio",
  clause: ["RD-14"],
  from: ["asked"],
  to: ["client-said"],
  rounds: "last",
  within: { "*": { limit: dates(2) } },
  warn: [{ before: dates(1) }],
  then: [{ do: "close", reason: "silence" }],
  against: "client",
});

/** An answer within 24 hours of the wall clock, else the telephone opens (RD-11, RD-13). */
export const ATENCION = clock({
  id: "atencion",
  clause: ["RD-11"],
  calendar: null,
  within: { "*": { limit: elapsed(24) } },
  then: [{ do: "open", channel: "phone" }],
});

/** Progress at a rhythm that depends on the severity and on how long it has lasted (IF-5). */
export const AVANCE = clock({
  id: "avance",
  clause: ["IF-5"],
  from: ["classified"],
  to: ["solved"],
  rounds: "rhythm",
  pauses: ["waiting-for-client"],
  within: {},
  every: {
    critico: [{ every: hours(1), until: 4 * HOUR }, { every: hours(2) }],
    "medio-alto": [{ every: hours(4) }],
    bajo: [{ every: dates(1) }],
  },
  keptBy: "told.progress",
});

/** A mark at a wall time. */
export type Marked = readonly [Mark, string | Instant];

/** A trace from marks, severities and pauses at wall times, each in the order of time. */
export function traceOf(
  marks: readonly Marked[],
  more: {
    readonly severities?: readonly (readonly [string, string | Instant])[];
    readonly pauses?: readonly (readonly [PauseReason, string, string | null])[];
    readonly ended?: readonly ["closed" | "cancelled" | "merged", string];
    readonly incomplete?: boolean;
  } = {},
): Trace {
  const at = (text: string | Instant): Instant => (typeof text === "number" ? text : wall(text));
  const severities: SeverityStretch[] = (more.severities ?? []).map(([severity, from]) => ({
    severity,
    from: at(from),
  }));
  const pauses: Pause[] = (more.pauses ?? []).map(([reason, from, to]) => ({
    reason,
    from: at(from),
    to: to === null ? null : at(to),
  }));
  return {
    moments: marks.map(([mark, when], i) => ({ mark, at: at(when), seq: i + 1 })),
    severities,
    pauses,
    ended: more.ended === undefined ? null : { how: more.ended[0], at: at(more.ended[1]) },
    incomplete: more.incomplete ?? false,
  };
}

/** A view in which nothing has happened yet. */
export const PLAIN_VIEW: ConditionView = {
  fields: {},
  severity: "bajo",
  level: "mesa",
  channel: "form",
  kind: "soporte",
  awaiting: null,
  confirmed: false,
  solved: false,
  closed: false,
  urgency: null,
  ticket: true,
  passed: () => false,
  open: () => true,
};

/** Nothing recorded yet. */
export const NOTHING: Recorded = {
  recordedBreaches: [],
  recordedWarnings: [],
  recordedPasses: [],
};

/** Clocks on a trace, with the kit's calendars. */
export function watch(rules: ClockRule | readonly ClockRule[], trace: Trace): Watched {
  const list = "id" in rules ? [rules] : rules;
  return { rules: list, trace, calendars, view: PLAIN_VIEW };
}

/** The last round of a clock as it stands at a wall time or an instant. */
export function read(rule: ClockRule, trace: Trace, now: string | Instant): ClockReading {
  const at = typeof now === "number" ? now : wall(now);
  const reading = readClocks(watch(rule, trace), at).at(-1);
  if (reading === undefined) throw new Error("no reading");
  return reading;
}

/** What falls due of a clock by a wall time, as "breach 2026-11-23 12:00". */
export function dueBy(
  rule: ClockRule,
  trace: Trace,
  { now, recorded = NOTHING }: { readonly now: string; readonly recorded?: Recorded },
): string[] {
  const until = { now: wall(now), readUpTo: null };
  return dueUpTo(watch(rule, trace), recorded, until).map((d) => `${d.due} ${wallOf(d.at)}`);
}

/** What is recorded once these have been, too. */
export function record(recorded: Recorded, list: readonly Due[]): Recorded {
  return {
    recordedBreaches: [
      ...recorded.recordedBreaches,
      ...list.filter((d) => d.due === "breach").map((d) => ({ ...d, withdrawn: false })),
    ],
    recordedWarnings: [...recorded.recordedWarnings, ...list.filter((d) => d.due === "warning")],
    recordedPasses: [...recorded.recordedPasses, ...list.filter((d) => d.due === "passing")],
  };
}
