import type { Language } from "../core/policy/text.ts";

interface PolicyCheckWords {
  readonly levels: Readonly<Record<"error" | "warning" | "note", string>>;
  readonly assumed: (count: number) => string;
  readonly examples: (passed: number, failed: number) => string;
  readonly exampleFails: (clock: string, stated: string, computed: string) => string;
  readonly never: string;
  readonly fine: (desk: string, clocks: number, clauses: number) => string;
  readonly wrong: (errors: number) => string;
  readonly unreadable: (file: string, why: string) => string;
}

const es: PolicyCheckWords = {
  levels: { error: "error", warning: "aviso", note: "nota" },
  assumed: (count) => `Lecturas adoptadas donde el manual calla o se contradice: ${count}`,
  examples: (passed, failed) => `Ejemplos del manual: ${passed} se cumplen, ${failed} no`,
  exampleFails: (clock, stated, computed) =>
    `el ejemplo de «${clock}» dice ${stated} y los plazos del manual dan ${computed}`,
  never: "nunca",
  fine: (desk, clocks, clauses) =>
    `${desk}: manual correcto, ${clocks} relojes, ${clauses} cláusulas citadas`,
  wrong: (errors) => (errors === 1 ? "1 error" : `${errors} errores`),
  unreadable: (file, why) => `No se puede leer ${file}: ${why}`,
};

const en: PolicyCheckWords = {
  levels: { error: "error", warning: "warning", note: "note" },
  assumed: (count) => `Readings taken where the manual is silent or contradicts itself: ${count}`,
  examples: (passed, failed) => `Examples of the manual: ${passed} hold, ${failed} do not`,
  exampleFails: (clock, stated, computed) =>
    `the example of "${clock}" says ${stated} and the manual's promises give ${computed}`,
  never: "never",
  fine: (desk, clocks, clauses) =>
    `${desk}: a sound manual, ${clocks} clocks, ${clauses} clauses quoted`,
  wrong: (errors) => (errors === 1 ? "1 error" : `${errors} errors`),
  unreadable: (file, why) => `Cannot read ${file}: ${why}`,
};

/** The words of `plazo policy check`. */
export function policyCheckWords(language: Language): PolicyCheckWords {
  return language === "en" ? en : es;
}
