import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { keepSatStatus } from "../../store/invoices.ts";
import type { SatStatus } from "../../store/invoices.ts";
import { readTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import type { Place } from "../tickets/act.ts";
import { invoicesOf } from "./invoices-of.ts";

/** What identifies a ticket's invoice at the SAT. */
export interface AskedInvoice {
  readonly issuer: string;
  readonly receiver: string;
  readonly total: string;
  readonly uuid: string;
  readonly sealEnd: string;
}

/** What to ask the SAT of an invoice of a ticket. Refuses `no-such-ticket`, `no-such-file` and `not-askable` (it is not stamped, or does not say who and how much). */
export async function invoiceToAsk(
  plazo: Plazo,
  place: Place,
  file: string,
): Promise<AskedInvoice | Refusal<"no-such-ticket" | "no-such-file" | "not-askable">> {
  const found = await invoicesOf(plazo, place, { seesAll: false });
  if (isRefusal(found)) return found;
  const invoice = found.invoices.find((one) => one.file.id === file);
  if (invoice === undefined) return refuse("no-such-file");
  const { cfdi } = invoice.reading;
  if (cfdi === null) return refuse("not-askable");
  const { issuer, receiver, total, uuid, sealEnd } = cfdi;
  return issuer.rfc === null ||
    receiver.rfc === null ||
    total === null ||
    uuid === null ||
    sealEnd === null
    ? refuse("not-askable")
    : { issuer: issuer.rfc, receiver: receiver.rfc, total, uuid, sealEnd };
}

/** Keeps what the SAT answered now, beside the file. Refuses `no-such-ticket`. */
export function noteSatStatus(
  plazo: Plazo,
  { desk, folio }: Place,
  { file, answer }: { readonly file: string; readonly answer: Omit<SatStatus, "at"> },
): Promise<SatStatus | Refusal<"no-such-ticket">> {
  return inDesk(plazo.db, desk, async (tx) => {
    const ticket = await readTicket(tx, folio);
    if (ticket === undefined) return refuse("no-such-ticket", { facts: { folio } });
    const status = { ...answer, at: await tx.now() };
    await keepSatStatus(tx, { ticket: ticket.number, file }, status);
    return status;
  });
}
