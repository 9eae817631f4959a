import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  bruno,
  fileOne,
  filingOf,
  openTestDesk,
  testPolicy,
  upload,
  ximena,
} from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { isRefusal } from "../../core/refusal.ts";
import { indexSearch } from "../../jobs/index-search.ts";
import { query, statement } from "../../store/query.ts";
import { inDesk } from "../../store/transaction.ts";
import { openDesk } from "../desks/open-desk.ts";
import { assign } from "../tickets/assign.ts";
import { classify } from "../tickets/classify.ts";
import { close } from "../tickets/close.ts";
import { fileTicket } from "../tickets/file-ticket.ts";
import { note } from "../tickets/note.ts";
import { reply } from "../tickets/reply.ts";
import { schedule } from "../tickets/schedule.ts";
import { searchTickets } from "./search-tickets.ts";
import type { FoundPage, SearchWish } from "./search-tickets.ts";

let test: TestDesk;
const other = "factura-inteligente";

/** What clients wrote, under a name that the table below calls it by. */
const written: Readonly<Record<string, string>> = {
  facturación: "Error de facturación en el portal",
  factura: "No me llega la factura de octubre",
  cancelaciones: "Rechazan mis cancelaciones",
  contraseña: "Olvidé mi contraseña",
  timbrado: "El timbrado está tardando",
  pagos: "Los complementos de pago salen duplicados",
  pingüino: "El pingüino de la pantalla no se mueve",
  bajó: "El sistema se bajó dos veces",
  deberían: "Los montos deberían coincidir",
  catálogo: "El catálogo de productos no abre",
  dirección: "Cambió nuestra dirección fiscal",
  code: "El SAT contesta CFDI40147 al enviar",
  uuid: "Cancelar ad662d33-6934-459c-a128-bdf0393f0f44 por favor",
  rfc: "El receptor P&Ñ010101AB1 no aparece",
  order: "Falta el pedido OC-4500123",
  telephone: "Llámenme al 55 5555 0142",
};
const folios = new Map<string, string>();

beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-23T15:00:00Z");
  let n = 0;
  for (const [name, descripcion] of Object.entries(written)) {
    const fields = {
      ...{ descripcion, quien: "EKU9003173C9", tipo: "contrasena" },
      correo: `cliente.${(n += 1)}@example.com`,
    };
    const filed = await fileOne(test, { fields, source: `192.0.2.${n}` });
    folios.set(name, filed.folio);
    test.time.advance(60_000);
  }
  await openDesk(test.plazo, { policy: await testPolicy(other), source: "" });
  const fields = { descripcion: "Error de facturación CFDI40147", correo: "ajeno@example.com" };
  const theirs = await fileTicket(
    test.plazo,
    other,
    filingOf({ form: "compra", fields, portal: null }),
  );
  if (isRefusal(theirs)) throw new Error(theirs.refused);
  await index();
});
afterAll(() => test.close());

async function index(): Promise<void> {
  const { faults } = await indexSearch(test.plazo);
  if (faults[0] !== undefined) throw faults[0];
}

async function find(
  q: string,
  differs: Partial<SearchWish> = {},
  desk = test.desk,
): Promise<FoundPage> {
  const page = await searchTickets(test.plazo, desk, { q, me: ximena.id, limit: 50, ...differs });
  if (isRefusal(page)) throw new Error(page.refused);
  return page;
}

const nameOf = (folio: string): string =>
  [...folios].find(([, one]) => one === folio)?.[0] ?? folio;

async function names(q: string, differs: Partial<SearchWish> = {}): Promise<string[]> {
  const { tickets } = await find(q, differs);
  return tickets.map(({ row }) => nameOf(row.folio));
}

describe("Spanish words", () => {
  it.each([
    // Accents or not, and stems of a family.
    ["facturación", "facturación"],
    ["facturacion", "facturación"],
    ["factura", "facturación"],
    ["facturas", "facturación"],
    ["facturar", "factura"],
    ["FACTURACIÓN", "factura"],
    ["cancelacion", "cancelaciones"],
    ["cancelación", "cancelaciones"],
    ["cancelar", "cancelaciones"],
    ["contrasena", "contraseña"],
    ["contraseñas", "contraseña"],
    ["pago", "pagos"],
    ["complemento", "pagos"],
    ["pinguino", "pingüino"],
    ["pingüinos", "pingüino"],
    ["debería", "deberían"],
    ["deberian", "deberían"],
    ["catalogos", "catálogo"],
    ["direccion", "dirección"],
    ["direcciones", "dirección"],
    // While it is typed, past its stem.
    ["fac", "facturación"],
    ["facturaci", "facturación"],
    ["timbr", "timbrado"],
    ["contrase", "contraseña"],
    // Several, in any order; a phrase; what the client wrote and who they are.
    ["portal factura", "facturación"],
    ["octubre factura", "factura"],
    ['"factura de octubre"', "factura"],
    ["de octubre", "factura"],
  ])("%s finds «%s»", async (q, name) => {
    expect(await names(q)).toContain(name);
  });

  it.each([
    ["factura octubre", "facturación"],
    ["facturas", "timbrado"],
    ['"octubre factura"', "factura"],
    ["factura -octubre", "factura"],
    ["paga ", "dirección"],
    ["pagina", "pagos"],
    ["casa", "cancelaciones"],
  ])("%s does not find «%s»", async (q, name) => {
    expect(await names(q)).not.toContain(name);
  });

  it("marks the words that were found, in whichever form, and nothing else", async () => {
    const { tickets } = await find("facturas portal");
    const [found] = tickets.filter(({ row }) => row.folio === folios.get("facturación"));
    const said = found?.found?.excerpt ?? found?.subject ?? [];
    expect(said.filter(({ marked }) => marked).map(({ text }) => text)).toEqual([
      "facturación",
      "portal",
    ]);
  });
});

describe("identifiers", () => {
  it.each([
    ["CFDI40147", "code"],
    ["cfdi401", "code"],
    ["AD662D33-6934", "uuid"],
    ["P&Ñ0101", "rfc"],
    ["p&ñ010101ab1", "rfc"],
    ["OC-4500", "order"],
    ["5555550142", "telephone"],
    ["+52 55 5555 01", "telephone"],
    ["555555", "telephone"],
  ])("%s finds «%s»", async (q, name) => {
    expect(await names(q)).toContain(name);
  });

  it("find a ticket by each of them and by any beginning of three characters or more, before others", async () => {
    const [folio = ""] = [...folios.values()];
    const known = [
      "cliente.1@example.com",
      "CFDI40147",
      "ad662d33-6934-459c-a128-bdf0393f0f44",
      "OC-4500123",
      "P&Ñ010101AB1",
    ];
    const owners = ["facturación", "code", "uuid", "order", "rfc"];
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (which, cut) => {
        const identifier = known[which % known.length] ?? "";
        const length = 3 + (cut % (identifier.length - 2));
        expect(await names(identifier.slice(0, length))).toContain(owners[which % known.length]);
      }),
      { numRuns: 40 },
    );
    expect((await find(folio)).tickets[0]?.row.folio).toBe(folio);
    expect((await find(folio.replace(/\D/gu, ""))).tickets[0]?.row.folio).toBe(folio);
  });

  it("a folio is found as soon as there is one, before the words are read", async () => {
    const { folio } = await fileOne(test);
    expect((await find(folio)).tickets.map(({ row }) => row.folio)).toContain(folio);
    expect(await names("entrar ayer")).not.toContain(folio);
    await index();
    expect(await names("entrar ayer")).toContain(folio);
  });
});

describe("what is said later", () => {
  it("is found in messages, notes and names of files, and says where", async () => {
    const { folio } = await fileOne(test, {
      fields: { ...filingOf().fields, correo: "otra@example.com" },
    });
    const place = { desk: test.desk, folio };
    await reply(test.plazo, place, {
      by: ximena,
      text: "Reinicie el ventilador, por favor.",
      progress: false,
    });
    await note(test.plazo, place, { by: bruno, text: "Sospecho del murciélago." });
    await index();
    const where = async (q: string) =>
      (await find(q)).tickets.find(({ row }) => row.folio === folio)?.found;
    expect(await where("ventiladores")).toMatchObject({ kind: "message" });
    expect((await where("ventiladores"))?.excerpt?.map(({ text }) => text).join("")).toBe(
      "Reinicie el ventilador, por favor.",
    );
    expect(await where("murcielagos")).toMatchObject({ kind: "note" });
    const session = "sesion-de-archivos-0123456789";
    const kept = await upload(test, { session, name: "Acuse_Zapoteca-77.txt", content: "hola" });
    if (isRefusal(kept)) throw new Error(kept.refused);
    const withFile = await fileOne(test, { uploads: [kept], submission: session });
    await index();
    for (const q of ["zapoteca", "Acuse_Zap", "archivo:zapo", "acuse 77"])
      expect([q, await names(q)]).toEqual([q, expect.arrayContaining([withFile.folio])]);
  });
});

describe("filters", () => {
  it("narrow by state, assignee, severity, channel and date, with words or alone", async () => {
    const at = (name: string) => ({ desk: test.desk, folio: folios.get(name) ?? "" });
    await assign(test.plazo, at("timbrado"), { by: ximena, to: { id: ximena.id, name: "Ximena" } });
    await classify(test.plazo, at("catálogo"), { by: ximena, severity: "critico" });
    await close(test.plazo, at("bajó"), { by: ximena, reason: "spam" });
    await index();
    expect(await names("asignado:yo")).toEqual(["timbrado"]);
    expect(await names("asignado:nadie timbrado")).toEqual([]);
    expect(await names("severidad:crit")).toEqual(["catálogo"]);
    expect(await names("estado:cerrado")).toEqual(["bajó"]);
    expect(await names("estado:abierto sistema")).not.toContain("bajó");
    expect(await names("-estado:cerrado sistema")).not.toContain("bajó");
    expect((await names("de:formulario factura")).length).toBeGreaterThan(0);
    expect(await names("factura antes:2026-11-23")).toEqual([]);
    expect((await names("factura despues:2026-11-23")).length).toBeGreaterThan(0);
    expect(await names("cfdi40147 estado:cerrado")).toEqual([]);
    expect(await names("estado:inexistente")).toEqual([]);
  });
});

describe("whoever looks", () => {
  it("finds nothing of another desk, by whatever it is looked for", async () => {
    const here = await find("facturación");
    expect(here.tickets.map(({ row }) => row.requester.address)).not.toContain("ajeno@example.com");
    expect((await find("ajeno@example.com")).tickets).toEqual([]);
    expect((await find("CFDI40147")).tickets).toHaveLength(1);
    expect((await find("CFDI40147", {}, other)).tickets).toHaveLength(1);
    expect((await find("contraseña", {}, other)).tickets).toEqual([]);
  });

  it("is not given another desk's tickets by the function that steps over the wall, even asked for its marks", async () => {
    const over = statement(
      "test.over-the-wall",
      `select number from search_tickets('[{"text":"factura","not":false,"unfinished":false}]', $1::tsquery, null, null, null, now(), 50)`,
    );
    const own = await inDesk(test.plazo.db, other, (tx) => query(tx, over, [""]));
    expect(own).toHaveLength(1);
    const foreign = await inDesk(test.plazo.db, other, (tx) =>
      query(tx, over, [`'@d/${test.desk}'`]),
    );
    expect(foreign).toEqual([]);
    const stranger = await inDesk(test.plazo.db, "nobody", (tx) => query(tx, over, [""]));
    expect(stranger).toEqual([]);
  });

  it("finds only what is assigned to them where they see nothing else (FI-1)", async () => {
    expect(await names("timbrado", { seenBy: ximena.id })).toEqual(["timbrado"]);
    expect(await names("timbrado", { seenBy: bruno.id })).toEqual([]);
    expect(await names(folios.get("timbrado") ?? "", { seenBy: bruno.id })).toEqual([]);
    expect(await names("CFDI40147", { seenBy: bruno.id })).toEqual([]);
  });
});

describe("lists", () => {
  it("have beside the words what they narrow by, of the open tickets as they are; what was put off is back when its time comes, with no event", async () => {
    const folio = folios.get("pagos") ?? "";
    const until = test.time.read() + 120_000;
    const done = await schedule(test.plazo, { desk: test.desk, folio }, { by: ximena, until });
    if (isRefusal(done)) throw new Error(done.refused);
    await index();
    expect(await names("complemento estado:programado")).toEqual(["pagos"]);
    await test.passTo(until);
    const kept = `number, seq, severity, level, state, progress, assignee_id, breached, category, urgency, sorts_at, updated_at, subject_folded`;
    const same = statement(
      "test.kept-for-lists",
      `select (select count(*)::integer from ticket where desk_id = $1 and closed_at is null) as open,
              (select count(*)::integer from search_open where desk_id = $1) as kept,
              (select count(*)::integer from (select ${kept} from search_open where desk_id = $1
                 except select ${kept} from ticket where desk_id = $1 and closed_at is null) other) as other`,
    );
    await index();
    const [counted] = await inDesk(test.plazo.db, test.desk, (tx) =>
      query<{ open: number; kept: number; other: number }>(tx, same, [test.desk]),
    );
    expect(counted?.open).toBeGreaterThan(5);
    expect(counted).toEqual({ open: counted?.open, kept: counted?.open, other: 0 });
    expect(await names("complemento estado:programado")).toEqual([]);
  });
});

describe("pages", () => {
  it("go on where the one before ended, and no ticket is in two", async () => {
    const seen: string[] = [];
    let skip: number | null = 0;
    while (skip !== null) {
      const page: FoundPage = await find("example.com cliente", { limit: 4, skip });
      seen.push(...page.tickets.map(({ row }) => row.folio));
      skip = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await find("example.com cliente")).tickets.length);
    expect(seen.length).toBeGreaterThan(4);
  });
});

describe("whatever is written", () => {
  it("is answered", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 40 }), async (q) => {
        const { tickets } = await find(q);
        for (const { subject, row } of tickets)
          expect(subject.map(({ text }) => text).join("")).toBe(row.subject.normalize("NFC"));
      }),
      { numRuns: 60 },
    );
    for (const q of [
      "'",
      "\\",
      "a & b | !c",
      ":*",
      "estado:'",
      "archivo:\\",
      "<->",
      "de la",
      "\u0000x",
      "a\\",
      "ruta C:\\facturas",
      "o'brien\\x",
      "desde:0000-01-01 factura",
      "antes:9999-12-31 factura",
    ])
      await find(q);
  });

  it("hides no ticket from searches, however a client writes it", async () => {
    const hostile = [
      // Six characters that JSON would write for U+0000.
      "un escape \\u0000 escrito tal cual",
      // What is read ends in the middle of a character of two units.
      `${"x".repeat(19_999)}😀 final`,
      `${"😀".repeat(10_001)} final`,
      `a${"𝐀".repeat(80)}@example.com`,
      `${"a".repeat(5_000)} ${"ñ".repeat(4_000)}`,
      "'; \\' :* <-> & | !",
      Array.from({ length: 9_000 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join(" "),
    ];
    const filed: string[] = [];
    for (const [n, text] of hostile.entries()) {
      const ticket = await fileOne(test, {
        fields: { ...filingOf().fields, correo: `hostil.${n}@example.com` },
        source: `198.51.100.${n}`,
      });
      const place = { desk: test.desk, folio: ticket.folio };
      const noted = await note(test.plazo, place, { by: bruno, text });
      if (isRefusal(noted)) throw new Error(`${n} ${noted.refused}`);
      filed.push(ticket.folio);
    }
    await index();
    for (const [n, folio] of filed.entries())
      expect((await find(`hostil.${n}@example.com`)).tickets[0]?.row.folio).toBe(folio);
    expect(await names("escape escrito")).toContain(filed[0]);
  });
});
