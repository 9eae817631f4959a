import { describe, expect, it } from "vitest";
import { base32, codeAt, stepAt, stepOf } from "./one-time-code.ts";

const secret = Buffer.from("12345678901234567890");

describe("codes of an authenticator app", () => {
  // RFC 6238, appendix B, the last six of its eight digits.
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("at second %i is %s", (seconds, code) => {
    expect(codeAt(secret, stepAt(seconds * 1000))).toBe(code);
  });

  it("are taken one step early or late and no more, with or without spaces", () => {
    const now = 1_234_567_890_000;
    const at = stepAt(now);
    for (const away of [-1, 0, 1])
      expect(stepOf(secret, codeAt(secret, at + away), now)).toBe(at + away);
    for (const away of [-2, 2]) expect(stepOf(secret, codeAt(secret, at + away), now)).toBeNull();
    expect(stepOf(secret, "005 924", now)).toBe(at);
    for (const wrong of ["", "00592", "0059244", "áéíóúñ"])
      expect(stepOf(secret, wrong, now)).toBeNull();
  });

  it("come from a secret that can be typed (RFC 4648 §10)", () => {
    expect(base32(Buffer.from("foobar"))).toBe("MZXW6YTBOI");
    expect(base32(Buffer.from("f"))).toBe("MY");
  });
});
