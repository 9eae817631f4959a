import type { Path } from "../problem.ts";
import type { ClauseSource } from "../schema/words.ts";
import { readLength } from "./length.ts";
import { sourceOf } from "./reading.ts";
import type { Reading } from "./reading.ts";

type Stated =
  | string
  | {
      readonly is: string;
      readonly clause?: ClauseSource | undefined;
      readonly assumed?: string | undefined;
    };

/** A figure that the manual states, and where; the clause and the reading that it carries are noted. */
export function figureOf(
  reading: Reading,
  said: Stated | undefined,
  path: Path,
): { readonly text: string; readonly path: Path } | null {
  if (said === undefined) return null;
  if (typeof said === "string") return { text: said, path };
  sourceOf(reading, said, path);
  return { text: said.is, path: [...path, "is"] };
}

/** A length as the manual states it, whatever it leaves open ("3 days"); says so where it is none. */
export function statedLength(
  reading: Reading,
  said: Stated | undefined,
  path: Path,
): string | null {
  const figure = figureOf(reading, said, path);
  if (figure === null) return null;
  const read = readLength(figure.text);
  const size = read === null ? 0 : "ms" in read ? read.ms : read.n;
  if (size > 0) return figure.text;
  reading.say("unreadable-length", { path: figure.path }, { text: figure.text });
  return null;
}
