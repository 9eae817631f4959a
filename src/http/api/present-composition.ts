import type { Composition as Presented } from "../../contract/compositions.ts";
import type { Language } from "../../core/policy/text.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Composition } from "../../desk/compositions/keep.ts";
import { deskRefusalInWords } from "../../words/desk-refusals.ts";
import { isWorded, refusalInWords } from "../../words/refusals.ts";

/** A composition as the wire says it to one of the desk's people, with why it did not leave in their words. */
export function presentComposition(
  one: Composition,
  reader: string,
  language: Language,
): Presented {
  const { id, folio, authorName, author, mode, seen, state, updated, leavesAt, stopped } = one;
  const { sees: _sees, ...content } = one.content as Composition["content"] & { sees?: unknown };
  return {
    ...{ id, folio, byName: authorName, mine: author === reader, mode, seen, state, updated },
    ...{ leavesAt, content },
    stopped:
      stopped === null
        ? null
        : {
            code: stopped.refused,
            title: wordsOf(stopped, language),
            facts: { ...stopped.facts },
          },
  };
}

function wordsOf(refusal: Refusal, language: Language): string {
  if (isWorded(refusal)) return refusalInWords(refusal, language);
  return deskRefusalInWords(refusal, language) ?? refusal.refused;
}
