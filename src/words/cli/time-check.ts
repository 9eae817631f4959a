import type { Language } from "../../core/policy/text.ts";

const es = {
  unreadable: (file: string, why: string) => `No se puede leer ${file}: ${why}.`,
  notJson: (file: string, at: string) => `${file} no es JSON${at}.`,
  at: (line: string, column: string) => ` (línea ${line}, columna ${column})`,
  notCases: (file: string, keys: string) =>
    `${file} no es un archivo de casos; falta o está mal: ${keys}. Lleva «schedules», un objeto de horarios por nombre, y «cases», una lista de al menos un caso.`,
  whole: "todo el archivo",
};

const en: typeof es = {
  unreadable: (file, why) => `${file} cannot be read: ${why}.`,
  notJson: (file, at) => `${file} is not JSON${at}.`,
  at: (line, column) => ` (line ${line}, column ${column})`,
  notCases: (file, keys) =>
    `${file} is no file of cases; missing or wrong: ${keys}. It has “schedules”, an object of hours by name, and “cases”, a list of at least one case.`,
  whole: "the whole file",
};

/** What the check of a file of cases says of the file itself. */
export const timeCheckWords: Readonly<Record<Language, typeof es>> = { es, en };
