import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reply } from "../../src/desk/tickets/reply.ts";
import { solve } from "../../src/desk/tickets/solve.ts";
import { newRequest, stored, take, ticketOf } from "../kit/arriving.ts";
import { openTestDesk, ximena } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import { rawMail } from "../kit/raw-mail.ts";

// A client who writes by mail and is answered by mail sees one conversation in their own program.
let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-23T16:00:00Z", {
    mailReplyTo: "soporte@hib2b.example.com",
  });
});
afterAll(() => test.close());

describe("a conversation by mail", () => {
  it("is one thread in the client's program: each mail answers what they last wrote, and their answer finds its ticket", async () => {
    const first = await newRequest(test, { "Message-ID": "<uno@cliente.example.com>" });
    const { sender } = await stored(test, first);
    const client = sender ?? "";
    await test.work();
    const [acknowledged] = test.mails(client);
    expect(acknowledged).toMatchObject({ inReplyTo: "<uno@cliente.example.com>" });
    expect(acknowledged?.references.at(-1)).toBe("<uno@cliente.example.com>");

    test.time.advance(60_000);
    await reply(
      test.plazo,
      { desk: test.desk, folio: first.folio ?? "" },
      { by: ximena, text: "¿Qué ve?" },
    );
    await test.work();
    const asked = test.mails(client).at(-1);
    expect(asked?.subject).toBe(`Re: ${acknowledged?.subject}`);
    expect(asked?.inReplyTo).toBe("<uno@cliente.example.com>");
    expect(asked?.references).toContain(acknowledged?.messageId);

    test.time.advance(60_000);
    const answer = await take(
      test,
      rawMail(
        {
          From: client,
          To: asked?.replyTo ?? "",
          Subject: "cambié el asunto",
          "Message-ID": "<dos@cliente.example.com>",
        },
        `Un error 500.\r\n\r\n${asked?.text.replaceAll("\n", "\r\n") ?? ""}`,
      ),
    );
    expect(answer).toMatchObject({ became: "joined", folio: first.folio });
    expect((await ticketOf(test, first)).messages.at(-1)?.text).toBe("Un error 500.");

    test.time.advance(60_000);
    await reply(
      test.plazo,
      { desk: test.desk, folio: first.folio ?? "" },
      { by: ximena, text: "Ya quedó." },
    );
    await test.work();
    const last = test.mails(client).at(-1);
    expect(last?.inReplyTo).toBe("<dos@cliente.example.com>");
    expect(last?.references).toEqual(
      expect.arrayContaining([
        acknowledged?.messageId,
        "<uno@cliente.example.com>",
        asked?.messageId,
      ]),
    );
    expect(last?.subject).toBe(asked?.subject);
  });

  it("that ends in silence is closed though a machine answers, and what is written late is a new ticket that cites it", async () => {
    const first = await newRequest(test);
    const { sender } = await stored(test, first);
    const client = sender ?? "";
    const place = { desk: test.desk, folio: first.folio ?? "" };
    await solve(test.plazo, place, { by: ximena, cause: "Clave vencida", remedy: "Se renovó" });
    await test.work();
    const solved = test.mails(client).at(-1);
    const to = solved?.replyTo ?? "";
    test.time.advance(60_000);
    const absent = await take(
      test,
      rawMail(
        { From: client, To: to, Subject: `Respuesta automática: ${solved?.subject}` },
        "Vuelvo el lunes.",
      ),
    );
    expect(absent).toMatchObject({ became: "kept", folio: first.folio });
    const { ticket } = await ticketOf(test, first);
    expect(ticket.closed).toBeNull();
    for (let day = 1; day <= 7; day += 1) {
      test.time.advance(86_400_000);
      await test.work();
    }
    expect((await ticketOf(test, first)).ticket.closed).toMatchObject({ reason: "silence" });
    const late = await take(
      test,
      rawMail({ From: client, To: to, Subject: `Re: ${solved?.subject}` }, "Volvió a fallar."),
    );
    expect(late.became).toBe("filed");
    const anew = (await ticketOf(test, late)).ticket;
    expect(anew.links).toContainEqual({ to: first.folio, as: "cites" });
    await test.work();
    expect(test.mails(client).at(-1)?.text).toContain(late.folio);
  });
});
