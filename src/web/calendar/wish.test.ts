import { expect, it } from "vitest";
import { blankWish, exceptionOf, missingIn } from "./wish.ts";

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
