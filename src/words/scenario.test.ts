import { describe, expect, it } from "vitest";
import type { About, Difference } from "../core/scenario/difference.ts";
import { instantValue, nothing, wordsValue } from "../core/scenario/difference.ts";
import { sayDifference, scenarioWords } from "./scenario.ts";

const es = { zone: "America/Mexico_City", language: "es" } as const;
const en = { zone: "America/Mexico_City", language: "en" } as const;
const now = Date.UTC(2026, 10, 23, 20);
const HOUR = 3_600_000;

function difference(more: Partial<Difference>): Difference {
  const blank = { name: null, at: [], path: [], folio: "T-1", expected: nothing, actual: nothing };
  return { about: "folio", now, ...blank, ...more };
}

describe("a difference in words", () => {
  const late = difference({
    about: "due",
    name: "primer-contacto",
    expected: instantValue(now - 2 * HOUR),
    actual: instantValue(now - HOUR),
  });

  it("says when, what was expected and what there is", () => {
    expect(sayDifference(late, es)).toBe(
      "lun 23 nov 14:00: se esperaba «primer-contacto» 12:00, vence 13:00",
    );
    expect(sayDifference(late, en)).toBe(
      'Mon 23 Nov 14:00: expected "primer-contacto" 12:00, it is due 13:00',
    );
  });

  it("says the date of another day, seconds and thousandths", () => {
    const other = { ...late, actual: instantValue(now + 24 * HOUR + 1_001) };
    expect(sayDifference(other, es)).toMatch(/vence mar 24 nov 14:00:01\.001$/u);
  });

  it("says that there is nothing", () => {
    expect(sayDifference({ ...late, actual: nothing }, es)).toMatch(/12:00, no vence$/u);
    expect(sayDifference({ ...late, expected: nothing }, es)).toMatch(
      /no se esperaba «primer-contacto», vence 13:00$/u,
    );
  });

  it("names what there is of what was not expected at all", () => {
    const breached = difference({ about: "breached", actual: wordsValue("primer-contacto") });
    expect(sayDifference(breached, es)).toBe(
      "lun 23 nov 14:00: no se esperaba el incumplimiento, hay primer-contacto",
    );
  });

  it("says what was refused, and what was not", () => {
    const refused = {
      about: "act" as const,
      name: "client adds",
      actual: wordsValue("ticket-closed [HB-15]"),
    };
    expect(sayDifference(difference(refused), es)).toBe(
      "lun 23 nov 14:00: «client adds» se rechazó: ticket-closed [HB-15]",
    );
    const done = { about: "refused" as const, expected: wordsValue("ticket-closed") };
    expect(sayDifference(difference(done), en)).toBe(
      "Mon 23 Nov 14:00: expected a refusal (ticket-closed) and it was done",
    );
  });

  const all = Object.keys(scenarioWords("es").about) as About[];

  it.each(all)("has words for %s in both languages, with a name and without", (about) => {
    for (const place of [es, en])
      for (const name of [null, "esto"]) {
        const said = sayDifference(
          difference({ about, name, expected: wordsValue("uno"), actual: wordsValue("dos") }),
          place,
        );
        expect(said).toMatch(/uno/u);
        expect(said).toMatch(/dos$/u);
        expect(said).not.toMatch(/undefined|null| {2}| [,:]/u);
      }
  });
});
