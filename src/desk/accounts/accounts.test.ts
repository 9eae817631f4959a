import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filingOf, openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { isRefusal } from "../../core/refusal.ts";
import { readContact } from "../../store/register.ts";
import { inDesk } from "../../store/transaction.ts";
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
