import type { Language } from "../../core/policy/text.ts";

const es = {
  notFound: (path: string, why: string) => `${path}: no se puede leer: ${why}`,
  sound: "sin hallazgos",
  sat: (code: string) => `, el SAT: ${code}`,
  total: (
    files: number,
    counts: { error: number; warning: number; note: number; unreadable: number },
  ) =>
    `${files} archivos: ${counts.error} con errores, ${counts.warning} con advertencias, ${counts.note} con notas, ${counts.unreadable} que no se pudieron abrir`,
};

const en: typeof es = {
  notFound: (path, why) => `${path}: it cannot be read: ${why}`,
  sound: "nothing found",
  sat: (code) => `, SAT: ${code}`,
  total: (files, counts) =>
    `${files} files: ${counts.error} with errors, ${counts.warning} with warnings, ${counts.note} with notes, ${counts.unreadable} that could not be opened`,
};

/** The words of `plazo cfdi check` in a language. */
export function cfdiCheckWords(language: Language): typeof es {
  return { es, en }[language];
}
