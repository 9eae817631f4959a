import type { Language } from "../../core/policy/text.ts";

/** What `plazo staff` says. */
export interface StaffCliWords {
  readonly none: string;
  readonly nobody: (email: string) => string;
  readonly unknownRole: (role: string, known: readonly string[]) => string;
  /** A one-time link, whose it is, and until when it works. */
  readonly link: (email: string, link: string, hours: number) => string;
  readonly invited: (
    to: { readonly email: string; readonly desk: string },
    link: string,
    days: number,
  ) => string;
  readonly reset: (email: string, desks: readonly string[]) => string;
}

const es: StaffCliWords = {
  none: "Nadie trabaja todavía en ninguna mesa: «plazo serve» imprime la liga para empezar.",
  nobody: (email) => `Nadie con la dirección ${email} trabaja en una mesa.`,
  unknownRole: (role, known) => `No existe la función «${role}». Las que hay: ${known.join(", ")}.`,
  link: (email, link, hours) =>
    `${email} entra con esta liga, una sola vez, en las próximas ${hours} horas, y puede elegir ahí una contraseña nueva:\n  ${link}\nSi tiene un segundo paso, se le pide también.`,
  invited: ({ email, desk }, link, days) =>
    `Con esta liga, una sola vez, en los próximos ${days} días, ${email} empieza a trabajar en ${desk}:\n  ${link}`,
  reset: (email, desks) =>
    `${email} ya no tiene segundo paso ni sesiones abiertas. Quedó anotado, y se le avisa por correo, en: ${desks.join(", ")}.`,
};

const en: StaffCliWords = {
  none: "Nobody works at any desk yet: “plazo serve” prints the link to begin with.",
  nobody: (email) => `Nobody with the address ${email} works at a desk.`,
  unknownRole: (role, known) => `There is no role “${role}”. There are: ${known.join(", ")}.`,
  link: (email, link, hours) =>
    `${email} comes in by this link, once, within ${hours} hours, and can choose a new password there:\n  ${link}\nWhoever has a second step is asked for it as well.`,
  invited: ({ email, desk }, link, days) =>
    `With this link, once, within ${days} days, ${email} begins to work at ${desk}:\n  ${link}`,
  reset: (email, desks) =>
    `${email} has no second step and no open sessions any more. It was written down, and they are told by mail, at: ${desks.join(", ")}.`,
};

/** What `plazo staff` says, in a language. */
export const staffCliWords: Readonly<Record<Language, StaffCliWords>> = { es, en };
