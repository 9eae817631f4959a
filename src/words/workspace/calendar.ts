/** The page on which changes of hours are announced, in Spanish. */
export const calendarEs = {
  title: "Calendario",
  lead: "Los días que no siguen el horario de la semana. Rigen desde que se publican: el tiempo ya contado no cambia.",
  none: "No se ha publicado ningún cambio de horario.",
  weekly: "Horario de la semana",
  date: "Fecha",
  calendar: "Calendario",
  hours: "Horario",
  why: "Motivo",
  whyHint: "Lo leen los clientes, en el manual y en su ticket.",
  published: "Publicado",
  publishedBy: (who: string, when: string) => `${who}, ${when}`,
  announce: "Anunciar un cambio de horario",
  day: "Ese día",
  closed: "Cerrado todo el día",
  otherHours: "Con otro horario",
  from: (n: number) => (n === 1 ? "Abre a las" : `Tramo ${n}: abre a las`),
  to: (n: number) => (n === 1 ? "Cierra a las" : `Tramo ${n}: cierra a las`),
  addHours: "Agregar otro tramo",
  dropHours: "Quitar el último tramo",
  preview: "Ver qué cambia",
  previewing: (looked: number) => `Revisando… ${looked} tickets`,
  publish: "Publicar",
  again: "Anunciar otro",
  nothingMoves: (looked: number) =>
    looked === 1
      ? "Se revisó 1 ticket abierto: su límite no cambia."
      : `Se revisaron ${looked} tickets abiertos: ningún límite cambia.`,
  moves: (moved: number, looked: number) =>
    `${moved === 1 ? "Cambia 1 límite" : `Cambian ${moved} límites`} de ${looked} ${looked === 1 ? "ticket abierto" : "tickets abiertos"}:`,
  andMore: (n: number) => `y ${n} más.`,
  later: (by: string) => `${by} más tarde`,
  earlier: (by: string) => `${by} antes`,
  told: "A cada cliente se le muestran las dos fechas: la prometida y la que se calcula ahora. Cuenta la calculada.",
  done: (date: string) => `Publicado: ${date}.`,
  doneText:
    "Rige desde ahora. Los tickets abiertos se recalculan solos, y cada uno registra la fecha que se había prometido.",
  invalidDate: "Elija una fecha.",
  invalidHours: "Escriba a qué hora abre y a qué hora cierra.",
  overnight: "Sigue pasada la medianoche: cierra al día siguiente",
  sayOvernight:
    "El cierre es antes de la apertura. Marque la casilla si la jornada sigue al día siguiente; si no, corrija las horas.",
};

/** The same in English. */
export const calendarEn: typeof calendarEs = {
  title: "Calendar",
  lead: "The days that do not follow the week's hours. They hold from their publication: time already counted does not change.",
  none: "No change of hours has been published.",
  weekly: "Hours of the week",
  date: "Date",
  calendar: "Calendar",
  hours: "Hours",
  why: "Reason",
  whyHint: "Clients read it, in the manual and on their ticket.",
  published: "Published",
  publishedBy: (who, when) => `${who}, ${when}`,
  announce: "Announce a change of hours",
  day: "That day",
  closed: "Closed all day",
  otherHours: "With other hours",
  from: (n) => (n === 1 ? "Opens at" : `Stretch ${n}: opens at`),
  to: (n) => (n === 1 ? "Closes at" : `Stretch ${n}: closes at`),
  addHours: "Add another stretch",
  dropHours: "Remove the last stretch",
  preview: "See what changes",
  previewing: (looked) => `Looking… ${looked} tickets`,
  publish: "Publish",
  again: "Announce another",
  nothingMoves: (looked) =>
    looked === 1
      ? "1 open ticket was looked at: its limit does not change."
      : `${looked} open tickets were looked at: no limit changes.`,
  moves: (moved, looked) =>
    `${moved === 1 ? "1 limit changes" : `${moved} limits change`} of ${looked} open ${looked === 1 ? "ticket" : "tickets"}:`,
  andMore: (n) => `and ${n} more.`,
  later: (by) => `${by} later`,
  earlier: (by) => `${by} earlier`,
  told: "Every client is shown both dates: the one promised and the one computed now. The computed one counts.",
  done: (date) => `Published: ${date}.`,
  doneText:
    "It holds from now on. Open tickets are recounted by themselves, and each records the date that had been promised.",
  invalidDate: "Choose a date.",
  invalidHours: "Write when it opens and when it closes.",
  overnight: "It goes on past midnight: it closes on the next day",
  sayOvernight:
    "It closes before it opens. Tick the box where the hours go on into the next day; else mend them.",
};
