import type { CalendarExceptions } from "../../contract/calendar.ts";
import type { Moved, MovePreview } from "../../contract/policy.ts";
import type { LocalName } from "../../core/calendar/source.ts";
import type { Language, Text } from "../../core/policy/text.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Exceptions } from "../../desk/policies/list-exceptions.ts";
import type { MovedTickets, MovePreview as MoveSeen } from "../../desk/policies/move-tickets.ts";
import { sayWeeklyLine } from "../../words/hours.ts";
import { inWords } from "./refused.ts";

/** Calendars with their weekly hours in words, and the exceptions of them. */
export function presentExceptions(
  { calendars, exceptions }: Exceptions,
  next: string | null,
): CalendarExceptions {
  return {
    calendars: calendars.map((source) => ({
      id: source.id,
      zone: source.zone,
      hours: { es: sayWeeklyLine(source, "es"), en: sayWeeklyLine(source, "en") },
    })),
    exceptions: exceptions.map(({ why, open, ...exception }) => ({
      ...exception,
      open: open.map(([from, to]) => [from, to]),
      why: why === undefined ? null : textOf(why),
    })),
    next,
  };
}

function textOf(name: LocalName): Text {
  return typeof name === "string" ? { es: name } : { es: name.es, en: name.en };
}

/** A preview with the refusals in the reader's words. */
export function presentMovePreview({ tickets, next }: MoveSeen, language: Language): MovePreview {
  return {
    tickets: tickets.map(({ folio, subject, outcome }) =>
      isRefusal(outcome)
        ? { folio, subject, changes: [], refused: inWords(outcome, language) }
        : { folio, subject, changes: [...outcome], refused: null },
    ),
    next,
  };
}

/** What a batch came to, with the refusals in the reader's words. */
export function presentMoved({ moved, stayed, next }: MovedTickets, language: Language): Moved {
  return {
    moved: [...moved],
    stayed: stayed.map(({ folio, refusal }) => ({ folio, refused: inWords(refusal, language) })),
    next,
  };
}
