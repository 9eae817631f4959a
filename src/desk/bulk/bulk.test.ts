import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bruno, filingOf, openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import type { BulkAct } from "../../core/bulk/act.ts";
import { isRefusal } from "../../core/refusal.ts";
import { setMember } from "../staff/members.ts";
import { fileTicket } from "../tickets/file-ticket.ts";
import { ticketForStaff } from "../tickets/for-staff.ts";
import { assign } from "../tickets/assign.ts";
import { close } from "../tickets/close.ts";
import { declareIncident } from "../incidents/part.ts";
import { readIncident } from "../incidents/read-incident.ts";
import { beginBulk, readBulkOf, stopBulk, undoBulk } from "./bulks.ts";
import type { Bulk } from "./bulks.ts";
import { foliosOf, planBulk } from "./plan-bulk.ts";
import { workOnBulk } from "./work-bulk.ts";

let test1: TestDesk;
beforeAll(async () => {
  test1 = await openTestDesk();
  const { plazo, desk } = test1;
  for (const { id, name } of [ximena, bruno])
    await setMember(plazo, {
      ...{ desk, userId: id, name, email: `${id}@example.com`, role: "agent", level: null },
    });
});
afterAll(() => test1.close());

async function file(description: string, more: Record<string, string> = {}): Promise<string> {
  const { fields } = filingOf();
  const filed = await fileTicket(test1.plazo, test1.desk, {
    ...filingOf({ fields: { ...fields, descripcion: description, ...more } }),
  });
  if (isRefusal(filed) || !("folio" in filed)) throw new Error(JSON.stringify(filed));
  return filed.folio;
}

const whole = async (folio: string) => {
  const view = await ticketForStaff(test1.plazo, { desk: test1.desk, folio });
  if (isRefusal(view)) throw new Error(view.refused);
  return view;
};

async function begin(act: BulkAct, folios: readonly string[], undoSeconds = 0): Promise<Bulk> {
  const begun = await beginBulk(test1.plazo, test1.desk, { by: ximena, act, folios, undoSeconds });
  if (isRefusal(begun)) throw new Error(begun.refused);
  return begun;
}

async function standing(id: string): Promise<Bulk> {
  const read = await readBulkOf(test1.plazo, test1.desk, { id, member: ximena.id });
  if (isRefusal(read)) throw new Error(read.refused);
  return read;
}

const toBruno: BulkAct = { do: "assign", to: { id: bruno.id, name: bruno.name } };

describe("an act on many tickets", () => {
  test("is planned by the rules that decide it: what it comes to is what was said", async () => {
    const { plazo, desk } = test1;
    const folios = [await file("No abre el portal."), await file("No llega la liga.")];
    const closed = await file("Ya no hace falta.");
    await close(plazo, { desk, folio: closed }, { by: ximena, reason: "by-agent" });
    const given = await file("Otra cosa.");
    await assign(plazo, { desk, folio: given }, { by: ximena, ...toBruno });
    const all = [...folios, closed, given, "HD-9999"];
    const plan = await planBulk(plazo, desk, { by: ximena, act: toBruno, folios: all });
    const said = plan.planned.map(({ folio, refusal }) => [folio, refusal?.refused ?? "will"]);
    expect(said).toEqual([
      [folios[0], "will"],
      [folios[1], "will"],
      [closed, "ticket-closed"],
      [given, "already-so"],
      ["HD-9999", "no-such-ticket"],
    ]);
    const { id } = await begin(toBruno, all);
    await test1.work();
    const done = await standing(id);
    expect(done.state).toBe("done");
    expect(done.items.map((item) => [item.folio, item.refusal?.refused ?? "will"])).toEqual(said);
    expect((await whole(folios[0] ?? "")).ticket.assignee).toEqual({
      id: bruno.id,
      name: bruno.name,
    });
  });

  test("is taken back, but for what somebody changed since", async () => {
    const { plazo, desk } = test1;
    const [one, two] = [await file("Se cae la sesión."), await file("No carga el catálogo.")];
    const { id } = await begin(toBruno, [one, two]);
    await test1.work();
    await assign(plazo, { desk, folio: two }, { by: bruno, to: ximena });
    const undone = await undoBulk(plazo, desk, { id, by: ximena });
    if (isRefusal(undone)) throw new Error(undone.refused);
    await test1.work();
    expect((await whole(one)).ticket.assignee).toBeNull();
    expect((await whole(two)).ticket.assignee?.id).toBe(ximena.id);
    const back = await standing(undone.id);
    expect(back.items.map((item) => [item.folio, item.refusal?.refused])).toEqual([
      [two, "changed-since"],
      [one, undefined],
    ]);
    expect(await undoBulk(plazo, desk, { id, by: ximena })).toMatchObject({
      refused: "bulk-undone-already",
    });
  });

  test("that tells clients waits as long as it may be taken back, and then tells nobody", async () => {
    const folios = [await file("Uno."), await file("Dos.")];
    const before = test1.mails().length;
    const { id } = await begin({ do: "reply", texts: { es: "Lo revisamos." } }, folios, 12);
    await test1.work();
    expect((await standing(id)).items.every(({ state }) => state === "waiting")).toBe(true);
    await stopBulk(test1.plazo, test1.desk, { id, member: ximena.id });
    await test1.passTo(60_000);
    expect(test1.mails().length).toBe(before);
    expect((await standing(id)).items.map((item) => item.refusal?.refused)).toEqual([
      "bulk-stopped",
      "bulk-stopped",
    ]);
  });

  test("tells each client in words that are filled in from their own ticket, or not at all", async () => {
    const { plazo, desk } = test1;
    const one = await file("No llega la liga.");
    const other = await file("No timbra.");
    const text = "Revisamos {{folio}}; contacto {{vence.primer-contacto}}.";
    const act: BulkAct = { do: "reply", texts: { es: text } };
    const folios = [one, other];
    const { planned } = await planBulk(plazo, desk, { by: ximena, act, folios });
    const seen = planned.map((told) => told.text);
    expect(seen[0]).toContain(`Revisamos ${one}; contacto `);
    expect(seen[1]).toContain(`Revisamos ${other}; contacto `);
    expect(seen.join()).not.toContain("{{");
    const before = test1.mails().length;
    await begin(act, folios);
    await test1.work();
    const mails = test1.mails().slice(before);
    for (const said of seen) expect(mails.some(({ text }) => text.includes(said ?? ""))).toBe(true);
    const left: BulkAct = { do: "reply", texts: { es: "{{folio}}: {{…}}" } };
    const plan = await planBulk(plazo, desk, { by: ximena, act: left, folios });
    const refusal = { refused: "placeholder-unfilled", facts: { left: ["{{…}}"] } };
    expect(plan.planned.map((one) => one.refusal)).toMatchObject([refusal, refusal]);
    const { id } = await begin(left, folios);
    await test1.work();
    expect((await standing(id)).items.map((item) => item.refusal)).toMatchObject([
      refusal,
      refusal,
    ]);
    expect(test1.mails().length).toBe(before + 2);
  });

  test("is another's business to nobody, and ends where its owner may no longer act", async () => {
    const folio = await file("Tres.");
    const { id } = await begin(toBruno, [folio]);
    expect(await readBulkOf(test1.plazo, test1.desk, { id, member: bruno.id })).toMatchObject({
      refused: "no-such-bulk",
    });
    const { plazo, desk } = test1;
    const { id: userId, name } = ximena;
    const member = { desk, userId, name, email: "ximena@example.com", level: null } as const;
    await setMember(plazo, { ...member, role: "auditor" });
    await test1.work();
    expect((await standing(id)).items[0]?.refusal?.refused).toBe("role-may-not");
    await setMember(plazo, { ...member, role: "agent" });
  });

  test("is done once by two workers at the same time, and goes on after one was cut off", async () => {
    const { plazo, desk } = test1;
    const folios: string[] = [];
    for (let n = 0; n < 12; n += 1) folios.push(await file(`Caso ${n}.`));
    const { id } = await begin({ do: "note", text: "Se avisó a sistemas." }, folios);
    let seen = 0;
    // The first is cut off after a few; it lets go as one that is killed does when its lease ends.
    await workOnBulk(plazo, { desk, id }, () => (seen += 1) > 5);
    expect((await standing(id)).items.filter(({ state }) => state === "done")).toHaveLength(5);
    await Promise.all([
      workOnBulk(plazo, { desk, id }, () => false),
      workOnBulk(plazo, { desk, id }, () => false),
    ]);
    await test1.work();
    expect((await standing(id)).state).toBe("done");
    for (const folio of folios) {
      const notes = (await whole(folio)).events.filter(({ fact }) => fact.type === "noted");
      expect([folio, notes.length]).toEqual([folio, 1]);
    }
  });
});

describe("a mass incident", () => {
  test("gathers tickets of one trouble, answers each client once, and ends them with one cause", async () => {
    const { plazo, desk } = test1;
    const subject = "Error CFDI40147 al timbrar";
    const first = await file(subject);
    const others = [await file("No timbra, error CFDI40147"), await file(`${subject} hoy`)];
    await declareIncident(plazo, { desk, folio: first }, ximena);
    const before = await readIncident(plazo, { desk, folio: first });
    if (isRefusal(before)) throw new Error(before.refused);
    expect(before.is).toBe("incident");
    expect(before.alike.map(({ folio }) => folio)).toEqual(expect.arrayContaining(others));
    const { id } = await begin({ do: "join", incident: first }, others);
    await test1.work();
    expect((await standing(id)).items.every(({ state }) => state === "done")).toBe(true);
    const gathered = await readIncident(plazo, { desk, folio: first });
    expect(gathered).toMatchObject({ is: "incident", incident: { parts: 2 } });
    expect(await readIncident(plazo, { desk, folio: others[0] ?? "" })).toMatchObject({
      is: "part",
      incident: { folio: first },
    });
    const all = [first, ...others];
    const told = test1.mails().length;
    await begin({ do: "reply", texts: { es: "Hay una falla general." } }, all);
    await test1.work();
    expect(
      test1
        .mails()
        .slice(told)
        .filter(({ text }) => text.includes("Hay una falla general.")),
    ).toHaveLength(3);
    const solved = await begin(
      { do: "solve", cause: { es: "Certificado vencido." }, remedy: { es: "Se renovó." } },
      all,
    );
    await test1.work();
    expect((await standing(solved.id)).items.map((item) => item.refusal?.refused)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    for (const folio of all)
      expect((await whole(folio)).ticket.solution).toMatchObject({ cause: "Certificado vencido." });
    const undone = await undoBulk(plazo, desk, { id, by: ximena });
    expect(isRefusal(undone)).toBe(false);
    await test1.work();
    expect(await readIncident(plazo, { desk, folio: others[0] ?? "" })).toMatchObject({
      is: "neither",
    });
  });

  test("takes the tickets of a list, in its order", async () => {
    const { folios, more } = await foliosOf(test1.plazo, test1.desk, { assignee: bruno.id });
    expect(more).toBe(false);
    expect(folios.length).toBeGreaterThan(1);
  });
});
