import type { Language } from "../../core/policy/text.ts";

const es = {
  title: "Qué ahorran los artículos",
  lead: "Se cuentan formularios que alguien empezó a escribir, no artículos mostrados: uno en el que se vieron tres artículos cuenta una vez.",
  days: "Periodo",
  lastDays: (n: number) => `Últimos ${n} días`,
  file: "articulos",
  csv: "Descargar CSV",
  all: "Todos",
  article: "Artículo",
  seen: "Vistos",
  opened: "Abiertos",
  solved: "«Esto lo resolvió»",
  spared: "Solicitudes ahorradas",
  returned: "Volvieron a pedir ayuda",
  pending: "Aún sin cumplir 24 h",
  definitions: "Cómo se cuenta",
  defined: {
    seen: "Formularios en los que se ofreció al menos un artículo mientras se escribían, o al regresar por un dato que faltaba.",
    opened:
      "De esos, en los que se abrió alguno. Sin JavaScript solo se sabe de quien además contesta en la página del artículo.",
    solved: "De esos, en los que alguien dijo «Esto lo resolvió» y terminó sin enviar.",
    spared:
      "De los resueltos, aquellos en los que, pasadas 24 horas, no llegó por el formulario ninguna solicitud del mismo navegador y red. Quien solo se va no cuenta: no se sabe por qué se fue.",
    returned: "De los resueltos, en los que sí llegó una solicitud dentro de las 24 horas.",
    pending: "De los resueltos, en los que las 24 horas no han terminado.",
  },
  privacy:
    "El navegador y la red se guardan solo como una huella con clave, durante dos días; después queda la cuenta, que no es de nadie.",
  rate: (n: number, of: number) => `${n} de ${of}`,
  filed: (n: number) => `En el mismo periodo llegaron por el formulario ${n} solicitudes.`,
  none: "Nadie ha visto artículos en el formulario en este periodo.",
};

const en: typeof es = {
  title: "What articles spare",
  lead: "Counted are forms that somebody began to write, not articles shown: one in which three articles were seen counts once.",
  days: "Period",
  lastDays: (n) => `Last ${n} days`,
  file: "articles",
  csv: "Download CSV",
  all: "All",
  article: "Article",
  seen: "Seen",
  opened: "Opened",
  solved: "“This solved it”",
  spared: "Requests spared",
  returned: "Asked for help after all",
  pending: "24 h not over yet",
  definitions: "How it is counted",
  defined: {
    seen: "Forms in which at least one article was offered while they were written, or when they came back for something missing.",
    opened:
      "Of those, the ones in which some article was opened. Without JavaScript it is known only of those who also answer on the article's page.",
    solved: "Of those, the ones in which somebody said “This solved it” and ended without sending.",
    spared:
      "Of those solved, the ones in which, once 24 hours are over, no request came by the form from the same browser and network. Who merely leaves is not counted: nobody knows why they left.",
    returned: "Of those solved, the ones in which a request did come within 24 hours.",
    pending: "Of those solved, the ones in which the 24 hours are not over.",
  },
  privacy:
    "The browser and the network are kept only as a keyed hash, for two days; what is left after that is a count, and nobody's.",
  rate: (n, of) => `${n} of ${of}`,
  filed: (n) => `In the same period ${n} requests came by the form.`,
  none: "Nobody has seen articles in the form in this period.",
};

/** What the workspace says of what articles spare. */
export const articleReportWords: Readonly<Record<Language, typeof es>> = { es, en };
