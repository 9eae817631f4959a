import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processorTime } from "../../../../test/kit/processor-time.ts";
import type { MailClass } from "../../../core/intake/mail-codes.ts";
import type { Facts } from "./facts.ts";
import { usualLimits } from "./limits.ts";
import { readMail } from "./read-mail.ts";
import type { MailReading } from "./reading.ts";

const FOLDER = join(import.meta.dirname, "../../../../test/fixtures/mail");
const corpus = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".eml"))
  .map((name) => readFileSync(join(FOLDER, name)));

const facts: Facts = {
  now: Date.parse("2026-11-20T16:00:00Z"),
  desk: "hib2b",
  mailboxes: ["soporte@hib2b.example.com"],
  mailDomain: "hib2b.example.com",
  folios: ["HD-{n}"],
  secret: Buffer.alloc(32, 7),
  register: {
    standing: () => Promise.resolve("unknown"),
    sent: () => Promise.resolve(null),
    ticket: () => Promise.resolve(null),
  },
  resolver: () => Promise.reject(Object.assign(new Error("none"), { code: "ENOTFOUND" })),
  arrival: { ip: "192.0.2.1", helo: "x.example.com", sender: "a@x.example.com", recipients: [] },
};

const CLASSES: readonly MailClass[] = [
  ...(["request", "reply", "notification", "list"] as const),
  ...(["auto-reply", "bounce", "loop", "quarantine"] as const),
];

function isWhole(bytes: Buffer, reading: MailReading): void {
  expect(CLASSES).toContain(reading.classification);
  expect(reading.bytes).toBe(bytes.length);
  expect(reading.answerable).toBe(
    reading.classification === "request" || reading.classification === "reply",
  );
  if (reading.classification === "quarantine") expect(reading.why).not.toEqual([]);
  for (const text of [reading.text, reading.whole, reading.subject, reading.html ?? ""])
    expect(text).not.toContain("\0");
  expect(reading.html ?? "").not.toMatch(
    /<(script|iframe|object|form|style)|\son\w+=|javascript:/iu,
  );
}

const sane = async (bytes: Buffer): Promise<void> => isWhole(bytes, await readMail(bytes, facts));

describe("whatever the bytes are, a message is read", () => {
  it("made of anything", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), (bytes) => sane(Buffer.from(bytes))),
    );
  });

  it("made of pieces of mail in any order", async () => {
    const piece = fc.constantFrom(
      ...[
        "From: a@b.example.com",
        "From: ",
        "Subject: =?utf-8?q?=C3=28?=",
        "\r\n",
        "\n",
        "\n\n",
        "--b",
        "--b--",
      ],
      ...[
        "Content-Type: multipart/mixed; boundary=b",
        'Content-Type: multipart/alternative; boundary="b',
        ";",
      ],
      ...[
        "Content-Type: text/html; charset=utf-16",
        "Content-Transfer-Encoding: base64",
        "=",
        "=?",
        "\0",
        " ",
        "\t",
      ],
      ...[
        "Content-Type: message/rfc822",
        "Content-Disposition: attachment; filename*0*=x''%",
        "filename*1=%zz",
      ],
      ...[
        "Content-Type: multipart/report; boundary=b",
        "Content-Type: message/delivery-status",
        "Final-Recipient: rfc822;",
      ],
      ...[
        "> ",
        "El 1 escribió:",
        "<b",
        "<script>",
        "&#0;",
        "-- ",
        "DKIM-Signature: v=1; a=",
        "Auto-Submitted: ",
        "ñ\u{1F600}",
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), (pieces) =>
        sane(Buffer.from(pieces.join(""), "utf8")),
      ),
    );
  });

  it("cut off anywhere, and with any byte changed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...corpus.filter(({ length }) => length > 0 && length < 20_000)),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 5 }),
        (message, cut, changes) => {
          const bytes = Buffer.from(message.subarray(0, 1 + (cut % message.length)));
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          return sane(bytes);
        },
      ),
    );
  });
});

const HEAD = "From: a@b.example.com\r\nTo: c@d.example.com\r\nMIME-Version: 1.0\r\n";

async function timed(bytes: Buffer): Promise<MailReading> {
  const start = processorTime();
  const reading = await readMail(bytes, facts);
  isWhole(bytes, reading);
  expect(processorTime() - start).toBeLessThan(8_000);
  return reading;
}

describe("a message made to be too much is read within its bounds", () => {
  it("of fifty megabytes of headers", async () => {
    const reading = await timed(Buffer.from(HEAD + `X: ${"y".repeat(1_000)}\r\n`.repeat(52_000)));
    expect(reading.classification).toBe("quarantine");
    // Its words were not read: nothing is said of them.
    expect(reading.why.map(({ code }) => code)).toEqual(["too-large"]);
    expect(reading.sender?.address).toBe("a@b.example.com");
  });

  it("of one header that is folded without end", async () => {
    const reading = await timed(Buffer.from(`${HEAD}Subject: x${"\r\n y".repeat(5_000_000)}`));
    expect(reading.why.map(({ code }) => code)).toContain("too-many-headers");
  });

  it("of a header that is folded as often as is read", async () => {
    const reading = await timed(
      Buffer.from(`${HEAD}Subject: x${"\r\n y".repeat(60_000)}\r\n\r\nhola`),
    );
    expect(reading).toMatchObject({ classification: "request", text: "hola" });
  });

  it("of forty megabytes of base64, which grow to no more than they are", async () => {
    const body = "A".repeat(39 * 1024 * 1024);
    const { attachments, classification } = await timed(
      Buffer.from(
        `${HEAD}Content-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}`,
      ),
    );
    expect(classification).toBe("request");
    expect(attachments[0]?.content.length).toBeLessThan(body.length);
  });

  it("of base64 whose padding is everywhere", async () => {
    await timed(
      Buffer.from(
        `${HEAD}Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n${"QQ==".repeat(2_000_000)}`,
      ),
    );
  });

  it("of ten thousand containers in each other", async () => {
    const nested = Array.from(
      { length: 10_000 },
      (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
    );
    const reading = await timed(
      Buffer.from(`${HEAD}Content-Type: multipart/mixed; boundary=b0\r\n\r\n${nested.join("")}`),
    );
    expect(reading.why.map(({ code }) => code)).toContain("too-deep");
  });

  it("of a million empty parts", async () => {
    const reading = await timed(
      Buffer.from(
        `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\n\r\n".repeat(1_000_000)}`,
      ),
    );
    expect(reading.why.map(({ code }) => code)).toContain("too-many-parts");
  });

  it("of a delivery report that never ends", async () => {
    const type = "Content-Type: multipart/report; report-type=delivery-status; boundary=b";
    const group = "Final-Recipient: rfc822; a@b.example.com\r\n\r\n";
    await timed(
      Buffer.from(
        `${HEAD}${type}\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n${group.repeat(500_000)}`,
      ),
    );
  });

  it("of pictures among lines without end, in both forms of its text", async () => {
    const html = `<p>a<img src="cid:1"></p>`.repeat(20_000);
    const type = "Content-Type: multipart/alternative; boundary=b";
    const parts = [
      `Content-Type: text/plain\r\n\r\n${"b\n".repeat(400_000)}`,
      `Content-Type: text/html\r\n\r\n${html}`,
    ];
    await timed(Buffer.from(`${HEAD}${type}\r\n\r\n--b\r\n${parts.join("\r\n--b\r\n")}\r\n--b--`));
  });

  it.each([
    ["angle brackets", "<".repeat(1_000_000)],
    ["tags in each other", "<div>".repeat(200_000)],
    ["quotations in each other", "<blockquote>".repeat(80_000)],
    ["one tag without end", `<a ${"x ".repeat(400_000)}`],
    ["attributes", `<p ${Array.from({ length: 80_000 }, (_, at) => `a${at}="b"`).join(" ")}>`],
    ["entities", "&amp;".repeat(200_000)],
    ["styles", `<p style="${"color:red;".repeat(80_000)}">`],
    ["comments", "<!--".repeat(200_000)],
  ])("of HTML made of %s", async (_, html) => {
    await timed(Buffer.from(`${HEAD}Content-Type: text/html\r\n\r\n${html}`));
  });

  it.each([
    ["quoted lines", "> ".repeat(3).concat("\n").repeat(300_000)],
    ["headers of Outlook", "De: x\n".repeat(300_000)],
    ["attributions", "escribió:\n".repeat(200_000)],
    ["one line of blanks", " ".repeat(3_000_000)],
    ["dashes", "-".repeat(3_000_000)],
    ["signature marks", "-- \n".repeat(300_000)],
    ["NUL bytes", "\0".repeat(3_000_000)],
    ["addresses without end", "a@".repeat(500_000)],
    ["digits and dots", "5.".repeat(500_000)],
  ])("of text made of %s", async (_, text) => {
    const daemon = "From: mailer-daemon@b.example.com\r\nSubject: failure notice\r\n";
    await timed(Buffer.from(`${HEAD}\r\n${text}`));
    await timed(Buffer.from(`${daemon}\r\n${text}`));
  });

  it.each([
    ["From", '"'.repeat(100_000)],
    ["From", "<".repeat(100_000)],
    ["From", "(".repeat(100_000)],
    ["From", "a@b.example.com,".repeat(10_000)],
    ["To", "a b ".repeat(50_000)],
    ["Subject", "=?utf-8?q?".repeat(20_000)],
    ["Subject", "=?a?b?QQ?= ".repeat(20_000)],
    ["Subject", "HD-".repeat(60_000)],
    ["Content-Type", `text/plain${'; x="'.repeat(40_000)}`],
    ["Content-Type", `text/plain${"; n*0*=%41".repeat(20_000)}`],
    ["Content-Disposition", `attachment; filename="${"\\".repeat(200_000)}`],
    ["References", "<a@b>".repeat(40_000)],
    ["References", "<".repeat(200_000)],
    ["DKIM-Signature", "v=1; a=rsa-sha256; b=".repeat(10_000)],
    ["Received", "from (".repeat(40_000)],
  ])("of a header %s without sense", async (name, value) => {
    await timed(Buffer.from(`${name}: ${value}\r\n${HEAD}\r\nhola`));
  });

  it("signed a thousand times: no signature is verified", async () => {
    const signature =
      "DKIM-Signature: v=1; a=rsa-sha256; d=b.example.com; s=x; h=from; bh=x; b=x\r\n";
    const reading = await timed(Buffer.from(signature.repeat(900) + HEAD + "\r\nhola"));
    expect(reading.authenticated).toMatchObject({ verdict: "none", dkim: "permerror" });
  });

  it("of a sender whose DNS never answers: it is read all the same, as not checked now", async () => {
    const reading = await readMail(
      Buffer.from(`${HEAD}\r\nhola`),
      { ...facts, resolver: () => new Promise(() => undefined) },
      { ...usualLimits, asking: 50 },
    );
    expect(reading).toMatchObject({ classification: "request", text: "hola" });
    expect(reading.authenticated.verdict).toBe("temporary");
  });
});
