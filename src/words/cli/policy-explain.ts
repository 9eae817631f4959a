import type { Language } from "../../core/policy/text.ts";

const es = {
  places: "Está en",
  clocks: "Plazos",
  refusals: "Niega por ella",
  scenarios: "La prueban",
  chapters: "El manual la publica en",
  unproved: "Ningún escenario la prueba.",
  reading: (assumed: string) => `se interpreta así: ${assumed}`,
  promise: (label: string, severity: string, term: string) => `${label}, ${severity}: ${term}`,
  any: "cualquier severidad",
  counts: (places: number, refusals: number, scenarios: number) =>
    `${places} ${places === 1 ? "lugar" : "lugares"}, ${refusals} ${refusals === 1 ? "negativa" : "negativas"}, ${scenarios} ${scenarios === 1 ? "escenario" : "escenarios"}`,
  unknown: (clause: string, known: readonly string[]) =>
    `El manual no tiene la cláusula «${clause}». Tiene: ${known.join(", ")}.`,
  none: "El manual no nombra ninguna cláusula.",
};

const en: typeof es = {
  places: "It stands in",
  clocks: "Promises",
  refusals: "It refuses by it",
  scenarios: "Proved by",
  chapters: "The manual publishes it in",
  unproved: "No scenario proves it.",
  reading: (assumed) => `read as: ${assumed}`,
  promise: (label, severity, term) => `${label}, ${severity}: ${term}`,
  any: "any severity",
  counts: (places, refusals, scenarios) =>
    `${places} ${places === 1 ? "place" : "places"}, ${refusals} ${refusals === 1 ? "refusal" : "refusals"}, ${scenarios} ${scenarios === 1 ? "scenario" : "scenarios"}`,
  unknown: (clause, known) => `The manual has no clause "${clause}". It has: ${known.join(", ")}.`,
  none: "The manual names no clause.",
};

/** The words of `plazo policy explain`. */
export const policyExplainWords: Readonly<Record<Language, typeof es>> = { es, en };
