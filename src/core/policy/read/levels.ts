import type { Condition } from "../condition.ts";
import type { Ground, Level, ReopenRule, StateRule } from "../policy.ts";
import type { Path } from "../problem.ts";
import type { PackSource } from "../schema/pack.ts";
import { readCondition, readWhen } from "./condition.ts";
import { labelOf, listOf, neededEntries, refers, sourceOf, textOf } from "./reading.ts";
import type { Reading } from "./reading.ts";

type LevelPart = NonNullable<PackSource["levels"]>[string];

function takesOf(reading: Reading, part: LevelPart, path: Path): Condition {
  const said = part.takes;
  if (said === undefined) return { is: "always" };
  if (typeof said === "object" && !Array.isArray(said)) return readCondition(reading, said, path);
  const severities = listOf(said);
  for (const [i, name] of severities.entries()) {
    refers(
      reading,
      { what: "severity", known: reading.names.severities },
      { path: Array.isArray(said) ? [...path, i] : path, name },
    );
  }
  return { is: "severity", in: severities };
}

function others(
  reading: Reading,
  said: string | readonly string[] | undefined,
  path: Path,
): readonly string[] {
  const names = listOf(said);
  for (const [i, name] of names.entries()) {
    refers(
      reading,
      { what: "level", known: reading.names.levels },
      { path: Array.isArray(said) ? [...path, i] : path, name },
    );
  }
  return names;
}

function readLevel(reading: Reading, id: string, part: LevelPart): Level {
  const path = ["levels", id];
  const known = ["client", ...reading.names.levels];
  refers(reading, { what: "level", known }, { path: [...path, "tells"], name: part.tells });
  return {
    id,
    label: labelOf(part.label, id),
    takes: takesOf(reading, part, [...path, "takes"]),
    tells: part.tells,
    asks: others(reading, part.asks, [...path, "asks"]),
    through: others(reading, part.through, [...path, "through"]),
    mayTellClient: listOf(part["may-tell"]?.client),
    ...sourceOf(reading, part, path),
  };
}

/** Whether a condition can hold of a ticket of that severity, whatever else is true of it. */
function canTake(condition: Condition, severity: string): boolean {
  if (condition.is === "severity") return condition.in.includes(severity);
  if (condition.is === "all") return condition.of.every((one) => canTake(one, severity));
  if (condition.is === "any") return condition.of.some((one) => canTake(one, severity));
  return true;
}

/** Every solution must reach the client: following `tells` from any level ends there. */
function checkWayDown(reading: Reading, levels: readonly Level[]): void {
  const tells = new Map(levels.map((level) => [level.id, level.tells]));
  for (const level of levels) {
    const way = [level.id];
    let next = level.tells;
    while (next !== "client" && tells.has(next) && !way.includes(next)) {
      way.push(next);
      next = tells.get(next) ?? "client";
    }
    if (next === level.id) {
      reading.say("levels-in-a-circle", { path: ["levels", level.id, "tells"] }, { levels: way });
      return;
    }
  }
}

/** Compiles the levels: each severity is taken by one, and each answer finds its way down to the client. */
export function readLevels(reading: Reading): Level[] {
  const before = reading.problems.length;
  const levels = neededEntries(reading, "levels", reading.pack.levels).map(([id, part]) =>
    readLevel(reading, id, part),
  );
  checkWayDown(reading, levels);
  if (reading.problems.length > before) return levels;
  for (const severity of reading.names.severities) {
    if (!levels.some((level) => canTake(level.takes, severity))) {
      reading.say(
        "severity-without-level",
        { path: ["severities", severity], of: "key" },
        { severity },
      );
    }
  }
  return levels;
}

/** Compiles the published states; the last holds of every ticket of which no other does. */
export function readStates(reading: Reading): StateRule[] {
  const entries = neededEntries(reading, "states", reading.pack.states);
  let ended = entries.length === 0;
  const states = entries.map(([id, part]): StateRule => {
    const path = ["states", id];
    if (ended) reading.say("unreachable", { path, of: "key" }, {});
    ended ||= part.when === undefined;
    return {
      id,
      label: labelOf(part.label, id),
      when: readWhen(reading, part.when, [...path, "when"]),
      ...sourceOf(reading, part, path),
    };
  });
  if (!ended) reading.say("without-else", { path: ["states"], of: "key" }, {});
  return states;
}

/** Compiles the closed list of reasons for urgency. */
export function readGrounds(reading: Reading): Ground[] {
  return Object.entries(reading.pack.grounds ?? {}).map(([id, part]): Ground => {
    const path = ["grounds", id];
    if (part.severity !== undefined) {
      refers(
        reading,
        { what: "severity", known: reading.names.severities },
        { path: [...path, "severity"], name: part.severity },
      );
    }
    if (part.during !== undefined) {
      refers(
        reading,
        { what: "announcement", known: reading.names.announcements },
        { path: [...path, "during"], name: part.during },
      );
    }
    return {
      id,
      means: labelOf(part.means, id),
      during: part.during ?? null,
      ...(part.advice === undefined ? {} : { advice: textOf(part.advice) }),
      severity: part.severity ?? null,
      ...sourceOf(reading, part, path),
    };
  });
}

/** Compiles what "not solved" and messages after the closing do. */
export function readReopen(reading: Reading): ReopenRule {
  const part = reading.pack.reopen ?? {};
  if (part.instead !== undefined) {
    refers(
      reading,
      { what: "form", known: reading.names.forms },
      { path: ["reopen", "instead", "new"], name: part.instead.new },
    );
  }
  return {
    whileSolved: part["while-solved"] ?? true,
    afterClose: part["after-close"] ?? "new-ticket",
    cites: part.instead?.cites === undefined || part.instead.cites === "required",
    ...(part.instead === undefined ? {} : { form: part.instead.new }),
    ...sourceOf(reading, part, ["reopen"]),
  };
}
