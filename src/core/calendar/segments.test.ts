import { describe, expect, it } from "vitest";
import { parseInstant } from "../time/iso.ts";
import type { Instant } from "../time/instant.ts";
import { calendarOf } from "./calendar.ts";
import { segments } from "./segments.ts";
import type { Segment } from "./segments.ts";
import type { CalendarSource } from "./source.ts";

const at = (text: string): Instant => {
  const written = parseInstant(`${text.replace(" ", "T")}-06:00`);
  if (written === null) throw new Error(`not an instant: ${text}`);
  return written.at;
};

const H = [["09:00", "18:00"]] as const;
const SOURCE: CalendarSource = {
  id: "oficina",
  zone: "America/Mexico_City",
  weekly: { mon: H, tue: H, wed: H, thu: H, fri: H },
  statutory: ["mx-lft"],
  closedDates: [
    { date: "2026-12-24", name: { es: "Nochebuena", en: "Christmas Eve" }, source: "aviso" },
  ],
  exceptions: [
    { date: "2026-11-21", open: [["10:00", "12:00"]], why: "Buen Fin" },
    { date: "2026-11-24", open: [["09:00", "13:00"]], why: "inventario", published: 5 },
    { date: "2026-11-25", open: [] },
  ],
  breaks: { "2026-11-26": [["12:00", "13:00"]] },
};
const CALENDAR = calendarOf(SOURCE);

const told = (list: readonly Segment[]): string[] =>
  list.map(({ from, to, counted, why }) => {
    const hours = (to - from) / 3_600_000;
    return `${counted ? "+" : "-"}${hours} ${why.code}`;
  });

describe("the segments of an explanation", () => {
  it("name the holiday between a Friday and its deadline on Tuesday, with its source", () => {
    const list = segments(CALENDAR, at("2026-11-13 17:00"), at("2026-11-17 12:00"));
    expect(told(list)).toEqual([
      "+1 open",
      "-54 outside-hours",
      "-24 holiday",
      "-9 outside-hours",
      "+3 open",
    ]);
    expect(list[2]?.why).toEqual({
      code: "holiday",
      date: "2026-11-16",
      name: { es: "Día de la Revolución", en: "Revolution Day" },
      source: "LFT art. 74, fr. VI",
      table: "mx-lft",
    });
  });

  it("name the desk's own closed date", () => {
    const [segment] = segments(CALENDAR, at("2026-12-24 10:00"), at("2026-12-24 11:00"));
    expect(segment?.why).toEqual({
      code: "holiday",
      date: "2026-12-24",
      name: { es: "Nochebuena", en: "Christmas Eve" },
      source: "aviso",
    });
  });

  it("say where an exception opened, shortened or closed a date", () => {
    const extra = segments(CALENDAR, at("2026-11-21 09:00"), at("2026-11-21 13:00"));
    expect(told(extra)).toEqual(["-1 outside-hours", "+2 exception", "-1 outside-hours"]);
    const short = segments(CALENDAR, at("2026-11-24 08:00"), at("2026-11-24 20:00"));
    expect(told(short)).toEqual([
      "-1 outside-hours",
      "+4 open",
      "-5 exception",
      "-2 outside-hours",
    ]);
    expect(short[2]?.why).toEqual({
      code: "exception",
      date: "2026-11-24",
      why: "inventario",
      published: 5,
    });
    const closed = segments(CALENDAR, at("2026-11-25 00:00"), at("2026-11-26 00:00"));
    expect(told(closed)).toEqual(["-24 exception"]);
  });

  it("say where a break stopped the clock", () => {
    const list = segments(CALENDAR, at("2026-11-26 11:00"), at("2026-11-26 14:00"));
    expect(told(list)).toEqual(["+1 open", "-1 break", "+1 open"]);
  });

  it("put a pause before every other reason, with its own bounds", () => {
    const pause = { from: at("2026-11-20 17:30"), to: at("2026-11-23 10:00") };
    const list = segments(CALENDAR, at("2026-11-20 17:00"), at("2026-11-23 11:00"), [pause]);
    expect(told(list)).toEqual(["+0.5 open", "-64.5 paused", "+1 open"]);
    expect(list[1]?.why).toEqual({ code: "paused", since: pause.from, until: pause.to });
    const open = segments(CALENDAR, at("2026-11-20 17:00"), at("2026-11-20 18:00"), [
      { from: at("2026-11-20 16:00"), to: null },
    ]);
    expect(told(open)).toEqual(["-1 paused"]);
  });

  it("go on over New Year as one, and are none for an empty span", () => {
    const list = segments(CALENDAR, at("2025-12-31 20:00"), at("2026-01-02 09:00"));
    expect(told(list)).toEqual(["-4 outside-hours", "-24 holiday", "-9 outside-hours"]);
    const night = calendarOf({ ...SOURCE, statutory: [] });
    expect(told(segments(night, at("2025-12-31 20:00"), at("2026-01-01 09:00")))).toEqual([
      "-13 outside-hours",
    ]);
    expect(segments(CALENDAR, 5, 5)).toEqual([]);
  });
});
