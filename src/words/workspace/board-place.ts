import type { Language } from "../../core/policy/text.ts";

/** What the place of the board is called: apart from its other words, which only its pages fetch. */
export const boardPlaceWords: Readonly<Record<Language, { readonly title: string }>> = {
  es: { title: "Tablero" },
  en: { title: "Board" },
};
