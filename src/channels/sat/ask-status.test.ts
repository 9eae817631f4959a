import { createServer } from "node:http";
import type { IncomingMessage, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { askSatStatus } from "./ask-status.ts";

const question = {
  issuer: "EKU9003173C9",
  receiver: "XAMA620210DQ5",
  total: "1740.00",
  uuid: "AD662D33-6934-459C-A128-BDF0393F0F44",
  sealEnd: "Zm9vYmE=",
};
const answered = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><ConsultaResponse xmlns="http://tempuri.org/"><ConsultaResult xmlns:a="http://schemas.datacontract.org/2004/07/Sat.Cfdi.Negocio.ConsultaCfdi.Servicio" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><a:CodigoEstatus>S - Comprobante obtenido satisfactoriamente.</a:CodigoEstatus><a:EsCancelable>Cancelable con aceptaci&#243;n</a:EsCancelable><a:Estado>Vigente</a:Estado><a:EstatusCancelacion/><a:ValidacionEFOS>200</a:ValidacionEFOS></ConsultaResult></ConsultaResponse></s:Body></s:Envelope>`;

let server: Server;
let url: string;
let reply: { status: number; body: string };
const heard: { request: IncomingMessage; body: string }[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      heard.push({ request, body: Buffer.concat(chunks).toString() });
      response
        .writeHead(reply.status, { "Content-Type": "text/xml; charset=utf-8" })
        .end(reply.body);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ConsultaCFDIService.svc`;
});
afterAll(() => new Promise((done) => server.close(done)));
beforeEach(() => {
  heard.length = 0;
  reply = { status: 200, body: answered };
});
const ask = (one = question) => askSatStatus(url, one, ["127.0.0.1"]);

it("asks as the service takes it, and reads what it answers", async () => {
  expect(await ask()).toEqual({
    code: "S - Comprobante obtenido satisfactoriamente.",
    state: "Vigente",
    cancellable: "Cancelable con aceptación",
    cancellation: null,
    efos: "200",
  });
  const [{ request, body } = { request: null, body: "" }] = heard;
  expect(request?.method).toBe("POST");
  expect(request?.headers["soapaction"]).toBe('"http://tempuri.org/IConsultaCFDIService/Consulta"');
  expect(request?.headers["content-type"]).toBe("text/xml;charset=utf-8");
  expect(body).toContain(
    "<tem:expresionImpresa><![CDATA[?re=EKU9003173C9&rr=XAMA620210DQ5&tt=1740.00&id=AD662D33-6934-459C-A128-BDF0393F0F44&fe=Zm9vYmE=]]></tem:expresionImpresa>",
  );
});

it("writes out the & of an RFC, and lets nothing close its expression", async () => {
  await ask({ ...question, issuer: "H&E951128469", total: "1]]>2" });
  expect(heard[0]?.body).toContain("?re=H&amp;E951128469&rr=");
  expect(heard[0]?.body).toContain("tt=12&id=");
});

it("says nothing of the invoice where the SAT does not answer, or not what it should", async () => {
  reply = { status: 503, body: "" };
  expect(await ask()).toMatchObject({ refused: "sat-unreachable" });
  reply = { status: 200, body: "<html><body>Mantenimiento</body></html>" };
  expect(await ask()).toEqual({ refused: "sat-unclear" });
  reply = { status: 200, body: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' };
  expect(await ask()).toEqual({ refused: "sat-unclear" });
  expect(await askSatStatus(url, question)).toMatchObject({
    refused: "sat-unreachable",
    facts: { why: "EPRIVATE" },
  });
});
