import type { Language } from "../../core/policy/text.ts";

const es = new Map([
  ["ENOENT", "no existe"],
  ["ENOTDIR", "no existe"],
  ["EISDIR", "es una carpeta"],
  ["EACCES", "este usuario no tiene permiso de leerlo"],
  ["EPERM", "este usuario no tiene permiso de leerlo"],
  ["ENAMETOOLONG", "su nombre es demasiado largo"],
]);

const en: typeof es = new Map([
  ["ENOENT", "there is no such file"],
  ["ENOTDIR", "there is no such file"],
  ["EISDIR", "it is a folder"],
  ["EACCES", "this user may not read it"],
  ["EPERM", "this user may not read it"],
  ["ENAMETOOLONG", "its name is too long"],
]);

const words: Readonly<Record<Language, ReadonlyMap<string, string>>> = { es, en };

/** Why a file cannot be read, by the operating system's code; the bare code where it has no words. */
export function sayFileFault(code: string, language: Language): string {
  return words[language].get(code) ?? code;
}
