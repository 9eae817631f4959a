import type { Language } from "../core/policy/text.ts";
import { linkPlace } from "./mail/fill.ts";

/** What is told of an endpoint that was switched off. */
interface Off {
  readonly host: string;
  /** Since when it answered nothing good. */
  readonly since: string;
}

/** The mail to administrators about an endpoint that was switched off. */
export const webhookOffWords = {
  es: {
    subject: (host: string) => `Se dejó de avisar a ${host}`,
    body: {
      gone: ({ host }: Off) =>
        `${host} contestó que ya no quiere avisos (410). El webhook quedó apagado. Lo que ocurra mientras tanto se conserva 30 días y se puede reenviar al encenderlo.\n\n${linkPlace}`,
      failing: ({ host, since }: Off) =>
        `${host} no acepta avisos desde ${since}. El webhook quedó apagado. Lo que ocurra mientras tanto se conserva 30 días y se puede reenviar al encenderlo.\n\n${linkPlace}`,
    },
    open: "Ver las integraciones",
  },
  en: {
    subject: (host: string) => `${host} is no longer notified`,
    body: {
      gone: ({ host }: Off) =>
        `${host} answered that it wants no more notices (410). The webhook is switched off. What happens meanwhile is kept for 30 days and can be sent again once it is on.\n\n${linkPlace}`,
      failing: ({ host, since }: Off) =>
        `${host} has taken no notice since ${since}. The webhook is switched off. What happens meanwhile is kept for 30 days and can be sent again once it is on.\n\n${linkPlace}`,
    },
    open: "See the integrations",
  },
} as const satisfies Readonly<Record<Language, unknown>>;
