import type { Changed, Counts, Report, Row, Usage } from "../core/backtest/tally.ts";
import type { Policy } from "../core/policy/policy.ts";
import { inLanguage } from "../core/policy/text.ts";
import type { Language, Text } from "../core/policy/text.ts";
import { MINUTE } from "../core/time/instant.ts";
import type { Instant } from "../core/time/instant.ts";
import { csvLine, csvMoment } from "./csv.ts";
import { localeOf } from "./dates.ts";
import type { Place } from "./dates.ts";
import { sayDuration } from "./durations.ts";
import { sayShortMoment } from "./short.ts";

/** What was replayed: the desk's own tickets, or a generated stretch of time. */
export type Replayed =
  | { readonly from: "desk" }
  | {
      readonly from: "generated";
      readonly days: number;
      readonly perDay: number;
      readonly agents: number;
      readonly minutes: number;
    };

interface SimulateWords {
  readonly ofDesk: (tickets: string, desk: string) => string;
  readonly generated: (tickets: string, said: Readonly<Record<string, string>>) => string;
  readonly noRhythm: string;
  readonly before: string;
  readonly after: string;
  readonly kept: (share: string, of: string) => string;
  readonly none: string;
  readonly open: (n: string) => string;
  readonly usage: (half: string, nine: string) => string;
  readonly atLevel: (level: string) => string;
  readonly changed: (worse: string, better: string) => string;
  readonly same: string;
  readonly unknown: (n: string) => string;
  readonly closings: (before: string, after: string) => string;
  readonly tooSoon: (n: string) => string;
  readonly worst: string;
  readonly missed: (was: string, is: string, late: string) => string;
  readonly missedNow: (was: string, is: string) => string;
  readonly wouldKeep: (was: string, is: string) => string;
  readonly never: string;
  readonly columns: readonly string[];
}

const es: SimulateWords = {
  ofDesk: (tickets, desk) => `${tickets} tickets de la mesa ${desk}, vueltos a medir`,
  generated: (tickets, { days, perDay, agents, minutes }) =>
    `${tickets} tickets generados: ${days} días, ${perDay} al día, ${agents} personas, ${minutes} minutos de trabajo cada uno (mediana)`,
  noRhythm: "Los avances periódicos no se miden: nadie los escribe en un año generado.",
  before: "antes",
  after: "con el borrador",
  kept: (share, of) => `${share} de ${of} a tiempo`,
  none: "ninguno",
  open: (n) => `${n} en curso`,
  usage: (half, nine) => `la mitad usa ${half} del plazo; nueve de diez, ${nine}`,
  atLevel: (level) => `en ${level}`,
  changed: (worse, better) =>
    `Tickets que incumplirían más: ${worse}. Tickets que incumplirían menos: ${better}.`,
  same: "Ningún ticket cambiaría.",
  unknown: (n) => `Tickets con una severidad que el borrador no tiene: ${n}.`,
  closings: (before, after) => `Cerrados por silencio: ${before} antes, ${after} con el borrador.`,
  tooSoon: (n) =>
    `De ellos, ${n} se habrían cerrado aunque el cliente respondió después: el borrador espera poco.`,
  worst: "Los que más cambian",
  missed: (was, is, late) =>
    `vencía ${was}; con el borrador, ${is}: se incumple, con ${late} de retraso`,
  missedNow: (was, is) => `vencía ${was}; con el borrador, ${is}: se incumple`,
  wouldKeep: (was, is) => `vencía ${was} y se incumplió; con el borrador, ${is}: se cumple`,
  never: "nunca",
  columns: [
    "Folio",
    "Promesa",
    "Severidad",
    "Vencía",
    "Vencería",
    "Incumplidas antes",
    "Incumplidas con el borrador",
    "Minutos de retraso",
  ],
};

const en: SimulateWords = {
  ofDesk: (tickets, desk) => `${tickets} tickets of the desk ${desk}, measured again`,
  generated: (tickets, { days, perDay, agents, minutes }) =>
    `${tickets} generated tickets: ${days} days, ${perDay} a day, ${agents} people, ${minutes} minutes of work each (median)`,
  noRhythm: "Periodic updates are not measured: nobody writes them in a generated year.",
  before: "before",
  after: "with the draft",
  kept: (share, of) => `${share} of ${of} in time`,
  none: "none",
  open: (n) => `${n} open`,
  usage: (half, nine) => `half use ${half} of the time; nine in ten, ${nine}`,
  atLevel: (level) => `at ${level}`,
  changed: (worse, better) =>
    `Tickets that would miss more: ${worse}. Tickets that would miss less: ${better}.`,
  same: "No ticket would change.",
  unknown: (n) => `Tickets with a severity that the draft does not have: ${n}.`,
  closings: (before, after) => `Closed by silence: ${before} before, ${after} with the draft.`,
  tooSoon: (n) =>
    `Of these, ${n} would have been closed though the client answered later: the draft does not wait long enough.`,
  worst: "Those that change most",
  missed: (was, is, late) => `was due ${was}; with the draft, ${is}: missed, ${late} late`,
  missedNow: (was, is) => `was due ${was}; with the draft, ${is}: missed`,
  wouldKeep: (was, is) => `was due ${was} and was missed; with the draft, ${is}: kept`,
  never: "never",
  columns: [
    "Ticket",
    "Promise",
    "Severity",
    "Was due",
    "Would be due",
    "Missed before",
    "Missed with the draft",
    "Minutes late",
  ],
};

/** What a back-test is told with: the draft, for its labels and its zone, and the reader's language. */
export interface Telling {
  readonly policy: Policy;
  readonly language: Language;
}

/** A back-test in words, a line each; its worst tickets at the end. */
export function sayReport(report: Report, replayed: Replayed, telling: Telling): string[] {
  const { policy, language } = telling;
  const say = language === "en" ? en : es;
  return [
    sayReplayed(report, replayed, telling),
    ...clocksOf(report, policy).flatMap((clock) => ["", ...sayClock(clock, report, telling)]),
    "",
    ...sayOutcome(report, language),
    ...(report.changed.length === 0 ? [] : ["", say.worst]),
    ...report.changed.map((changed) => `  ${sayChanged(changed, telling)}`),
  ];
}

/** How many tickets would go otherwise, a sentence each: promises, severities, closings. */
export function sayOutcome(report: Report, language: Language): string[] {
  const say = language === "en" ? en : es;
  const { number } = formats(language);
  const { worse, better, unknownSeverity, closings } = report;
  const isSame = worse === 0 && better === 0;
  return [
    isSame ? say.same : say.changed(number(worse), number(better)),
    ...(unknownSeverity === 0 ? [] : [say.unknown(number(unknownSeverity))]),
    ...(closings.before + closings.after === 0
      ? []
      : [say.closings(number(closings.before), number(closings.after))]),
    ...(closings.tooSoon === 0 ? [] : [say.tooSoon(number(closings.tooSoon))]),
  ];
}

/** What was replayed, in a sentence or two. */
export function sayReplayed({ tickets }: Report, replayed: Replayed, telling: Telling): string {
  const { policy, language } = telling;
  const say = language === "en" ? en : es;
  const { number } = formats(language);
  if (replayed.from === "desk") return say.ofDesk(number(tickets), policy.desk.id);
  const { from: _, ...load } = replayed;
  const said = Object.fromEntries(Object.entries(load).map(([name, n]) => [name, number(n)]));
  const line = say.generated(number(tickets), said);
  const hasRhythm = policy.clocks.some(({ rounds }) => rounds === "rhythm");
  return hasRhythm ? `${line}\n${say.noRhythm}` : line;
}

/** One ticket that would change: "HD-165, Primer contacto (Bajo): vencía …". */
export function sayChanged(changed: Changed, { policy, language }: Telling): string {
  const say = language === "en" ? en : es;
  const place: Place = { zone: policy.desk.zone, language };
  const moment = (at: Instant | null): string =>
    at === null ? say.never : sayShortMoment(at, place);
  const was = moment(changed.limit.before);
  const is = moment(changed.limit.after);
  const labels = labelsOf({ policy, language });
  const head = `${changed.folio}, ${labels.clock(changed.clock)} (${labels.severity(changed.severity)})`;
  if (changed.missed.after <= changed.missed.before) return `${head}: ${say.wouldKeep(was, is)}`;
  if (changed.lateBy === 0) return `${head}: ${say.missedNow(was, is)}`;
  return `${head}: ${say.missed(was, is, sayDuration(changed.lateBy, language))}`;
}

/** The head of a CSV file of tickets that would change. */
export function changedColumns(language: Language): string {
  return csvLine((language === "en" ? en : es).columns);
}

/** One of its lines: a ticket that would change. */
export function changedLine(changed: Changed, { policy, language }: Telling): string {
  const labels = labelsOf({ policy, language });
  const moment = (at: Instant | null): string =>
    at === null ? "" : csvMoment(at, policy.desk.zone);
  return csvLine([
    changed.folio,
    labels.clock(changed.clock),
    labels.severity(changed.severity),
    moment(changed.limit.before),
    moment(changed.limit.after),
    String(changed.missed.before),
    String(changed.missed.after),
    String(Math.round(changed.lateBy / MINUTE)),
  ]);
}

/** The clocks of the report, in the order of the draft; what the draft does not have comes last. */
function clocksOf({ rows }: Report, policy: Policy): string[] {
  const found = new Set(rows.map(({ clock }) => clock));
  const known = policy.clocks.map(({ id }) => id).filter((id) => found.has(id));
  return [...known, ...[...found].filter((id) => !known.includes(id))];
}

function sayClock(clock: string, { rows, usage }: Report, telling: Telling): string[] {
  const labels = labelsOf(telling);
  const own = rows.filter((row) => row.clock === clock);
  const found = new Set(own.map(({ severity }) => severity));
  const known = telling.policy.severities.map(({ id }) => id).filter((id) => found.has(id));
  const severities = [...known, ...[...found].filter((id) => !known.includes(id))];
  const clause = telling.policy.clocks.find(({ id }) => id === clock)?.clause ?? [];
  return [
    `${labels.clock(clock)}${clause.length === 0 ? "" : ` [${clause.join(", ")}]`}`,
    ...severities.flatMap((severity) => {
      const ofSeverity = own.filter((row) => row.severity === severity);
      const used = usage.find((one) => one.clock === clock && one.severity === severity);
      return saySeverity({ severity, rows: ofSeverity, used }, telling);
    }),
  ];
}

interface AtSeverity {
  readonly severity: string;
  readonly rows: readonly Row[];
  readonly used: Usage | undefined;
}

function saySeverity({ severity, rows, used }: AtSeverity, telling: Telling): string[] {
  const say = telling.language === "en" ? en : es;
  const { share } = formats(telling.language);
  const labels = labelsOf(telling);
  const line = (name: string, of: readonly Row[], tail = ""): string =>
    `  ${name}: ${say.before} ${sayCounts(sumOf(of, "before"), telling.language)}; ${say.after} ${sayCounts(sumOf(of, "after"), telling.language)}${tail}`;
  const tail = used === undefined ? "" : `; ${say.usage(share(used.half), share(used.nineInTen))}`;
  const levels = rows.length < 2 ? [] : rows;
  return [
    line(labels.severity(severity), rows, tail),
    ...levels.map((row) => `  ${line(say.atLevel(labels.level(row.level)), [row])}`),
  ];
}

function sayCounts({ met, missed, open }: Counts, language: Language): string {
  const say = language === "en" ? en : es;
  const { number, share } = formats(language);
  const ended = met + missed;
  const kept = ended === 0 ? say.none : say.kept(share(met / ended), number(ended));
  return open === 0 ? kept : `${kept}, ${say.open(number(open))}`;
}

function sumOf(rows: readonly Row[], side: "before" | "after"): Counts {
  const sum = { met: 0, missed: 0, open: 0 };
  for (const row of rows) {
    sum.met += row[side].met;
    sum.missed += row[side].missed;
    sum.open += row[side].open;
  }
  return sum;
}

function labelsOf({ policy, language }: Telling) {
  const label = (list: readonly { readonly id: string; readonly label: Text }[], id: string) => {
    const one = list.find((other) => other.id === id);
    return one === undefined ? id : inLanguage(one.label, language);
  };
  return {
    clock: (id: string) => label(policy.clocks, id),
    severity: (id: string) => label(policy.severities, id),
    level: (id: string) => label(policy.levels, id),
  };
}

function formats(language: Language) {
  const locale = localeOf(language);
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  return { number: (n: number) => number.format(n), share: (n: number) => percent.format(n) };
}
