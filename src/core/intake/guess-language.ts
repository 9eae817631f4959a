import type { Language } from "../policy/text.ts";

/** Short words that one of the languages has and the other has not. */
const SPANISH =
  "el la los las un una de del que y en por para con no se mi su es al lo como pero más ya me nos está buenos días gracias hola favor saludos tarde tardes puedo puede tengo desde cuando factura";
const ENGLISH =
  "the of and to in is it that for with on my your not this are be have from we you hello thanks please regards cannot can when does but our dear good morning invoice";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const spanish = words(SPANISH);
const english = words(ENGLISH);

/** Characters that are looked at: a long text says nothing more. */
const MOST = 4_000;

/** The language in which something is written, by its short words; where they tell nothing, Spanish. */
export function guessLanguage(text: string): Language {
  const read =
    text
      .slice(0, MOST)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  let [es, en] = [0, 0];
  for (const word of read) {
    if (spanish.has(word)) es += 1;
    if (english.has(word)) en += 1;
  }
  return en > es ? "en" : "es";
}
