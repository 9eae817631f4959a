import type { FormBounds } from "./read-form.ts";

/** The one way in which browsers write a boundary: bare, and last. */
const plainType = /^multipart\/form-data; ?boundary=([\w-]{1,70})$/u;

/** The head of a written control, or of a file control without a file. */
const plainHead =
  /^Content-Disposition: form-data; name="([\w.-]{1,200})"(; filename=""\r\nContent-Type: application\/octet-stream)?\r\n\r\n/u;

/**
 * Reads a short multipart body in exactly the form in which browsers write one without files (HTML,
 * "multipart/form-data encoding algorithm"): the fields in their order. `null` for anything else,
 * however slightly, and for whatever comes near a bound: that is the whole parser's to read or to
 * refuse. What it does read, it reads as the parser does, at a fifth of its time: most forms that
 * are sent bring no file, and need none of its streams.
 */
export function readPlainForm(
  body: Uint8Array,
  type: string,
  bounds: FormBounds,
): readonly (readonly [name: string, value: string])[] | null {
  const boundary = plainType.exec(type)?.[1];
  if (boundary === undefined || body.length > bounds.bodyBytes) return null;
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("utf8");
  const opening = `--${boundary}\r\n`;
  const closing = `\r\n--${boundary}--\r\n`;
  if (!text.startsWith(opening) || !text.endsWith(closing)) return null;
  const parts = text.slice(opening.length, -closing.length).split(`\r\n--${boundary}\r\n`);
  if (parts.length > Math.min(bounds.fields, bounds.files)) return null;
  const fields: (readonly [string, string])[] = [];
  for (const part of parts) {
    const [head = "", name = "", file] = plainHead.exec(part) ?? [];
    const value = part.slice(head.length);
    const isPlain = file === undefined ? mostBytes(value) < bounds.fieldBytes : value === "";
    if (name === "" || !isPlain || part.includes(`\r\n--${boundary}`)) return null;
    if (file === undefined) fields.push([name, value]);
  }
  return fields;
}

/** A character of UTF-16 takes three bytes of UTF-8 at most. */
function mostBytes(value: string): number {
  return 3 * value.length;
}
