import type { Instant } from "../time/instant.ts";

/** How far a call got, as its exchange tells. */
export type CallState = "ringing" | "answered" | "ended" | "missed" | "voicemail";

/** Whether somebody called the desk, or the desk called them. */
export type Direction = "in" | "out";

/** What an exchange tells of a call, once or several times and in any order. */
export interface CallReport {
  readonly event: "started" | "answered" | "ended" | "missed" | "voicemail";
  /** When that was. */
  readonly at: Instant;
}

/** The course of a call: how far it got, and when. */
export interface Course {
  readonly state: CallState;
  readonly began: Instant;
  readonly answered: Instant | null;
  readonly ended: Instant | null;
}

/** The states in the order in which a call goes through them: none goes back. */
const order: Readonly<Record<CallState, number>> = {
  ringing: 0,
  answered: 1,
  missed: 2,
  ended: 3,
  voicemail: 4,
};

/**
 * A call's course with one more report: exchanges tell the end before the beginning, and the same
 * twice. A call that ended without an answer was missed; one that was answered never was.
 */
export function withReport(course: Course | null, { event, at }: CallReport): Course {
  const before = course ?? { state: "ringing", began: at, answered: null, ended: null };
  const answered = event === "answered" ? earliest(before.answered, at) : before.answered;
  const isEnd = event === "ended" || event === "missed" || event === "voicemail";
  const ended = isEnd ? earliest(before.ended, at) : before.ended;
  return {
    began: Math.min(before.began, at),
    answered,
    ended,
    state: stateOf(before.state, { answered, ended, event }),
  };
}

function earliest(known: Instant | null, at: Instant): Instant {
  return known === null ? at : Math.min(known, at);
}

function stateOf(
  before: CallState,
  { answered, ended, event }: Omit<Course, "state" | "began"> & Pick<CallReport, "event">,
): CallState {
  if (answered !== null) return ended === null ? "answered" : "ended";
  const told: CallState =
    event === "voicemail" ? "voicemail" : ended === null ? "ringing" : "missed";
  return order[told] > order[before] ? told : before;
}

/** Whether nobody attended to whoever called: no answer, or only the machine's. */
export function wasMissed(state: CallState): boolean {
  return state === "missed" || state === "voicemail";
}
