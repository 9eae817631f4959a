import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inThread } from "./thread.ts";

const root = "<hib2b.1@plazo.example.com>";
const payload = { references: [root] } as unknown as Parameters<typeof inThread>[0]["payload"];
const mail = { subject: "HB-1: solucionado", payload, recipient: "ana@example.com" };
const sent = (n: number) => ({
  subject: `HB-1: noticia ${n}`,
  messageId: `<${n}@plazo.example.com>`,
  at: n,
});

describe("the thread of a mail", () => {
  it("begins with the ticket's own id, and the first mail answers nothing", () => {
    expect(inThread(mail, [])).toEqual({
      subject: "HB-1: solucionado",
      inReplyTo: null,
      references: [root],
    });
  });

  it("bears the first subject, and answers the last mail", () => {
    expect(inThread(mail, [sent(1), sent(2), sent(3)])).toEqual({
      subject: "Re: HB-1: noticia 1",
      inReplyTo: sent(3).messageId,
      references: [root, sent(1).messageId, sent(2).messageId, sent(3).messageId],
    });
  });

  it("leaves a notice to the desk's people its own subject", () => {
    const notice = { ...mail, subject: "HB-1: venció", recipient: "staff:bruno" };
    expect(inThread(notice, [sent(1)])).toMatchObject({
      subject: "HB-1: venció",
      inReplyTo: sent(1).messageId,
    });
  });

  it("answers what the client last wrote by mail, whatever left since", () => {
    const wrote = { at: 1.5, subject: null, messageId: "<ana@example.com>" };
    expect(inThread(mail, [sent(1), sent(2), wrote])).toEqual({
      subject: "Re: HB-1: noticia 1",
      inReplyTo: "<ana@example.com>",
      references: [root, sent(1).messageId, sent(2).messageId, "<ana@example.com>"],
    });
    expect(inThread(mail, [wrote])).toEqual({
      subject: "HB-1: solucionado",
      inReplyTo: "<ana@example.com>",
      references: [root, "<ana@example.com>"],
    });
  });

  it("repeats no name of a message that does not stand in a header line", () => {
    for (const messageId of [
      "<a b@x>",
      "<a\r\nBcc: x@example.com>",
      `<${"x".repeat(1_000)}>`,
      "nada",
      "",
    ])
      expect(inThread(mail, [{ at: 1, subject: null, messageId }])).toMatchObject({
        inReplyTo: null,
        references: [root],
      });
  });

  it("never has more than twelve references, the root and the one that it answers always among them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (n) => {
        const { references, inReplyTo } = inThread(
          mail,
          Array.from({ length: n }, (_, i) => sent(i)),
        );
        expect(references.length).toBeLessThanOrEqual(12);
        expect(references[0]).toBe(root);
        expect(references.at(-1)).toBe(inReplyTo);
        expect(new Set(references).size).toBe(references.length);
      }),
    );
  });
});
