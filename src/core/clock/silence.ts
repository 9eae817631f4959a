import type { ClockRule, Mark, PauseReason } from "../policy/clock-rule.ts";
import type { Instant } from "../time/instant.ts";
import type { RoundFrame } from "./rounds.ts";
import type { Seen } from "./seen.ts";
import type { Moment, Pause } from "./trace.ts";

const WORDS_OF_THE_CLIENT: readonly Mark[] = ["client-said", "reopened", "confirmed"];

const ASKED_OF_THE_CLIENT: readonly PauseReason[] = [
  "waiting-for-client",
  "waiting-for-authorisation",
  "awaiting-confirmation",
];

/**
 * Rounds of silence: one runs while the last public word is the desk's and its question stands.
 * Each `from`, and each further public word of the desk, starts it again; any word of the client
 * stops it; a question that the desk takes back (its pause ends without an answer) ends it.
 * Reminders are not public words of the desk's people, so they leave no mark and restart nothing.
 */
export function silenceFrames(rule: ClockRule, seen: Seen): RoundFrame[] {
  const frames: RoundFrame[] = [];
  let open: Moment | null = null;
  for (const moment of seen.moments) {
    const answers = rule.to.includes(moment.mark) || WORDS_OF_THE_CLIENT.includes(moment.mark);
    const takenBack: Instant | null =
      open === null ? null : takenBackAt(seen.pauses, open, answers ? moment.at - 1 : moment.at);
    if (open !== null && takenBack !== null) {
      frames.push({ from: open.at, stop: null, over: { at: takenBack, how: "superseded" } });
      open = null;
    }
    const starts = rule.from.includes(moment.mark);
    if (open === null) open = starts ? moment : null;
    else if (answers) {
      frames.push({ from: open.at, stop: moment.at, over: null });
      open = null;
    } else if ((starts || moment.mark === "told") && moment.seq !== open.seq) {
      frames.push({ from: open.at, stop: null, over: { at: moment.at, how: "superseded" } });
      open = moment;
    }
  }
  if (open === null || (seen.over !== null && open.at >= seen.over.at)) return frames;
  const takenBack = takenBackAt(seen.pauses, open, seen.over?.at ?? seen.now);
  const end = seen.over !== null && takenBack === seen.over.at ? null : takenBack;
  const over = end === null ? seen.over : { at: end, how: "superseded" as const };
  return [...frames, { from: open.at, stop: null, over }];
}

/** When the wait that covers the question ended, up to `until`; null: it stands, or there is none. */
function takenBackAt(pauses: readonly Pause[], asked: Moment, until: Instant): Instant | null {
  let ended: Instant | null = null;
  for (const { reason, from, to } of pauses) {
    if (!ASKED_OF_THE_CLIENT.includes(reason) || from > asked.at) continue;
    if (to === null || to > until) return null;
    if (to > asked.at) ended = Math.max(ended ?? to, to);
  }
  return ended;
}
