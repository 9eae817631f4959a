import type { Mark, PauseReason } from "../core/policy/clock-rule.ts";
import type { Language } from "../core/policy/text.ts";

const es: Readonly<Record<Mark, string>> = {
  received: "la recepción de la solicitud",
  classified: "la clasificación por un especialista",
  contacted: "el primer contacto de una persona de la mesa",
  told: "una respuesta de la mesa",
  "told.progress": "un aviso de avance",
  "told.solved": "el aviso de la solución",
  asked: "una pregunta al cliente",
  "client-said": "una respuesta del cliente",
  solved: "la solución, con su causa y su remedio",
  reopened: "el aviso de que no quedó resuelto",
  confirmed: "la confirmación del cliente",
  closed: "el cierre",
  assigned: "la asignación a un técnico",
  routed: "el paso a otro nivel",
  "handed-back": "la devolución de un nivel",
  "call-attempted": "un intento de llamada",
  "urgency-claimed": "la declaración de urgencia",
};

const en: Readonly<Record<Mark, string>> = {
  received: "reception of the request",
  classified: "classification by a specialist",
  contacted: "first contact by a person of the desk",
  told: "an answer of the desk",
  "told.progress": "a progress update",
  "told.solved": "notice of the solution",
  asked: "a question to the client",
  "client-said": "an answer of the client",
  solved: "the solution, with its cause and remedy",
  reopened: "notice that it was not solved",
  confirmed: "the client's confirmation",
  closed: "closing",
  assigned: "assignment to a technician",
  routed: "routing to another level",
  "handed-back": "a level handing it back",
  "call-attempted": "a call attempt",
  "urgency-claimed": "a claim of urgency",
};

/** What each mark of a ticket's life is called in the manual: what a clock counts from and to. */
export const markWords: Readonly<Record<Language, Readonly<Record<Mark, string>>>> = { es, en };

/** Why a clock is paused, as an adverb: "el reloj se detiene …". */
export const pauseWords: Readonly<Record<Language, Readonly<Record<PauseReason, string>>>> = {
  es: {
    "waiting-for-client": "mientras esperamos su respuesta",
    "waiting-for-authorisation": "mientras esperamos una autorización",
    "waiting-for-third-party": "mientras esperamos a un tercero",
    "awaiting-confirmation": "mientras usted confirma la solución",
    scheduled: "cuando se acuerda una fecha con usted",
  },
  en: {
    "waiting-for-client": "while we wait for your answer",
    "waiting-for-authorisation": "while we wait for an authorisation",
    "waiting-for-third-party": "while we wait for a third party",
    "awaiting-confirmation": "while you confirm the solution",
    scheduled: "where a date is agreed with you",
  },
};
