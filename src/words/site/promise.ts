import type { Language } from "../../core/policy/text.ts";
import { termed } from "../terms.ts";

const es = {
  title: "Su solicitud está registrada",
  folio: "folio del ticket",
  severity: "Severidad",
  provisional:
    "Es provisional: un especialista la confirma al revisar su caso, y con ella los tiempos.",
  classifiedBy: (answer: string) => `Por lo que eligió: ${answer}.`,
  contactBy: "Nos pondremos en contacto con usted a más tardar el",
  within: (label: string, term: string, from: string) => `${label}: ${term}, desde ${from}.`,
  promiseBy: (label: string) => `${label}, a más tardar el`,
  pauses: "Qué detiene el reloj",
  pausesNone: "Nada detiene estos tiempos, salvo el horario de la mesa.",
  pausesText: (reasons: string) =>
    `El tiempo de solución se detiene ${reasons}. Fuera del horario de la mesa tampoco corre.`,
  todo: "Qué debe hacer usted",
  todoText:
    "Nada por ahora. Si le preguntamos algo, conteste en cuanto pueda: el tiempo corre de nuevo con su respuesta.",
  todoHeld:
    "Lo que dice el aviso de arriba. En cuanto esté, su solicitud se atiende sin que deba escribirla de nuevo.",
  add: "Para agregar información",
  addText: "Use la página del ticket. No abra otro ticket por el mismo problema.",
  addByMail: "También puede responder al correo que le enviamos.",
  phone: "Teléfono",
  follow: "Ver el ticket",
  mailed: (address: string) => `También enviamos el folio y la liga a ${address}.`,
  identityCheckDigit: (rfc: string) =>
    `El dígito verificador del RFC ${rfc} no coincide. Su solicitud ya está registrada; si lo escribió mal, corríjalo en la página del ticket.`,
  identityGeneric: (rfc: string) =>
    `${rfc} es un RFC genérico y no nos dice quién es usted. Su solicitud ya está registrada; agregue su razón social en la página del ticket.`,
  heldBack: "Guarde esta página o el folio: por ahora no enviamos acuse por correo.",
  phoneWith: "Tenga a la mano el folio de su ticket.",
  phoneOnly: (condition: string) => `Se abre cuando ${condition}.`,
  phoneHours: (hours: string) => `Horario: ${hours}.`,
};

const en: typeof es = {
  title: "Your request is registered",
  folio: "ticket number",
  severity: "Severity",
  provisional:
    "It is provisional: a specialist confirms it when looking at your case, and the times with it.",
  classifiedBy: (answer) => `From what you chose: ${answer}.`,
  contactBy: "We will contact you at the latest on",
  within: (label, term, from) => `${label}: ${term}, from ${from}.`,
  promiseBy: (label) => `${label}, at the latest on`,
  pauses: "What stops the clock",
  pausesNone: "Nothing stops these times, except the desk's hours.",
  pausesText: (reasons) =>
    `The time to solve stops ${reasons}. It does not run outside the desk's hours either.`,
  todo: "What you need to do",
  todoText:
    "Nothing for now. If we ask you something, answer as soon as you can: the time runs again with your answer.",
  todoHeld:
    "What the notice above says. Once it is done, your request is attended to, and you need not write it again.",
  add: "To add information",
  addText: "Use the ticket's page. Please do not open another ticket for the same problem.",
  addByMail: "You can also answer the mail we sent you.",
  phone: "Telephone",
  follow: "See the ticket",
  mailed: (address) => `We also sent the number and the link to ${address}.`,
  identityCheckDigit: (rfc) =>
    `The check digit of the tax ID ${rfc} does not match. Your request is registered; if it is mistyped, correct it on the ticket's page.`,
  identityGeneric: (rfc) =>
    `${rfc} is a generic tax ID and does not tell us who you are. Your request is registered; add your legal name on the ticket's page.`,
  heldBack: "Keep this page or the number: no acknowledgement is mailed for now.",
  phoneWith: "Have your ticket number at hand.",
  phoneOnly: (condition) => `It opens when ${condition}.`,
  phoneHours: (hours) => `Hours: ${hours}.`,
};

/** The card after sending: what was promised. */
export const promiseWords: Readonly<Record<Language, typeof es>> = termed({ es, en });
