/** Longest text that is shown whole, in characters; and how much of a longer one is shown about where it differs. */
const WHOLE = 90;
const AROUND = 40;

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let i = 0;
  while (i < most && a[i] === b[i]) i++;
  return i;
}

function excerpt(text: string, from: number, to: number): string {
  const start = Math.max(0, from);
  const end = Math.min(text.length, to);
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}

/**
 * Two different texts, both whole where they are short, else the parts in which they differ with some
 * words around. What is shown of them differs too. Line ends are shown as spaces.
 */
export function aroundDifference(a: string, b: string): readonly [string, string] {
  const plain = (text: string): string => text.replaceAll(/\s+/gu, " ");
  if (a.length <= WHOLE && b.length <= WHOLE) {
    return plain(a) === plain(b) ? [JSON.stringify(a), JSON.stringify(b)] : [plain(a), plain(b)];
  }
  const start = sharedStart(a, b);
  const tail = sharedStart([...a].toReversed().join(""), [...b].toReversed().join(""));
  const cut = (text: string): string =>
    excerpt(text, start - AROUND, Math.max(start + 1, text.length - tail) + AROUND);
  const [from, to] = [cut(a), cut(b)];
  return plain(from) === plain(to)
    ? [JSON.stringify(from), JSON.stringify(to)]
    : [plain(from), plain(to)];
}
