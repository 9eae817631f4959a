import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal } from "../../src/core/refusal.ts";
import { assign } from "../../src/desk/tickets/assign.ts";
import { fileTicket } from "../../src/desk/tickets/file-ticket.ts";
import { ticketForStaff } from "../../src/desk/tickets/for-staff.ts";
import { logCall } from "../../src/desk/tickets/log-call.ts";
import { queue } from "../../src/desk/tickets/queue.ts";
import { solve } from "../../src/desk/tickets/solve.ts";
import { filingOf, openTestDesk, ximena } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";

let test: TestDesk;
beforeAll(async () => {
  // Friday 20 November 2026, 18:00 in Mexico City: an hour of service is left.
  test = await openTestDesk("cfd-connect", "2026-11-21T00:00:00Z");
});
afterAll(() => test.close());

const client = "cliente@example.com";

describe("a client who telephoned and is not there (CC-4, CC-11)", () => {
  it("is called, called again after half an hour of service, and mailed in the end", async () => {
    const filed = await fileTicket(test.plazo, test.desk, {
      ...filingOf({ form: "soporte", portal: null, submission: "llamada-1" }),
      channel: "phone",
      by: ximena,
      fields: {
        tipo: "duda",
        descripcion: "¿Cómo cancelo?",
        quien: "EKU9003173C9",
        correo: client,
        telefono: "55 5555 0199",
      },
    });
    if (!("folio" in filed)) throw new Error(JSON.stringify(filed));
    const place = { desk: test.desk, folio: filed.folio };
    await test.work();
    expect(test.mails(client), "the number is told by the same channel: aloud").toEqual([]);

    await assign(test.plazo, place, { by: ximena, to: { id: ximena.id, name: ximena.name } });
    const solution = { cause: "No conocía la opción", remedy: "Consulta de CFDI, Cancelar" };
    const solved = await solve(test.plazo, place, { by: ximena, ...solution });
    expect(isRefusal(solved)).toBe(false);
    await test.work();
    expect(test.mails(client)).toEqual([]);
    const { rows } = await queue(test.plazo, test.desk, { filter: {} });
    expect(rows.find(({ folio }) => folio === filed.folio)?.due).toMatchObject({
      clock: "call-back",
      kind: "limit",
    });

    await test.passTo("2026-11-21T00:45:00Z");
    const missed = { by: ximena, text: "No contesta", outcome: "no-answer" } as const;
    await logCall(test.plazo, place, missed);
    await test.passTo("2026-11-23T15:14:59Z");
    expect(await callsDue(place)).toHaveLength(1);
    await test.passTo("2026-11-23T15:15:01Z");
    expect(await callsDue(place)).toEqual(["2026-11-21T00:00:00.000Z", "2026-11-23T15:15:00.000Z"]);

    await logCall(test.plazo, place, { ...missed, outcome: "left-message" });
    await test.work();
    const mails = test.mails(client);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain("No conocía la opción");
    expect(mails[0]?.text).toContain("Consulta de CFDI, Cancelar");
    const view = await ticketForStaff(test.plazo, place);
    if (isRefusal(view)) throw new Error("the ticket is there");
    expect(view.ticket).toMatchObject({ awaiting: "confirmation", solution: { told: true } });
  });

  it("leaves a number and no address: called, and told when they are reached", async () => {
    const filed = await fileTicket(test.plazo, test.desk, {
      ...filingOf({ form: "soporte", portal: null, submission: "llamada-2" }),
      channel: "phone",
      by: ximena,
      fields: {
        tipo: "duda",
        descripcion: "¿Dónde descargo?",
        quien: "EKU9003173C9",
        telefono: "55 5555 0198",
      },
    });
    if (!("folio" in filed)) throw new Error(JSON.stringify(filed));
    const place = { desk: test.desk, folio: filed.folio };
    const before = test.mails().length;
    await solve(test.plazo, place, { by: ximena, cause: "No la veía", remedy: "Menú, Descargas" });
    const missed = { by: ximena, text: "No contesta", outcome: "no-answer" } as const;
    await logCall(test.plazo, place, missed);
    await test.passTo("2026-11-25T18:00:00Z");
    await logCall(test.plazo, place, missed);
    await test.passTo("2026-11-27T18:00:00Z");
    expect(test.mails().length).toBe(before);
    const view = await ticketForStaff(test.plazo, place);
    if (isRefusal(view)) throw new Error("the ticket is there");
    expect(view.ticket.solution).toMatchObject({ told: false });
    expect(view.ticket.closed).toBeNull();
    await logCall(test.plazo, place, { by: ximena, text: "Se le explicó", outcome: "spoke" });
    const told = await ticketForStaff(test.plazo, place);
    if (isRefusal(told)) throw new Error("the ticket is there");
    expect(told.ticket).toMatchObject({ awaiting: "confirmation", solution: { told: true } });
  });
});

/** When calls fell due, as time recorded it. */
async function callsDue(place: {
  readonly desk: string;
  readonly folio: string;
}): Promise<string[]> {
  const view = await ticketForStaff(test.plazo, place);
  if (isRefusal(view)) throw new Error("the ticket is there");
  return view.events
    .filter(({ fact }) => fact.type === "call-due")
    .map(({ at }) => new Date(at).toISOString());
}
