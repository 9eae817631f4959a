import { inflateSync } from "node:zlib";

/** A PDF read as far as a test needs: its text page by page, and its plain objects. */
export interface ReadPdf {
  readonly pages: readonly string[];
  /** Every object as it is written, streams left out. */
  readonly objects: readonly string[];
}

interface Found {
  readonly head: string;
  readonly stream: string | null;
}

/** Reads a PDF as our own library writes it: no object streams, text in hexadecimal, a map to Unicode for each font. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = objectsOf(Buffer.from(bytes));
  const at = (reference: string | undefined): Found =>
    objects.get(Number.parseInt(reference ?? "", 10)) ?? { head: "", stream: null };
  const heads = [...objects.values()].map(({ head }) => head);
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const head of heads)
    for (const [, name = "", number] of head.matchAll(/\/(F\d+) (\d+) 0 R/gu)) {
      const map = /\/ToUnicode (\d+) 0 R/u.exec(at(number).head)?.[1];
      if (map !== undefined) fonts.set(name, unicodeOf(at(map).stream ?? ""));
    }
  const pages = heads
    .filter((head) => /\/Type \/Page\b/u.test(head))
    .map((head) => textOf(at(/\/Contents (\d+) 0 R/u.exec(head)?.[1]).stream ?? "", fonts));
  return { pages, objects: heads };
}

function objectsOf(bytes: Buffer): Map<number, Found> {
  const all = bytes.toString("latin1");
  const found = new Map<number, Found>();
  const start = /(?:^|\n)(\d+) 0 obj\n/gu;
  for (let match = start.exec(all); match !== null; match = start.exec(all)) {
    const from = match.index + match[0].length;
    const end = all.indexOf("endobj", from);
    const begins = all.indexOf("stream\n", from);
    const number = Number(match[1]);
    if (begins < 0 || begins > end) {
      found.set(number, { head: all.slice(from, end), stream: null });
      continue;
    }
    const head = all.slice(from, begins);
    const length = Number(/\/Length (\d+)/u.exec(head)?.[1] ?? 0);
    const raw = bytes.subarray(begins + 7, begins + 7 + length);
    const isPacked = head.includes("/FlateDecode");
    found.set(number, { head, stream: (isPacked ? inflateSync(raw) : raw).toString("latin1") });
    start.lastIndex = begins + 7 + length;
  }
  return found;
}

const characters = (hex: string): string =>
  (hex.match(/.{4}/gu) ?? [])
    .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
    .join("");

/** `<0000> <00ff> [<0041> <0042> …]`: glyphs one after the other from the first. */
function unicodeOf(map: string): ReadonlyMap<number, string> {
  const known = new Map<number, string>();
  for (const [, first = "", list = ""] of map.matchAll(
    /<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/giu,
  )) {
    const glyphs = [...list.matchAll(/<([0-9a-f ]*)>/giu)].map(([, hex = ""]) =>
      characters(hex.replaceAll(" ", "")),
    );
    glyphs.forEach((text, i) => known.set(Number.parseInt(first, 16) + i, text));
  }
  return known;
}

function textOf(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> = new Map();
  const said: string[] = [];
  for (const [, name, strings] of stream.matchAll(
    /\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[ \d.-])*)\] TJ/giu,
  )) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    else {
      const glyphs = [...(strings ?? "").matchAll(/<([0-9a-f]*)>/giu)]
        .map(([, hex = ""]) => hex)
        .join("");
      said.push(
        (glyphs.match(/.{4}/gu) ?? [])
          .map((glyph) => font.get(Number.parseInt(glyph, 16)) ?? "\uFFFD")
          .join(""),
      );
    }
  }
  return said.join(" ");
}
