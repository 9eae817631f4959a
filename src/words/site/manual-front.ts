import type { Language } from "../../core/policy/text.ts";

const es = {
  organisation: "Organización",
  version: "Versión",
  inForce: "En vigor",
  held: "Vigencia",
  draft: "borrador, sin publicar",
  draftEdition: "Borrador, sin publicar",
  since: (date: string) => `desde el ${date}`,
  fromTo: (from: string, to: string) => `del ${from} al ${to}`,
  fingerprint: "Huella de sus reglas",
  pdf: "Descargar en PDF",
  versions: "Todas las versiones",
  pageOf: (page: number, pages: number) => `Página ${page} de ${pages}`,
  pastEdition: (number: number, from: string, to: string) =>
    `Versión ${number}, en vigor del ${from} al ${to}`,
  edition: (number: number, date: string) => `Versión ${number}, en vigor desde el ${date}`,
  superseded: (from: string, to: string) =>
    `Esta versión no está en vigor: rigió del ${from} al ${to}. Los tickets que se abrieron con ella conservan sus plazos.`,
  scheduled: (from: string) => `Esta versión aún no está en vigor: rige a partir del ${from}.`,
  readCurrent: "Leer el manual en vigor",
  glance: "Lo que prometemos, en una página",
  glanceLead:
    "Donde hay dos tiempos, el primero es el que esperamos y el segundo, el más tardío que se permite. Los capítulos que siguen dicen cómo se cuenta cada uno.",
  promiseTo: "Promesa",
  every: "Para toda solicitud",
  attended: "Se atiende",
  ways: "Se pide por",
  silence: "Si no nos responde",
  silenceCloses: (term: string) => `se cierra, con aviso previo, después de ${term}`,
  silenceClosesAtOnce: (term: string) => `se cierra después de ${term}`,
  charge: "Qué se cobra",
  chargeSome: (what: string) => `${what}, y solo si usted lo acepta antes`,
  emergency: "Urgencias",
  emergencySome: "se declaran por un motivo de la lista de este manual",
};

const en: typeof es = {
  organisation: "Organisation",
  version: "Version",
  inForce: "In force",
  held: "Holds",
  draft: "draft, not published",
  draftEdition: "Draft, not published",
  since: (date) => `since ${date}`,
  fromTo: (from, to) => `from ${from} to ${to}`,
  fingerprint: "Fingerprint of its rules",
  pdf: "Download as PDF",
  versions: "All versions",
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  pastEdition: (number, from, to) => `Version ${number}, in force from ${from} to ${to}`,
  edition: (number, date) => `Version ${number}, in force since ${date}`,
  superseded: (from, to) =>
    `This version is not in force: it held from ${from} to ${to}. Tickets that were opened under it keep its times.`,
  scheduled: (from) => `This version is not in force yet: it holds from ${from}.`,
  readCurrent: "Read the manual in force",
  glance: "What we promise, on one page",
  glanceLead:
    "Where there are two times, the first is the one we expect and the second the latest that is allowed. The chapters that follow say how each is counted.",
  promiseTo: "Promise",
  every: "For every request",
  attended: "Attended",
  ways: "Asked for by",
  silence: "If you do not answer",
  silenceCloses: (term) => `it is closed, with a warning before, after ${term}`,
  silenceClosesAtOnce: (term) => `it is closed after ${term}`,
  charge: "What is charged",
  chargeSome: (what) => `${what}, and only if you accept it first`,
  emergency: "Urgencies",
  emergencySome: "are claimed on a ground of this manual's list",
};

/** The words of a manual's cover, of its page at a glance and of its PDF's margins. */
export const manualFrontWords: Readonly<Record<Language, typeof es>> = { es, en };
