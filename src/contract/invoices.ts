import { z } from "zod";
import { folio, instant } from "./primitives.ts";

const text = z.string().nullable();

const party = z.strictObject({ rfc: text, name: text });

/** A finding of an invoice, with its place in the file; `what` and `todo` are in the reader's language. */
export const invoiceFinding = z
  .strictObject({
    code: z.string(),
    severity: z.enum(["error", "warning", "note"]),
    node: text,
    attribute: text,
    place: z.strictObject({ line: z.int(), column: z.int() }).nullable(),
    facts: z.record(z.string(), z.string()),
    sat: text.meta({ description: "The code that the SAT or a PAC would answer with" }),
    what: z.string(),
    todo: z.string(),
  })
  .meta({ id: "InvoiceFinding" });

const paid = z.strictObject({
  uuid: text,
  folio: text,
  currency: text,
  installment: text,
  before: text,
  paid: text,
  left: text,
});

/** What an invoice says of itself; amounts and dates as it writes them. */
export const invoiceContent = z
  .strictObject({
    version: text,
    kind: text,
    folio: text,
    uuid: text,
    issuer: party,
    receiver: party,
    total: text,
    currency: text,
    date: text,
    method: text,
    form: text,
    stamp: z.strictObject({ uuid: text, pac: text, certificate: text, at: text }).nullable(),
    related: z.array(z.strictObject({ as: text, uuid: text })),
    payments: z.array(
      z.strictObject({
        at: text,
        form: text,
        amount: text,
        currency: text,
        documents: z.array(paid),
      }),
    ),
  })
  .meta({ id: "InvoiceContent" });

const satStatus = z.strictObject({
  at: instant,
  code: text,
  state: text,
  cancellable: text,
  cancellation: text,
  efos: text,
});

/** An XML of a ticket, read and checked. */
export const ticketInvoice = z
  .strictObject({
    file: z.strictObject({ id: z.uuid(), name: z.string() }),
    invoice: invoiceContent
      .nullable()
      .meta({ description: "None: another XML, or one that cannot be read" }),
    findings: z.array(invoiceFinding),
    elsewhere: z.array(z.strictObject({ folio, subject: z.string() })),
    sat: satStatus.nullable().meta({ description: "What the SAT answered when it was last asked" }),
  })
  .meta({ id: "TicketInvoice" });

/** A code of the SAT, of a PAC or of a portal, and what it means at this desk. */
export const errorCode = z
  .strictObject({
    code: z.string(),
    attribute: z.string(),
    means: z.strictObject({ es: z.string(), en: z.string() }),
    todo: z.strictObject({ es: z.string(), en: z.string() }),
    source: z.enum(["cfdi40", "crp20", "stamping", "desk"]),
    confidence: z.enum(["known", "likely", "desk"]),
    version: z.int().min(0),
    changed: instant.nullable(),
    changedBy: text,
  })
  .meta({ id: "ErrorCode" });

export const ticketInvoices = z
  .strictObject({
    invoices: z.array(ticketInvoice),
    codes: z.array(errorCode).meta({ description: "Those that the ticket's words name" }),
    asksSat: z.boolean().meta({ description: "Whether the SAT can be asked here" }),
  })
  .meta({ id: "TicketInvoices" });

export const errorCodes = z.strictObject({ codes: z.array(errorCode) }).meta({ id: "ErrorCodes" });

const said = z.strictObject({
  es: z.string().trim().min(1).max(1000),
  en: z.string().trim().min(1).max(1000),
});

/** What a desk says of a code, over the version that was seen (0: none). */
export const errorCodeWish = z
  .strictObject({
    version: z.int().min(0),
    attribute: z.string().trim().max(80),
    means: said,
    todo: said,
  })
  .meta({ id: "ErrorCodeWish" });

export type InvoiceFinding = z.infer<typeof invoiceFinding>;
export type TicketInvoice = z.infer<typeof ticketInvoice>;
export type TicketInvoices = z.infer<typeof ticketInvoices>;
export type ErrorCodeShown = z.infer<typeof errorCode>;
export type ErrorCodes = z.infer<typeof errorCodes>;
export type ErrorCodeWish = z.infer<typeof errorCodeWish>;
