import type { Cfdi, CfdiParty } from "../../core/cfdi/read-cfdi.ts";
import type { Language } from "../../core/policy/text.ts";
import type { TicketInvoice, TicketInvoices } from "../../desk/invoices/invoices-of.ts";
import { sayFinding } from "../../words/cfdi/say-cfdi.ts";
import { untrusted } from "./untrusted.ts";

/** Findings of one invoice that are given: the first. */
const mostFindings = 50;

/**
 * The invoices of a ticket as its card shows them: what each says, what is wrong with it by which rule
 * and at which line, and what the error codes in the ticket's words mean at this desk. What was read
 * out of a file is somebody else's words, and marked as such.
 */
export function invoicesSaid({ invoices, codes }: TicketInvoices, language: Language): object {
  return {
    invoices: invoices.map((one) => invoiceSaid(one, language)),
    errorCodes: codes.map(({ code, means, todo, source, confidence }) => ({
      ...{ code, source, confidence },
      means: means[language],
      todo: todo[language],
    })),
  };
}

function invoiceSaid({ file, reading, elsewhere, sat }: TicketInvoice, language: Language): object {
  const { cfdi, findings } = reading;
  return {
    file: untrusted(file.name),
    invoice: cfdi === null ? null : contentSaid(cfdi),
    findings: findings.slice(0, mostFindings).map((finding) => {
      const { what, todo } = sayFinding(finding, language);
      const { code, severity, place } = finding;
      // The sentence is ours and names values that the file has.
      return { code, severity, place, what: untrusted(what), todo };
    }),
    moreFindings: Math.max(0, findings.length - mostFindings),
    sameInvoiceIn: elsewhere.map(({ folio }) => folio),
    sat,
  };
}

function contentSaid({ issuer, receiver, stamp, ...cfdi }: Cfdi): object {
  const { version, kind, uuid, total, currency, date, method, form, folio } = cfdi;
  const values = { version, kind, folio, uuid, total, currency, date, method, form };
  return {
    ...markedValues(values),
    issuer: partySaid(issuer),
    receiver: partySaid(receiver),
    stamped: stamp !== null,
    payments: cfdi.payments.length,
  };
}

function partySaid({ rfc, name }: CfdiParty): object {
  return markedValues({ rfc, name });
}

function markedValues(values: Readonly<Record<string, string | null>>): object {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === null ? null : untrusted(value)]),
  );
}
