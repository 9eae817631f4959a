import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApi } from "../../../test/kit/api.ts";
import type { TestApi } from "../../../test/kit/api.ts";
import { filledIn } from "../../../test/kit/browse.ts";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { indexTickets } from "../../desk/search/index-tickets.ts";

const good = readFileSync(
  new URL("../../../test/corpus/cfdi/good/ingreso.xml", import.meta.url),
  "utf8",
);
let test: TestDesk;
let api: TestApi;
let agent = "";
let supervisor = "";
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T16:00:00Z");
  api = openTestApi(test);
  agent = await api.person("Elena", "agent");
  supervisor = await api.person("Sara", "supervisor");
});
afterAll(async () => {
  await api.close();
  await test.close();
});

async function file(text: string, xml: string, correo = "a@example.com"): Promise<string> {
  const page = await api.browser.get("/d/hib2b/ayuda");
  const answers = { tipo: "contrasena", descripcion: text, quien: "EKU9003173C9", correo };
  const card = await api.browser.follow(
    await api.browser.post(
      "/d/hib2b/ayuda",
      filledIn(page, answers, [["adjuntos", new File([xml], "factura.xml")]]),
    ),
  );
  return /HD-[0-9]+/u.exec(card.words)?.[0] ?? card.words;
}
const read = async (folio: string) =>
  (await api.ask(`/tickets/${folio}/invoices`, { as: agent })).said;

describe("the invoices of a ticket", () => {
  it("are read and checked beside it, with what the desk knows and the codes that its words name", async () => {
    const wrong = good.replace('Total="1740.00"', 'Total="1740.01"');
    const folio = await file("El portal dice: CFDI40119 y después CRP-20217.", wrong);
    const said = await read(folio);
    expect(said).toMatchObject({
      asksSat: false,
      codes: [{ code: "CFDI40119" }, { code: "CRP20217" }],
    });
    expect(said.invoices).toHaveLength(1);
    expect(said.invoices[0]).toMatchObject({
      file: { name: "factura.xml" },
      invoice: { kind: "I", total: "1740.01", issuer: { rfc: "EKU9003173C9" } },
      elsewhere: [],
      sat: null,
    });
    const codes = said.invoices[0].findings.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(["total-differs", "receiver-not-client"]);
    expect(said.invoices[0].findings[0]).toMatchObject({
      sat: "CFDI40119",
      attribute: "Total",
      place: { line: 7 },
      what: "El total es 1740.01, y subtotal menos descuentos más impuestos da 1740.00.",
    });
  });

  it("that another ticket has too are told of in both, once the worker has read them", async () => {
    const uuid = "1C2D3E4F-0000-4000-8000-000000000001";
    const own = good.replace(/ UUID="[^"]*"/u, ` UUID="${uuid}"`);
    const first = await file("La subí y se rechazó sin decir por qué.", own, "b@example.com");
    const second = await file("Otra vez lo mismo con esta factura hoy.", own, "c@example.com");
    await indexTickets(test.plazo, "hib2b", { most: 50 });
    expect((await read(first)).invoices[0].elsewhere).toMatchObject([{ folio: second }]);
    expect((await read(second)).invoices[0].elsewhere).toMatchObject([{ folio: first }]);
    const { findings } = (await read(second)).invoices[0];
    expect(findings.map(({ code }: { code: string }) => code)).toContain("uuid-elsewhere");
  });

  it("are asked about at the SAT only where the installation says so, and the answer is kept with its time", async () => {
    const folio = await file("No sé si mi factura sigue vigente en el SAT.", good, "d@example.com");
    const { id } = (await read(folio)).invoices[0].file;
    const path = `/tickets/${folio}/invoices/${id}/sat-status`;
    expect((await api.ask(path, { as: agent, body: {} })).said).toMatchObject({ code: "sat-off" });
    const server = createServer((request, response) => {
      request.resume();
      response.end(
        "<s><a:CodigoEstatus>S - Comprobante obtenido satisfactoriamente.</a:CodigoEstatus><a:Estado>Cancelado</a:Estado></s>",
      );
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    const { settings } = test.plazo;
    Object.assign(settings, {
      satStatus: `http://127.0.0.1:${port}/`,
      webhookHosts: ["127.0.0.1"],
    });
    const { said } = await api.ask(path, { as: agent, body: {} });
    await new Promise((done) => server.close(done));
    Object.assign(settings, { satStatus: null });
    expect(said.invoices[0].sat).toMatchObject({ state: "Cancelado", at: test.time.read() });
    expect((await read(folio)).invoices[0].sat).toMatchObject({ state: "Cancelado" });
  });
});

describe("error codes", () => {
  const wish = {
    version: 0,
    attribute: "",
    means: { es: "El portal ya tiene esa orden.", en: "The portal has that order already." },
    todo: { es: "Revisar el número de orden.", en: "Look at the order's number." },
  };

  it("are written by who answers for the desk, its own and over the SAT's, with their audit", async () => {
    const put = { method: "PUT", body: wish };
    expect((await api.ask("/error-codes/HIB-77", { as: agent, ...put })).status).toBe(403);
    const written = await api.ask("/error-codes/HIB-77", { as: supervisor, ...put });
    const of = (code: string, all = written.said.codes) =>
      all.find((one: { code: string }) => one.code === code);
    expect(of("HIB-77")).toMatchObject({ source: "desk", confidence: "desk", version: 1 });
    expect((await api.ask("/error-codes/HIB-77", { as: supervisor, ...put })).said).toMatchObject({
      code: "error-code-meanwhile",
    });
    const over = await api.ask("/error-codes/cfdi40105", { as: supervisor, ...put });
    expect(of("CFDI40105", over.said.codes)).toMatchObject({
      source: "cfdi40",
      confidence: "desk",
    });
    const gone = await api.ask("/error-codes/CFDI40105/removal", { as: supervisor, body: {} });
    expect(of("CFDI40105", gone.said.codes)).toMatchObject({ confidence: "known", version: 0 });
  });

  it("of the desk's own are recognised in a ticket's words", async () => {
    const folio = await file("Al subirla sale hib-77 y nada más que eso.", good, "e@example.com");
    expect((await read(folio)).codes).toMatchObject([{ code: "HIB-77", means: wish.means }]);
  });
});
