import { expect, test } from "vitest";
import { sayCivilDate, sayDate, sayInstant, sayLongDate, sayTime } from "./dates.ts";
import { sayAmount, sayDuration, sayServiceTime, sayTerm } from "./durations.ts";
import { zoneName } from "./zones.ts";

const monday = Date.UTC(2026, 10, 23, 18, 0);
const mexico = { zone: "America/Mexico_City", language: "es" } as const;
const hours = (n: number) => ({ unit: "hours", ms: n * 3_600_000, calendar: "oficina" }) as const;

test("a promised instant is said as the manuals say it", () => {
  expect(sayInstant(monday, mexico)).toBe("lunes 23 de noviembre, 12:00 (hora del centro)");
  expect(sayInstant(monday, { ...mexico, language: "en" })).toBe(
    "Monday 23 November, 12:00 (Central Mexico time)",
  );
});

test("the year is said only where it is not this year's", () => {
  const january = Date.UTC(2027, 0, 4, 16, 0);
  expect(sayDate(january, mexico, monday)).toBe("lunes 4 de enero de 2027");
  expect(sayDate(monday, mexico, monday)).toBe("lunes 23 de noviembre");
  expect(sayLongDate(monday, mexico)).toBe("23 de noviembre de 2026");
  expect(sayCivilDate("2026-11-16", "es")).toBe("lunes 16 de noviembre de 2026");
  expect(sayCivilDate("2026-11-16", "en")).toBe("Monday 16 November 2026");
});

test("midnight is 00:00, never 24:00", () => {
  expect(sayTime(Date.UTC(2026, 10, 24, 6, 0), mexico)).toBe("00:00");
});

test("the zones of the desks have the names people use, and any other one a readable name", () => {
  expect(zoneName("America/Tijuana", "es", monday)).toBe("hora del noroeste");
  expect(zoneName("America/Caracas", "es", monday)).toBe("hora de Venezuela");
  expect(zoneName("America/Lima", "es", monday)).toMatch(/^hora .*Perú$/u);
  expect(zoneName("America/Lima", "en", monday)).toMatch(/Peru/u);
});

test("durations are said with their own unit, in singular and plural", () => {
  expect(sayServiceTime(4 * 3_600_000, "es")).toBe("4 horas hábiles");
  expect(sayServiceTime(3_600_000, "es")).toBe("1 hora hábil");
  expect(sayServiceTime(5_400_000, "es")).toBe("1 hora y 30 minutos hábiles");
  expect(sayServiceTime(1_800_000, "en")).toBe("30 business minutes");
  expect(sayDuration(12_000_000, "es")).toBe("3 horas y 20 minutos");
  expect(sayDuration(7_000, "es")).toBe("7 segundos");
  expect(
    sayAmount({ unit: "dates", n: 2, calendar: "oficina", ends: "same-wall-time" }, "es"),
  ).toBe("2 días hábiles");
  expect(sayAmount({ unit: "elapsed", ms: 86_400_000 }, "es")).toBe("24 horas corridas");
});

test("a range is said as a target and a limit", () => {
  expect(sayTerm({ target: hours(1), limit: hours(4) }, "es")).toBe("de 1 a 4 horas hábiles");
  expect(sayTerm({ target: hours(8), limit: hours(32) }, "en")).toBe("8 to 32 business hours");
  expect(sayTerm({ target: hours(0.5), limit: hours(1) }, "es")).toBe(
    "de 30 minutos hábiles a 1 hora hábil",
  );
  expect(sayTerm({ limit: hours(8) }, "es")).toBe("8 horas hábiles");
});
