import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTelephone, telephoneEnding } from "./telephone.ts";

describe("a telephone as it is kept", () => {
  it.each([
    ["55 5555 0100", "+525555550100"],
    ["(55) 5555-0100 ext. 12", "+525555550100"],
    ["+52 55 5555 0100", "+525555550100"],
    ["+52 1 55 5555 0100", "+525555550100"],
    ["521 55 5555 0100", "+525555550100"],
    ["52 55 5555 0100", "+525555550100"],
    ["01 222 555 0100", "+522225550100"],
    ["044 55 5555 0100", "+525555550100"],
    ["+1 202-555-0143", "+12025550143"],
    ["0012025550143", "+12025550143"],
    ["555-0100", "+5550100"],
    ["+0052 55 5555 0100", "+525555550100"],
    ["0555-0100", "+5550100"],
  ])("%s is %s", (written, kept) => {
    expect(readTelephone(written)).toBe(kept);
  });

  it.each(["", "extensión 4", "12345", "llámeme", "1234567890123456", "+", "000000000"])(
    "%s is no telephone",
    (written) => {
      expect(readTelephone(written)).toBeNull();
    },
  );

  it("reads what it wrote as the same", () => {
    const digits = fc.stringMatching(/^\+?[0-9]{7,15}$/u);
    fc.assert(
      fc.property(digits, (written) => {
        const kept = readTelephone(written);
        if (kept === null) return;
        expect(readTelephone(kept)).toBe(kept);
        expect(telephoneEnding(kept).length).toBeLessThanOrEqual(10);
      }),
    );
  });
});
