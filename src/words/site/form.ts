import type { Language } from "../../core/policy/text.ts";
import { termed } from "../terms.ts";

/** What a form takes, each already in words but the count. */
interface FilesAccepted {
  readonly kinds: string;
  readonly count: number;
  readonly size: string;
  readonly whole: string;
}

const es = {
  optional: "opcional",
  send: "Enviar la solicitud",
  summaryTitle: "Falta corregir algo antes de enviar",
  summaryLead: "Nada de lo que escribió se perdió. Revise lo siguiente:",
  errorPrefix: "Error:",
  askedIn: (clauses: string) => `Según el manual: ${clauses}.`,
  portal: "Lo tomamos de la página desde la que llegó. Corríjalo si no es el suyo.",
  identity: "Basta uno de estos datos.",
  contact: "Aquí le enviaremos el folio del ticket y las respuestas.",
  characters: (n: number) => `Hasta ${n} caracteres.`,
  filesAccept: ({ kinds, count, size, whole }: FilesAccepted) =>
    `Se aceptan ${kinds}. Hasta ${count} archivos en todo el formulario, de ${size} cada uno y ${whole} en total.`,
  fileKinds: {
    image: "imágenes",
    pdf: "PDF",
    xml: "XML",
    office: "documentos de Office",
    text: "texto",
  },
  keptFiles: "Archivos recibidos, no hace falta adjuntarlos otra vez:",
  remove: (name: string) => `Quitar ${name}`,
  removed: "No enviar este archivo",
  tooLarge: (limit: string) => `pasa de ${limit}`,
  choose: "Elija…",
  yes: "Sí",
  no: "No",
  expected: (severity: string) =>
    /^severidad\b/iu.test(severity) ? severity : `Severidad ${severity}`,
  provisional: "provisional: la confirma un especialista",
  expectedTarget: (label: string, when: string) => `${label}: a más tardar el ${when}`,
  expectedNow: "Si la envía ahora:",
  onceProven:
    "Los plazos empiezan cuando compruebe, con el código que le enviamos, que la solicitud es suya.",
  rfcUnsound: (rfc: string) =>
    `El dígito verificador o la fecha del RFC ${rfc} no cuadra. Revíselo; si así es, envíe la solicitud de todos modos.`,
  rfcGeneric: (rfc: string) =>
    `${rfc} es un RFC genérico y no nos dice quién es usted. Si puede, escriba su razón social o su usuario.`,
  sameProblemTitle: (n: number): string =>
    n === 1
      ? "Usted ya tiene abierto un ticket que parece de este caso"
      : "Usted ya tiene abiertos tickets que parecen de este caso",
  sameProblem:
    "Agregue ahí lo que acaba de escribir: se atiende junto con lo anterior y no se pierde su lugar. Si es otro problema, abra un ticket nuevo.",
  sameProblemOnly:
    "Agregue ahí lo que acaba de escribir: un caso abierto sigue en su mismo ticket.",
  addTo: (folio: string) => `Agregarlo a ${folio}`,
  otherCase: "Es otro problema: abrir un ticket nuevo",
  otherForms: "Otros trámites:",
  honeypot: "No llene este campo",
  sending: "Enviando…",
  trapped:
    "Un campo que debe quedar vacío venía lleno (a veces lo hace el llenado automático). Ya lo vaciamos: envíe otra vez.",
  cites: (folio: string) => `Esta solicitud citará el ticket ${folio}, ya cerrado.`,
};

const en: typeof es = {
  optional: "optional",
  send: "Send the request",
  summaryTitle: "Something needs correcting before it can be sent",
  summaryLead: "Nothing you wrote was lost. Please check the following:",
  errorPrefix: "Error:",
  askedIn: (clauses: string) => `According to the manual: ${clauses}.`,
  portal: "Taken from the page you came from. Correct it if it is not yours.",
  identity: "One of these is enough.",
  contact: "We send the ticket number and the answers here.",
  characters: (n) => `Up to ${n} characters.`,
  filesAccept: ({ kinds, count, size, whole }) =>
    `Accepted: ${kinds}. Up to ${count} files in the whole form, ${size} each and ${whole} in all.`,
  fileKinds: {
    image: "images",
    pdf: "PDF",
    xml: "XML",
    office: "Office documents",
    text: "text",
  },
  keptFiles: "Files received, no need to attach them again:",
  remove: (name) => `Remove ${name}`,
  removed: "Do not send this file",
  tooLarge: (limit) => `is over ${limit}`,
  choose: "Choose…",
  yes: "Yes",
  no: "No",
  expected: (severity) => (/^severity\b/iu.test(severity) ? severity : `Severity ${severity}`),
  provisional: "provisional: a specialist confirms it",
  expectedTarget: (label, when) => `${label}: ${when} at the latest`,
  expectedNow: "If you send it now:",
  onceProven:
    "The times begin once you have shown, with the code that we send you, that the request is yours.",
  rfcUnsound: (rfc) =>
    `The check digit or the date of the tax ID ${rfc} is not right. Please look at it; if it is so, send the request all the same.`,
  rfcGeneric: (rfc) =>
    `${rfc} is a generic tax ID and does not tell us who you are. If you can, write your legal name or your user.`,
  sameProblemTitle: (n) =>
    n === 1
      ? "You already have an open ticket that seems to be of this case"
      : "You already have open tickets that seem to be of this case",
  sameProblem:
    "Add there what you have just written: it is attended to with the rest and keeps its place. If it is another problem, open a new ticket.",
  sameProblemOnly: "Add there what you have just written: an open case goes on in its own ticket.",
  addTo: (folio) => `Add it to ${folio}`,
  otherCase: "It is another problem: open a new ticket",
  otherForms: "Other requests:",
  honeypot: "Leave this field empty",
  sending: "Sending…",
  trapped:
    "A field that must stay empty came filled in (automatic filling does that at times). We emptied it: please send again.",
  cites: (folio) => `This request will cite ticket ${folio}, which is closed.`,
};

/** The form by which help is asked for. */
export const formWords: Readonly<Record<Language, typeof es>> = termed({ es, en });
