import type { Language } from "../../core/policy/text.ts";

const es = {
  subject: (folio: string) => `${folio}: copia de su chat`,
  body: (folio: string) => `Esta es la copia que pidió del chat del folio ${folio}.`,
  desk: "La mesa",
};

const en: typeof es = {
  subject: (folio) => `${folio}: copy of your chat`,
  body: (folio) => `This is the copy that you asked for of the chat with number ${folio}.`,
  desk: "The desk",
};

/** The mail that carries a copy of a chat. */
export const chatMailWords: Readonly<Record<Language, typeof es>> = { es, en };
