import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../core/refusal.ts";
import { openTestDesk } from "../../../../test/kit/desk.ts";
import type { TestDesk } from "../../../../test/kit/desk.ts";
import { addTestMailbox, someMail, taker } from "../../../../test/kit/mailboxes.ts";
import type { Taker } from "../../../../test/kit/mailboxes.ts";
import { handOver, smtpPeer } from "../../../../test/kit/smtp-peer.ts";
import { replyAddress } from "../reply-address.ts";
import { usualSmtpLimits } from "./pace.ts";
import { startReceiver } from "./receive.ts";
import type { Receiver, Receiving } from "./receive.ts";

let test: TestDesk;
let taking: Taker;
let receiver: Receiver;
const faults: unknown[] = [];

beforeAll(async () => {
  test = await openTestDesk("hib2b");
  await addTestMailbox(test, 1, { address: "mesa@example.com", connection: null });
  await addTestMailbox(test, 1, {
    address: "control@example.com",
    connection: null,
    form: "soporte",
  });
});
afterAll(() => test.close());
beforeEach(() => {
  taking = taker();
  faults.length = 0;
});
afterEach(() => receiver.stop());

async function receive(differs: Partial<Receiving> = {}): Promise<number> {
  const started = await startReceiver({
    plazo: test.plazo,
    takeIn: (arriving) => taking.takeIn(arriving),
    host: "127.0.0.1",
    port: 0,
    name: "plazo.example.com",
    tls: null,
    desks: null,
    onFault: (fault) => void faults.push(fault),
    ...differs,
    limits: { ...usualSmtpLimits, grace: 100, ...differs.limits },
  });
  if (isRefusal(started)) throw new Error(JSON.stringify(started));
  receiver = started;
  return started.port;
}

const raw = someMail("smtp");

describe("the SMTP receiver", () => {
  it("takes a message for a mailbox whole and as it came, with how it came, and then says 250", async () => {
    const port = await receive();
    const dotted = `${raw}.una línea con punto\r\n..y otra\r\n`;
    expect(await handOver(port, { to: "Control@Example.com", raw: dotted })).toMatch(/^250 /u);
    expect(taking.taken).toHaveLength(1);
    expect(taking.taken[0]?.raw.toString()).toBe(dotted);
    expect(taking.taken[0]).toMatchObject({
      desk: test.desk,
      mailbox: { address: "control@example.com", form: "soporte" },
      origin: {
        by: "smtp",
        arrival: {
          ip: "127.0.0.1",
          helo: "mta.example.com",
          sender: "cliente@example.com",
          recipients: ["control@example.com"],
        },
      },
    });
  });

  it("takes bounces, which come from nobody", async () => {
    const port = await receive();
    expect(await handOver(port, { to: "mesa@example.com", raw, from: "" })).toMatch(/^250 /u);
    expect(taking.taken[0]?.origin).toMatchObject({ arrival: { sender: "" } });
  });

  it("takes one message for several mailboxes once for each, and once where two addresses are one mailbox's", async () => {
    const port = await receive();
    const expires = test.time.read() + 86_400_000;
    const signed = replyAddress(test.plazo.settings.secret, "mesa@example.com", {
      desk: test.desk,
      number: 7,
      expires,
    });
    const to = ["mesa@example.com", signed, "control@example.com"];
    expect(await handOver(port, { to, raw })).toMatch(/^250 /u);
    expect(
      taking.taken.map(({ mailbox, origin }) => [
        mailbox.address,
        origin.by === "smtp" ? origin.arrival.recipients : [],
      ]),
    ).toEqual([
      ["mesa@example.com", ["mesa@example.com", signed]],
      ["control@example.com", ["control@example.com"]],
    ]);
  });

  it.each([
    ["another's address", "alguien@example.net"],
    ["an address of the same domain that is no mailbox", "ventas@example.com"],
    ["a sub-address that nobody signed", "mesa+ventas@example.com"],
    ["a forged reply address", `mesa+${"a".repeat(26)}@example.com`],
    ["a relay written the old way", "alguien%example.net@example.com"],
    ["a route", "@example.com:alguien@example.net"],
    ["nobody", "postmaster"],
  ])("is no open relay: it does not take %s", async (...[, address]) => {
    const port = await receive();
    expect(await handOver(port, { to: address, raw })).toMatch(/^5\d\d /u);
    expect(taking.taken).toEqual([]);
  });

  it("does not take mail for a desk that this process does not serve", async () => {
    const port = await receive({ desks: ["otra"] });
    expect(await handOver(port, { to: "mesa@example.com", raw })).toMatch(/^550 /u);
  });

  it("takes mail for the address that the manual tells", async () => {
    const port = await receive();
    expect(await handOver(port, { to: "soporte@hib2b.example.com", raw })).toMatch(/^250 /u);
    expect(taking.taken[0]?.mailbox).toEqual({
      id: "manual",
      address: "soporte@hib2b.example.com",
      form: null,
    });
  });

  it("knows no sign-in, and offers no encryption that it does not have", async () => {
    const port = await receive();
    const peer = await smtpPeer(port);
    expect(peer.greeting).toMatch(/^220 plazo\.example\.com /u);
    const offered = await peer.say("EHLO mta.example.com");
    expect(offered).not.toMatch(/AUTH|STARTTLS/u);
    expect(offered).toContain(`SIZE ${usualSmtpLimits.bytes}`);
    expect(await peer.say("AUTH PLAIN AGEAYg==")).toMatch(/^5/u);
    expect(await peer.say("STARTTLS")).toMatch(/^5/u);
    peer.cut();
  });
});

describe("a message that cannot be stored", () => {
  it("is answered with 451, so that the peer tries again, and 250 is never said before it is", async () => {
    const port = await receive();
    const stored = Promise.withResolvers<undefined>();
    taking.before = () => {
      throw new Error("no space left on device");
    };
    expect(await handOver(port, { to: "mesa@example.com", raw })).toMatch(/^451 /u);
    expect(faults.map(String)).toEqual(["Error: no space left on device"]);
    taking.before = () => stored.promise;
    const peer = await smtpPeer(port);
    for (const line of [
      "EHLO mta",
      "MAIL FROM:<a@example.com>",
      "RCPT TO:<mesa@example.com>",
      "DATA",
    ])
      await peer.say(line);
    const answer = peer.send(raw);
    const first = await Promise.race([
      answer,
      new Promise((later) => void setTimeout(() => later("nothing yet"), 300)),
    ]);
    expect(first).toBe("nothing yet");
    stored.resolve(undefined);
    expect(await answer).toMatch(/^250 /u);
    peer.cut();
  });

  it("is taken for nobody where one of its mailboxes fails, and repeated for the others when it comes again", async () => {
    const port = await receive();
    taking.before = ({ mailbox }) => {
      if (mailbox.address === "control@example.com") throw new Error("later");
    };
    const message = { to: ["mesa@example.com", "control@example.com"], raw };
    expect(await handOver(port, message)).toMatch(/^451 /u);
    taking.before = () => undefined;
    expect(await handOver(port, message)).toMatch(/^250 /u);
    const came = taking.taken.map(({ mailbox }) => mailbox.address);
    expect(came).toEqual(["mesa@example.com", "mesa@example.com", "control@example.com"]);
  });

  it("is not taken at all where the line is cut in the middle of it, or before its end", async () => {
    const port = await receive();
    for (const part of [raw.slice(0, 80), raw, `${raw}.`, `${raw}.\r`]) {
      const peer = await smtpPeer(port);
      for (const line of [
        "EHLO mta",
        "MAIL FROM:<a@example.com>",
        "RCPT TO:<mesa@example.com>",
        "DATA",
      ])
        await peer.say(line);
      peer.write(part);
      await new Promise((soon) => void setTimeout(soon, 50));
      peer.cut();
    }
    expect(await handOver(port, { to: "mesa@example.com", raw })).toMatch(/^250 /u);
    expect(taking.taken).toHaveLength(1);
  });

  it("is stored where the peer cuts the line after its end without hearing the answer", async () => {
    const port = await receive();
    const peer = await smtpPeer(port);
    for (const line of [
      "EHLO mta",
      "MAIL FROM:<a@example.com>",
      "RCPT TO:<mesa@example.com>",
      "DATA",
    ])
      await peer.say(line);
    peer.write(`${raw}.\r\n`);
    await new Promise((soon) => void setTimeout(soon, 50));
    peer.cut();
    await receiver.stop();
    expect(taking.taken).toHaveLength(1);
  });
});

describe("a peer that asks for too much", () => {
  it("is told before and after when a message is too large, and nothing of it is taken", async () => {
    const port = await receive({ limits: { ...usualSmtpLimits, bytes: 2_000 } });
    const peer = await smtpPeer(port);
    await peer.say("EHLO mta");
    expect(await peer.say("MAIL FROM:<a@example.com> SIZE=2001")).toMatch(/^552 /u);
    peer.cut();
    const large = someMail("large", "x".repeat(5_000));
    expect(await handOver(port, { to: "mesa@example.com", raw: large })).toMatch(/^552 /u);
    expect(taking.taken).toEqual([]);
  });

  it("is asked to come back when it has too many lines, sends too fast, or names too many", async () => {
    const limits = { ...usualSmtpLimits, connectionsOfOne: 2, messagesAMinute: 2, recipients: 1 };
    const port = await receive({ limits });
    const [one, two, three] = [await smtpPeer(port), await smtpPeer(port), await smtpPeer(port)];
    expect(three.greeting).toMatch(/^421 /u);
    two.cut();
    three.cut();
    await one.say("EHLO mta");
    for (const sender of ["a", "b"]) {
      expect(await one.say(`MAIL FROM:<${sender}@example.com>`)).toMatch(/^250 /u);
      expect(await one.say("RCPT TO:<mesa@example.com>")).toMatch(/^250 /u);
      expect(await one.say("RCPT TO:<control@example.com>")).toMatch(/^452 /u);
      await one.say("RSET");
    }
    expect(await one.say("MAIL FROM:<c@example.com>")).toMatch(/^450 /u);
    one.cut();
  });

  it("is shown the door when it guesses addresses", async () => {
    const port = await receive({ limits: { ...usualSmtpLimits, strangers: 3 } });
    const peer = await smtpPeer(port);
    await peer.say("EHLO mta");
    await peer.say("MAIL FROM:<a@example.com>");
    for (const n of [1, 2, 3])
      expect(await peer.say(`RCPT TO:<n${n}@example.com>`)).toMatch(/^550 /u);
    expect(await peer.say("RCPT TO:<mesa@example.com>")).toMatch(/^421 /u);
    peer.cut();
  });

  it("is asked to come back while there is no room in memory, and a stalled line ends by itself", async () => {
    const limits = { ...usualSmtpLimits, held: 1_500, silence: 400 };
    const port = await receive({ limits });
    const stalled = await smtpPeer(port);
    for (const line of [
      "EHLO mta",
      "MAIL FROM:<a@example.com>",
      "RCPT TO:<mesa@example.com>",
      "DATA",
    ])
      await stalled.say(line);
    stalled.write(someMail("half", "x".repeat(1_000)));
    await new Promise((soon) => void setTimeout(soon, 50));
    const large = someMail("b", "x".repeat(1_000));
    expect(await handOver(port, { to: "mesa@example.com", raw: large })).toMatch(/^452 /u);
    expect(await stalled.say("")).toMatch(/^421 /u);
    stalled.cut();
    await new Promise((soon) => void setTimeout(soon, 50));
    expect(await handOver(port, { to: "mesa@example.com", raw: large })).toMatch(/^250 /u);
  });
});
