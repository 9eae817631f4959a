import { hash } from "node:crypto";

/** SHA-256 of a text (UTF-8) or of bytes. */
export function sha256(content: string | Uint8Array): Buffer {
  return hash("sha256", content, "buffer");
}
