import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startReceiver } from "../../src/channels/email/smtp/receive.ts";
import { usualSmtpLimits } from "../../src/channels/email/smtp/pace.ts";
import { takeInMail } from "../../src/channels/email/take-in.ts";
import type { Arriving } from "../../src/channels/email/take-in.ts";
import { isRefusal } from "../../src/core/refusal.ts";
import { listMailboxes, removeMailbox } from "../../src/desk/mailboxes/list-mailboxes.ts";
import { startFetching } from "../../src/jobs/fetch-mail.ts";
import { usualRhythm } from "../../src/channels/email/imap/watch-mailbox.ts";
import { inDesk } from "../../src/store/transaction.ts";
import { openTestDesk } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import {
  addTestMailbox,
  connectionTo,
  onlyMailbox,
  someMail,
  testFetching,
  until,
} from "../kit/mailboxes.ts";
import { dovecot, hasRealMail, postfix } from "../kit/real-mail.ts";
import type { Dovecot, Postfix } from "../kit/real-mail.ts";
import { handOver } from "../kit/smtp-peer.ts";

if (!hasRealMail)
  console.warn(
    "NOT RUN: against Dovecot and Postfix, which are not here (dovecot-imapd, postfix) or not as root",
  );

let test: TestDesk;
const takeIn = (arriving: Arriving) => takeInMail(test.plazo, arriving, { resolver: null });

const stored = (): Promise<{ mailbox: string; state: string; subject: string }[]> =>
  inDesk(test.plazo.db, test.desk, async (tx) => {
    const found = await tx.client.query<{ mailbox: string; state: string; subject: string }>(
      "select mailbox_address as mailbox, state, subject from received_mail order by at, id",
    );
    return found.rows;
  });

describe.skipIf(!hasRealMail)("a real Dovecot", () => {
  let imap: Dovecot;
  beforeAll(async () => {
    [test, imap] = await Promise.all([openTestDesk("hib2b"), dovecot()]);
  });
  afterAll(async () => {
    await imap.stop();
    await test.close();
  });

  it("tells of new mail by itself (IDLE), is read once each, and lets messages be marked and moved", async () => {
    await imap.deliver(someMail("antes"));
    await addTestMailbox(test, imap.port);
    const fetching = testFetching(takeIn, {
      rhythm: usualRhythm,
      patience: { connect: 5_000, greet: 5_000, silence: 90_000 },
    });
    const worker = startFetching(test.plazo, fetching);
    await until(stored, (mails) => mails.length === 1, 20_000);
    const began = performance.now();
    await new Promise((idle) => void setTimeout(idle, 500));
    await imap.deliver(someMail("después"));
    await until(stored, (mails) => mails.length === 2, 20_000);
    // It was told: the next look by itself would have been a minute later.
    expect(performance.now() - began).toBeLessThan(15_000);
    await worker.stop();
    expect(fetching.faults).toEqual([]);
    for (const { id } of await listMailboxes(test.plazo, test.desk))
      await removeMailbox(test.plazo, test.desk, id);
    const connection = connectionTo(imap.port, { after: "move", moveTo: "Atendidos" });
    await addTestMailbox(test, imap.port, { connection });
    const again = startFetching(test.plazo, testFetching(takeIn, { rhythm: usualRhythm }));
    await until(
      () => onlyMailbox(test),
      ({ lastSuccess }) => lastSuccess !== null,
      20_000,
    );
    await again.stop();
    expect(await onlyMailbox(test)).toMatchObject({ lastError: null, aside: 0 });
    // The same messages under another mailbox are known by their bytes.
    expect(await stored()).toHaveLength(2);
  }, 90_000);

  it("refuses a wrong password, which is told as such", async () => {
    for (const { id } of await listMailboxes(test.plazo, test.desk))
      await removeMailbox(test.plazo, test.desk, id);
    const connection = connectionTo(imap.port, { secret: { password: "otra" } });
    await addTestMailbox(test, imap.port, { connection });
    const patience = { connect: 5_000, greet: 5_000, silence: 20_000 };
    const worker = startFetching(test.plazo, testFetching(takeIn, { patience }));
    const failed = await until(
      () => onlyMailbox(test),
      ({ lastError }) => lastError !== null,
      30_000,
    );
    await worker.stop();
    expect(failed.lastError).toBe("login-refused");
  }, 60_000);
});

describe.skipIf(!hasRealMail)("a real Postfix", () => {
  let imap: Dovecot;
  beforeAll(async () => {
    [test, imap] = await Promise.all([openTestDesk("hib2b"), dovecot()]);
    await addTestMailbox(test, 1, { address: "mesa@desk.example.com", connection: null });
  });
  afterAll(async () => {
    await imap.stop();
    await test.close();
  });

  it("relays to our receiver, keeps what is refused for now and tries again, and delivers to Dovecot", async () => {
    const own = { away: true };
    const receiver = await startReceiver({
      plazo: test.plazo,
      takeIn: (arriving) => {
        if (own.away) throw new Error("the disk is full");
        return takeIn(arriving);
      },
      host: "127.0.0.1",
      port: 0,
      name: "plazo.example.com",
      tls: null,
      desks: null,
      limits: { ...usualSmtpLimits, grace: 100 },
      onFault: () => undefined,
    });
    if (isRefusal(receiver)) throw new Error(JSON.stringify(receiver));
    const mta: Postfix = await postfix({
      domain: "desk.example.com",
      port: receiver.port,
      delivered: { domain: "box.example.com", maildir: imap.maildir },
    });
    try {
      const relayed = someMail("relevado");
      expect(await handOver(mta.port, { to: "mesa@desk.example.com", raw: relayed })).toMatch(
        /^250 /u,
      );
      // RFC 5321 §4.2.5: what was answered with 451 is the peer's still.
      await until(
        () => mta.queue(),
        (queue) => queue.includes("451 4.3.0"),
        20_000,
      );
      expect(await stored()).toEqual([]);
      own.away = false;
      await mta.flush();
      await until(stored, (mails) => mails.length === 1, 30_000);
      expect(await stored()).toMatchObject([{ mailbox: "mesa@desk.example.com", state: "filed" }]);
      await until(
        () => mta.queue(),
        (queue) => queue.includes("is empty"),
        20_000,
      );
      await addTestMailbox(test, imap.port, { address: "caja@box.example.com" });
      const worker = startFetching(test.plazo, testFetching(takeIn, { rhythm: usualRhythm }));
      const boxed = someMail("caja");
      expect(await handOver(mta.port, { to: "caja@box.example.com", raw: boxed })).toMatch(
        /^250 /u,
      );
      const all = await until(stored, (mails) => mails.length === 2, 30_000);
      await worker.stop();
      expect(all.find(({ subject }) => subject.endsWith("caja"))).toMatchObject({
        mailbox: "caja@box.example.com",
        state: "filed",
      });
    } finally {
      await mta.stop();
      await receiver.stop();
    }
  }, 120_000);
});
