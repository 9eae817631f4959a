import type { FigureId, Unit } from "../../core/figures/figure.ts";
import type { Language } from "../../core/policy/text.ts";

/** A figure in words: everything that somebody needs to check it by hand. */
export interface FigureWords {
  readonly title: string;
  /** What it answers, in a sentence. */
  readonly says: string;
  readonly counts: string;
  readonly leavesOut: string;
  readonly formula: string;
  readonly source: string;
}

const es: Readonly<Record<FigureId, FigureWords>> = {
  "at-risk": {
    title: "En riesgo ahora",
    says: "Qué tickets abiertos ya vencieron o están por vencer.",
    counts:
      "Tickets abiertos por lo que vence primero entre sus promesas en marcha (y la llamada que se debe): vencidos, los que vencen en los próximos 60 minutos de reloj, los que vencen antes de terminar el día de la mesa, y de todos ellos los que no tienen a nadie asignado.",
    leavesOut:
      "Lo que está en pausa no vence; lo retenido no tiene promesa. Los que vencen en una hora cuentan también entre los de hoy.",
    formula:
      "Cuenta de tickets con vencimiento ≤ ahora; en (ahora, ahora + 60 min]; en (ahora, fin del día]; sin asignar entre todos ellos.",
    source: "La cola misma, en el momento en que se mira.",
  },
  forecast: {
    title: "Pronóstico de hoy",
    says: "De las promesas que vencen en lo que queda del día, cuántas no se alcanzarán al ritmo de costumbre.",
    counts:
      "Promesas en marcha que vencen entre ahora y el fin del día. El ritmo de un día es cuántas promesas se cumplieron a tiempo en él, por hora de servicio; se toman los últimos 20 días con servicio.",
    leavesOut:
      "Lo ya vencido, lo que está en pausa y lo que aún no llega. Con menos de 5 días de historia no se pronostica.",
    formula:
      "Con el ritmo de cada día pasado se atiende siempre lo que vence primero: la k-ésima se alcanza si k ≤ ritmo × horas de servicio que le quedan. Lo probable es la mediana de los días; el intervalo deja fuera el décimo más favorable y el décimo más adverso. Un día tranquilo tiene ritmo bajo porque llegó poco: por eso el pronóstico peca de prudente.",
    source: "Promesas medidas de la mesa y el calendario de servicio.",
  },
  compliance: {
    title: "Cumplimiento",
    says: "De lo que el manual promete, cuánto se cumplió.",
    counts:
      "Cada promesa de la mesa cuenta en la semana en que cae su vencimiento (lunes a domingo, fecha de la mesa), con la severidad y el nivel que tenía al cumplirse o vencer. Cumplida: se hizo antes o justo en el límite. Incumplida: el límite pasó; abierta y vencida es incumplida. Si un cambio de severidad la dejó vencida, cuenta en la semana del cambio.",
    leavesOut:
      "Promesas en pausa (no tienen fecha todavía), las que aún no vencen, las de tickets retenidos, spam, duplicados y fusionados, y las que obligan al cliente.",
    formula:
      "Cumplidas ÷ (cumplidas + incumplidas), en décimas de por ciento cortadas hacia abajo. n es el divisor.",
    source: "Los relojes del manual que obliga a cada ticket, leídos de sus eventos.",
  },
  "first-contact": {
    title: "Primer contacto",
    says: "Cuánto tarda una persona de la mesa en responder por primera vez.",
    counts:
      "Tickets cuyo primer contacto ocurrió en el periodo. El tiempo es de servicio (horario principal de la mesa), en minutos enteros, desde que la mesa recibió el ticket.",
    leavesOut:
      "El acuse automático, las notas internas y los intentos de llamada sin respuesta; los tickets que nadie ha contactado todavía; spam, duplicados y fusionados. Las pausas no se descuentan.",
    formula:
      "p50, p90 y p95 por rango más cercano: el menor tiempo medido que no rebasan el 50, 90 o 95 % de los tickets. Con menos de 5 se dicen los valores.",
    source: "Eventos de cada ticket y el calendario de servicio.",
  },
  "backlog-age": {
    title: "Edad de lo abierto",
    says: "Cuánto tiempo de servicio llevan los tickets abiertos, y a quién le toca.",
    counts:
      "Tickets abiertos por horas de servicio desde que se recibieron, separados según si le toca a la mesa, se espera a otro o están resueltos por confirmar.",
    leavesOut:
      "Tickets retenidos (nada se les promete), spam, duplicados y fusionados. Las pausas no se descuentan.",
    formula: "Cuenta por tramos de hasta 4, 8, 16, 40 y 80 horas de servicio, y más de 80.",
    source: "Tickets medidos y el calendario de servicio.",
  },
  arrivals: {
    title: "Llegadas",
    says: "A qué hora y qué día llegan los tickets.",
    counts:
      "Tickets presentados en el periodo, por la hora y el día de la semana de la mesa, por cualquier medio.",
    leavesOut:
      "Spam, duplicados y fusionados. Los mensajes que se suman a un ticket existente no son llegadas.",
    formula: "Cuenta por día de la semana y hora entera.",
    source: "La presentación de cada ticket, en la zona horaria de la mesa.",
  },
  "time-with-level": {
    title: "Tiempo en cada nivel",
    says: "Cuánto tiempo de servicio tuvo cada nivel los tickets que se cerraron.",
    counts:
      "Tickets cerrados en el periodo; a cada nivel que tuvo el ticket, la suma de sus estancias en minutos de servicio.",
    leavesOut:
      "Tickets abiertos, spam, duplicados y fusionados; los niveles por los que un ticket no pasó.",
    formula:
      "p50, p90 y p95 por rango más cercano sobre los tickets que pasaron por el nivel. Con menos de 5 se dicen los valores.",
    source: "Los pases de nivel de cada ticket y el calendario de servicio.",
  },
  reopened: {
    title: "Reaperturas",
    says: "De lo que se dio por resuelto, cuánto volvió.",
    counts:
      "Tickets cuya primera solución se dijo al cliente en el periodo; volvieron aquellos de los que el cliente dijo después que no está resuelto, hasta el momento en que se mira.",
    leavesOut: "Tickets nuevos que citan a uno anterior; spam, duplicados y fusionados.",
    formula: "Los que volvieron ÷ los resueltos.",
    source: "Eventos de cada ticket.",
  },
  satisfaction: {
    title: "Satisfacción",
    says: "Qué dicen los clientes de cómo se les atendió.",
    counts:
      "Soluciones de tickets cerrados en el periodo (confirmados, por silencio o por la mesa) por las que se preguntó; la respuesta que vale es la última.",
    leavesOut:
      "Tickets retirados, fuera de alcance, spam, duplicados y fusionados, y lo cerrado mientras la mesa no preguntaba. No se calcula por agente.",
    formula:
      "Conformes ÷ respuestas, siempre con n respuestas y la proporción que respondió: respuestas ÷ preguntas.",
    source: "Un clic del cliente en su página; se puede cambiar durante 14 días.",
  },
};

const en: Readonly<Record<FigureId, FigureWords>> = {
  "at-risk": {
    title: "At risk now",
    says: "Which open tickets are late or about to be.",
    counts:
      "Open tickets by what falls due first among their running promises (and the call that is owed): late, due within the next 60 minutes of the clock, due before the desk's day ends, and of all these those that are nobody's.",
    leavesOut:
      "What is paused does not fall due; what is held has no promise. Those due within the hour are among today's too.",
    formula:
      "Tickets due ≤ now; in (now, now + 60 min]; in (now, end of the day]; unassigned among all of these.",
    source: "The queue itself, at the moment it is looked at.",
  },
  forecast: {
    title: "Forecast for today",
    says: "Of the promises that fall due in what is left of today, how many will not be reached at the usual rate.",
    counts:
      "Running promises that fall due between now and the end of the day. A day's rate is how many promises were kept in time on it, for each hour of service; the last 20 days with service are taken.",
    leavesOut:
      "What is late already, what is paused and what has not arrived yet. With less than 5 days of history nothing is foretold.",
    formula:
      "At each past day's rate, what falls due first is always done first: the k-th is reached if k ≤ rate × hours of service left for it. The likely number is the median of the days; the interval leaves out the most favourable tenth and the most adverse one. A quiet day has a low rate because little arrived: so the forecast errs on the side of caution.",
    source: "The desk's measured promises and its service calendar.",
  },
  compliance: {
    title: "Compliance",
    says: "Of what the manual promises, how much was kept.",
    counts:
      "Each promise of the desk counts in the week in which its deadline falls (Monday to Sunday, the desk's date), with the severity and level it had when it was kept or fell due. Kept: done before the limit or just at it. Missed: the limit passed; open and late is missed. Where a change of severity made it late, it counts in the week of the change.",
    leavesOut:
      "Paused promises (they have no date yet), those not due yet, those of held tickets, spam, duplicates and merged ones, and those that bind the client.",
    formula: "Kept ÷ (kept + missed), in tenths of a percent cut down. n is the divisor.",
    source: "The clocks of the manual that binds each ticket, read from its events.",
  },
  "first-contact": {
    title: "First contact",
    says: "How long it takes until a person of the desk first answers.",
    counts:
      "Tickets whose first contact was in the period. The time is of service (the desk's main hours), in whole minutes, since the desk received the ticket.",
    leavesOut:
      "Automatic receipts, internal notes and unanswered call attempts; tickets that nobody has contacted yet; spam, duplicates and merged ones. Pauses are not taken off.",
    formula:
      "p50, p90 and p95 by nearest rank: the least measured time that 50, 90 or 95 % of the tickets do not exceed. With fewer than 5 the values are said.",
    source: "The events of each ticket and the service calendar.",
  },
  "backlog-age": {
    title: "Age of what is open",
    says: "How much service time open tickets have been there, and whose turn it is.",
    counts:
      "Open tickets by hours of service since they were received, told apart by whether it is the desk's turn, somebody else is awaited, or they are solved and to be confirmed.",
    leavesOut:
      "Held tickets (nothing is promised to them), spam, duplicates and merged ones. Pauses are not taken off.",
    formula: "Counts up to 4, 8, 16, 40 and 80 hours of service, and above 80.",
    source: "Measured tickets and the service calendar.",
  },
  arrivals: {
    title: "Arrivals",
    says: "At which hour and on which day tickets arrive.",
    counts: "Tickets filed in the period, by the desk's hour and weekday, by any channel.",
    leavesOut:
      "Spam, duplicates and merged ones. Messages that join an existing ticket are no arrivals.",
    formula: "Counts by weekday and whole hour.",
    source: "The filing of each ticket, in the desk's time zone.",
  },
  "time-with-level": {
    title: "Time with each level",
    says: "How much service time each level had the tickets that were closed.",
    counts:
      "Tickets closed in the period; for each level that had the ticket, the sum of its stays in minutes of service.",
    leavesOut: "Open tickets, spam, duplicates and merged ones; levels that a ticket never was at.",
    formula:
      "p50, p90 and p95 by nearest rank over the tickets that were at the level. With fewer than 5 the values are said.",
    source: "The hand-overs of each ticket and the service calendar.",
  },
  reopened: {
    title: "Reopened",
    says: "Of what was taken as solved, how much came back.",
    counts:
      "Tickets whose first solution was told to the client in the period; those came back of which the client said later that it is not solved, up to the moment it is looked at.",
    leavesOut: "New tickets that cite an earlier one; spam, duplicates and merged ones.",
    formula: "Those that came back ÷ those solved.",
    source: "The events of each ticket.",
  },
  satisfaction: {
    title: "Satisfaction",
    says: "What clients say of how they were served.",
    counts:
      "Solutions of tickets closed in the period (confirmed, by silence or by the desk) that were asked about; the answer that holds is the last one.",
    leavesOut:
      "Withdrawn tickets, those out of scope, spam, duplicates and merged ones, and what was closed while the desk did not ask. It is not computed by agent.",
    formula:
      "Content ÷ answers, always with n answers and the share that answered: answers ÷ questions.",
    source: "One click of the client on their page; it can be changed for 14 days.",
  },
};

/** Every figure in words. */
export const figureWords: Readonly<Record<Language, Readonly<Record<FigureId, FigureWords>>>> = {
  es,
  en,
};

/** What figures are counted in. */
export const unitWords: Readonly<Record<Language, Readonly<Record<Unit, string>>>> = {
  es: {
    promises: "promesas",
    tickets: "tickets",
    "minutes-of-service": "minutos de servicio",
    answers: "respuestas",
  },
  en: {
    promises: "promises",
    tickets: "tickets",
    "minutes-of-service": "minutes of service",
    answers: "answers",
  },
};
