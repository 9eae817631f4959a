import type { Language } from "../../core/policy/text.ts";

const es = {
  /** Above the words of a mail that came after its ticket's end. */
  afterTheEnd: (address: string) =>
    `Correo de ${address}, recibido después del cierre. No reabre nada; a quien hizo la solicitud se le explicó cómo seguir.`,
  /** Below the words of a mail: files that are only in the mail as it came. */
  leftOut: (names: readonly string[]) =>
    `[No se adjuntó y está en el correo original: ${names.join(", ")}]`,
  returnedSubject: (desk: string) => `${desk}: su mensaje necesita otro asunto`,
  returnedBody: (names: string) =>
    `Recibimos su mensaje, pero su asunto no dice de qué se trata. Responda a este correo${names === "" ? " con un asunto que lo diga" : ` con un asunto que diga: ${names}`}; no necesita escribir lo demás otra vez.\n\nSi prefiere, use el formulario:\n\n{liga}`,
  returnedOpen: "Abrir el formulario",
};

const en: typeof es = {
  afterTheEnd: (address) =>
    `Mail of ${address}, received after the end. It reopens nothing; whoever made the request was told how to go on.`,
  leftOut: (names) => `[Not attached, and kept in the original mail: ${names.join(", ")}]`,
  returnedSubject: (desk) => `${desk}: your message needs another subject`,
  returnedBody: (names) =>
    `We received your message, but its subject does not say what it is about. Answer this mail${names === "" ? " with a subject that says it" : ` with a subject that says: ${names}`}; you need not write the rest again.\n\nIf you prefer, use the form:\n\n{liga}`,
  returnedOpen: "Open the form",
};

/** The words around mail that came, in a language. */
export function receivedWords(language: Language): typeof es {
  return language === "es" ? es : en;
}
