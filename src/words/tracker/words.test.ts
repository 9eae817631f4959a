import { describe, expect, it } from "vitest";
import { PORTAL } from "../../../test/kit/packs.ts";
import { wall } from "../../../test/kit/rules.ts";
import { trackerColumns } from "../../core/policy/tracker-rule.ts";
import type { DigestRule } from "../../core/policy/tracker-rule.ts";
import { headOf, sayCategory, sayCell } from "./cells.ts";
import type { CellPlace } from "./cells.ts";
import { digestWords } from "./digest.ts";

const place: CellPlace = {
  policy: PORTAL,
  language: "es",
  zone: "America/Mexico_City",
  now: wall("2026-11-20 18:00"),
};

describe("a cell of the tracker in words", () => {
  it("says codes by the manual, instants by the clock of the desk, and a dash for nothing", () => {
    expect(sayCell("filed", wall("2026-11-20 17:00"), place)).toBe(
      "viernes 20 de noviembre, 17:00",
    );
    expect(sayCell("category", "tipo/contrasena", place)).toBe(
      sayCategory("tipo/contrasena", PORTAL, "es"),
    );
    expect(sayCategory("tipo/contrasena", PORTAL, "es")).not.toBe("tipo/contrasena");
    expect(sayCell("assignee", null, place)).toBe("—");
    expect(sayCell("subject", "=1+1", place)).toBe("=1+1");
  });

  it("says a code that the manual in force does not have as it is", () => {
    expect(sayCell("severity", "urgente", place)).toBe("urgente");
    expect(sayCell("category", "tipo/otro", place)).toBe("otro");
    expect(sayCell("category", "antiguo", place)).toBe("antiguo");
  });

  it("has a head for each column in both languages, none of them the same", () => {
    for (const language of ["es", "en"] as const) {
      const heads = trackerColumns.map((column) => headOf(column, language));
      expect(new Set(heads).size).toBe(trackerColumns.length);
    }
  });
});

describe("what a digest says", () => {
  it.each([
    [[1, 0], "un ticket nuevo", "one ticket added"],
    [[0, 1], "un ticket actualizado", "one ticket updated"],
    [[3, 0], "3 tickets nuevos", "3 tickets added"],
    [[0, 2], "2 tickets actualizados", "2 tickets updated"],
    [[1, 1], "un ticket nuevo y uno actualizado", "one ticket added, one updated"],
    [[4, 7], "4 tickets nuevos y 7 actualizados", "4 tickets added, 7 updated"],
  ] as const)("counts %j", ([added, updated], es, en) => {
    expect(digestWords.es.count(added, updated)).toBe(es);
    expect(digestWords.en.count(added, updated)).toBe(en);
  });

  it("says when it comes", () => {
    const rule: DigestRule = { every: "day", calendar: "oficina", at: "opening", says: ["added"] };
    expect(digestWords.es.when(rule)).toBe("cada día hábil, al abrir la mesa");
    expect(digestWords.es.when({ ...rule, every: "week", at: 9.5 * 3_600_000 })).toBe(
      "el primer día hábil de cada semana, a las 09:30",
    );
    expect(digestWords.en.when({ ...rule, at: "closing" })).toBe(
      "every business day, when the desk closes",
    );
  });
});
