import type { Language } from "../../core/policy/text.ts";
import { linkPlace } from "./fill.ts";

/** What a member of the desk is told of a ticket by mail; all values are words already. */
export interface StaffNote {
  readonly folio: string;
  readonly subject: string;
  /** Who wrote the note. */
  readonly by: string;
  /** The note itself, or why nothing left. */
  readonly text: string;
}

interface NoteWords {
  readonly subject: (note: StaffNote) => string;
  readonly body: (note: StaffNote) => string;
}

const words: Readonly<Record<"mentioned" | "not-left", Readonly<Record<Language, NoteWords>>>> = {
  mentioned: {
    es: {
      subject: ({ folio, by }) => `${folio}: ${by} le menciona en una nota`,
      body: ({ folio, subject, by, text }) =>
        `${by} le menciona en una nota interna del ticket ${folio} («${subject}»):\n\n${text}\n\n${linkPlace}`,
    },
    en: {
      subject: ({ folio, by }) => `${folio}: ${by} mentions you in a note`,
      body: ({ folio, subject, by, text }) =>
        `${by} mentions you in an internal note of ticket ${folio} (“${subject}”):\n\n${text}\n\n${linkPlace}`,
    },
  },
  "not-left": {
    es: {
      subject: ({ folio }) => `${folio}: su respuesta no salió`,
      body: ({ folio, subject, text }) =>
        `Lo que escribió al cliente en el ticket ${folio} («${subject}») no se envió: ${text}\n\nSus palabras están completas en el ticket. Revíselas y envíelas de nuevo.\n\n${linkPlace}`,
    },
    en: {
      subject: ({ folio }) => `${folio}: your reply did not leave`,
      body: ({ folio, subject, text }) =>
        `What you wrote to the client in ticket ${folio} (“${subject}”) was not sent: ${text}\n\nYour words are all in the ticket. Read them again and send them anew.\n\n${linkPlace}`,
    },
  },
};

/** The words with which somebody of the desk is told that they are called by name, or that their reply did not leave. */
export function noteWords(moment: "mentioned" | "not-left", language: Language): NoteWords {
  return words[moment][language];
}
