import { explainClock } from "../src/core/clock/explain.ts";
import { nextDue } from "../src/core/clock/due.ts";
import type { Trace } from "../src/core/clock/trace.ts";
import type { Watched } from "../src/core/clock/watched.ts";
import {
  HOUR,
  NOTHING,
  PRIMER_CONTACTO,
  RESOLUCION,
  SIGUIENTE,
  SILENCIO,
  wall,
  watch,
} from "../test/kit/rules.ts";
import { atLeast } from "./figure.ts";
import { perSecond } from "./kit/rate.ts";
import type { Figure } from "./figure.ts";

const EXPLANATIONS = 20_000;
const WAKE_UPS = 50_000;
const TICKETS = 64;
const START = wall("2026-11-02 09:00");

/** A ticket of thirty events: contact, questions and answers, a change of severity. */
function trace(i: number): Trace {
  const at = (hours: number): number => START + i * 7 * 60_000 + hours * HOUR;
  const moments = [
    { mark: "received", at: at(0), seq: 1 },
    { mark: "contacted", at: at(1), seq: 2 },
    { mark: "told", at: at(1), seq: 2 },
  ] as Trace["moments"][number][];
  const pauses: Trace["pauses"][number][] = [];
  for (let n = 0; n < 5; n++) {
    const from = at(2 + 24 * n);
    moments.push({ mark: "told", at: from, seq: 5 * n + 3 });
    moments.push({ mark: "asked", at: from, seq: 5 * n + 3 });
    moments.push({ mark: "client-said", at: from + 2 * HOUR, seq: 5 * n + 5 });
    moments.push({ mark: "told", at: from + 3 * HOUR, seq: 5 * n + 6 });
    pauses.push({ reason: "waiting-for-client", from, to: from + 2 * HOUR });
  }
  const severities = [
    { severity: "bajo", from: at(0) },
    { severity: "medio-alto", from: at(3) },
  ];
  return { moments, severities, pauses, ended: null, incomplete: false };
}

function filedTrace(i: number): Trace {
  const at = START + i * 5 * HOUR + i * 60_000;
  const moments = [{ mark: "received", at, seq: 1 }] as const;
  return { moments, severities: [], pauses: [], ended: null, incomplete: false };
}

/** What clocks cost on one core, on the machine that runs this. */
export async function* figures(): AsyncGenerator<Figure> {
  const filed = Array.from({ length: TICKETS }, (_, i) => watch(PRIMER_CONTACTO, filedTrace(i)));
  const explained = { clock: PRIMER_CONTACTO.id, policy: 1 };
  const explanations = perSecond(EXPLANATIONS, (i) => {
    const watched = filed[i % TICKETS] as Watched;
    const at = watched.trace.moments[0]?.at ?? START;
    return explainClock(watched, explained, at)?.segments.length ?? 0;
  });
  const explaining = { figure: "explaining a deadline of 4 h", value: explanations, unit: "1/s" };
  yield atLeast(explaining, 20_000);
  const rules = [PRIMER_CONTACTO, RESOLUCION, SIGUIENTE, SILENCIO];
  const tickets = Array.from({ length: TICKETS }, (_, i) => watch(rules, trace(i)));
  const wakeUps = perSecond(WAKE_UPS, (i) => {
    const now = START + 103 * HOUR + (i % TICKETS) * 7 * 60_000;
    return nextDue(tickets[i % TICKETS] as Watched, NOTHING, { now, readUpTo: null })?.at ?? 0;
  });
  const waking = {
    figure: "the next wake-up of a ticket with four clocks",
    value: wakeUps,
    unit: "1/s",
  };
  yield atLeast(waking, 50_000);
}
