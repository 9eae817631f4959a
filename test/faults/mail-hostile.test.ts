import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smtpMail } from "../../src/channels/email/send.ts";
import { runOnce } from "../../src/jobs/run.ts";
import type { Plazo } from "../../src/desk/plazo.ts";
import { openTestDesk } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import { hostileSmtp, stages } from "../kit/hostile-smtp.ts";
import type { Deed, HostileServer, Stage } from "../kit/hostile-smtp.ts";
import { fileByForm, seenByStaff } from "../kit/stories.ts";
import type { Filer } from "../kit/stories.ts";

// Whatever a mail server does, no message is lost, and none leaves twice that need not have: a repeat
// is possible only where the server took a message without a word of it, and has the same Message-ID.
let test: TestDesk;
let smtp: HostileServer;
/** The desk with a worker that waits as long as it takes, for answers that come. */
let patient: Plazo;
/** The same with one that soon gives up, for those that never do. */
let impatient: Plazo;
beforeAll(async () => {
  [test, smtp] = await Promise.all([openTestDesk("hib2b"), hostileSmtp()]);
  const waiting = (silence: number, whole: number): Plazo => {
    const mail = smtpMail(smtp.url, { connect: 10_000, greet: silence, silence, whole });
    return { ...test.plazo, effects: { ...test.plazo.effects, mail } };
  };
  patient = waiting(10_000, 20_000);
  impatient = waiting(400, 800);
});
afterAll(async () => {
  await smtp.close();
  await test.close();
});

let filed = 0;

/** A ticket whose acknowledgement is due, and to be sent by the hostile server. */
async function waiting(): Promise<Filer> {
  filed += 1;
  test.time.advance(3_600_000);
  test.mail.answers.push({ delivery: "refused", how: "temporary", why: "450 later" });
  const filer = await fileByForm(test, { address: `hostil-${filed}@example.com` });
  test.time.advance(60_000);
  return filer;
}

const stateOf = async (filer: Filer): Promise<unknown> =>
  (await seenByStaff(test, filer)).deliveries[0]?.state;

const takenOf = ({ address }: Filer): readonly string[] =>
  smtp.taken.filter(({ to }) => to === address).map(({ messageId }) => messageId);

/** Does `deed` at `stage` in the next conversation, and lets the worker try. */
async function tryWith(deeds: Partial<Record<Stage, Deed>>): Promise<void> {
  smtp.deed = (stage) => deeds[stage];
  const unanswered: readonly unknown[] = ["stall", "drip", "take-and-stall"];
  const isSilent = Object.values(deeds).some((deed) => unanswered.includes(deed));
  await runOnce(isSilent ? impatient : patient);
  smtp.deed = () => undefined;
}

const later = ["421 4.3.2 later", "450 4.2.0 greylisted", "451 4.7.1 later", "452 4.2.2 full"];
const never = ["550 5.1.1 no such user", "554 5.7.1 no", "552 5.3.4 too big"];
const beforeTheMessage: readonly Stage[] = ["greeting", "EHLO"];
const aboutTheMessage: readonly Stage[] = ["MAIL", "RCPT", "DATA", "end"];

describe("a mail server that will not now", () => {
  it.each(
    [...beforeTheMessage, ...aboutTheMessage].flatMap((stage) =>
      later.slice(0, 2).map((say) => [stage, say] as const),
    ),
  )("at %s with %s: the message waits with the reason, and leaves once", async (stage, say) => {
    const filer = await waiting();
    await tryWith({ [stage]: { say } });
    expect(await stateOf(filer)).toBe("pending");
    expect(takenOf(filer)).toEqual([]);
    test.time.advance(3_600_000);
    await runOnce(patient);
    expect(await stateOf(filer)).toBe("sent");
    expect(takenOf(filer)).toHaveLength(1);
  });
});

describe("a mail server that never will", () => {
  it.each(
    aboutTheMessage.flatMap((stage) => never.slice(0, 2).map((say) => [stage, say] as const)),
  )(
    "at %s with %s: the message has failed, and is not tried again by itself",
    async (stage, say) => {
      const filer = await waiting();
      await tryWith({ [stage]: { say } });
      expect(await stateOf(filer)).toBe("failed");
      test.time.advance(24 * 3_600_000);
      await runOnce(patient);
      expect(takenOf(filer)).toEqual([]);
    },
  );

  it.each(beforeTheMessage)(
    "at %s, before it knows of any message: that is the server's trouble, and no message's",
    async (stage) => {
      const filer = await waiting();
      await tryWith({ [stage]: { say: "554 5.7.1 no service" } });
      expect(await stateOf(filer)).toBe("pending");
      test.time.advance(3_600_000);
      await runOnce(patient);
      expect(takenOf(filer)).toHaveLength(1);
    },
  );
});

describe("a mail server that does not answer as it should", () => {
  const silent = ["stall", "drip", "cut"] as const;
  it.each(
    [...beforeTheMessage, ...aboutTheMessage].flatMap((stage) =>
      silent.map((deed) => [stage, deed] as const),
    ),
  )("at %s (%s): the worker goes on in time, and one message leaves", async (stage, deed) => {
    const filer = await waiting();
    const began = performance.now();
    await tryWith({ [stage]: deed });
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(await stateOf(filer)).toBe("pending");
    test.time.advance(3_600_000);
    await runOnce(patient);
    expect(await stateOf(filer)).toBe("sent");
    expect(takenOf(filer)).toHaveLength(1);
  });

  it.each(["take-and-cut", "take-and-stall"] as const)(
    "takes the message and does not say so (%s): it leaves once more under the same Message-ID",
    async (deed) => {
      const filer = await waiting();
      await tryWith({ end: deed });
      test.time.advance(3_600_000);
      await runOnce(patient);
      expect(await stateOf(filer)).toBe("sent");
      expect(takenOf(filer)).toHaveLength(2);
      expect(new Set(takenOf(filer)).size).toBe(1);
    },
  );

  it.each<[Stage, Deed]>([
    ["end", "say-and-cut"],
    ["QUIT", "cut"],
    ["QUIT", "stall"],
    ["QUIT", { say: "554 what?" }],
  ])(
    "says that it took the message and then hangs up at %s (%s): there is no second",
    async (stage, deed) => {
      const filer = await waiting();
      await tryWith({ [stage]: deed });
      expect(await stateOf(filer)).toBe("sent");
      test.time.advance(24 * 3_600_000);
      await runOnce(patient);
      expect(takenOf(filer)).toHaveLength(1);
    },
  );
});

describe("a mail server that does one thing after another", () => {
  const deed = fc.oneof(
    fc.constantFrom<Deed>("stall", "drip", "cut", "take-and-cut", "take-and-stall"),
    fc.constantFrom(...later).map((say): Deed => ({ say })),
  );
  const fault = fc
    .record({ stage: fc.constantFrom(...stages.slice(0, -1)), deed })
    // Only at its end is there a message to be taken.
    .filter(
      ({ stage, deed: what }) =>
        stage === "end" || typeof what === "object" || !what.startsWith("take"),
    );

  it("loses no message, and repeats none but those that it took without a word", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { minLength: 1, maxLength: 4 }), async (faults) => {
        const filer = await waiting();
        for (const { stage, deed: what } of faults) {
          await tryWith({ [stage]: what });
          test.time.advance(3_600_000);
        }
        const takenUnsaid = takenOf(filer).length;
        const mayHaveTaken = faults.filter(
          (each) => typeof each.deed === "string" && each.deed.startsWith("take"),
        ).length;
        expect(takenUnsaid).toBeLessThanOrEqual(mayHaveTaken);
        await runOnce(patient);
        expect(await stateOf(filer)).toBe("sent");
        expect(takenOf(filer).length).toBe(takenUnsaid + 1);
        expect(new Set(takenOf(filer)).size).toBe(1);
      }),
      { numRuns: 12, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: false },
    );
  }, 60_000);
});
