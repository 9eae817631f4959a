import type { Language } from "../../core/policy/text.ts";

type Reach = "own" | "desk";

interface Words {
  readonly title: string;
  readonly place: string;
  readonly lead: string;
  readonly none: string;
  readonly which: string;
  readonly reaches: Readonly<Record<Reach, string>>;
  readonly subjects: string;
  readonly withSubjects: string;
  readonly withoutSubjects: string;
  readonly makeTitle: string;
  readonly make: string;
  readonly madeTitle: string;
  readonly madeText: string;
  readonly copy: string;
  readonly copied: string;
  readonly done: string;
  readonly made: (moment: string) => string;
  readonly read: (moment: string) => string;
  readonly never: string;
  readonly end: string;
  readonly endSure: string;
}

const es: Words = {
  title: "Vencimientos en su calendario",
  place: "En su calendario",
  lead: "Una liga para ver en su programa de calendario lo que vence: folio, plazo y hora. Solo se lee, y deja de funcionar cuando usted la quita o deja la mesa.",
  none: "No tiene ninguna liga.",
  which: "De qué tickets",
  reaches: { own: "Los que tengo asignados", desk: "Todos los de la mesa" },
  subjects: "Mostrar también el asunto, que escribe el cliente",
  withSubjects: "con el asunto",
  withoutSubjects: "sin el asunto",
  makeTitle: "Nueva liga",
  make: "Crear la liga",
  madeTitle: "La liga está lista",
  madeText:
    "Agréguela en su programa de calendario como suscripción por URL. Quien la tenga ve lo mismo que usted: no la comparta. No se vuelve a mostrar.",
  copy: "Copiar la liga",
  copied: "Copiada",
  done: "Ya la agregué",
  made: (moment) => `Creada ${moment}`,
  read: (moment) => `leída por última vez ${moment}`,
  never: "sin leer todavía",
  end: "Quitar",
  endSure: "Quitarla: deja de funcionar de inmediato",
};

const en: Words = {
  title: "What falls due, in your calendar",
  place: "In your calendar",
  lead: "A link that shows what falls due in your calendar program: folio, promise and hour. It only reads, and stops working when you take it away or leave the desk.",
  none: "You have no link.",
  which: "Of which tickets",
  reaches: { own: "Those assigned to me", desk: "All of the desk" },
  subjects: "Show the subject as well, which the client writes",
  withSubjects: "with the subject",
  withoutSubjects: "without the subject",
  makeTitle: "New link",
  make: "Make the link",
  madeTitle: "The link is ready",
  madeText:
    "Add it in your calendar program as a subscription by URL. Whoever has it sees what you see: do not share it. It is not shown again.",
  copy: "Copy the link",
  copied: "Copied",
  done: "I have added it",
  made: (moment) => `Made ${moment}`,
  read: (moment) => `last read ${moment}`,
  never: "not read yet",
  end: "Take away",
  endSure: "Take it away: it stops working at once",
};

/** What the workspace says of calendars of what falls due. */
export const feedPageWords: Readonly<Record<Language, Words>> = { es, en };
