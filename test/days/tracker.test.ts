import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bruno, fileOne, openTestDesk, ximena } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import { isRefusal } from "../../src/core/refusal.ts";
import type { DigestRule } from "../../src/core/policy/tracker-rule.ts";
import type { OutgoingMail } from "../../src/desk/effects.ts";
import { publishException } from "../../src/desk/policies/publish-exception.ts";
import { publishPolicy } from "../../src/desk/policies/publish-policy.ts";
import { setMember } from "../../src/desk/staff/members.ts";
import { assign } from "../../src/desk/tickets/assign.ts";
import { classify } from "../../src/desk/tickets/classify.ts";
import { note } from "../../src/desk/tickets/note.ts";
import { solve } from "../../src/desk/tickets/solve.ts";
import { followTracker, stopFollowing } from "../../src/desk/tracker/follow-tracker.ts";
import type { Follower, Following } from "../../src/desk/tracker/follow-tracker.ts";
import { findFollower, followingNow } from "../../src/desk/tracker/list-followers.ts";
import { listTracker } from "../../src/desk/tracker/list-tracker.ts";
import { runOnce } from "../../src/jobs/run.ts";
import { tidy } from "../../src/jobs/tidy.ts";
import { inDesk } from "../../src/store/transaction.ts";

let test: TestDesk;
beforeEach(async () => {
  // Thursday 12 November 2026, 10:00 in Mexico City; Monday 16 is a holiday.
  test = await openTestDesk("hib2b", "2026-11-12T16:00:00Z");
  test.staff.set(ximena.id, {
    name: "Ximena",
    address: "ximena@plazo.example.com",
    language: "es",
  });
});
afterEach(() => test.close());

async function follow(differs: Partial<Following> = {}): Promise<Follower> {
  const followed = await followTracker(test.plazo, test.desk, {
    recipient: `staff:${ximena.id}`,
    name: ximena.name,
    language: "es",
    portal: null,
    by: "follower",
    ...differs,
  });
  if (isRefusal(followed)) throw new Error(JSON.stringify(followed));
  return followed;
}

const at = (folio: string): { desk: string; folio: string } => ({ desk: test.desk, folio });
const digests = (to = "ximena@plazo.example.com"): readonly OutgoingMail[] =>
  test.mails(to).filter(({ subject }) => /Seguimiento|Tracker/u.test(subject));
const last = (to?: string): OutgoingMail => {
  const mail = digests(to).at(-1);
  if (mail === undefined) throw new Error("no digest");
  return mail;
};

describe("the tracker and its digest (HB-12)", () => {
  it("tell at the next opening what was added and, the day after, what was updated and which fields", async () => {
    await follow();
    const { folio } = await fileOne(test);
    await test.passTo("2026-11-13T15:00:59Z");
    expect(digests()).toHaveLength(0);
    await test.passTo("2026-11-13T15:01:00Z");
    expect(digests()).toHaveLength(1);
    expect(last().subject).toBe("Seguimiento: un ticket nuevo");
    expect(last().text).toContain(`* ${folio} · Olvidé mi Contraseña`);
    for (const line of [
      "Usuario: EKU9003173C9",
      "Categoría: Olvidé mi Contraseña",
      "Alta: jueves 12 de noviembre, 10:00",
      "Severidad: Bajo",
      `/app/d/hib2b/t/${folio}`,
    ])
      expect(last().text).toContain(line);
    expect(last().text).not.toContain("ACTUALIZADOS");

    await test.passTo("2026-11-13T16:00:00Z");
    await classify(test.plazo, at(folio), { by: ximena, severity: "critico" });
    await assign(test.plazo, at(folio), { by: ximena, to: { id: bruno.id, name: bruno.name } });
    await solve(test.plazo, at(folio), { by: bruno, cause: "Clave vencida", remedy: "Se cambió" });
    await test.passTo("2026-11-17T15:01:00Z");
    expect(digests()).toHaveLength(2);
    expect(last().subject).toBe("Seguimiento: un ticket actualizado");
    expect(last().text).toContain("Severidad: Bajo → Crítico");
    expect(last().text).toContain("Responsable: — → Bruno");
    expect(last().text).toMatch(/Estado: \S.* → \S/u);
    expect(last().text).not.toMatch(/NUEVOS|Clave vencida/u);
    expect(last().html).toContain("Bajo → Crítico");
  });

  it("send nothing where nothing listed changed, and nothing on a holiday", async () => {
    const { folio } = await fileOne(test);
    await test.passTo(1_000);
    await follow();
    await note(test.plazo, at(folio), { by: ximena, text: "Sin novedad" });
    await test.passTo("2026-11-13T15:01:00Z");
    expect(digests()).toHaveLength(0);
    await fileOne(test);
    await test.passTo("2026-11-16T23:59:00Z");
    expect(digests()).toHaveLength(0);
    await test.passTo("2026-11-17T15:01:00Z");
    expect(digests()).toHaveLength(1);
  });

  it("tell everything once, with one digest, after a week asleep and with four workers at once", async () => {
    await follow();
    const folios = [];
    for (let day = 0; day < 5; day += 1) {
      folios.push((await fileOne(test)).folio);
      test.time.advance(86_400_000);
    }
    test.time.set("2026-11-24T18:00:00Z");
    await Promise.all([1, 2, 3, 4].map(() => runOnce(test.plazo)));
    await test.work();
    expect(digests()).toHaveLength(1);
    for (const folio of folios) expect(last().text.split(`* ${folio} ·`)).toHaveLength(2);
    await test.passTo("2026-11-25T18:00:00Z");
    for (const later of digests().slice(1)) expect(later.text).not.toContain("NUEVOS");
  });

  it("lose nothing and repeat nothing where the worker dies between the difference and its commit", async () => {
    await follow();
    const { folio } = await fileOne(test);
    test.time.set("2026-11-13T15:01:00Z");
    const { effects } = test.plazo;
    const dying = {
      ...effects,
      random: {
        ...effects.random,
        id: () => {
          throw new Error("killed");
        },
      },
    };
    const round = await runOnce({ ...test.plazo, effects: dying });
    expect(round).toMatchObject({ digests: 0, faults: [{ message: "killed" }] });
    expect(digests()).toHaveLength(0);
    await test.passTo(31_000);
    expect(digests()).toHaveLength(1);
    expect(last().text).toContain(`* ${folio} ·`);
  });

  it("leave nothing out and tell nothing twice, however the day is cut in digests", async () => {
    await follow();
    const { folio } = await fileOne(test);
    await test.passTo("2026-11-13T15:00:30Z");
    await classify(test.plazo, at(folio), { by: ximena, severity: "medio-alto" });
    await test.passTo("2026-11-13T15:01:00Z");
    // What was recorded in the minute before the digest was written is told by the next one.
    expect(last().text).toContain("Severidad: Bajo");
    await test.passTo("2026-11-17T15:01:00Z");
    expect(last().text).toContain("Severidad: Bajo → Medio-Alto");
  });

  it("follow one portal alone where that is asked", async () => {
    await follow({ portal: "https://Dulcera.example.com/ayuda" });
    const mine = await fileOne(test, { portal: "dulcera.example.com" });
    const other = await fileOne(test, { portal: "andamios.example.com" });
    await test.passTo("2026-11-13T15:01:00Z");
    expect(last().text).toContain(mine.folio);
    expect(last().text).not.toContain(`* ${other.folio} `);
    expect(last().text).toContain("los tickets del portal dulcera.example.com");
  });

  it("reach an address from outside in its language, with no way into the workspace", async () => {
    await follow({ recipient: "buyer@example.com", name: "Buyer", language: "en", by: "desk" });
    await fileOne(test);
    await test.passTo("2026-11-13T15:01:00Z");
    const mail = last("buyer@example.com");
    expect(mail.subject).toBe("Tracker: one ticket added");
    expect(mail.text).toContain("Category: I forgot my password");
    expect(mail.text + mail.html).not.toContain("/app/");
    expect(mail.stop).toMatch(
      /^https:\/\/plazo\.example\.com\/d\/hib2b\/seguimiento\/[\w-]+\.[\w-]{22}$/u,
    );
    expect(mail.text).toContain(mail.stop);
    expect(mail.html).toContain(`href="${mail.stop}"`);
  });

  it("stop when whoever follows stops, also a digest that waits to leave, and only they start it again", async () => {
    const follower = await follow({ recipient: "buyer@example.com", by: "desk" });
    await fileOne(test);
    test.time.set("2026-11-13T15:01:00Z");
    await stopFollowing(test.plazo, test.desk, { id: follower.id, by: "follower" });
    await test.work();
    expect(digests("buyer@example.com")).toHaveLength(0);
    const again: Following = {
      recipient: "buyer@example.com",
      name: "Buyer",
      language: "es",
      portal: null,
      by: "desk",
    };
    expect(await followTracker(test.plazo, test.desk, again)).toMatchObject({
      refused: "follower-stopped",
    });
    const started = await followTracker(test.plazo, test.desk, { ...again, by: "follower" });
    expect(started).toMatchObject({ id: follower.id, ended: null, since: test.time.read() });
  });

  it("stop by themselves for somebody who works at the desk no more", async () => {
    await follow();
    await fileOne(test);
    test.staff.delete(ximena.id);
    await test.passTo("2026-11-13T15:01:00Z");
    const { followed } = await followingNow(test.plazo, test.desk, `staff:${ximena.id}`);
    expect(followed).toEqual([]);
  });

  it("tell nothing to somebody who has come to see only their own tickets (FI-1)", async () => {
    const { id } = await follow();
    await fileOne(test);
    const person = { name: "Ximena", email: "ximena@plazo.example.com", userId: ximena.id };
    const outside = { role: "agent", level: null, party: "proveedor" } as const;
    await setMember(test.plazo, { ...person, ...outside, desk: test.desk });
    await test.passTo("2026-11-13T15:01:00Z");
    expect(digests()).toHaveLength(0);
    expect(await findFollower(test.plazo, test.desk, id)).toMatchObject({ endedBy: "desk" });
  });

  it("find the tickets of a desk that was there before it had a tracker", async () => {
    const { folio } = await fileOne(test);
    await inDesk(test.plazo.db, test.desk, (tx) =>
      tx.client.query("update ticket set category = null"),
    );
    const ofCategory = async (): Promise<readonly string[]> => {
      const page = await listTracker(test.plazo, test.desk, { category: "tipo/contrasena" });
      return isRefusal(page) ? [page.refused] : page.rows.map((row) => row.folio);
    };
    expect(await ofCategory()).toEqual([]);
    await tidy(test.plazo);
    expect(await ofCategory()).toEqual([folio]);
  });

  it("move with the calendar: a day declared closed has no digest", async () => {
    await follow();
    await fileOne(test);
    const exception = { calendar: "oficina", date: "2026-11-13", open: [], why: "Mudanza" };
    await publishException(test.plazo, test.desk, { exception, by: ximena.id });
    await test.passTo("2026-11-13T20:00:00Z");
    expect(digests()).toHaveLength(0);
    await test.passTo("2026-11-17T15:01:00Z");
    expect(digests()).toHaveLength(1);
  });

  it("follow the manual in force: none where it sends none, and weekly where it comes to say so", async () => {
    await follow();
    await fileOne(test);
    const { tracker } = test.policy;
    if (tracker === undefined || tracker.digest === null) throw new Error("hib2b has a digest");
    const publish = (digest: DigestRule | null) => {
      const policy = { ...test.policy, tracker: { ...tracker, digest } };
      const words = { source: "", reason: "prueba", by: ximena.id };
      return publishPolicy(test.plazo, test.desk, { policy, ...words });
    };
    await publish(null);
    await test.passTo("2026-11-17T20:00:00Z");
    expect(digests()).toHaveLength(0);
    await publish({ ...tracker.digest, every: "week" });
    await test.passTo("2026-11-20T20:00:00Z");
    // The one of this week was missed: it comes on the next open date.
    expect(digests()).toHaveLength(1);
    await fileOne(test);
    await test.passTo("2026-11-23T15:00:59Z");
    expect(digests()).toHaveLength(1);
    await test.passTo("2026-11-23T15:01:00Z");
    expect(digests()).toHaveLength(2);
  });

  it("say beforehand what the next digest brings, and when", async () => {
    await follow();
    await follow();
    await fileOne(test);
    const now = await followingNow(test.plazo, test.desk, `staff:${ximena.id}`);
    expect(now).toMatchObject({
      next: Date.parse("2026-11-13T15:00:00Z"),
      followed: [{ added: 1, updated: 0 }],
    });
  });
});
