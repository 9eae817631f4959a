import { expect, it } from "vitest";
import { blankWish, exceptionOf, isOvernight, missingIn } from "./wish.ts";

const blank = blankWish([{ id: "oficina", zone: "America/Mexico_City", hours: { es: "" } }]);

it("a form that is not whole says what is missing; hours only where they are asked for", () => {
  expect(missingIn(blank)).toEqual(["date", "why"]);
  expect(missingIn({ ...blank, day: "hours" })).toEqual(["date", "hours", "why"]);
  const half = { ...blank, day: "hours", hours: [["09:00", ""]] } as const;
  expect(missingIn({ ...half, date: "2026-12-24", why: "Nochebuena" })).toEqual(["hours"]);
});

it("a closed day has no hours, whatever was typed before; an end at midnight is the day's own", () => {
  const typed = {
    ...blank,
    date: "2026-12-24",
    why: " Nochebuena ",
    hours: [["09:00", "00:00"]],
  } as const;
  expect(exceptionOf(typed)).toEqual({
    calendar: "oficina",
    date: "2026-12-24",
    open: [],
    why: "Nochebuena",
  });
  expect(exceptionOf({ ...typed, day: "hours" }).open).toEqual([["09:00", "24:00"]]);
});

it("hours that end before they begin are a night where that is said, and else still to be said", () => {
  const night = {
    ...blank,
    date: "2026-12-24",
    day: "hours",
    why: "Guardia",
    hours: [["22:00", "06:00"]],
  } as const;
  expect([isOvernight(night), missingIn(night)]).toEqual([true, ["overnight"]]);
  expect(missingIn({ ...night, overnight: true })).toEqual([]);
  const { open, overnight } = exceptionOf({ ...night, overnight: true });
  expect([open, overnight]).toEqual([[["22:00", "06:00"]], true]);
});

it("a night said of hours that are none is not sent: they were mended, or the day is closed", () => {
  const mended = { ...blank, day: "hours", overnight: true, hours: [["09:00", "00:00"]] } as const;
  expect([isOvernight(mended), missingIn(mended)]).toEqual([false, ["date", "why"]]);
  expect(exceptionOf(mended)).not.toHaveProperty("overnight");
  const closed = { ...mended, day: "closed", hours: [["22:00", "06:00"]] } as const;
  expect(isOvernight(closed)).toBe(false);
  expect(exceptionOf(closed)).not.toHaveProperty("overnight");
});
