import type { Language } from "../../core/policy/text.ts";

const es = {
  title: "Preferencias",
  lead: "Son suyas y valen en todas sus mesas y en todos sus equipos. Se guardan al elegirlas.",
  look: "Aspecto",
  work: "Trabajo",
  keyboard: "Teclado",
  theme: "Tema",
  themes: { system: "El del equipo", light: "Claro", dark: "Oscuro" },
  density: "Densidad",
  densities: { comfortable: "Cómoda", compact: "Compacta" },
  densityHint: "La compacta muestra más tickets en la misma pantalla.",
  after: "Después de un acto",
  afters: {
    next: "Ir al siguiente ticket",
    back: "Volver a la lista",
    stay: "Quedarse en el ticket",
  },
  undo: "Para deshacer un envío",
  undoHint: "Una respuesta espera este tiempo antes de salir; mientras tanto puede deshacerse.",
  undoSeconds: (n: number) => (n === 0 ? "Sin espera" : `${n} segundos`),
  shortcuts: "Atajos de una sola tecla",
  shortcutsHint: "No actúan mientras se escribe. La tecla ? los muestra.",
  language: "Idioma",
  languages: { browser: "El del navegador", es: "Español", en: "English" },
  saved: "Guardado.",
};

const en: typeof es = {
  title: "Preferences",
  lead: "They are yours at all of your desks and on all of your devices. Each is kept as you choose it.",
  look: "Look",
  work: "Work",
  keyboard: "Keyboard",
  theme: "Theme",
  themes: { system: "The device's", light: "Light", dark: "Dark" },
  density: "Density",
  densities: { comfortable: "Comfortable", compact: "Compact" },
  densityHint: "Compact shows more tickets on the same screen.",
  after: "After an act",
  afters: {
    next: "Go to the next ticket",
    back: "Go back to the list",
    stay: "Stay at the ticket",
  },
  undo: "To undo what was sent",
  undoHint: "A reply waits this long before it leaves; until then it can be undone.",
  undoSeconds: (n) => (n === 0 ? "No wait" : `${n} seconds`),
  shortcuts: "Single-key shortcuts",
  shortcutsHint: "They do nothing while you write. The ? key shows them.",
  language: "Language",
  languages: { browser: "The browser's", es: "Español", en: "English" },
  saved: "Kept.",
};

/** Words of the page where somebody says how they like the workspace. */
export const preferenceWords: Readonly<Record<Language, typeof es>> = { es, en };
