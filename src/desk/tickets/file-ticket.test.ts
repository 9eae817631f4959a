import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bruno, fileOne, filingOf, openTestDesk, upload } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { inDesk } from "../../store/transaction.ts";
import { setContact } from "../register/contacts.ts";
import { setPortalOwner } from "../register/portal-owners.ts";
import { fileTicket } from "./file-ticket.ts";
import { ticketForStaff } from "./for-staff.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
});
afterAll(() => test.close());

const tables = ["ticket", "ticket_event", "message", "file", "outbox", "capability", "submission"];

async function counted(): Promise<Record<string, number>> {
  return inDesk(test.plazo.db, test.desk, async (tx) => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const { rows } = await tx.client.query<{ n: number }>(
        `select count(*)::integer as n from ${table}`,
      );
      counts[table] = rows[0]?.n ?? -1;
    }
    return counts;
  });
}

describe("filing a ticket", () => {
  it("promises first contact on Monday at noon to whoever files on Friday at five (HB-13)", async () => {
    const filed = await fileOne(test);
    expect(filed.folio).toMatch(/^HD-\d+$/u);
    const contact = filed.promises.find(({ rule }) => rule.to.includes("contacted"));
    expect(new Date(contact?.limit ?? 0).toISOString()).toBe("2026-11-23T18:00:00.000Z");
    expect(filed).toMatchObject({
      acknowledged: "mailed",
      repeated: false,
      ticket: { severity: "bajo" },
    });
  });

  it("writes row, event, message, file, mail, capability and submission together", async () => {
    const before = await counted();
    const session = "a-session-of-a-form-000001";
    const kept = await upload(test, {
      session,
      name: "pantalla.png",
      content: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3),
    });
    if ("refused" in kept) throw new Error(JSON.stringify(kept));
    const filed = await fileOne(test, { submission: session, uploads: [kept] });
    const after = await counted();
    for (const table of tables)
      expect([table, (after[table] ?? 0) - (before[table] ?? 0)]).toEqual([table, 1]);
    const view = await ticketForStaff(test.plazo, { desk: test.desk, folio: filed.folio });
    if ("refused" in view) throw new Error("the ticket is there");
    expect(view.files).toMatchObject([{ name: "pantalla.png", kind: "image", size: 11 }]);
    expect(view.messages).toMatchObject([
      { text: "No puedo entrar al portal desde ayer.", public: true },
    ]);
    expect(view.deliveries).toMatchObject([{ moment: "received", state: "pending" }]);
    expect(view.row.due).toMatchObject({ kind: "limit" });
  });

  it("writes nothing at all where the last of its rows cannot be written", async () => {
    const before = await counted();
    const session = "a-session-of-a-form-000002";
    // A capability without its hash is refused by the table: everything before it must go, too.
    const broken = {
      ...test.plazo,
      settings: { ...test.plazo.settings, mailFrom: "x" },
      effects: {
        ...test.plazo.effects,
        random: { ...test.plazo.effects.random, id: () => "not-a-uuid" },
      },
    };
    await expect(fileTicket(broken, test.desk, filingOf({ submission: session }))).rejects.toThrow(
      /uuid/u,
    );
    expect(await counted()).toEqual(before);
  });

  it("gives every problem of the form at once, with its field, and writes nothing", async () => {
    const before = await counted();
    const refused = await fileTicket(
      test.plazo,
      test.desk,
      filingOf({ fields: { quien: "XAMA620210DQ5", correo: "no es correo", tipo: "nada" } }),
    );
    expect(refused).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ refused: "field-missing", field: "fields.descripcion" }),
        expect.objectContaining({ refused: "email-invalid", field: "fields.correo" }),
        expect.objectContaining({ refused: "choice-unknown", field: "fields.tipo" }),
      ]),
    );
    expect(await counted()).toEqual(before);
  });

  it("refuses a form that the desk does not have, and a desk that is not there", async () => {
    expect(await fileTicket(test.plazo, test.desk, filingOf({ form: "otro" }))).toMatchObject([
      { refused: "form-unknown" },
    ]);
    expect(await fileTicket(test.plazo, "otra-mesa", filingOf())).toMatchObject([
      { refused: "no-such-desk" },
    ]);
    expect(await fileTicket(test.plazo, "../x", filingOf())).toMatchObject([
      { refused: "no-such-desk" },
    ]);
  });

  it("makes one ticket of a double click, and gives the same link to both", async () => {
    const filing = filingOf({ fields: { ...filingOf().fields, correo: "doble@example.com" } });
    const before = await counted();
    const both = await Promise.all(
      [1, 2, 3, 4].map(() => fileTicket(test.plazo, test.desk, filing)),
    );
    const again = await fileTicket(test.plazo, test.desk, filing);
    const made = [...both, again].map((filed) =>
      "folio" in filed ? [filed.folio, filed.capability] : filed,
    );
    expect(new Set(made.map(String)).size).toBe(1);
    expect((await counted())["ticket"]).toBe((before["ticket"] ?? 0) + 1);
    expect(both.filter((filed) => "repeated" in filed && !filed.repeated)).toHaveLength(1);
    expect(again).toMatchObject({ repeated: true, acknowledged: "mailed" });
  });

  it("refuses other contents under a key that was used", async () => {
    const filing = filingOf();
    await fileTicket(test.plazo, test.desk, filing);
    const other = { ...filing, fields: { ...filing.fields, descripcion: "Otra cosa." } };
    expect(await fileTicket(test.plazo, test.desk, other)).toMatchObject([
      { refused: "submission-reused" },
    ]);
  });

  it("refuses a file that is not kept any more, by its field", async () => {
    const uploads = [{ id: "00000000-0000-4000-8000-000000000000", field: "adjuntos" }];
    expect(await fileTicket(test.plazo, test.desk, filingOf({ uploads }))).toMatchObject([
      { refused: "file-missing", field: "fields.adjuntos" },
    ]);
  });

  it("holds what comes from a portal whose support has expired, and loses nothing of it (HB-1)", async () => {
    await setPortalOwner(test.plazo, test.desk, {
      portal: "https://Vencida.example.com/login",
      organisation: "Compradora de Ejemplo",
      rfc: null,
      plan: null,
      paidUntil: Date.parse("2026-10-01T06:00:00Z"),
    });
    const address = "vencido@example.com";
    const filed = await fileOne(test, {
      portal: "vencida.example.com",
      fields: { ...filingOf().fields, correo: address },
    });
    expect(filed.ticket.held).toBe("support-expired");
    await test.work();
    expect(test.mails(address)).toMatchObject([
      { text: expect.stringContaining("con el formulario «Pago y reactivación»") as string },
    ]);
    expect(filed.promises.every(({ status }) => status === "idle")).toBe(true);
    const renewed = {
      portal: "vencida.example.com",
      organisation: "Compradora de Ejemplo",
      rfc: null,
      plan: null,
      paidUntil: Date.parse("2027-10-01T06:00:00Z"),
    };
    expect(await setPortalOwner(test.plazo, test.desk, renewed)).toEqual([filed.folio]);
    await test.work();
    expect(test.mails(address)[1]?.text).toContain("lunes 23 de noviembre, 12:00");
  });

  it("greets by name only where a registered contact owns the address, and mails no word of a stranger (HB-11)", async () => {
    await setContact(test.plazo, test.desk, {
      address: "Ana@example.com",
      name: "Ana Registrada",
      organisation: null,
      role: null,
      trained: null,
    });
    const fields = {
      ...filingOf().fields,
      quien: "COMPRE AHORA EN EJEMPLO",
      descripcion: "Gane dinero ya",
    };
    await fileOne(test, { fields: { ...fields, correo: "extrana@example.com" } });
    await fileOne(test, { fields: { ...fields, correo: "ana@example.com" } });
    await test.work();
    const [stranger] = test.mails("extrana@example.com");
    expect(`${stranger?.subject} ${stranger?.text} ${stranger?.html}`).not.toMatch(
      /COMPRE|dinero/iu,
    );
    expect(stranger?.text).toMatch(/HD-\d+/u);
    expect(stranger?.text).toContain("lunes 23 de noviembre, 12:00");
    expect(test.mails("ana@example.com")[0]?.text).toContain("Ana Registrada");
  });

  it("mails three acknowledgements an hour to an address, however many arrive at once, and keeps every ticket", async () => {
    const fields = { ...filingOf().fields, correo: "bomba@example.com" };
    const filed = await Promise.all(
      Array.from({ length: 9 }, (_, n) => fileOne(test, { fields, source: `192.0.2.${50 + n}` })),
    );
    expect(filed.filter(({ acknowledged }) => acknowledged === "mailed")).toHaveLength(3);
    await test.work();
    expect(test.mails("bomba@example.com")).toHaveLength(3);
    expect(new Set(filed.map(({ folio }) => folio)).size).toBe(9);
  });

  it("mails twenty acknowledgements an hour for one source", async () => {
    const filed: string[] = [];
    for (let n = 0; n < 23; n += 1) {
      const fields = { ...filingOf().fields, correo: `uno-${n}@example.com` };
      filed.push((await fileOne(test, { fields, source: "198.51.100.7" })).acknowledged);
    }
    expect(filed.filter((acknowledged) => acknowledged === "mailed")).toHaveLength(20);
  });

  it("takes a call down in the name of the agent who answered it", async () => {
    const filed = await fileOne(test, { by: bruno });
    const view = await ticketForStaff(test.plazo, { desk: test.desk, folio: filed.folio });
    expect(view).toMatchObject({ events: [{ by: { kind: "staff", name: "Bruno" } }] });
  });
});
