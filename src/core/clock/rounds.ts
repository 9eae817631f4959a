import type { ClockRule } from "../policy/clock-rule.ts";
import type { Instant, Span } from "../time/instant.ts";
import type { Calendars } from "./clock.ts";
import { rhythmRounds } from "./rhythm.ts";
import { endOfRound } from "./round.ts";
import type { Round } from "./round.ts";
import { isUndoable, lifeOf, stillSpans } from "./seen.ts";
import type { Seen } from "./seen.ts";
import { silenceFrames } from "./silence.ts";

/** A round before its pauses and promises are laid over it. */
export interface RoundFrame {
  readonly from: Instant;
  readonly stop: Instant | null;
  readonly over: Round["over"];
}

/** All rounds of a clock that have started, in order; whether its `when` holds is asked elsewhere. */
export function roundsOf(rule: ClockRule, seen: Seen, calendars: Calendars): Round[] {
  switch (rule.rounds) {
    case "once":
      return onceRound(rule, seen);
    case "each":
      return eachFrames(rule, seen).map((frame, i) => roundOf({ rule, seen, frame }, i + 1));
    case "last":
      return silenceFrames(rule, seen).map((frame, i) => roundOf({ rule, seen, frame }, i + 1));
    case "rhythm":
      return rhythmRounds(rule, seen, calendars);
  }
}

/** The round that goes on, if one does: what may still fall due, without the rounds that are over. */
export function openRound(rule: ClockRule, seen: Seen, calendars: Calendars): Round | null {
  if (rule.rounds === "once" || rule.rounds === "rhythm") {
    const last = roundsOf(rule, seen, calendars).at(-1);
    return last === undefined || endOfRound(last) !== null ? null : last;
  }
  const frames = rule.rounds === "each" ? eachFrames(rule, seen) : silenceFrames(rule, seen);
  const frame = frames.at(-1);
  const isOpen = frame !== undefined && frame.stop === null && frame.over === null;
  return isOpen ? roundOf({ rule, seen, frame }, frames.length) : null;
}

interface Framed {
  readonly rule: ClockRule;
  readonly seen: Seen;
  readonly frame: RoundFrame;
  readonly solved?: readonly Span[];
}

function roundOf({ rule, seen, frame, solved = [] }: Framed, number: number): Round {
  return {
    rule,
    number,
    from: frame.from,
    stop: frame.stop,
    undoable: isUndoable(rule),
    over: frame.over,
    passesAtEnd: rule.then.some((consequence) => consequence.do === "close"),
    still: stillSpans(rule, seen, solved),
    severities: seen.severities,
    rebinding: seen.rebindings.at(-1) ?? null,
    termOf: (severity) => rule.within[severity] ?? rule.within["*"] ?? null,
  };
}

function onceRound(rule: ClockRule, seen: Seen): Round[] {
  const life = lifeOf(rule, seen.moments);
  if (life === null) return [];
  const { from, stop, solved } = life;
  const frame = { from, stop, over: stop === null ? seen.over : null };
  return [roundOf({ rule, seen, frame, solved }, 1)];
}

/** A round from the first `from` that is not yet answered to the next `to` (next reply). */
function eachFrames(rule: ClockRule, seen: Seen): RoundFrame[] {
  const frames: RoundFrame[] = [];
  let from: Instant | null = null;
  for (const { mark, at } of seen.moments) {
    if (from === null && rule.from.includes(mark)) from = at;
    else if (from !== null && rule.to.includes(mark)) {
      frames.push({ from, stop: at, over: null });
      from = null;
    }
  }
  if (from !== null && (seen.over === null || from < seen.over.at)) {
    frames.push({ from, stop: null, over: seen.over });
  }
  return frames;
}
