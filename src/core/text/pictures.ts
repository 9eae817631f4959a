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

/**
 * A text in pieces: its words, and the pictures that stand among them as their name in brackets
 * ("[captura.png]"), each once, where its name stands first. What names no picture of the message is
 * words.
 */
export function withPictures<File extends Pictured>(
  text: string,
  files: readonly File[],
): readonly (string | File)[] {
  const left = files.filter(isPicture);
  const pieces: (string | File)[] = [];
  let words = "";
  for (const piece of text.split(/(\[[^[\]\n]{1,255}\])/u)) {
    const at = left.findIndex(({ name }) => isNamed(piece, name));
    const [file] = at === -1 ? [] : left.splice(at, 1);
    if (file === undefined) words += piece;
    else {
      if (words !== "") pieces.push(words);
      pieces.push(file);
      words = "";
    }
  }
  return words === "" ? pieces : [...pieces, words];
}

/** A file is kept under the ending of what it is, whatever its mail called it. */
function isNamed(piece: string, name: string): boolean {
  if (!piece.startsWith("[")) return false;
  const said = piece.slice(1, -1);
  const kept = name.replaceAll("[", "(").replaceAll("]", ")");
  return kept === said || kept.startsWith(`${said}.`);
}
