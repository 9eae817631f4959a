import { addOpen } from "../src/core/calendar/arithmetic.ts";
import { calendarOf, contextFor } from "../src/core/calendar/calendar.ts";
import type { Calendar } from "../src/core/calendar/calendar.ts";
import { segments } from "../src/core/calendar/segments.ts";
import type { CalendarSource, Hours } from "../src/core/calendar/source.ts";
import { compileYear } from "../src/core/calendar/year.ts";
import { HOUR } from "../src/core/time/instant.ts";
import type { Instant, Millis } from "../src/core/time/instant.ts";
import { atLeast, median, under } from "./figure.ts";
import { perSecond } from "./kit/rate.ts";
import type { Figure } from "./figure.ts";

const WEEKDAYS: readonly Hours[] = [["09:00", "18:00"]];

/** Seven holidays by law and five of the desk's own: twelve in 2026, in a zone whose clocks change. */
const OFICINA: CalendarSource = {
  id: "oficina",
  zone: "America/Tijuana",
  weekly: { mon: WEEKDAYS, tue: WEEKDAYS, wed: WEEKDAYS, thu: WEEKDAYS, fri: WEEKDAYS },
  statutory: ["mx-lft"],
  closedDates: ["2026-04-02", "2026-04-03", "2026-11-02", "2026-12-24", "2026-12-31"].map(
    (date) => ({ date, source: "bench" }),
  ),
  exceptions: [],
};

const FIRST: Instant = Date.UTC(2026, 0, 5, 8, 13);
/** Starts spread over ten months, at all hours of all days. */
const STARTS = Float64Array.from({ length: 8_192 }, (_, i) => FIRST + i * 3_217_000);

function deadline(calendar: Calendar, at: Instant, ms: Millis): Instant {
  const answer = addOpen(calendar, at, ms);
  if (typeof answer !== "number") throw new Error(answer.code);
  return answer;
}

function adding(calendar: Calendar, hours: number): Figure {
  const value = perSecond(1_000_000, (i) =>
    deadline(calendar, STARTS[i & 8_191] ?? FIRST, hours * HOUR),
  );
  return atLeast({ figure: `adding ${hours} business hours`, value, unit: "1/s" }, 5_000_000);
}

function compiling(): Figure {
  const times: number[] = [];
  for (let year = 2020; year < 2040; year++) {
    const context = contextFor(calendarOf(OFICINA), year, year);
    const began = performance.now();
    compileYear(context, year);
    times.push(performance.now() - began);
  }
  const figure = "compiling a calendar year (median of 20)";
  return under({ figure, value: median(times), unit: "ms" }, 20);
}

function explaining(calendar: Calendar, hours: number): Figure {
  const explain = (i: number): number => {
    const at = STARTS[i & 8_191] ?? FIRST;
    return segments(calendar, at, deadline(calendar, at, hours * HOUR)).length;
  };
  const value = perSecond(100_000, explain);
  const figure = `the stretches of a deadline of ${hours} business hours`;
  return atLeast({ figure, value, unit: "1/s" }, 20_000);
}

/** The figures of business time, each measured when it is asked for. */
export async function* figures(): AsyncGenerator<Figure> {
  yield compiling();
  const calendar = calendarOf(OFICINA);
  yield adding(calendar, 8);
  yield adding(calendar, 400);
  yield explaining(calendar, 4);
  yield explaining(calendar, 8);
}
