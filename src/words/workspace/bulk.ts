import type { Language } from "../../core/policy/text.ts";

const n = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

const es = {
  chosen: (count: number) => n(count, "elegido", "elegidos"),
  all: (most: number) => `Todos los de la vista (hasta ${most})`,
  none: "Soltar",
  what: "Qué hacer con los elegidos",
  acts: {
    assign: "Asignar",
    classify: "Severidad",
    route: "Nivel",
    note: "Nota interna",
    schedule: "Programar",
    resume: "Retomar",
    reply: "Responder",
    solve: "Resolver",
    close: "Cerrar",
    join: "Unir a un incidente",
    leave: "Sacar del incidente",
  },
  will: {
    assign: (count: number, to: string) =>
      `${n(count, "ticket se asignará", "tickets se asignarán")} a ${to}`,
    classify: (count: number, to: string) =>
      `${n(count, "ticket quedará", "tickets quedarán")} con severidad ${to}`,
    route: (count: number, to: string) =>
      `${n(count, "ticket se turnará", "tickets se turnarán")} a ${to}`,
    note: (count: number, _to: string) =>
      `Se guardará la nota en ${n(count, "ticket", "tickets")}; ningún cliente la ve`,
    schedule: (count: number, to: string) =>
      `${n(count, "ticket quedará programado", "tickets quedarán programados")} para ${to}`,
    resume: (count: number, _to: string) =>
      `${n(count, "ticket se retomará", "tickets se retomarán")}`,
    reply: (count: number, _to: string) =>
      `Se responderá a ${n(count, "cliente", "clientes")}, a cada uno en su ticket`,
    solve: (count: number, _to: string) =>
      `${n(count, "ticket se resolverá", "tickets se resolverán")} y a cada cliente se le avisará`,
    close: (count: number, _to: string) =>
      `${n(count, "ticket se cerrará", "tickets se cerrarán")}`,
    join: (count: number, to: string) =>
      `${n(count, "ticket será parte", "tickets serán parte")} del incidente ${to}`,
    leave: (count: number, to: string) =>
      `${n(count, "ticket dejará", "tickets dejarán")} de ser parte del incidente ${to}`,
  },
  wont: (count: number) => (count === 1 ? "1 no:" : `${count} no:`),
  nobodyWill: "No se hará a ninguno:",
  more: (most: number) => `La lista tiene más: esto se hace a los primeros ${most}.`,
  back: "Volver",
  look: "Ver qué pasará",
  go: "Hacerlo",
  undoable:
    "Se puede deshacer, salvo en los que alguien cambie después. Lo registrado queda en la historia.",
  notUndoable: "No se puede deshacer: queda escrito en cada ticket.",
  reaches: (seconds: number) =>
    seconds === 0
      ? "Sale al momento y no se puede deshacer."
      : `Empieza en ${seconds} s; hasta entonces se puede detener. Después no se deshace.`,
  textIn: { es: "Texto en español", en: "Texto en inglés" },
  causeIn: { es: "Causa, en español", en: "Causa, en inglés" },
  remedyIn: { es: "Solución, en español", en: "Solución, en inglés" },
  note: "Nota",
  sample: (name: string) => `Así lo lee ${name}:`,
  previous: "El anterior",
  next: "El siguiente",
  places: "Los espacios entre llaves se llenan con los datos de cada ticket:",
  reason: "Motivo",
  reasons: {
    "by-agent": "Cerrado por la mesa",
    duplicate: "Duplicado",
    spam: "No era una solicitud",
  },
  to: "Para",
  until: "Hasta",
  incident: "Folio del incidente",
  nobody: "nadie",
  progress: (done: number, total: number) => `${done} de ${total}`,
  begins: (seconds: number) => `Empieza en ${seconds} s`,
  stop: "Detener",
  undo: "Deshacer",
  doneAll: (count: number) => `Hecho en ${n(count, "ticket", "tickets")}.`,
  undone: (count: number) => `Deshecho en ${n(count, "ticket", "tickets")}.`,
  stopped: "Se detuvo.",
  left: (count: number) =>
    `${n(count, "ticket quedó", "tickets quedaron")} como estaba${count === 1 ? "" : "n"}:`,
  close: "Cerrar",
};

type Words = typeof es;

const en: Words = {
  chosen: (count) => `${count} chosen`,
  all: (most) => `All of the view (up to ${most})`,
  none: "Choose none",
  what: "What to do to the chosen ones",
  acts: {
    assign: "Assign",
    classify: "Severity",
    route: "Level",
    note: "Internal note",
    schedule: "Schedule",
    resume: "Take up again",
    reply: "Reply",
    solve: "Solve",
    close: "Close",
    join: "Join to an incident",
    leave: "Take out of the incident",
  },
  will: {
    assign: (count, to) => `${n(count, "ticket", "tickets")} will be assigned to ${to}`,
    classify: (count, to) => `${n(count, "ticket", "tickets")} will have severity ${to}`,
    route: (count, to) => `${n(count, "ticket", "tickets")} will be routed to ${to}`,
    note: (count) => `The note will be kept in ${n(count, "ticket", "tickets")}; no client sees it`,
    schedule: (count, to) => `${n(count, "ticket", "tickets")} will be scheduled for ${to}`,
    resume: (count) => `${n(count, "ticket", "tickets")} will be taken up again`,
    reply: (count) => `${n(count, "client", "clients")} will be answered, each in their own ticket`,
    solve: (count) => `${n(count, "ticket", "tickets")} will be solved, and each client told`,
    close: (count) => `${n(count, "ticket", "tickets")} will be closed`,
    join: (count, to) => `${n(count, "ticket", "tickets")} will be part of incident ${to}`,
    leave: (count, to) =>
      `${n(count, "ticket", "tickets")} will no longer be part of incident ${to}`,
  },
  wont: (count) => `${count} not:`,
  nobodyWill: "It will be done to none:",
  more: (most) => `The list holds more: this is done to the first ${most}.`,
  back: "Back",
  look: "See what will happen",
  go: "Do it",
  undoable:
    "It can be undone, but for those that somebody changes since. What was recorded stays in the history.",
  notUndoable: "It cannot be undone: it stays written in each ticket.",
  reaches: (seconds) =>
    seconds === 0
      ? "It leaves at once and cannot be undone."
      : `It begins in ${seconds} s; until then it can be stopped. It is not undone after that.`,
  textIn: { es: "Text in Spanish", en: "Text in English" },
  causeIn: { es: "Cause, in Spanish", en: "Cause, in English" },
  remedyIn: { es: "Remedy, in Spanish", en: "Remedy, in English" },
  note: "Note",
  sample: (name) => `As ${name} reads it:`,
  previous: "The one before",
  next: "The next one",
  places: "What stands between braces is filled in from each ticket:",
  reason: "Reason",
  reasons: { "by-agent": "Closed by the desk", duplicate: "Duplicate", spam: "Not a request" },
  to: "To",
  until: "Until",
  incident: "The incident's folio",
  nobody: "nobody",
  progress: (done, total) => `${done} of ${total}`,
  begins: (seconds) => `Begins in ${seconds} s`,
  stop: "Stop",
  undo: "Undo",
  doneAll: (count) => `Done to ${n(count, "ticket", "tickets")}.`,
  undone: (count) => `Undone in ${n(count, "ticket", "tickets")}.`,
  stopped: "It was stopped.",
  left: (count) =>
    `${n(count, "ticket", "tickets")} stayed as ${count === 1 ? "it was" : "they were"}:`,
  close: "Close",
};

/** What the workspace says of acts on many tickets. */
export const bulkWords: Readonly<Record<Language, Words>> = { es, en };
