import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bruno, fileOne, openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { isRefusal } from "../../core/refusal.ts";
import { runOnce } from "../../jobs/run.ts";
import { assign } from "../tickets/assign.ts";
import { ticketForStaff } from "../tickets/for-staff.ts";
import type { StaffView } from "../tickets/for-staff.ts";
import { reply } from "../tickets/reply.ts";
import { readOutgoing } from "./read-outgoing.ts";
import { recordBounce } from "./record-bounce.ts";
import type { ReturnedRecipient } from "./record-bounce.ts";
import { sendAgain } from "./send-again.ts";

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
const toBruno = { by: ximena, to: { id: bruno.id, name: bruno.name } };

async function view(folio: string): Promise<StaffView> {
  const found = await ticketForStaff(test.plazo, at(folio));
  if (isRefusal(found)) throw new Error(JSON.stringify(found));
  return found;
}

const deliveriesTo = async (folio: string, address: string): Promise<StaffView["deliveries"]> =>
  (await view(folio)).deliveries.filter(({ recipient }) => recipient === address);

const fields = (correo: string): { fields: Record<string, string> } => ({
  fields: { descripcion: "No abre.", quien: "EKU9003173C9", tipo: "contrasena", correo },
});

let filed = 0;

/** A ticket that Bruno has, whose acknowledgement has left for an address. */
async function acknowledged(address: string): Promise<{ folio: string; about: string }> {
  filed += 1;
  const { folio } = await fileOne(test, { ...fields(address), source: `203.0.113.${filed}` });
  await test.work();
  await assign(test.plazo, at(folio), toBruno);
  await test.work();
  return { folio, about: test.mails(address)[0]?.messageId ?? "" };
}

const failed = (address: string, differs: Partial<ReturnedRecipient> = {}): ReturnedRecipient => ({
  address,
  action: "failed",
  status: "5.1.1",
  diagnostic: "smtp; 550 5.1.1 no such user here",
  ...differs,
});

const notices = (folio: string): readonly string[] =>
  test
    .mails("bruno@plazo.example.com")
    .filter(({ subject }) => subject.includes(folio) && subject.includes("no se entregó"))
    .map(({ text }) => text);

describe("a mail that comes back", () => {
  it("stands so in its ticket with what the server said, and whoever has the ticket is told once, however often it is reported", async () => {
    const { folio, about } = await acknowledged("vuelve@example.com");
    const report = { about, recipients: [failed("Vuelve@Example.com")] };
    for (let time = 0; time < 3; time += 1)
      expect(await recordBounce(test.plazo, test.desk, report)).toBe("recorded");
    await test.work();
    expect((await deliveriesTo(folio, "vuelve@example.com"))[0]).toMatchObject({
      state: "bounced",
      error: "smtp; 550 5.1.1 no such user here",
      toldBack: test.time.read(),
    });
    expect(notices(folio)).toHaveLength(1);
    expect(notices(folio)[0]).toContain("la dirección no existe");
    expect(notices(folio)[0]).toContain("550 5.1.1 no such user here");
  });

  it("is told twice at once and written down once", async () => {
    const { folio, about } = await acknowledged("dos@example.com");
    const report = { about, recipients: [failed("dos@example.com")] };
    await Promise.all([1, 2, 3, 4].map(() => recordBounce(test.plazo, test.desk, report)));
    await test.work();
    expect(notices(folio)).toHaveLength(1);
  });

  it("is told nothing more of itself where the address does not exist, though what people write leaves, until somebody sends it again", async () => {
    const { folio, about } = await acknowledged("nadie@example.com");
    await recordBounce(test.plazo, test.desk, { about, recipients: [failed("nadie@example.com")] });
    const other = await fileOne(test, { ...fields("nadie@example.com"), source: "203.0.113.250" });
    await test.work();
    const [held] = await deliveriesTo(other.folio, "nadie@example.com");
    expect(held).toMatchObject({ state: "cancelled", error: "unreachable" });
    await reply(test.plazo, at(folio), { by: ximena, text: "¿Recibe mis correos?" });
    await test.work();
    expect((await deliveriesTo(folio, "nadie@example.com")).at(-1)).toMatchObject({
      state: "sent",
    });

    const again = await sendAgain(test.plazo, test.desk, { id: held?.id ?? "", by: ximena.id });
    if (isRefusal(again)) throw new Error(again.refused);
    await test.work();
    const all = await deliveriesTo(other.folio, "nadie@example.com");
    expect(all.map(({ state, askedBy }) => [state, askedBy])).toEqual([
      ["cancelled", null],
      ["sent", ximena.id],
    ]);
    expect(
      await sendAgain(test.plazo, test.desk, { id: held?.id ?? "", by: bruno.id }),
    ).toMatchObject({
      refused: "sent-again-already",
    });
  });

  it("does not make an address unreachable that is full or does not like what it reads", async () => {
    for (const status of ["5.2.2", "5.7.1", "4.4.7"]) {
      const address = `lleno-${status.replaceAll(".", "-")}@example.com`;
      const { about } = await acknowledged(address);
      const diagnostic = `smtp; 550 ${status} no`;
      await recordBounce(test.plazo, test.desk, {
        about,
        recipients: [failed(address, { status, diagnostic })],
      });
      const other = await fileOne(test, {
        ...fields(address),
        source: `198.51.100.${status.at(-1)}`,
      });
      await test.work();
      expect((await deliveriesTo(other.folio, address))[0]?.state).toBe("sent");
    }
  });

  it("that is late is noted, and has not failed; a report of a delivery changes nothing", async () => {
    const { folio, about } = await acknowledged("tarde@example.com");
    const report = (action: string) => ({
      about,
      recipients: [failed("tarde@example.com", { action, status: "4.4.1", diagnostic: null })],
    });
    await recordBounce(test.plazo, test.desk, report("delivered"));
    expect((await deliveriesTo(folio, "tarde@example.com"))[0]).toMatchObject({ toldBack: null });
    await recordBounce(test.plazo, test.desk, report("delayed"));
    await test.work();
    expect((await deliveriesTo(folio, "tarde@example.com"))[0]).toMatchObject({
      state: "sent",
      error: "4.4.1",
      toldBack: test.time.read(),
    });
    expect(notices(folio)).toEqual([]);
  });

  it("is known where the mail was sent on to another address, and nobody's where its id is none of ours or another desk's", async () => {
    const { folio, about } = await acknowledged("reenviado@example.com");
    const report = { about, recipients: [failed("otra@example.org")] };
    expect(await recordBounce(test.plazo, "otra-mesa", report)).toBe("unknown");
    for (const none of [null, "<nada@example.com>", "", "x".repeat(5_000)])
      expect(await recordBounce(test.plazo, test.desk, { ...report, about: none })).toBe("unknown");
    expect(await recordBounce(test.plazo, test.desk, report)).toBe("recorded");
    expect((await deliveriesTo(folio, "reenviado@example.com"))[0]?.state).toBe("bounced");
    // It is the other address that does not exist.
    const next = await fileOne(test, {
      ...fields("reenviado@example.com"),
      source: "198.51.100.77",
    });
    await test.work();
    expect((await deliveriesTo(next.folio, "reenviado@example.com"))[0]?.state).toBe("sent");
  });
});

describe("a mail that is refused for good", () => {
  it("is told to whoever has the ticket, and leaves once more where they ask, under an id of its own", async () => {
    const { folio } = await acknowledged("rechazado@example.com");
    test.mail.answers.push({ delivery: "refused", how: "permanent", why: "550 5.7.1 not wanted" });
    await reply(test.plazo, at(folio), { by: ximena, text: "Ya quedó." });
    await test.work();
    const [, , refused] = (await view(folio)).deliveries.filter(
      ({ recipient }) => recipient === "rechazado@example.com",
    );
    const last = refused ?? (await deliveriesTo(folio, "rechazado@example.com")).at(-1);
    expect(last).toMatchObject({ state: "failed", error: "550 5.7.1 not wanted" });
    await test.work();
    expect(notices(folio)).toHaveLength(1);
    const both = await Promise.all(
      [1, 2].map(() => sendAgain(test.plazo, test.desk, { id: last?.id ?? "", by: bruno.id })),
    );
    expect(both.filter((one) => isRefusal(one))).toHaveLength(1);
    await test.work();
    const sent = test
      .mails("rechazado@example.com")
      .filter(({ text }) => text.includes("Ya quedó."));
    expect(sent).toHaveLength(1);
    expect((await deliveriesTo(folio, "rechazado@example.com")).at(-1)).toMatchObject({
      state: "sent",
      askedBy: bruno.id,
    });
  });

  it("is not sent again where it left, still waits, or is not there", async () => {
    const { folio } = await acknowledged("salio@example.com");
    const [sent] = await deliveriesTo(folio, "salio@example.com");
    const again = (id: string) => sendAgain(test.plazo, test.desk, { id, by: bruno.id });
    expect(await again(sent?.id ?? "")).toMatchObject({ refused: "not-sendable-again" });
    expect(await again("999999")).toMatchObject({ refused: "no-such-message" });
    expect(await again("'; drop")).toMatchObject({ refused: "no-such-message" });
  });
});

describe("how mails of a ticket hang together", () => {
  it("answers the last one under the first's subject, and the answer goes to a signed address where the desk reads it", async () => {
    const reading = {
      ...test.plazo,
      settings: { ...test.plazo.settings, mailReplyTo: "mesa@plazo.example.com" },
    };
    const { folio } = await acknowledged("hilo@example.com");
    await reply(test.plazo, at(folio), { by: ximena, text: "Uno." });
    await test.work();
    await reply(test.plazo, at(folio), { by: ximena, text: "Dos." });
    await runOnce(reading);
    const mails = test.mails("hilo@example.com");
    const [first] = mails;
    expect(mails.slice(1).map(({ subject }) => subject)).toEqual(
      mails.slice(1).map(() => `Re: ${first?.subject}`),
    );
    for (const [n, mail] of mails.entries()) {
      expect(mail.inReplyTo).toBe(mails[n - 1]?.messageId ?? null);
      expect(mail.references).toEqual([
        mail.references[0],
        ...mails.slice(0, n).map(({ messageId }) => messageId),
      ]);
    }
    const last = mails.at(-1);
    expect(last?.replyTo).toMatch(/^mesa\+[a-z2-7]{26}@plazo\.example\.com$/u);
    expect(last?.text).toContain("Responda arriba de esta línea");
    expect(mails.at(-2)?.text).not.toContain("Responda arriba");
    const id = (await deliveriesTo(folio, "hilo@example.com")).at(-1)?.id ?? "";
    const shown = await readOutgoing(reading, test.desk, id);
    if (isRefusal(shown)) throw new Error(shown.refused);
    expect(shown.headers).toMatchObject({
      Subject: last?.subject,
      "In-Reply-To": last?.inReplyTo,
      // Whoever bears the signed one answers as the client.
      "Reply-To": "mesa+…@plazo.example.com",
    });
    expect(JSON.stringify(shown)).not.toContain(last?.replyTo);
  });

  it("tells the desk's own people no address of clients", async () => {
    for (const { replyTo } of test.mails("bruno@plazo.example.com")) expect(replyTo).toBeNull();
    expect(test.mails("bruno@plazo.example.com").length).toBeGreaterThan(0);
  });
});

describe("what leaves of itself for one address", () => {
  it("comes to a stop at the limit, is seen to wait with its reason, and goes on when the hour is over", async () => {
    const acknowledgements = { perAddress: 99, perSource: 99, perDesk: 99, perRecipient: 2 };
    const tight = { ...test.plazo, settings: { ...test.plazo.settings, acknowledgements } };
    const folios = [];
    for (let n = 0; n < 4; n += 1) {
      const filing = { ...fields("bucle@example.com"), source: `192.0.2.${100 + n}` };
      folios.push((await fileOne({ ...test, plazo: tight }, filing)).folio);
      // One by one: four are sent abreast, and then as many may pass the limit.
      await runOnce(tight);
    }
    expect(test.mails("bucle@example.com")).toHaveLength(2);
    const waiting = (
      await Promise.all(folios.map((folio) => deliveriesTo(folio, "bucle@example.com")))
    ).flat();
    expect(waiting.filter(({ state }) => state === "pending")).toMatchObject([
      { error: "held-back-address" },
      { error: "held-back-address" },
    ]);
    test.time.advance(3_600_001);
    for (let round = 0; round < 4; round += 1) await runOnce(tight);
    expect(test.mails("bucle@example.com")).toHaveLength(4);
  });

  it("stops for all desks together as well", async () => {
    test.time.advance(2 * 3_600_000);
    await test.work();
    const acknowledgements = { perAddress: 99, perSource: 99, perDesk: 99, perInstallation: 1 };
    const tight = { ...test.plazo, settings: { ...test.plazo.settings, acknowledgements } };
    const both = ["a", "b"].map((name) => `todas-${name}@example.com`);
    for (const [n, address] of both.entries())
      await fileOne(
        { ...test, plazo: tight },
        { ...fields(address), source: `192.0.2.${200 + n}` },
      );
    await runOnce(tight);
    expect(both.flatMap((address) => test.mails(address)).length).toBeGreaterThanOrEqual(1);
    const third = await fileOne(
      { ...test, plazo: tight },
      { ...fields("todas-c@example.com"), source: "192.0.2.210" },
    );
    await runOnce(tight);
    expect((await deliveriesTo(third.folio, "todas-c@example.com"))[0]).toMatchObject({
      state: "pending",
      error: "held-back-here",
    });
  });
});
