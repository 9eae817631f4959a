import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bruno, fileOne, openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import type { CompositionContent } from "../../contract/compositions.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { DAY } from "../../core/time/instant.ts";
import { runOnce } from "../../jobs/run.ts";
import { setMember } from "../staff/members.ts";
import { answerAsClient } from "../tickets/as-client.ts";
import { close } from "../tickets/close.ts";
import { ticketForStaff } from "../tickets/for-staff.ts";
import type { StaffView } from "../tickets/for-staff.ts";
import { note } from "../tickets/note.ts";
import { reply } from "../tickets/reply.ts";
import { forgetDrafts } from "./depart.ts";
import { compositionsAtTicket, discardDraft, keepDraft, ownCompositions } from "./keep.ts";
import { previewSending } from "./preview.ts";
import { sendComposition } from "./send.ts";
import type { Sending, Sent } from "./send.ts";
import { undoSending } from "./undo.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-23T15:00:00Z");
  for (const { id, name } of [ximena, bruno]) {
    const email = `${name.toLowerCase()}@plazo.example.com`;
    test.staff.set(id, { name, address: email, language: "es" });
    await setMember(test.plazo, {
      ...{ desk: test.desk, userId: id, name, email, role: "agent", level: null },
    });
  }
});
afterAll(() => test.close());

const empty: CompositionContent = {
  ...{ text: "", cause: "", remedy: "", awaiting: "client", session: "A".repeat(32) },
  ...{ files: [], acts: [], used: [], mentions: [] },
};
let made = 0;
const newId = (): string => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, "0")}`;
const at = (folio: string) => ({ desk: test.desk, folio });

async function ticketOf(name: string): Promise<{ folio: string; seq: number; capability: string }> {
  const { folio, capability } = await fileOne(test, {
    fields: {
      descripcion: "No abre.",
      quien: "EKU9003173C9",
      tipo: "contrasena",
      correo: `${name}@example.com`,
    },
  });
  await test.work();
  return { folio, capability, seq: (await view(folio)).ticket.seq };
}

async function view(folio: string): Promise<StaffView> {
  const found = await ticketForStaff(test.plazo, at(folio));
  if (isRefusal(found)) throw new Error(JSON.stringify(found));
  return found;
}

type Sends = Partial<Omit<Sending, "content">> & {
  readonly id?: string;
} & Partial<CompositionContent>;

function send(
  { folio, seq }: { readonly folio: string; readonly seq: number },
  wish: Sends = {},
): Promise<Sent | Refusal> {
  const { id = newId(), by = ximena, mode = "reply", seen = seq, sees = [], ...rest } = wish;
  const { undoSeconds = 12, ...content } = rest;
  return sendComposition(
    test.plazo,
    { ...at(folio), id },
    {
      by,
      mode,
      seen,
      sees,
      undoSeconds,
      content: { ...empty, text: "Ya puede entrar.", ...content },
    },
  );
}

async function sent(...args: Parameters<typeof send>): Promise<Sent> {
  const done = await send(...args);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return done;
}

const types = async (folio: string): Promise<string[]> =>
  (await view(folio)).events.map(({ fact }) => fact.type);
const pass = (seconds: number) => test.passTo(test.time.read() + seconds * 1_000);
const mine = async (folio: string, by = ximena) => {
  const found = await compositionsAtTicket(test.plazo, at(folio), by);
  if (isRefusal(found)) throw new Error(JSON.stringify(found));
  return found.list;
};

describe("a reply that can be undone", () => {
  it("is nothing until it leaves: no event, no mail, no clock stopped; then it counts at that instant", async () => {
    const ticket = await ticketOf("leaves");
    const { leavesAt } = await sent(ticket);
    expect(leavesAt).toBe(test.time.read() + 12_000);
    await pass(11);
    expect(await types(ticket.folio)).not.toContain("contacted");
    expect(test.mails("leaves@example.com")).toHaveLength(1);
    await pass(1);
    expect(
      test
        .mails("leaves@example.com")
        .map(({ text }) => text)
        .at(-1),
    ).toContain("Ya puede entrar.");
    const shown = await view(ticket.folio);
    expect(shown.events.at(-1)).toMatchObject({ at: leavesAt, by: { name: "Ximena" } });
    expect(shown.promises.find(({ rule }) => rule.id === "primer-contacto")).toMatchObject({
      status: "met",
      stopped: leavesAt,
    });
    expect(await mine(ticket.folio)).toEqual([]);
  });

  it("that is undone never was, and its words are a draft again", async () => {
    const ticket = await ticketOf("undone");
    const before = await view(ticket.folio);
    const id = newId();
    await sent(ticket, { id, text: "No era esto." });
    await pass(11);
    const back = await undoSending(test.plazo, { ...at(ticket.folio), id }, ximena);
    expect(back).toMatchObject({ state: "draft", content: { text: "No era esto." } });
    await pass(600);
    const after = await view(ticket.folio);
    expect(after.events).toEqual(before.events);
    expect(after.promises.map(({ limit }) => limit)).toEqual(
      before.promises.map(({ limit }) => limit),
    );
    expect(test.mails("undone@example.com")).toHaveLength(1);
    await sent(ticket, { id, text: "Era esto." });
    await pass(12);
    expect(test.mails("undone@example.com").at(-1)?.text).toContain("Era esto.");
    expect(await undoSending(test.plazo, { ...at(ticket.folio), id }, ximena)).toMatchObject({
      refused: "left-already",
    });
  });

  it("waits the same way where it is a question or a solution", async () => {
    const asked = await ticketOf("asked");
    await sent(asked, { mode: "ask", text: "¿Qué navegador usa?" });
    const solved = await ticketOf("solved");
    await sent(solved, { mode: "solve", text: "", cause: "Caché.", remedy: "Borrarla." });
    expect((await view(asked.folio)).ticket.awaiting).toBeNull();
    expect((await view(solved.folio)).ticket.solution).toBeNull();
    await pass(12);
    expect((await view(asked.folio)).ticket.awaiting).toBe("client");
    expect((await view(solved.folio)).ticket.solution).toMatchObject({ told: true });
  });

  it("does not leave when the client writes meanwhile: its author has every word, and is told", async () => {
    const ticket = await ticketOf("answers");
    await sent(ticket, { text: "Reinicie su equipo." });
    const opened = { desk: test.desk, capability: ticket.capability };
    await answerAsClient(test.plazo, opened, {
      text: "Ya funciona.",
      submission: "s-undo-answer-1",
    });
    expect(await types(ticket.folio)).toContain("added");
    await pass(12);
    expect(await types(ticket.folio)).not.toContain("contacted");
    expect(await mine(ticket.folio)).toMatchObject([
      {
        state: "stopped",
        stopped: { refused: "changed-meanwhile", facts: { types: ["added"] } },
        content: { text: "Reinicie su equipo." },
      },
    ]);
    expect(test.mails("ximena@plazo.example.com").at(-1)?.subject).toContain("no salió");
  });

  it("does not leave when a colleague closes the ticket meanwhile", async () => {
    const ticket = await ticketOf("closes");
    await sent(ticket);
    await close(test.plazo, at(ticket.folio), { by: bruno, reason: "spam" });
    await pass(12);
    expect(await types(ticket.folio)).not.toContain("contacted");
    expect((await mine(ticket.folio))[0]).toMatchObject({
      state: "stopped",
      stopped: { refused: "changed-meanwhile" },
    });
  });

  it("does not leave when its author may write no more", async () => {
    const ticket = await ticketOf("gone");
    const guest = { id: "staff-guest", name: "Gerardo", level: null };
    await sent(ticket, { by: guest });
    await pass(12);
    expect((await mine(ticket.folio, guest))[0]).toMatchObject({
      stopped: { refused: "role-may-not" },
    });
  });

  it("leaves at once where a promise would be missed by waiting", async () => {
    const ticket = await ticketOf("deadline");
    const limit = (await view(ticket.folio)).promises.find(
      ({ rule }) => rule.id === "primer-contacto",
    )?.limit;
    await test.passTo(Number(limit) - 5_000);
    const { seq } = (await view(ticket.folio)).ticket;
    expect(await sent({ ...ticket, seq })).toMatchObject({ leavesAt: null });
    await pass(60);
    expect(await types(ticket.folio)).not.toContain("breached");
  });

  it("leaves once, whatever dies meanwhile and however many workers come back", async () => {
    const ticket = await ticketOf("killed");
    await sent(ticket);
    test.time.advance(600_000);
    await Promise.all([1, 2, 3].map(() => runOnce(test.plazo)));
    await test.work();
    expect((await types(ticket.folio)).filter((type) => type === "contacted")).toHaveLength(1);
    expect(test.mails("killed@example.com")).toHaveLength(2);
    expect((await view(ticket.folio)).events.at(-1)?.at).toBe(test.time.read());
  });

  it("is sent once, however often the same is sent", async () => {
    const ticket = await ticketOf("once");
    const id = newId();
    const first = await sent(ticket, { id });
    expect(await sent(ticket, { id })).toMatchObject({ leavesAt: first.leavesAt });
    await pass(12);
    const { seq } = (await view(ticket.folio)).ticket;
    expect(await sent(ticket, { id })).toMatchObject({ leavesAt: null, seq });
    await pass(30);
    expect((await types(ticket.folio)).filter((type) => type === "contacted")).toHaveLength(1);
  });
});

describe("two who answer at once", () => {
  it("one is on its way, and the other sees it before anything of theirs is sent", async () => {
    const ticket = await ticketOf("two");
    const [id, other] = [newId(), newId()];
    const both = await Promise.all([
      send(ticket, { id, text: "Soy Ximena." }),
      send(ticket, { id: other, by: bruno, text: "Soy Bruno." }),
    ]);
    const [late] = both.filter(isRefusal);
    expect(both.filter(isRefusal)).toHaveLength(1);
    expect(late).toMatchObject({ refused: "reply-departing", facts: { by: [expect.any(String)] } });
    const isBruno = isRefusal(both[1]);
    const sees = [isBruno ? id : other];
    // Having seen it, they may send theirs as well, and both arrive, the first one first.
    await sent(
      ticket,
      isBruno
        ? { id: other, by: bruno, text: "Soy Bruno.", sees }
        : { id, text: "Soy Ximena.", sees },
    );
    await pass(13);
    expect((await types(ticket.folio)).filter((type) => type === "contacted")).toHaveLength(2);
  });

  it("what one said without waiting stops the other", async () => {
    const ticket = await ticketOf("stopped");
    await reply(test.plazo, at(ticket.folio), { by: bruno, text: "Ya quedó." });
    expect(await send(ticket)).toMatchObject({
      refused: "changed-meanwhile",
      facts: { types: expect.arrayContaining(["contacted"]) },
    });
    const { seq } = (await view(ticket.folio)).ticket;
    expect(await send(ticket, { seen: seq })).toMatchObject({ leavesAt: expect.any(Number) });
  });

  it("a note stands beside whatever others did", async () => {
    const ticket = await ticketOf("beside");
    await note(test.plazo, at(ticket.folio), { by: bruno, text: "Yo lo veo." });
    expect(await send(ticket, { mode: "note", text: "Yo también." })).toMatchObject({
      leavesAt: null,
    });
  });
});

describe("what is written", () => {
  it("is kept for its author alone, on any machine, until it is sent, thrown away or forgotten", async () => {
    const ticket = await ticketOf("draft");
    const id = newId();
    const words = {
      mode: "reply",
      seen: ticket.seq,
      content: { ...empty, text: "A medias" },
    } as const;
    await keepDraft(test.plazo, { ...at(ticket.folio), id }, { by: ximena, ...words });
    expect(await mine(ticket.folio)).toMatchObject([
      { id, state: "draft", content: { text: "A medias" } },
    ]);
    expect(await mine(ticket.folio, bruno)).toEqual([]);
    expect((await ownCompositions(test.plazo, test.desk, bruno)).list).toEqual([]);
    const place = { ...at(ticket.folio), id };
    expect(await keepDraft(test.plazo, place, { by: bruno, ...words })).toMatchObject({
      refused: "no-such-composition",
    });
    expect(await discardDraft(test.plazo, place, bruno)).toMatchObject({
      refused: "no-such-composition",
    });
    await sent(ticket, { id, undoSeconds: 0 });
    expect(await mine(ticket.folio)).toEqual([]);
    expect(await keepDraft(test.plazo, place, { by: ximena, ...words })).toMatchObject({
      refused: "left-already",
    });
    const old = newId();
    await keepDraft(test.plazo, { ...at(ticket.folio), id: old }, { by: ximena, ...words });
    test.time.advance(29 * DAY);
    expect(await forgetDrafts(test.plazo, test.desk)).toBe(0);
    test.time.advance(2 * DAY);
    expect(await forgetDrafts(test.plazo, test.desk)).toBeGreaterThan(0);
    expect(await mine(ticket.folio)).toEqual([]);
  });

  it("is never sent with a place that nobody filled in, by whatever way", async () => {
    const ticket = await ticketOf("blank");
    const text = "Estimada {{cliente.nombre}}: {{…}}";
    const no = {
      refused: "placeholder-unfilled",
      facts: { left: ["{{cliente.nombre}}", "{{…}}"] },
    };
    expect(await send(ticket, { text })).toMatchObject(no);
    expect(await send(ticket, { text, undoSeconds: 0 })).toMatchObject(no);
    expect(await send(ticket, { mode: "ask", text })).toMatchObject(no);
    expect(await send(ticket, { mode: "solve", text: "", cause: "c", remedy: text })).toMatchObject(
      no,
    );
    expect(await reply(test.plazo, at(ticket.folio), { by: ximena, text })).toMatchObject(no);
    expect(await sent(ticket, { mode: "note", text })).toMatchObject({ leavesAt: null });
  });

  it("does what goes with it in one, and nothing of it where one part is refused", async () => {
    const ticket = await ticketOf("macro");
    const acts = [
      { act: "assign", to: "me" },
      { act: "note", text: "Se revisó con operaciones." },
    ] as const;
    await sent(ticket, { acts: [...acts] });
    expect((await view(ticket.folio)).ticket.assignee).toBeNull();
    await pass(12);
    expect(
      (await types(ticket.folio)).filter((one) => ["assigned", "contacted", "noted"].includes(one)),
    ).toEqual(["assigned", "contacted", "noted"]);
    const { seq } = (await view(ticket.folio)).ticket;
    const again = { ...ticket, seq };
    const wrong = { act: "classify", severity: "no-such" } as const;
    expect(await send(again, { acts: [{ act: "assign", to: null }, wrong] })).toMatchObject({
      refused: "severity-unknown",
    });
    expect(
      await send(again, { acts: [{ act: "assign", to: "nobody-known" }], undoSeconds: 0 }),
    ).toMatchObject({
      refused: "no-such-member",
    });
    expect((await view(ticket.folio)).ticket).toMatchObject({ seq, assignee: { id: ximena.id } });
  });

  it("tells whoever a note calls by name, once, and nobody else", async () => {
    const ticket = await ticketOf("mention");
    const mentions = [bruno.id, ximena.id, "staff-unknown"];
    await sent(ticket, { mode: "note", text: "@Bruno ¿lo ves?", mentions });
    await test.work();
    const told = test.mails("bruno@plazo.example.com");
    expect(told.at(-1)?.text).toContain("@Bruno ¿lo ves?");
    expect((await view(ticket.folio)).events.at(-1)?.fact).toMatchObject({
      type: "noted",
      mentions: [{ id: bruno.id, name: "Bruno" }],
    });
    expect(test.mails("mention@example.com")).toHaveLength(1);
  });

  it("is shown as its client will read it, and nothing is kept of that", async () => {
    const ticket = await ticketOf("preview");
    const before = await view(ticket.folio);
    const words = {
      mode: "reply",
      seen: ticket.seq,
      sees: [],
      content: { ...empty, text: "Así se lee." },
    } as const;
    const place = { ...at(ticket.folio), id: newId() };
    const shown = await previewSending(test.plazo, { place, by: ximena, words });
    if (isRefusal(shown)) throw new Error(JSON.stringify(shown));
    expect(shown.mails).toMatchObject([{ to: "preview@example.com" }]);
    expect(shown.facts.map(({ type }) => type)).toEqual(["contacted"]);
    expect((await view(ticket.folio)).events).toEqual(before.events);
    await sent(ticket, { text: "Así se lee.", undoSeconds: 0 });
    await test.work();
    const mail = test.mails("preview@example.com").at(-1);
    const withoutLinks = (text = ""): string =>
      text.replaceAll(/\S*\/(?:t|s)\/\S*|\b\d{6}\b/gu, "");
    expect(withoutLinks(shown.mails[0]?.text)).toBe(withoutLinks(mail?.text));
  });
});
