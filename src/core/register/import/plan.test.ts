import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ContactPerson, Organisation } from "../client.ts";
import { readColumns } from "./columns.ts";
import { planImport } from "./plan.ts";
import type { Held, ImportPlan } from "./plan.ts";
import { readRow } from "./read-row.ts";
import type { RowReading } from "./read-row.ts";

const reading: RowReading = {
  roles: {
    "representante-legal": { es: "El representante legal", en: "The legal representative" },
  },
  endOf: (date) => Date.parse(`${date}T24:00:00Z`),
  portalKey: (portal) => portal.toLowerCase(),
};

const nothing: Held = { organisations: [], contacts: [] };

function planOf(head: string, lines: readonly string[], held: Held = nothing): ImportPlan {
  const columns = readColumns(head.split(";"));
  const rows = lines.map((text, i) => readRow(text.split(";"), { line: i + 2, columns, reading }));
  let id = held.organisations.length + held.contacts.length;
  return planImport(rows, held, () => `id-${String((id += 1))}`);
}

/** The register as it is after a plan. */
function after(plan: ImportPlan, held: Held = nothing): Held {
  const merged = <Kept extends { readonly id: string }>(
    before: readonly Kept[],
    changes: readonly { readonly after: Kept }[],
  ): Kept[] => [
    ...new Map(
      [...before, ...changes.map((one) => one.after)].map((one) => [one.id, one]),
    ).values(),
  ];
  return {
    organisations: merged<Organisation>(held.organisations, plan.organisations),
    contacts: merged<ContactPerson>(held.contacts, plan.contacts),
  };
}

const codes = (plan: ImportPlan) =>
  plan.findings.map(({ line, column, code, blocks }) => ({ line, column, code, blocks }));

describe("a file of the register", () => {
  it("recognises its headings in both languages, whatever their accents and case", () => {
    expect(readColumns(["RAZON SOCIAL*", "R.F.C.", "Código Postal", "E-mail", "Otra"])).toEqual({
      at: ["organisation", null, "postalCode", "addresses", null],
      ignored: ["R.F.C.", "Otra"],
      twice: [],
    });
    expect(readColumns(["Legal name", "tax_regime", "Correo", "email"])).toMatchObject({
      at: ["organisation", "taxRegime", "addresses", null],
      twice: ["email"],
    });
  });

  it("puts several contacts into one organisation, and their data as the register keeps them", () => {
    const plan = planOf(
      "Razón social;RFC;Régimen;CP;Vigencia;Portal;Contacto;Correo;Teléfono;Papel",
      [
        "ESCUELA KEMPER URGATE;eku-900317-3c9;601 - General;1000;31/12/2026;Norte sur;Xavier;X@example.com x2@example.com;55 5555 0177;El Representante Legal",
        "Escuela Kémper Urgate;;;;;;Elena;elena@example.com;;",
      ],
    );
    expect(plan.findings).toEqual([]);
    expect(plan.organisations.map((one) => one.after)).toMatchObject([
      {
        rfc: "EKU9003173C9",
        taxRegime: "601",
        postalCode: "01000",
        paidUntil: Date.UTC(2027, 0, 1),
        portals: ["norte", "sur"],
      },
    ]);
    expect(plan.contacts.map((one) => one.after)).toMatchObject([
      {
        addresses: ["x@example.com", "x2@example.com"],
        telephones: ["+525555550177"],
        role: "representante-legal",
        organisation: plan.organisations[0]?.after.id,
      },
      { name: "Elena", organisation: plan.organisations[0]?.after.id },
    ]);
  });

  it("names the line and the column of what cannot be, and lets pass what only looks wrong", () => {
    const plan = planOf(
      "cliente;rfc;regimen;cp;pagado hasta;contacto;correo;telefono;papel;capacitado",
      [
        "Uno;EKU9003173C8;605;1;2026-02-30;Ana;no-es;llame;otro;quizá",
        ";EKU9003173C9;;;;;;;;",
        "Dos;XX;999;;;;solo@example.com;;;",
        ";;;;;;;;;",
      ],
    );
    expect(codes(plan)).toEqual([
      { line: 2, column: "paidUntil", code: "date", blocks: true },
      { line: 2, column: "rfc", code: "rfc-unsound", blocks: false },
      { line: 2, column: "taxRegime", code: "regime-of-people", blocks: false },
      { line: 2, column: "postalCode", code: "postal-code", blocks: true },
      { line: 2, column: "addresses", code: "email", blocks: true },
      { line: 2, column: "telephones", code: "telephone", blocks: true },
      { line: 2, column: "role", code: "role-unknown", blocks: true },
      { line: 2, column: "trained", code: "yes-no", blocks: true },
      { line: 3, column: "organisation", code: "name-missing", blocks: true },
      { line: 4, column: "rfc", code: "rfc-shape", blocks: true },
      { line: 4, column: "taxRegime", code: "regime-unknown", blocks: true },
      { line: 4, column: "contact", code: "name-missing", blocks: true },
      { line: 5, column: null, code: "row-empty", blocks: false },
    ]);
  });

  it("refuses two rows that say different things of the same", () => {
    const plan = planOf("cliente;plan;portal;contacto;correo", [
      "Uno;oro;norte;Ana;ana@example.com",
      "Uno;plata;;;",
      "Dos;;norte;Otra;ana@example.com",
    ]);
    expect(codes(plan).map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, "plan", "differs-from-line"],
      [4, "portals", "portal-of-line"],
      [4, "contact", "differs-from-line"],
      [4, "organisation", "differs-from-line"],
    ]);
  });

  it("tells two of one name and RFC apart by their portals", () => {
    const branch = (id: string, portal: string): Organisation => ({
      ...{ id, name: "Kemper", rfc: "EKU9003173C9", taxRegime: null, postalCode: null },
      ...{ taxAddress: null, plan: null, paidUntil: null, notes: null, portals: [portal] },
    });
    const held = { organisations: [branch("a", "norte"), branch("b", "sur")], contacts: [] };
    const plan = planOf("cliente;rfc;portal;plan", ["Kemper;EKU9003173C9;sur;oro"], held);
    expect(plan.organisations.map((one) => [one.after.id, one.fields])).toEqual([["b", ["plan"]]]);
  });

  it("takes no more portals, addresses or telephones of one than the register's pages do", () => {
    const many = Array.from({ length: 51 }, (_, i) => `p${i}`);
    const plan = planOf("cliente;portal;contacto;correo", [
      `Uno;${many.join(" ")};;`,
      `Dos;${many.slice(1).join(" ")};;`,
      "Dos;p50;;",
      "Dos;p51;;",
      `Tres;;Ana;${many.map((one) => `${one}@example.com`).join(" ")}`,
    ]);
    expect(codes(plan)).toEqual([
      { line: 2, column: "portals", code: "too-many", blocks: true },
      { line: 5, column: "portals", code: "too-many", blocks: true },
      { line: 6, column: "addresses", code: "too-many", blocks: true },
    ]);
  });

  it("finds the one that is meant among namesakes, and one whose RFC becomes known under it", () => {
    const one = (id: string, rfc: string | null): Organisation => ({
      ...{ id, name: "Kemper", rfc, taxRegime: null, postalCode: null, taxAddress: null },
      ...{ plan: null, paidUntil: null, notes: null, portals: [] },
    });
    const held = {
      organisations: [one("a", "EKU9003173C9"), one("b", null), one("c", null)],
      contacts: [],
    };
    const plan = planOf(
      "cliente;rfc;plan",
      ["Kemper;XAMA620210DQ5;x", "Kemper;EKU9003173C9;e", "Kemper;XIA190128J61;i", "Kemper;;i"],
      held,
    );
    expect(plan.findings).toEqual([]);
    expect(plan.organisations.map(({ after: { id, rfc, plan: own } }) => [id, rfc, own])).toEqual([
      ["b", "XAMA620210DQ5", "x"],
      ["a", "EKU9003173C9", "e"],
      ["c", "XIA190128J61", "i"],
    ]);
  });

  it("takes no longer for a row because of the namesakes before it", () => {
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const rfc = (i: number): string =>
      [i % 26, Math.floor(i / 26) % 26, Math.floor(i / 676) % 26, Math.floor(i / 17_576) % 26]
        .map((at) => letters[at])
        .join("")
        .concat("010101AB1");
    const plan = planOf(
      "cliente;rfc",
      Array.from({ length: 50_000 }, (_, i) => `Sucursal;${rfc(i)}`),
    );
    expect(plan.organisations).toHaveLength(50_000);
  }, 30_000);

  it("knows a contact without an address by their name in their organisation, held or of the file", () => {
    const head = "cliente;contacto;correo;telefono";
    const held = after(planOf(head, ["Uno;Ana;ana@example.com;", "Dos;Ana;otra@example.com;"]));
    const plan = planOf(
      head,
      ["Uno;ANA;;55 5555 0101", "Tres;Ana;;55 5555 0102", "Tres;Aná;;55 5555 0103"],
      held,
    );
    expect(
      plan.contacts.map(({ before, after: one }) => [before?.addresses ?? null, one.telephones]),
    ).toEqual([
      [["ana@example.com"], ["+525555550101"]],
      [null, ["+525555550102", "+525555550103"]],
    ]);
    expect(planOf(head, ["Uno;Ana;nueva@example.com;"], held).contacts[0]?.before).toBeNull();
  });

  it("leaves what an empty cell says nothing of, and adds to what is known", () => {
    const head = "cliente;plan;portal;contacto;correo;telefono";
    const held = after(planOf(head, ["Uno;oro;norte;Ana;ana@example.com;55 5555 0101"]));
    const plan = planOf(head, ["Uno;;sur;Ana;ana@example.com;55 5555 0102"], held);
    expect(
      plan.organisations.map(({ after: one, fields }) => [one.plan, one.portals, fields]),
    ).toEqual([["oro", ["norte", "sur"], ["portals"]]]);
    expect(plan.contacts.map(({ after: one }) => one.telephones)).toEqual([
      ["+525555550101", "+525555550102"],
    ]);
  });

  it("changes nothing when it comes again, whatever it holds", () => {
    const cell = fc.constantFrom(
      "",
      "Uno",
      "Dos",
      "dós",
      "sí",
      "601",
      "06000",
      "EKU9003173C9",
      "2026-12-31",
      "a@example.com",
      "b@example.com a@example.com",
      "55 5555 0177",
      "norte",
      "norte sur",
    );
    const head = "cliente;rfc;regimen;cp;vigencia;portal;contacto;correo;telefono;activo";
    const line = fc.array(cell, { minLength: 10, maxLength: 10 }).map((cells) => cells.join(";"));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const first = planOf(head, lines);
        fc.pre(first.findings.every(({ blocks }) => !blocks));
        const again = planOf(head, lines, after(first));
        expect(again.organisations).toEqual([]);
        expect(again.contacts).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
