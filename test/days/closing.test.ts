import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { close } from "../../src/desk/tickets/close.ts";
import { reply } from "../../src/desk/tickets/reply.ts";
import { solve } from "../../src/desk/tickets/solve.ts";
import { browse } from "../kit/browse.ts";
import { bruno, openTestDesk } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import { done, fileByForm, filerOf, local, mailed, recordOf, seenByStaff } from "../kit/stories.ts";
import type { Filer } from "../kit/stories.ts";
import { wholeDesk } from "../kit/whole-desk.ts";
import { newsOf } from "../kit/mail.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
});
afterAll(() => test.close());

async function answered(address: string, at: string): Promise<Filer> {
  const filer = await fileByForm(test, { address, at });
  done(await reply(test.plazo, filer.place, { by: bruno, text: "Buenas tardes, ya lo reviso." }));
  return filer;
}

async function solved(filer: Filer): Promise<void> {
  done(
    await solve(test.plazo, filer.place, {
      by: bruno,
      cause: "La contraseña venció",
      remedy: "Se restableció y se amplió su vigencia",
      text: "Ya puede entrar: pruebe con la nueva.",
    }),
  );
  await test.work();
}

describe("«Sí, quedó resuelto» (HB-15)", () => {
  it("closes the ticket, and a summary tells everything from filing to solution, with cause and remedy, once", async () => {
    const filer = await answered("resuelto@example.com", "2026-11-23 10:00");
    await test.passTo(local("2026-11-23 12:15"));
    await solved(filer);
    expect(test.mails(filer.address).at(-1)?.text).toContain(
      "Ya puede entrar: pruebe con la nueva.\n\nCausa: La contraseña venció\n",
    );
    await test.passTo(local("2026-11-23 13:20"));
    await filer.visitor.open(filer.page);
    await filer.visitor.form("Sí, quedó resuelto").submit();
    expect(filer.visitor.words()).toContain("Gracias por confirmarlo. El ticket quedó cerrado.");
    expect(filer.visitor.words()).toContain("Cerrado");
    expect(await recordOf(test, filer)).toEqual([
      "filed 2026-11-23 10:00",
      "contacted 2026-11-23 10:00",
      "solved 2026-11-23 12:15",
      "confirmed 2026-11-23 13:20",
      "closed confirmed 2026-11-23 13:20",
    ]);
    await test.passTo(local("2026-12-04 18:00"));
    const summaries = test
      .mails(filer.address)
      .filter((mail) => newsOf(mail) === `${filer.folio}: resumen de su ticket`);
    expect(summaries).toHaveLength(1);
    const text = summaries[0]?.text ?? "";
    const told = [
      "lunes 23 de noviembre, 10:00 · Se registró la solicitud",
      "lunes 23 de noviembre, 10:00 · Bruno respondió.",
      "lunes 23 de noviembre, 12:15 · Se encontró la solución.",
      "lunes 23 de noviembre, 13:20 · El cliente confirmó que quedó resuelto.",
      "Causa: La contraseña venció",
      "Solución: Se restableció y se amplió su vigencia",
    ];
    const places = told.map((line) => text.indexOf(line));
    expect(places).not.toContain(-1);
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
  });

  it("asks again to nobody: a second press and a late «no» change nothing", async () => {
    const filer = await answered("dos-veces@example.com", "2026-12-07 10:00");
    await solved(filer);
    await filer.visitor.open(filer.page);
    const yes = filer.visitor.form("Sí, quedó resuelto");
    const no = filer.visitor.form("No, sigue el problema");
    await yes.submit();
    const record = await recordOf(test, filer);
    await yes.submit();
    await no.submit();
    expect(await recordOf(test, filer)).toEqual(record);
  });
});

describe("silence after a solution (HB-15)", () => {
  it("is warned of, and closes the ticket at the true instant, with the summary", async () => {
    const filer = await answered("callado@example.com", "2026-12-09 10:00");
    await solved(filer);
    await filer.visitor.open(filer.page);
    expect(filer.visitor.words()).toContain(
      "Si no tenemos su respuesta a más tardar el viernes 11 de diciembre, 18:00 (hora del centro), el ticket se cierra.",
    );
    await test.passTo(local("2026-12-10 18:00"));
    expect(mailed(test, filer).at(-1)).toContain("esperamos su respuesta");
    const reminder = test.mails(filer.address).at(-1);
    expect(reminder?.text).toContain("falta que usted nos diga si quedó resuelto");
    expect(reminder?.html).toContain(">Decir si quedó resuelto</a>");
    await test.passTo(local("2026-12-11 18:00") - 1);
    expect((await recordOf(test, filer)).join()).not.toContain("closed");
    await test.passTo(local("2026-12-14 09:00"));
    expect(await recordOf(test, filer)).toContain("closed silence 2026-12-11 18:00");
    expect(mailed(test, filer).at(-1)).toBe(`${filer.folio}: resumen de su ticket`);
    expect(test.mails(filer.address).at(-1)?.text).toContain(
      "viernes 11 de diciembre, 18:00 · Se cerró: no hubo respuesta del cliente.",
    );
  });

  it("ends with a word of the client's, and the ticket stays open", async () => {
    const filer = await answered("habla@example.com", "2026-12-14 10:00");
    await solved(filer);
    await test.passTo(local("2026-12-16 17:59"));
    await filer.visitor.open(filer.page);
    await filer.visitor.form("Enviar").fill("Su mensaje", "Lo pruebo mañana temprano").submit();
    await test.passTo(local("2026-12-18 18:00"));
    expect((await recordOf(test, filer)).join()).not.toContain("closed");
  });

  it("is answered in time by a word at the very instant of closing", async () => {
    const filer = await answered("justo@example.com", "2027-01-04 10:00");
    await solved(filer);
    await test.passTo(local("2027-01-06 17:00"));
    await filer.visitor.open(filer.page);
    const yes = filer.visitor.form("No, sigue el problema").fill("Comentario", "Todavía no");
    test.time.set(local("2027-01-06 18:00"));
    await yes.submit();
    await test.passTo(local("2027-01-08 18:00"));
    expect((await recordOf(test, filer)).join()).not.toContain("closed");
  });
});

describe("after closing (HB-15)", () => {
  it("closed stays closed; the page offers a new ticket that cites it, and both know each other", async () => {
    const old = await answered("otra-vez@example.com", "2027-01-11 10:00");
    await solved(old);
    await old.visitor.open(old.page);
    await old.visitor.form("Sí, quedó resuelto").submit();
    expect(() => old.visitor.form("Enviar")).toThrow("no form");
    await old.visitor.click("Abrir un ticket nuevo que cite a este");
    expect(old.visitor.words()).toContain(
      `Esta solicitud citará el ticket ${old.folio}, ya cerrado.`,
    );
    await old.visitor
      .form("Enviar la solicitud")
      .choose("Olvidé mi Contraseña")
      .fill("Descripción del incidente", "Volvió a pasar")
      .fill("Usuario, RFC o razón social", "EKU9003173C9")
      .fill("Correo de contacto", old.address)
      .submit();
    const fresh = filerOf(test, old.visitor, old.address);
    expect(fresh.folio).not.toBe(old.folio);
    expect((await seenByStaff(test, fresh)).ticket).toMatchObject({
      portal: "https://compradora.hib2b.example.com",
      links: [{ to: old.folio, as: "cites" }],
    });
    expect((await seenByStaff(test, old)).ticket.links).toEqual([
      expect.objectContaining({ to: fresh.folio, as: "cited-by" }),
    ]);
    expect((await recordOf(test, old)).join()).not.toContain("reopened");
  });

  it("a ticket closed without a solution is told so, and why", async () => {
    const filer = await fileByForm(test, { address: "ajeno@example.com", at: "2027-01-12 10:00" });
    done(await close(test.plazo, filer.place, { by: bruno, reason: "out-of-scope" }));
    await test.work();
    const last = test.mails(filer.address).at(-1);
    expect(last === undefined ? "" : newsOf(last)).toContain("está cerrado");
    expect(last?.text).toContain("está fuera del alcance del servicio");
    expect(last?.text).not.toContain("Causa:");
  });

  it("the client may take the request back, and no clock of it goes on", async () => {
    const filer = await fileByForm(test, { address: "retira@example.com", at: "2027-01-13 10:00" });
    await filer.visitor.open(filer.page);
    await filer.visitor.form("Retirar la solicitud").submit();
    await test.passTo(local("2027-01-20 18:00"));
    expect(await recordOf(test, filer)).toEqual([
      "filed 2027-01-13 10:00",
      "closed withdrawn 2027-01-13 10:00",
    ]);
  });
});

describe("the links of every mail", () => {
  it("change nothing when a scanner opens them, by GET or by HEAD, one after another or at once", async () => {
    const filer = await answered("escaner@example.com", "2027-01-21 10:00");
    await solved(filer);
    await test.work();
    const { app } = browse(test);
    const links = new Set(
      test.mail.sent.flatMap(({ text, html }) =>
        [...`${text} ${html}`.matchAll(/https:\/\/plazo\.example\.com(\/[^\s"<>)]*)/gu)].map(
          ([, path]) => path?.replaceAll("&amp;", "&") ?? "",
        ),
      ),
    );
    expect(links.size).toBeGreaterThanOrEqual(10);
    expect(links).toContain(filer.page);
    const before = await wholeDesk(test);
    const answers = await Promise.all(
      [...links].flatMap((link) =>
        ["GET", "HEAD"].map(async (method) =>
          app.request(link, { method, headers: { accept: "*/*" } }),
        ),
      ),
    );
    expect(answers.map(({ status }) => status).filter((status) => status >= 400)).toEqual([]);
    // What the pages themselves offer is opened too: everything that a scanner finds by following.
    for (const answer of answers) {
      for (const [, href = ""] of (await answer.text()).matchAll(/href="(\?[^"]*|\/d\/[^"]*)"/gu)) {
        const link = href.startsWith("?") ? `${filer.page}${href}` : href;
        await app.request(link.replaceAll("&amp;", "&"));
      }
    }
    expect(await wholeDesk(test)).toEqual(before);
    await filer.visitor.open(filer.page);
    await filer.visitor.form("Sí, quedó resuelto").submit();
    expect((await recordOf(test, filer)).at(-1)).toBe("closed confirmed 2027-01-21 10:00");
    expect(await wholeDesk(test)).not.toEqual(before);
  });
});
