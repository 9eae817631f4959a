import { describe, expect, it } from "vitest";
import { findingsWith } from "../../../../../test/kit/pack-problems.ts";
import { HOUR } from "../../../time/instant.ts";

const clocks = (...written: string[]) => ({
  clocks: written.map((one, i) => `\n  c${i + 1}: { ${one}, clause: M-${i + 1} }`).join(""),
});
const CONTACT = "from: received, to: contacted, on: oficina";
const SOLUTION = "from: received, to: solved, on: oficina";
const found = (code: string, sections: Record<string, string>) =>
  findingsWith(sections)
    .filter((one) => one.code === code)
    .map(({ facts, at }) => ({ facts, at }));

describe("a first contact after the solution", () => {
  const late = (contact: string, solution: string) =>
    found("contact-after-solution", clocks(`${CONTACT}, ${contact}`, `${SOLUTION}, ${solution}`));

  it("is found where it is always later, never where it may be earlier or the same", () => {
    expect(late("within: 5h", "within: 4h")).toEqual([
      {
        facts: { clock: "c1", other: "c2", severity: null },
        at: ["clocks.c1.within", "clocks.c2.within"],
      },
    ]);
    expect(late("within: 4h", "within: 4h")).toEqual([]);
    expect(late("within: 10h", "within: 1 dates")).toHaveLength(1);
    // Over a weekend the ten hours of service end later.
    expect(late("within: 60h elapsed", "within: 10h")).toEqual([]);
    expect(late("within: 60h elapsed", "within: 8h")).toHaveLength(1);
  });

  it("is found for each severity, at its own place or at that of the others", () =>
    expect(
      late("within: { bajo: 8h, else: 2h }", "within: { alto: 1h, else: 4h }").map(
        ({ facts, at }) => [(facts as { severity: string }).severity, ...at],
      ),
    ).toEqual([
      ["bajo", "clocks.c1.within.bajo", "clocks.c2.within.else"],
      ["alto", "clocks.c1.within.else", "clocks.c2.within.alto"],
    ]));

  it("is asked only of what the desk owes from the reception", () => {
    const both = (contact: string, solution: string) =>
      found("contact-after-solution", clocks(contact, solution, `${SOLUTION}, within: 90h`));
    expect(
      both(`${CONTACT}, within: 5h`, "from: contacted, to: solved, on: oficina, within: 1h"),
    ).toEqual([]);
    expect(both(`${CONTACT}, within: 5h, against: client`, `${SOLUTION}, within: 1h`)).toEqual([]);
    expect(both(`${CONTACT}, within: 5h`, `${SOLUTION}, within: 1h, against: client`)).toEqual([]);
    expect(
      both(
        "from: received, to: [contacted, solved], on: oficina, within: 5h",
        `${SOLUTION}, within: 1h`,
      ),
    ).toEqual([]);
  });
});

describe("an update after the solution", () => {
  const late = (every: string, within: string) =>
    found(
      "update-after-solution",
      clocks(`${SOLUTION}, every: ${every}`, `${SOLUTION}, within: ${within}`),
    );

  it("is found by its first step, where that is always later than the solution", () => {
    expect(late("[5h]", "4h")).toEqual([
      {
        facts: { clock: "c1", other: "c2", severity: null },
        at: ["clocks.c1.every", "clocks.c2.within"],
      },
    ]);
    expect(late("[4h]", "4h")).toEqual([]);
    expect(late("[1h until 2h, 5h]", "4h")).toEqual([]);
  });

  it("is found for the severities of which it is so", () =>
    expect(
      late("{ bajo: [8h], else: [2h] }", "{ alto: 1h, else: 4h }").map(({ facts, at }) => [
        (facts as { severity: string }).severity,
        ...at,
      ]),
    ).toEqual([
      ["alto", "clocks.c1.every", "clocks.c2.within.alto"],
      ["bajo", "clocks.c1.every.bajo", "clocks.c2.within.else"],
    ]));
});

describe("the figure that the manual states of a promise", () => {
  const stated = (says: string, promise: string, calendar = 'open: "09:00-18:00", day: 8h') =>
    findingsWith({
      calendars: `{ oficina: { ${calendar} } }`,
      ...clocks(`from: received, to: contacted, ${promise}, says: ${says}`),
    })
      .map(({ code }) => code)
      .filter((code) => ["term-says-otherwise", "days-could-be-dates"].includes(code));
  const otherwise = ["term-says-otherwise"];
  const days = ["days-could-be-dates"];

  it.each([
    ["4h", "on: oficina, within: 4h", []],
    ["4h", "on: elapsed, within: 4h", []],
    ["4h", "on: oficina, within: 5h", otherwise],
    ["4h", "on: oficina, within: 4 dates", otherwise],
    ["24h elapsed", "on: elapsed, within: 24h", []],
    ["3 days", "on: oficina, within: 3 dates", days],
    ["3 days", "on: oficina, within: 2 dates", otherwise],
    ["3 days", "on: elapsed, within: 72h", days],
    ["3 days", "on: elapsed, within: 71h", otherwise],
    ["3 days", "on: oficina, within: 24h", days],
    ["3 days", "on: oficina, within: 27h", otherwise],
    ["2 dates", "on: oficina, within: 2 dates", []],
    ["4h", "on: oficina, within: { alto: 4h, else: 8h }", []],
  ])("%s against { %s }", (says, promise, codes) => expect(stated(says, promise)).toEqual(codes));

  it("in days has no hours where nobody says how long a day is", () =>
    expect(stated("3 days", "on: oficina, within: 24h", 'open: "09:00-18:00"')).toEqual(otherwise));
});

describe("silence that runs out while the desk is closed", () => {
  const run = (within: string, closed: string) =>
    found("silence-within-closing", {
      calendars: `{ oficina: { open: "09:00-19:00", closed: [${closed}] } }`,
      clocks: `
  contacto: { from: received, to: contacted, on: oficina, within: 4h, clause: M-1 }
  silencio: { from: asked, to: client-said, on: elapsed, within: ${within}, then: close, clause: M-2 }`,
    }).map(({ facts }) => (facts as { run: number }).run / HOUR);

  it("is found with the longest closing that holds it: a weekend, or one with a holiday", () => {
    expect(run("40h elapsed", "")).toEqual([62]);
    expect(run("40h elapsed", "mx-lft")).toEqual([86]);
    expect(run("61h elapsed", "")).toEqual([62]);
    expect(run("62h elapsed", "")).toEqual([]);
    expect(run("72h elapsed", "mx-lft")).toEqual([86]);
  });
});

describe("hours of which it is not said which", () => {
  const silent = (promise: string, hours = "") =>
    found("hours-not-said", {
      desk: `{ id: mesa, name: Mesa, zone: America/Mexico_City${hours} }`,
      ...clocks(`from: received, to: solved, ${promise}`),
    });

  it("are found where neither the clock nor the desk says it", () => {
    expect(silent("within: 4h")).toEqual([
      { facts: { clock: "c1", calendar: "oficina" }, at: ["clocks.c1.within"] },
    ]);
    expect(silent("within: 4h", ", hours: oficina")).toEqual([]);
    expect(silent("on: oficina, within: 4h")).toEqual([]);
    expect(silent("within: 4h of oficina")).toEqual([]);
    expect(silent("within: 4h elapsed")).toEqual([]);
    expect(silent("within: { alto: 1h of oficina, else: 4h }")).toHaveLength(1);
    expect(silent("within: { target: 1h, limit: 4h of oficina }")).toHaveLength(1);
    expect(silent("every: [1h]")).toMatchObject([{ at: ["clocks.c1.every"] }]);
    expect(silent("every: [1h elapsed]")).toEqual([]);
  });
});

describe("one clause that two clocks keep", () => {
  const twice = (...written: string[]) =>
    findingsWith({
      clocks: written.map((one, i) => `\n  c${i + 1}: { ${one} }`).join(""),
    })
      .filter(({ code }) => code === "clause-read-twice")
      .map(({ facts, at }) => [(facts as { clause: string }).clause, ...at]);

  it("with different lengths from the same start to the same end is found", () => {
    const of = (within: string, clause: string) =>
      `${CONTACT}, within: ${within}, clause: ${clause}`;
    expect(twice(of("4h", "[M-1, M-2]"), of("5h", "[M-3, M-2]"))).toEqual([
      ["M-2", "clocks.c2.within", "clocks.c1.within"],
    ]);
    expect(twice(of("4h", "M-1"), of("4h", "M-1"))).toEqual([]);
    expect(twice(of("4h", "M-1"), of("5h", "M-2"))).toEqual([]);
    expect(twice(of("4h", "M-1"), `${SOLUTION}, within: 5h, clause: M-1`)).toEqual([]);
    expect(twice(of("{ alto: 1h, else: 4h }", "M-1"), of("{ alto: 2h, else: 4h }", "M-1"))).toEqual(
      [["M-1", "clocks.c2.within.alto", "clocks.c1.within.alto"]],
    );
  });
});

describe("a way that a clock opens", () => {
  const opens = (then: string) =>
    found("opens-what-is-open", {
      channels: "{ form: {}, phone: { needs: ticket, clause: M-9 } }",
      ...clocks(`${CONTACT}, within: 4h, then: ${then}`),
    }).map(({ at }) => at);

  it("and that was open to everybody is found at its place, alone or in a list", () => {
    expect(opens("{ open: form }")).toEqual([["clocks.c1.then", "channels.form"]]);
    expect(opens("[{ open: phone }, { tell: acuse }, { open: form }]")).toEqual([
      ["clocks.c1.then.2", "channels.form"],
    ]);
    expect(opens("{ open: phone }")).toEqual([]);
  });
});

describe("rules in their order", () => {
  const order = (sections: Record<string, string>) =>
    findingsWith(sections)
      .filter(({ code }) => code === "rule-shadowed" || code === "rule-never-holds")
      .map(({ code, facts, at }) => [code, (facts as { name: string }).name, ...at]);

  it("that come after one which holds wherever they do are never reached", () => {
    expect(
      order({
        classify:
          "[{ when: { channel: form }, severity: alto }, { when: { kind: ayuda, channel: form }, severity: medio }, { else: bajo }]",
      }),
    ).toEqual([["rule-shadowed", "medio", "classify.1", "classify.0"]]);
    expect(
      order({
        states:
          "{ uno: { when: { solved: true } }, dos: { when: { not: { solved: true } } }, tres: { when: { solved: true, closed: true } }, fin: { else: true } }",
      }),
    ).toContainEqual(["rule-shadowed", "tres", "states.tres", "states.uno"]);
  });

  it("that never hold are told as that", () =>
    expect(
      order({ classify: "[{ when: { ground: claimed }, severity: alto }, { else: bajo }]" }),
    ).toEqual([["rule-never-holds", "alto", "classify.0"]]));
});
