import type { ExplainWords } from "./explain-words.ts";

/** Explanations in Spanish, with usted. */
export const es: ExplainWords = {
  counts: (used) => `cuenta ${used}`,
  countsNot: (why) => `no cuenta: ${why}`,
  soFar: (total) => `van ${total}`,
  soFarOf: (total, promised) => `van ${total} de ${promised}`,
  outsideHours: "fuera del horario",
  break: "descanso",
  solved: "resuelto, en espera de su confirmación",
  holiday: (name, source) =>
    ["día inhábil", ...(name === "" ? [] : [name]), ...(source === "" ? [] : [source])].join(", "),
  exception: (name) => `horario especial${name === "" ? "" : `, ${name}`}`,
  paused: {
    "waiting-for-client": "en espera de su respuesta",
    "waiting-for-authorisation": "en espera de una autorización",
    "waiting-for-third-party": "en espera de un tercero",
    "awaiting-confirmation": "en espera de que usted confirme la solución",
    scheduled: "programado para después",
  },
  target: (at) => `objetivo: ${at}`,
  limit: (at) => `límite: ${at}`,
  promised: (at) => `prometido antes de que cambiara el horario: ${at}`,
  term: (term) => `plazo: ${term}`,
  elapsed: (used) => `cuenta ${used} de tiempo corrido`,
  clauses: (clauses) => `según ${clauses}`,
  version: (number) => `versión ${number} del manual`,
  assumed: (reading) => `se interpreta así: ${reading}`,
};
