import type { Language } from "../../core/policy/text.ts";
import { termed } from "../terms.ts";

const es = {
  title: (desk: string) => `Chat de ${desk}`,
  open: "Abrir el chat",
  close: "Cerrar el chat",
  hours: (hours: string) => `El chat atiende ${hours}.`,
  anyTime: "El chat atiende a cualquier hora.",
  openNow: "El chat está atendiendo ahora.",
  opensAt: (when: string) =>
    `El chat está cerrado ahora y vuelve a atender el ${when}. Lo que escriba queda registrado como ticket y le contestamos por correo.`,
  notAttended:
    "El chat está cerrado ahora. Lo que escriba queda registrado como ticket y le contestamos por correo.",
  noScript: "Para conversar aquí se necesita JavaScript. Puede escribirnos con el",
  form: "formulario",
  orForm: "¿Prefiere no esperar? Use el",
  kind: "¿Qué necesita?",
  begin: "Iniciar el chat",
  leaveTicket: "Enviar",
  sending: "Enviando…",
  honeypot: "Deje vacío este campo",
  vouched: (name: string) => `Entró desde su portal como ${name}.`,
  talk: "Mensajes",
  write: "Su mensaje",
  send: "Enviar",
  attach: "Adjuntar archivos",
  attached: (names: string) => `Adjuntos: ${names}`,
  you: "Usted",
  desk: "La mesa",
  leave: "Me retiro",
  back: "Estoy de vuelta",
  copy: "Recibir una copia por correo",
  copySent: "Enviamos la copia a su dirección.",
  another: "Iniciar otro chat",
  again: "Se perdió la conexión. Lo que escriba se enviará en cuanto vuelva.",
  unsent: "Sin enviar todavía",
  failed: "No se pudo enviar.",
  retry: "Reintentar",
  filesLost: "Los archivos que no alcanzaron a enviarse deben adjuntarse de nuevo.",
  notKept: "Su navegador no permite recordar este chat: no cierre ni recargue la página.",
  folio: (folio: string) => `Ticket ${folio}`,
  registered: (folio: string) => `Su solicitud está registrada con el folio ${folio}.`,
  severity: (severity: string) => `Severidad: ${severity}.`,
  severityProvisional: (severity: string) =>
    `Severidad: ${severity} (provisional, hasta que un especialista la confirme).`,
  promise: (label: string, when: string) => `${label}: a más tardar el ${when}.`,
  mailed: (address: string) => `También enviamos el folio y la liga a ${address}.`,
  inLine: (place: number) =>
    place === 1
      ? "Usted es la siguiente persona en la fila."
      : `Usted es el número ${place} de la fila.`,
  attending: (agents: number) =>
    agents === 1
      ? "Hay una persona atendiendo el chat."
      : `Hay ${agents} personas atendiendo el chat.`,
  nobody:
    "En este momento nadie está atendiendo el chat. Puede esperar o retirarse: le contestamos por correo.",
  talking: (agent: string) => `Le atiende ${agent}.`,
  left: "Usted se retiró. Su ticket sigue en curso y le contestamos por correo.",
  later: "Le contestamos por correo. Si sigue aquí cuando el chat abra, díganoslo.",
  closed: "Este ticket está cerrado.",
  held: "Su solicitud espera algo de usted antes de atenderse: está explicado en el correo que le enviamos.",
  onlyOwn: "Por seguridad, lo que la mesa conteste llega solo a la dirección registrada.",
  vouchRefused:
    "El portal no pudo confirmar quién es usted. Puede seguir: escriba su nombre y su correo.",
  tooMany: "Hay demasiados chats abiertos desde aquí. Cierre alguno o espere un momento.",
  tooFast: "Escribe muy rápido. Espere unos segundos y vuelva a enviar.",
  copyTooMany: "Ya enviamos varias copias a esa dirección. Espere una hora.",
  noAddress: "Este ticket no tiene una dirección de correo.",
};

const en: typeof es = {
  title: (desk) => `${desk} chat`,
  open: "Open the chat",
  close: "Close the chat",
  hours: (hours) => `The chat is attended ${hours}.`,
  anyTime: "The chat is attended at any time.",
  openNow: "The chat is attended now.",
  opensAt: (when) =>
    `The chat is closed now; it is attended again: ${when}. What you write is registered as a ticket, and we answer by mail.`,
  notAttended:
    "The chat is closed now. What you write is registered as a ticket, and we answer by mail.",
  noScript: "Chatting here needs JavaScript. You can write to us with the",
  form: "form",
  orForm: "Would you rather not wait? Use the",
  kind: "What do you need?",
  begin: "Start the chat",
  leaveTicket: "Send",
  sending: "Sending…",
  honeypot: "Leave this field empty",
  vouched: (name) => `You came from your portal as ${name}.`,
  talk: "Messages",
  write: "Your message",
  send: "Send",
  attach: "Attach files",
  attached: (names) => `Attached: ${names}`,
  you: "You",
  desk: "The desk",
  leave: "I am leaving",
  back: "I am back",
  copy: "Get a copy by mail",
  copySent: "We sent the copy to your address.",
  another: "Start another chat",
  again: "The connection was lost. What you write will be sent as soon as it is back.",
  unsent: "Not sent yet",
  failed: "It could not be sent.",
  retry: "Try again",
  filesLost: "Files that were not sent in time have to be attached again.",
  notKept: "Your browser does not let us remember this chat: do not close or reload the page.",
  folio: (folio) => `Ticket ${folio}`,
  registered: (folio) => `Your request is registered under ticket number ${folio}.`,
  severity: (severity) => `Severity: ${severity}.`,
  severityProvisional: (severity) =>
    `Severity: ${severity} (provisional, until a specialist confirms it).`,
  promise: (label, when) => `${label}: at the latest on ${when}.`,
  mailed: (address) => `We also sent the number and the link to ${address}.`,
  inLine: (place) => (place === 1 ? "You are next in line." : `You are number ${place} in line.`),
  attending: (agents) =>
    agents === 1 ? "One person is attending the chat." : `${agents} people are attending the chat.`,
  nobody: "Nobody is attending the chat right now. You can wait, or leave: we answer by mail.",
  talking: (agent) => `${agent} is attending to you.`,
  left: "You left. Your ticket goes on, and we answer by mail.",
  later: "We answer by mail. If you are still here when the chat opens, tell us.",
  closed: "This ticket is closed.",
  held: "Your request waits for something from you before it is attended to: the mail we sent you explains it.",
  onlyOwn: "For safety, what the desk answers goes to the registered address alone.",
  vouchRefused:
    "The portal could not confirm who you are. You can go on: write your name and your address.",
  tooMany: "Too many chats are open from here. Close one or wait a moment.",
  tooFast: "You are writing very fast. Wait a few seconds and send again.",
  copyTooMany: "We have sent several copies to that address. Wait an hour.",
  noAddress: "This ticket has no mail address.",
};

export type ChatWords = typeof es;

/** The chat's own page, its button and what it tells of the line. */
export const chatWords: Readonly<Record<Language, ChatWords>> = termed({ es, en });
