import type { Language } from "../../core/policy/text.ts";

const es = {
  onItsWay: "guardando",
  putBack: "No se hizo",
  region: "Lo que no se hizo",
  notDone: (act: string, folio: string): string => `No se hizo en ${folio}: ${act}.`,
  neither: (acts: string): string => `Tampoco lo que seguía: ${acts}.`,
  offline: "No hubo conexión con el servidor. El ticket se muestra como estaba.",
  typed: (text: string): string => `Lo que escribió se conserva: «${text}»`,
  again: "Intentar de nuevo",
  drop: "Descartar",
  confirmUrgency: "confirmar la urgencia",
  refuseUrgency: "no aceptar la urgencia",
};

const en: typeof es = {
  onItsWay: "saving",
  putBack: "Not done",
  region: "What was not done",
  notDone: (act, folio) => `Not done in ${folio}: ${act}.`,
  neither: (acts) => `Nor what followed: ${acts}.`,
  offline: "The server could not be reached. The ticket is shown as it was.",
  typed: (text) => `What you wrote is kept: “${text}”`,
  again: "Try again",
  drop: "Discard",
  confirmUrgency: "confirm the urgency",
  refuseUrgency: "do not accept the urgency",
};

/** Words of acts that are shown before the server answered, and of those that were put back. */
export const underwayWords: Readonly<Record<Language, typeof es>> = { es, en };
