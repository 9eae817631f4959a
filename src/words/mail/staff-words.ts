import type { Language } from "../../core/policy/text.ts";
import { linkPlace } from "./fill.ts";

/** What a warning or a breach tells the desk's people; all values are words already. */
export interface ClockNotice {
  readonly folio: string;
  readonly clock: string;
  readonly deadline: string;
  readonly subject: string;
}

interface NoticeWords {
  readonly subject: (notice: ClockNotice) => string;
  readonly body: (notice: ClockNotice) => string;
}

/** What the desk's people are told of by mail. */
export type Notice = "warned" | "breached" | "call-due";

const es: Readonly<Record<Notice, NoticeWords>> = {
  "call-due": {
    subject: ({ folio }) => `${folio}: llame al cliente`,
    body: ({ folio, deadline, subject }) =>
      `El ticket ${folio} («${subject}») tiene solución y al cliente se le da por teléfono.\n\nLlámele desde el ${deadline}, y registre la llamada aunque no conteste.\n\n${linkPlace}`,
  },
  warned: {
    subject: ({ folio, clock, deadline }) => `${folio}: ${clock} vence el ${deadline}`,
    body: ({ folio, clock, deadline, subject }) =>
      `El ticket ${folio} («${subject}») vence pronto.\n\n${clock}: ${deadline}\n\n${linkPlace}`,
  },
  breached: {
    subject: ({ folio, clock, deadline }) => `${folio}: ${clock} venció el ${deadline}`,
    body: ({ folio, clock, deadline, subject }) =>
      `El ticket ${folio} («${subject}») no se atendió en plazo.\n\n${clock}: venció el ${deadline}\n\n${linkPlace}`,
  },
};

const en: typeof es = {
  "call-due": {
    subject: ({ folio }) => `${folio}: call the client`,
    body: ({ folio, deadline, subject }) =>
      `Ticket ${folio} (“${subject}”) has a solution, and the client is told it by telephone.\n\nCall from ${deadline} on, and log the call even if nobody answers.\n\n${linkPlace}`,
  },
  warned: {
    subject: ({ folio, clock, deadline }) => `${folio}: ${clock} is due ${deadline}`,
    body: ({ folio, clock, deadline, subject }) =>
      `Ticket ${folio} (“${subject}”) is due soon.\n\n${clock}: ${deadline}\n\n${linkPlace}`,
  },
  breached: {
    subject: ({ folio, clock, deadline }) => `${folio}: ${clock} was due ${deadline}`,
    body: ({ folio, clock, deadline, subject }) =>
      `Ticket ${folio} (“${subject}”) was not attended to in time.\n\n${clock}: was due ${deadline}\n\n${linkPlace}`,
  },
};

/** The words of a notice to staff. */
export function noticeWords(moment: Notice, language: Language): NoticeWords {
  return (language === "es" ? es : en)[moment];
}

/** A mail that did not arrive, as whoever has its ticket is told; all values are words already. */
export interface UndeliveredNotice {
  readonly folio: string;
  readonly recipient: string;
  /** The mail's subject. */
  readonly mail: string;
  /** Why in words; "" where only the server's own words tell it. */
  readonly why: string;
  readonly server: string;
}

interface UndeliveredWords {
  readonly subject: (notice: UndeliveredNotice) => string;
  readonly body: (notice: UndeliveredNotice) => string;
}

const undeliveredEs: UndeliveredWords = {
  subject: ({ folio, recipient }) => `${folio}: no se entregó un correo a ${recipient}`,
  body: ({ folio, recipient, mail, why, server }) =>
    `El correo «${mail}» del ticket ${folio} no llegó a ${recipient}${why === "" ? "" : `: ${why}`}.\n\nLo que dijo el servidor: ${server}\n\nSi la dirección está mal escrita, corríjala o llame al cliente. En el ticket puede enviarlo de nuevo.\n\n${linkPlace}`,
};

const undeliveredEn: UndeliveredWords = {
  subject: ({ folio, recipient }) => `${folio}: a mail to ${recipient} was not delivered`,
  body: ({ folio, recipient, mail, why, server }) =>
    `The mail “${mail}” of ticket ${folio} did not reach ${recipient}${why === "" ? "" : `: ${why}`}.\n\nWhat the server said: ${server}\n\nIf the address is misspelt, correct it or call the client. You can send it again from the ticket.\n\n${linkPlace}`,
};

/** The words of a notice that a mail did not arrive. */
export function undeliveredWords(language: Language): UndeliveredWords {
  return language === "es" ? undeliveredEs : undeliveredEn;
}
