import type { Language } from "../../core/policy/text.ts";

/** What somebody of a desk is told was done to how they sign in, or to what they are there. */
export type StaffNotice = "sessions-ended" | "second-factor-reset" | "changed" | "removed";

interface Said {
  readonly subject: (desk: string) => string;
  readonly body: (by: string, desk: string) => string;
}

interface Words {
  readonly open: string;
  /** Who did it where it was nobody of the desk. */
  readonly installation: string;
  readonly footer: (desk: string) => string;
  readonly notices: Readonly<Record<StaffNotice, Said>>;
}

const es: Words = {
  open: "Ver la seguridad de su cuenta",
  installation: "Quien administra la instalación",
  footer: (desk) => `Mensaje automático de ${desk}.`,
  notices: {
    "sessions-ended": {
      subject: (desk) => `Se cerraron sus sesiones en ${desk}`,
      body: (by) =>
        `${by} cerró todas sus sesiones. Entre de nuevo para seguir trabajando. Si no sabe por qué, pregúntele.`,
    },
    "second-factor-reset": {
      subject: (desk) => `Se quitó su segundo paso para entrar en ${desk}`,
      body: (by) =>
        `${by} quitó su aplicación de autenticación, sus códigos de recuperación y sus llaves de acceso, y cerró sus sesiones. Al entrar podrá preparar el segundo paso otra vez. Si usted no lo pidió, avísele de inmediato.`,
    },
    changed: {
      subject: (desk) => `Cambió su función en ${desk}`,
      body: (by, desk) => `${by} cambió lo que usted puede hacer en ${desk}.`,
    },
    removed: {
      subject: (desk) => `Ya no trabaja en ${desk}`,
      body: (by, desk) => `${by} retiró su acceso a ${desk}.`,
    },
  },
};

const en: Words = {
  open: "See the security of your account",
  installation: "Whoever runs the installation",
  footer: (desk) => `Automatic message of ${desk}.`,
  notices: {
    "sessions-ended": {
      subject: (desk) => `Your sessions at ${desk} were ended`,
      body: (by) =>
        `${by} ended all your sessions. Sign in again to go on working. If you do not know why, ask them.`,
    },
    "second-factor-reset": {
      subject: (desk) => `Your second step to sign in at ${desk} was removed`,
      body: (by) =>
        `${by} removed your authenticator app, your recovery codes and your passkeys, and ended your sessions. When you sign in you can set the second step up again. If you did not ask for it, tell them at once.`,
    },
    changed: {
      subject: (desk) => `Your role at ${desk} has changed`,
      body: (by, desk) => `${by} changed what you may do at ${desk}.`,
    },
    removed: {
      subject: (desk) => `You no longer work at ${desk}`,
      body: (by, desk) => `${by} took away your access to ${desk}.`,
    },
  },
};

/** The mails about somebody's own access. */
export const staffChangeWords: Readonly<Record<Language, Words>> = { es, en };
