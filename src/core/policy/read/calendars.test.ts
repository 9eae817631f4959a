import { describe, expect, it } from "vitest";
import { policyWith, problemsWith } from "../../../../test/kit/pack-problems.ts";
import type { SeenProblem } from "../../../../test/kit/pack-problems.ts";
import type { CalendarSource } from "../../calendar/source.ts";
import { HOUR } from "../../time/instant.ts";

const section = (said: string) => ({ calendars: `\n  oficina: { ${said} }` });
const WEEK = 'open: { mon-fri: "09:00-18:00" }';
const read = (said: string): CalendarSource | undefined =>
  policyWith(section(said)).calendars["oficina"];
const told = (said: string): SeenProblem[] => problemsWith(section(said));

describe("the weekly hours of a calendar", () => {
  const nine = [["09:00", "18:00"]];

  it("are said by day, by range, by list, or for Monday to Friday alone", () => {
    const days = (said: string) => read(`open: ${said}`)?.weekly;
    const workdays = { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine };
    expect(days('"09:00-18:00"')).toEqual(workdays);
    expect(days('["09:00-18:00"]')).toEqual(workdays);
    expect(days('{ mon-fri: "09:00-18:00" }')).toEqual(workdays);
    expect(days('{ "mon, wed-thu": "09:00-18:00", sun: "10:00 - 14:00" }')).toEqual({
      mon: nine,
      wed: nine,
      thu: nine,
      sun: [["10:00", "14:00"]],
    });
    expect(days('{ mon-sun: ["09:00-14:00", "15:00-18:00"] }')?.sun).toEqual([
      ["09:00", "14:00"],
      ["15:00", "18:00"],
    ]);
  });

  it.each(["fri-mon", "mon-tue-wed", "lun", "mon,,tue", "mon-", "-mon", "toString"])(
    "%s are no days",
    (days) =>
      expect(told(`open: { ${JSON.stringify(days)}: "09:00-18:00" }`)).toMatchObject([
        { code: "impossible-days", facts: { days } },
      ]),
  );

  it("are said once for each day", () =>
    expect(told('open: { mon-fri: "09:00-18:00", fri: "09:00-14:00" }')).toEqual([
      { code: "impossible-days", at: 'fri: "09:00-14:00"', facts: { days: "fri" } },
    ]));

  it.each(["09:00", "24:00-06:00", "25:00-26:00", "nine-five", "09:00-24:01", ""])(
    "%j are no hours, told once for all the days of a range",
    (hours) =>
      expect(told(`open: { mon-fri: "${hours}" }`)).toEqual([
        { code: "impossible-hours", at: `"${hours}"`, facts: { hours } },
      ]),
  );

  it("may end at midnight, and may cross it", () => {
    expect(told('open: { mon-fri: "00:00-24:00" }')).toEqual([]);
    expect(told('open: { mon-fri: "22:00-06:00" }')).toEqual([]);
  });

  it("never overlap, not by a minute; to touch is not to overlap", () => {
    expect(told('open: { mon: ["09:00-14:00", "14:00-18:00"] }')).toEqual([]);
    expect(told('open: { mon: ["09:00-14:00", "13:59-18:00"] }')).toMatchObject([
      { code: "overlapping-hours", facts: { hours: "13:59-18:00", with: "09:00-14:00" } },
    ]);
  });

  it("that are none are told, unless single dates are open", () => {
    expect(told("open: { mon-fri: [] }")).toEqual([
      {
        code: "calendar-never-open",
        at: "oficina: { open: { mon-fri: [",
        facts: { calendar: "oficina" },
      },
    ]);
    const dates = '{ "2026-12-24": "09:00-13:00" }';
    expect(told(`open: { mon-fri: [] }, dates: ${dates}`).map(({ code }) => code)).not.toContain(
      "calendar-never-open",
    );
  });
});

describe("the dates of a calendar", () => {
  const dates = (said: string) => read(`${WEEK}, dates: { ${said} }`);

  it("are closed, or open at other hours, each with its reason where it has one", () => {
    const source = dates(
      '"2026-12-24": "09:00-13:00", "2026-12-25": closed, "2026-12-26": { closed: true, because: Inventario }, "2026-12-27": { open: ["10:00-12:00"], because: { es: Guardia, en: Duty } }, "2026-12-28": { closed: true }, "2026-12-29": { open: "10:00-12:00" }',
    );
    expect(source?.closedDates).toEqual([
      { date: "2026-12-25" },
      { date: "2026-12-26", name: "Inventario" },
      { date: "2026-12-28" },
    ]);
    expect(source?.exceptions).toEqual([
      { date: "2026-12-24", open: [["09:00", "13:00"]] },
      { date: "2026-12-27", open: [["10:00", "12:00"]], why: { es: "Guardia", en: "Duty" } },
      { date: "2026-12-29", open: [["10:00", "12:00"]] },
    ]);
    expect(
      dates('"2026-12-26": { closed: true, because: { es: Inventario } }')?.closedDates,
    ).toEqual([{ date: "2026-12-26", name: "Inventario" }]);
  });

  it.each(["2026-02-30", "2027-02-29", "2026-13-01", "2026-00-10", "26-12-24", "mañana"])(
    "%s is no date, closed or open",
    (date) => {
      for (const said of ["closed", '"09:00-13:00"'])
        expect(told(`${WEEK}, dates: { "2026-12-26": closed, "${date}": ${said} }`)).toEqual([
          { code: "no-such-date", at: `"${date}": ${said}`, facts: { date } },
        ]);
    },
  );

  it("29 February is a date of a leap year", () =>
    expect(told(`${WEEK}, dates: { "2028-02-29": closed }`)).toEqual([]));

  it("have hours that can be", () =>
    expect(
      told(`${WEEK}, dates: { "2026-12-24": "09:00-13:00", "2026-12-31": "9-13" }`),
    ).toMatchObject([{ code: "impossible-hours", facts: { hours: "9-13" } }]));
});

describe("what a calendar says besides", () => {
  it("its holidays, its zone, its clause", () => {
    expect(read(`${WEEK}, closed: [mx-lft], zone: America/Tijuana`)).toMatchObject({
      id: "oficina",
      zone: "America/Tijuana",
      statutory: ["mx-lft"],
    });
    expect(read(WEEK)).toMatchObject({ zone: "America/Mexico_City", statutory: [] });
    const policy = policyWith(section(`${WEEK}, clause: X-1, assumed: Así`));
    expect(policy.calendarSources).toEqual({ oficina: { clause: ["X-1"], assumed: "Así" } });
    expect(policy.assumptions).toEqual([
      { path: "calendars.oficina", clause: ["X-1"], assumed: "Así" },
    ]);
  });

  it("holidays of a table that there is", () =>
    expect(told(`${WEEK}, closed: [mx-lft, mx-ltf]`)).toMatchObject([
      {
        code: "refers-to-nothing",
        at: "mx-ltf",
        facts: { what: "statutory-table", name: "mx-ltf", near: "mx-lft" },
      },
    ]));

  it("a zone that there is; that of the desk is told once, at the desk", () => {
    expect(told(`${WEEK}, zone: America/Narnia`)).toEqual([
      { code: "unknown-zone", at: "America/Narnia", facts: { zone: "America/Narnia" } },
    ]);
    expect(problemsWith({ desk: "{ id: mesa, name: Mesa, zone: America/Narnia }" })).toEqual([
      { code: "unknown-zone", at: "America/Narnia", facts: { zone: "America/Narnia" } },
    ]);
  });

  it("what a day stands for, in hours, and the figure of its week", () => {
    const policy = policyWith(
      section(`${WEEK}, day: { is: 8h 30min, clause: X-2 }, says: { is: 5x8.5, clause: X-3 }`),
    );
    expect(policy.dayLength).toEqual({ oficina: 8.5 * HOUR });
    expect(policy.statedWeek).toEqual({ oficina: "5x8.5" });
    expect(policy.clauses).toEqual(expect.arrayContaining(["X-2", "X-3"]));
    const figures = "day: { is: 8h, assumed: Ocho }, says: { is: 5x9, assumed: Nueve }";
    expect(policyWith(section(`${WEEK}, ${figures}`)).assumptions).toEqual([
      { path: "calendars.oficina.day", clause: [], assumed: "Ocho" },
      { path: "calendars.oficina.says", clause: [], assumed: "Nueve" },
    ]);
    expect(policyWith(section(`${WEEK}, day: 8h`)).dayLength).toEqual({ oficina: 8 * HOUR });
    expect(policyWith({})).not.toHaveProperty("statedWeek");
  });

  it.each(["0h", "1 day", "8h elapsed", "2 dates", "8h of oficina", "ocho"])(
    "a day of %s is no length of a day",
    (day) => {
      const facts = { text: day };
      expect(told(`${WEEK}, day: ${day}`)).toEqual([{ code: "unreadable-length", at: day, facts }]);
      expect(told(`${WEEK}, day: { clause: X-1, is: ${day} }`)).toEqual([
        { code: "unreadable-length", at: day, facts },
      ]);
    },
  );
});

describe("the hours that the desk answers in", () => {
  const two = `\n  oficina: { ${WEEK} }\n  banco: { ${WEEK} }`;
  const desk = (hours: string) => ({
    calendars: two,
    desk: `{ id: mesa, name: Mesa, zone: America/Mexico_City${hours} }`,
  });

  it("are those of its first calendar, unless it says", () => {
    expect(policyWith(desk("")).hours).toBe("oficina");
    expect(policyWith(desk(", hours: banco")).hours).toBe("banco");
    expect(policyWith(desk(", hours: banco")).clocks[0]?.calendar).toBe("banco");
  });

  it("are of a calendar that there is, and there is one", () => {
    expect(problemsWith(desk(", hours: bancos"))).toContainEqual({
      code: "refers-to-nothing",
      at: "bancos",
      facts: { what: "calendar", name: "bancos", near: "banco" },
    });
    expect(problemsWith({ calendars: "{}" })).toContainEqual({
      code: "missing-key",
      at: "plazo: 1",
      facts: { key: "calendars" },
    });
  });
});
