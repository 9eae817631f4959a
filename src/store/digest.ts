import { hash } from "node:crypto";

/** SHA-256 of a text (UTF-8) or of bytes. */
export function sha256(content: string | Uint8Array): Buffer {
  // By way of text: a buffer that the digest gives is memory of its own outside the heap.
  return Buffer.from(hash("sha256", content, "hex"), "hex");
}
