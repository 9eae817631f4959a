import type { MailClass } from "../../../core/intake/mail-codes.ts";
import type { Facts } from "./facts.ts";
import { hasNoReturnPath, wordsOf } from "./mail.ts";
import type { Mail } from "./mail.ts";
import { leavesOf } from "./mime/read-parts.ts";
import { headerOf, headersOf } from "./mime/read-headers.ts";
import type { Sender, Why } from "./reading.ts";

/** Mail that no person wrote for this desk alone: kept, and never answered. */
export interface DetectedAutomatic {
  readonly is: Extract<MailClass, "auto-reply" | "notification" | "list">;
  readonly why: Why;
}

/** Subjects with which programs answer for people who are away, in the words of Exchange, Gmail, Lotus and cPanel. */
const awaySubject =
  /^\s*(respuesta autom[aá]tica|automatic reply|auto[- ]?reply|auto[- ]?response|autorespuesta|auto-respuesta|out of (the )?office|fuera de (la )?oficina|ausente de la oficina|vacation (reply|response)|mensaje de vacaciones|r[eé]ponse automatique|abwesenheitsnotiz)\s*([:(.!-]|$)/iu;

/** Senders who say in their address that nobody reads it. */
const nobody =
  /^(no-?_?\.?reply|no-?_?\.?responder|no-?responda|do-?_?not-?_?reply|noresponse)(?!\p{L})/iu;

/**
 * Whether a machine wrote a message, or it is not meant for one reader: answers of machines and
 * notices by Auto-Submitted (RFC 3834 §5), read receipts (RFC 8098), reports of abuse (RFC 5965), the
 * headers and Spanish and English subjects of programs that know no RFC, mailing lists (RFC 2919,
 * RFC 2369) unless the list is the desk's own address, bulk mail, and what has no return path. Null
 * where a person wrote it.
 */
export function detectAutomatic(
  mail: Mail,
  sender: Sender | null,
  facts: Facts,
): DetectedAutomatic | null {
  return answerOfMachine(mail) ?? notice(mail, sender, facts) ?? manyReaders(mail, facts);
}

function answerOfMachine(mail: Mail): DetectedAutomatic | null {
  const because = (code: Why["code"], about = ""): DetectedAutomatic => ({
    is: "auto-reply",
    why: about === "" ? { code } : { code, about: about.slice(0, 100) },
  });
  const has = (type: string): boolean =>
    leavesOf(mail.root).some(({ mediaType }) => mediaType === type);
  if (mail.root.mediaType === "multipart/report" && has("message/disposition-notification"))
    return because("read-receipt");
  const submitted = submittedOf(mail);
  if (submitted.startsWith("auto-replied")) return because("says-auto-replied", submitted);
  for (const name of [
    "x-autoreply",
    "x-autorespond",
    "x-autoresponse",
    "x-auto-reply",
    "x-autoreply-from",
  ]) {
    const value = headerOf(mail.headers, name);
    if (value !== "" && value.toLowerCase() !== "no") return because("auto-reply-header", name);
  }
  if (/^auto[_-]reply$/iu.test(headerOf(mail.headers, "precedence")))
    return because("auto-reply-header", "precedence");
  if (/autoresponder/iu.test(headerOf(mail.headers, "x-post-messageclass")))
    return because("auto-reply-header", "x-post-messageclass");
  const subject = wordsOf(mail, "subject");
  return awaySubject.test(subject) ? because("auto-reply-subject", subject) : null;
}

function notice(mail: Mail, sender: Sender | null, { arrival }: Facts): DetectedAutomatic | null {
  const submitted = submittedOf(mail);
  if (leavesOf(mail.root).some(({ mediaType }) => mediaType === "message/feedback-report"))
    return { is: "notification", why: { code: "abuse-report" } };
  if (submitted !== "" && submitted !== "no")
    return {
      is: "notification",
      why: { code: "says-auto-generated", about: submitted.slice(0, 100) },
    };
  if (hasNoReturnPath(mail, arrival))
    return { is: "notification", why: { code: "null-return-path" } };
  return sender !== null && nobody.test(sender.address)
    ? { is: "notification", why: { code: "no-reply-sender", about: sender.address } }
    : null;
}

function manyReaders(mail: Mail, { mailboxes }: Facts): DetectedAutomatic | null {
  const lists = [...headersOf(mail.headers, "list-id"), ...headersOf(mail.headers, "list-post")];
  const said = lists.join(" ").toLowerCase();
  // Many desks have their address as a group of their mail provider: that list is the desk itself.
  const isOurs = mailboxes.some((mailbox) => {
    const address = mailbox.toLowerCase();
    return said.includes(address) || said.includes(`<${address.replace("@", ".")}>`);
  });
  if (isOurs) return null;
  const [list] = lists;
  if (list !== undefined)
    return { is: "list", why: { code: "mailing-list", about: list.slice(0, 100) } };
  const precedence = headerOf(mail.headers, "precedence").toLowerCase();
  if (precedence === "list") return { is: "list", why: { code: "mailing-list" } };
  return /^(bulk|junk)$/u.test(precedence) || headerOf(mail.headers, "list-unsubscribe") !== ""
    ? { is: "list", why: { code: "sent-in-bulk" } }
    : null;
}

/** The keyword of Auto-Submitted, without its comments and parameters. */
function submittedOf(mail: Mail): string {
  return headerOf(mail.headers, "auto-submitted").split(/[;(]/u)[0]?.trim().toLowerCase() ?? "";
}
