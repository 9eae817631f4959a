import { describe, expect, it } from "vitest";
import { seal, unseal } from "./sealed.ts";

const sealing = { secret: new Uint8Array(32).fill(7), purpose: "authenticator", of: "ana" };
const text = Buffer.from("un secreto");

describe("what is sealed", () => {
  it("opens with the same secret, purpose and owner, and is never twice the same", () => {
    const [one, two] = [seal(text, sealing), seal(text, sealing)];
    expect(unseal(one, sealing).equals(text)).toBe(true);
    expect(one.equals(two)).toBe(false);
    expect(one.includes(text)).toBe(false);
  });

  it.each([{ secret: new Uint8Array(32).fill(8) }, { purpose: "mailbox" }, { of: "bruno" }])(
    "opens with nothing else: %o",
    (other) => {
      expect(() => unseal(seal(text, sealing), { ...sealing, ...other })).toThrow();
    },
  );

  it("does not open where a bit was altered", () => {
    const sealed = seal(text, sealing);
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    expect(() => unseal(sealed, sealing)).toThrow();
  });
});
