import type { CalendarException, CalendarExceptions } from "../../contract/calendar.ts";

/** What is written in the form, before it is an exception. */
export interface Wish {
  readonly calendar: string;
  readonly date: string;
  readonly day: "closed" | "hours";
  /** Wall times, from and to, as they are typed. */
  readonly hours: readonly (readonly [string, string])[];
  /** That hours which end before they begin are meant, and go on past midnight. */
  readonly overnight: boolean;
  readonly why: string;
}

/** A form with nothing written in it. */
export function blankWish([first]: CalendarExceptions["calendars"]): Wish {
  return {
    calendar: first?.id ?? "",
    date: "",
    day: "closed",
    hours: [["", ""]],
    overnight: false,
    why: "",
  };
}

/** Whether some of the hours end before they begin, so that it must be said that a night is meant. */
export function isOvernight({ day, hours }: Pick<Wish, "day" | "hours">): boolean {
  return (
    day === "hours" && hours.some(([from, to]) => from !== "" && to !== "" && endOf(to) <= from)
  );
}

/** What is still to be written, by field; a form that is whole has none. */
export function missingIn(wish: Wish): readonly ("date" | "hours" | "overnight" | "why")[] {
  const { date, day, hours, overnight, why } = wish;
  const isHalf = day === "hours" && hours.some(([from, to]) => from === "" || to === "");
  return [
    ...(date === "" ? (["date"] as const) : []),
    ...(isHalf ? (["hours"] as const) : []),
    ...(isOvernight(wish) && !overnight ? (["overnight"] as const) : []),
    ...(why.trim() === "" ? (["why"] as const) : []),
  ];
}

/** The exception that a whole form asks for. Midnight as an end is that of the day itself. */
export function exceptionOf(wish: Wish): CalendarException {
  const { calendar, date, day, hours, overnight, why } = wish;
  const open = hours.map(([from, to]): [string, string] => [from, endOf(to)]);
  const night = isOvernight(wish) && overnight ? { overnight } : {};
  return { calendar, date, open: day === "closed" ? [] : open, ...night, why: why.trim() };
}

function endOf(to: string): string {
  return to === "00:00" ? "24:00" : to;
}
