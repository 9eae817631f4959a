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

const es: Readonly<Record<"warned" | "breached", NoticeWords>> = {
  warned: {
    subject: ({ folio, clock }) => `${folio}: está por vencer ${clock}`,
    body: ({ folio, clock, deadline, subject }) =>
      `El ticket ${folio} («${subject}») vence pronto.\n\n${clock}: ${deadline}\n\n${linkPlace}`,
  },
  breached: {
    subject: ({ folio, clock }) => `${folio}: venció ${clock}`,
    body: ({ folio, clock, deadline, subject }) =>
      `El ticket ${folio} («${subject}») no se atendió en plazo.\n\n${clock}: venció el ${deadline}\n\n${linkPlace}`,
  },
};

const en: typeof es = {
  warned: {
    subject: ({ folio, clock }) => `${folio}: ${clock} is due soon`,
    body: ({ folio, clock, deadline, subject }) =>
      `Ticket ${folio} (“${subject}”) is due soon.\n\n${clock}: ${deadline}\n\n${linkPlace}`,
  },
  breached: {
    subject: ({ folio, clock }) => `${folio}: ${clock} was missed`,
    body: ({ folio, clock, deadline, subject }) =>
      `Ticket ${folio} (“${subject}”) was not attended to in time.\n\n${clock}: was due ${deadline}\n\n${linkPlace}`,
  },
};

/** The words of a notice to staff. */
export function noticeWords(moment: "warned" | "breached", language: Language): NoticeWords {
  return (language === "es" ? es : en)[moment];
}
