import type { Language } from "../../core/policy/text.ts";
import { termed } from "../terms.ts";

const es = {
  title: "Cómo comunicarse",
  now: "En este momento",
  others: "Otras maneras de comunicarse",
  open: "Abierto ahora.",
  outside: "Fuera de horario.",
  closed: "Cerrado ahora.",
  anyTime: "A cualquier hora.",
  attendedNow: (hours: string) => `Se atiende ahora (${hours}).`,
  attendedFrom: (when: string) => `Se atiende desde el ${when}.`,
  opens: (when: string) => `Se abre el ${when}`,
  unlessAnswered: "si nadie responde antes",
  unlessKept: (clock: string) => `si antes no se cumple «${clock}»`,
  onlyWhen: (condition: string) => `Se abre cuando ${condition}.`,
  why: {
    phone: "¿Por qué no puedo llamar?",
    other: "¿Por qué está cerrado?",
  },
};

const en: typeof es = {
  title: "How to reach us",
  now: "At this moment",
  others: "Other ways to reach us",
  open: "Open now.",
  outside: "Outside hours.",
  closed: "Closed now.",
  anyTime: "At any hour.",
  attendedNow: (hours) => `Attended now (${hours}).`,
  attendedFrom: (when) => `Attended from ${when}.`,
  opens: (when) => `It opens on ${when}`,
  unlessAnswered: "if nobody answers before",
  unlessKept: (clock) => `if “${clock}” is not kept before`,
  onlyWhen: (condition) => `It opens when ${condition}.`,
  why: {
    phone: "Why can I not telephone?",
    other: "Why is it closed?",
  },
};

/** The ways to the desk as they are now. */
export const channelWords: Readonly<Record<Language, typeof es>> = termed({ es, en });
