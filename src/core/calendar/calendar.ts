import type { CalendarSource } from "./source.ts";
/** A compiled calendar. */
export interface Calendar { readonly id: string; readonly zone: string; readonly source: CalendarSource }
export interface FrozenCalendar { readonly source: CalendarSource; readonly fromYear: number; readonly toYear: number }
export function calendarOf(source: CalendarSource): Calendar { return { id: source.id, zone: source.zone, source }; }
export function freeze(_calendar: Calendar, _fromYear: number, _toYear: number): FrozenCalendar { throw new Error("being written"); }
export function thaw(_frozen: FrozenCalendar): Calendar { throw new Error("being written"); }
