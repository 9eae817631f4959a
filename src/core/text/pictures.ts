/** A file of a message, as far as it may stand in its text. */
export interface Pictured {
  readonly name: string;
  readonly type: string;
}

/** Pictures that are drawn beside words: points of colour, and nothing that could hold a script. */
const pictures: ReadonlySet<string> = new Set([
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
]);

/** Whether a file is a picture that is drawn where its message is shown. */
export function isPicture({ type }: Pick<Pictured, "type">): boolean {
  return pictures.has(type);
}

/** What stands for a picture in a text: its name in brackets, of which the name itself has none. */
export function pictureMark(name: string): string {
  return `[${name.replaceAll("[", "(").replaceAll("]", ")")}]`;
}

/**
 * A text in pieces: its words, and the pictures that stand among them as their name in brackets
 * ("[captura.png]"), each once, where its name stands first. What names no picture of the message is
 * words.
 */
export function withPictures<File extends Pictured>(
  text: string,
  files: readonly File[],
): readonly (string | File)[] {
  const named = byName(files.filter(isPicture));
  if (named.size === 0) return text === "" ? [] : [text];
  const shown = new Set<File>();
  const pieces: (string | File)[] = [];
  let words = "";
  for (const piece of text.split(/(\[[^[\]\n]{1,255}\])/u)) {
    const file = nextOf(named.get(piece), shown);
    if (file === undefined) words += piece;
    else {
      shown.add(file);
      if (words !== "") pieces.push(words);
      pieces.push(file);
      words = "";
    }
  }
  return words === "" ? pieces : [...pieces, words];
}

function nextOf<File>(named: File[] | undefined, shown: ReadonlySet<File>): File | undefined {
  while (named !== undefined && named.length > 0) {
    const file = named.shift();
    if (file !== undefined && !shown.has(file)) return file;
  }
  return undefined;
}

/**
 * Pictures by what stands for them in a text, in their order: looked up once for each place, for a
 * mail may have a hundred thousand. A file is kept under the ending of what it is, whatever its mail
 * called it.
 */
function byName<File extends Pictured>(files: readonly File[]): ReadonlyMap<string, File[]> {
  const named = new Map<string, File[]>();
  for (const file of files) {
    const parts = file.name.split(".");
    const names = parts.map((_, at) => parts.slice(0, parts.length - at).join("."));
    for (const name of names) {
      const mark = pictureMark(name);
      named.set(mark, [...(named.get(mark) ?? []), file]);
    }
  }
  return named;
}
