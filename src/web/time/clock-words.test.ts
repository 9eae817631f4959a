import { describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "../../core/time/instant.ts";
import { workspaceWords } from "../../words/workspace/words.ts";
import { sayClock, sayLength, sayWhen } from "./clock-words.ts";
import type { ClockState } from "./clock-state.ts";

const place = { zone: "America/Mexico_City", language: "es" } as const;
const now = Date.UTC(2026, 10, 20, 23);
const monday12 = Date.UTC(2026, 10, 23, 18);
const say = (state: ClockState, language: "es" | "en" = "es"): string =>
  sayClock(state, () => "primer contacto", {
    words: workspaceWords[language],
    now,
    place: { ...place, language },
  });

describe("the words of a row's clock", () => {
  test("time left, with the promise it belongs to", () => {
    const left = HOUR + 12 * MINUTE + 40_000;
    expect(say({ is: "left", left, clock: "c", near: false })).toBe("1 h 12 min · primer contacto");
  });

  test("outside hours, with the day and time at which it falls due", () => {
    expect(say({ is: "shut", at: monday12, clock: "c" })).toBe("fuera de horario, vence lun 12:00");
    expect(say({ is: "shut", at: monday12, clock: "c" }, "en")).toBe(
      "outside hours, due Mon 12:00",
    );
  });

  test("late, by how long", () => {
    expect(say({ is: "late", by: 35 * MINUTE, clock: "c" })).toBe(
      "vencido hace 35 min · primer contacto",
    );
  });

  test("paused, and for whom", () => {
    expect(say({ is: "paused", waitsFor: "client" })).toBe("en pausa · cliente");
  });
});

describe("a length in a row", () => {
  test("is never less than a minute, and in days from two days on", () => {
    const words = workspaceWords.es;
    expect(sayLength(0, words)).toBe("1 min");
    expect(sayLength(59_999, words)).toBe("1 min");
    expect(sayLength(2 * DAY - 1, words)).toBe("47 h 59 min");
    expect(sayLength(2 * DAY, words)).toBe("2 días");
  });
});

describe("when", () => {
  test("today is a time, this week a weekday, later a date", () => {
    expect(sayWhen(now + HOUR / 2, now, place)).toBe("17:30");
    expect(sayWhen(monday12, now, place)).toBe("lun 12:00");
    expect(sayWhen(monday12 + 7 * DAY, now, place)).toBe("lun 30 nov 12:00");
  });

  test("a year later is not today, though the day is called the same", () => {
    const later = sayWhen(now + 365 * DAY, now, place);
    expect(later).toContain("20 nov");
  });
});
