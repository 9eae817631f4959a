import type { Language } from "../../core/policy/text.ts";

const es = {
  groups: {
    work: "Trabajo",
    clients: "Clientes",
    manual: "Manual",
    mail: "Correo",
    desk: "Administración",
  },
  account: "Su cuenta",
  desks: "Cambiar de mesa",
  theme: "Tema",
  narrow: "Contraer la columna de secciones",
  widen: "Desplegar la columna de secciones",
  write: "Escribir",
};

const en: typeof es = {
  groups: {
    work: "Work",
    clients: "Clients",
    manual: "Manual",
    mail: "Mail",
    desk: "Administration",
  },
  account: "Your account",
  desks: "Change desk",
  theme: "Theme",
  narrow: "Fold the column of sections",
  widen: "Unfold the column of sections",
  write: "Write",
};

/** Words of the frame around every page of the workspace. */
export const frameWords: Readonly<Record<Language, typeof es>> = { es, en };
