import { describe, expect, it } from "vitest";
import type { Line } from "../core/ticket/timeline.ts";
import { sayMoment } from "./dates.ts";
import { sayHistory, sayLine } from "./history.ts";

const zone = "America/Mexico_City";
const promised = Date.parse("2026-11-23T18:00:00Z");
const deadline = Date.parse("2026-11-24T18:00:00Z");

const line = (type: Line["type"], facts: Line["facts"]): Line => ({
  seq: 2,
  at: promised,
  recorded: promised,
  type,
  by: "desk",
  name: null,
  facts,
  message: null,
});

function labelsIn(language: "es" | "en") {
  const same = (id: string): string => id;
  const clock = (): string => (language === "es" ? "Primer contacto" : "First contact");
  const moment = (at: number): string => sayMoment(at, { zone, language });
  return { severity: same, level: same, clock, channel: same, moment };
}

const say = (said: Line, language: "es" | "en"): string =>
  sayLine(said, labelsIn(language), language);

const moved = {
  clock: "primer-contacto",
  promised: String(promised),
  deadline: String(deadline),
  date: "2026-11-23",
  why: "Inventario",
};

describe("a limit that an exception of the calendar moved", () => {
  it("is said with the date promised and the one computed, in both languages", () => {
    expect(say(line("limit-moved", moved), "es")).toBe(
      "Cambió el horario del lunes 23 de noviembre de 2026: Inventario. Primer contacto: prometido lunes 23 de noviembre, 12:00 · ahora calculado martes 24 de noviembre, 12:00.",
    );
    expect(say(line("limit-moved", moved), "en")).toBe(
      "The hours of Monday 23 November 2026 changed: Inventario. First contact: promised Monday 23 November, 12:00 · now computed Tuesday 24 November, 12:00.",
    );
  });

  it("is said once where it is due again as promised; without a reason it gives none", () => {
    const { why: _why, ...plain } = { ...moved, deadline: String(promised) };
    expect(say(line("limit-moved", plain), "es")).toBe(
      "Cambió el horario del lunes 23 de noviembre de 2026. Primer contacto: vence otra vez en lo prometido, lunes 23 de noviembre, 12:00.",
    );
    expect(say(line("limit-moved", plain), "en")).toContain(
      "due again as promised, Monday 23 November, 12:00.",
    );
  });
});

it("a move to another version says which, and why", () => {
  const rebound = line("rebound", { policy: "2", reason: "Adenda firmada" });
  expect(say(rebound, "es")).toBe("Pasó a la versión 2 del manual: Adenda firmada.");
  expect(say(rebound, "en")).toBe("It moved to version 2 of the manual: Adenda firmada.");
});

it("the client's word that it is solved tells the closing that it brought, once", () => {
  const words = (...lines: readonly Line[]): string =>
    sayHistory(lines, labelsIn("es"), { zone, language: "es" });
  const confirmed = line("confirmed", {});
  expect(words(line("solved", {}), confirmed, line("closed", { reason: "confirmed" }))).toMatch(
    /^[^\n]*Se encontró la solución\.\n[^\n]*El cliente confirmó que quedó resuelto\.$/u,
  );
  expect(words(confirmed, line("closed", { reason: "by-agent" }))).toContain("lo cerró la mesa");
  expect(words(line("closed", { reason: "confirmed" }))).toContain("el cliente confirmó");
});
