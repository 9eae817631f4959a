import { createContext, use, useLayoutEffect, useMemo } from "react";
import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components";
import type { Language, Text } from "../../core/policy/text.ts";
import { inLanguage } from "../../core/policy/text.ts";
import { localeOf } from "../../words/dates.ts";
import { workspaceWords } from "../../words/workspace/words.ts";
import type { WorkspaceWords } from "../../words/workspace/words.ts";
import { prefer, usePreferences } from "./preferences.ts";

interface Reading {
  readonly language: Language;
  readonly words: WorkspaceWords;
  /** A desk's own words in the reader's language. */
  readonly text: (text: Text | { readonly es: string; readonly en?: string | undefined }) => string;
  readonly choose: (language: Language) => void;
}

const Context = createContext<Reading | null>(null);

function browserLanguage(): Language {
  return navigator.language.startsWith("en") ? "en" : "es";
}

function readingIn(language: Language): Reading {
  return {
    language,
    words: workspaceWords[language],
    text: ({ es, en }) => inLanguage(en === undefined ? { es } : { es, en }, language),
    choose: (wished) => void prefer({ language: wished }),
  };
}

/** Gives what is below it its words; the choice is one of their preferences. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const language = usePreferences().language ?? browserLanguage();
  const locale = localeOf(language);
  // The request layer reads it from the page, so that refusals come in the same language.
  useLayoutEffect(() => document.documentElement.setAttribute("lang", locale), [locale]);
  const reading = useMemo(() => readingIn(language), [language]);
  return (
    <I18nProvider locale={locale}>
      <Context value={reading}>{children}</Context>
    </I18nProvider>
  );
}

/** The reader's language and the words in it. */
export function useWords(): Reading {
  const reading = use(Context);
  if (reading === null) throw new Error("no language above this");
  return reading;
}
