import { isUtf8 } from "node:buffer";

/** What the platform decodes besides UTF-8 and windows-1252, by the labels that mail uses. */
const OTHERS =
  /^(iso-8859-([2-8]|10|1[3-6])|windows-(874|125[013-8])|koi8-[ru]|gb(k|18030|2312)|big5|shift_jis|euc-(jp|kr)|iso-2022-jp|macintosh|utf-16(le|be)?)$/u;

const ALIASES: Readonly<Record<string, string>> = {
  "ks_c_5601-1987": "euc-kr",
  "x-sjis": "shift_jis",
  "x-mac-roman": "macintosh",
};

/**
 * Text of mail as it was meant, whatever its label says. The label of a Western text is often wrong,
 * and UTF-8 is not met by accident: bytes that are UTF-8 are read as it, others that are labelled
 * us-ascii, iso-8859-1, UTF-8 or not at all as windows-1252, which is what the programs that write
 * them use. UTF-8 with some broken bytes stays UTF-8. A byte order mark decides before any label.
 */
export function decodeText(bytes: Uint8Array, label: string | null): string {
  const marked = markOf(bytes);
  if (marked !== null) return plain(new TextDecoder(marked).decode(bytes));
  const name = nameOf(label);
  if (OTHERS.test(name)) return plain(new TextDecoder(name).decode(bytes));
  if (isUtf8(bytes)) return plain(new TextDecoder().decode(bytes));
  const broken = new TextDecoder().decode(bytes);
  const western = new TextDecoder("windows-1252").decode(bytes);
  return plain(
    count(broken, /[\u{80}-\u{FFFC}\u{10000}-\u{10FFFF}]/gu) > count(broken, /\uFFFD/gu)
      ? broken
      : western,
  );
}

function markOf(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

function nameOf(label: string | null): string {
  const given = (label ?? "").trim().toLowerCase();
  const known = Object.hasOwn(ALIASES, given) ? (ALIASES[given] ?? given) : given;
  return known.replace(/^(x-)?cp-?(125\d|874)$/u, "windows-$2").replace(/^iso8859-/u, "iso-8859-");
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}

/** Lines end alike, and what no database text holds and nobody means to write is left out. */
function plain(text: string): string {
  return text.replace(/\r\n?/gu, "\n").replaceAll("\0", "");
}
