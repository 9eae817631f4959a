import { sayBytes } from "../bytes.ts";
import type {
  ClaimWorth,
  MailClass,
  MailReason,
  ThreadGround,
} from "../../core/intake/mail-codes.ts";
import type { Language } from "../../core/policy/text.ts";

type Verdict = "pass" | "fail" | "none" | "temporary" | "unchecked";

/** The words of `plazo mail read`. */
export interface MailReadWords {
  readonly classes: Readonly<Record<MailClass, string>>;
  readonly reasons: Readonly<Record<MailReason, (about: string) => string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly grounds: Readonly<Record<ThreadGround, string>>;
  readonly worth: Readonly<Record<ClaimWorth, string>>;
  readonly labels: Readonly<
    Record<"sender" | "subject" | "proof" | "ticket" | "why" | "files" | "text" | "quoted", string>
  >;
  readonly nobody: string;
  readonly joins: (yes: boolean) => string;
  readonly lines: (count: number) => string;
  readonly unreadable: (why: string) => string;
  readonly total: (files: number, read: number, unreadable: number) => string;
  readonly notFound: (path: string, why: string) => string;
}

const about = (text: string): string => (text === "" ? "" : ` (${text})`);

const es: MailReadWords = {
  classes: {
    request: "solicitud",
    reply: "respuesta",
    notification: "aviso de una máquina",
    list: "lista o envío masivo",
    "auto-reply": "respuesta automática",
    bounce: "rebote",
    loop: "correo propio que vuelve",
    quarantine: "cuarentena",
  },
  reasons: {
    "too-large": (bytes) =>
      `es más grande de lo que se lee (${sayBytes(Number(bytes), "es")} o más)`,
    "too-many-headers": () => "tiene más encabezados de los que se leen",
    "too-many-parts": () => "tiene más partes de las que se leen",
    "too-deep": () => "sus partes están anidadas a más profundidad de la que se lee",
    "not-a-mail": () => "no tiene encabezados: no es un correo",
    "no-sender": () => "no dice de quién es, o no es una dirección",
    "several-senders": (who) => `dice ser de varias personas${about(who)}`,
    "failed-authentication": (policy) =>
      `no pasó la autenticación y su dominio pide no recibirlo (DMARC: ${policy})`,
    "agent-not-authenticated": (who) => `dice ser de un agente y no lo prueba${about(who)}`,
    "own-message": (id) => `lo enviamos nosotros${about(id)}`,
    "own-address": (who) => `viene de un buzón de la propia mesa${about(who)}`,
    "too-many-hops": (hops) => `pasó por demasiados servidores (${hops})`,
    "delivery-status": (status) => `un servidor informa de una entrega${about(status)}`,
    "failed-recipients": () => "un servidor nombra destinatarios que fallaron",
    "undelivered-words": (words) => `un servidor dice que no entregó${about(words)}`,
    "says-auto-replied": (value) => `se declara respuesta automática${about(value)}`,
    "read-receipt": () => "es un acuse de lectura",
    "auto-reply-header": (name) => `lo dice el encabezado ${name}`,
    "auto-reply-subject": (subject) => `lo dice su asunto${about(subject)}`,
    "says-auto-generated": (value) => `se declara generado por una máquina${about(value)}`,
    "abuse-report": () => "es un informe de abuso",
    "null-return-path": () => "no tiene dirección de retorno",
    "mailing-list": (list) => `viene de una lista${about(list)}`,
    "sent-in-bulk": () => "es un envío masivo",
    "no-reply-sender": (who) => `su remitente dice que no lee respuestas${about(who)}`,
    "own-headers-stripped": (names) => `traía encabezados que son sólo nuestros${about(names)}`,
    empty: () => "no dice nada ni trae archivos",
    encrypted: () => "está cifrado: se guarda como llegó",
    "opaque-signed": () => "su texto está dentro de una firma: se guarda como llegó",
    winmail: (name) => `trae un archivo de Outlook que no se abre${about(name)}`,
    invitation: (name) => `trae una invitación de calendario${about(name)}`,
    "text-cut": () => "su texto es más largo de lo que se lee",
    "copied-people": (count) =>
      `hay personas en copia (${count}): no reciben nada hasta confirmarse`,
  },
  verdicts: {
    pass: "probado",
    fail: "desmentido",
    none: "sin prueba",
    temporary: "no se pudo comprobar ahora",
    unchecked: "sin comprobar",
  },
  grounds: {
    "reply-address": "dirección de respuesta",
    references: "referencia a un correo nuestro",
    folio: "folio en el asunto",
  },
  worth: {
    signed: "firmada por nosotros",
    "known-message": "lo enviamos nosotros",
    "known-participant": "de quien participa en ese ticket",
    forged: "falsificada",
    expired: "vencida",
    "unknown-message": "no lo enviamos",
    "unknown-ticket": "no existe ese ticket",
    "unknown-participant": "de quien no participa en ese ticket",
    "not-authenticated": "de una dirección que no pasó la autenticación",
    "not-verified": "aquí no se puede comprobar",
  },
  labels: {
    sender: "De",
    subject: "Asunto",
    proof: "Remitente",
    ticket: "Ticket",
    why: "Por qué",
    files: "Archivos",
    text: "Texto",
    quoted: "Citado",
  },
  nobody: "nadie",
  joins: (yes) => (yes ? "se une" : "no se une"),
  lines: (count) => (count === 1 ? "1 línea" : `${count} líneas`),
  unreadable: (why) => `no se pudo abrir: ${why}`,
  total: (files, read, unreadable) =>
    `${files} archivos: ${read} leídos, ${unreadable} que no se pudieron abrir`,
  notFound: (path, why) => `No se puede leer ${path}: ${why}`,
};

const en: MailReadWords = {
  classes: {
    request: "request",
    reply: "reply",
    notification: "a machine's notice",
    list: "list or bulk mail",
    "auto-reply": "automatic reply",
    bounce: "bounce",
    loop: "our own mail, come back",
    quarantine: "quarantine",
  },
  reasons: {
    "too-large": (bytes) =>
      `it is larger than what is read (${sayBytes(Number(bytes), "en")} or more)`,
    "too-many-headers": () => "it has more headers than are read",
    "too-many-parts": () => "it has more parts than are read",
    "too-deep": () => "its parts are nested deeper than is read",
    "not-a-mail": () => "it has no headers: it is no mail",
    "no-sender": () => "it does not say who it is from, or that is no address",
    "several-senders": (who) => `it says that it is from several people${about(who)}`,
    "failed-authentication": (policy) =>
      `it failed authentication and its domain asks not to take it (DMARC: ${policy})`,
    "agent-not-authenticated": (who) =>
      `it says that it is from an agent and does not prove it${about(who)}`,
    "own-message": (id) => `we sent it ourselves${about(id)}`,
    "own-address": (who) => `it is from a mailbox of the desk itself${about(who)}`,
    "too-many-hops": (hops) => `it passed too many servers (${hops})`,
    "delivery-status": (status) => `a server reports on a delivery${about(status)}`,
    "failed-recipients": () => "a server names recipients that failed",
    "undelivered-words": (words) => `a server says that it did not deliver${about(words)}`,
    "says-auto-replied": (value) => `it says that it is an automatic reply${about(value)}`,
    "read-receipt": () => "it is a read receipt",
    "auto-reply-header": (name) => `its header ${name} says so`,
    "auto-reply-subject": (subject) => `its subject says so${about(subject)}`,
    "says-auto-generated": (value) => `it says that a machine made it${about(value)}`,
    "abuse-report": () => "it is a report of abuse",
    "null-return-path": () => "it has no return path",
    "mailing-list": (list) => `it comes from a list${about(list)}`,
    "sent-in-bulk": () => "it was sent in bulk",
    "no-reply-sender": (who) => `its sender says that nobody reads replies${about(who)}`,
    "own-headers-stripped": (names) => `it had headers that are ours alone${about(names)}`,
    empty: () => "it says nothing and brings no file",
    encrypted: () => "it is encrypted: kept as it came",
    "opaque-signed": () => "its text is within a signature: kept as it came",
    winmail: (name) => `it brings a file of Outlook's that is not opened${about(name)}`,
    invitation: (name) => `it brings a calendar invitation${about(name)}`,
    "text-cut": () => "its text is longer than what is read",
    "copied-people": (count) => `people are in copy (${count}): they get nothing until confirmed`,
  },
  verdicts: {
    pass: "proven",
    fail: "disproven",
    none: "not proven",
    temporary: "could not be checked now",
    unchecked: "not checked",
  },
  grounds: {
    "reply-address": "reply address",
    references: "reference to a mail of ours",
    folio: "folio in the subject",
  },
  worth: {
    signed: "signed by us",
    "known-message": "we sent it",
    "known-participant": "from somebody who takes part in that ticket",
    forged: "forged",
    expired: "expired",
    "unknown-message": "we did not send it",
    "unknown-ticket": "there is no such ticket",
    "unknown-participant": "from somebody who does not take part in that ticket",
    "not-authenticated": "from an address that failed authentication",
    "not-verified": "cannot be verified here",
  },
  labels: {
    sender: "From",
    subject: "Subject",
    proof: "Sender",
    ticket: "Ticket",
    why: "Why",
    files: "Files",
    text: "Text",
    quoted: "Quoted",
  },
  nobody: "nobody",
  joins: (yes) => (yes ? "joins" : "does not join"),
  lines: (count) => (count === 1 ? "1 line" : `${count} lines`),
  unreadable: (why) => `could not be opened: ${why}`,
  total: (files, read, unreadable) =>
    `${files} files: ${read} read, ${unreadable} that could not be opened`,
  notFound: (path, why) => `Cannot read ${path}: ${why}`,
};

/** The words of `plazo mail read` in a language. */
export function mailReadWords(language: Language): MailReadWords {
  return language === "en" ? en : es;
}
