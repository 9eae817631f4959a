import { findCodes } from "../../core/cfdi/error-codes/find-codes.ts";
import { findingOf } from "../../core/cfdi/finding.ts";
import type { Finding } from "../../core/cfdi/finding.ts";
import type { InvoiceReading } from "../../core/cfdi/read-cfdi.ts";
import { readRfc } from "../../core/intake/rfc.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { invoicesElsewhere, invoicesOfTicket } from "../../store/invoices.ts";
import type { SameInvoice, SatStatus } from "../../store/invoices.ts";
import { organisationsOfRfc } from "../../store/organisations.ts";
import type { FileRecord } from "../../store/ticket-records.ts";
import { readTicket } from "../../store/tickets.ts";
import { filesOf, messagesOf } from "../../store/timeline.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import type { Place } from "../tickets/act.ts";
import { errorCodesAt } from "./error-codes.ts";
import type { DeskErrorCode } from "./error-codes.ts";
import { bytesOf, noteInvoices } from "./note-invoices.ts";
import { mostInvoiceBytes, readInvoice } from "./read-invoice.ts";

/** An XML of a ticket, read. */
export interface TicketInvoice {
  readonly file: { readonly id: string; readonly name: string };
  readonly reading: InvoiceReading;
  /** Other tickets of the desk with the same UUID. */
  readonly elsewhere: readonly { readonly folio: string; readonly subject: string }[];
  readonly sat: SatStatus | null;
}

/** The invoices of a ticket, and the error codes that its words name. */
export interface TicketInvoices {
  readonly invoices: readonly TicketInvoice[];
  readonly codes: readonly DeskErrorCode[];
}

/** XMLs of one ticket that are read for its card. */
const mostFiles = 10;

/** Readings kept in memory for each installation, by the file's hash: a file never changes. */
const mostKept = 300;
const kept = new WeakMap<Plazo, Map<string, InvoiceReading>>();

/**
 * Reads the XMLs of a ticket for whoever works on it, with what the desk knows: whether the receiver is
 * in its register, which other tickets have the same invoice, what the SAT answered, and what the codes
 * in the ticket's words mean. `seesAll`: whoever asks sees tickets of others. Refuses `no-such-ticket`.
 */
export async function invoicesOf(
  plazo: Plazo,
  { desk, folio }: Place,
  { seesAll }: { readonly seesAll: boolean },
): Promise<TicketInvoices | Refusal<"no-such-ticket">> {
  const found = await inDesk(plazo.db, desk, async (tx) => {
    const ticket = await readTicket(tx, folio);
    if (ticket === undefined) return null;
    const messages = await messagesOf(tx, ticket.number, "all");
    const fields = Object.values(ticket.ticket.fields).filter((one) => typeof one === "string");
    const files = (await filesOf(tx, ticket.number)).filter(({ kind }) => kind === "xml");
    const own = await errorCodesAt(tx);
    const text = [...fields, ...messages.map((message) => message.text)].join("\n");
    return { number: ticket.number, text, files: files.slice(0, mostFiles), own };
  });
  if (found === null) return refuse("no-such-ticket", { facts: { folio } });
  const { number, text, files, own } = found;
  await noteInvoices(plazo, desk, [number]);
  const read = await Promise.all(files.map((file) => readingOf(plazo, file)));
  const invoices = await inDesk(plazo.db, desk, async (tx) => {
    const noted = await invoicesOfTicket(tx, number);
    const uuids = noted.flatMap(({ uuid }) => uuid ?? []);
    const same = seesAll && uuids.length > 0 ? await invoicesElsewhere(tx, uuids, number) : [];
    const rows: TicketInvoice[] = [];
    for (const [index, file] of files.entries()) {
      const row = noted.find((one) => one.file === file.id);
      const elsewhere = same.filter(({ uuid }) => uuid === row?.uuid);
      const reading = await known(tx, read[index] ?? { cfdi: null, findings: [] }, elsewhere);
      rows.push({
        file: { id: file.id, name: file.name },
        reading,
        elsewhere: elsewhere.map(({ folio: other, subject }) => ({ folio: other, subject })),
        sat: row?.sat ?? null,
      });
    }
    return rows;
  });
  const codes = findCodes(
    text,
    own.filter(({ source }) => source === "desk").map(({ code }) => code),
  );
  const byCode = new Map(own.map((one) => [one.code.toUpperCase(), one]));
  return { invoices, codes: codes.flatMap((code) => byCode.get(code.toUpperCase()) ?? []) };
}

async function readingOf(plazo: Plazo, { id, size, sha256 }: FileRecord): Promise<InvoiceReading> {
  const readings = kept.get(plazo) ?? new Map<string, InvoiceReading>();
  kept.set(plazo, readings);
  const before = readings.get(sha256);
  if (before !== undefined) return before;
  const bytes = size > mostInvoiceBytes ? null : await bytesOf(plazo, id);
  if (bytes === null)
    return {
      cfdi: null,
      findings: [findingOf("xml-malformed", null, { facts: { why: "too-long" } })],
    };
  const reading = readInvoice(bytes);
  if (readings.size >= mostKept) readings.delete(readings.keys().next().value ?? "");
  readings.set(sha256, reading);
  return reading;
}

/** What only the desk can tell: whether the receiver is a client, and where else the invoice is. */
async function known(
  tx: Transaction,
  reading: InvoiceReading,
  elsewhere: readonly SameInvoice[],
): Promise<InvoiceReading> {
  const rfc = reading.cfdi?.receiver.rfc ?? null;
  const findings: Finding[] = [...reading.findings];
  if (rfc !== null) {
    const read = readRfc(rfc);
    const isNamed = read.is === "rfc" && !read.generic;
    if (isNamed && (await organisationsOfRfc(tx, read.rfc)).length === 0)
      findings.push(findingOf("receiver-not-client", null, { facts: { written: read.rfc } }));
  }
  if (elsewhere.length > 0) {
    const written = elsewhere.map(({ folio }) => folio).join(", ");
    findings.push(findingOf("uuid-elsewhere", null, { facts: { written } }));
  }
  return { ...reading, findings };
}
