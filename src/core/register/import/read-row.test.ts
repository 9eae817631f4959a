import { describe, expect, it } from "vitest";
import { taxRegimes } from "../../cfdi/tax-regimes.ts";
import { headings, readColumns } from "./columns.ts";
import type { Column } from "./columns.ts";
import { readRow } from "./read-row.ts";

/** A row of these columns, each by the heading that our exports write. */
function row(cells: Partial<Record<Column, string>>) {
  const columns = Object.keys(cells) as Column[];
  return readRow(Object.values(cells), {
    line: 7,
    columns: readColumns(columns.map((column) => headings[column][0] ?? "")),
    reading: {
      roles: { "con-mando": { es: "Persona con mando", en: "Person in charge" } },
      endOf: (date) => Date.parse(`${date}T24:00:00Z`),
      portalKey: (portal) => portal.toLowerCase(),
    },
  });
}
const organisation = (cells: Partial<Record<Column, string>>) =>
  row({ organisation: "Uno", ...cells });
const contact = (cells: Partial<Record<Column, string>>) => row({ contact: "Ana", ...cells });
const codes = ({ findings }: ReturnType<typeof row>) =>
  findings.map(({ column, code, blocks }) => [column, code, blocks]);

describe("the headings of a file", () => {
  const all = Object.entries(headings).flatMap(([column, names]) =>
    names.map((name) => [name, column] as const),
  );

  it.each(all)("%s is %s, whatever its case, its marks and the space around it", (name, column) => {
    for (const written of [name, name.toUpperCase(), ` ${name} `, `${name}*`, `${name}:`])
      expect(readColumns([written]).at).toEqual([column]);
  });

  it("each name one column alone, and a second of the same is not read", () => {
    expect(new Set(all.map(([name]) => name)).size).toBe(all.length);
    expect(readColumns(["RFC", "", "tax id", "Color"])).toEqual({
      at: ["rfc", null, null, null],
      ignored: ["Color"],
      twice: ["tax id"],
    });
    expect(readColumns(["constructor", "toString", "__proto__"]).at).toEqual([null, null, null]);
  });
});

describe("a row of the register", () => {
  it("that says nothing is told, and keeps nothing back", () => {
    expect(row({ organisation: "", contact: " \t" })).toEqual({
      line: 7,
      organisation: null,
      contact: null,
      findings: [{ line: 7, column: null, code: "row-empty", blocks: false, facts: {} }],
    });
  });

  it("says only what its cells say", () => {
    expect(organisation({}).organisation).toEqual({ name: "Uno" });
    expect(contact({}).contact).toEqual({ name: "Ana" });
    expect(
      organisation({
        taxAddress: "Calle 1",
        plan: "oro",
        notes: "Nada",
        portals: "Sur, norte;SUR|este",
      }).organisation,
    ).toEqual({
      name: "Uno",
      taxAddress: "Calle 1",
      plan: "oro",
      notes: "Nada",
      portals: ["este", "norte", "sur"],
    });
  });

  it("without the name of what it speaks of is refused", () => {
    expect(codes(row({ organisation: "", plan: "oro" }))).toEqual([
      ["organisation", "name-missing", true],
    ]);
    expect(codes(row({ contact: "", role: "con-mando" }))).toEqual([
      ["contact", "name-missing", true],
    ]);
  });

  it("says of whom or of what it speaks, whichever cell it fills", () => {
    const ofOrganisation = [
      "rfc",
      "taxRegime",
      "postalCode",
      "taxAddress",
      "portals",
      "plan",
      "paidUntil",
      "notes",
    ] as const;
    const ofContact = [
      "addresses",
      "telephones",
      "role",
      "trained",
      "seesOrganisation",
      "language",
      "active",
    ] as const;
    for (const column of ofOrganisation)
      expect(codes(row({ [column]: "x" }))).toContainEqual(["organisation", "name-missing", true]);
    for (const column of ofContact)
      expect(codes(row({ [column]: "x" }))).toContainEqual(["contact", "name-missing", true]);
  });

  it.each<[Column, number]>([
    ["organisation", 200],
    ["taxAddress", 400],
    ["plan", 60],
    ["notes", 4_000],
    ["contact", 200],
  ])("has a %s of %i characters at most, whole ones", (column, most) => {
    const cells = (text: string) => row({ organisation: "Uno", contact: "Ana", [column]: text });
    expect(codes(cells("😀".repeat(most)))).toEqual([]);
    expect(cells("😀".repeat(most + 1)).findings).toMatchObject([
      { column, code: "too-long", blocks: true, facts: { limit: most } },
    ]);
  });

  it("is read without what our exports put before a formula, and without control characters", () => {
    expect(organisation({ notes: "'=SUM(A1)" }).organisation?.notes).toBe("=SUM(A1)");
    expect(organisation({ notes: "'+52 55" }).organisation?.notes).toBe("+52 55");
    expect(organisation({ notes: "'hola" }).organisation?.notes).toBe("'hola");
    expect(organisation({ notes: "a\u0000b" }).organisation?.notes).toBe("a b");
    expect(row({ organisation: "Uno   y\tdos" }).organisation?.name).toBe("Uno y dos");
  });
});

describe("the tax data of a row", () => {
  it("warn of an RFC that looks wrong, and refuse one that is none", () => {
    expect(organisation({ rfc: "eku-900317-3c9" })).toMatchObject({
      organisation: { rfc: "EKU9003173C9" },
      findings: [],
    });
    expect(codes(organisation({ rfc: "EKU9003173C8" }))).toEqual([["rfc", "rfc-unsound", false]]);
    expect(codes(organisation({ rfc: "XAXX010101000" }))).toEqual([["rfc", "rfc-generic", false]]);
    const none = organisation({ rfc: "EKU" });
    expect(codes(none)).toEqual([["rfc", "rfc-shape", true]]);
    expect(none.organisation).not.toHaveProperty("rfc");
  });

  it.each(taxRegimes.map(({ code, description }) => [code, description] as const))(
    "know regime %s by its code and by its name",
    (code, description) => {
      for (const written of [code, `${code} - ${description}`, description.toUpperCase()])
        expect(organisation({ taxRegime: written }).organisation?.taxRegime).toBe(code);
    },
  );

  it("refuse a regime that is none, and doubt one that is not for such a taxpayer", () => {
    for (const taxRegime of ["699", "6010", "Otro"])
      expect(codes(organisation({ taxRegime }))).toEqual([["taxRegime", "regime-unknown", true]]);
    const doubt = (rfc: string, taxRegime: string) => codes(organisation({ rfc, taxRegime }));
    expect(doubt("XAMA620210DQ5", "601")).toEqual([["taxRegime", "regime-of-companies", false]]);
    expect(doubt("EKU9003173C9", "605")).toEqual([["taxRegime", "regime-of-people", false]]);
    expect(doubt("XAXX010101000", "616").map(([, code]) => code)).toEqual(["rfc-generic"]);
  });

  it.each([
    ["06000", "06000"],
    ["6000", "06000"],
    [" 0 6000", "06000"],
  ])("keep the postal code %j as %s", (written, kept) =>
    expect(organisation({ postalCode: written }).organisation?.postalCode).toBe(kept),
  );

  it.each(["600", "060000", "0600O"])("refuse the postal code %s", (postalCode) =>
    expect(codes(organisation({ postalCode }))).toEqual([["postalCode", "postal-code", true]]),
  );
});

describe("until when support is paid", () => {
  const until = (paidUntil: string) => organisation({ paidUntil });

  it.each([
    ["2026-12-31", Date.UTC(2027, 0, 1)],
    ["31/12/2026", Date.UTC(2027, 0, 1)],
    ["1-2-2026", Date.UTC(2026, 1, 2)],
    ["2026-12-31 00:00:00", Date.UTC(2027, 0, 1)],
    ["2026-12-31T18:00:00-06:00", Date.UTC(2027, 0, 1)],
    ["sin fin", null],
    ["Sin Vencimiento", null],
    ["never", null],
  ])("%s is the last day, whole, or an instant, or without end", (written, instant) =>
    expect(until(written)).toMatchObject({ organisation: { paidUntil: instant }, findings: [] }),
  );

  it.each(["2026-02-30", "30/02/2026", "12/31/2026", "mañana", "2026"])("%s is none", (written) => {
    const read = until(written);
    expect(read.findings).toMatchObject([{ code: "date", facts: { date: written } }]);
    expect(read.organisation).not.toHaveProperty("paidUntil");
  });
});

describe("a contact of a row", () => {
  it("has addresses and telephones, each once, as the register keeps them", () => {
    expect(
      contact({
        addresses: "A@Example.com; a@example.com,b@example.com|",
        telephones: "55 5555 0100 / 55 5555 0101; +52 55 5555 0100",
      }).contact,
    ).toEqual({
      name: "Ana",
      addresses: ["a@example.com", "b@example.com"],
      telephones: ["+525555550100", "+525555550101"],
    });
    expect(codes(contact({ addresses: "no-es a@example.com", telephones: "llame" }))).toEqual([
      ["addresses", "email", true],
      ["telephones", "telephone", true],
    ]);
  });

  it("has a role by its name or by what the manual calls it", () => {
    for (const role of ["con-mando", "PERSONA CON MANDO", "person in charge"])
      expect(contact({ role }).contact?.role).toBe("con-mando");
    for (const role of ["constructor", "mando"])
      expect(codes(contact({ role }))).toEqual([["role", "role-unknown", true]]);
  });

  it.each(["trained", "seesOrganisation", "active"] as const)("is %s or not", (column) => {
    for (const yes of ["Sí", "si", "YES", "x", "1", "Verdadero"])
      expect(contact({ [column]: yes }).contact?.[column]).toBe(true);
    for (const no of ["No", "n", "FALSE", "0", "falso"])
      expect(contact({ [column]: no }).contact?.[column]).toBe(false);
    expect(codes(contact({ [column]: "quizá" }))).toEqual([[column, "yes-no", true]]);
  });

  it("reads one of two languages, and no word that every object has", () => {
    for (const [written, language] of [
      ["es", "es"],
      ["Español", "es"],
      ["English", "en"],
      ["inglés", "en"],
    ] as const)
      expect(contact({ language: written }).contact?.language).toBe(language);
    for (const language of ["fr", "constructor", "__proto__"]) {
      const read = contact({ language });
      expect(codes(read)).toEqual([["language", "language", true]]);
      expect(read.contact).toEqual({ name: "Ana" });
    }
  });

  it("has no more of anything than the register keeps", () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => `a${i}@example.com`).join(" ");
    expect(contact({ addresses: many(20) }).contact?.addresses).toHaveLength(20);
    const more = contact({ addresses: many(21) });
    expect(more.findings).toMatchObject([{ code: "too-many", facts: { limit: 20 } }]);
    expect(more.contact).toEqual({ name: "Ana" });
  });
});
