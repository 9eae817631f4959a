import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  agent,
  answering,
  arrivingAt,
  bounceOf,
  count,
  newRequest,
  someone,
  spfOnly,
  stored,
  take,
  ticketOf,
} from "../../../test/kit/arriving.ts";
import { openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { rawMail } from "../../../test/kit/raw-mail.ts";
import { addParticipant } from "../../desk/tickets/add-participant.ts";
import { ask } from "../../desk/tickets/ask.ts";
import { close } from "../../desk/tickets/close.ts";
import { merge } from "../../desk/tickets/merge.ts";
import { reply } from "../../desk/tickets/reply.ts";
import { solve } from "../../desk/tickets/solve.ts";
import { takeInMail } from "./take-in.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-23T16:00:00Z");
});
afterAll(() => test.close());

describe("a mail that belongs to a ticket", () => {
  it("an answer at the signed address joins its ticket, and what was awaited is awaited no longer", async () => {
    const first = await newRequest(test);
    const place = { desk: test.desk, folio: first.folio ?? "" };
    await ask(test.plazo, place, { by: ximena, text: "¿Qué ve?", for: "client" });
    expect((await ticketOf(test, first)).ticket.awaiting).toBe("client");
    const { sender } = await stored(test, first);
    const answer = await take(
      test,
      rawMail(
        { From: sender ?? "", To: await answering(test, first), Subject: "Re: lo que sea" },
        "Un error 500.\r\n\r\nEl lun, 23 nov 2026, Mesa escribió:\r\n> ¿Qué ve?",
      ),
    );
    expect(answer).toMatchObject({ became: "joined", folio: first.folio });
    const view = await ticketOf(test, first);
    expect(view.ticket.awaiting).toBeNull();
    expect(view.messages.at(-1)).toMatchObject({
      text: "Un error 500.",
      author: { kind: "client" },
    });
  });

  it("an answer to a mail that was sent joins by its Message-ID, whoever it was forwarded to", async () => {
    const from = someone();
    const first = await newRequest(test, { From: from });
    await test.work();
    const [mailed] = test.mails((await stored(test, first)).sender ?? "");
    const answer = await take(
      test,
      rawMail({
        From: "Colega <colega@cliente.example.com>",
        "In-Reply-To": mailed?.messageId ?? "",
      }),
    );
    expect(answer).toMatchObject({ became: "joined", folio: first.folio });
    const { messages } = await ticketOf(test, first);
    expect(messages.at(-1)?.author).toMatchObject({ name: "Colega" });
  });

  it("a folio in a subject joins for who takes part, and is a new ticket with a hint for a stranger", async () => {
    const first = await newRequest(test);
    const { sender } = await stored(test, first);
    const subject = `Sobre ${first.folio}`;
    const theirs = await take(
      test,
      rawMail({ From: sender ?? "", Subject: subject }, "Sigue igual."),
    );
    expect(theirs).toMatchObject({ became: "joined", folio: first.folio });
    const stranger = await newRequest(test, { Subject: subject });
    expect(stranger.became).toBe("filed");
    expect(stranger.folio).not.toBe(first.folio);
    expect(await stored(test, stranger)).toMatchObject({
      claim: { by: "folio", folio: first.folio, worth: "unknown-participant" },
    });
  });

  it("the signed address of another desk joins nothing here", async () => {
    const first = await newRequest(test);
    const { sender } = await stored(test, first);
    const to = await answering(test, first, "another-desk");
    const taken = await take(test, rawMail({ From: sender ?? "", To: to }, "Otra cosa."));
    expect(taken.became).toBe("filed");
    expect(taken.folio).not.toBe(first.folio);
    expect(await stored(test, taken)).toMatchObject({ claim: { worth: "forged" } });
  });

  it("an answer to a merged ticket joins the one that goes on", async () => {
    const [gone, survivor] = [await newRequest(test), await newRequest(test)];
    const merged = await merge(
      test.plazo,
      { desk: test.desk, folio: gone.folio ?? "" },
      { by: ximena, into: survivor.folio ?? "" },
    );
    expect(merged).not.toHaveProperty("refused");
    const { sender } = await stored(test, gone);
    const to = await answering(test, gone);
    expect(await take(test, rawMail({ From: sender ?? "", To: to }, "Más datos."))).toMatchObject({
      became: "joined",
      folio: survivor.folio,
    });
  });

  it("an answer after the end is a new ticket that cites the old one (HB-15)", async () => {
    const first = await newRequest(test);
    const place = { desk: test.desk, folio: first.folio ?? "" };
    await close(test.plazo, place, { by: ximena, reason: "by-agent", note: "Resuelto." });
    const { sender } = await stored(test, first);
    const to = await answering(test, first);
    const taken = await take(test, rawMail({ From: sender ?? "", To: to }, "Volvió a fallar."));
    expect(taken.became).toBe("filed");
    expect(taken.folio).not.toBe(first.folio);
    expect((await ticketOf(test, taken)).ticket.links).toContainEqual({
      to: first.folio,
      as: "cites",
    });
  });

  it("an answer to a solution leaves it to a person to read whether it is solved", async () => {
    const first = await newRequest(test);
    const place = { desk: test.desk, folio: first.folio ?? "" };
    const done = await solve(test.plazo, place, {
      by: ximena,
      cause: "Clave",
      remedy: "Se cambió",
    });
    expect(done).not.toHaveProperty("refused");
    const { sender } = await stored(test, first);
    const to = await answering(test, first);
    await take(test, rawMail({ From: sender ?? "", To: to }, "Sigue sin abrir."));
    const { ticket } = await ticketOf(test, first);
    expect(ticket).toMatchObject({ closed: null, confirmed: false });
    expect(ticket.unansweredSince).not.toBeNull();
  });

  it("an absence is kept on its ticket, answers nothing and is never answered", async () => {
    const first = await newRequest(test);
    const place = { desk: test.desk, folio: first.folio ?? "" };
    await ask(test.plazo, place, { by: ximena, text: "¿Qué ve?", for: "client" });
    await test.work();
    const { sender } = await stored(test, first);
    const before = await ticketOf(test, first);
    const sent = test.mails().length;
    const taken = await take(
      test,
      rawMail(
        {
          From: sender ?? "",
          To: await answering(test, first),
          Subject: "Respuesta automática: fuera de la oficina",
          "Auto-Submitted": "auto-replied",
        },
        "Regreso el lunes.",
      ),
    );
    expect(taken).toMatchObject({ became: "kept", folio: first.folio });
    await test.work();
    const after = await ticketOf(test, first);
    expect(after.ticket.awaiting).toBe("client");
    expect(after.ticket.trace).toEqual(before.ticket.trace);
    expect(after.messages.at(-1)).toMatchObject({ text: "Regreso el lunes.", public: false });
    expect(test.mails()).toHaveLength(sent);
  });

  it("a report of a mail that we sent is told to it", async () => {
    const first = await newRequest(test);
    await test.work();
    const { sender } = await stored(test, first);
    const [mailed] = test.mails(sender ?? "");
    const taken = await take(test, bounceOf(sender ?? "", mailed?.messageId ?? ""));
    expect(taken).toMatchObject({ became: "bounced", folio: first.folio });
    const unknown = await take(test, bounceOf("x@y.example.com", "<nothing@plazo.example.com>"));
    expect(unknown).toMatchObject({ became: "kept", folio: null });
  });

  it("a forged answer from an agent's address waits for a person and does nothing", async () => {
    const first = await newRequest(test);
    await reply(
      test.plazo,
      { desk: test.desk, folio: first.folio ?? "" },
      { by: ximena, text: "Hola" },
    );
    await agent(test);
    const before = await ticketOf(test, first);
    const taken = await take(
      test,
      rawMail(
        { From: "Ximena <ximena@mesa.example.com>", To: await answering(test, first) },
        "Cierre.",
      ),
    );
    expect(taken).toMatchObject({ became: "quarantined", folio: null });
    expect((await stored(test, taken)).why).toContainEqual(
      expect.objectContaining({ code: "agent-not-authenticated" }),
    );
    expect((await ticketOf(test, first)).ticket.seq).toBe(before.ticket.seq);
  });

  it("the files of a report are not kept a second time", async () => {
    const about = "<00000000-0000-4000-8000-000000000000@plazo.example.com>";
    const before = await count(test, "upload");
    expect((await take(test, bounceOf("nadie@cliente.example.com", about))).became).toBe("kept");
    expect(await count(test, "upload")).toBe(before);
  });

  it("what a server handed over from nobody is kept and never answered, whatever its headers say", async () => {
    const handed = (raw: Buffer, sender: string) =>
      take(test, raw, {
        origin: {
          by: "smtp",
          arrival: { ip: "192.0.2.10", helo: "mx.example.com", sender, recipients: [] },
        },
      });
    const absence = { From: someone(), Subject: "Estaré fuera" };
    const kept = await handed(rawMail(absence), "");
    expect(kept).toMatchObject({ became: "kept", folio: null });
    expect((await stored(test, kept)).why).toEqual([{ code: "null-return-path" }]);
    // A person's header says nothing where the server itself was told.
    const written = await handed(
      rawMail({ From: someone(), "Return-Path": "<>" }),
      "eva@cliente.example.com",
    );
    expect(written.became).toBe("filed");
    const report = await handed(
      rawMail({ From: "Correo <aviso@mx.example.com>", Subject: "Mensaje no entregado" }),
      "",
    );
    expect((await stored(test, report)).classification).toBe("bounce");
  });

  it("a proven answer of an agent is a note that the client does not see", async () => {
    const first = await newRequest(test);
    await agent(test);
    const to = await answering(test, first);
    const raw = rawMail({ From: "Ximena <ximena@mesa.example.com>", To: to }, "Le hablo yo.");
    const arrival = {
      ip: "192.0.2.10",
      helo: "mx.mesa.example.com",
      sender: "ximena@mesa.example.com",
      recipients: [to],
    };
    const resolver = spfOnly("mesa.example.com", "192.0.2.10");
    const taken = await takeInMail(
      test.plazo,
      arrivingAt(test, raw, { origin: { by: "smtp", arrival } }),
      { resolver },
    );
    expect(taken).toMatchObject({ became: "joined", folio: first.folio });
    const { messages, ticket } = await ticketOf(test, first);
    expect(messages.at(-1)).toMatchObject({ public: false, author: { kind: "staff" } });
    expect(ticket.trace.moments.map(({ mark }) => mark)).not.toContain("contacted");
  });

  it("who was in copy and is confirmed is told what the client is told, without their link, and takes part", async () => {
    const first = await newRequest(test, { Cc: "Jefe <jefe@cliente.example.com>" });
    const place = { desk: test.desk, folio: first.folio ?? "" };
    const by = ximena;
    const stranger = await addParticipant(test.plazo, place, { by, address: "x@y.example.com" });
    expect(stranger).toMatchObject({ refused: "not-copied" });
    await addParticipant(test.plazo, place, { by, address: "JEFE@cliente.example.com" });
    await addParticipant(test.plazo, place, { by, address: "jefe@cliente.example.com" });
    await reply(test.plazo, place, { by, text: "Ya quedó el usuario." });
    await test.work();
    const { sender } = await stored(test, first);
    const theirs = test.mails(sender ?? "").at(-1);
    const [copy, ...others] = test.mails("jefe@cliente.example.com");
    expect(others).toEqual([]);
    expect(copy?.text).toContain("Ya quedó el usuario.");
    expect(theirs?.text).toContain("/t/");
    expect(copy?.text).not.toContain("/t/");
    expect(copy?.messageId).not.toBe(theirs?.messageId);
    const from = "Jefe <jefe@cliente.example.com>";
    const answer = await take(
      test,
      rawMail({ From: from, Subject: `Sobre ${first.folio}` }, "Va."),
    );
    expect(answer).toMatchObject({ became: "joined", folio: first.folio });
    expect((await ticketOf(test, first)).ticket.participants).toEqual(["jefe@cliente.example.com"]);
  });
});
