import type { Language } from "../../core/policy/text.ts";

interface Words {
  readonly by: (name: string, moment: string) => string;
  readonly warning: string;
  readonly use: string;
  readonly discard: string;
}

const es: Words = {
  by: (name, moment) => `Respuesta propuesta por ${name}, ${moment}`,
  warning: "Nadie la ha revisado ni se ha enviado. Léala completa antes de usarla.",
  use: "Usarla",
  discard: "Descartarla",
};

const en: Words = {
  by: (name, moment) => `Reply proposed by ${name}, ${moment}`,
  warning: "Nobody has checked it and it was not sent. Read it whole before you use it.",
  use: "Use it",
  discard: "Discard it",
};

/** What the workspace says of replies that programs propose. */
export const draftWords: Readonly<Record<Language, Words>> = { es, en };
