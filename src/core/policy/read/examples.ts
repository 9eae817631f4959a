import { instantOfWall, zoneTableOf } from "../../calendar/zone.ts";
import { parseWallTime } from "../../calendar/hours.ts";
import { dayNumber, isCivilDate } from "../../time/civil.ts";
import type { Instant } from "../../time/instant.ts";
import type { ClockRule } from "../clock-rule.ts";
import type { Example } from "../policy.ts";
import type { Path } from "../problem.ts";
import type { PackSource } from "../schema/pack.ts";
import { refers, sourceOf, textOf } from "./reading.ts";
import type { Reading } from "./reading.ts";

type ExamplePart = NonNullable<PackSource["examples"]>[number];

/** The instant of "2026-11-20 17:00" in a zone; null where no clock shows that. An hour that the zone skipped is moved forward by the gap. */
function instantOfLocal(text: string, zone: string): Instant | null {
  const [date = "", time = "", more] = text.trim().split(/[ T]/);
  const millis = parseWallTime(time);
  if (more !== undefined || !isCivilDate(date) || millis === null) return null;
  const year = Number(date.slice(0, 4));
  return instantOfWall(zoneTableOf(zone, year, year), dayNumber(date), millis);
}

function timeOf(reading: Reading, text: string, path: Path): Instant | null {
  const instant = instantOfLocal(text, reading.pack.desk.zone);
  if (instant === null) reading.say("impossible-time", { path }, { time: text });
  return instant;
}

/** The severity whose promise is exemplified; a promise that differs by severity needs one. */
function severityOf(
  reading: Reading,
  part: ExamplePart,
  at: { rule: ClockRule; path: Path },
): string | null | undefined {
  if (part.severity !== undefined) {
    const known = reading.names.severities;
    return refers(
      reading,
      { what: "severity", known },
      { path: [...at.path, "severity"], name: part.severity },
    )
      ? part.severity
      : undefined;
  }
  if (Object.hasOwn(at.rule.within, "*")) return null;
  reading.say("example-needs-severity", { path: at.path }, { clock: at.rule.id });
  return undefined;
}

function readExample(
  reading: Reading,
  part: ExamplePart,
  at: { path: Path; clocks: readonly ClockRule[] },
): Example | null {
  const { path } = at;
  const rule = at.clocks.find((clock) => clock.id === part.clock);
  if (rule === undefined) {
    refers(
      reading,
      { what: "clock", known: reading.names.clocks },
      { path: [...path, "clock"], name: part.clock },
    );
    return null;
  }
  if (rule.rounds === "rhythm") {
    reading.say("example-of-rhythm", { path: [...path, "clock"] }, { clock: rule.id });
    return null;
  }
  if (Object.keys(rule.within).length === 0) return null;
  const severity = severityOf(reading, part, { rule, path });
  const filed = timeOf(reading, part.filed, [...path, "filed"]);
  const limit = timeOf(reading, part.limit, [...path, "limit"]);
  const target =
    part.target === undefined ? null : timeOf(reading, part.target, [...path, "target"]);
  if (severity === undefined || filed === null || limit === null) return null;
  if (limit < filed) reading.say("example-ends-first", { path: [...path, "limit"] }, {});
  const because = part.because === undefined ? {} : { because: textOf(part.because) };
  return {
    clock: rule.id,
    severity,
    filed,
    limit,
    target,
    ...because,
    ...sourceOf(reading, part, path),
  };
}

/** Compiles the worked examples: local times of the desk's zone become instants. Needs a zone that exists. */
export function readExamples(reading: Reading, clocks: readonly ClockRule[]): Example[] {
  return (reading.pack.examples ?? []).flatMap(
    (part, i) => readExample(reading, part, { path: ["examples", i], clocks }) ?? [],
  );
}
