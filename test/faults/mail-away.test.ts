import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smtpMail } from "../../src/channels/email/send.ts";
import { mailServer } from "../kit/mail-server.ts";
import type { MailServer } from "../kit/mail-server.ts";
import { openTestDesk } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import { freePort } from "../kit/served.ts";
import { fileByForm, seenByStaff } from "../kit/stories.ts";
import { runOnce } from "../../src/jobs/run.ts";
import type { Plazo } from "../../src/desk/plazo.ts";

// A desk whose mail server is away, hangs or shuts the door: no message is lost and none leaves twice.
let test: TestDesk;
let smtp: MailServer;
beforeAll(async () => {
  [test, smtp] = await Promise.all([openTestDesk("hib2b"), mailServer()]);
});
afterAll(async () => {
  await smtp.close();
  await test.close();
});

const patience = { connect: 300, greet: 300, silence: 400, whole: 800 };

/** For a server that answers, however busy the machine is. */
const patient = { connect: 10_000, greet: 10_000, silence: 10_000, whole: 20_000 };

function deskWith(url: string, limits = patience): Plazo {
  const effects = { ...test.plazo.effects, mail: smtpMail(url, limits) };
  return { ...test.plazo, effects };
}

/** Files a ticket whose acknowledgement waits, for the worker's own mail server is put off until the test says. */
async function waiting(address: string): Promise<Awaited<ReturnType<typeof fileByForm>>> {
  test.mail.answers.push({ delivery: "refused", how: "temporary", why: "450 later" });
  return fileByForm(test, { address });
}

const stateOf = async (filer: Parameters<typeof seenByStaff>[1]): Promise<unknown> =>
  (await seenByStaff(test, filer)).deliveries.map(({ state, error }) => [state, error === null]);

describe("a mail server that cannot be reached", () => {
  it("keeps the message waiting with the reason in sight, and once it is back one mail leaves", async () => {
    const filer = await waiting("fuera@example.com");
    const away = deskWith(`smtp://127.0.0.1:${await freePort()}`);
    test.time.advance(60_000);
    expect((await runOnce(away)).delivered).toMatchObject({ postponed: 1, sent: 0 });
    expect(await stateOf(filer)).toEqual([["pending", false]]);
    test.time.advance(3_600_000);
    expect((await runOnce(deskWith(smtp.url, patient))).delivered).toMatchObject({ sent: 1 });
    expect(await stateOf(filer)).toEqual([["sent", true]]);
    test.time.advance(3_600_000);
    await runOnce(deskWith(smtp.url, patient));
    expect(smtp.arrived.filter(({ to }) => to === filer.address)).toHaveLength(1);
  });
});

describe("a mail server that hangs after the message", () => {
  it("holds no other ticket up for longer than its patience, and what it took without a word leaves again under the same Message-ID", async () => {
    const filer = await waiting("cuelga@example.com");
    test.time.advance(60_000);
    const hanging = new AbortController();
    smtp.before = ({ to }) =>
      to === filer.address
        ? new Promise((go) => hanging.signal.addEventListener("abort", () => go()))
        : undefined;
    const began = performance.now();
    expect((await runOnce(deskWith(smtp.url))).delivered).toMatchObject({ postponed: 1 });
    expect(performance.now() - began).toBeLessThan(5_000);
    hanging.abort();
    smtp.before = () => undefined;
    test.time.advance(3_600_000);
    expect((await runOnce(deskWith(smtp.url, patient))).delivered).toMatchObject({ sent: 1 });
    const ids = smtp.arrived
      .filter(({ to }) => to === filer.address)
      .map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(1);
    expect(ids.length).toBeLessThanOrEqual(2);
  });
});
