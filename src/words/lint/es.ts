import type { UnusedThing } from "../../core/policy/lint/finding.ts";
import { sayDuration } from "../durations.ts";
import { sayList } from "../hours.ts";
import type { FindingWords } from "./words.ts";

const things: Readonly<Record<UnusedThing, string>> = {
  message: "el mensaje",
  calendar: "el calendario",
  ground: "el motivo de urgencia",
  role: "el rol",
};
const rules = {
  state: "el estado",
  classify: "la regla de clasificación que da",
  clock: "el reloj",
  tell: "lo que se comunica en",
} as const;
const time = (ms: number): string => sayDuration(ms, "es");
const of = (severity: string | null): string => (severity === null ? "" : ` para «${severity}»`);

/** Findings of the linter in Spanish. */
export const findingsEs: FindingWords = {
  "week-says-otherwise": ({ calendar, says, days, hours }) =>
    `el manual dice ${says} y «${calendar}» abre ${days} días a la semana, ${sayList(hours.map(time), "es", "or")} cada uno`,
  "day-says-otherwise": ({ calendar, day, window }) =>
    `el manual dice que ${time(day)} son un día y la jornada de «${calendar}» es de ${time(window)}`,
  "days-not-said": ({ calendar }) =>
    `«${calendar}» dice las horas y no los días: se leen de lunes a viernes`,
  "hours-not-said": ({ clock, calendar }) =>
    `«${clock}» no dice qué horas cuenta: se toman las de «${calendar}» (dígalo con «on», o con «hours» en «desk»)`,
  "hours-could-be-days": ({ clock, hours, calendar }) =>
    `«${clock}» promete ${hours} horas y cuenta las de «${calendar}», que no abre día y noche: ¿son de servicio, o corridas («${hours}h elapsed»)?`,
  "days-could-be-dates": ({ clock, says }) =>
    `el manual dice «${says}» de «${clock}» y no de qué días: pueden ser hábiles o naturales`,
  "term-says-otherwise": ({ clock, says }) =>
    `el manual dice «${says}» de «${clock}» y su plazo es otro`,
  "clause-read-twice": ({ clock, other, clause }) =>
    `«${clock}» y «${other}» leen de dos maneras la misma cláusula, ${clause}`,
  "silence-within-closing": ({ clock, run, calendar }) =>
    `«${clock}» cierra por silencio antes de que «${calendar}» vuelva a abrir: puede estar cerrado ${time(run)} seguidas`,
  "promise-within-closing": ({ clock, run, calendar }) =>
    `lo que «${clock}» promete puede vencer antes de que «${calendar}» vuelva a abrir: puede estar cerrado ${time(run)} seguidas`,
  "warning-before-start": ({ clock }) => `el aviso de «${clock}» sería anterior a su comienzo`,
  "update-after-solution": ({ clock, other, severity }) =>
    `el avance de «${clock}»${of(severity)} llega después de que vence «${other}»`,
  "contact-after-solution": ({ clock, other, severity }) =>
    `«${clock}»${of(severity)} vence después que «${other}»`,
  "clock-never-starts": ({ clock, mark }) =>
    `«${clock}» nunca empieza: en esta mesa no sucede «${mark}»`,
  "clock-never-stops": ({ clock, mark }) =>
    `«${clock}» nunca se cumple: en esta mesa no sucede «${mark}»`,
  "clock-without-clause": ({ clock }) => `ninguna cláusula del manual promete «${clock}»`,
  "example-of-another-clause": ({ clock, clause }) =>
    `el ejemplo es de ${clause} y «${clock}» no cumple esa cláusula`,
  "deadline-without-clock": ({ moment, message }) =>
    `«${message}» debe decir un plazo en «${moment}» y ningún reloj de la mesa tiene uno entonces`,
  "moment-cannot-say": ({ moment, message, variable }) =>
    `«${message}» usa {${variable}}, que en «${moment}» todavía no se conoce`,
  "told-by-no-channel": ({ moment, channel }) =>
    `lo de «${moment}» se comunica por «${channel}», un canal que la mesa no tiene`,
  "rule-shadowed": ({ what, name }) =>
    `nunca se llega a ${rules[what]} «${name}»: antes se cumple otra`,
  "rule-never-holds": ({ what, name }) =>
    `nunca se llega a ${rules[what]} «${name}»: su condición no puede cumplirse`,
  "severity-never-given": ({ severity }) =>
    `ninguna regla da la severidad «${severity}» y ninguna es provisional: nadie la recibe`,
  "level-unreachable": ({ level }) =>
    `ningún ticket llega a «${level}»: a los niveles por los que se pasa tampoco se llega`,
  "channel-never-opens": ({ channel }) =>
    `el canal «${channel}» nunca se abre: lo que necesita no puede suceder`,
  "opens-what-is-open": ({ clock, channel }) =>
    `«${clock}» abre «${channel}», que ya está abierto para todos`,
  "channel-outside-clock": ({ channel, clock, during, on }) =>
    `«${channel}» se atiende en «${during}» y «${clock}» cuenta en «${on}»: hay horas de atención en que su tiempo no corre`,
  "forms-not-told-apart": ({ channel, form, other }) =>
    `lo que llega por «${channel}» no dice si es de «${other}» o de «${form}»: siempre será de «${other}»`,
  "nobody-may": ({ role }) =>
    `nadie puede hacerlo: la misma regla que nombra a «${role}» lo excluye`,
  unused: ({ what, name }) => `nada usa ${things[what]} «${name}»`,
  "english-missing": ({ words }) => `falta el inglés de «${words}»`,
};
