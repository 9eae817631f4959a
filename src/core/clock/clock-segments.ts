import { segments } from "../calendar/segments.ts";
import type { Segment } from "../calendar/segments.ts";
import type { LocalName } from "../calendar/source.ts";
import type { Instant, Millis, Period, Span } from "../time/instant.ts";
import type { ClockSegment } from "./clock.ts";
import type { Course, Stretch } from "./course.ts";
import type { Pause, Trace } from "./trace.ts";

/** What the segments of a deadline are made from. */
export interface Segmented {
  readonly course: Course;
  readonly pauses: Trace["pauses"];
  readonly policy: number | null;
  /** Where the explanation ends. */
  readonly to: Instant;
}

type Facts = Record<string, string | number>;

/**
 * The segments of a round, in order and without gaps, with running totals in milliseconds of the
 * clock's own time. Where the clock stands still, that is the reason given, whatever the hours.
 */
export function clockSegments(segmented: Segmented): ClockSegment[] {
  const { course, policy, to } = segmented;
  const list: ClockSegment[] = [];
  let total: Millis = 0;
  const add = (
    stretch: Stretch,
    piece: Segment,
    said: Pick<ClockSegment, "why" | "facts">,
  ): void => {
    const used = piece.counted ? piece.to - piece.from : 0;
    total += used;
    const { from, to: end, counted } = piece;
    const { severity } = stretch;
    list.push({ from, to: end, counted, why: said.why, facts: said.facts, severity, used, total });
  };
  for (const stretch of course.stretches) {
    const source = sourceFacts(course, stretch, policy);
    for (const piece of piecesOf(course, stretch.from, Math.min(stretch.to, to))) {
      if (piece.still !== null) {
        for (const part of partsOf(segmented, piece)) {
          const held = { ...part, counted: false, why: { code: "open" } } as const;
          add(stretch, held, { why: part.why, facts: { ...source, ...part.facts } });
        }
      } else if (stretch.unit === null) {
        const running = { ...piece, counted: true, why: { code: "open" } } as const;
        add(stretch, running, { why: "elapsed", facts: source });
      } else {
        for (const segment of segments(stretch.unit, piece.from, piece.to)) {
          const facts = { ...source, ...whyFacts(segment) };
          add(stretch, segment, { why: segment.why.code, facts });
        }
      }
    }
  }
  return list;
}

/** What says that a stretch counts as it does: clauses, calendar and version of the policy. */
function sourceFacts({ round }: Course, { unit }: Stretch, policy: number | null): Facts {
  const facts: Facts = {};
  if (round.rule.clause.length > 0) facts["clause"] = round.rule.clause.join(", ");
  if (unit !== null) facts["calendar"] = unit.id;
  if (policy !== null) facts["policy"] = policy;
  return facts;
}

function whyFacts({ why }: Segment): Facts {
  switch (why.code) {
    case "holiday":
      return {
        date: why.date,
        ...nameFacts(why.name),
        ...(why.source === undefined ? {} : { source: why.source }),
        ...(why.table === undefined ? {} : { table: why.table }),
      };
    case "exception":
      return {
        date: why.date,
        ...nameFacts(why.why),
        ...(why.published === undefined ? {} : { published: why.published }),
      };
    case "break":
      return { date: why.date };
    default:
      return {};
  }
}

function nameFacts(name: LocalName | undefined): Facts {
  if (name === undefined) return {};
  return typeof name === "string" ? { name } : { name: name.es, nameEn: name.en };
}

/** A part of a stretch in which the clock moves (`still: null`) or stands still. */
interface Piece extends Period {
  readonly still: Span | null;
}

function piecesOf({ still }: Course, from: Instant, to: Instant): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const span of still) {
    const end = Math.min(span.to ?? to, to);
    if (end <= at) continue;
    if (span.from >= to) break;
    if (span.from > at) pieces.push({ from: at, to: span.from, still: null });
    at = Math.max(at, span.from);
    pieces.push({ from: at, to: end, still: span });
    at = end;
  }
  if (at < to) pieces.push({ from: at, to, still: null });
  return pieces;
}

interface Part extends Period {
  readonly why: "paused" | "solved";
  readonly facts: Facts;
}

/** A piece in which the clock stands still, by its causes: the pause that began first, else time spent solved. */
function partsOf({ course, pauses }: Segmented, { from, to }: Piece): Part[] {
  const reasons = course.round.rule.pauses;
  const own = pauses.filter(({ reason }) => reasons.includes(reason));
  const parts: Part[] = [];
  for (let at = from; at < to;) {
    const pause = own.find((p) => p.from <= at && (p.to ?? Infinity) > at);
    const next = Math.min(...own.map((p) => (p.from > at ? p.from : Infinity)));
    const end = Math.min(to, pause === undefined ? next : (pause.to ?? Infinity));
    parts.push({ from: at, to: end, ...causeOf(pause) });
    at = end;
  }
  return parts;
}

function causeOf(pause: Pause | undefined): Pick<Part, "why" | "facts"> {
  if (pause === undefined) return { why: "solved", facts: {} };
  return { why: "paused", facts: { reason: pause.reason, since: pause.from } };
}
