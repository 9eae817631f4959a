import { findingOf } from "../../core/cfdi/finding.ts";
import type { Finding } from "../../core/cfdi/finding.ts";

/** A file's text, and what is wrong with its bytes. */
export interface Decoded {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Encodings that people's systems write invoices in besides UTF-8, by the names that declarations give them. */
const encodings: Readonly<Record<string, string>> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "us-ascii": "utf-8",
  "utf-16": "utf-16le",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
  "iso-8859-1": "latin1",
  latin1: "latin1",
  "iso-8859-15": "iso-8859-15",
  "windows-1252": "latin1",
  cp1252: "latin1",
};

/**
 * The text of an XML's bytes: by its mark, else by what its declaration says, else UTF-8 (XML 1.0
 * §4.3.3 and appendix F). Never fails: bytes that are no text are a finding, as is another encoding
 * than UTF-8, which is the one that the SAT takes.
 */
export function decode(bytes: Uint8Array): Decoded {
  const declared = declaredIn(bytes);
  const mark = markOf(bytes);
  const label = mark ?? encodings[declared ?? "utf-8"] ?? "utf-8";
  const text = new TextDecoder(label).decode(bytes);
  const isBroken = text.includes("\u{FFFD}");
  const written = declared ?? (mark === null ? "utf-8" : mark.replace(/[lb]e$/u, ""));
  const findings: Finding[] = [];
  if (isBroken) {
    findings.push(
      findingOf("encoding-broken", null, { facts: { written: written.toUpperCase() } }),
    );
    // What is not UTF-8 is most often Latin-1 in Mexico: names can be read at least.
    if (label === "utf-8") return { text: new TextDecoder("latin1").decode(bytes), findings };
  } else if (label !== "utf-8" || (declared !== null && encodings[declared] !== "utf-8"))
    findings.push(
      findingOf("encoding-not-utf8", null, { facts: { written: written.toUpperCase() } }),
    );
  return { text, findings };
}

function markOf(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0x3c && second === 0 && third !== undefined && fourth === 0) return "utf-16le";
  if (first === 0 && second === 0x3c && third === 0 && fourth !== undefined) return "utf-16be";
  return null;
}

/** What the declaration says, in small letters; null: nothing. It is of ASCII whatever the rest is, in what is read here. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 400)).replaceAll("\0", "");
  const [, name] = /<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]{1,40})["']/u.exec(head) ?? [];
  return name?.toLowerCase() ?? null;
}
