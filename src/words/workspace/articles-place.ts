import type { Language } from "../../core/policy/text.ts";

/** What the way to the articles is called: apart, so that the frame brings no other words of theirs. */
export const articlesPlace: Readonly<Record<Language, string>> = {
  es: "Artículos",
  en: "Articles",
};
