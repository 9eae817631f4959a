import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApi } from "../../../test/kit/api.ts";
import type { Said, TestApi } from "../../../test/kit/api.ts";
import { filingOf, openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { openChanges } from "../../desk/live/changes.ts";
import type { Change } from "../../desk/live/changes.ts";
import { indexSearch } from "../../jobs/index-search.ts";
import { fileTicket } from "../../desk/tickets/file-ticket.ts";

let test: TestDesk;
let api: TestApi;
let agent: string;
let admin: string;
let exchange: string;
beforeAll(async () => {
  // Friday 20 November 2026, 09:00 in Mexico City.
  test = await openTestDesk("hib2b", "2026-11-20T15:00:00Z");
  api = openTestApi(test);
  agent = await api.person("Ximena", "agent");
  admin = await api.person("Elena", "administrator");
  exchange = await api.program("Asterisk", ["calls:write"]);
});
afterAll(async () => {
  await api.close();
  await test.close();
});

const incoming = { direction: "in", from: "5555550177", to: "5555550100" } as const;

function tell(call: string, event: string, more: object = {}): Promise<Said> {
  return api.ask("/calls", { as: exchange, body: { call, event, ...incoming, ...more } });
}

async function listed(id: string): Promise<Said["said"]> {
  const { said } = await api.ask("/calls?limit=200", { as: agent });
  return said.calls.find((one: { id: string }) => one.id === id);
}

/** A ticket of a contact who is registered with the telephone: its folio. */
async function withTicket(telephone: string): Promise<string> {
  const address = `de.${telephone.replaceAll(" ", "")}@example.com`;
  const contact = {
    organisation: null,
    name: "Xavier",
    role: null,
    trained: null,
    seesOrganisation: false,
    language: "es",
    active: true,
    addresses: [address],
    telephones: [telephone],
  };
  await api.ask("/register/contacts", { as: admin, body: contact });
  const { fields } = filingOf();
  const filed = await fileTicket(
    test.plazo,
    test.desk,
    filingOf({ fields: { ...fields, correo: address } }),
  );
  if (!("folio" in filed)) throw new Error(JSON.stringify(filed));
  return filed.folio;
}

describe("what an exchange tells", () => {
  it("is one call for one id, however often and in whatever order it is told", async () => {
    const first = await tell("a-1", "ended", { at: Date.UTC(2026, 10, 20, 14, 59) });
    expect(first.status, JSON.stringify(first.said)).toBe(200);
    await tell("a-1", "answered", { at: Date.UTC(2026, 10, 20, 14, 55), extension: "104" });
    const last = await tell("a-1", "started", { at: Date.UTC(2026, 10, 20, 14, 54) });
    expect(last.said.id).toBe(first.said.id);
    expect(await listed(first.said.id)).toMatchObject({
      state: "ended",
      number: "+525555550177",
      extension: "104",
      began: Date.UTC(2026, 10, 20, 14, 54),
      answered: Date.UTC(2026, 10, 20, 14, 55),
    });
  });

  it("is one call also where two tell of it at the same moment", async () => {
    const said = await Promise.all(Array.from({ length: 6 }, () => tell("a-2", "started")));
    expect(new Set(said.map((one) => one.said.id)).size).toBe(1);
  });

  it("comes with a token that holds the scope: no agent, no other token, no stranger", async () => {
    const body = { call: "a-3", event: "started", ...incoming };
    const reader = await api.program("Lector", ["tickets:read"]);
    expect((await api.ask("/calls", { as: reader, body })).said.code).toBe("scope-missing");
    expect((await api.ask("/calls", { as: agent, body })).status).toBe(403);
    expect((await api.ask("/calls", { as: exchange })).status).toBe(403);
  });

  it("keeps the recording's address as text, and a number that was withheld as none", async () => {
    const recording = "http://169.254.169.254/latest";
    const { said } = await tell("a-4", "ended", { from: "anonymous", recording });
    expect(await listed(said.id)).toMatchObject({ recording, number: null, owed: null });
  });

  it("refuses what it does not know", async () => {
    const told = await tell("a-5", "started", { fetch: true });
    expect(told.status).toBe(400);
    expect((await tell("a-5", "transferred")).status).toBe(400);
  });
});

describe("a call where the telephone asks for a ticket (HB-6)", () => {
  it("is told to come with one, by the clause and in words that can be said, and is owed no call", async () => {
    const { said } = await tell("b-1", "missed", { from: "5555550181" });
    expect(said).toMatchObject({ callBack: null, phone: { open: false, clause: ["HB-6"] } });
    expect(said.phone.say.es).toContain("Por teléfono se atiende cuando ya existe un ticket.");
    expect(await listed(said.id)).toMatchObject({ closedBy: ["HB-6"], owed: null });
  });

  it("is owed one as soon as the telephone is attended, and is matched to the one open ticket", async () => {
    const folio = await withTicket("55 5555 0182");
    const { said } = await tell("b-2", "missed", { from: "+52 1 55 5555 0182" });
    expect(said).toMatchObject({ callBack: test.time.read(), phone: { open: true } });
    expect(await listed(said.id)).toMatchObject({ folio, owed: { attempts: 0, settled: null } });
    const due = await api.ask("/calls-due", { as: agent });
    expect(due.said.missed.map((one: { id: string }) => one.id)).toContain(said.id);

    const tried = await api.ask(`/calls/${said.id}/tried`, {
      as: agent,
      body: { outcome: "no-answer" },
    });
    // The manual has no second attempt: it is not made up.
    expect(tried.said.owed).toMatchObject({ attempts: 1, settled: "not-reached" });
    const again = await api.ask(`/calls/${said.id}/tried`, {
      as: agent,
      body: { outcome: "spoke" },
    });
    expect(again).toMatchObject({ status: 409, said: { code: "call-not-owed" } });
  });

  it("is left to a person where several tickets can be meant, who attaches it", async () => {
    const one = await withTicket("55 5555 0183");
    const other = await withTicket("55 5555 0183");
    const { said } = await tell("b-3", "missed", { from: "5555550183" });
    expect(await listed(said.id)).toMatchObject({ folio: null });
    const path = `/calls/${said.id}/attach`;
    const attached = await api.ask(path, { as: agent, body: { folio: other } });
    expect(attached.said.folio).toBe(other);
    const wrong = await api.ask(path, { as: agent, body: { folio: "HD-999" } });
    expect(wrong.status).toBe(404);
    const found = await api.ask("/callers?q=5555550183", { as: agent });
    expect(found.said.callers[0].tickets.map(({ folio }: { folio: string }) => folio)).toEqual([
      other,
      one,
    ]);
  });

  it("is told by the RFC or the address that a ticket was left with, though no client has it", async () => {
    const fields = {
      ...filingOf().fields,
      quien: "XAMA620210DQ5",
      correo: "xavier.prov@example.com",
    };
    const filed = await fileTicket(test.plazo, test.desk, filingOf({ fields }));
    if (!("folio" in filed)) throw new Error(JSON.stringify(filed));
    await indexSearch(test.plazo);
    for (const q of ["XAMA620210DQ5", "xama-620210-dq5", "XAMA620210", "xavier.prov@"]) {
      const { said } = await api.ask(`/callers?q=${q}`, { as: agent });
      expect([q, said.callers]).toMatchObject([
        q,
        [{ contact: null, organisation: null, tickets: [{ folio: filed.folio }] }],
      ]);
    }
    expect((await api.ask("/callers?q=XAMA6", { as: agent })).said.callers).toEqual([]);
  });

  it("is owed none any more once an agent has logged that they spoke", async () => {
    const folio = await withTicket("55 5555 0184");
    const { said } = await tell("b-4", "voicemail", { from: "5555550184" });
    expect((await listed(said.id)).owed.settled).toBeNull();
    const logged = await api.ask(`/tickets/${folio}/log-call`, {
      as: agent,
      body: {
        text: "Se le explicó",
        outcome: "spoke",
        call: {
          id: crypto.randomUUID(),
          direction: "out",
          number: "55 5555 0184",
          who: "Xavier",
        },
      },
    });
    expect(logged.status, JSON.stringify(logged.said)).toBe(200);
    expect((await listed(said.id)).owed.settled).toBe("reached");
    const calls = await api.ask("/calls", { as: agent });
    expect(calls.said.calls.find((one: { who: string }) => one.who === "Xavier")).toMatchObject({
      folio,
      direction: "out",
      outcome: "spoke",
      member: "Ximena",
    });
  });

  it("cannot be taken down as a case, and is told by which clause", async () => {
    const { form, fields } = filingOf();
    const taken = await api.ask("/tickets", {
      as: agent,
      body: { form, fields, channel: "phone" },
    });
    expect(taken).toMatchObject({
      status: 422,
      said: { code: "channel-closed", clause: ["HB-6"] },
    });
    const { said } = await api.ask("/callers?q=", { as: agent });
    expect(said).toMatchObject({ callers: [], phone: { open: false, clause: ["HB-6"] } });
  });
});

describe("who answers", () => {
  it("is shown the call at their own extension, and nobody else's", async () => {
    const members = await api.ask("/extensions", { as: admin });
    expect(members.said.extensions).toEqual([]);
    expect((await api.ask("/extensions", { as: agent })).status).toBe(403);
    const me = await api.ask("//me", { as: agent });
    const give = { extension: "201", member: me.said.id };
    const given = await api.ask("/extensions", { as: admin, body: give });
    expect(given.said.extensions).toEqual([{ ...give, name: "Ximena" }]);
    const nobody = await api.ask("/extensions", {
      as: admin,
      body: { extension: "202", member: "nobody" },
    });
    expect(nobody.status).toBe(422);

    const changes = openChanges(test.plazo);
    const told: Change[] = [];
    const isTold = new Promise<void>((resolve) => {
      changes.subscribe(test.desk, (change) => {
        told.push(change);
        if (change.of === "call") resolve();
      });
    });
    await expect.poll(() => told).toContainEqual({ of: "all" });
    const { said } = await tell("c-1", "answered", { extension: "201" });
    await isTold;
    await changes.close();
    // Whose extension it is, and nothing of whoever calls.
    expect(told.filter(({ of }) => of === "call")).toEqual([
      { of: "call", desk: test.desk, member: me.said.id },
    ]);
    const mine = await api.ask("/call-now", { as: agent });
    expect(mine.said).toMatchObject({ extension: "201", call: { id: said.id } });
    const others = await api.ask("/call-now", { as: admin });
    expect(others.said).toMatchObject({ extension: null, call: null });
    await tell("c-1", "ended");
    expect((await api.ask("/call-now", { as: agent })).said.call).toBeNull();
  });
});

describe("the list of calls", () => {
  it("is read in pages, newest first, none twice and none left out", async () => {
    for (let n = 0; n < 5; n += 1)
      await tell(`d-${n}`, "started", { at: Date.UTC(2026, 10, 20, 13, 0, n) });
    const seen: { id: string; began: number }[] = [];
    let path: string | null = "/calls?limit=2";
    while (path !== null) {
      const { said } = await api.ask(path, { as: agent });
      seen.push(...said.calls);
      path = said.next === null ? null : `/calls?limit=2&cursor=${said.next}`;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.map(({ began }) => began)).toEqual(
      seen.map(({ began }) => began).toSorted((a, b) => b - a),
    );
    expect(seen.length).toBeGreaterThan(9);
  });
});
