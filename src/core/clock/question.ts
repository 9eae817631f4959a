import { isOpen } from "../calendar/arithmetic.ts";
import { instantOfWall, zoneTableOf } from "../calendar/zone.ts";
import type { ConditionView } from "../policy/holds.ts";
import type { Policy } from "../policy/policy.ts";
import { partsOfDay } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import { parseInstant, parseWall } from "../time/iso.ts";
import type { Calendars, ClockReading, Explanation } from "./clock.ts";
import { explainClock } from "./explain.ts";
import { readClocks } from "./readings.ts";
import type { Moment, Pause, Trace } from "./trace.ts";
import type { Watched } from "./watched.ts";

/** What can be wrong with a question. */
export type QuestionCode =
  | "not-an-instant"
  | "not-a-pause"
  | "out-of-order"
  | "unknown-severity"
  | "unknown-clock";

/** What is asked about a ticket that need not exist: wall times of the desk's zone, or ISO instants. */
export interface Question {
  readonly filed: string;
  readonly severity?: string | undefined;
  readonly clock?: string | undefined;
  readonly contacted?: string | undefined;
  readonly solved?: string | undefined;
  /** Waits for the client, "from..to" or "from.." for one that goes on. */
  readonly pauses?: readonly string[] | undefined;
}

/** A question that can be answered: the ticket's life as told, seen when the last of it has happened. */
export interface Told {
  readonly trace: Trace;
  readonly severity: string;
  readonly filed: Instant;
  readonly now: Instant;
}

/** What is wrong with the question, with what could have been meant. */
export interface Wrong {
  readonly wrong: QuestionCode;
  readonly given: string;
  readonly known: readonly string[];
}

/**
 * The instant that was written: "2026-11-20 17:00" on the clocks of the zone (a time that a change of
 * clocks skips is read as the one after it; of one that comes twice, the first), or ISO 8601 with an offset.
 */
export function readInstant(text: string, zone: string): Instant | null {
  const written = parseInstant(text.trim());
  if (written !== null) return written.at;
  const wall = parseWall(text.trim());
  if (wall === null) return null;
  const year = partsOfDay(wall.day).year;
  return instantOfWall(zoneTableOf(zone, year, year), wall.day, wall.millis);
}

/** Before the first and from the second no desk has a calendar to count with. */
const EARLIEST: Instant = 0;
const LATEST: Instant = 7_258_118_400_000; // 2200-01-01

/** An instant that is asked about: one of these times. */
function momentOf(text: string, zone: string): Instant | null {
  const at = readInstant(text, zone);
  return at === null || at < EARLIEST || at >= LATEST ? null : at;
}

function wrongly(wrong: QuestionCode, given: string, known: readonly string[] = []): Wrong {
  return { wrong, given, known };
}

/** Reads a question as the life of a ticket under a policy, or says what is wrong with it. */
export function readQuestion(question: Question, policy: Policy): Told | Wrong {
  const { severity = defaultSeverity(policy), clock } = question;
  const severities = policy.severities.map(({ id }) => id);
  if (severities.length > 0 && !severities.includes(severity)) {
    return wrongly("unknown-severity", severity, severities);
  }
  const clocks = policy.clocks.map(({ id }) => id);
  if (clock !== undefined && !clocks.includes(clock)) {
    return wrongly("unknown-clock", clock, clocks);
  }
  const happened = readMoments(question, policy.desk.zone);
  if ("wrong" in happened) return happened;
  const { filed, moments } = happened;
  const pauses = readPauses(question, { zone: policy.desk.zone, filed });
  if ("wrong" in pauses) return pauses;
  const all = [...moments, ...pauses.flatMap(waitMarks)].toSorted((a, b) => a.at - b.at);
  const trace: Trace = {
    moments: numbered(all),
    severities: [{ severity, from: filed }],
    pauses,
    ended: null,
    incomplete: false,
  };
  return { trace, severity, filed, now: all.at(-1)?.at ?? filed };
}

/** What happens at one instant is told as one act. */
function numbered(moments: readonly Unnumbered[]): Moment[] {
  const instants = [...new Set(moments.map(({ at }) => at))];
  return moments.map((moment) => ({ ...moment, seq: instants.indexOf(moment.at) + 1 }));
}

/** What a form without an answer is classified as, else the least grave. */
function defaultSeverity({ classify, severities }: Policy): string {
  const otherwise = classify.find(({ when }) => when.is === "always");
  return otherwise?.severity ?? severities[0]?.id ?? "*";
}

type Unnumbered = Omit<Moment, "seq">;

function readMoments(
  question: Question,
  zone: string,
): { readonly filed: Instant; readonly moments: readonly Unnumbered[] } | Wrong {
  const moments: Unnumbered[] = [];
  let last = -Infinity;
  const steps = [
    [question.filed, ["received", "classified"]],
    [question.contacted, ["contacted", "told"]],
    [question.solved, ["solved", "told", "told.solved", "asked"]],
  ] as const;
  for (const [text, marks] of steps) {
    if (text === undefined) continue;
    const at = momentOf(text, zone);
    if (at === null) return wrongly("not-an-instant", text);
    if (at < last) return wrongly("out-of-order", text);
    for (const mark of marks) moments.push({ mark, at });
    last = at;
  }
  return { filed: moments[0]?.at ?? last, moments };
}

function readPauses(
  { pauses = [] }: Question,
  { zone, filed }: { readonly zone: string; readonly filed: Instant },
): Pause[] | Wrong {
  const list: Pause[] = [];
  for (const text of pauses) {
    const [first = "", second, ...more] = text.split("..");
    const from = momentOf(first, zone);
    const isOpen = second === "";
    const to = second === undefined || isOpen ? null : momentOf(second, zone);
    if (from === null || (to === null && !isOpen) || more.length > 0) {
      return wrongly("not-a-pause", text);
    }
    if (from < filed || (to !== null && to <= from)) return wrongly("out-of-order", text);
    list.push({ reason: "waiting-for-client", from, to });
  }
  return list.toSorted((a, b) => a.from - b.from);
}

/** A wait for the client begins with a question and ends with the answer. */
function waitMarks({ from, to }: Pause): Unnumbered[] {
  const asked: Unnumbered[] = [
    { mark: "told", at: from },
    { mark: "asked", at: from },
  ];
  return to === null ? asked : [...asked, { mark: "client-said", at: to }];
}

/** One clock of the answer. */
export interface Answer {
  readonly reading: ClockReading;
  readonly explanation: Explanation | null;
}

/** What every clock of a policy, or the one asked for, says of the ticket that was told of, with why. */
export function answersOf(
  bound: { readonly policy: Policy; readonly calendars: Calendars },
  told: Told,
  only: string | undefined,
): Answer[] {
  const { policy, calendars } = bound;
  const rules = policy.clocks.filter(({ id }) => only === undefined || id === only);
  const watched: Watched = { rules, trace: told.trace, calendars, view: viewOf(bound, told) };
  return readClocks(watched, told.now).map((reading) => {
    const { rule, round } = reading;
    const asked = { clock: rule.id, round, policy: null };
    return { reading, explanation: explainClock(watched, asked, told.now) };
  });
}

/** The ticket as conditions see it: the policy's first form, channel and level. */
function viewOf(
  { policy, calendars }: { readonly policy: Policy; readonly calendars: Calendars },
  { trace, severity, filed }: Told,
): ConditionView {
  const solved = trace.moments.some(({ mark }) => mark === "solved");
  const waits = trace.pauses.some(({ to }) => to === null);
  return {
    fields: {},
    severity,
    level: policy.levels[0]?.id ?? "",
    channel: policy.channels[0]?.id ?? "",
    kind: policy.forms[0]?.kind ?? "",
    awaiting: waits ? "client" : solved ? "confirmation" : null,
    confirmed: false,
    solved,
    closed: false,
    urgency: null,
    ticket: true,
    passed: () => false,
    open: (calendar) => isOpen(calendars(calendar), filed),
  };
}
