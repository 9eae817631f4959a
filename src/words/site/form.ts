import type { Language } from "../../core/policy/text.ts";

const es = {
  optional: "opcional",
  send: "Enviar la solicitud",
  summaryTitle: "Falta corregir algo antes de enviar",
  summaryLead: "Nada de lo que escribió se perdió. Revise lo siguiente:",
  errorPrefix: "Error:",
  portal: "Lo tomamos de la página desde la que llegó. Corríjalo si no es el suyo.",
  identity: "Escriba cualquiera de los tres.",
  contact: "Aquí le enviaremos el folio del ticket y las respuestas.",
  characters: (n: number) => `Hasta ${n} caracteres.`,
  filesAccept: (kinds: string, count: number, size: string) =>
    `Se aceptan ${kinds}. Hasta ${count} archivos de ${size} cada uno.`,
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
  yes: "Sí",
  no: "No",
  expected: (severity: string) => `Severidad ${severity}`,
  provisional: "provisional: la confirma un especialista",
  expectedTarget: (label: string, when: string) => `${label}: a más tardar el ${when}`,
  expectedNow: "Si la envía ahora:",
  honeypot: "No llene este campo",
  sending: "Enviando…",
  unavailable: "Este formulario no está disponible.",
  beforeSending: "Lo que sigue",
  warnings: {
    "identity-check-digit": "El RFC no coincide con su dígito verificador. Lo registramos así; revíselo si puede.",
    "identity-generic": "Escribió un RFC genérico. Su nombre o usuario ayuda a encontrarlo más pronto.",
  },
};

const en: typeof es = {
  optional: "optional",
  send: "Send the request",
  summaryTitle: "Something needs correcting before it can be sent",
  summaryLead: "Nothing you wrote was lost. Please check the following:",
  errorPrefix: "Error:",
  portal: "Taken from the page you came from. Correct it if it is not yours.",
  identity: "Any of the three will do.",
  contact: "We send the ticket number and the answers here.",
  characters: (n) => `Up to ${n} characters.`,
  filesAccept: (kinds, count, size) => `Accepted: ${kinds}. Up to ${count} files of ${size} each.`,
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
  yes: "Yes",
  no: "No",
  expected: (severity) => `Severity ${severity}`,
  provisional: "provisional: a specialist confirms it",
  expectedTarget: (label, when) => `${label}: ${when} at the latest`,
  expectedNow: "If you send it now:",
  honeypot: "Leave this field empty",
  sending: "Sending…",
  unavailable: "This form is not available.",
  beforeSending: "What follows",
  warnings: {
    "identity-check-digit": "The RFC does not match its check digit. We recorded it as written; please look at it if you can.",
    "identity-generic": "You wrote a generic RFC. Your name or user helps us find you sooner.",
  },
};

/** The form by which help is asked for. */
export const formWords: Readonly<Record<Language, typeof es>> = { es, en };
