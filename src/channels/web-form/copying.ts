import { mostInvoiceBytes } from "../../desk/invoices/read-invoice.ts";

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
