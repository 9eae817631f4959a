/** Codes that a text can have: families with a prefix, whatever the case and what stands between prefix and number. */
const families = /(?<![A-Za-z0-9])(CFDI|CRP)[\s_-]{0,2}([0-9]{5})(?![0-9])/giu;

/** Three figures are a code only beside a word that says so: "error 301", "código: 402", "301 - XML mal formado". */
const said =
  /(?:error|errores|code|c[oó]digo|clave|fault)[\s:#№.-]{0,4}(?:n[oº°.]{0,2}\s?)?([0-9]{3})(?![0-9])/giu;

/** Characters of a text that are looked through. */
const most = 100_000;

/** Codes of one text that are told. */
const mostFound = 20;

/**
 * The error codes that a text names, in the order in which they come, each once: those of the known
 * families as the SAT writes them, and the desk's own, which are compared whole and without regard to
 * case. A number that nothing calls an error is none.
 */
export function findCodes(text: string, own: Iterable<string> = []): readonly string[] {
  const body = text.slice(0, most);
  const found = new Map<string, number>();
  const add = (code: string, at: number): void => {
    const before = found.get(code);
    if (before === undefined || at < before) found.set(code, at);
  };
  for (const match of body.matchAll(families))
    add(`${(match[1] ?? "").toUpperCase()}${match[2] ?? ""}`, match.index);
  for (const match of body.matchAll(said)) add(match[1] ?? "", match.index);
  const folded = body.toLowerCase();
  for (const code of own) {
    const at = wholeIn(folded, code.toLowerCase());
    if (at !== -1) add(code, at);
  }
  return [...found]
    .toSorted(([, a], [, b]) => a - b)
    .map(([code]) => code)
    .slice(0, mostFound);
}

/** Where a code stands whole in a text; -1: nowhere. */
function wholeIn(text: string, code: string): number {
  if (code === "") return -1;
  for (let at = text.indexOf(code); at !== -1; at = text.indexOf(code, at + 1)) {
    const around = `${text[at - 1] ?? " "}${text[at + code.length] ?? " "}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return at;
  }
  return -1;
}
