import type { InvoiceReading } from "../../core/cfdi/read-cfdi.ts";
import { insertInvoices, unreadXmls } from "../../store/invoices.ts";
import type { UnreadXml } from "../../store/invoices.ts";
import { settle } from "../../store/settle.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Upload } from "../files/keep-upload.ts";
import type { Plazo } from "../plazo.ts";
import { mostInvoiceBytes, readInvoice } from "./read-invoice.ts";

/**
 * Reads the XMLs of these tickets that nobody has read yet and notes the UUIDs that they say, so that
 * the same invoice in two tickets is known. A file that cannot be had is noted without one.
 */
export async function noteInvoices(
  plazo: Plazo,
  desk: string,
  tickets: readonly number[],
): Promise<void> {
  if (tickets.length === 0) return;
  const files = await inDesk(plazo.db, desk, (tx) => unreadXmls(tx, tickets));
  if (files.length === 0) return;
  const read: (UnreadXml & { uuid: string | null })[] = [];
  for (const one of files) read.push({ ...one, uuid: await uuidIn(plazo, one) });
  await inDesk(plazo.db, desk, async (tx) =>
    insertInvoices(
      tx,
      read.map(({ size: _size, ...row }) => row),
      await tx.now(),
    ),
  );
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

async function uuidIn(plazo: Plazo, { file, size }: UnreadXml): Promise<string | null> {
  if (size > mostInvoiceBytes) return null;
  const bytes = await bytesOf(plazo, file);
  return bytes === null ? null : uuidOf(readInvoice(bytes));
}

/** The UUID of an invoice that was read, in small letters; null: it has none, or none that is one. */
export function uuidOf({ cfdi }: InvoiceReading): string | null {
  const uuid = cfdi?.uuid ?? null;
  return uuid !== null && uuidShape.test(uuid) ? uuid.toLowerCase() : null;
}

/** What is in the XMLs that a form keeps from an earlier try, by the kept file's id. */
export async function readKept(
  plazo: Plazo,
  kept: readonly Pick<Upload, "id" | "kind" | "size">[],
): Promise<ReadonlyMap<string, InvoiceReading>> {
  const readings = new Map<string, InvoiceReading>();
  for (const { id, kind, size } of kept) {
    const bytes = kind === "xml" && size <= mostInvoiceBytes ? await bytesOf(plazo, id) : null;
    if (bytes !== null) readings.set(id, readInvoice(bytes));
  }
  return readings;
}

/** The bytes of a kept file; null where it cannot be read now. */
export async function bytesOf(plazo: Plazo, file: string): Promise<Uint8Array | null> {
  const opened = await settle(plazo.effects.files.read(file));
  if ("fault" in opened || opened.value === undefined) return null;
  const read = await settle(new Response(opened.value).arrayBuffer());
  return "fault" in read ? null : new Uint8Array(read.value);
}
