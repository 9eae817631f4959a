import { describe, expect, it } from "vitest";
import { policyWith, problemsWith } from "../../../../test/kit/pack-problems.ts";
import type { SeenProblem } from "../../../../test/kit/pack-problems.ts";
import type { Amount, RhythmStep, Term } from "../clock-rule.ts";
import { HOUR, MINUTE } from "../../time/instant.ts";

const CALENDARS = {
  calendars:
    '\n  oficina: { open: { mon-fri: "09:00-18:00" }, day: 8h }\n  banco: { open: { mon-fri: "09:00-16:00" } }',
};
const section = (promise: string, more: string) => ({
  ...CALENDARS,
  clocks: `\n  uno: { from: asked, to: solved, ${promise}${more}, clause: X-1 }\n  otro: { from: received, to: contacted, within: 4h, clause: M-1 }`,
});
const within = (said: string, more = ""): Readonly<Record<string, Term>> =>
  policyWith(section(`within: ${said}`, more)).clocks[0]?.within ?? {};
const told = (said: string, more = ""): SeenProblem[] =>
  problemsWith(section(`within: ${said}`, more));
const hours = (n: number, calendar = "oficina"): Amount => ({
  unit: "hours",
  ms: n * HOUR,
  calendar,
});
const dates = (n: number, ends: "same-wall-time" | "at-closing"): Amount => ({
  unit: "dates",
  n,
  calendar: "oficina",
  ends,
});

describe("a promised length", () => {
  it.each<[string, Amount]>([
    ["4h", hours(4)],
    ["1h 30min", hours(1.5)],
    ["4h of banco", hours(4, "banco")],
    ["24h elapsed", { unit: "elapsed", ms: 24 * HOUR }],
    ["2 dates", dates(2, "same-wall-time")],
    ["1 date of oficina at closing", dates(1, "at-closing")],
    ["2 days", hours(16)],
    ["3 d of oficina", hours(24)],
    ["1 día", hours(8)],
    ["87600h", hours(87_600)],
    ["3650 dates", dates(3650, "same-wall-time")],
  ])("%s is in exactly one unit", (said, amount) =>
    expect(within(`"${said}"`)).toEqual({ "*": { limit: amount } }),
  );

  it.each([
    ["4 horas", "unreadable-length", { text: "4 horas" }],
    ["0h", "no-length", { text: "0h" }],
    ["0 dates", "no-length", { text: "0 dates" }],
    ["0 days", "no-length", { text: "0 days" }],
    ["87601h", "out-of-range", { least: null, most: 87_600 }],
    ["3651 dates", "out-of-range", { least: null, most: 3650 }],
    ["3651 days", "out-of-range", { least: null, most: 3650 }],
    ["1 day of banco", "bare-day", { text: "1 day of banco" }],
    ["1 day of constructor", "bare-day", { text: "1 day of constructor" }],
  ])("%s is refused, where it stands", (said, code, facts) =>
    expect(told(said)).toEqual([{ code, at: said, facts }]),
  );

  it.each(["2h of banc", "2 dates of banc"])("%s names no calendar", (said) =>
    expect(told(said)).toEqual([
      {
        code: "refers-to-nothing",
        at: said,
        facts: { what: "calendar", name: "banc", near: "banco" },
      },
    ]),
  );

  it("has no dates and no days on the wall clock, which has no calendar", () => {
    expect(told("2 dates", ", on: elapsed")).toMatchObject([{ code: "dates-without-calendar" }]);
    expect(told("2 days", ", on: elapsed")).toMatchObject([{ code: "bare-day" }]);
    expect(within("2h of banco", ", on: elapsed")).toEqual({ "*": { limit: hours(2, "banco") } });
  });
});

describe("a range of target and limit", () => {
  it("is said in a line or by name, and both ends may be one", () => {
    const range = { "*": { target: hours(1), limit: hours(4) } };
    expect(within("1h..4h")).toEqual(range);
    expect(within("1h .. 4h")).toEqual(range);
    expect(within("{ target: 1h, limit: 4h }")).toEqual(range);
    expect(within("{ limit: 4h }")).toEqual({ "*": { limit: hours(4) } });
    expect(within("4h..4h")).toEqual({ "*": { target: hours(4), limit: hours(4) } });
  });

  it("is refused where the target is beyond the limit, at the target", () => {
    const facts = { target: "4h", limit: "239min" };
    expect(told("4h..239min")).toEqual([{ code: "target-beyond-limit", at: "4h..239min", facts }]);
    expect(told("{ target: 4h, limit: 239min }")).toEqual([
      { code: "target-beyond-limit", at: "4h", facts },
    ]);
    expect(told("{ alto: { target: 4h, limit: 239min }, else: 8h }")).toEqual([
      { code: "target-beyond-limit", at: "4h", facts },
    ]);
  });

  it.each([
    ["1h", "24h elapsed"],
    ["1h elapsed", "2 dates"],
    ["1h", "2h of banco"],
    ["1h", "2 dates"],
  ])("of %s to %s is refused: they are not of one unit and calendar", (target, limit) =>
    expect(told(`${target}..${limit}`)).toMatchObject([
      { code: "mixed-units", facts: { target, limit } },
    ]),
  );

  it("tells one mistake of it, the first", () => {
    expect(told("x..y")).toMatchObject([{ code: "unreadable-length", facts: { text: "x" } }]);
    expect(told("{ target: 1h, limit: y }")).toEqual([
      { code: "unreadable-length", at: "y", facts: { text: "y" } },
    ]);
    expect(told("1h..2h..3h")).toEqual([
      { code: "unreadable-length", at: "1h..2h..3h", facts: { text: "1h..2h..3h" } },
    ]);
  });

  it("needs its limit, and knows no other name", () => {
    expect(told("{ target: 1h }")).toMatchObject([
      { code: "missing-key", facts: { key: "limit" } },
    ]);
    expect(told("{ limit: 4h, bajo: 8h }")).toEqual([
      { code: "unknown-key", at: "bajo: 8h", facts: { key: "bajo", near: null } },
    ]);
  });

  it("has lengths at both ends, and no range within", () => {
    const facts = { expected: ["string"] };
    expect(told("{ target: { limit: 1h }, limit: 4h }")).toEqual([
      { code: "wrong-type", at: "{ limit: 1h", facts },
    ]);
    expect(told("{ target: 1h, limit: { limit: 4h } }")).toEqual([
      { code: "wrong-type", at: "{ limit: 4h", facts },
    ]);
  });
});

describe("a promise for each severity", () => {
  it("is its own, and that of `else` for those that are not named", () => {
    expect(within("{ bajo: 32h, medio: 16h, alto: 1h..6h }")).toEqual({
      bajo: { limit: hours(32) },
      medio: { limit: hours(16) },
      alto: { target: hours(1), limit: hours(6) },
    });
    expect(within("{ alto: 6h, else: 32h }")).toEqual({
      alto: { limit: hours(6) },
      "*": { limit: hours(32) },
    });
  });

  it("forgets no severity", () =>
    expect(told("{ medio: 6h }")).toEqual([
      {
        code: "severity-without-promise",
        at: "within: { medio: 6h",
        facts: { severities: ["bajo", "alto"] },
      },
    ]));

  it("of a misspelt severity is one mistake, not two", () =>
    expect(told("{ bajo: 32h, medoi: 16h, alto: 6h }")).toEqual([
      {
        code: "refers-to-nothing",
        at: "medoi: 16h",
        facts: { what: "severity", name: "medoi", near: "medio" },
      },
    ]));

  it("that cannot be read is one mistake, not two", () =>
    expect(told("{ bajo: x, medio: 16h }")).toMatchObject([{ code: "unreadable-length" }]));

  it("is doubted where a graver one waits longer than the next lighter, once, at its name", () => {
    const told = (said: string) =>
      problemsWith({
        clocks: `\n  uno: { from: received, to: solved, within: ${said}, clause: X-1 }`,
      });
    expect(told("{ bajo: 1h, medio: 2h, alto: 3h }")).toEqual([
      {
        code: "promise-against-gravity",
        at: "medio: 2h",
        facts: { graver: "medio", lighter: "bajo" },
      },
    ]);
    expect(told("{ bajo: 1h, medio: 1h, alto: 1h }")).toEqual([]);
    expect(told("{ bajo: 1h, medio: 2h elapsed, alto: 3 dates }")).toEqual([]);
  });

  it("is not doubted where it runs against the client", () =>
    expect(told("{ bajo: 1h, medio: 2h, alto: 3h }", ", against: client")).toEqual([]));
});

describe("a rhythm of updates", () => {
  const every = (said: string): Readonly<Record<string, readonly RhythmStep[]>> =>
    policyWith(section(`every: ${said}`, "")).clocks[0]?.every ?? {};
  const wrong = (said: string): SeenProblem[] => problemsWith(section(`every: ${said}`, ""));

  it("has steps, each until a time in the severity, and a last one without end", () => {
    expect(every("[30min until 4h, 2h until 11h 30min, 1 dates]")).toEqual({
      "*": [
        { every: hours(0.5), until: 4 * HOUR },
        { every: hours(2), until: 11 * HOUR + 30 * MINUTE },
        { every: dates(1, "same-wall-time") },
      ],
    });
  });

  it("is one for each severity, and that of `else` for those that are not named", () => {
    expect(every("{ alto: [1h], else: [4h] }")).toEqual({
      alto: [{ every: hours(1) }],
      "*": [{ every: hours(4) }],
    });
    expect(wrong("{ alto: [1h] }")).toEqual([
      {
        code: "severity-without-promise",
        at: "every: { alto: [1h",
        facts: { severities: ["bajo", "medio"] },
      },
    ]);
    expect(wrong("{ alt: [1h] }")).toEqual([
      {
        code: "refers-to-nothing",
        at: "alt: [1h",
        facts: { what: "severity", name: "alt", near: "alto" },
      },
    ]);
  });

  it.each([
    ["[1h until 4h]", "rhythm-without-end", "1h until 4h"],
    ["[1h, 2h until 4h, 3h]", "unreachable", "2h until 4h"],
    ["[1h until 4h, 2h until 4h, 3h]", "unreachable", "3h"],
    ["[1h until 4h, 2h until 3h, 3h]", "unreachable", "3h"],
    ["[1h until 0h, 2h]", "unreadable-length", "1h until 0h"],
    ["[1h until 4h elapsed, 2h]", "unreadable-length", "1h until 4h elapsed"],
    ["[1h until 2 dates, 2h]", "unreadable-length", "1h until 2 dates"],
    ["[1h until soon, 2h]", "unreadable-length", "1h until soon"],
    ["[1h until 2h until 3h, 2h]", "unreadable-length", "1h until 2h until 3h"],
    ["[0h until 2h, 2h]", "no-length", "0h until 2h"],
  ])("%s is refused", (said, code, at) => {
    expect(wrong(said).map((one) => [one.code, one.at])).toEqual([[code, at]]);
  });
});

describe("a promise in hours that never come", () => {
  const single = (dates: string) => ({
    calendars: `\n  oficina: { open: { mon-fri: "09:00-18:00" } }\n  extra: { open: { mon: [] }, dates: ${dates} }`,
    clocks:
      "\n  uno: { from: received, to: solved, on: extra, within: { bajo: 4h, else: 2 dates }, clause: X-1 }",
  });

  it("is refused once, for single dates may not be enough", () =>
    expect(problemsWith(single('{ "2026-12-24": "09:00-13:00" }'))).toEqual([
      {
        code: "limit-never-open",
        at: "{ bajo: 4h",
        facts: { calendar: "extra" },
      },
    ]));
});
