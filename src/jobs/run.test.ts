import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bruno, fileOne, openTestDesk, ximena } from "../../test/kit/desk.ts";
import type { TestDesk } from "../../test/kit/desk.ts";
import { isRefusal } from "../core/refusal.ts";
import type { Delivery, OutgoingMail } from "../desk/effects.ts";
import { listOutgoing } from "../desk/outgoing/list-outgoing.ts";
import { readOutgoing } from "../desk/outgoing/read-outgoing.ts";
import { assign } from "../desk/tickets/assign.ts";
import { ticketForStaff } from "../desk/tickets/for-staff.ts";
import type { StaffView } from "../desk/tickets/for-staff.ts";
import { reply } from "../desk/tickets/reply.ts";
import { leaseMessage } from "../store/outbox.ts";
import { inDesk } from "../store/transaction.ts";
import { runOnce } from "./run.ts";
import { startWorker } from "./worker.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-23T15:00:00Z");
  test.staff.set(bruno.id, {
    name: bruno.name,
    address: "bruno@plazo.example.com",
    language: "es",
  });
});
afterAll(() => test.close());

const at = (folio: string): { desk: string; folio: string } => ({ desk: test.desk, folio });

async function view(folio: string): Promise<StaffView> {
  const found = await ticketForStaff(test.plazo, at(folio));
  if (isRefusal(found)) throw new Error(JSON.stringify(found));
  return found;
}

const mailbox = (name: string): { fields: Record<string, string> } => ({
  fields: {
    descripcion: "No abre.",
    quien: "EKU9003173C9",
    tipo: "contrasena",
    correo: `${name}@example.com`,
  },
});

const limitOf = ({ promises }: StaffView): number =>
  promises.find(({ rule }) => rule.id === "primer-contacto")?.limit ?? 0;

describe("what falls due", () => {
  it("is recorded once and at its true instant by four workers at once, after a week of downtime", async () => {
    const { folio } = await fileOne(test, mailbox("downtime"));
    const limit = limitOf(await view(folio));
    test.time.advance(7 * 86_400_000);
    await Promise.all([1, 2, 3, 4].map(() => runOnce(test.plazo)));
    await test.work();
    const breaches = (await view(folio)).events.filter(({ fact }) => fact.type === "breached");
    expect(breaches.map(({ at: when, recorded }) => [when, recorded])).toEqual([
      [limit, test.time.read()],
    ]);
    expect((await view(folio)).row).toMatchObject({ breached: true, due: { at: limit } });
  });

  it("comes after what people do at the same instant: an answer exactly at the deadline meets it", async () => {
    const { folio } = await fileOne(test, mailbox("exact"));
    const limit = limitOf(await view(folio));
    test.time.set(limit);
    await reply(test.plazo, at(folio), { by: ximena, text: "A tiempo" });
    await test.passTo(limit + 1);
    const shown = await view(folio);
    expect(shown.events.map(({ fact }) => fact.type)).not.toContain("breached");
    expect(shown.promises.find(({ rule }) => rule.id === "primer-contacto")).toMatchObject({
      status: "met",
      stopped: limit,
    });
  });

  it("puts a ticket aside that cannot be folded, says so, goes on with the others, and tries again later", async () => {
    const broken = await fileOne(test, mailbox("broken"));
    const sound = await fileOne(test, mailbox("sound"));
    await inDesk(test.plazo.db, test.desk, (tx) =>
      tx.client.query(
        "update ticket set fold = jsonb_set(fold::jsonb, '{policy}', '99') where folio = $1",
        [broken.folio],
      ),
    );
    test.time.advance(3 * 86_400_000);
    const round = await runOnce(test.plazo);
    expect(round.aside).toHaveLength(1);
    expect((await view(sound.folio)).row.breached).toBe(true);
    expect((await runOnce(test.plazo)).aside).toHaveLength(0);
    test.time.advance(31_000);
    expect((await runOnce(test.plazo)).aside).toHaveLength(1);
    test.time.advance(31_000);
    expect((await runOnce(test.plazo)).aside).toHaveLength(0);
    await inDesk(test.plazo.db, test.desk, (tx) =>
      tx.client.query(
        "update ticket set fold = jsonb_set(fold::jsonb, '{policy}', '1') where folio = $1",
        [broken.folio],
      ),
    );
    expect((await view(broken.folio)).troubled).toMatchObject({
      failures: 2,
      error: expect.stringContaining("policy 99") as string,
    });
    test.time.advance(3_600_000);
    await test.work();
    expect(await view(broken.folio)).toMatchObject({ troubled: null, row: { breached: true } });
  });

  it("warns the assignee of a breach by mail, and nobody where nobody has it", async () => {
    const { folio } = await fileOne(test, mailbox("breach"));
    await assign(test.plazo, at(folio), { by: ximena, to: { id: bruno.id, name: bruno.name } });
    await test.passTo(limitOf(await view(folio)) + 1);
    const mails = test
      .mails("bruno@plazo.example.com")
      .filter(({ subject }) => subject.includes(folio));
    expect(mails.at(-1)?.subject).toContain("venció");
    expect(mails.at(-1)?.text).toContain(`/app/d/hib2b/t/${folio}`);
  });
});

describe("what waits to leave", () => {
  it("is in one worker's hands for a minute, and in another's when that one died", async () => {
    const { folio } = await fileOne(test, mailbox("lease"));
    const [delivery] = (await view(folio)).deliveries;
    const id = Number(delivery?.id);
    const now = test.time.read();
    const take = (): Promise<boolean> =>
      inDesk(
        test.plazo.db,
        test.desk,
        async (tx) =>
          (await leaseMessage(tx, id, {
            now: test.time.read(),
            until: test.time.read() + 60_000,
          })) !== undefined,
      );
    expect(await take()).toBe(true);
    expect(await take()).toBe(false);
    test.time.set(now + 59_999);
    await runOnce(test.plazo);
    expect(test.mails("lease@example.com")).toHaveLength(0);
    test.time.set(now + 60_000);
    await runOnce(test.plazo);
    expect(test.mails("lease@example.com")).toHaveLength(1);
  });

  it("leaves in the order in which it was written, for each ticket, however long a mail takes", async () => {
    await test.work();
    const { folio } = await fileOne(test, mailbox("order"));
    for (const text of ["uno", "dos", "tres", "cuatro", "cinco"])
      await reply(test.plazo, at(folio), { by: ximena, text });
    let n = 0;
    const slow = {
      ...test.mail,
      // The first take longest: whoever sends them side by side sends them the wrong way round.
      send: async (mail: Parameters<typeof test.mail.send>[0]) => {
        n += 1;
        await new Promise((soon) => void setTimeout(soon, 60 - 10 * n));
        return test.mail.send(mail);
      },
    };
    await runOnce({ ...test.plazo, effects: { ...test.plazo.effects, mail: slow } });
    const told = test
      .mails("order@example.com")
      .map(({ text }) => /^(uno|dos|tres|cuatro|cinco)$/mu.exec(text)?.[0] ?? "acuse");
    expect(told).toEqual(["acuse", "uno", "dos", "tres", "cuatro", "cinco"]);
  });

  it("leaves once with four workers at once", async () => {
    await fileOne(test, mailbox("once"));
    await Promise.all([1, 2, 3, 4].map(() => runOnce(test.plazo)));
    expect(test.mails("once@example.com")).toHaveLength(1);
  });

  it("is tried again later after a temporary refusal, with the same Message-ID, and never after a permanent one", async () => {
    await test.work();
    const { folio } = await fileOne(test, mailbox("again"));
    test.mail.answers.push({ delivery: "refused", how: "temporary", why: "450 later" });
    await test.work();
    expect((await view(folio)).deliveries).toMatchObject([
      { state: "pending", attempts: 1, error: "450 later" },
    ]);
    test.mail.answers.push({ delivery: "refused", how: "permanent", why: "550 no such mailbox" });
    await test.passTo(30_000);
    expect((await view(folio)).deliveries).toMatchObject([
      { state: "failed", attempts: 2, error: "550 no such mailbox" },
    ]);
    await test.passTo(86_400_000 * 4);
    expect(test.mails("again@example.com")).toHaveLength(0);
  });

  it("is given up after five days of temporary refusals", async () => {
    const { folio } = await fileOne(test, mailbox("never"));
    for (let day = 0; day < 40; day += 1) {
      test.mail.answers.splice(
        0,
        Infinity,
        ...Array.from(
          { length: 50 },
          () => ({ delivery: "refused", how: "temporary", why: "451 busy" }) as const,
        ),
      );
      await test.passTo(4 * 3_600_000);
    }
    test.mail.answers.length = 0;
    expect((await view(folio)).deliveries).toMatchObject([{ state: "failed", error: "451 busy" }]);
  });

  it("is kept where there is no mail server, and read with its link; sent ones are read without it", async () => {
    const kept = await fileOne(test, mailbox("kept"));
    test.mail.answers.push({ delivery: "kept" });
    await test.work();
    const sent = await fileOne(test, mailbox("sent"));
    await test.work();
    const { messages } = await listOutgoing(test.plazo, test.desk, {});
    const idOf = (folio: string): string =>
      messages.find((message) => message.folio === folio)?.id ?? "";
    const one = await readOutgoing(test.plazo, test.desk, idOf(kept.folio));
    const other = await readOutgoing(test.plazo, test.desk, idOf(sent.folio));
    if (isRefusal(one) || isRefusal(other)) throw new Error("both are there");
    expect(one).toMatchObject({
      row: { state: "kept" },
      headers: { "Auto-Submitted": "auto-generated" },
    });
    expect(one.text).toContain(`/t/${kept.capability}`);
    expect(other.text).not.toContain(sent.capability);
    expect(await readOutgoing(test.plazo, test.desk, "x")).toMatchObject({
      refused: "no-such-message",
    });
  });

  it("leaves once more, with the same Message-ID, where the process died before it could write it down", async () => {
    await test.work();
    await fileOne(test, mailbox("died"));
    const send = async (mail: OutgoingMail): Promise<Delivery> => {
      await test.mail.send(mail);
      throw new Error("the process died");
    };
    const dying = {
      ...test.plazo,
      effects: { ...test.plazo.effects, mail: { ...test.mail, send } },
    };
    expect((await runOnce(dying)).faults).toHaveLength(1);
    await test.work();
    expect(test.mails("died@example.com")).toHaveLength(1);
    await test.passTo(60_000);
    await test.passTo(600_000);
    const [first, second, ...more] = test.mails("died@example.com");
    expect(second?.messageId).toBe(first?.messageId);
    expect(more).toEqual([]);
  });

  it("stops at the desk's own limit of acknowledgements, and goes on when the hour is over", async () => {
    const limits = { perAddress: 99, perSource: 99, perDesk: 2 };
    const tight = { ...test.plazo, settings: { ...test.plazo.settings, acknowledgements: limits } };
    await test.passTo(2 * 3_600_000);
    const names = Array.from({ length: 14 }, (_, n) => `breaker-${n}`);
    for (const [n, name] of names.entries())
      await fileOne(test, { ...mailbox(name), source: `203.0.113.${n}` });
    for (let round = 0; round < 4; round += 1) await runOnce(tight);
    const left = (): number => names.flatMap((name) => test.mails(`${name}@example.com`)).length;
    // Four hands look at once, so as many may pass as look before the first is written down.
    expect(left()).toBeGreaterThanOrEqual(2);
    expect(left()).toBeLessThanOrEqual(2 + 4);
    await test.passTo(2 * 3_600_000);
    expect(left()).toBe(names.length);
  });
});

describe("a worker", () => {
  it("works by itself, and finishes what it holds when it is stopped", async () => {
    await fileOne(test, mailbox("worker"));
    const seen = new Promise<void>((resolve) => {
      const worker = startWorker(test.plazo, {
        every: 20,
        onRound: ({ delivered }) => delivered.sent > 0 && void worker.stop().then(resolve),
      });
    });
    await seen;
    expect(test.mails("worker@example.com")).toHaveLength(1);
  });
});
