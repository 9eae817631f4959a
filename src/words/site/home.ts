import type { Language } from "../../core/policy/text.ts";
import { termed } from "../terms.ts";

const es = {
  desks: "Mesas de ayuda",
  desksLead: "Elija la mesa de ayuda que atiende su producto.",
  noDesks: "Todavía no hay ninguna mesa en servicio.",
  lead: "Todo lo que prometemos está en el manual, y cada ticket dice si lo cumplimos.",
  open: "La mesa está atendiendo ahora",
  openUntil: (when: string) => `Hasta el ${when}.`,
  closed: "La mesa está cerrada ahora",
  opens: (when: string) =>
    `Vuelve a atender el ${when}. Puede enviar su solicitud en cualquier momento.`,
  neverOpens: "No tiene horario de atención previsto.",
  ask: "Pedir ayuda",
  askLead:
    "Describa lo que le pasa. Al terminar recibirá el folio del ticket y la hora límite de nuestro primer contacto.",
  followTitle: "Seguir un ticket",
  followLead: "Si ya tiene un folio, le enviamos a su correo la liga para verlo y responder.",
  followAct: "Pedir la liga",
  manualTitle: "Manual de soporte",
  manualLead: "Horarios, tiempos de respuesta, severidades y lo que sucede en cada paso.",
  manualAct: "Leer el manual",
  product: "Entrar al sistema y otros trámites",
  enter: (address: string) => `Entrar en ${address}`,
  callList: "Si nadie responde, acuda a",
  hours: "Horario",
  hoursChanges: "Cambios de horario",
  channels: "Canales",
};

const en: typeof es = {
  desks: "Help desks",
  desksLead: "Choose the help desk that looks after your product.",
  noDesks: "No desk is in service yet.",
  lead: "Everything we promise is in the manual, and every ticket says whether we kept it.",
  open: "The desk is open now",
  openUntil: (when) => `Until ${when}.`,
  closed: "The desk is closed now",
  opens: (when) => `It opens again: ${when}. You can send your request at any time.`,
  neverOpens: "It has no hours of service planned.",
  ask: "Ask for help",
  askLead:
    "Describe what is happening. You will get the ticket number and the latest time of our first contact.",
  followTitle: "Follow a ticket",
  followLead: "If you already have a number, we mail you the link to see it and answer.",
  followAct: "Ask for the link",
  manualTitle: "Support manual",
  manualLead: "Hours, response times, severities and what happens at each step.",
  manualAct: "Read the manual",
  product: "Log in, and other requests",
  enter: (address) => `Log in at ${address}`,
  callList: "If nobody answers, go to",
  hours: "Hours",
  hoursChanges: "Changes of hours",
  channels: "Channels",
};

/** The list of desks and a desk's home. */
export const homeWords: Readonly<Record<Language, typeof es>> = termed({ es, en });
