/** Edits (insert, delete, replace, swap of neighbours counts two) that turn one word into another, up to `most`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? most + 1;
}

/** The longest list of names that helps whoever mistook one. */
const MOST_LISTED = 12;

/** What is said of a name that stands for nothing: the one probably meant, or else all that there are, if few. */
export function meantOf(
  name: string,
  known: readonly string[],
): { readonly near: string | null; readonly known?: readonly string[] } {
  const near = nearest(name, known);
  return near !== null || known.length === 0 || known.length > MOST_LISTED
    ? { near }
    : { near, known };
}

/** The known word that was probably meant, or null where none is within two edits. */
export function nearest(word: string, known: Iterable<string>): string | null {
  const most = word.length > 4 ? 2 : 1;
  let best: string | null = null;
  let least = most + 1;
  if (word.length > 60) return null;
  for (const candidate of known) {
    const edits = distance(word, candidate, most);
    if (edits < least) {
      best = candidate;
      least = edits;
    }
  }
  return best;
}
