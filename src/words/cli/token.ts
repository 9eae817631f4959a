import type { Language } from "../../core/policy/text.ts";

/** What `plazo token` says. */
export interface TokenWords {
  readonly made: (token: string) => string;
  readonly once: string;
  readonly none: (desk: string) => string;
  readonly states: Readonly<Record<"good" | "expired" | "revoked", string>>;
  readonly never: string;
  readonly until: (instant: string) => string;
  readonly used: (instant: string) => string;
  readonly revoked: (name: string) => string;
  readonly unknownScope: (scope: string, known: readonly string[]) => string;
  readonly wrongDays: string;
}

const es: TokenWords = {
  made: (token) => `Token: ${token}`,
  once: "Guárdelo ahora: no se vuelve a mostrar, y aquí solo queda su huella.",
  none: (desk) => `La mesa ${desk} no tiene tokens.`,
  states: { good: "vigente", expired: "vencido", revoked: "revocado" },
  never: "sin uso",
  until: (instant) => `vence el ${instant}`,
  used: (instant) => `último uso: ${instant}`,
  revoked: (name) => `El token «${name}» quedó revocado.`,
  unknownScope: (scope, known) =>
    `No existe el permiso «${scope}». Los que hay: ${known.join(", ")}.`,
  wrongDays: "--days lleva de 1 a 365.",
};

const en: TokenWords = {
  made: (token) => `Token: ${token}`,
  once: "Keep it now: it is not shown again, and only its hash stays here.",
  none: (desk) => `The desk ${desk} has no tokens.`,
  states: { good: "good", expired: "expired", revoked: "revoked" },
  never: "never used",
  until: (instant) => `expires on ${instant}`,
  used: (instant) => `last used: ${instant}`,
  revoked: (name) => `The token “${name}” is revoked.`,
  unknownScope: (scope, known) => `There is no scope “${scope}”. There are: ${known.join(", ")}.`,
  wrongDays: "--days takes 1 to 365.",
};

/** What `plazo token` says, in a language. */
export const tokenWords: Readonly<Record<Language, TokenWords>> = { es, en };
