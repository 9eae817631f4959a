import type { Language } from "../../core/policy/text.ts";

const named = (names: readonly string[], and: string): string =>
  names.length < 2
    ? (names[0] ?? "")
    : `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1) ?? ""}`;

const es = {
  /** Who has the ticket open, beside the reader. */
  looking: (names: readonly string[]): string =>
    `${named(names, "y")} ${names.length === 1 ? "está viendo" : "están viendo"} este ticket`,
  writing: (names: readonly string[]): string =>
    `${named(names, "y")} ${names.length === 1 ? "está escribiendo" : "están escribiendo"} una respuesta`,
  lookingShort: (names: readonly string[]): string => `Lo ve ${named(names, "y")}`,
  writingShort: (names: readonly string[]): string => `Escribe ${named(names, "y")}`,
  waiting: (many: number): string => (many === 1 ? "1 nuevo" : `${many} nuevos`),
  showWaiting: (many: number): string =>
    many === 1 ? "Mostrar 1 ticket nuevo" : `Mostrar ${many} tickets nuevos`,
  gone: (time: string): string =>
    `Sin conexión desde las ${time}. Lo que ve puede no estar al día. Lo que escriba se conserva en este navegador; lo que se envía sale cuando vuelva la red.`,
  cut: (time: string): string =>
    `Los cambios no llegan en vivo desde las ${time}; se pregunta por ellos cada 10 segundos.`,
  slow: "La red está lenta: el servidor tarda en contestar. Lo que escriba se conserva.",
  back: "De nuevo en línea. Todo se volvió a preguntar.",
};

const en: typeof es = {
  looking: (names) =>
    `${named(names, "and")} ${names.length === 1 ? "is looking" : "are looking"} at this ticket`,
  writing: (names) =>
    `${named(names, "and")} ${names.length === 1 ? "is writing" : "are writing"} a reply`,
  lookingShort: (names) => `Seen by ${named(names, "and")}`,
  writingShort: (names) => `${named(names, "and")} writing`,
  waiting: (many) => `${many} new`,
  showWaiting: (many) => (many === 1 ? "Show 1 new ticket" : `Show ${many} new tickets`),
  gone: (time) =>
    `Offline since ${time}. What you see may be out of date. What you write is kept in this browser; what is sent leaves when the network is back.`,
  cut: (time) =>
    `Changes have not arrived live since ${time}; they are asked for every 10 seconds.`,
  slow: "The network is slow: the server takes long to answer. What you write is kept.",
  back: "Back online. Everything was asked for again.",
};

/** Words of what is live: who is there, what is new, how the network is. */
export const liveWords: Readonly<Record<Language, typeof es>> = { es, en };
