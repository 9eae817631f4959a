import { describe, expect, it } from "vitest";
import { PNG, answering, count, stored, take, ticketOf } from "../../../test/kit/arriving.ts";
import { openTestDesk, ximena } from "../../../test/kit/desk.ts";
import { asArrived, rawMail, rawMailWith } from "../../../test/kit/raw-mail.ts";
import type { OutgoingMail } from "../../desk/effects.ts";
import { setPortalOwner } from "../../desk/register/portal-owners.ts";
import { close } from "../../desk/tickets/close.ts";

describe("at desks whose manuals say otherwise", () => {
  it("who is not registered is held, and told (FI-2)", async () => {
    const test = await openTestDesk("factura-inteligente", "2026-11-23T16:00:00Z");
    const taken = await take(test, rawMail());
    expect(taken.became).toBe("filed");
    expect((await ticketOf(test, taken)).ticket).toMatchObject({
      form: "correo",
      held: "unverified",
    });
    await test.work();
    expect(test.mails("ana@cliente.example.com")).toHaveLength(1);
    await test.close();
  });

  it("expired support is told where the portal is written out (HB-1)", async () => {
    const test = await openTestDesk("hib2b", "2026-11-23T16:00:00Z");
    await setPortalOwner(test.plazo, test.desk, {
      portal: "compras.hib2b.example.com",
      organisation: "Compras de Prueba",
      rfc: null,
      plan: null,
      paidUntil: test.time.read() - 86_400_000,
    });
    const text = "No abre https://compras.hib2b.example.com desde ayer.";
    const taken = await take(test, rawMail({}, text));
    expect((await ticketOf(test, taken)).ticket).toMatchObject({ held: "support-expired" });
    await test.work();
    const [mailed] = test.mails("ana@cliente.example.com");
    expect(mailed?.text).toContain("está vencido");
    await test.close();
  });

  it("a form that demands proof is held for it, whatever mailbox names it (FI-5, FI-6)", async () => {
    const test = await openTestDesk("factura-inteligente", "2026-11-23T16:00:00Z");
    const mailbox = { id: "claves", address: "claves@example.com", form: "control-acceso" };
    const taken = await take(test, rawMail(), { mailbox });
    expect((await ticketOf(test, taken)).ticket).toMatchObject({
      form: "control-acceso",
      held: "unverified",
      lacks: expect.arrayContaining(["registered-address", "field:solicitud"]),
    });
    await test.close();
  });

  it("a vague subject comes back once, with nothing of what was written, and its answer is taken with a mark (RD-4)", async () => {
    const test = await openTestDesk("erp-clubes", "2026-11-23T16:00:00Z");
    const first = await take(
      test,
      rawMailWith([{ name: "p.png", type: "image/png", content: PNG }], { Subject: "URGENTE" }),
    );
    expect(first).toMatchObject({ became: "kept", folio: null });
    expect(await stored(test, first)).toMatchObject({ state: "returned" });
    await test.work();
    const [back] = test.mails("ana@cliente.example.com");
    expect(back).toMatchObject({ automatic: true });
    expect(`${back?.subject} ${back?.text}`).not.toMatch(/URGENTE|pidieron/u);
    expect(back?.text).toContain("Módulo");
    const answer = await take(
      test,
      rawMail(
        { Subject: "Re: BANCOS, no cuadra noviembre", "In-Reply-To": back?.messageId ?? "" },
        "Ahora sí.",
      ),
    );
    expect(answer.became).toBe("filed");
    const view = await ticketOf(test, answer);
    expect(view.ticket.subject).toBe("BANCOS, no cuadra noviembre");
    expect(view.ticket.fields).toMatchObject({ modulo: "bancos" });
    expect(view.messages[0]?.text).toBe("Ahora sí.\n\nVa lo que pidieron.");
    expect(view.files).toMatchObject([{ name: "p.png" }]);
    expect(await stored(test, first)).toMatchObject({ state: "filed", folio: answer.folio });
    await test.close();
  });

  it("a subject that stays vague is taken with a mark, whoever writes again (RD-4)", async () => {
    const test = await openTestDesk("erp-clubes", "2026-11-23T16:00:00Z");
    await take(test, rawMail({ Subject: "Ayuda" }));
    await test.work();
    const [back] = test.mails("ana@cliente.example.com");
    const again = await take(
      test,
      asArrived(
        { ...sentBack(back), automatic: false },
        {
          From: "ana@cliente.example.com",
          To: "casos@example.com",
          "In-Reply-To": back?.messageId ?? "",
          "Message-ID": "<r@cliente.example.com>",
          Subject: `Re: ${back?.subject}`,
        },
      ),
    );
    expect(again.became).toBe("filed");
    expect((await ticketOf(test, again)).ticket).toMatchObject({
      subject: "Ayuda",
      flags: expect.arrayContaining(["subject-vague"]),
    });
    await test.close();
  });

  it("a closed case is not reopened: its words are kept, and the sender is told how to go on (RD-14)", async () => {
    const test = await openTestDesk("erp-clubes", "2026-11-23T16:00:00Z");
    const first = await take(test, rawMail({ Subject: "BANCOS, factura mal cargada" }));
    const place = { desk: test.desk, folio: first.folio ?? "" };
    await close(test.plazo, place, { by: ximena, reason: "by-agent", note: "Listo." });
    await test.work();
    const sent = test.mails("ana@cliente.example.com").length;
    const before = await count(test, "ticket");
    const taken = await take(
      test,
      rawMail({ To: await answering(test, first), Subject: "Re: BANCOS" }, "Volvió."),
    );
    expect(taken).toMatchObject({ became: "joined", folio: first.folio });
    expect(await count(test, "ticket")).toBe(before);
    const view = await ticketOf(test, first);
    expect(view.messages.at(-1)).toMatchObject({
      public: false,
      text: expect.stringContaining("Volvió."),
    });
    expect(view.ticket.closed).not.toBeNull();
    await test.work();
    expect(test.mails("ana@cliente.example.com")).toHaveLength(sent + 1);
    await test.close();
  });

  it("a desk that takes no mail lets it wait for a person, and says why", async () => {
    const test = await openTestDesk("minimal", "2026-11-23T16:00:00Z");
    const taken = await take(test, rawMail());
    expect(taken).toMatchObject({ became: "quarantined", folio: null });
    expect((await stored(test, taken)).why).toContainEqual({ code: "channel-unknown" });
    expect(await count(test, "ticket")).toBe(0);
    expect(await count(test, "upload")).toBe(0);
    await test.close();
  });

  it("two desks that write to each other fall silent", async () => {
    const at = "2026-11-23T16:00:00Z";
    const one = await openTestDesk("hib2b", at, { mailFrom: "soporte@hib2b.example.com" });
    const other = await openTestDesk("interfactura", at, {
      mailFrom: "soporte@interfactura.example.com",
      secret: new Uint8Array(32).fill(9),
    });
    const desks = { "soporte@hib2b.example.com": one, "soporte@interfactura.example.com": other };
    // The first word: an agent of one writes to the other, as a person.
    await take(
      other,
      rawMail({ From: "soporte@hib2b.example.com", "Message-ID": "<a@hib2b.example.com>" }),
    );
    let rounds = 0;
    for (let moved = 1; moved > 0 && rounds < 20; rounds += 1) {
      moved = 0;
      for (const desk of [one, other]) await desk.work();
      for (const desk of [one, other]) {
        for (const mail of desk.mail.sent.splice(0)) {
          const to = desks[mail.to as keyof typeof desks];
          if (to === undefined) continue;
          moved += 1;
          await take(to, asArrived(mail));
        }
      }
    }
    expect(rounds).toBeLessThan(4);
    expect(await count(one, "ticket")).toBe(0);
    expect(await count(other, "ticket")).toBe(1);
    await Promise.all([one.close(), other.close()]);
  });
});

function sentBack(mail: OutgoingMail | undefined): OutgoingMail {
  if (mail === undefined) throw new Error("nothing was sent back");
  return mail;
}
