import { describe, expect, it } from "vitest";
import { policyWith, problemsWith } from "../../../../test/kit/pack-problems.ts";
import { checkExamples } from "../examples.ts";

const section = (...examples: string[]) => ({
  clocks: `
  contacto: { from: received, to: contacted, within: 1h..4h, clause: M-1 }
  solucion: { from: received, to: solved, within: { bajo: 32h, else: 8h }, clause: M-1 }
  cada: { from: received, to: solved, within: { bajo: 32h, medio: 16h, alto: 8h }, clause: M-1 }
  avance: { from: received, to: solved, every: [1h], clause: M-1 }`,
  examples: `[${examples.map((one) => `{ ${one} }`).join(", ")}]`,
});
const FRIDAY = 'filed: "2026-11-20 17:00"';
const check = (...examples: string[]) => checkExamples(policyWith(section(...examples)));
const told = (example: string) => problemsWith(section(example));

describe("a worked example of a manual", () => {
  it("is local time of the desk's zone, to the minute or to the millisecond", () => {
    const { examples } = policyWith(
      section(
        `clock: contacto, ${FRIDAY}, limit: "2026-11-23T12:00", target: "2026-11-20 18:00", because: Fin de semana, clause: X-1`,
        'clock: contacto, filed: "2026-11-20 17:00:00.001", limit: "2026-11-23 12:00:00.001"',
      ),
    );
    expect(examples).toEqual([
      {
        clock: "contacto",
        severity: null,
        filed: Date.parse("2026-11-20T23:00:00Z"),
        limit: Date.parse("2026-11-23T18:00:00Z"),
        target: Date.parse("2026-11-21T00:00:00Z"),
        because: { es: "Fin de semana" },
        clause: ["X-1"],
      },
      {
        clock: "contacto",
        severity: null,
        filed: Date.parse("2026-11-20T23:00:00.001Z"),
        limit: Date.parse("2026-11-23T18:00:00.001Z"),
        target: null,
        clause: [],
      },
    ]);
  });

  it("passes where the desk's promises give it, to the millisecond", () => {
    const passed = (limit: string, target = "") =>
      check(`clock: contacto, ${FRIDAY}, limit: "${limit}"${target}`).map((one) => one.passed);
    expect(passed("2026-11-23 12:00")).toEqual([true]);
    expect(passed("2026-11-23 12:00:00.001")).toEqual([false]);
    expect(passed("2026-11-23 11:59:59.999")).toEqual([false]);
    expect(passed("2026-11-23 12:00", ', target: "2026-11-20 18:00"')).toEqual([true]);
    expect(passed("2026-11-23 12:00", ', target: "2026-11-20 17:59"')).toEqual([false]);
  });

  it("says what the calendars make of it, whether it passed or not", () => {
    const [result] = check(`clock: contacto, ${FRIDAY}, limit: "2026-11-23 10:00"`);
    expect(result).toMatchObject({
      index: 0,
      limit: Date.parse("2026-11-23T18:00:00Z"),
      target: Date.parse("2026-11-21T00:00:00Z"),
      passed: false,
    });
    const [none] = check(`clock: cada, severity: alto, ${FRIDAY}, limit: "2026-11-23 16:00"`);
    expect(none).toMatchObject({ target: null, passed: true });
  });

  it("is of a severity, or of the promise for all that are not named", () => {
    const limits = check(
      `clock: solucion, severity: bajo, ${FRIDAY}, limit: "2026-11-26 13:00"`,
      `clock: solucion, severity: alto, ${FRIDAY}, limit: "2026-11-23 16:00"`,
      `clock: solucion, ${FRIDAY}, limit: "2026-11-23 16:00"`,
    );
    expect(limits.map(({ index, passed }) => [index, passed])).toEqual([
      [0, true],
      [1, true],
      [2, true],
    ]);
    expect(told(`clock: cada, ${FRIDAY}, limit: "2026-11-23 16:00"`)).toMatchObject([
      { code: "example-needs-severity", facts: { clock: "cada" } },
    ]);
    expect(
      told(`clock: cada, severity: altos, ${FRIDAY}, limit: "2026-11-23 16:00"`),
    ).toMatchObject([{ code: "refers-to-nothing", at: "altos", facts: { near: "alto" } }]);
  });

  it("is of a clock that there is, and that ends", () => {
    expect(told(`clock: contactos, ${FRIDAY}, limit: "2026-11-23 16:00"`)).toEqual([
      {
        code: "refers-to-nothing",
        at: "contactos",
        facts: { what: "clock", name: "contactos", near: "contacto" },
      },
    ]);
    expect(told(`clock: avance, ${FRIDAY}, limit: "2026-11-23 16:00"`)).toEqual([
      { code: "example-of-rhythm", at: "avance", facts: { clock: "avance" } },
    ]);
  });

  it.each([
    "2026-11-20",
    "2026-11-31 10:00",
    "2026-11-20 24:01",
    "2026-11-20 10:60",
    "2026-11-20 10:00 h",
    "20-11-2026 10:00",
    "mañana",
    "",
  ])("%j is a time that no clock shows", (time) => {
    const facts = { time };
    expect(told(`clock: contacto, ${FRIDAY}, limit: "${time}"`)).toMatchObject([
      { code: "impossible-time", at: `"${time}"`, facts },
    ]);
    expect(told(`clock: contacto, filed: "${time}", limit: "2026-11-23 16:00"`)).toMatchObject([
      { code: "impossible-time", facts },
    ]);
  });

  it("at an hour that the zone skipped is moved forward by the gap", () => {
    const filed = (time: string) =>
      policyWith({
        ...section(`clock: contacto, filed: "2026-03-08 ${time}", limit: "2026-03-09 13:00"`),
        desk: "{ id: mesa, name: Mesa, zone: America/Tijuana }",
      }).examples[0]?.filed;
    expect(filed("02:30")).toBe(Date.parse("2026-03-08T03:30:00-07:00"));
    expect(filed("01:59")).toBe(Date.parse("2026-03-08T01:59:00-08:00"));
  });

  it("ends no earlier than it begins", () => {
    expect(told(`clock: contacto, ${FRIDAY}, limit: "2026-11-20 16:59"`)).toEqual([
      { code: "example-ends-first", at: '"2026-11-20 16:59"', facts: {} },
    ]);
    expect(told(`clock: contacto, ${FRIDAY}, limit: "2026-11-20 17:00"`)).toEqual([]);
  });

  it("of a desk whose zone there is not is left alone: one mistake is told once", () =>
    expect(
      problemsWith({
        ...section(`clock: contacto, ${FRIDAY}, limit: "x"`),
        desk: "{ id: mesa, name: Mesa, zone: Mexico }",
      }).map(({ code }) => code),
    ).toEqual(["unknown-zone"]));
});
