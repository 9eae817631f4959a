import { decodeWords } from "postal-mime";
import { decodeText } from "./charset.ts";

/** A header with parameters: its first word in small letters, and the parameters by name. */
export interface Structured {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Parameters that are read of one header. */
const mostParameters = 100;

/**
 * Reads Content-Type, Content-Disposition and their like (RFC 2045 §5.1, RFC 2183). Parameters may be
 * continued and encoded (RFC 2231), or, as many programs do against RFC 2047 §5, hold encoded words;
 * unquoted values may have spaces. The first of two parameters of one name counts.
 */
export function readStructured(header: string): Structured {
  const [value = "", ...rest] = pieces(header);
  const written = new Map<string, string>();
  for (const piece of rest) {
    const equals = piece.indexOf("=");
    const name = (equals === -1 ? piece : piece.slice(0, equals)).trim().toLowerCase();
    if (name !== "" && !written.has(name))
      written.set(name, equals === -1 ? "" : unquoted(piece.slice(equals + 1).trim()));
  }
  return {
    value: (value.split("(")[0] ?? "").trim().toLowerCase(),
    parameters: continued(written),
  };
}

/** What stands between semicolons outside quotation marks. */
function pieces(header: string): string[] {
  const found: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < header.length && found.length < mostParameters; at += 1) {
    const character = header[at];
    if (character === "\\" && quoted) at += 1;
    else if (character === '"') quoted = !quoted;
    else if (character === ";" && !quoted) {
      found.push(header.slice(start, at));
      start = at + 1;
    }
  }
  found.push(header.slice(start));
  return found;
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value;
  const inner = value.slice(1).replace(/(?<=[^\\])"[^"]*$|^"$/u, "");
  return inner.replace(/\\(.)/gsu, "$1");
}

interface Section {
  readonly number: number;
  readonly encoded: boolean;
  readonly value: string;
}

function continued(written: ReadonlyMap<string, string>): Map<string, string> {
  const parameters = new Map<string, string>();
  const sections = new Map<string, Section[]>();
  for (const [key, value] of written) {
    const [, name = "", number, star] = /^([^*]+)\*(?:(\d{1,3})(\*)?)?$/u.exec(key) ?? [];
    if (name === "") parameters.set(key, decodeWords(value));
    else {
      const section = {
        number: Number(number ?? 0),
        encoded: number === undefined || star === "*",
        value,
      };
      sections.set(name, [...(sections.get(name) ?? []), section]);
    }
  }
  // What RFC 2231 writes is what was meant; the plain parameter beside it is for old programs.
  for (const [name, found] of sections) parameters.set(name, sewn(found));
  return parameters;
}

function sewn(sections: readonly Section[]): string {
  const ordered = sections.toSorted((a, b) => a.number - b.number);
  const [first] = ordered;
  const [, charset = "", text] =
    first?.encoded === true ? (/^([^']*)'[^']*'(.*)$/su.exec(first.value) ?? []) : [];
  const bytes = ordered.map((section, index) => {
    const value = index === 0 && text !== undefined ? text : section.value;
    return section.encoded ? percentDecoded(value) : Buffer.from(value, "utf8");
  });
  return decodeText(Buffer.concat(bytes), charset === "" ? null : charset);
}

function percentDecoded(value: string): Buffer {
  const chunks = value
    .split(/(%[0-9A-Fa-f]{2})/u)
    .map((chunk) =>
      /^%[0-9A-Fa-f]{2}$/u.test(chunk)
        ? Buffer.from(chunk.slice(1), "hex")
        : Buffer.from(chunk, "utf8"),
    );
  return Buffer.concat(chunks);
}
