import { describe, expect, it } from "vitest";
import { closingInWords, factInWords, holdingInWords, progressInWords } from "./progress.ts";

describe("states and events in words", () => {
  it("says the working state in both languages", () => {
    expect(progressInWords("close-the-loop", "es")).toBe("Avisar la solución");
    expect(progressInWords("close-the-loop", "en")).toBe("Close the loop");
    expect(progressInWords("unattended", "es")).toBe("Sin atender");
  });

  it("says what happened in both languages", () => {
    expect(factInWords("filed", "es")).toBe("Ticket registrado");
    expect(factInWords("breached", "en")).toBe("Promise broken");
  });

  it("says why a ticket ended or is held", () => {
    expect(closingInWords("silence", "es")).toBe("No hubo respuesta del cliente en el plazo");
    expect(closingInWords("merged", "en")).toBe("Joined to another ticket");
    expect(holdingInWords("support-expired", "es")).toBe("El soporte del cliente venció");
  });
});
