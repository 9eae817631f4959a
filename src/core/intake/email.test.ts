import { describe, expect, it } from "vitest";
import { processorTime } from "../../../test/kit/processor-time.ts";
import { isDomain, readEmail } from "./email.ts";

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
    const began = processorTime();
    for (const text of [
      "a@" + "a.".repeat(200_000),
      "a".repeat(400_000),
      `${"a.".repeat(30)}@${"-".repeat(400_000)}`,
    ]) {
      expect(readEmail(text)).toBeNull();
    }
    expect(processorTime() - began).toBeLessThan(500);
  });
});

describe("an address at its longest", () => {
  const domain = (size: number): string => {
    const labels = `${"b".repeat(61)}.`.repeat(5).slice(0, size - 4);
    return `${labels.replace(/\.$/, "b")}.com`;
  };

  it("is 254 characters in all, 64 before the sign, 63 in a label", () => {
    const most = `${"a".repeat(64)}@${domain(189)}`;
    expect([most.length, readEmail(most)]).toEqual([254, most]);
    const more = `${"a".repeat(64)}@${domain(190)}`;
    expect([more.length, readEmail(more)]).toEqual([255, null]);
    expect(readEmail(`a@${"b".repeat(63)}.com`)).not.toBeNull();
  });

  it.each([
    "<a@example.com",
    "a>@example.com",
    "a@<example.com",
    "a@example>.com",
    "a@example.com>",
  ])("is none with anything before or after what a name is made of: %s", (text) => {
    expect(readEmail(text)).toBeNull();
  });

  it("of a domain is at most 253 characters, in two labels or more, the last no number", () => {
    expect(isDomain(domain(253))).toBe(true);
    expect(isDomain(domain(254))).toBe(false);
    expect(["example.com", "a.b1", "a.1b", "a.12", "com", "a."].map(isDomain)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
