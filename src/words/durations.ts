import type { Amount, Term } from "../core/policy/clock-rule.ts";
import type { Language } from "../core/policy/text.ts";
import { HOUR, MINUTE, SECOND } from "../core/time/instant.ts";
import type { Millis } from "../core/time/instant.ts";

type Unit = "hour" | "minute" | "second" | "business-hour" | "business-minute" | "business-date";

const units: Readonly<
  Record<Language, Readonly<Record<Unit, readonly [one: string, many: string]>>>
> = {
  es: {
    hour: ["hora", "horas"],
    minute: ["minuto", "minutos"],
    second: ["segundo", "segundos"],
    "business-hour": ["hora hábil", "horas hábiles"],
    "business-minute": ["minuto hábil", "minutos hábiles"],
    "business-date": ["día hábil", "días hábiles"],
  },
  en: {
    hour: ["hour", "hours"],
    minute: ["minute", "minutes"],
    second: ["second", "seconds"],
    "business-hour": ["business hour", "business hours"],
    "business-minute": ["business minute", "business minutes"],
    "business-date": ["business day", "business days"],
  },
};

function counted(n: number, unit: Unit, language: Language): string {
  const [one, many] = units[language][unit];
  return `${n} ${n === 1 ? one : many}`;
}

function inUnits(ms: Millis, language: Language, service: boolean): string {
  const seconds = Math.round(Math.abs(ms) / SECOND);
  const hours = Math.floor((seconds * SECOND) / HOUR);
  const minutes = Math.floor(((seconds * SECOND) % HOUR) / MINUTE);
  const rest = seconds % 60;
  const and = language === "es" ? " y " : " and ";
  if (hours === 0 && minutes === 0) return counted(rest, "second", language);
  const last =
    minutes > 0 ? counted(minutes, service ? "business-minute" : "minute", language) : "";
  if (hours === 0) return last;
  const first = counted(hours, service && minutes === 0 ? "business-hour" : "hour", language);
  return minutes === 0 ? first : first + and + last;
}

/** Milliseconds of the wall clock in words, to the minute: "3 horas y 20 minutos"; under a minute, in seconds. */
export function sayDuration(ms: Millis, language: Language): string {
  return inUnits(ms, language, false);
}

/** Milliseconds of service in words: "4 horas hábiles", "1 hora y 30 minutos hábiles". */
export function sayServiceTime(ms: Millis, language: Language): string {
  return inUnits(ms, language, true);
}

/** A promised amount in its own unit: "4 horas hábiles", "2 días hábiles", "24 horas naturales". */
export function sayAmount(amount: Amount, language: Language): string {
  if (amount.unit === "hours") return sayServiceTime(amount.ms, language);
  if (amount.unit === "dates") return counted(amount.n, "business-date", language);
  const elapsed = sayDuration(amount.ms, language);
  return language === "es" ? `${elapsed} corridas` : `${elapsed} of the clock`;
}

/** A promise: "de 1 a 4 horas hábiles" where it has a target below its limit, else "4 horas hábiles". */
export function sayTerm(term: Term, language: Language): string {
  const { target, limit } = term;
  if (target === undefined) return sayAmount(limit, language);
  const [from, to] = language === "es" ? ["de ", " a "] : ["", " to "];
  return `${from}${numberOf(target, limit, language)}${to}${sayAmount(limit, language)}`;
}

/** "1" where the unit is said once at the end ("1 to 4 business hours"), else the whole amount. */
function numberOf(target: Amount, limit: Amount, language: Language): string {
  if (target.unit === "hours" && limit.unit === "hours") {
    const whole = target.ms % HOUR === 0 && limit.ms % HOUR === 0;
    if (whole && limit.ms > HOUR) return String(target.ms / HOUR);
  }
  if (target.unit === "dates" && limit.unit === "dates") return String(target.n);
  return sayAmount(target, language);
}
