import type { Language } from "../../core/policy/text.ts";

/** Why a desk's manual was not started. */
export type NotStarted = "exists" | "bad-id" | "bad-zone" | "taken" | "unwritable";

interface PolicyNewWords {
  readonly written: (file: string) => string;
  readonly next: (steps: {
    readonly check: string;
    readonly test: string;
    readonly serve: string;
  }) => readonly string[];
  readonly refused: Readonly<Record<NotStarted, (what: string) => string>>;
}

const es: PolicyNewWords = {
  written: (file) => `${file} escrito.`,
  next: ({ check, test, serve }) => [
    "Lo que sigue:",
    `  ${check}    revisarlo cada vez que lo cambie`,
    `  ${test}    vivir sus escenarios`,
    `  ${serve}    servirlo`,
  ],
  refused: {
    exists: (file) => `${file} ya existe: no se escribió nada. Elija otra carpeta.`,
    "bad-id": (id) =>
      `«${id}» no sirve como identificador: minúsculas sin acentos, dígitos y guiones, y empieza con una letra (--id mesa-de-pagos).`,
    "bad-zone": (zone) => `«${zone}» no es un huso horario, como America/Mexico_City (--zone).`,
    taken: (id) => `Ya hay una mesa «${id}» junto a esa carpeta: elija otro identificador (--id).`,
    unwritable: (why) => `No se puede escribir: ${why}`,
  },
};

const en: PolicyNewWords = {
  written: (file) => `${file} written.`,
  next: ({ check, test, serve }) => [
    "What comes next:",
    `  ${check}    check it whenever you change it`,
    `  ${test}    live its scenarios`,
    `  ${serve}    serve it`,
  ],
  refused: {
    exists: (file) => `${file} exists already: nothing was written. Choose another folder.`,
    "bad-id": (id) =>
      `"${id}" is no identifier: lower case without accents, digits and hyphens, beginning with a letter (--id payments-desk).`,
    "bad-zone": (zone) => `"${zone}" is not a time zone, such as America/Mexico_City (--zone).`,
    taken: (id) =>
      `There is a desk "${id}" beside that folder already: choose another identifier (--id).`,
    unwritable: (why) => `It cannot be written: ${why}`,
  },
};

/** The words of `plazo policy new`. */
export function policyNewWords(language: Language): PolicyNewWords {
  return language === "en" ? en : es;
}
