import type { Language } from "../../core/policy/text.ts";
import { termed } from "../terms.ts";

const es = {
  skip: "Ir al contenido",
  help: "Pedir ayuda",
  follow: "Seguir un ticket",
  manual: "Manual de soporte",
  mine: "Mis tickets",
  mainMenu: "Principal",
  otherLanguage: "English",
  poweredBy: "Plazo: la mesa de ayuda que cumple su manual",
  allDesks: "Todas las mesas",
};

const en: typeof es = {
  skip: "Skip to content",
  help: "Ask for help",
  follow: "Follow a ticket",
  manual: "Support manual",
  mine: "My tickets",
  mainMenu: "Main",
  otherLanguage: "Español",
  poweredBy: "Plazo: the help desk that keeps its manual",
  allDesks: "All desks",
};

/** What stands around every page that clients see. */
export const frameWords: Readonly<Record<Language, typeof es>> = termed({ es, en });
