import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse, filledIn } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { bruno, fileOne, filingOf, openTestDesk, upload, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Filed } from "../../desk/tickets/file-ticket.ts";
import { ask } from "../../desk/tickets/ask.ts";
import { ticketForStaff } from "../../desk/tickets/for-staff.ts";
import { note } from "../../desk/tickets/note.ts";
import { reply } from "../../desk/tickets/reply.ts";
import { solve } from "../../desk/tickets/solve.ts";

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  desk = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
  browser = browse(desk);
});
afterAll(() => desk.close());

const pathOf = ({ capability }: Filed): string => `/d/hib2b/t/${capability}`;

async function eventsOf(filed: Filed): Promise<string[]> {
  const view = await ticketForStaff(desk.plazo, { desk: desk.desk, folio: filed.folio });
  if (isRefusal(view)) throw new Error(view.refused);
  return view.events.map(({ fact }) => fact.type);
}

async function solved(): Promise<Filed> {
  const filed = await fileOne(desk);
  const place = { desk: desk.desk, folio: filed.folio };
  await reply(desk.plazo, place, { by: ximena, text: "Ya lo reviso." });
  const done = await solve(desk.plazo, place, {
    by: ximena,
    cause: "La contraseña venció",
    remedy: "Se restableció",
    text: "Quedó listo.",
  });
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return filed;
}

describe("a ticket's page", () => {
  it("says the state in words, each promise with its hour and why, and what was said; nothing internal", async () => {
    const filed = await fileOne(desk);
    const place = { desk: desk.desk, folio: filed.folio };
    await note(desk.plazo, place, { by: bruno, text: "secreto de la mesa" });
    const page = await browser.get(pathOf(filed));
    expect(page.status).toBe(200);
    expect(page.words).toContain(filed.folio);
    expect(page.words).toContain("Abierto");
    expect(page.words).toContain("A más tardar el lunes 23 de noviembre, 12:00 (hora del centro)");
    expect(page.words).toContain("Por qué esa hora");
    expect(page.words).toContain("HB-13");
    expect(page.words).toContain("No puedo entrar al portal desde ayer.");
    expect(page.text).not.toContain("secreto de la mesa");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("referrer-policy")).toBe("same-origin");
    expect(page.text).toContain("noindex");
    expect(page.text).not.toContain(filed.capability);
  });

  it("says what it is about, and what the desk asked where an answer is waited for", async () => {
    const filed = await fileOne(desk);
    const place = { desk: desk.desk, folio: filed.folio };
    const before = await browser.get(pathOf(filed));
    expect(before.text).toMatch(/<p class="lead" lang="es">[^<]*No puedo entrar al portal/u);
    await reply(desk.plazo, place, { by: ximena, text: "Ya lo reviso." });
    const text = `¿Qué <navegador> usa?${" ".repeat(600)}fin`;
    await ask(desk.plazo, place, { by: ximena, for: "client", text });
    const [note = ""] =
      (await browser.get(pathOf(filed))).text.match(/class="note near"[^]*?<\/div>/u) ?? [];
    expect(note).toContain("¿Qué &lt;navegador&gt; usa?");
    expect(note).toContain("…</blockquote>");
    expect(note).not.toContain("fin");
  });

  it("is changed by no GET and no HEAD, whatever the query", async () => {
    const filed = await solved();
    const before = await eventsOf(filed);
    for (const query of [
      "",
      "?accion=confirmar&resuelto=si",
      "?hecho=confirmar",
      "?accion=retirar",
      "?registrado=mailed",
    ]) {
      expect((await browser.get(pathOf(filed) + query)).status).toBe(200);
      expect((await browser.app.request(pathOf(filed) + query, { method: "HEAD" })).status).toBe(
        200,
      );
    }
    expect(await eventsOf(filed)).toEqual(before);
  });

  it("takes an answer with a file once, and shows both", async () => {
    const filed = await fileOne(desk);
    const page = await browser.get(pathOf(filed));
    const answer = (): FormData =>
      filledIn(page, { texto: "Sigue igual <script>" }, [
        ["archivos", new File(["hora,error\n"], "bitácora.txt")],
      ]);
    const first = await browser.post(`${pathOf(filed)}?accion=responder`, answer());
    expect(first.status).toBe(303);
    await browser.post(`${pathOf(filed)}?accion=responder`, answer());
    const after = await browser.follow(first);
    expect(after.words).toContain("Recibimos su mensaje.");
    expect(after.text.match(/Sigue igual &lt;script&gt;/gu)).toHaveLength(1);
    expect(await eventsOf(filed)).toEqual(["filed", "added"]);
    const [, file = ""] = after.text.match(/href="\?archivo=([^"]+)"/u) ?? [];
    const got = await browser.app.request(`${pathOf(filed)}?archivo=${file}`);
    expect(await got.text()).toBe("hora,error\n");
    expect(got.headers.get("content-disposition")).toBe(
      "attachment; filename=\"bit_cora.txt\"; filename*=UTF-8''bit%C3%A1cora.txt",
    );
    expect(got.headers.get("content-security-policy")).toContain("sandbox");
    expect(got.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("sends back an answer that says nothing, and one with a file that is not taken, with its words kept", async () => {
    const filed = await fileOne(desk);
    const page = await browser.get(pathOf(filed));
    const empty = await browser.post(
      `${pathOf(filed)}?accion=responder`,
      filledIn(page, { texto: "  " }),
    );
    expect(empty.status).toBe(422);
    expect(empty.words).toContain("Escriba su mensaje o adjunte un archivo.");
    const bad = filledIn(page, { texto: "Aquí va" }, [
      ["archivos", new File(["MZ\u0000\u0001"], "virus.exe")],
    ]);
    const refused = await browser.post(`${pathOf(filed)}?accion=responder`, bad);
    expect(refused.status).toBe(422);
    expect(refused.words).toContain("virus.exe: Ese tipo de archivo no se acepta.");
    expect(refused.text).toContain("Aquí va</textarea>");
    expect(await eventsOf(filed)).toEqual(["filed"]);
  });

  it("sends back an answer that is too long with all of it, and names the box where none could be kept", async () => {
    const filed = await fileOne(desk);
    const page = await browser.get(pathOf(filed));
    const send = (texto: string) =>
      browser.post(`${pathOf(filed)}?accion=responder`, filledIn(page, { texto }));
    const long = `${"a".repeat(50_000)}z`;
    const refused = await send(long);
    expect(refused.status).toBe(422);
    expect(refused.words).toContain("Su mensaje es demasiado largo: admite hasta 50,000");
    expect(refused.text).toContain(`${long}</textarea>`);
    const huge = await send("a".repeat(3 * 1024 * 1024));
    expect([huge.status, huge.words]).toEqual([413, expect.stringContaining("Su mensaje")]);
    expect(await eventsOf(filed)).toEqual(["filed"]);
    expect((await send("a".repeat(50_000))).status).toBe(303);
  });

  it('closes on "it is solved", shows cause and remedy, and then offers a new ticket that cites this one', async () => {
    const filed = await solved();
    const page = await browser.get(pathOf(filed));
    expect(page.words).toContain("La contraseña venció");
    expect(page.words).toContain("¿Quedó resuelto?");
    expect(page.words).toContain(
      "Si no tenemos su respuesta a más tardar el martes 24 de noviembre, 18:00 (hora del centro), el ticket se cierra.",
    );
    const sent = await browser.post(
      `${pathOf(filed)}?accion=confirmar`,
      filledIn(page, { resuelto: "si", texto: "" }),
    );
    const after = await browser.follow(sent);
    expect(after.words).toContain("Cerrado");
    expect(after.text).not.toContain("?accion=responder");
    const cite = await browser.get(`/d/hib2b/ayuda?cita=${filed.folio}`);
    expect(cite.words).toContain(`Esta solicitud citará el ticket ${filed.folio}`);
  });

  it("goes on where the client says that it is not solved", async () => {
    const filed = await solved();
    const page = await browser.get(pathOf(filed));
    const sent = await browser.post(
      `${pathOf(filed)}?accion=confirmar`,
      filledIn(page, { resuelto: "no", texto: "Sigue fallando" }),
    );
    const after = await browser.follow(sent);
    expect(after.words).toContain("Sigue fallando");
    expect(after.words).toContain("Seguimos atendiendo el problema.");
    expect(await eventsOf(filed)).toContain("reopened");
  });

  it("is found by nobody without its capability, nor at another desk", async () => {
    const filed = await fileOne(desk);
    for (const path of [
      "/d/hib2b/t/AAAAAAAAAAAAAAAAAAAAAA",
      `/d/otra/t/${filed.capability}`,
      `/d/hib2b/t/${filed.folio}`,
    ]) {
      expect((await browser.get(path)).status).toBe(404);
      expect(
        (
          await browser.post(
            `${path}?accion=retirar`,
            new URLSearchParams({ _envio: "a".repeat(22) }),
          )
        ).status,
      ).toBe(404);
    }
  });

  it("whoever has half a link is offered another, and told nothing of what it may have opened", async () => {
    const filed = await fileOne(desk);
    const half = await browser.get(`/d/hib2b/t/${filed.capability.slice(0, 12)}`);
    const wrong = await browser.get("/d/hib2b/t/AAAAAAAAAAAAAAAAAAAAAA");
    expect([half.status, wrong.status]).toEqual([404, 404]);
    expect(half.words).toBe(wrong.words);
    expect(half.words).toContain("Esta liga no abre ningún ticket");
    expect(half.text).toContain('href="/d/hib2b/seguir"');
  });

  it("gives no file of another ticket", async () => {
    const session = "a-session-of-another-0001";
    const kept = await upload(desk, { session, name: "ajeno.txt", content: "ajeno" });
    if (isRefusal(kept)) throw new Error(kept.refused);
    await fileOne(desk, { submission: session, uploads: [kept] });
    const mine = await fileOne(desk);
    for (const id of [kept.id, "nada", "../../etc/passwd"]) {
      expect((await browser.get(`${pathOf(mine)}?archivo=${encodeURIComponent(id)}`)).status).toBe(
        404,
      );
    }
  });

  it("answers an act that does not exist, a foreign origin and unknown fields with refusals", async () => {
    const filed = await fileOne(desk);
    const page = await browser.get(pathOf(filed));
    expect((await browser.post(`${pathOf(filed)}?accion=borrar`, filledIn(page, {}))).status).toBe(
      404,
    );
    const answer = filledIn(page, { texto: "hola" });
    expect(
      (
        await browser.post(`${pathOf(filed)}?accion=responder`, answer, {
          origin: "https://evil.example",
        })
      ).status,
    ).toBe(403);
    answer.append("severidad", "critico");
    expect((await browser.post(`${pathOf(filed)}?accion=responder`, answer)).status).toBe(400);
    expect(await eventsOf(filed)).toEqual(["filed"]);
  });
});

describe("asking for the link", () => {
  it("answers alike whether the ticket exists or not, and mails only to whom it belongs", async () => {
    const filed = await fileOne(desk, {
      fields: { ...filingOf().fields, correo: "sigue@example.com" },
    });
    await desk.work();
    const mails = desk.mails("sigue@example.com").length;
    const asking = (folio: string, correo: string) =>
      browser.post("/d/hib2b/seguir", new URLSearchParams({ folio, correo }));
    const answers = [
      await asking(filed.folio, "sigue@example.com"),
      await asking(filed.folio, "otra@example.com"),
      await asking("HD-999999", "sigue@example.com"),
    ];
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.words).toContain("Si existe un ticket con ese folio y ese correo");
    await desk.work();
    expect(desk.mails("sigue@example.com")).toHaveLength(mails + 1);
    expect(desk.mails("otra@example.com")).toHaveLength(0);
  });

  it("keeps what was written where something is missing", async () => {
    const page = await browser.post(
      "/d/hib2b/seguir",
      new URLSearchParams({ folio: "HD-7", correo: "" }),
    );
    expect(page.status).toBe(422);
    expect(page.value("folio")).toBe("HD-7");
  });
});
