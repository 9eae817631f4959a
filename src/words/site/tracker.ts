import type { Language } from "../../core/policy/text.ts";

const es = {
  title: "Seguimiento",
  lists: (columns: string) => `La mesa lleva una lista de los tickets con estos datos: ${columns}.`,
  digest: (when: string, what: string) =>
    `Quien la sigue recibe por correo, ${when}, un resumen con ${what}. Si nada cambió, no se envía.`,
  follows: (whose: string) => `Usted sigue ${whose}.`,
  gets: (address: string, when: string) =>
    `El resumen de lo que cambie llega a ${address} ${when}; si nada cambia, no se envía.`,
  next: (gap: string) => `El siguiente sale el ${gap}.`,
  shown: (gap: string) => `Así estaba el ${gap}.`,
  refresh: "Actualizar",
  live: "En vivo: lo que cambie aparece aquí sin recargar la página.",
  lost: "Sin conexión con la mesa: lo de abajo puede haber cambiado. Se vuelve a intentar sola.",
  fresh: "nuevo",
  before: (gap: string) => `antes: ${gap}`,
  said: (gap: string) => `Cambió el seguimiento: ${gap}.`,
  older: "Ver más antiguos",
  newest: "Volver a los más nuevos",
  caption: "Tickets, del más nuevo al más antiguo",
  first: (n: number) => `Se muestran los ${n} más nuevos.`,
  empty: "Todavía no hay tickets.",
  stop: "Dejar de recibir el resumen",
  stopHint: "No necesita iniciar sesión. Puede volver a seguirlo con esta misma liga.",
  stoppedTitle: "Ya no recibirá el resumen",
  stopped: (whose: string) => `Dejó de seguir ${whose}. No se le enviará otro resumen.`,
  stoppedByDesk: (whose: string) => `La mesa dejó de enviarle el seguimiento de ${whose}.`,
  again: "Volver a seguirlo",
};

const en: typeof es = {
  title: "Tracker",
  lists: (columns) => `The desk keeps a list of the tickets with: ${columns}.`,
  digest: (when, what) =>
    `Whoever follows it gets by e-mail, ${when}, a digest with ${what}. Where nothing changed, none is sent.`,
  follows: (whose) => `You follow ${whose}.`,
  gets: (address, when) =>
    `The digest of what changes comes to ${address} ${when}; where nothing changes, none is sent.`,
  next: (gap) => `The next one leaves on ${gap}.`,
  shown: (gap) => `This is how it was on ${gap}.`,
  refresh: "Refresh",
  live: "Live: what changes appears here without reloading the page.",
  lost: "No connection to the desk: what stands below may have changed. It is tried again by itself.",
  fresh: "new",
  before: (gap) => `before: ${gap}`,
  said: (gap) => `The tracker changed: ${gap}.`,
  older: "See older ones",
  newest: "Back to the newest",
  caption: "Tickets, newest first",
  first: (n) => `The ${n} newest are shown.`,
  empty: "There are no tickets yet.",
  stop: "Stop receiving the digest",
  stopHint: "You need not sign in. You can follow it again by this same link.",
  stoppedTitle: "You will get no more digests",
  stopped: (whose) => `You stopped following ${whose}. No other digest will be sent to you.`,
  stoppedByDesk: (whose) => `The desk stopped sending you the tracker of ${whose}.`,
  again: "Follow it again",
};

/** The tracker for those who follow it from outside, and its chapter of the manual. */
export const trackerWords: Readonly<Record<Language, typeof es>> = { es, en };
