import type { HeldReason } from "../../core/ticket/event.ts";
import type { Language } from "../../core/policy/text.ts";
import { wordsInTerms } from "../terms.ts";
import type { Terms } from "../terms.ts";
import { codePlace } from "./fill.ts";

/** The program's own words in every mail, around the desk's. */
export interface FrameWords {
  readonly open: string;
  /** The same where the mail asks for something. */
  readonly confirm: string;
  readonly reply: string;
  /** Before the reminder of a solution that nobody confirmed. */
  readonly unconfirmed: string;
  /** The line above which an answer by mail is written. */
  readonly above: string;
  /** Under a mail whose answers are read. */
  readonly mayAnswer: string;
  readonly folio: string;
  readonly severity: string;
  readonly provisional: (severity: string) => string;
  readonly state: string;
  /** Before what the form asks for and a mail did not say. */
  readonly missing: string;
  /** Before the instant up to which a promise holds. */
  readonly by: (label: string) => string;
  readonly automatic: (desk: string) => string;
  readonly personal: (desk: string) => string;
  /** Below what somebody in copy is mailed, who has no link of their own. */
  readonly copied: (desk: string) => string;
  readonly held: Readonly<Record<HeldReason, string>>;
  readonly quote: (quote: {
    readonly label: string;
    readonly time: string;
    readonly money: string;
  }) => string;
  readonly link: {
    readonly subject: (folio: string) => string;
    readonly body: (folio: string) => string;
  };
  /** The mail that carries a code; its place is `codePlace`. */
  readonly code: FrameWords["link"];
  /** The answer to whoever writes to a ticket that has ended. */
  readonly ended: FrameWords["link"];
  /** The account that was asked for is open, or is not (CC-1); the reason stands at `reasonPlace`. */
  readonly accepted: FrameWords["link"];
  readonly refused: FrameWords["link"];
}

/** Where a mail of a refused account says why. */
export const reasonPlace = "{mensaje}";

const es: FrameWords = {
  open: "Ver el ticket",
  confirm: "Decir si quedó resuelto",
  reply: "Responder",
  unconfirmed: "Le dimos esta solución y falta que usted nos diga si quedó resuelto:\n\n{remedio}",
  above: "--- Responda arriba de esta línea ---",
  mayAnswer: "También puede contestar a este correo.",
  folio: "Folio del ticket",
  severity: "Severidad",
  provisional: (severity) => `${severity} (provisional, hasta que un especialista la confirme)`,
  state: "Estado",
  missing: "Para atenderle antes, respóndanos con",
  by: (label) => `${label}, a más tardar`,
  automatic: (desk) =>
    `Mensaje automático de ${desk}. La liga es personal: quien la tenga puede ver y responder este ticket.`,
  copied: (desk) =>
    `Enviado por ${desk}. Recibe copia porque está en este ticket; para agregar algo, responda a este correo.`,
  personal: (desk) =>
    `Enviado por ${desk}. La liga es personal: quien la tenga puede ver y responder este ticket.`,
  held: {
    "support-expired":
      "El soporte de la empresa dueña del portal no está vigente. Pida a la empresa que lo renueve; al registrarse el pago, su solicitud se atiende sin que deba escribirla de nuevo.",
    unverified:
      "La dirección desde la que escribió no es la registrada. Escriba desde la dirección registrada o confirme que la solicitud es suya.",
    incomplete:
      "Falta información o un documento que este trámite exige. Agréguelo en la página del ticket.",
    untrained:
      "Esta mesa atiende a personas capacitadas en el sistema. Pida primero el curso; su solicitud se conserva y se atiende cuando lo haya tomado.",
  },
  quote: ({ label, time, money }) =>
    `Le proponemos lo siguiente. ${label}: hasta ${time}, por ${money} como máximo. Solo se cobra el tiempo trabajado, y nada si usted no lo acepta en la página de su ticket.`,
  link: {
    subject: (folio) => `${folio}: liga para ver su ticket`,
    body: (folio) =>
      `Alguien pidió la liga para ver el ticket ${folio} con esta dirección de correo. Si fue usted, ábrala aquí:\n\n{liga}\n\nSi no la pidió, no necesita hacer nada.`,
  },
  ended: {
    subject: (folio) => `${folio}: este ticket ya está cerrado`,
    body: (folio) =>
      `Recibimos su mensaje, pero el ticket ${folio} está cerrado y no se reabre. Si necesita algo más, abra esta página: desde ella se registra uno nuevo que cita a este.\n\n{liga}`,
  },
  accepted: {
    subject: (folio) => `${folio}: su cuenta quedó registrada`,
    body: (folio) =>
      `Revisamos los datos de la solicitud ${folio} y su cuenta quedó registrada. Desde ahora le atendemos en esta dirección de correo.\n\n{liga}`,
  },
  refused: {
    subject: (folio) => `${folio}: no pudimos registrar su cuenta`,
    body: (folio) =>
      `Revisamos los datos de la solicitud ${folio} y no pudimos registrar la cuenta. El motivo:\n\n${reasonPlace}\n\nSi algo no es correcto, respóndanos en la página de la solicitud:\n{liga}`,
  },
  code: {
    subject: (folio) => `${folio}: código para comprobar que la solicitud es suya`,
    body: (folio) =>
      `Para atender la solicitud ${folio} necesitamos comprobar que la hizo usted. Su código es:\n\n${codePlace}\n\nEscríbalo en la página del ticket; vale media hora:\n{liga}\n\nSi usted no hizo esta solicitud, no escriba el código y avísenos respondiendo por sus medios habituales: sin él no se atiende.`,
  },
};

const en: FrameWords = {
  open: "See the ticket",
  confirm: "Say whether it is solved",
  reply: "Answer",
  unconfirmed:
    "We gave you this solution, and you have not told us yet whether it is solved:\n\n{remedio}",
  above: "--- Reply above this line ---",
  mayAnswer: "You can also answer this mail.",
  folio: "Ticket number",
  severity: "Severity",
  provisional: (severity) => `${severity} (provisional, until a specialist confirms it)`,
  state: "State",
  missing: "To help you sooner, answer with",
  by: (label) => `${label}, at the latest`,
  automatic: (desk) =>
    `Automatic message of ${desk}. The link is personal: whoever has it can see and answer this ticket.`,
  copied: (desk) =>
    `Sent by ${desk}. You are in copy of this ticket; to add something, answer this mail.`,
  personal: (desk) =>
    `Sent by ${desk}. The link is personal: whoever has it can see and answer this ticket.`,
  held: {
    "support-expired":
      "The support contract of the company that owns the portal is not valid. Ask the company to renew it; once the payment is recorded your request is attended to, and you need not write it again.",
    unverified:
      "The address that you wrote from is not the registered one. Write from the registered address, or confirm that the request is yours.",
    incomplete:
      "Some information, or a document that this procedure requires, is missing. Add it on the ticket's page.",
    untrained:
      "This desk serves people trained in the system. Please ask for the course first; your request is kept and attended to once you have taken it.",
  },
  quote: ({ label, time, money }) =>
    `We propose the following. ${label}: up to ${time}, for ${money} at most. Only time that was worked is charged, and nothing unless you accept it on your ticket's page.`,
  link: {
    subject: (folio) => `${folio}: the link to your ticket`,
    body: (folio) =>
      `Somebody asked for the link to ticket ${folio} with this e-mail address. If it was you, open it here:\n\n{liga}\n\nIf you did not ask for it, you need not do anything.`,
  },
  ended: {
    subject: (folio) => `${folio}: this ticket is closed`,
    body: (folio) =>
      `We received your message, but ticket ${folio} is closed and is not reopened. If you need anything else, open this page: from it a new one is filed that cites this one.\n\n{liga}`,
  },
  accepted: {
    subject: (folio) => `${folio}: your account is registered`,
    body: (folio) =>
      `We checked the data of request ${folio} and your account is registered. From now on you are heard from this e-mail address.\n\n{liga}`,
  },
  refused: {
    subject: (folio) => `${folio}: we could not register your account`,
    body: (folio) =>
      `We checked the data of request ${folio} and could not register the account. The reason:\n\n${reasonPlace}\n\nIf something is not right, answer us on the request's page:\n{liga}`,
  },
  code: {
    subject: (folio) => `${folio}: the code that proves that the request is yours`,
    body: (folio) =>
      `To attend to request ${folio} we need to know that you made it. Your code is:\n\n${codePlace}\n\nWrite it on the ticket's page; it is good for half an hour:\n{liga}\n\nIf you did not make this request, do not write the code, and tell us in your usual way: without it nothing is done.`,
  },
};

const noTerms: Terms = {};

/** The words of each desk's terms: they are made once, not for each mail. */
const made = new WeakMap<Terms, Map<Language, FrameWords>>();

/** The words of a language, as a desk with these terms says them. */
export function frameWords(language: Language, terms: Terms = noTerms): FrameWords {
  const known = made.get(terms) ?? new Map<Language, FrameWords>();
  made.set(terms, known);
  const words =
    known.get(language) ?? ofDesk(wordsInTerms(language === "es" ? es : en, terms, language));
  known.set(language, words);
  return words;
}

/** What every mail of a desk says of the same few names is made once for each. */
function ofDesk(words: FrameWords): FrameWords {
  const { by, automatic, personal, provisional } = words;
  return {
    ...words,
    by: keeping(by),
    automatic: keeping(automatic),
    personal: keeping(personal),
    provisional: keeping(provisional),
  };
}

const mostKept = 100;

function keeping(sentence: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const text = known.get(name) ?? sentence(name);
    if (known.size < mostKept) known.set(name, text);
    return text;
  };
}
