import { describe, expect, it } from "vitest";
import { maySendFor, senderOf } from "./sender.ts";

const installation = { mailFrom: "ayuda@plazo.example.com" };
const desk = { name: "Mesa HIB2B", published: "soporte@hib2b.example.com", mailbox: null };

describe("whom a desk's mail is from", () => {
  it("is the desk by name and the installation by address, and answers go to the desk, where it may not send for the desk's domain", () => {
    expect(senderOf(installation, desk)).toEqual({
      from: '"Mesa HIB2B" <ayuda@plazo.example.com>',
      replyTo: "soporte@hib2b.example.com",
      mailbox: null,
    });
  });

  it("is the desk's own address where it may", () => {
    const allowed = { ...installation, mailDomains: ["hib2b.example.com"] };
    expect(senderOf(allowed, desk)).toMatchObject({
      from: '"Mesa HIB2B" <soporte@hib2b.example.com>',
      replyTo: null,
    });
    const mailbox = "mesa@hib2b.example.com";
    expect(senderOf(allowed, { ...desk, mailbox }).from).toBe(`"Mesa HIB2B" <${mailbox}>`);
  });

  it("takes no domain for another that ends or begins alike", () => {
    const allowed = { ...installation, mailDomains: ["hib2b.example.com"] };
    for (const address of [
      "x@hib2b.example.com.example.org",
      "x@ahib2b.example.com",
      "x@b.hib2b.example.com",
    ])
      expect(maySendFor(allowed, address)).toBe(false);
    expect(maySendFor(allowed, "X@HIB2B.example.com")).toBe(true);
  });

  it("keeps a name within its header, whatever stands in it", () => {
    const name = 'Mesa" <x@evil.example.com>\r\nBcc: y@example.com, "';
    const { from } = senderOf(installation, { ...desk, name });
    expect(from).not.toMatch(/[\r\n]/u);
    expect(from.match(/[<>]/gu)).toEqual(["<", ">"]);
    expect(from.endsWith("<ayuda@plazo.example.com>")).toBe(true);
    expect(from.match(/"/gu)).toHaveLength(2);
  });

  it("is the installation alone where the manual tells what is no address", () => {
    const odd = { ...desk, published: "https://{portal}.example.com/ayuda" };
    expect(senderOf(installation, odd)).toMatchObject({ replyTo: null });
  });
});
