import type { CalendarException, CalendarExceptions } from "../../contract/calendar.ts";

/** What is written in the form, before it is an exception. */
export interface Wish {
  readonly calendar: string;
  readonly date: string;
  readonly day: "closed" | "hours";
  /** Wall times, from and to, as they are typed. */
  readonly hours: readonly (readonly [string, string])[];
  readonly why: string;
}

/** A form with nothing written in it. */
export function blankWish([first]: CalendarExceptions["calendars"]): Wish {
  return { calendar: first?.id ?? "", date: "", day: "closed", hours: [["", ""]], why: "" };
}

/** What is still to be written, by field; a form that is whole has none. */
export function missingIn({ date, day, hours, why }: Wish): readonly ("date" | "hours" | "why")[] {
  const isHalf = day === "hours" && hours.some(([from, to]) => from === "" || to === "");
  return [
    ...(date === "" ? (["date"] as const) : []),
    ...(isHalf ? (["hours"] as const) : []),
    ...(why.trim() === "" ? (["why"] as const) : []),
  ];
}

/** The exception that a whole form asks for. Midnight as an end is that of the day itself. */
export function exceptionOf({ calendar, date, day, hours, why }: Wish): CalendarException {
  const open = hours.map(([from, to]): [string, string] => [from, to === "00:00" ? "24:00" : to]);
  return { calendar, date, open: day === "closed" ? [] : open, why: why.trim() };
}
