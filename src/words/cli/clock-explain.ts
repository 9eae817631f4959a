import type { QuestionCode } from "../../core/clock/question.ts";
import type { ClockStatus } from "../../core/clock/clock.ts";
import type { Language } from "../../core/policy/text.ts";

/** The words of `plazo clock explain`. */
export interface ClockExplainWords {
  readonly heading: (filed: string, severity: string) => string;
  readonly status: Readonly<Record<ClockStatus, string>>;
  readonly breach: Readonly<Record<"late" | "reclassified", (at: string) => string>>;
  readonly warning: (at: string) => string;
  readonly startsWith: (marks: string) => string;
  readonly none: string;
  readonly wrong: Readonly<Record<QuestionCode, (given: string, known: string) => string>>;
  readonly unreadable: (file: string, why: string) => string;
}

const es: ClockExplainWords = {
  heading: (filed, severity) => `Registrado: ${filed}; severidad: ${severity}`,
  status: {
    idle: "sin empezar",
    running: "corre",
    paused: "en pausa",
    met: "cumplido",
    missed: "incumplido",
    passed: "pasó",
    cancelled: "cancelado",
    merged: "fusionado",
    "not-measured": "sin medir",
  },
  breach: {
    late: (at) => `incumplido: ${at}`,
    reclassified: (at) => `incumplido al reclasificar: ${at}`,
  },
  warning: (at) => `aviso: ${at}`,
  startsWith: (marks) => `empieza con ${marks}`,
  none: "Ningún reloj de este manual aplica a esta solicitud.",
  wrong: {
    "not-an-instant": (given) =>
      `«${given}» no es una fecha y hora de entre 1970 y 2199: escriba "2026-11-20 17:00" (hora de la mesa) o un instante ISO 8601 con su desfase.`,
    "not-a-pause": (given) =>
      `«${given}» no es una pausa: escriba "2026-11-20 17:00..2026-11-23 10:00".`,
    "out-of-order": (given) => `«${given}» es anterior a lo que debió ocurrir antes.`,
    "unknown-severity": (given, known) =>
      `No hay severidad «${given}» en este manual. Las hay: ${known}.`,
    "unknown-clock": (given, known) => `No hay reloj «${given}» en este manual. Los hay: ${known}.`,
  },
  unreadable: (file, why) => `No se puede leer ${file}: ${why}`,
};

const en: ClockExplainWords = {
  heading: (filed, severity) => `Filed: ${filed}; severity: ${severity}`,
  status: {
    idle: "not started",
    running: "running",
    paused: "paused",
    met: "met",
    missed: "missed",
    passed: "passed",
    cancelled: "cancelled",
    merged: "merged",
    "not-measured": "not measured",
  },
  breach: {
    late: (at) => `missed: ${at}`,
    reclassified: (at) => `missed by reclassification: ${at}`,
  },
  warning: (at) => `warning: ${at}`,
  startsWith: (marks) => `starts with ${marks}`,
  none: "No clock of this manual applies to this request.",
  wrong: {
    "not-an-instant": (given) =>
      `"${given}" is not a date and time from 1970 to 2199: write "2026-11-20 17:00" (the desk's time) or an ISO 8601 instant with its offset.`,
    "not-a-pause": (given) =>
      `"${given}" is not a pause: write "2026-11-20 17:00..2026-11-23 10:00".`,
    "out-of-order": (given) => `"${given}" is earlier than what must have come before it.`,
    "unknown-severity": (given, known) =>
      `This manual has no severity "${given}". It has: ${known}.`,
    "unknown-clock": (given, known) => `This manual has no clock "${given}". It has: ${known}.`,
  },
  unreadable: (file, why) => `Cannot read ${file}: ${why}`,
};

/** The words of `plazo clock explain`, in a language. */
export function clockExplainWords(language: Language): ClockExplainWords {
  return language === "es" ? es : en;
}
