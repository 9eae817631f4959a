import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bruno, fileOne, openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { isRefusal } from "../../core/refusal.ts";
import { countTickets } from "../../store/ticket-queue.ts";
import { inDesk } from "../../store/transaction.ts";
import { byItself } from "../register/by.ts";
import { writeContactPerson } from "../register/contacts.ts";
import { writeOrganisation } from "../register/organisations.ts";
import { ask } from "./ask.ts";
import { assign } from "./assign.ts";
import { classify } from "./classify.ts";
import { close } from "./close.ts";
import { queue, queueCounts, waitingProgress } from "./queue.ts";
import type { QueueFilter, QueueRow } from "./queue.ts";

let test: TestDesk;
const folios: string[] = [];
const at = (n: number): { desk: string; folio: string } => ({
  desk: test.desk,
  folio: folios[n] ?? "",
});

beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-23T15:00:00Z");
  for (let n = 0; n < 12; n += 1) {
    const correo = n === 5 ? "unico@example.com" : `p${n}@example.com`;
    const filed = await fileOne(test, {
      source: `192.0.2.${n}`,
      fields: {
        descripcion: n === 7 ? "Árbol caído sobre el módem" : "No abre.",
        quien: "EKU9003173C9",
        tipo: "contrasena",
        correo,
      },
    });
    folios.push(filed.folio);
    test.time.advance(60_000);
  }
  await assign(test.plazo, at(0), { by: ximena, to: { id: bruno.id, name: bruno.name } });
  await classify(test.plazo, at(1), { by: ximena, severity: "critico" });
  await ask(test.plazo, at(2), { by: ximena, text: "¿Cuál?", for: "client" });
  await close(test.plazo, at(3), { by: ximena, reason: "spam" });
});
afterAll(() => test.close());

async function all(filter: QueueFilter, limit = 3): Promise<QueueRow[]> {
  const rows: QueueRow[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await queue(test.plazo, test.desk, {
      filter,
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    rows.push(...page.rows);
    if (page.next === null) return rows;
    cursor = page.next;
  }
}

const named = (rows: readonly QueueRow[]): number[] =>
  rows.map(({ folio }) => folios.indexOf(folio));

describe("the queue", () => {
  it("has every open ticket once, over pages of any size, what falls due first first, what waits last", async () => {
    const whole = named(await all({}, 200));
    expect(new Set(whole).size).toBe(11);
    for (const size of [1, 2, 3, 5, 11]) expect(named(await all({}, size))).toEqual(whole);
    expect(whole.at(-1)).toBe(2);
    expect(whole.filter((n) => n !== 2)).toEqual([0, 1, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it("keeps to mine, nobody's, a severity, a progress, and what was closed", async () => {
    expect(named(await all({ assignee: bruno.id }))).toEqual([0]);
    expect(named(await all({ assignee: null }))).not.toContain(0);
    expect(named(await all({ severity: "critico" }))).toEqual([1]);
    expect(named(await all({ progress: waitingProgress }))).toEqual([2]);
    expect(
      named(await all({ progress: ["waiting-for-client"], assignee: null, severity: "bajo" })),
    ).toEqual([2]);
    expect(named(await all({ closed: true }))).toEqual([3]);
    expect(named(await all({ breached: true }))).toEqual([]);
  });

  it("keeps to an organisation: by its portals and by its contacts' addresses, and counts no other", async () => {
    const by = byItself;
    const blank = { rfc: null, taxRegime: null, postalCode: null, taxAddress: null, plan: null };
    const wish = { ...blank, paidUntil: null, notes: null };
    const write = async (name: string, portals: readonly string[]): Promise<string> => {
      const written = await writeOrganisation(test.plazo, test.desk, {
        ...{ by, wish: { ...wish, name, portals } },
      });
      if (isRefusal(written)) throw new Error(written.refused);
      return written.id;
    };
    const [acme, other] = [await write("Acme", []), await write("Otra", [])];
    const person = await writeContactPerson(test.plazo, test.desk, {
      by,
      wish: {
        ...{
          organisation: acme,
          name: "Única",
          role: null,
          trained: null,
          seesOrganisation: false,
        },
        ...{ language: "es", active: true, notes: null },
        ...{ addresses: ["unico@example.com", "P6@example.com"], telephones: [] },
      },
    });
    if (isRefusal(person)) throw new Error(person.refused);
    expect(named(await all({ organisation: acme }, 1))).toEqual([5, 6]);
    expect(named(await all({ organisation: acme, severity: "critico" }))).toEqual([]);
    expect(named(await all({ organisation: other }))).toEqual([]);
    const count = (organisation: string) =>
      inDesk(test.plazo.db, test.desk, (tx) => countTickets(tx, { organisation, closed: false }));
    expect([await count(acme), await count(other)]).toEqual([2, 0]);
  });

  it("counts the lists of a member of staff", async () => {
    expect(await queueCounts(test.plazo, test.desk, { staff: bruno.id })).toEqual({
      open: 11,
      mine: 1,
      unassigned: 10,
      breached: 0,
      waiting: 1,
      solved: 0,
    });
  });

  it("begins anew where the cursor is none", async () => {
    const page = await queue(test.plazo, test.desk, {
      filter: {},
      cursor: "'; drop table ticket; --",
      limit: 2,
    });
    expect(page.rows).toHaveLength(2);
  });
});
