import type { Language } from "../../core/policy/text.ts";

const es = {
  deadlines: "Plazos",
  opinions: "Satisfacción",
  opinion: { good: "El cliente quedó conforme.", bad: "El cliente no quedó conforme." },
  opinionChanged: "Cambió su respuesta.",
  opinionAddress: "Enlace a esta respuesta",
  whole: "Ver el mensaje completo",
  quoted: "Lo anterior citado",
  copyLink: "Copiar enlace",
  copied: "Enlace copiado",
  image: (name: string): string => `Imagen ${name}`,
};

const en: typeof es = {
  deadlines: "Deadlines",
  opinions: "Satisfaction",
  opinion: { good: "The client was content.", bad: "The client was not content." },
  opinionChanged: "They changed their answer.",
  opinionAddress: "Link to this answer",
  whole: "Show the whole message",
  quoted: "Quoted past",
  copyLink: "Copy link",
  copied: "Link copied",
  image: (name) => `Image ${name}`,
};

/** What a ticket's timeline says of itself. */
export const timelineWords: Readonly<Record<Language, typeof es>> = { es, en };
