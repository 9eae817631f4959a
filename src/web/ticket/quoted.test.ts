import { describe, expect, it } from "vitest";
import { isLong, withoutPast } from "./quoted.ts";

describe("a message and the past that it quotes", () => {
  it("are parted where a mail program put the past under it", () => {
    expect(
      withoutPast(
        "Ya quedó.\n\nEl lun, 23 nov 2026 a las 9:00, Mesa escribió:\n> ¿Funciona?\n> Gracias",
      ),
    ).toEqual({
      said: "Ya quedó.",
      quoted: "El lun, 23 nov 2026 a las 9:00, Mesa escribió:\n> ¿Funciona?\n> Gracias",
    });
    expect(withoutPast("Sí.\n> ¿Funciona?\n").quoted).toBe("> ¿Funciona?");
    expect(withoutPast("Va.\n-----Mensaje original-----\nDe: a@example.com\nHola").said).toBe(
      "Va.",
    );
  });

  it("stay whole where somebody answers between the lines, or only quotes", () => {
    const between = "Le respondo:\n> ¿Funciona?\nSí\n> ¿Y lo otro?\nNo";
    expect(withoutPast(between)).toEqual({ said: between, quoted: null });
    expect(withoutPast("> Solo una cita").quoted).toBeNull();
    expect(withoutPast("Sin cita").quoted).toBeNull();
  });

  it("is folded where it is long", () => {
    expect(isLong("x".repeat(1_700))).toBe(true);
    expect(isLong("a\n".repeat(30))).toBe(true);
    expect(isLong("Hola")).toBe(false);
  });
});
