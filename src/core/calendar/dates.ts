import type { Instant } from "../time/instant.ts";
import type { CivilDate } from "../time/civil.ts";
import type { NoOpenTime } from "./arithmetic.ts";
import type { Calendar } from "./calendar.ts";
export type DateEnd = "same-wall-time" | "at-closing";
export function civilDateOf(_calendar: Calendar, _at: Instant): CivilDate { throw new Error("being written"); }
export function addDates(_calendar: Calendar, _date: CivilDate, _n: number): CivilDate | NoOpenTime { throw new Error("being written"); }
export function addDatesAt(_calendar: Calendar, _at: Instant, _n: number, _end: DateEnd): Instant | NoOpenTime { throw new Error("being written"); }
