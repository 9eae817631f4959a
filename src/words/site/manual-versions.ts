import type { Language } from "../../core/policy/text.ts";

const es = {
  title: "Versiones del manual",
  lead: "Cada ticket se rige por la versión con la que se abrió; por eso todas se pueden leer.",
  version: "Versión",
  held: "Vigencia",
  reason: "Por qué cambió",
  read: (number: number) => `Versión ${number}`,
  since: (from: string) => `Desde el ${from}`,
  fromTo: (from: string, to: string) => `Del ${from} al ${to}`,
  is: { "in-force": "En vigor", superseded: "Ya no rige", scheduled: "Aún no rige" },
  noReason: "—",
  changes: (before: number) => `Qué cambió respecto de la versión ${before}`,
  noChanges: "Nada que se lea en el manual.",
  first: "Es la primera versión.",
  current: "Leer el manual en vigor",
};

const en: typeof es = {
  title: "Versions of the manual",
  lead: "Each ticket goes by the version under which it was opened; that is why all can be read.",
  version: "Version",
  held: "In force",
  reason: "Why it changed",
  read: (number) => `Version ${number}`,
  since: (from) => `Since ${from}`,
  fromTo: (from, to) => `From ${from} to ${to}`,
  is: { "in-force": "In force", superseded: "No longer in force", scheduled: "Not in force yet" },
  noReason: "—",
  changes: (before) => `What changed from version ${before}`,
  noChanges: "Nothing that is read in the manual.",
  first: "It is the first version.",
  current: "Read the manual in force",
};

/** The words of the list of a manual's versions, and of what changed between two. */
export const manualVersionWords: Readonly<Record<Language, typeof es>> = { es, en };
