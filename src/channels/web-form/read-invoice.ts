import { readCfdi } from "../../core/cfdi/read-cfdi.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { XmlReading } from "../../words/cfdi.ts";
import { parseXml } from "./parse-xml.ts";

/** Bytes of an XML that is read at once; a larger one is kept and not read. */
export const mostInvoiceBytes = 512 * 1024;

/** Tags, and attributes, of an XML that is read: no invoice of that many bytes has as many, and each costs time. */
const mostParts = { tags: 15_000, attributes: 30_000 } as const;

/** What an attached XML says. */
export function readInvoice(bytes: Uint8Array): XmlReading {
  const text = new TextDecoder().decode(bytes);
  if (occurs(text, "<") > mostParts.tags || occurs(text, "=") > mostParts.attributes)
    return "not-a-cfdi";
  const root = parseXml(text);
  if (isRefusal(root)) return "malformed";
  return readCfdi(root) ?? "not-a-cfdi";
}

function occurs(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) count += 1;
  return count;
}

/** A copy of what passes by, while it passes: nothing is held of what is larger than an invoice. */
export interface Copied {
  readonly content: AsyncIterable<Uint8Array>;
  /** The whole of it, once it has passed; null where it was too large. */
  bytes(): Uint8Array | null;
}

/** Lets content through and keeps a copy of it, as long as it is small enough to be an invoice. */
export function copying(content: AsyncIterable<Uint8Array>): Copied {
  let chunks: Uint8Array[] | null = [];
  let size = 0;
  return {
    content: (async function* pass() {
      for await (const chunk of content) {
        size += chunk.length;
        if (size > mostInvoiceBytes) chunks = null;
        chunks?.push(chunk);
        yield chunk;
      }
    })(),
    bytes: () => (chunks === null ? null : new Uint8Array(Buffer.concat(chunks))),
  };
}
