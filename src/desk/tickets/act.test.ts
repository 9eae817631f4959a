import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bruno, fileOne, filingOf, openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { isRefusal } from "../../core/refusal.ts";
import { fold } from "../../core/ticket/evolve.ts";
import { chained, noHead } from "../../store/chain.ts";
import { readTicket } from "../../store/tickets.ts";
import { eventsAfter, hashesOf } from "../../store/timeline.ts";
import { inDesk } from "../../store/transaction.ts";
import { openDesk } from "../desks/open-desk.ts";
import { setPortalOwner } from "../register/portal-owners.ts";
import { answerAsClient } from "./as-client.ts";
import { ask } from "./ask.ts";
import { assign } from "./assign.ts";
import { classify } from "./classify.ts";
import { explainForStaff, ticketForStaff } from "./for-staff.ts";
import type { StaffView } from "./for-staff.ts";
import { link } from "./link.ts";
import { logCall } from "./log-call.ts";
import { merge } from "./merge.ts";
import { note } from "./note.ts";
import { reply } from "./reply.ts";
import { solve } from "./solve.ts";
import { split } from "./split.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-23T15:00:00Z");
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

describe("an act on a ticket", () => {
  it("mails a reply to the client with the words of the agent, and meets first contact", async () => {
    const { folio } = await fileOne(test, mailbox("reply"));
    const done = await reply(test.plazo, at(folio), {
      by: ximena,
      text: "Ya puede entrar.\n\nSaludos",
    });
    expect(isRefusal(done)).toBe(false);
    await test.work();
    const mails = test.mails("reply@example.com");
    expect(mails.map(({ automatic }) => automatic)).toEqual([true, false]);
    expect(mails[1]?.text).toContain("Ya puede entrar.");
    expect(mails[1]?.references).toEqual([
      ...(mails[0]?.references ?? []),
      String(mails[0]?.messageId),
    ]);
    const shown = await view(folio);
    expect(shown.promises.find(({ rule }) => rule.id === "primer-contacto")).toMatchObject({
      status: "met",
    });
    expect(shown.messages).toHaveLength(2);
  });

  it("never mails a note", async () => {
    const { folio } = await fileOne(test, mailbox("note"));
    await note(test.plazo, at(folio), { by: ximena, text: "Nadie fuera debe leer esto." });
    await test.work();
    expect(test.mails("note@example.com")).toHaveLength(1);
    expect((await view(folio)).messages.at(-1)).toMatchObject({ public: false });
  });

  it("takes an answered call for contact, and mails nothing of what was written down about it (HB-6)", async () => {
    const { folio } = await fileOne(test, mailbox("call"));
    await logCall(test.plazo, at(folio), {
      by: ximena,
      text: "Suena molesto, calmarlo",
      outcome: "spoke",
    });
    await test.work();
    expect(test.mails("call@example.com")).toHaveLength(1);
    const shown = await view(folio);
    expect(shown.messages.at(-1)).toMatchObject({ public: false, channel: "phone" });
    expect(shown.promises.find(({ rule }) => rule.id === "primer-contacto")).toMatchObject({
      status: "met",
    });
  });

  it("lets one of two agents win who act at once having seen the same, and tells the other what changed", async () => {
    const { folio, ticket } = await fileOne(test, mailbox("two"));
    const wish = { seenSeq: ticket.seq };
    const ends = await Promise.all([
      reply(test.plazo, at(folio), { by: ximena, text: "De Ximena", ...wish }),
      reply(test.plazo, at(folio), { by: bruno, text: "De Bruno", ...wish }),
    ]);
    const refused = ends.filter(isRefusal);
    expect(refused).toMatchObject([
      { refused: "changed-meanwhile", facts: { types: ["contacted"], since: 1 } },
    ]);
    expect((await view(folio)).messages).toHaveLength(2);
  });

  it("lets somebody act twice in a row, and after what time alone recorded", async () => {
    const { folio, ticket } = await fileOne(test, mailbox("alone"));
    await note(test.plazo, at(folio), { by: ximena, text: "Uno" });
    const again = await note(test.plazo, at(folio), {
      by: ximena,
      text: "Dos",
      seenSeq: ticket.seq,
    });
    expect(isRefusal(again)).toBe(false);
  });

  it("refuses an agent who has not seen the client's new message", async () => {
    const { folio, capability, ticket } = await fileOne(test, mailbox("news"));
    await answerAsClient(
      test.plazo,
      { desk: test.desk, capability },
      { text: "Olvidé decir algo", submission: "s-news-1" },
    );
    const late = await reply(test.plazo, at(folio), {
      by: ximena,
      text: "Listo",
      seenSeq: ticket.seq,
    });
    expect(late).toMatchObject({ refused: "changed-meanwhile", facts: { types: ["added"] } });
  });

  it("pauses the resolution while a question waits, and a client's answer ends the pause by itself", async () => {
    const { folio, capability } = await fileOne(test, mailbox("ask"));
    await ask(test.plazo, at(folio), { by: ximena, text: "¿Qué navegador usa?", for: "client" });
    expect((await view(folio)).row).toMatchObject({
      progress: "waiting-for-client",
      due: { kind: "paused" },
      state: "en-espera",
    });
    await answerAsClient(
      test.plazo,
      { desk: test.desk, capability },
      { text: "El de siempre", submission: "s-ask-1" },
    );
    expect((await view(folio)).row).toMatchObject({ progress: "working", due: { kind: "limit" } });
  });

  it("writes nothing for what it refuses", async () => {
    const { folio } = await fileOne(test, mailbox("refused"));
    expect(
      await classify(test.plazo, at(folio), { by: ximena, severity: "gravisimo" }),
    ).toMatchObject({ refused: "severity-unknown" });
    expect((await view(folio)).events).toHaveLength(1);
    expect(await reply(test.plazo, at("HD-999999"), { by: ximena, text: "x" })).toMatchObject({
      refused: "no-such-ticket",
    });
  });

  it("keeps a chain of hashes by which the whole record can be checked, and a row that is its fold", async () => {
    const { folio } = await fileOne(test, mailbox("chain"));
    await assign(test.plazo, at(folio), { by: ximena, to: { id: bruno.id, name: bruno.name } });
    await classify(test.plazo, at(folio), { by: bruno, severity: "critico", reason: "caída" });
    await logCall(test.plazo, at(folio), { by: bruno, text: "No contestó", outcome: "no-answer" });
    await solve(test.plazo, at(folio), { by: bruno, cause: "Disco lleno", remedy: "Se amplió" });
    const { events, hashes, ticket } = await inDesk(test.plazo.db, test.desk, async (tx) => {
      const found = await readTicket(tx, folio);
      if (found === undefined) throw new Error("it is there");
      return {
        events: await eventsAfter(tx, found.number, 0),
        hashes: await hashesOf(tx, found.number),
        ticket: found.ticket,
      };
    });
    expect(events.length).toBeGreaterThan(4);
    expect(chained(noHead, events).map(({ hash }) => hash.toString("hex"))).toEqual(
      hashes.map(({ hash }) => hash.toString("hex")),
    );
    expect(JSON.parse(JSON.stringify(fold(events)))).toEqual(ticket);
  });

  it("keeps its events from being changed, by the database itself", async () => {
    await expect(
      inDesk(test.plazo.db, test.desk, (tx) =>
        tx.client.query("update ticket_event set type = 'x'"),
      ),
    ).rejects.toThrow(/permission denied|forbidden/u);
  });

  it("explains a deadline of the ticket", async () => {
    const { folio } = await fileOne(test, mailbox("explain"));
    const explained = await explainForStaff(test.plazo, at(folio), {
      clock: "primer-contacto",
      round: 0,
    });
    expect(explained).toMatchObject({
      clock: "primer-contacto",
      clause: expect.arrayContaining(["HB-13"]) as string[],
    });
    expect(await explainForStaff(test.plazo, at(folio), { clock: "nada", round: 0 })).toMatchObject(
      { refused: "no-such-clock" },
    );
  });

  it("gives the survivor no start from a ticket that was held: nothing had been promised (HB-1)", async () => {
    await setPortalOwner(test.plazo, test.desk, {
      portal: "https://vencida.example.com/login",
      organisation: "Compradora de Ejemplo",
      rfc: null,
      plan: null,
      paidUntil: Date.parse("2026-10-01T06:00:00Z"),
    });
    const held = await fileOne(test, { ...mailbox("held"), portal: "vencida.example.com" });
    expect(held.ticket.held).toBe("support-expired");
    test.time.advance(3_600_000);
    const { folio } = await fileOne(test, mailbox("held"));
    const started = (await view(folio)).ticket.trace.moments;
    await merge(test.plazo, at(held.ticket.folio), { by: ximena, into: folio });
    const { ticket } = await view(folio);
    expect(ticket.links).toContainEqual({ to: held.ticket.folio, as: "absorbed" });
    expect(ticket.trace.moments).toEqual(started);
  });

  it("merges two tickets into one, links them, and refuses to merge one with itself", async () => {
    const one = await fileOne(test, mailbox("merge"));
    const other = await fileOne(test, mailbox("merge"));
    const done = await merge(test.plazo, at(other.folio), { by: ximena, into: one.folio });
    expect(isRefusal(done)).toBe(false);
    expect((await view(other.folio)).ticket.closed).toMatchObject({ reason: "merged" });
    expect((await view(one.folio)).events.map(({ fact }) => fact.type)).toContain("absorbed");
    expect(await merge(test.plazo, at(one.folio), { by: ximena, into: one.folio })).toMatchObject({
      refused: "link-to-itself",
    });
  });

  it("does not stand still when two pairs are merged crosswise at once", async () => {
    const one = await fileOne(test, mailbox("cross"));
    const other = await fileOne(test, mailbox("cross"));
    const ends = await Promise.all([
      merge(test.plazo, at(one.folio), { by: ximena, into: other.folio }),
      merge(test.plazo, at(other.folio), { by: bruno, into: one.folio }),
    ]);
    expect(ends.filter(isRefusal)).toHaveLength(1);
  });

  it("splits a message off into a ticket that counts from when the message arrived (FI-9)", async () => {
    const { folio, capability } = await fileOne(test, mailbox("split"));
    const arrived = test.time.read();
    await answerAsClient(
      test.plazo,
      { desk: test.desk, capability },
      { text: "Y además otra cosa", submission: "s-split-1" },
    );
    const message = (await view(folio)).messages.at(-1)?.id ?? "";
    test.time.advance(3_600_000);
    const child = await split(test.plazo, at(folio), { by: ximena, message, subject: "Otra cosa" });
    if (isRefusal(child)) throw new Error(JSON.stringify(child));
    expect(child.ticket).toMatchObject({ filedAt: arrived, subject: "Otra cosa" });
    expect((await view(child.folio)).messages).toMatchObject([{ text: "Y además otra cosa" }]);
    expect((await view(folio)).events.at(-1)?.fact).toMatchObject({
      type: "split",
      into: child.folio,
    });
  });

  it("links two tickets both ways", async () => {
    const one = await fileOne(test, mailbox("link"));
    const other = await fileOne(test, mailbox("link"));
    await link(test.plazo, at(one.folio), { by: ximena, to: other.folio, as: "related" });
    expect((await view(other.folio)).ticket.links).toEqual([{ to: one.folio, as: "related" }]);
  });

  it("is invisible to a second desk, with the same folio or another", async () => {
    const { folio, capability } = await fileOne(test, mailbox("wall"));
    const second = { ...test.policy, desk: { ...test.policy.desk, id: "segunda" } };
    await openDesk(test.plazo, { policy: second, source: "" });
    const elsewhere = { desk: "segunda", folio };
    expect(await ticketForStaff(test.plazo, elsewhere)).toMatchObject({
      refused: "no-such-ticket",
    });
    expect(await reply(test.plazo, elsewhere, { by: ximena, text: "x" })).toMatchObject({
      refused: "no-such-ticket",
    });
    const opened = { desk: "segunda", capability };
    expect(
      await answerAsClient(test.plazo, opened, { text: "x", submission: "s-wall" }),
    ).toMatchObject({ refused: "no-such-ticket" });
    expect((await view(folio)).events).toHaveLength(1);
  });
});

describe("filing that cites a closed ticket", () => {
  it("links the old ticket back where both are of one requester, and not otherwise", async () => {
    const old = await fileOne(test, mailbox("cite"));
    const own = await fileOne(test, { ...mailbox("cite"), cites: old.folio });
    const stranger = await fileOne(test, { ...filingOf(), cites: old.folio });
    const links = (await view(old.folio)).ticket.links.map(({ to }) => to);
    expect(links).toContain(own.folio);
    expect(links).not.toContain(stranger.folio);
  });
});
