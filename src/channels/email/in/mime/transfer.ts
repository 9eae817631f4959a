/**
 * The bytes of a part's body without its transfer encoding (RFC 2045 §6): base64, quoted-printable,
 * anything else as it stands. The result is never larger than what came in.
 */
export function withoutEncoding(body: Buffer, encoding: string): Buffer {
  if (/base64/iu.test(encoding)) return fromBase64(body);
  return /quoted-printable/iu.test(encoding) ? fromQuotedPrintable(body) : body;
}

/** Pieces that a base64 body may be sewn together from; each ends with its own padding. */
const mostPieces = 1_000;

/** Base64 (RFC 2045 §6.8): what is not of its alphabet is skipped; padding in the middle starts anew. */
function fromBase64(body: Buffer): Buffer {
  const text = body.toString("latin1").replace(/[^A-Za-z0-9+/=]+/gu, "");
  const pieces: Buffer[] = [];
  let at = 0;
  while (at < text.length && pieces.length < mostPieces) {
    const padding = text.indexOf("=", at);
    const end = padding === -1 ? text.length : padding;
    pieces.push(Buffer.from(text.slice(at, end), "base64"));
    at = end;
    while (text[at] === "=") at += 1;
  }
  return pieces.length === 1 ? (pieces[0] ?? Buffer.alloc(0)) : Buffer.concat(pieces);
}

const EQUALS = 0x3d;

/** Quoted-printable (RFC 2045 §6.7): soft line breaks go, an "=" that means nothing stays. */
function fromQuotedPrintable(body: Buffer): Buffer {
  const out = Buffer.alloc(body.length);
  let written = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    const soft = byte === EQUALS ? softBreak(body, at + 1) : 0;
    const value = byte === EQUALS ? hexAt(body, at + 1) : -1;
    if (soft > 0) at += soft;
    else if (value >= 0) {
      out[written++] = value;
      at += 2;
    } else out[written++] = byte;
  }
  return out.subarray(0, written);
}

/** Bytes of the line's end after an "=", blanks before it included; 0 where the line goes on. */
function softBreak(body: Buffer, from: number): number {
  let at = from;
  while (at - from < 80 && (body[at] === 0x20 || body[at] === 0x09)) at += 1;
  if (body[at] === 0x0d && body[at + 1] === 0x0a) return at - from + 2;
  return body[at] === 0x0a || at >= body.length ? Math.min(at, body.length - 1) - from + 1 : 0;
}

function hexAt(body: Buffer, at: number): number {
  const digits = body.toString("latin1", at, at + 2);
  return /^[0-9A-Fa-f]{2}$/u.test(digits) ? Number.parseInt(digits, 16) : -1;
}
