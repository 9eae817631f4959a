import type { Language } from "../../core/policy/text.ts";

const es = {
  title: "Su solicitud está registrada",
  folio: "folio del ticket",
  severity: "Severidad",
  provisional: "Es provisional: un especialista la confirma al revisar su caso, y con ella los tiempos.",
  classifiedBy: (answer: string) => `Por lo que eligió: ${answer}.`,
  contactBy: "Nos pondremos en contacto con usted a más tardar el",
  solveWithin: (label: string, term: string) => `${label}: ${term}, contadas desde nuestro primer contacto.`,
  promiseBy: (label: string) => `${label}, a más tardar el`,
  pauses: "Qué detiene el reloj",
  pausesNone: "Nada detiene estos tiempos, salvo el horario de la mesa.",
  pausesText: (reasons: string) => `El tiempo de solución se detiene ${reasons}. Fuera del horario de la mesa tampoco corre.`,
  pauseReasons: {
    "waiting-for-client": "mientras esperamos su respuesta",
    "waiting-for-authorisation": "mientras esperamos una autorización",
    "waiting-for-third-party": "mientras esperamos a un tercero",
    "awaiting-confirmation": "mientras esperamos que usted confirme la solución",
    scheduled: "cuando acordamos una fecha con usted",
  },
  todo: "Qué debe hacer usted",
  todoText: "Nada por ahora. Si le preguntamos algo, conteste en cuanto pueda: el tiempo corre de nuevo con su respuesta.",
  add: "Para agregar información",
  addText: "Use la página del ticket o responda al correo que le enviamos. No abra otro ticket por el mismo problema.",
  phone: "Teléfono",
  follow: "Ver el ticket",
  mailed: (address: string) => `También enviamos el folio y la liga a ${address}.`,
  again: "Ya habíamos recibido esta misma solicitud: es el mismo ticket.",
  needs: {
    ticket: "El teléfono atiende solo con un folio de ticket: tenga el suyo a la mano.",
    passed: (when: string) => `Puede llamar si no hemos respondido el ${when}.`,
  },
};

const en: typeof es = {
  title: "Your request is registered",
  folio: "ticket number",
  severity: "Severity",
  provisional: "It is provisional: a specialist confirms it when looking at your case, and the times with it.",
  classifiedBy: (answer) => `From what you chose: ${answer}.`,
  contactBy: "We will contact you at the latest on",
  solveWithin: (label, term) => `${label}: ${term}, counted from our first contact.`,
  promiseBy: (label) => `${label}, at the latest on`,
  pauses: "What stops the clock",
  pausesNone: "Nothing stops these times, except the desk's hours.",
  pausesText: (reasons) => `The time to solve stops ${reasons}. It does not run outside the desk's hours either.`,
  pauseReasons: {
    "waiting-for-client": "while we wait for your answer",
    "waiting-for-authorisation": "while we wait for an authorisation",
    "waiting-for-third-party": "while we wait for a third party",
    "awaiting-confirmation": "while we wait for you to confirm the solution",
    scheduled: "where we agree on a date with you",
  },
  todo: "What you need to do",
  todoText: "Nothing for now. If we ask you something, answer as soon as you can: the time runs again with your answer.",
  add: "To add information",
  addText: "Use the ticket's page or answer the mail we sent you. Please do not open another ticket for the same problem.",
  phone: "Telephone",
  follow: "See the ticket",
  mailed: (address) => `We also sent the number and the link to ${address}.`,
  again: "We had already received this same request: it is the same ticket.",
  needs: {
    ticket: "The telephone serves only with a ticket number: have yours at hand.",
    passed: (when) => `You may call if we have not answered by ${when}.`,
  },
};

/** The card after sending: what was promised. */
export const promiseWords: Readonly<Record<Language, typeof es>> = { es, en };
