import type { MailboxTroubleCode } from "../core/mailbox/trouble.ts";
import type { Language } from "../core/policy/text.ts";
import { linkPlace } from "./mail/fill.ts";

/** What is wrong with a mailbox, and what to do about it: one sentence each. */
type TroubleWords = Readonly<Record<MailboxTroubleCode, string>>;

const es: TroubleWords = {
  "host-unknown": "No existe un servidor con ese nombre. Revise cómo está escrito.",
  "host-private":
    "Ese servidor está en una red privada. Quien administra la instalación debe nombrarlo en PLAZO_MAIL_PRIVATE_HOSTS.",
  unreachable:
    "El servidor no atiende en ese puerto. Revise el puerto y que el servidor esté en marcha.",
  "timed-out":
    "El servidor no contestó a tiempo. Revise el puerto y el tipo de cifrado; si son correctos, se intentará de nuevo.",
  "tls-failed":
    "La conexión cifrada no se pudo establecer: el certificado no es válido para ese servidor, o el puerto espera otro tipo de cifrado.",
  "tls-missing": "El servidor no ofrece STARTTLS. Use el puerto 993 con TLS.",
  "login-refused":
    "El servidor no aceptó el usuario o la contraseña. Algunos proveedores exigen una contraseña de aplicación u OAuth.",
  "token-refused":
    "El proveedor no dio una ficha de acceso. Revise la identidad de la aplicación y autorícela de nuevo si hace falta.",
  "secret-lost":
    "La contraseña guardada ya no se puede leer: esta instalación tiene otro secreto. Escríbala de nuevo.",
  "folder-missing": "Esa carpeta no existe en el buzón. Revise cómo está escrita.",
  "marking-refused":
    "El correo se recibe, pero el servidor no deja marcarlo ni moverlo. Revise los permisos y la carpeta de destino.",
  cut: "El servidor cortó la conexión. Se intentará de nuevo.",
  failed: "El servidor contestó algo que no se esperaba. Se intentará de nuevo.",
};

const en: TroubleWords = {
  "host-unknown": "There is no server of that name. Check how it is written.",
  "host-private":
    "That server is in a private network. Whoever runs the installation must name it in PLAZO_MAIL_PRIVATE_HOSTS.",
  unreachable: "The server does not listen on that port. Check the port and that the server runs.",
  "timed-out":
    "The server did not answer in time. Check the port and the kind of encryption; where they are right, it is tried again.",
  "tls-failed":
    "No encrypted connection could be made: the certificate is not good for that server, or the port expects another kind of encryption.",
  "tls-missing": "The server does not offer STARTTLS. Use port 993 with TLS.",
  "login-refused":
    "The server did not take the user or the password. Some providers want an application password, or OAuth.",
  "token-refused":
    "The provider gave no access token. Check the application's identity, and authorise it again if needed.",
  "secret-lost":
    "The kept password can no longer be read: this installation has another secret. Write it again.",
  "folder-missing": "There is no such folder in the mailbox. Check how it is written.",
  "marking-refused":
    "Mail is taken in, but the server lets nobody mark or move it. Check the rights and the folder it goes to.",
  cut: "The server cut the connection. It is tried again.",
  failed: "The server answered something unexpected. It is tried again.",
};

/** What is wrong with a mailbox, in words. */
export const mailboxTroubleWords: Readonly<Record<Language, TroubleWords>> = { es, en };

/** What an alarm tells. */
interface Alarm {
  readonly address: string;
  /** The last time that it could be read. */
  readonly since: string;
  readonly why: MailboxTroubleCode | null;
}

/** The mail to administrators about a mailbox that cannot be read. */
export const mailboxAlarmWords = {
  es: {
    subject: (address: string) => `El buzón ${address} no se puede leer`,
    body: ({ address, since, why }: Alarm) =>
      `El correo de ${address} no se ha podido leer desde ${since}. Lo que llegue ahí no se convierte en tickets hasta que se remedie; nada se pierde.${why === null ? "" : `\n\n${es[why]}`}\n\n${linkPlace}`,
    open: "Ver los buzones",
  },
  en: {
    subject: (address: string) => `Mailbox ${address} cannot be read`,
    body: ({ address, since, why }: Alarm) =>
      `The mail of ${address} could not be read since ${since}. What comes there becomes no ticket until this is mended; nothing is lost.${why === null ? "" : `\n\n${en[why]}`}\n\n${linkPlace}`,
    open: "See the mailboxes",
  },
} as const satisfies Readonly<Record<Language, unknown>>;
