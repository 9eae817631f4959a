import type { Language } from "../core/policy/text.ts";

interface Words {
  /** What a calendar is called in the program that reads it. */
  readonly names: Readonly<Record<"own" | "desk", (desk: string) => string>>;
  readonly hours: (desk: string) => string;
  readonly call: string;
}

const es: Words = {
  names: {
    own: (desk) => `Mis vencimientos · ${desk}`,
    desk: (desk) => `Vencimientos · ${desk}`,
  },
  hours: (desk) => `Cambios de horario · ${desk}`,
  call: "Llamada",
};

const en: Words = {
  names: {
    own: (desk) => `What I have due · ${desk}`,
    desk: (desk) => `What falls due · ${desk}`,
  },
  hours: (desk) => `Changes of hours · ${desk}`,
  call: "Call",
};

/** What calendars say. */
export const feedWords: Readonly<Record<Language, Words>> = { es, en };
