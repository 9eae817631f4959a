import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal } from "../../core/refusal.ts";
import { DAY, HOUR, MINUTE } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import { publishPolicy } from "../../desk/policies/publish-policy.ts";
import { ask } from "../../desk/tickets/ask.ts";
import { solve } from "../../desk/tickets/solve.ts";
import {
  agent,
  answering,
  imap,
  someone,
  stored,
  take,
  ticketOf,
} from "../../../test/kit/arriving.ts";
import { bruno, openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { rawMail } from "../../../test/kit/raw-mail.ts";
import { done, local, recordOf, wallOf } from "../../../test/kit/stories.ts";
import { releaseMail } from "./decide-mail.ts";
import type { TakenIn } from "./take-in.ts";

// The worker fetches late: what its mailbox received in the meantime counts from when it did.
let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T15:00:00Z");
  await agent(test);
});
afterAll(() => test.close());

/** A place in a mailbox whose server says when it received what is there. */
const received = (at: Instant) => ({ origin: { ...imap(), received: at } as const });

/** The deadlines of a ticket's promises, by clock, as wall times. */
async function limitsOf(one: Pick<TakenIn, "folio">): Promise<Readonly<Record<string, string>>> {
  const { promises } = await ticketOf(test, one);
  return Object.fromEntries(
    promises.map(({ rule, limit }) => [rule.id, limit === null ? "none" : wallOf(limit)]),
  );
}

const placeOf = ({ folio }: TakenIn) => ({ desk: test.desk, folio: folio ?? "" });
const record = (one: TakenIn) => recordOf(test, { place: placeOf(one) });

describe("a request that was read late (HB-4)", () => {
  it("counts from when its mailbox received it, and not from when somebody looked", async () => {
    test.time.set(local("2026-11-20 16:50"));
    const atOnce = await take(test, rawMail({ From: someone() }));
    const promised = await limitsOf(atOnce);
    await test.passTo(local("2026-11-23 11:00"));
    const late = await take(
      test,
      rawMail({ From: someone() }),
      received(local("2026-11-20 16:50")),
    );
    expect(late.became).toBe("filed");
    expect(await limitsOf(late)).toEqual(promised);
    const { ticket, events, messages } = await ticketOf(test, late);
    expect(wallOf(ticket.filedAt)).toBe("2026-11-20 16:50");
    expect(wallOf(events[0]?.recorded ?? 0)).toBe("2026-11-23 11:00");
    expect(wallOf(messages[0]?.at ?? 0)).toBe("2026-11-20 16:50");
  });

  it("is breached at the true instant where that passed meanwhile, and once", async () => {
    await test.passTo(local("2026-11-25 18:00"));
    const late = await take(
      test,
      rawMail({ From: someone() }),
      received(local("2026-11-20 17:00")),
    );
    await test.work();
    await test.work();
    const breaches = (await record(late)).filter((line) => line.startsWith("breached"));
    const limits = await limitsOf(late);
    expect(breaches).toEqual([`breached primer-contacto late ${limits["primer-contacto"]}`]);
  });

  it("never counts by the Date that its sender wrote, before or after", async () => {
    for (const date of ["Mon, 02 Nov 2026 09:00:00 -0600", "Fri, 01 Jan 2038 09:00:00 -0600"]) {
      const one = await take(test, rawMail({ From: someone(), Date: date }));
      expect((await ticketOf(test, one)).ticket.filedAt).toBe(test.time.read());
      const at = test.time.read() - HOUR;
      const other = await take(test, rawMail({ From: someone(), Date: date }), received(at));
      expect((await ticketOf(test, other)).ticket.filedAt).toBe(at);
    }
  });

  it("is neither of the future nor of years ago, whatever a server says", async () => {
    const ahead = await take(test, rawMail({ From: someone() }), received(test.time.read() + DAY));
    expect((await ticketOf(test, ahead)).ticket.filedAt).toBe(test.time.read());
    const old = await take(test, rawMail({ From: someone() }), received(Date.UTC(1999, 0, 1)));
    expect((await ticketOf(test, old)).ticket.filedAt).toBe(test.time.read() - 31 * DAY);
  });

  it("has the deadlines that it would have had, whenever it came and whenever it is read", async () => {
    const from = test.time.read() + DAY;
    const minutes = (most: number) => fc.integer({ min: 0, max: most }).map((n) => n * MINUTE);
    let begins = from;
    await fc.assert(
      fc.asyncProperty(minutes(4 * 24 * 60), minutes(12 * 24 * 60), async (waits, late) => {
        const at = begins + waits;
        test.time.set(at);
        const atOnce = await take(test, rawMail({ From: someone() }));
        const promised = await limitsOf(atOnce);
        begins = at + late;
        test.time.set(begins);
        const read = await take(test, rawMail({ From: someone() }), received(at));
        expect(await limitsOf(read)).toEqual(promised);
        expect(await record(read)).toEqual(await afterWork(atOnce));
      }),
      { numRuns: 12 },
    );
  });

  /** What is recorded of a ticket once the worker has done what is due. */
  async function afterWork(one: TakenIn): Promise<readonly string[]> {
    await test.work();
    return record(one);
  }
});

describe("an answer that was read late", () => {
  const eva = "Eva <eva@cliente.example.com>";

  async function solved(at: string): Promise<TakenIn> {
    await test.passTo(local(at));
    const filed = await take(test, rawMail({ From: eva, Subject: `No entra desde ${at}` }));
    done(await solve(test.plazo, placeOf(filed), { by: bruno, cause: "Causa", remedy: "Remedio" }));
    await test.work();
    return filed;
  }

  const answerTo = async (filed: TakenIn, at: Instant, more: Record<string, string> = {}) =>
    take(
      test,
      rawMail({ From: eva, To: await answering(test, filed), ...more }, "Sigue igual."),
      received(at),
    );

  it("stopped the silence when it was received: a closing that it had forestalled is withdrawn", async () => {
    const filed = await solved("2027-02-01 10:00");
    await test.passTo(local("2027-02-08 10:00"));
    expect((await record(filed)).at(-1)).toMatch(/^closed silence/u);
    const read = await answerTo(filed, local("2027-02-02 12:00"));
    expect(read).toMatchObject({ became: "joined", folio: filed.folio });
    const { ticket, messages } = await ticketOf(test, filed);
    expect(ticket.closed).toBeNull();
    expect(wallOf(messages.at(-1)?.at ?? 0)).toBe("2027-02-02 12:00");
    expect(await record(filed)).toContain("added 2027-02-02 12:00");
    await test.passTo(local("2027-02-20 10:00"));
    expect((await ticketOf(test, filed)).ticket.closed).toBeNull();
  });

  it("came after the end where it was received after it: closed stays closed", async () => {
    const filed = await solved("2027-03-01 10:00");
    await test.passTo(local("2027-03-08 10:00"));
    const read = await answerTo(filed, local("2027-03-05 12:00"));
    expect(read.folio === filed.folio && read.became === "filed").toBe(false);
    const { ticket } = await ticketOf(test, filed);
    expect(ticket.closed?.reason).toBe("silence");
    if (read.became === "filed")
      expect(wallOf((await ticketOf(test, read)).ticket.filedAt)).toBe("2027-03-05 12:00");
  });

  it("is never before the question that it answers, where the two servers' clocks differ", async () => {
    await test.passTo(local("2027-04-05 10:00"));
    const filed = await take(test, rawMail({ From: eva, Date: "Mon, 05 Apr 2027 10:00:00 -0600" }));
    await test.passTo(local("2027-04-05 11:00"));
    done(await ask(test.plazo, placeOf(filed), { by: ximena, text: "¿Qué ve?", for: "client" }));
    await test.work();
    const asked = test.mails("eva@cliente.example.com").at(-1);
    await test.passTo(local("2027-04-05 11:02"));
    await answerTo(filed, local("2027-04-05 10:58"), { "In-Reply-To": asked?.messageId ?? "" });
    const { ticket } = await ticketOf(test, filed);
    expect(ticket.awaiting).not.toBe("client");
    expect(await record(filed)).toContain("added 2027-04-05 11:00");
  });
});

describe("a mail that waited for a person", () => {
  it("counts from when it was received once it is released", async () => {
    await test.passTo(local("2027-05-03 10:00"));
    const came = await take(
      test,
      rawMail({ From: "Ximena <ximena@mesa.example.com>", To: "x@example.com" }),
      received(local("2027-05-03 09:30")),
    );
    expect(came.became).toBe("quarantined");
    expect(wallOf((await stored(test, came)).received ?? 0)).toBe("2027-05-03 09:30");
    await test.passTo(local("2027-05-04 16:00"));
    const released = await releaseMail(test.plazo, test.desk, {
      id: came.mail,
      by: bruno,
      to: null,
    });
    if (isRefusal(released)) throw new Error(released.refused);
    expect(wallOf((await ticketOf(test, released)).ticket.filedAt)).toBe("2027-05-03 09:30");
  });
});

describe("a manual that was published meanwhile", () => {
  it("does not change what was promised to what had been received by then", async () => {
    await test.passTo(local("2027-06-07 09:00"));
    const { desk } = test.policy;
    const policy = { ...test.policy, desk: { ...desk, name: { ...desk.name, es: "Otra mesa" } } };
    const published = await publishPolicy(test.plazo, test.desk, {
      ...{ policy, source: "", reason: "Otro nombre", by: "Ximena" },
    });
    if (isRefusal(published)) throw new Error(published.refused);
    test.time.set(local("2027-06-07 12:00"));
    const before = await take(
      test,
      rawMail({ From: someone() }),
      received(local("2027-06-07 08:30")),
    );
    const after = await take(
      test,
      rawMail({ From: someone() }),
      received(local("2027-06-07 11:30")),
    );
    expect((await ticketOf(test, before)).ticket.policy).toBe(1);
    expect((await ticketOf(test, after)).ticket.policy).toBe(2);
  });
});
