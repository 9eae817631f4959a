import fc from "fast-check";
import type {
  CalendarSource,
  ClosedDate,
  DatedException,
  Hours,
} from "../../src/core/calendar/source.ts";
import { addDays, WEEKDAYS } from "../../src/core/time/civil.ts";
import type { Weekday } from "../../src/core/time/civil.ts";
import type { Instant, Span } from "../../src/core/time/instant.ts";

/** The zones that desks of the five manuals live in, and some with other clocks than theirs. */
export const ZONES = [
  "America/Mexico_City",
  "America/Tijuana",
  "America/Ciudad_Juarez",
  "America/Cancun",
  "America/Hermosillo",
  "America/Bogota",
  "America/Caracas",
  "America/Santiago",
  "America/Sao_Paulo",
  "Europe/Madrid",
  "Asia/Kolkata",
] as const;

const MINUTE = 60_000;
const DAY_MINUTES = 1440;

/** The instants between 2014 and 2029 at which the zone's clocks are put forward or back. */
function changesOf(zone: string): Instant[] {
  const changes: Instant[] = [];
  let at = Temporal.Instant.from("2014-01-01T00:00Z").toZonedDateTimeISO(zone);
  for (;;) {
    const next = at.getTimeZoneTransition("next");
    if (next === null || next.year > 2028) return changes;
    changes.push(next.epochMilliseconds);
    at = next;
  }
}

const CHANGES = new Map(ZONES.map((zone) => [zone, changesOf(zone)]));

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

const startMinute = fc.oneof(
  fc.nat(23).map((hour) => hour * 60),
  fc.nat(DAY_MINUTES - 1),
);
const endMinute = fc.oneof(
  fc.nat(24).map((hour) => hour * 60),
  fc.nat(DAY_MINUTES),
);

/** Any hours: ordinary, overlapping, through midnight, round the clock, to 24:00. */
export const hours: fc.Arbitrary<Hours> = fc
  .tuple(startMinute, endMinute)
  .map(([from, to]) => [clock(from), clock(to)] as const);

const hoursList = fc.oneof(
  { weight: 2, arbitrary: fc.constant<readonly Hours[]>([["09:00", "18:00"]]) },
  {
    weight: 1,
    arbitrary: fc.constant<readonly Hours[]>([
      ["09:00", "14:00"],
      ["16:00", "19:00"],
    ]),
  },
  { weight: 3, arbitrary: fc.array(hours, { maxLength: 3 }) },
);

const weekly: fc.Arbitrary<Partial<Record<Weekday, readonly Hours[]>>> = fc
  .tuple(...WEEKDAYS.map(() => fc.option(hoursList, { nil: undefined, freq: 4 })))
  .map((lists) =>
    Object.fromEntries(WEEKDAYS.flatMap((day, i) => (lists[i] ? [[day, lists[i]]] : []))),
  );

/** A calendar, an instant within its exceptions' fortnight, and pauses, all to be tried together. */
export interface Situation {
  readonly source: CalendarSource;
  readonly at: Instant;
  readonly pauses: readonly Span[];
}

interface Place {
  readonly zone: string;
  /** A whole minute; the situation happens in the days around it. */
  readonly about: Instant;
}

const place: fc.Arbitrary<Place> = fc.constantFrom(...ZONES).chain((zone) => {
  const anywhere = fc.integer({
    min: Date.UTC(2015, 0, 1) / MINUTE,
    max: Date.UTC(2028, 11, 1) / MINUTE,
  });
  const changes = CHANGES.get(zone) ?? [];
  if (changes.length === 0) return anywhere.map((minute) => ({ zone, about: minute * MINUTE }));
  const atChange = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -2000, max: 2000 }))
    .map(([change, minutes]) => change / MINUTE + minutes);
  return fc.oneof(anywhere, atChange).map((minute) => ({ zone, about: minute * MINUTE }));
});

function dateNear({ zone, about }: Place): fc.Arbitrary<string> {
  const today = Temporal.Instant.fromEpochMilliseconds(about).toZonedDateTimeISO(zone);
  const text = today.toPlainDate().toString();
  return fc.integer({ min: -6, max: 16 }).map((days) => addDays(text, days));
}

const minuteNear = (about: Instant): fc.Arbitrary<Instant> =>
  fc.integer({ min: -6 * DAY_MINUTES, max: 16 * DAY_MINUTES }).map((m) => about + m * MINUTE);

const exceptionNear = (where: Place): fc.Arbitrary<DatedException> =>
  fc
    .tuple(dateNear(where), hoursList, fc.option(minuteNear(where.about), { nil: undefined }))
    .map(([date, open, published]) =>
      published === undefined ? { date, open } : { date, open, published },
    );

const closedNear = (where: Place): fc.Arbitrary<ClosedDate> =>
  dateNear(where).map((date) => ({ date, name: `holiday of ${date}` }));

const pauseNear = (where: Place): fc.Arbitrary<Span> =>
  fc
    .tuple(minuteNear(where.about), fc.option(fc.nat(4 * DAY_MINUTES), { nil: null, freq: 9 }))
    .map(([from, minutes]) => ({ from, to: minutes === null ? null : from + minutes * MINUTE }));

/** Random calendars with all layers, at random instants and at clock changes, with pauses. */
export const situation: fc.Arbitrary<Situation> = place.chain((where) =>
  fc
    .record({
      weekly,
      closedDates: fc.array(closedNear(where), { maxLength: 4 }),
      exceptions: fc.array(exceptionNear(where), { maxLength: 4 }),
      breaks: fc.dictionary(dateNear(where), fc.array(hours, { maxLength: 2 }), { maxKeys: 2 }),
      pauses: fc.array(pauseNear(where), { maxLength: 3 }),
      millis: fc.oneof(fc.constant(0), fc.constantFrom(1, 59_999), fc.nat(59_999)),
    })
    .map(({ pauses, millis, ...layers }) => ({
      source: { id: "random", zone: where.zone, statutory: [], ...layers },
      at: where.about + millis,
      pauses,
    })),
);
