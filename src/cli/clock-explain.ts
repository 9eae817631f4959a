import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { roughYear } from "../core/calendar/calendar.ts";
import { offsetAt, zoneTableOf } from "../core/calendar/zone.ts";
import { answersOf, readQuestion } from "../core/clock/question.ts";
import type { Answer, Question, Told } from "../core/clock/question.ts";
import { calendarsOf } from "../core/policy/bind.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { PackProblem } from "../core/policy/problem.ts";
import { readPack } from "../core/policy/read-pack.ts";
import { inLanguage } from "../core/policy/text.ts";
import type { Language } from "../core/policy/text.ts";
import type { Instant } from "../core/time/instant.ts";
import { formatInstant } from "../core/time/iso.ts";
import { settle } from "../store/settle.ts";
import { sayFileFault } from "../words/cli/file-faults.ts";
import { clockExplainWords } from "../words/cli/clock-explain.ts";
import { sayDatedInstant, sayMoment } from "../words/dates.ts";
import { explainInWords } from "../words/explain.ts";
import { markWords } from "../words/marks.ts";
import { sayPackProblem } from "../words/policy-problems.ts";
import type { Output } from "./output.ts";
import { readSharedParts } from "./shared-parts.ts";

interface ExplainArguments extends Question {
  /** A pack's file, or its folder. */
  readonly policy: string;
  readonly json: boolean;
  readonly language: Language;
}

/**
 * Filed then, under this policy, of this severity: prints what is due when, and why, clock by clock;
 * with `json`, one object with instants in ISO 8601 and lengths in milliseconds. Answers the exit
 * code: 0, 1 when the pack has errors, 2 when the question cannot be read.
 */
export async function clockExplain(args: ExplainArguments, io: Output): Promise<number> {
  const say = clockExplainWords(args.language);
  const pack = await readPolicy(args.policy);
  if ("why" in pack) {
    io.err(say.unreadable(pack.file, sayFileFault(pack.why, args.language)));
    return 2;
  }
  if ("problems" in pack) {
    for (const problem of pack.problems) io.err(problemLine(problem, args.language));
    return 1;
  }
  const told = readQuestion(args, pack.policy);
  if ("wrong" in told) {
    io.err(say.wrong[told.wrong](told.given, told.known.join(", ")));
    return 2;
  }
  const answers = answersOf(
    { policy: pack.policy, calendars: calendarsOf(pack.policy) },
    told,
    args.clock,
  );
  if (args.json) io.out(JSON.stringify(asJson(pack.policy, told, answers)));
  else for (const line of linesOf(pack.policy, told, { answers, ...args })) io.out(line);
  return 0;
}

async function readPolicy(
  path: string,
): Promise<
  | { readonly policy: Policy }
  | { readonly problems: readonly PackProblem[] }
  | { readonly file: string; readonly why: string }
> {
  const found = await settle(stat(path));
  const file = "value" in found && found.value.isDirectory() ? join(path, "policy.yaml") : path;
  const text = await settle(readFile(file, "utf8"));
  if ("fault" in text) return { file, why: text.fault.code ?? text.fault.message };
  return readPack(text.value, file, await readSharedParts());
}

function problemLine(problem: PackProblem, language: Language): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${sayPackProblem(problem, language)}`;
}

function linesOf(
  policy: Policy,
  told: Told,
  { answers, language }: { readonly answers: readonly Answer[]; readonly language: Language },
): string[] {
  const say = clockExplainWords(language);
  const place = { zone: policy.desk.zone, language };
  const severity = policy.severities.find(({ id }) => id === told.severity);
  const grave = severity === undefined ? told.severity : inLanguage(severity.label, language);
  const lines = [
    inLanguage(policy.desk.name, language),
    say.heading(sayDatedInstant(told.filed, place), grave),
  ];
  if (answers.length === 0) lines.push(say.none);
  for (const { reading, explanation } of answers) {
    const { rule, status, breach, warnings } = reading;
    const clause = rule.clause.length === 0 ? "" : ` [${rule.clause.join(", ")}]`;
    lines.push("", `${inLanguage(rule.label, language)}${clause}: ${say.status[status]}`);
    const marks = rule.from.map((mark) => markWords[language][mark]).join(", ");
    if (status === "idle") lines.push(`  ${say.startsWith(marks)}`);
    if (explanation === null) continue;
    for (const line of explainInWords(explanation, language, place.zone)) lines.push(`  ${line}`);
    const moment = (at: Instant): string => sayMoment(at, place, told.filed);
    for (const at of warnings) lines.push(`  ${say.warning(moment(at))}`);
    if (breach !== null) lines.push(`  ${say.breach[breach.how](moment(breach.at))}`);
  }
  return lines;
}

function asJson(policy: Policy, told: Told, answers: readonly Answer[]): unknown {
  const zone = policy.desk.zone;
  const iso = (at: Instant | null): string | null => (at === null ? null : isoIn(at, zone));
  return {
    desk: policy.desk.id,
    zone,
    filed: iso(told.filed),
    severity: told.severity,
    seen: iso(told.now),
    clocks: answers.map(({ reading, explanation }) => ({
      clock: reading.rule.id,
      round: reading.round,
      clause: reading.rule.clause,
      assumed: reading.rule.assumed ?? null,
      status: reading.status,
      starts: reading.rule.from,
      from: iso(reading.from),
      target: iso(reading.target),
      limit: iso(reading.limit),
      stopped: iso(reading.stopped),
      used: reading.used,
      warnings: reading.warnings.map(iso),
      breach:
        reading.breach === null ? null : { at: iso(reading.breach.at), how: reading.breach.how },
      segments: (explanation?.segments ?? []).map((segment) => ({
        ...segment,
        from: iso(segment.from),
        to: iso(segment.to),
      })),
    })),
  };
}

/** "2026-11-23T12:00:00-06:00": the instant with the zone's own clock and offset. */
function isoIn(at: Instant, zone: string): string {
  const year = roughYear(at);
  return formatInstant(at, offsetAt(zoneTableOf(zone, year, year), at));
}
