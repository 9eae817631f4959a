import { describe, expect, it } from "vitest";
import { readEmail } from "./email.ts";

describe("an e-mail address", () => {
  it.each([
    ["proveedor@example.com", "proveedor@example.com"],
    ["  Ana.Lopez+facturas@Sub.EXAMPLE.com ", "Ana.Lopez+facturas@sub.example.com"],
    ["o'brien_x-1@sub-2.example.org", "o'brien_x-1@sub-2.example.org"],
    ["peña@ejemplo.example.com", "peña@ejemplo.example.com"],
    ["x@münchen.example", "x@münchen.example"],
    [`${"a".repeat(64)}@example.com`, `${"a".repeat(64)}@example.com`],
  ])("%s is taken", (text, kept) => {
    expect(readEmail(text)).toBe(kept);
  });

  it.each([
    "",
    "@",
    "a@",
    "@example.com",
    "sin-arroba.example.com",
    "a@localhost",
    "a@x..example.com",
    "a@-x.example.com",
    "a@x-.example.com",
    "a@example.123",
    ".a@example.com",
    "a.@example.com",
    "a..b@example.com",
    "a b@example.com",
    "a@exam ple.com",
    "a@b@example.com",
    '"a b"@example.com',
    "a@[127.0.0.1]",
    "a@example.com\nBcc: otro@example.com",
    "a<b>@example.com",
    `${"a".repeat(65)}@example.com`,
    `a@${"b".repeat(64)}.com`,
    `a@${"b.".repeat(130)}com`,
  ])("%j is refused", (text) => {
    expect(readEmail(text)).toBeNull();
  });

  it("is read in linear time", () => {
    const began = performance.now();
    for (const text of [
      "a@" + "a.".repeat(200_000),
      "a".repeat(400_000),
      `${"a.".repeat(30)}@${"-".repeat(400_000)}`,
    ]) {
      expect(readEmail(text)).toBeNull();
    }
    expect(performance.now() - began).toBeLessThan(500);
  });
});
