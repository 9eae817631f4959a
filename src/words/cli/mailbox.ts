import type { MailboxTrouble } from "../../core/mailbox/trouble.ts";
import type { Language } from "../../core/policy/text.ts";
import { mailboxTroubleWords } from "../mailboxes.ts";

/** The words of `plazo mailbox`. */
interface MailboxCliWords {
  readonly password: string;
  readonly noSecret: string;
  readonly noFile: (path: string) => string;
  readonly added: (address: string, id: string) => string;
  readonly opened: (address: string, id: string) => string;
  readonly removed: (address: string) => string;
  readonly none: string;
  readonly unknown: (asked: string) => string;
  readonly bySmtp: string;
  readonly lastRead: (time: string | null) => string;
  readonly aside: (count: number) => string;
  readonly works: (messages: number) => string;
  readonly trouble: (trouble: MailboxTrouble) => string;
}

const es: MailboxCliWords = {
  password: "Escriba la contraseña, Intro y Ctrl+D:",
  noSecret:
    "No llegó ninguna contraseña. Désela por la entrada estándar, o con --secret-file ARCHIVO.",
  noFile: (path) => `No se puede leer ${path}.`,
  added: (address, id) =>
    `${address} se agregó (${id}). Un Plazo en marcha empieza a leerlo en segundos.`,
  opened: (address, id) =>
    `${address} se agregó (${id}). Lo que se le entregue por SMTP se recibe desde ahora.`,
  removed: (address) => `${address} se quitó. Lo que ya se recibió se conserva.`,
  none: "Esta mesa no tiene buzones.",
  unknown: (asked) =>
    `Esta mesa no tiene el buzón ${asked}. «plazo mailbox list --desk MESA» los enumera.`,
  bySmtp: "por SMTP",
  lastRead: (time) => (time === null ? "todavía no se lee" : `última lectura ${time}`),
  aside: (count) => `${count} sin recibir en el servidor`,
  works: (messages) => `Funciona: se pudo entrar y la carpeta tiene ${messages} mensajes.`,
  trouble: ({ trouble, detail }) =>
    `No funciona. ${mailboxTroubleWords.es[trouble]}${detail === null ? "" : ` El servidor dijo: ${detail}`}`,
};

const en: MailboxCliWords = {
  password: "Write the password, Enter and Ctrl+D:",
  noSecret: "No password came. Give it on standard input, or with --secret-file FILE.",
  noFile: (path) => `${path} cannot be read.`,
  added: (address, id) =>
    `${address} was added (${id}). A running Plazo begins to read it within seconds.`,
  opened: (address, id) =>
    `${address} was added (${id}). What is handed over to it by SMTP is taken from now on.`,
  removed: (address) => `${address} was removed. What was taken in stays.`,
  none: "This desk has no mailboxes.",
  unknown: (asked) =>
    `This desk has no mailbox ${asked}. “plazo mailbox list --desk DESK” lists them.`,
  bySmtp: "by SMTP",
  lastRead: (time) => (time === null ? "not read yet" : `last read ${time}`),
  aside: (count) => `${count} not taken in, on the server`,
  works: (messages) => `It works: it could sign in, and the folder holds ${messages} messages.`,
  trouble: ({ trouble, detail }) =>
    `It does not work. ${mailboxTroubleWords.en[trouble]}${detail === null ? "" : ` The server said: ${detail}`}`,
};

/** The words of `plazo mailbox` in a language. */
export function mailboxCliWords(language: Language): MailboxCliWords {
  return language === "en" ? en : es;
}
