import { describe, expect, it } from "vitest";
import { sayReading, withClauses, withSource } from "./source.ts";

describe("a sentence and its source", () => {
  it("carries its clauses before its full stop, and none where there are none", () => {
    expect(withClauses("No se reabre.", { clause: ["RD-8", "RD-14"] })).toBe(
      "No se reabre (RD-8, RD-14).",
    );
    expect(withClauses("¿Quién?", { clause: ["FI-2"] })).toBe("¿Quién? (FI-2)");
    expect(withClauses("No se reabre.", {})).toBe("No se reabre.");
  });

  it("says after it the reading that was taken, in the reader's language", () => {
    const cited = { clause: ["RD-4"], assumed: "se devuelve una vez." };
    expect(withSource("Dice poco.", cited, "es")).toBe(
      "Dice poco (RD-4). Se interpreta así: se devuelve una vez.",
    );
    expect(withSource("It says little.", cited, "en")).toBe(
      "It says little (RD-4). Read as: se devuelve una vez.",
    );
    expect(sayReading({ clause: ["RD-4"] }, "es")).toBe("");
  });
});
