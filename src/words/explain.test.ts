import { describe, expect, it } from "vitest";
import {
  OFICINA,
  PRIMER_CONTACTO,
  RESOLUCION,
  traceOf,
  wall,
  watch,
} from "../../test/kit/rules.ts";
import { calendarOf } from "../core/calendar/calendar.ts";
import type { Explanation } from "../core/clock/clock.ts";
import { explainClock } from "../core/clock/explain.ts";
import type { Watched } from "../core/clock/watched.ts";
import { explainInWords } from "./explain.ts";

const ZONE = "America/Mexico_City";

function explanation(watched: Watched, now: string): Explanation {
  const clock = watched.rules[0]?.id ?? "";
  const found = explainClock(watched, { clock, policy: 1 }, wall(now));
  if (found === null) throw new Error("nothing to explain");
  return found;
}

const friday = watch(PRIMER_CONTACTO, traceOf([["received", "2026-11-13 17:00"]]));

describe("an explanation in words", () => {
  it("says in Spanish what counts, what does not and why, and how much that makes", () => {
    expect(explainInWords(explanation(friday, "2026-11-13 17:00"), "es", ZONE)).toEqual([
      "vie 13 nov 17:00 → 18:00 · cuenta 1 h (oficina, HB-13) · van 1 h de 4 h",
      "vie 13 nov 18:00 → lun 16 nov 00:00 · no cuenta: fuera del horario (oficina, HB-13) · van 1 h de 4 h",
      expect.stringMatching(
        /^lun 16 nov 00:00 → mar 17 nov 00:00 · no cuenta: día inhábil, .*Revolución.*74.* · van 1 h de 4 h$/u,
      ),
      "mar 17 nov 00:00 → 09:00 · no cuenta: fuera del horario (oficina, HB-13) · van 1 h de 4 h",
      "mar 17 nov 09:00 → 12:00 · cuenta 3 h (oficina, HB-13) · van 4 h de 4 h",
      "plazo: de 1 a 4 horas hábiles",
      "objetivo: viernes 13 de noviembre, 18:00",
      "límite: martes 17 de noviembre, 12:00",
      "según HB-13 · versión 1 del manual",
    ]);
  });

  it("says the same in English", () => {
    const lines = explainInWords(explanation(friday, "2026-11-13 17:00"), "en", ZONE);
    expect(lines[0]).toBe(
      "Fri 13 Nov 17:00 → 18:00 · counts 1 h (oficina, HB-13) · 1 h of 4 h so far",
    );
    expect(lines[2]).toMatch(/does not count: a holiday, /u);
    expect(lines.at(-2)).toBe("limit: Tuesday 17 November, 12:00");
    expect(lines.at(-1)).toBe("by HB-13 · version 1 of the manual");
  });

  it("names pauses, time spent solved and published exceptions in both languages", () => {
    const trace = traceOf(
      [
        ["contacted", "2026-11-23 09:00"],
        ["solved", "2026-11-23 14:00:30"],
        ["reopened", "2026-11-23 15:00"],
      ],
      {
        severities: [["critico", "2026-11-23 09:00"]],
        pauses: [["waiting-for-client", "2026-11-23 10:00", "2026-11-23 11:00"]],
      },
    );
    const found = explanation(watch(RESOLUCION, trace), "2026-11-23 15:30");
    const es = explainInWords(found, "es", ZONE).join("\n");
    expect(es).toContain("no cuenta: en espera de su respuesta (oficina, HB-14) · van 1 h");
    expect(es).toContain(
      "lun 23 nov 14:00:30 → 15:00 · no cuenta: resuelto, en espera de su confirmación",
    );
    const en = explainInWords(found, "en", ZONE).join("\n");
    expect(en).toContain("waiting for your answer");
    expect(en).toContain("solved, waiting for your confirmation");
    const changed = calendarOf({
      ...OFICINA,
      exceptions: [{ date: "2026-11-23", open: [], why: { es: "Corte de luz", en: "Power cut" } }],
    });
    const filed = watch(PRIMER_CONTACTO, traceOf([["received", "2026-11-23 10:00"]]));
    const cut = explanation({ ...filed, calendars: () => changed }, "2026-11-23 10:00");
    expect(explainInWords(cut, "es", ZONE)[0]).toContain("horario especial, Corte de luz");
    expect(explainInWords(cut, "en", ZONE)[0]).toContain("special hours, Power cut");
  });

  it("says the reading that the manual needed", () => {
    const rule = { ...PRIMER_CONTACTO, assumed: "horas de servicio" };
    const read = explanation({ ...friday, rules: [rule] }, "2026-11-13 17:00");
    expect(explainInWords(read, "es", ZONE).at(-1)).toBe("se interpreta así: horas de servicio");
  });
});
