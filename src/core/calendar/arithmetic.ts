import type { Instant, Millis, Period, Span } from "../time/instant.ts";
import type { Calendar } from "./calendar.ts";
/** The calendar has no open time in which the amount could pass. */
export interface NoOpenTime { readonly code: "no-open-time"; readonly calendar: string }
export function addOpen(_calendar: Calendar, _at: Instant, _ms: Millis, _closed?: readonly Span[]): Instant | NoOpenTime { throw new Error("being written"); }
export function subtractOpen(_calendar: Calendar, _at: Instant, _ms: Millis, _closed?: readonly Span[]): Instant | NoOpenTime { throw new Error("being written"); }
export function openBetween(_calendar: Calendar, _from: Instant, _to: Instant, _closed?: readonly Span[]): Millis { throw new Error("being written"); }
export function nextOpen(_calendar: Calendar, _at: Instant, _closed?: readonly Span[]): Instant | NoOpenTime { throw new Error("being written"); }
export function previousOpenEnd(_calendar: Calendar, _at: Instant, _closed?: readonly Span[]): Instant | NoOpenTime { throw new Error("being written"); }
export function isOpen(_calendar: Calendar, _at: Instant, _closed?: readonly Span[]): boolean { throw new Error("being written"); }
export function openPeriods(_calendar: Calendar, _from: Instant, _to: Instant, _closed?: readonly Span[]): Period[] { throw new Error("being written"); }
