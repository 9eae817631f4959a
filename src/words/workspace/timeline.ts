import type { Language } from "../../core/policy/text.ts";

const es = {
  deadlines: "Plazos",
  whole: "Ver el mensaje completo",
  quoted: "Lo anterior citado",
  copyLink: "Copiar enlace",
  copied: "Enlace copiado",
  image: (name: string): string => `Imagen ${name}`,
};

const en: typeof es = {
  deadlines: "Deadlines",
  whole: "Show the whole message",
  quoted: "Quoted past",
  copyLink: "Copy link",
  copied: "Link copied",
  image: (name) => `Image ${name}`,
};

/** What a ticket's timeline says of itself. */
export const timelineWords: Readonly<Record<Language, typeof es>> = { es, en };
