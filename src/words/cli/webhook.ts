import type { Language } from "../../core/policy/text.ts";

/** What `plazo webhook` says. */
export interface WebhookWords {
  readonly none: (desk: string) => string;
  readonly noLog: string;
  readonly states: Readonly<Record<string, string>>;
  readonly sent: Readonly<Record<string, string>>;
  readonly onTheirWay: (n: number) => string;
  readonly wrongHours: string;
}

const es: WebhookWords = {
  none: (desk) => `La mesa ${desk} no avisa a ningún sistema.`,
  noLog: "Todavía no hay envíos.",
  states: {
    on: "encendido",
    off: "apagado",
    gone: "apagado: 410",
    failing: "apagado: sin respuesta",
  },
  sent: { pending: "en camino", sent: "entregado", failed: "no se entregó", missed: "apagado" },
  onTheirWay: (n) => (n === 1 ? "Va en camino 1 aviso." : `Van en camino ${n} avisos.`),
  wrongHours: "--hours lleva de 1 a 720.",
};

const en: WebhookWords = {
  none: (desk) => `The desk ${desk} tells no system.`,
  noLog: "There are no deliveries yet.",
  states: { on: "on", off: "off", gone: "off: 410", failing: "off: no answer" },
  sent: { pending: "on its way", sent: "delivered", failed: "not delivered", missed: "off" },
  onTheirWay: (n) => (n === 1 ? "1 notice is on its way." : `${n} notices are on their way.`),
  wrongHours: "--hours takes 1 to 720.",
};

/** What `plazo webhook` says, in a language. */
export const webhookCliWords: Readonly<Record<Language, WebhookWords>> = { es, en };
