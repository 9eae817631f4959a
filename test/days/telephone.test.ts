import { afterEach, describe, expect, it } from "vitest";
import { openTestApi } from "../kit/api.ts";
import type { TestApi } from "../kit/api.ts";
import { openTestDesk, upload } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";

// Whole days at the telephone, through the API, with a clock that is driven.
let test: TestDesk;
let api: TestApi;
let agent: string;
let exchange: string;
afterEach(async () => {
  await api.close();
  await test.close();
});

async function open(pack: string, start: string): Promise<void> {
  test = await openTestDesk(pack, start);
  api = openTestApi(test);
  agent = await api.person("Ximena", "agent");
  exchange = await api.program("Asterisk", ["calls:write"]);
}

interface Answered {
  readonly id: string;
  readonly state: string;
  readonly callBack: number | null;
  readonly phone: {
    readonly open: boolean;
    readonly opensAt: number | null;
    readonly clause: readonly string[];
    readonly say: { readonly es: string };
  };
}

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1);

let calls = 0;
async function rings(from: string, event = "missed"): Promise<Answered> {
  calls += 1;
  const body = { call: `call-${calls}`, event, direction: "in", from, to: "0212 555 0130" };
  const { status, said } = await api.ask("/calls", { as: exchange, body });
  expect(status, JSON.stringify(said)).toBe(200);
  return said;
}

async function take(body: object): Promise<string> {
  const { status, said } = await api.ask("/tickets", { as: agent, body });
  expect(status, JSON.stringify(said)).toBe(200);
  return said.folio;
}

async function act(folio: string, name: string, body: object): Promise<void> {
  const { status, said } = await api.ask(`/tickets/${folio}/${name}`, { as: agent, body });
  expect(status, JSON.stringify(said)).toBe(200);
}

/** A case with the screen that its module asks for. */
async function takeCase(more: object = {}): Promise<string> {
  const session = `sesion-${calls}-0123456789abcdef`;
  const file = { session, name: "pantalla.png", content: png, field: "pantalla" };
  const kept = await upload(test, file);
  if (!("id" in kept)) throw new Error(JSON.stringify(kept));
  const uploads = { session, files: [{ id: kept.id, field: "pantalla" }] };
  return take({ ...aCase, ...more, uploads });
}

const instant = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString();

const aCase = {
  form: "caso",
  channel: "mail",
  fields: {
    modulo: "procesos",
    caso: "No abre el cierre de caja",
    asunto: "PROCESOS, No abre el cierre de caja",
    descripcion: "Lo intenté tres veces.",
    ruta: "Procesos > Cierre",
    quien: "Club de Prueba",
    correo: "socio@example.com",
    telefono: "0212 555 0177",
    capacitado: "yes",
  },
};
const theirs = "+58 212 555 0177";

describe("a desk that asks not to be called (RD-3, RD-13, RD-15)", () => {
  it("owes a call from 24 hours without an answer on, and says from when before", async () => {
    // Friday at ten in the morning, in Caracas.
    await open("erp-clubes", "2026-11-20T14:00:00Z");
    const nobody = await rings("+58 212 555 0199");
    expect(nobody).toMatchObject({ callBack: null, phone: { open: false, opensAt: null } });
    expect(nobody.phone.clause).toEqual(["RD-3", "RD-13", "RD-15"]);
    const folio = await takeCase();
    const early = await rings(theirs);
    expect(early).toMatchObject({ callBack: null, phone: { open: false } });
    expect(instant(early.phone.opensAt)).toBe("2026-11-21T14:00:00.000Z");
    expect(early.phone.say.es).toContain("sábado 21 de noviembre, 10:00");

    await test.passTo("2026-11-21T14:00:01Z");
    const late = await rings(theirs);
    // Saturday: called back as soon as the office opens on Monday at nine.
    expect(instant(late.callBack)).toBe("2026-11-23T13:00:00.000Z");
    const due = await api.ask("/calls-due", { as: agent });
    expect(due.said.missed).toMatchObject([{ id: late.id, folio }]);
    const count = await api.ask("/call-now", { as: agent });
    expect(count.said.due).toBe(1);
  });

  it("owes a call on a ground of urgency, and none once an agent refused it", async () => {
    await open("erp-clubes", "2026-11-20T14:00:00Z");
    const folio = await takeCase({ urgency: "plataforma" });
    const urgent = await rings(theirs);
    expect(urgent).toMatchObject({ phone: { open: true }, callBack: test.time.read() });
    await act(folio, "refuse-urgency", { reason: "La plataforma responde" });
    const refused = await rings(theirs);
    expect(refused).toMatchObject({ phone: { open: false }, callBack: null });
  });
});

describe("a client who telephoned (CC-4, CC-11)", () => {
  it("is read the number and the promise, called back, called again, and mailed", async () => {
    // Friday, 17:00 in Mexico City: two hours of service are left.
    await open("cfd-connect", "2026-11-20T23:00:00Z");
    const call = {
      id: crypto.randomUUID(),
      direction: "in",
      number: "55 5555 0188",
      who: "Xavier",
    };
    const body = {
      form: "soporte",
      channel: "phone",
      fields: {
        tipo: "duda",
        descripcion: "¿Cómo cancelo?",
        quien: "EKU9003173C9",
        correo: "cliente@example.com",
        telefono: "55 5555 0188",
      },
      call,
    };
    const taken = await api.ask("/tickets", { as: agent, body });
    const { folio, aloud } = taken.said;
    expect(folio).toBe("CC-1");
    expect(aloud[0]).toBe("Su número es: C C guion 1.");
    expect(aloud[1]).toContain("Nos pondremos en contacto con usted a más tardar el");
    const [kept] = (await api.ask("/calls", { as: agent })).said.calls;
    expect(kept).toMatchObject({ id: call.id, folio, outcome: "spoke", who: "Xavier" });

    await act(folio, "solve", { cause: "No conocía la opción", remedy: "Menú, Cancelar" });
    const dues = async () => (await api.ask("/calls-due", { as: agent })).said.tickets;
    expect(await dues()).toMatchObject([
      { folio, turn: 0, after: null, numbers: ["55 5555 0188"], cause: "No conocía la opción" },
    ]);
    await test.passTo("2026-11-21T00:45:00Z");
    await act(folio, "log-call", { outcome: "no-answer", text: "No contestó." });
    const [second] = await dues();
    expect(second).toMatchObject({ turn: 1, clause: ["CC-11"] });
    expect(instant(second.due)).toBe("2026-11-23T15:15:00.000Z");
    expect(instant(second.after)).toBe("2026-11-21T00:45:00.000Z");

    await test.passTo("2026-11-23T15:15:01Z");
    expect(test.mails("cliente@example.com")).toEqual([]);
    await act(folio, "log-call", { outcome: "left-message", text: "Se dejó recado." });
    await test.work();
    expect(await dues()).toEqual([]);
    const [mail] = test.mails("cliente@example.com");
    expect(mail?.text).toContain("Menú, Cancelar");
  });

  it("is called twice where they were missed, and no third time", async () => {
    await open("cfd-connect", "2026-11-20T16:00:00Z");
    const { id, callBack } = await rings("55 5555 0190", "voicemail");
    expect(callBack).toBe(test.time.read());
    const tried = (outcome: string) =>
      api.ask(`/calls/${id}/tried`, { as: agent, body: { outcome } });
    const first = await tried("no-answer");
    expect(first.said.owed).toEqual({
      due: Date.UTC(2026, 10, 20, 16, 30),
      attempts: 1,
      settled: null,
    });
    await test.passTo("2026-11-20T16:30:00Z");
    expect((await tried("left-message")).said.owed).toMatchObject({
      attempts: 2,
      settled: "not-reached",
    });
  });
});
