import type { Language } from "../../core/policy/text.ts";
import { termed } from "../terms.ts";

const es = {
  title: "Artículos de ayuda",
  lead: "Paso a paso, lo que más se pregunta.",
  version: (number: number, date: string) => `Versión ${number} del manual, del ${date}`,
  others: "Otros artículos",
  ask: "Pedir ayuda",
  inSentence: "los artículos de ayuda",
  before: "Antes de enviar, quizá le sirva:",
  manual: "el manual de soporte",
};

const en: typeof es = {
  title: "Help articles",
  lead: "Step by step, what is asked most.",
  version: (number, date) => `Version ${number} of the manual, of ${date}`,
  others: "Other articles",
  ask: "Ask for help",
  inSentence: "the help articles",
  before: "Before sending, this may help:",
  manual: "the support manual",
};

/** The words around a desk's articles. */
export const articleWords: Readonly<Record<Language, typeof es>> = termed({ es, en });
