import type { Language } from "../../core/policy/text.ts";

const es = {
  question: "¿Quedó conforme con la atención de este ticket?",
  yes: "Sí, quedé conforme",
  no: "No quedé conforme",
  words: "Si quiere, díganos por qué",
  given: {
    good: "Usted respondió que quedó conforme.",
    bad: "Usted respondió que no quedó conforme.",
  },
  change: "Puede cambiar su respuesta durante 14 días.",
  why: "Lo leen las personas de la mesa. No reabre el ticket: si el problema sigue, presente uno nuevo que cite este.",
  thanks: "Gracias. Registramos su respuesta.",
  mail: "¿Quedó conforme con la atención? Díganoslo con un clic",
};

const en: typeof es = {
  question: "Are you content with how this ticket was attended?",
  yes: "Yes, I am content",
  no: "No, I am not content",
  words: "If you like, tell us why",
  given: {
    good: "You answered that you are content.",
    bad: "You answered that you are not content.",
  },
  change: "You can change your answer for 14 days.",
  why: "The people of the desk read it. It does not reopen the ticket: if the problem goes on, file a new one that cites this.",
  thanks: "Thank you. We recorded your answer.",
  mail: "Are you content with how you were attended? Tell us with one click",
};

/** What a client is asked of how they were attended. */
export const opinionWords: Readonly<Record<Language, typeof es>> = { es, en };
