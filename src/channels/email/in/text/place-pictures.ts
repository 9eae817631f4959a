import { pictureMark } from "../../../../core/text/pictures.ts";

/** Where a picture stands in a text: the Content-ID of its part (RFC 2392), as Outlook writes it too. */
const mark = /\[cid:([^\]\s]{1,500})\]/gu;

/** What Gmail writes into the plain text where a picture stands. */
const gmailMark = /\[(?:image|imagen): [^\]\n]{1,300}\]/giu;

/** Pictures that are put in their place: a newsletter has hundreds, and each is looked for. */
const most = 100;

/** Lines among which a place is looked for: nobody reads on to a picture below them. */
const mostLines = 5_000;

/** The mark of a part, by its Content-ID. */
export function markOf(contentId: string): string {
  return `[cid:${contentId.replaceAll(/[\]\s]/gu, "")}]`;
}

/** A line without what quotes it and how it is spaced, for finding it again. */
const bare = (line: string): string =>
  line
    .replace(/^[>\s]+/u, "")
    .replaceAll(mark, "")
    .replaceAll(/\s+/gu, " ")
    .trim()
    .toLowerCase();

/** Characters at the end of a line by which it is found again, though programs wrap it elsewhere. */
const ANCHOR = 40;

interface Standing {
  readonly id: string;
  readonly quote: string;
  /** The end of what is said right before it; "": nothing is. */
  readonly after: string;
}

/**
 * The plain text of a message with the pictures of its HTML in their places: what is said before each
 * is found again, in order. Marks that the plain text brings stay, or are given their picture; one
 * whose place is not found is left out, and its file stays among the others.
 */
export function placePictures(plain: string, marked: string): string {
  const standing = standingOf(marked);
  if (standing.length === 0 || plain.search(mark) !== -1) return plain;
  const rest = standing.map(({ id }) => id);
  const named = plain.replaceAll(gmailMark, (whole) => {
    const id = rest.shift();
    return id === undefined ? whole : markOf(id);
  });
  return named === plain ? inserted(plain.split("\n"), standing).join("\n") : named;
}

function standingOf(marked: string): readonly Standing[] {
  const found: Standing[] = [];
  let before = "";
  for (const line of marked.split("\n")) {
    let from = 0;
    for (const { 0: whole, 1: id = "", index } of line.matchAll(mark)) {
      const said = bare(line.slice(from, index));
      if (said !== "") before = said;
      const quote = /^[>\s]*>/u.exec(line)?.[0] ?? "";
      found.push({ id, quote, after: before.slice(-ANCHOR) });
      from = index + whole.length;
      if (found.length === most) return found;
    }
    const said = bare(line.slice(from));
    if (said !== "") before = said;
  }
  return found;
}

function inserted(lines: readonly string[], standing: readonly Standing[]): readonly string[] {
  const said = lines.slice(0, mostLines).map(bare);
  const marks = new Map<number, string[]>();
  let at = -1;
  for (const { id, quote, after } of standing) {
    const found =
      after === ""
        ? -1
        : said.findIndex((_line, index) => index >= at && endsAs(said, index, after));
    if (after !== "" && found === -1) continue;
    at = Math.max(at, found);
    const line = quote === "" ? markOf(id) : `${quote} ${markOf(id)}`;
    marks.set(found, [...(marks.get(found) ?? []), line]);
  }
  return [
    ...(marks.get(-1) ?? []),
    ...lines.flatMap((line, index) => [line, ...(marks.get(index) ?? [])]),
  ];
}

/** Whether what is said up to a line ends so, though it was wrapped before it. */
function endsAs(said: readonly string[], index: number, after: string): boolean {
  if (said[index]?.at(-1) !== after.at(-1)) return false;
  return said
    .slice(Math.max(0, index - 2), index + 1)
    .join(" ")
    .endsWith(after);
}

/** A text with the names of the pictures in place of their Content-IDs; those of parts that are not there are taken out. */
export function namePictures(text: string, nameOf: ReadonlyMap<string, string>): string {
  if (!text.includes("[cid:")) return text;
  return text
    .replaceAll(/ ?\[cid:([^\]\s]{1,500})\]/gu, (whole, id: string) => {
      const name = nameOf.get(id);
      if (name === undefined) return "";
      const space = whole.startsWith(" ") ? " " : "";
      return `${space}${pictureMark(name)}`;
    })
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
}
