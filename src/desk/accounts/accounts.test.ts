import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filingOf, openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { isRefusal } from "../../core/refusal.ts";
import { consentsOfTicket } from "../../store/consents.ts";
import { sha256 } from "../../store/digest.ts";
import { readContact } from "../../store/register.ts";
import { readTicket } from "../../store/tickets.ts";
import { auditBefore } from "../../store/audit.ts";
import { inDesk } from "../../store/transaction.ts";
import { clientOfTicket } from "../register/client-of-ticket.ts";
import { lookUp } from "../register/read-register.ts";
import { fileTicket } from "../tickets/file-ticket.ts";
import type { Filed } from "../tickets/file-ticket.ts";
import { acceptAccount, refuseAccount } from "./decide-account.ts";
import { listAccounts } from "./list-accounts.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("cfd-connect", "2026-11-23T15:00:00Z");
});
afterAll(() => test.close());

const taxpayer = {
  "razon-social": "ESCUELA KEMPER URGATE",
  rfc: "eku 900317 3c9",
  regimen: "601",
  "codigo-postal": "42501",
  contacto: "Xavier",
  telefono: "55 5555 0177",
  usuario: "kemper",
  aviso: "yes",
};

async function asked(correo: string, submission: string): Promise<Filed> {
  const fields = { ...taxpayer, correo };
  const filing = filingOf({ form: "registro", fields, submission, portal: null });
  const filed = await fileTicket(test.plazo, test.desk, filing);
  if (!("folio" in filed)) throw new Error(JSON.stringify(filed));
  return filed;
}

const contact = (address: string) =>
  inDesk(test.plazo.db, test.desk, (tx) => readContact(tx, address));
const at = (folio: string) => ({ desk: test.desk, folio });

describe("an account that is asked for (CC-1)", () => {
  it("is pending with its organisation and contact, and nobody is registered by asking", async () => {
    const { folio } = await asked("Pendiente@example.com", "cuenta-pendiente-1");
    const pending = await listAccounts(test.plazo, test.desk, { state: "pending" });
    expect(pending.find((one) => one.folio === folio)).toMatchObject({
      organisation: "ESCUELA KEMPER URGATE",
      rfc: "EKU9003173C9",
      taxRegime: "601",
      postalCode: "42501",
      contact: "Xavier",
      address: "pendiente@example.com",
    });
    expect(await contact("pendiente@example.com")).toBeUndefined();
  });

  it("registers its contact when a person of the desk accepts it, once", async () => {
    const { folio } = await asked("aceptada@example.com", "cuenta-aceptada-1");
    const done = await acceptAccount(test.plazo, at(folio), { by: ximena });
    expect(isRefusal(done)).toBe(false);
    expect(await contact("aceptada@example.com")).toMatchObject({
      name: "Xavier",
      organisation: "ESCUELA KEMPER URGATE",
    });
    const again = await acceptAccount(test.plazo, at(folio), { by: ximena });
    expect(again).toMatchObject({ refused: "no-account-pending" });
    const accepted = await listAccounts(test.plazo, test.desk, { state: "accepted" });
    expect(accepted.map((one) => one.folio)).toContain(folio);
  });

  it("leaves in the audit who accepted it and from which address", async () => {
    const { folio } = await asked("auditada@example.com", "cuenta-auditada-1");
    await acceptAccount(test.plazo, at(folio), { by: ximena, source: "192.0.2.9" });
    const told = await inDesk(test.plazo.db, test.desk, (tx) =>
      auditBefore(tx, { before: null, limit: 5 }),
    );
    const about = told.find(({ after }) => JSON.stringify(after).includes("auditada@example.com"));
    expect(about).toMatchObject({ who: ximena.id, way: "workspace", source: "192.0.2.9" });
  });

  it("registers nobody when it is refused, and asks for the reason", async () => {
    const { folio } = await asked("negada@example.com", "cuenta-negada-1");
    const bare = await refuseAccount(test.plazo, at(folio), { by: ximena, reason: " " });
    expect(bare).toMatchObject({ refused: "reason-missing" });
    await refuseAccount(test.plazo, at(folio), { by: ximena, reason: "El RFC no es suyo" });
    expect(await contact("negada@example.com")).toBeUndefined();
  });

  it("is asked for once, however often the same form arrives", async () => {
    const first = await asked("doble@example.com", "cuenta-doble-1");
    const second = await asked("doble@example.com", "cuenta-doble-1");
    expect(second).toMatchObject({ folio: first.folio, repeated: true });
    const pending = await listAccounts(test.plazo, test.desk, { state: "pending" });
    expect(pending.filter(({ address }) => address === "doble@example.com")).toHaveLength(1);
  });
});

describe("what asking for an account leaves (CC-1)", () => {
  it("keeps the consent with the very text that was read, from where and when", async () => {
    const { folio } = await asked("consiente@example.com", "cuenta-consiente-1");
    const kept = await inDesk(test.plazo.db, test.desk, async (tx) => {
      const found = await readTicket(tx, folio);
      return consentsOfTicket(tx, found?.number ?? 0);
    });
    const article = test.policy.articles?.find(({ id }) => id === "aviso-de-privacidad");
    expect(kept).toEqual([
      {
        field: "aviso",
        article: "aviso-de-privacidad",
        policy: 1,
        language: "es",
        hash: Buffer.from(sha256(article?.body?.es ?? "")),
        at: Date.parse("2026-11-23T15:00:00Z"),
        address: "consiente@example.com",
        source: "192.0.2.1",
      },
    ]);
    expect(article?.body?.es.length).toBeGreaterThan(100);
  });

  it("registers the organisation with its tax data and tells who asked, once it is accepted", async () => {
    const { folio } = await asked("nueva@example.com", "cuenta-nueva-1");
    await acceptAccount(test.plazo, at(folio), { by: ximena });
    await test.work();
    const sent = test.mails("nueva@example.com").at(-1);
    expect(sent?.text).toContain("su cuenta quedó registrada");
    const found = await lookUp(test.plazo, test.desk, "nueva@example.com");
    expect(found.organisations).toMatchObject([
      { name: "ESCUELA KEMPER URGATE", rfc: "EKU9003173C9", taxRegime: "601", postalCode: "42501" },
    ]);
    expect(found.contacts).toMatchObject([{ telephones: ["+525555550177"], role: null }]);
  });

  it("hints at whoever the register knows already, and tells why one is refused", async () => {
    const { folio } = await asked("repetida@example.com", "cuenta-repetida-1");
    const client = await clientOfTicket(test.plazo, at(folio));
    if (isRefusal(client)) throw new Error(client.refused);
    expect(client.namesakes).toContainEqual(
      expect.objectContaining({ kind: "organisation", by: "rfc" }),
    );
    expect(client.namesakes.some(({ kind }) => kind === "account")).toBe(true);
    await refuseAccount(test.plazo, at(folio), { by: ximena, reason: "Ya tiene cuenta" });
    await test.work();
    expect(test.mails("repetida@example.com").at(-1)?.text).toContain("Ya tiene cuenta");
  });
});
