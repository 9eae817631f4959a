import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOne, openTestDesk } from "../../../../test/kit/desk.ts";
import type { TestDesk } from "../../../../test/kit/desk.ts";
import { wholeDesk } from "../../../../test/kit/whole-desk.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { inDesk } from "../../../store/transaction.ts";
import { auditBefore } from "../../../store/audit.ts";
import { readContact } from "../../../store/register.ts";
import { byItself } from "../by.ts";
import { setPortalOwner } from "../portal-owners.ts";
import { exportRegister } from "./export-register.ts";
import { importRegister } from "./import-register.ts";
import type { Imported } from "./import-register.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T15:00:00Z");
});
afterAll(() => test.close());

async function take(file: string | Uint8Array, write = true): Promise<Imported> {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  const done = await importRegister(test.plazo, test.desk, { bytes, write, by: byItself });
  if (isRefusal(done)) throw new Error(done.refused);
  return done;
}

const counted = ({ plan, errors, written }: Imported) => ({
  written,
  errors,
  organisations: plan.organisations.length,
  contacts: plan.contacts.length,
});

const file = [
  "Razón social;RFC;Régimen fiscal;Código postal;Portal;Pagado hasta;Contacto;Correo;Teléfono",
  'ESCUELA KEMPER URGATE;EKU9003173C9;601;42501;kemper;2027-12-31;"Ávila; Xavier";avila@example.com;55 5555 0177',
  "ESCUELA KEMPER URGATE;;;;;;Elena;elena@example.com;+52 222 555 0100",
  '"UNA EMPRESA ""X""";;;;;;;;',
].join("\r\n");

describe("a file of the register", () => {
  it("is told before it is written, and the telling changes nothing", async () => {
    const before = await wholeDesk(test);
    expect(counted(await take(file, false))).toEqual({
      ...{ written: false, errors: 0 },
      ...{ organisations: 2, contacts: 2 },
    });
    expect(await wholeDesk(test)).toEqual(before);
  });

  it("is written whole, told of in the audit, and changes nothing when it comes again", async () => {
    expect(counted(await take(file))).toMatchObject({
      written: true,
      organisations: 2,
      contacts: 2,
    });
    const known = await inDesk(test.plazo.db, test.desk, (tx) =>
      readContact(tx, "avila@example.com"),
    );
    expect(known).toMatchObject({ name: "Ávila; Xavier", organisation: "ESCUELA KEMPER URGATE" });
    const told = await inDesk(test.plazo.db, test.desk, (tx) =>
      auditBefore(tx, { before: null, limit: 10 }),
    );
    expect(told.map(({ action }) => action).toSorted()).toEqual([
      "contact.add",
      "contact.add",
      "organisation.add",
      "organisation.add",
    ]);
    const before = await wholeDesk(test);
    expect(counted(await take(file))).toMatchObject({ organisations: 0, contacts: 0 });
    expect(await wholeDesk(test)).toEqual(before);
  });

  it.each([
    ["UTF-8 with its mark", Buffer.from(`\u{FEFF}${file}`, "utf8")],
    ["Windows-1252", Buffer.from(file, "latin1")],
    ["UTF-16", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(file, "utf16le")])],
    [
      "commas",
      Buffer.from(
        file.replaceAll("Ávila; Xavier", "@").replaceAll(";", ",").replace("@", "Ávila; Xavier"),
      ),
    ],
  ])("is read in %s", async (_how, bytes) => {
    expect(counted(await take(bytes))).toMatchObject({ errors: 0, organisations: 0, contacts: 0 });
  });

  it("writes nothing where one row is wrong, and says which", async () => {
    const before = await wholeDesk(test);
    const wrong = await take(
      `cliente,correo,contacto\nNueva,,\n"otra\nlínea",ana@example.com,Ana\nMás,no,Luz\n`,
    );
    expect(counted(wrong)).toMatchObject({ written: false, errors: 1 });
    expect(wrong.plan.findings).toMatchObject([{ line: 5, column: "addresses", code: "email" }]);
    expect(await wholeDesk(test)).toEqual(before);
    const open = await take('cliente\nUna\n"sin cerrar\n');
    expect(open.plan.findings.at(-1)).toMatchObject({ code: "quotes", blocks: true });
  });

  it.each([
    [
      "files of two encodings are joined",
      Buffer.concat([
        Buffer.from("cliente;notas\r\nCompañía unida;ñandú 🙂\r\n", "utf8"),
        Buffer.from("Peña unida;año\r\n", "latin1"),
      ]),
      ["Compañía unida", "Peña unida"],
    ],
    [
      "its first line names the separator",
      Buffer.from("sep=;\r\nCliente;Notas\r\nÑandú, uno;a,b\r\n", "latin1"),
      ["Ñandú, uno"],
    ],
  ])("is read where %s", async (_, bytes, names) => {
    const done = await take(bytes, false);
    expect(done.plan.findings).toEqual([]);
    expect(done.plan.organisations.map(({ after }) => after.name)).toEqual(names);
  });

  it("says at which line a row begins whose quotes are wrong, whatever stands before the headings", async () => {
    const wrong = ["sep=;", "Cliente;Notas", "Uno;a", '"Dos";"sin cerrar', "Tres;b", ""].join(
      "\r\n",
    );
    const { plan } = await take(wrong, false);
    expect(plan.findings).toEqual([
      { line: 4, column: null, code: "quotes", blocks: true, facts: {} },
    ]);
    const inside = 'Cliente;Notas\r\n"Uno\r\ndos";=A("x")\r\n';
    expect((await take(inside, false)).plan.findings).toMatchObject([{ line: 2, code: "quotes" }]);
  });

  it("lets others be seen to while a large one is read", async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `Grande ${i};Ana ${i};g${i}@example.com`);
    let longest = 0;
    let last = performance.now();
    const clock = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const done = await take(["cliente;contacto;correo", ...rows].join("\n"), false);
    clearInterval(clock);
    expect(done.plan.contacts).toHaveLength(20_000);
    expect(longest).toBeLessThan(500);
  }, 60_000);

  it("refuses what is no such file", async () => {
    const refused = async (bytes: Uint8Array) => {
      const done = await importRegister(test.plazo, test.desk, {
        bytes,
        write: true,
        by: byItself,
      });
      return isRefusal(done) ? done.refused : "taken";
    };
    expect(await refused(new Uint8Array(0))).toBe("import-not-csv");
    expect(await refused(new Uint8Array([0, 1, 2, 3]))).toBe("import-not-csv");
    expect(await refused(Buffer.from("una,otra\n1,2\n"))).toBe("import-no-columns");
    expect(await refused(Buffer.from(`cliente\n${"a\n".repeat(50_001)}`))).toBe("import-too-many");
    expect(await refused(new Uint8Array(20 * 1024 * 1024 + 1))).toBe("import-too-large");
  });

  it("admits what was held for a support that it renews (HB-1)", async () => {
    const { plazo, desk } = test;
    const unpaid = { portal: "vencida", organisation: "Vencida", rfc: null, plan: null };
    await setPortalOwner(plazo, desk, { ...unpaid, paidUntil: Date.UTC(2026, 0, 1) });
    const { folio, ticket } = await fileOne(test, { portal: "vencida.hib2b.example.com" });
    expect(ticket.held).not.toBeNull();
    const renewed = await take("cliente,vigencia\nVencida,31/12/2027\n");
    expect(renewed.admitted).toEqual([folio]);
  });

  it("takes back what the desk took out, without a change and without a formula", async () => {
    await take('cliente,notas,contacto\n"=1+1","@SUM(A1)",-Ana\n');
    const lines = await exportRegister(test.plazo, test.desk, { language: "en", by: byItself });
    if (isRefusal(lines)) throw new Error(lines.refused);
    const text = lines.join("");
    expect(text).toContain(`"'=1+1"`);
    expect(text).not.toMatch(/(?:^|,)"[=+\-@]/mu);
    const again = await take(text);
    expect(counted(again)).toMatchObject({ errors: 0, organisations: 0, contacts: 0 });
  });
});
