import { createServer } from "node:net";
import type { AddressInfo, Server } from "node:net";
import { SMTPServer } from "smtp-server";
import type { SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import type { OutgoingMail } from "../../desk/effects.ts";
import { keptMail, smtpMail } from "./send.ts";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const mail: OutgoingMail = {
  to: "proveedor@example.com",
  from: "Mesa <mesa@plazo.example.com>",
  replyTo: null,
  subject: "HD-1: recibimos su solicitud ñ",
  text: "Hola",
  html: "<p>Hola</p>",
  messageId: "<one@plazo.example.com>",
  inReplyTo: null,
  references: ["<hib2b.1@plazo.example.com>"],
  automatic: true,
  language: "es",
  at: Date.parse("2026-11-20T23:00:00Z"),
};

/** A mail server in this process, and what it took. */
async function server(options: SMTPServerOptions): Promise<{ url: string; taken: string[] }> {
  const taken: string[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        taken.push(Buffer.concat(chunks).toString("utf8"));
        done();
      });
    },
    ...options,
  });
  smtp.on("error", () => undefined);
  await new Promise<void>((resolve) => {
    smtp.listen(0, "127.0.0.1", resolve);
  });
  closers.push(() => new Promise((resolve) => smtp.close(() => resolve())));
  return { url: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, taken };
}

/** A server that does with a connection whatever the test says. */
async function rawServer(
  onLine: (line: string, write: (text: string) => void, end: () => void) => void,
  greeting = "220 ready\r\n",
): Promise<string> {
  const raw: Server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.write(greeting);
    socket.on("data", (data) => {
      for (const line of data
        .toString("utf8")
        .split("\r\n")
        .filter((one) => one !== "")) {
        onLine(
          line,
          (text) => socket.write(text),
          () => socket.destroy(),
        );
      }
    });
  });
  await new Promise<void>((resolve) => {
    raw.listen(0, "127.0.0.1", resolve);
  });
  closers.push(() => new Promise((resolve) => raw.close(() => resolve())));
  return `smtp://127.0.0.1:${(raw.address() as AddressInfo).port}`;
}

const refusing = (code: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode: code });
const short = { connect: 300, greet: 300, silence: 300, whole: 800 };

describe("mail by SMTP", () => {
  it("offers to stop what is sent of itself, by one POST where that is safe (RFC 2369, RFC 8058)", async () => {
    const { url, taken } = await server({});
    const stop = `https://plazo.example.com/d/hib2b/seguimiento/${"0".repeat(36)}.${"A".repeat(22)}`;
    await smtpMail(url).send({ ...mail, stop });
    await smtpMail(url).send({ ...mail, stop: stop.replace("https:", "http:") });
    await smtpMail(url).send(mail);
    const [safe = "", plain = "", none = ""] = taken.map((one) => one.replace(/\r\n /gu, " "));
    expect(safe).toMatch(new RegExp(`^List-Unsubscribe: <${stop}>\r$`, "mu"));
    expect(safe).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/mu);
    expect(plain).toContain("List-Unsubscribe: <http://");
    expect(plain).not.toContain("List-Unsubscribe-Post");
    expect(none).not.toContain("List-Unsubscribe");
  });

  it("leaves with its fixed Message-ID, its thread, and says that it is automatic (RFC 3834)", async () => {
    const { url, taken } = await server({});
    expect(await smtpMail(url).send(mail)).toMatchObject({ delivery: "sent" });
    for (const header of [
      "Message-ID: <one@plazo.example.com>",
      "References: <hib2b.1@plazo.example.com>",
      "Auto-Submitted: auto-generated",
      "Content-Language: es",
      "To: proveedor@example.com",
    ]) {
      expect(taken[0]).toContain(header);
    }
    expect(taken[0]).not.toMatch(/^List-/mu);
  });

  it("does not call a person's answer automatic", async () => {
    const { url, taken } = await server({});
    await smtpMail(url).send({ ...mail, automatic: false });
    expect(taken[0]).not.toContain("Auto-Submitted");
  });

  it("lets no header in through a subject or an address", async () => {
    const { url, taken } = await server({});
    await smtpMail(url).send({ ...mail, subject: "Uno\r\nBcc: otro@example.com" });
    expect(taken[0]).not.toMatch(/^Bcc:/mu);
    const through = await smtpMail(url).send({
      ...mail,
      to: "a@example.com\r\nRCPT TO:<b@example.com>",
    });
    if (through.delivery === "sent") expect(taken[1]).not.toMatch(/^RCPT TO/mu);
  });

  it("is refused for good by a server that does not know the mailbox", async () => {
    const { url } = await server({
      onRcptTo: (_to, _session, done) => done(refusing(550, "no such mailbox")),
    });
    expect(await smtpMail(url).send(mail)).toMatchObject({
      delivery: "refused",
      how: "permanent",
      why: expect.stringContaining("no such mailbox") as string,
    });
  });

  it("is refused for now by a server that lists the sender grey", async () => {
    const { url } = await server({
      onRcptTo: (_to, _session, done) => done(refusing(451, "greylisted, come back")),
    });
    expect(await smtpMail(url).send(mail)).toMatchObject({ delivery: "refused", how: "temporary" });
  });

  it("is refused for now where the sign-in is wrong: people mend that, and no message is lost", async () => {
    const url = await rawServer((line, write) => {
      if (/^EHLO/iu.test(line)) write("250-x\r\n250 AUTH PLAIN\r\n");
      else write("535 wrong word\r\n");
    });
    expect(await smtpMail(url.replace("smtp://", "smtp://user:word@")).send(mail)).toMatchObject({
      delivery: "refused",
      how: "temporary",
    });
  });

  it("does not wait for ever for a server that never greets, or falls silent", async () => {
    const silent = await rawServer(() => undefined, "");
    expect(await smtpMail(silent, short).send(mail)).toMatchObject({
      delivery: "refused",
      how: "temporary",
    });
    const stalls = await rawServer((line, write) => {
      if (/^(EHLO|MAIL)/iu.test(line)) write("250 ok\r\n");
    });
    expect(await smtpMail(stalls, short).send(mail)).toMatchObject({
      delivery: "refused",
      how: "temporary",
    });
  });

  it("does not wait beyond the whole for a server that answers one letter at a time", async () => {
    const drips = await rawServer((_line, write) => {
      const timer = setInterval(() => write("2"), 100);
      closers.push(() => Promise.resolve(clearInterval(timer)));
    });
    const began = performance.now();
    expect(await smtpMail(drips, short).send(mail)).toMatchObject({
      delivery: "refused",
      how: "temporary",
    });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("does not know what became of it where the server closes after DATA, and says: for now", async () => {
    const url = await rawServer((line, write, end) => {
      if (/^DATA/iu.test(line)) write("354 go on\r\n");
      else if (line === ".") end();
      else if (/^(EHLO|MAIL|RCPT)/iu.test(line)) write("250 ok\r\n");
    });
    expect(await smtpMail(url, short).send(mail)).toMatchObject({
      delivery: "refused",
      how: "temporary",
    });
  });

  it("is refused for now where nothing listens", async () => {
    expect(await smtpMail("smtp://127.0.0.1:1", short).send(mail)).toMatchObject({
      delivery: "refused",
      how: "temporary",
    });
  });
});

describe("mail without a server", () => {
  it("is kept", async () => {
    expect(await keptMail.send(mail)).toEqual({ delivery: "kept" });
  });
});
