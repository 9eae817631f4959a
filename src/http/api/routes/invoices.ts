import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { z } from "zod";
import { askSatStatus } from "../../../channels/sat/ask-status.ts";
import { ticketInvoices } from "../../../contract/invoices.ts";
import type { TicketInvoices } from "../../../contract/invoices.ts";
import type { Cfdi } from "../../../core/cfdi/read-cfdi.ts";
import { isRefusal, refuse } from "../../../core/refusal.ts";
import type { Refusal } from "../../../core/refusal.ts";
import { invoicesOf } from "../../../desk/invoices/invoices-of.ts";
import { invoiceToAsk, noteSatStatus } from "../../../desk/invoices/sat-status.ts";
import type { Plazo } from "../../../desk/plazo.ts";
import { sayFinding } from "../../../words/cfdi/say-cfdi.ts";
import { languageOf } from "../../language.ts";
import { answers, atTicket } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts, Seeing } from "../session.ts";

const read = createRoute({
  method: "get",
  path: "/desks/{desk}/tickets/{folio}/invoices",
  operationId: "readInvoices",
  summary: "The invoices (CFDI) of a ticket, checked, and the error codes that its words name",
  request: { params: atTicket },
  responses: answers(ticketInvoices, "Invoices"),
});

const ask = createRoute({
  method: "post",
  path: "/desks/{desk}/tickets/{folio}/invoices/{id}/sat-status",
  operationId: "askSatStatus",
  summary:
    "Asks the SAT for the status of an invoice, where this installation may, and keeps the answer",
  request: { params: atTicket.extend({ id: z.uuid() }) },
  responses: answers(ticketInvoices, "Invoices, with the answer"),
});

/** Invoices beside their ticket. */
export function mountInvoices(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(read, (context) => {
    const { desk, folio } = context.req.valid("param");
    return forMember(context, { plazo, desk, folio, action: "ticket.read" }, async (member) => {
      const shown = await present(plazo, { desk, folio, member, context });
      return isRefusal(shown) ? shown : context.json(shown, 200);
    });
  });

  api.openapi(ask, (context) => {
    const { desk, folio, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, folio, action: "ticket.write" }, async (member) => {
      const { satStatus, webhookHosts } = plazo.settings;
      const question = await invoiceToAsk(plazo, { desk, folio }, id);
      if (isRefusal(question)) return question;
      if (satStatus === undefined || satStatus === null) return refuse("sat-off");
      const answer = await askSatStatus(satStatus, question, webhookHosts);
      if (isRefusal(answer)) return answer;
      const noted = await noteSatStatus(plazo, { desk, folio }, { file: id, answer });
      if (isRefusal(noted)) return noted;
      const shown = await present(plazo, { desk, folio, member, context });
      return isRefusal(shown) ? shown : context.json(shown, 200);
    });
  });
}

interface Presenting {
  readonly desk: string;
  readonly folio: string;
  readonly member: Seeing;
  readonly context: Context;
}

async function present(
  plazo: Plazo,
  { desk, folio, member, context }: Presenting,
): Promise<TicketInvoices | Refusal> {
  const found = await invoicesOf(plazo, { desk, folio }, { seesAll: member.sees === "all" });
  if (isRefusal(found)) return found;
  const language = languageOf(context);
  return {
    asksSat: (plazo.settings.satStatus ?? null) !== null,
    codes: found.codes.map((code) => ({ ...code })),
    invoices: found.invoices.map(({ file, reading, elsewhere, sat }) => ({
      file: { ...file },
      invoice: reading.cfdi === null ? null : contentOf(reading.cfdi),
      findings: reading.findings.map((finding) => {
        const { what, todo } = sayFinding(finding, language);
        return { ...finding, place: finding.place, facts: { ...finding.facts }, what, todo };
      }),
      elsewhere: elsewhere.map((one) => ({ ...one })),
      sat,
    })),
  };
}

function contentOf({ findings: _findings, sealEnd: _seal, ...cfdi }: Cfdi) {
  return {
    ...cfdi,
    related: cfdi.related.map((one) => ({ ...one })),
    payments: cfdi.payments.map((payment) => ({
      ...payment,
      documents: payment.documents.map((one) => ({ ...one })),
    })),
  };
}
