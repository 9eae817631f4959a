import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { browse, filledIn } from "../../../test/kit/browse.ts";
import type { Browser, Page } from "../../../test/kit/browse.ts";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { noteInvoices } from "../../desk/invoices/note-invoices.ts";
import { queryOne, statement } from "../../store/query.ts";
import { inDesk } from "../../store/transaction.ts";

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  desk = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
  browser = browse(desk);
});
afterAll(() => desk.close());

const right = {
  tipo: "contrasena",
  descripcion: "No puedo entrar al portal desde ayer.",
  quien: "EKU9003173C9",
  correo: "proveedor@example.com",
};
const xml = (): File =>
  new File(
    [
      '<?xml version="1.0"?><cfdi:Comprobante xmlns:cfdi="http://www.sat.gob.mx/cfd/4" Version="4.0"/>',
    ],
    "factura.xml",
    { type: "text/xml" },
  );
const stamped = readFileSync(
  new URL("../../../test/corpus/cfdi/good/ingreso.xml", import.meta.url),
  "utf8",
);
const path = "/d/hib2b/ayuda";

async function newest(): Promise<{ readonly folio: string; readonly number: number }> {
  return inDesk(desk.plazo.db, desk.desk, async (tx) => {
    const row = await queryOne<{ folio: string; number: number }>(
      tx,
      statement("test.newest", "select folio, number from ticket order by number desc limit 1"),
      [],
    );
    if (row === undefined) throw new Error("no ticket");
    return row;
  });
}

async function send(
  answers: Readonly<Record<string, string>>,
  files: Parameters<typeof filledIn>[2] = [],
): Promise<Page> {
  return browser.post(path, filledIn(await browser.get(path), answers, files));
}

it("the same invoice in an open ticket of the same person is offered there first, and of nobody else", async () => {
  const invoice = (): File => new File([stamped], "factura.xml", { type: "text/xml" });
  const own = { ...right, correo: "mismo-cfdi@example.com", quien: "EKU9003173C9" };
  const first = await send(own, [["adjuntos", invoice()]]);
  expect(first.status).toBe(303);
  const { folio, number } = await newest();
  await noteInvoices(desk.plazo, desk.desk, [number]);

  const another = await send({ ...own, correo: "otra@example.com", descripcion: "No carga." }, [
    ["adjuntos", invoice()],
  ]);
  expect(another.status).toBe(303);

  const asked = await send({ ...own, tipo: "conectividad", descripcion: "¿Por qué no carga?" }, [
    ["adjuntos", invoice()],
  ]);
  expect(asked.status).toBe(422);
  expect(asked.words).toContain(`Agregarlo a ${folio} Es otro problema: abrir un ticket nuevo`);
  expect(asked.words).toContain("factura.xml");
  const again = { ...own, tipo: "conectividad", descripcion: "¿Por qué no carga?" };
  const adding = filledIn(asked, again);
  adding.append("_agregar", folio);
  const added = await browser.post(path, adding);
  expect(added.headers.get("location")).toContain(`agregado=${folio}`);

  const anew = await send(again, [["adjuntos", invoice()]]);
  const other = filledIn(anew, again);
  other.append("_otro_caso", "si");
  expect((await browser.post(path, other)).status).toBe(303);
});

it("an invoice kept from an earlier try is read again: what is wrong with it does not go unsaid", async () => {
  const first = await send({ ...right, correo: "" }, [["adjuntos", xml()]]);
  const second = await browser.post(path, filledIn(first, { ...right, correo: "" }));
  expect(second.status).toBe(422);
  expect(second.words).toContain("CFDI 4.0. Sin timbrar.");
});
