import type { Language } from "../../core/policy/text.ts";

const es = {
  title: "Incidente masivo",
  isPart: "Es parte de un incidente masivo",
  count: (count: number) => (count === 1 ? "1 ticket" : `${count} tickets`),
  declare: "Declarar incidente masivo",
  declareMeans: "Otros tickets podrán unirse a este: una respuesta para todos, y una causa.",
  alike: "Parecen lo mismo",
  near: "¿Es parte de este incidente?",
  why: { code: "mismo código", subject: "asunto parecido", type: "mismo tipo" },
  join: (count: number) => (count === 1 ? "Unir 1" : `Unir ${count}`),
  joinTo: (folio: string) => `Unir a ${folio}`,
  leave: "Sacar del incidente",
  reply: "Responder a todos",
  solve: "Resolver todos",
  parts: "Sus tickets",
  closed: "cerrado",
  breached: "incumplido",
};

type Words = typeof es;

const en: Words = {
  title: "Mass incident",
  isPart: "Part of a mass incident",
  count: (count) => (count === 1 ? "1 ticket" : `${count} tickets`),
  declare: "Declare a mass incident",
  declareMeans: "Other tickets can join this one: one answer to all, and one cause.",
  alike: "Probably the same",
  near: "Is it part of this incident?",
  why: { code: "same code", subject: "similar subject", type: "same type" },
  join: (count) => `Join ${count}`,
  joinTo: (folio) => `Join to ${folio}`,
  leave: "Take out of the incident",
  reply: "Answer all",
  solve: "Solve all",
  parts: "Its tickets",
  closed: "closed",
  breached: "broken promise",
};

/** What the workspace says of mass incidents. */
export const incidentWords: Readonly<Record<Language, Words>> = { es, en };
