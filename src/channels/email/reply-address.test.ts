import fc from "fast-check";
import { expect, test } from "vitest";
import { readReplyAddress, replyAddress } from "./reply-address.ts";

const DAY = 86_400_000;
const secret = Buffer.alloc(32, 7);
const mailbox = "soporte@hib2b.example.com";
const now = 20_000 * DAY;

test("a reply address gives back its ticket, whatever case it is written in", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 32 - 1 }),
      fc.integer({ min: 0, max: 400 }),
      (number, days) => {
        const address = replyAddress(secret, mailbox, {
          desk: "hib2b",
          number,
          expires: now + days * DAY,
        });
        expect(address.split("@")[0]?.length).toBeLessThanOrEqual(64);
        for (const written of [address, address.toUpperCase()])
          expect(readReplyAddress(written, mailbox, { secret, desk: "hib2b", now })).toEqual({
            is: "signed",
            number,
          });
      },
    ),
  );
});

test("a reply address of another desk, of another secret or with one letter changed is forged", () => {
  const address = replyAddress(secret, mailbox, { desk: "hib2b", number: 165, expires: now + DAY });
  const known = { secret, desk: "hib2b", now };
  expect(readReplyAddress(address, mailbox, { ...known, desk: "erp-clubes" })).toEqual({
    is: "forged",
  });
  expect(readReplyAddress(address, mailbox, { ...known, secret: Buffer.alloc(32, 8) })).toEqual({
    is: "forged",
  });
  const start = address.indexOf("+") + 1;
  // The last letter carries three bits of the sixteen bytes and two of nothing.
  for (let at = start; at < start + 25; at += 1) {
    const other = address[at] === "a" ? "b" : "a";
    const changed = address.slice(0, at) + other + address.slice(at + 1);
    expect(readReplyAddress(changed, mailbox, known)).toEqual({ is: "forged" });
  }
});

test("a reply address is good to the end of its last day, and then expired", () => {
  const address = replyAddress(secret, mailbox, { desk: "hib2b", number: 7, expires: now + DAY });
  const read = (at: number) =>
    readReplyAddress(address, mailbox, { secret, desk: "hib2b", now: at });
  expect(read(now + 2 * DAY - 1)).toEqual({ is: "signed", number: 7 });
  expect(read(now + 2 * DAY)).toEqual({ is: "expired", number: 7 });
});

test("other sub-addresses and other mailboxes are no reply addresses", () => {
  const known = { secret, desk: "hib2b", now };
  for (const address of [mailbox, "soporte+ventas@hib2b.example.com", "otro@hib2b.example.com", ""])
    expect(readReplyAddress(address, mailbox, known)).toBeNull();
  const address = replyAddress(secret, mailbox, { desk: "hib2b", number: 7, expires: now });
  expect(readReplyAddress(address, "ventas@hib2b.example.com", known)).toBeNull();
});
