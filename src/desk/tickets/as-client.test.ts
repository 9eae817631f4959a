import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOne, openTestDesk, upload, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { isRefusal } from "../../core/refusal.ts";
import { readFile, readFileAsClient } from "../files/read-file.ts";
import { answerAsClient, confirmAsClient, viewAsClient, withdrawAsClient } from "./as-client.ts";
import type { ClientView } from "./as-client.ts";
import { note } from "./note.ts";
import { requestLink } from "./request-link.ts";
import { solve } from "./solve.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-23T15:00:00Z");
});
afterAll(() => test.close());

async function seen(capability: string): Promise<ClientView> {
  const view = await viewAsClient(test.plazo, { desk: test.desk, capability });
  if (isRefusal(view)) throw new Error(JSON.stringify(view));
  return view;
}

describe("the client with a link", () => {
  it("sees public messages and actions, and nothing internal", async () => {
    const { folio, capability } = await fileOne(test);
    await note(test.plazo, { desk: test.desk, folio }, { by: ximena, text: "Interno" });
    const view = await seen(capability);
    expect(view.messages.map(({ text }) => text)).toEqual([
      "No puedo entrar al portal desde ayer.",
    ]);
    expect(view.actions.map(({ type }) => type)).toEqual(["filed"]);
    expect(view.may).toEqual({
      answer: true,
      confirm: false,
      notSolved: false,
      withdraw: true,
      citeAnew: false,
      presence: false,
      grounds: [],
      charge: false,
      prove: false,
      complete: false,
    });
  });

  it("changes nothing by looking", async () => {
    const { capability } = await fileOne(test);
    const before = await seen(capability);
    await seen(capability);
    expect((await seen(capability)).seq).toBe(before.seq);
  });

  it("writes one message where the same form is sent twice", async () => {
    const { capability } = await fileOne(test);
    const words = { text: "Otra cosa", submission: "s-client-1" };
    const opened = { desk: test.desk, capability };
    await Promise.all([
      answerAsClient(test.plazo, opened, words),
      answerAsClient(test.plazo, opened, words),
    ]);
    expect((await seen(capability)).messages).toHaveLength(2);
  });

  it("takes a file without words, and refuses what has neither", async () => {
    const { folio, capability } = await fileOne(test);
    const opened = { desk: test.desk, capability };
    const session = "session-of-a-file-alone-1";
    const kept = await upload(test, { session, name: "solo.txt", content: "solo" });
    if ("refused" in kept) throw new Error(JSON.stringify(kept));
    const alone = { text: "", submission: session, uploads: { session, ids: [kept.id] } };
    expect(await answerAsClient(test.plazo, opened, alone)).toEqual({ folio });
    expect((await seen(capability)).files.map(({ name }) => name)).toEqual(["solo.txt"]);
    const nothing = { text: " ", submission: "s-nothing", uploads: { session, ids: [] } };
    expect(await answerAsClient(test.plazo, opened, nothing)).toMatchObject({
      refused: "message-missing",
    });
  });

  it("loses nothing of a page that is used again (the way back): other words, another file and another act are done", async () => {
    const { folio, capability } = await fileOne(test);
    const opened = { desk: test.desk, capability };
    const submission = "s-client-way-back-0001";
    const attach = async (name: string, content: string): Promise<readonly string[]> => {
      const kept = await upload(test, { session: submission, name, content });
      if ("refused" in kept) throw new Error(JSON.stringify(kept));
      return [kept.id];
    };
    const answer = async (text: string, ids: readonly string[] = []): Promise<void> => {
      const uploads = { session: submission, ids };
      const done = await answerAsClient(test.plazo, opened, { text, submission, uploads });
      expect(done).toEqual({ folio });
    };
    await answer("Va la primera");
    await answer("Va la segunda");
    await answer("Va la segunda", await attach("uno.txt", "uno"));
    // A double click brings its own copy of the file, which is the same file.
    await answer("Va la segunda", await attach("uno.txt", "uno"));
    await answer("Va la segunda", await attach("dos.txt", "dos"));
    const view = await seen(capability);
    expect(view.messages.slice(1).map(({ text }) => text)).toEqual([
      "Va la primera",
      "Va la segunda",
      "Va la segunda",
      "Va la segunda",
    ]);
    expect(view.files.map(({ name }) => name)).toEqual(["dos.txt", "uno.txt"]);
    await solve(test.plazo, { desk: test.desk, folio }, { by: ximena, cause: "C", remedy: "R" });
    await confirmAsClient(test.plazo, opened, { solved: false, submission });
    expect((await seen(capability)).may.answer).toBe(true);
    await solve(test.plazo, { desk: test.desk, folio }, { by: ximena, cause: "C", remedy: "R" });
    await confirmAsClient(test.plazo, opened, { solved: true, submission });
    expect((await seen(capability)).may).toMatchObject({ answer: false, confirm: false });
  });

  it("adds files to a message, and reads them back", async () => {
    const { capability, folio } = await fileOne(test);
    const session = "session-of-an-answer-00001";
    const kept = await upload(test, {
      session,
      name: "factura.xml",
      content: '<?xml version="1.0"?><cfdi:Comprobante xmlns:cfdi="x" />',
    });
    if ("refused" in kept) throw new Error(JSON.stringify(kept));
    const uploads = { session, ids: [kept.id] };
    await answerAsClient(
      test.plazo,
      { desk: test.desk, capability },
      { text: "Va el XML", submission: "s-client-2", uploads },
    );
    expect((await seen(capability)).files).toMatchObject([{ id: kept.id, kind: "xml" }]);
    const read = await readFileAsClient(test.plazo, test.desk, { capability, id: kept.id });
    if (isRefusal(read)) throw new Error("it is there");
    expect(await new Response(read.content).text()).toContain("cfdi:Comprobante");
    const other = await fileOne(test);
    expect(
      await readFileAsClient(test.plazo, test.desk, { capability: other.capability, id: kept.id }),
    ).toMatchObject({ refused: "no-such-file" });
    expect(
      await readFile(test.plazo, test.desk, { folio: other.folio, id: kept.id }),
    ).toMatchObject({ refused: "no-such-file" });
    expect(isRefusal(await readFile(test.plazo, test.desk, { folio, id: kept.id }))).toBe(false);
  });

  it("says that it is not solved, and later that it is: the ticket reopens, then closes", async () => {
    const { folio, capability } = await fileOne(test);
    const opened = { desk: test.desk, capability };
    await solve(
      test.plazo,
      { desk: test.desk, folio },
      { by: ximena, cause: "Clave vencida", remedy: "Se cambió" },
    );
    expect((await seen(capability)).may).toMatchObject({
      confirm: true,
      notSolved: true,
      withdraw: false,
    });
    await confirmAsClient(test.plazo, opened, {
      solved: false,
      text: "Sigue igual",
      submission: "s-no",
    });
    expect((await seen(capability)).ticket).toMatchObject({ closed: null, solution: null });
    await solve(
      test.plazo,
      { desk: test.desk, folio },
      { by: ximena, cause: "Otra clave", remedy: "Se cambió bien" },
    );
    await confirmAsClient(test.plazo, opened, { solved: true, submission: "s-yes" });
    const view = await seen(capability);
    expect(view).toMatchObject({
      state: "cerrado",
      ticket: { closed: { reason: "confirmed" } },
      may: { answer: false, citeAnew: true },
    });
  });

  it("can retry an answer that was refused", async () => {
    const { capability } = await fileOne(test);
    const opened = { desk: test.desk, capability };
    const early = await confirmAsClient(test.plazo, opened, {
      solved: true,
      submission: "s-retry",
    });
    expect(early).toMatchObject({ refused: "nothing-to-confirm" });
    expect(
      await confirmAsClient(test.plazo, opened, { solved: true, submission: "s-retry" }),
    ).toMatchObject({ refused: "nothing-to-confirm" });
  });

  it("takes the request back", async () => {
    const { capability } = await fileOne(test);
    await withdrawAsClient(test.plazo, { desk: test.desk, capability });
    expect((await seen(capability)).ticket.closed).toMatchObject({ reason: "withdrawn" });
  });

  it("finds nothing with a token that is wrong, of another shape, or expired", async () => {
    const { capability } = await fileOne(test);
    const wrong = `${capability.slice(0, -1)}${capability.endsWith("A") ? "Q" : "A"}`;
    for (const token of [wrong, "x", "", "../../etc"]) {
      expect(await viewAsClient(test.plazo, { desk: test.desk, capability: token })).toMatchObject({
        refused: "no-such-ticket",
      });
    }
    test.time.advance(401 * 86_400_000);
    expect(await viewAsClient(test.plazo, { desk: test.desk, capability })).toMatchObject({
      refused: "capability-expired",
    });
  });
});

describe("asking for the link with folio and address", () => {
  it("mails it where they belong together, answers nothing either way, and only three times an hour", async () => {
    const fields = {
      descripcion: "No abre.",
      quien: "EKU9003173C9",
      tipo: "contrasena",
      correo: "liga@example.com",
    };
    const { folio, capability } = await fileOne(test, { fields });
    await requestLink(test.plazo, test.desk, {
      folio,
      address: "otra@example.com",
      source: "192.0.2.9",
    });
    await requestLink(test.plazo, test.desk, {
      folio: "HD-424242",
      address: "liga@example.com",
      source: "192.0.2.9",
    });
    for (let n = 0; n < 6; n += 1)
      await requestLink(test.plazo, test.desk, {
        folio: folio.toLowerCase(),
        address: "LIGA@example.com",
        source: "192.0.2.9",
      });
    await test.work();
    expect(test.mails("otra@example.com")).toEqual([]);
    const links = test.mails("liga@example.com").filter(({ subject }) => subject.includes("liga"));
    expect(links.length).toBeGreaterThan(0);
    expect(links.length).toBeLessThanOrEqual(3);
    expect(links[0]?.text).toContain(`https://plazo.example.com/d/hib2b/t/${capability}`);
    expect(links[0]?.html).toContain(`href="https://plazo.example.com/d/hib2b/t/${capability}"`);
  });
});
