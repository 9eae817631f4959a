const es = {
  "no-such-composition": "No existe ese borrador.",
  "reply-departing":
    "Alguien más acaba de responder y su mensaje está por salir. Léalo antes de enviar.",
  "left-already": "Ya salió: no se puede deshacer ni cambiar.",
  "draft-changed": "Este borrador se cambió en otro equipo.",
  "departure-failed": "Algo falló al enviarlo y no salió nada.",
  "placeholder-unfilled": "Quedan espacios sin llenar. Escríbalos o quítelos antes de enviar.",
  "nothing-to-send": "No hay nada que enviar.",
  "no-such-canned": "No existe esa respuesta preparada.",
  "canned-meanwhile": "Alguien más cambió esta respuesta. Vuelva a abrirla.",
  "canned-too-many": "Ya hay 500 respuestas preparadas. Quite alguna antes de agregar otra.",
};

const en: Readonly<Record<keyof typeof es, string>> = {
  "no-such-composition": "There is no such draft.",
  "reply-departing":
    "Somebody else has just answered and their message is about to leave. Read it before sending.",
  "left-already": "It has left already and cannot be undone or changed.",
  "draft-changed": "This draft was changed on another computer.",
  "departure-failed": "Something failed while sending, and nothing left.",
  "placeholder-unfilled":
    "Some blanks are still to be filled in. Write them or remove them before sending.",
  "nothing-to-send": "There is nothing to send.",
  "no-such-canned": "There is no such canned reply.",
  "canned-meanwhile": "Somebody else changed this reply. Open it again.",
  "canned-too-many": "There are 500 canned replies already. Remove some before adding another.",
};

const unfilled = {
  es: (left: string) =>
    `Quedan espacios sin llenar: ${left}. Escríbalos o quítelos antes de enviar.`,
  en: (left: string) =>
    `Some blanks are still to be filled in: ${left}. Write them or remove them before sending.`,
} as const;

/** The same refusal with the places named. */
export function unfilledInWords(left: readonly string[], language: "es" | "en"): string {
  return unfilled[language](left.join(", "));
}

/** Why what is written to a ticket does not leave, or is not kept, and why a prepared answer is not. */
export const compositionRefusals = { es, en } as const;
