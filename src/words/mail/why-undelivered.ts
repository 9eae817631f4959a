import type { Language } from "../../core/policy/text.ts";

/** Reasons of our own for which a message did not leave, or not yet. */
export type OwnReason =
  | "held-back"
  | "held-back-here"
  | "held-back-address"
  | "unreachable"
  | "pointless"
  | "no-address"
  | "domain-not-ours";

interface WhyWords {
  readonly own: Readonly<Record<OwnReason, string>>;
  readonly noSuchAddress: string;
  readonly noSuchDomain: string;
  readonly disabled: string;
  readonly full: string;
  readonly tooLarge: string;
  readonly away: string;
  readonly expired: string;
  readonly refused: string;
  readonly notAuthenticated: string;
  readonly content: string;
  readonly later: string;
  readonly signIn: string;
}

const es: WhyWords = {
  own: {
    "held-back": "se retuvo: ya salieron demasiados acuses automáticos en esta hora",
    "held-back-here":
      "espera: salieron demasiados acuses automáticos de todas las mesas en esta hora",
    "held-back-address":
      "espera: a esta dirección ya salieron demasiados correos automáticos en esta hora",
    unreachable: "se retuvo: un correo anterior a esta dirección volvió porque no existe",
    pointless: "dejó de tener sentido antes de salir",
    "no-address": "esa persona no tiene una dirección de correo",
    "domain-not-ours": "esta instalación no puede enviar por ese dominio",
  },
  noSuchAddress: "la dirección no existe",
  noSuchDomain: "el dominio de la dirección no existe o no recibe correo",
  disabled: "el buzón está desactivado",
  full: "el buzón está lleno",
  tooLarge: "el mensaje es demasiado grande para ese servidor",
  away: "el servidor de correo no responde",
  expired: "se intentó durante días y no se pudo entregar",
  refused: "el servidor de la otra parte lo rechazó",
  notAuthenticated:
    "el servidor de la otra parte no reconoce que el correo salga de este dominio (SPF, DKIM o DMARC)",
  content: "el servidor de la otra parte no acepta su contenido",
  later: "el servidor de la otra parte pide que se intente más tarde",
  signIn: "el servidor de correo no acepta la cuenta con la que se envía",
};

const en: WhyWords = {
  own: {
    "held-back": "held back: too many automatic acknowledgements left within this hour",
    "held-back-here": "waits: too many automatic acknowledgements left all desks within this hour",
    "held-back-address": "waits: too many automatic mails left for this address within this hour",
    unreachable: "held back: an earlier mail to this address came back because it does not exist",
    pointless: "had become pointless before it left",
    "no-address": "that person has no e-mail address",
    "domain-not-ours": "this installation may not send for that domain",
  },
  noSuchAddress: "the address does not exist",
  noSuchDomain: "the address's domain does not exist or takes no mail",
  disabled: "the mailbox is disabled",
  full: "the mailbox is full",
  tooLarge: "the message is too large for that server",
  away: "the mail server does not answer",
  expired: "it was tried for days and could not be delivered",
  refused: "the other side's server refused it",
  notAuthenticated:
    "the other side's server does not believe that the mail is of this domain (SPF, DKIM or DMARC)",
  content: "the other side's server does not accept its content",
  later: "the other side's server asks to try later",
  signIn: "the mail server does not accept the account that mail is sent with",
};

type Kind = Exclude<keyof WhyWords, "own">;

/** Enhanced status codes (RFC 3463, RFC 7505 for null MX, RFC 7372 for authentication) without their class. */
const byStatus: readonly (readonly [pattern: RegExp, kind: Kind])[] = [
  [/^1\.(1|3|6)$/u, "noSuchAddress"],
  [/^1\.(2|10)$/u, "noSuchDomain"],
  [/^2\.1$/u, "disabled"],
  [/^(2\.2|3\.1)$/u, "full"],
  [/^(2\.3|3\.4)$/u, "tooLarge"],
  [/^4\.(1|2|3|4)$/u, "away"],
  [/^4\.7$/u, "expired"],
  [/^7\.(2[0-9]|9)$/u, "notAuthenticated"],
  [/^7\.8$/u, "signIn"],
  [/^6\./u, "content"],
  [/^7\./u, "refused"],
];

/** What the reason of a message that did not leave, not yet, or came back says in words; null where only the server's own words tell it. */
export function whyUndelivered(error: string, language: Language): string | null {
  const words = language === "es" ? es : en;
  if (Object.hasOwn(words.own, error)) return words.own[error as OwnReason];
  const kind = kindOf(error);
  return kind === null ? null : words[kind];
}

function kindOf(error: string): Kind | null {
  const status = /(?<![\d.])([245])\.(\d{1,3}\.\d{1,3})(?!\d|\.\d)/u.exec(error);
  const named = status === null ? undefined : byStatus.find(([of]) => of.test(status[2] ?? ""));
  // A permanent 5.4.z is not a silence: no way leads to the domain, or Exchange knows no such recipient.
  if (named?.[1] === "away" && status?.[1] === "5")
    return /recipient address rejected/iu.test(error) ? "noSuchAddress" : "noSuchDomain";
  // A greylisting server says 4.7.1, which of a permanent refusal means "not for you" (RFC 6647 §2).
  if (named !== undefined)
    return status?.[1] === "4" && named[1] === "refused" ? "later" : named[1];
  if (
    /\b(ECONNREFUSED|ETIMEDOUT|ECONNRESET|EHOSTUNREACH|ENOTFOUND|ECONNECTION|EDNS|no answer in \d)/iu.test(
      error,
    ) ||
    /closed unexpectedly|Greeting never received|timeout/iu.test(error)
  )
    return "away";
  const reply = /(?<![\d.])([45]\d\d)(?=[ -])/u.exec(error)?.[1];
  if (reply === undefined) return null;
  if (reply === "535" || reply === "530") return "signIn";
  if (reply === "552") return "tooLarge";
  return reply.startsWith("4") ? "later" : "refused";
}

/** Whether what a server said means that the address itself is not there (RFC 3463 §3.2, RFC 7505 §4): no later mail will arrive either. */
export function isNoSuchAddress(error: string): boolean {
  return /(?<![\d.])5\.(1\.(1|2|3|6|10)|2\.1)(?!\d|\.\d)/u.test(error);
}
