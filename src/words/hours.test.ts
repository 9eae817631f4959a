import { expect, test } from "vitest";
import type { CalendarSource } from "../core/calendar/source.ts";
import { sayList, sayWeekly, sayWeeklyLine } from "./hours.ts";

const office: CalendarSource = {
  id: "oficina",
  zone: "America/Mexico_City",
  weekly: {
    mon: [
      ["09:00", "14:00"],
      ["15:00", "18:00"],
    ],
    tue: [["09:00", "18:00"]],
    wed: [["09:00", "18:00"]],
    fri: [["09:00", "18:00"]],
    sun: [["00:00", "24:00"]],
  },
  statutory: [],
  closedDates: [],
  exceptions: [],
};

test("days with the same hours are said together only where they follow each other", () => {
  expect(sayWeekly(office, "es")).toEqual([
    { days: "lunes", hours: "09:00 a 14:00 y 15:00 a 18:00" },
    { days: "martes a miércoles", hours: "09:00 a 18:00" },
    { days: "viernes", hours: "09:00 a 18:00" },
    { days: "domingo", hours: "las 24 horas" },
  ]);
});

test("a calendar that never opens says so", () => {
  expect(sayWeeklyLine({ ...office, weekly: {} }, "en")).toBe("no hours of service");
});

test("lists end with their conjunction", () => {
  expect(sayList([], "es")).toBe("");
  expect(sayList(["a"], "es")).toBe("a");
  expect(sayList(["a", "b", "c"], "es")).toBe("a, b y c");
  expect(sayList(["a", "b"], "en", "or")).toBe("a or b");
  expect(sayList(["PDF", "imágenes"], "es")).toBe("PDF e imágenes");
  expect(sayList(["agua", "hielo"], "es")).toBe("agua y hielo");
  expect(sayList(["siete", "ocho"], "es", "or")).toBe("siete u ocho");
});
