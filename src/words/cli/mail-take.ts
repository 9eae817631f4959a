import type { Language } from "../../core/policy/text.ts";

type Became = "filed" | "joined" | "kept" | "quarantined" | "bounced" | "repeated";

const es = {
  became: {
    filed: "abrió un ticket",
    joined: "se unió a un ticket",
    kept: "guardado",
    quarantined: "en cuarentena",
    bounced: "rebote anotado",
    repeated: "ya estaba",
  } as Readonly<Record<Became, string>>,
  failed: (why: string) => `no se pudo recibir: ${why}`,
  total: (files: number, taken: number, failed: number) =>
    `${files} archivos: ${taken} recibidos, ${failed} que no se pudieron`,
};

const en: typeof es = {
  became: {
    filed: "opened a ticket",
    joined: "joined a ticket",
    kept: "kept",
    quarantined: "in quarantine",
    bounced: "bounce recorded",
    repeated: "there already",
  },
  failed: (why) => `could not be taken in: ${why}`,
  total: (files, taken, failed) => `${files} files: ${taken} taken in, ${failed} that could not be`,
};

/** The words of `plazo mail take` in a language. */
export function mailTakeWords(language: Language): typeof es {
  return language === "en" ? en : es;
}
