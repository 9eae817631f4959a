import type { Condition } from "../condition.ts";
import type { NamedThing, Path } from "../problem.ts";
import { conditionWords } from "../schema/condition.ts";
import type { ConditionSource } from "../schema/condition.ts";
import { listOf, refers } from "./reading.ts";
import type { Reading } from "./reading.ts";

type Part = (reading: Reading, source: ConditionSource, path: Path) => Condition;

/** The names said under one key, each checked at its own place. */
function named(
  reading: Reading,
  to: { what: NamedThing; known: Iterable<string> },
  at: { path: Path; said: unknown },
): string[] {
  const names = listOf(at.said as string | readonly string[]);
  const isList = Array.isArray(at.said);
  for (const [i, name] of names.entries())
    refers(reading, to, { path: isList ? [...at.path, i] : at.path, name });
  return [...names];
}

const all = (of: readonly Condition[]): Condition =>
  of.length === 1 && of[0] !== undefined ? of[0] : { is: "all", of };

const parts: Readonly<Record<string, Part>> = {
  all: (r, s, path) => all((s.all ?? []).map((one, i) => readCondition(r, one, [...path, i]))),
  any: (r, s, path) => ({
    is: "any",
    of: (s.any ?? []).map((one, i) => readCondition(r, one, [...path, i])),
  }),
  not: (r, s, path) => ({ is: "not", of: readCondition(r, s.not ?? {}, path) }),
  severity: (r, s, path) => ({
    is: "severity",
    in: named(r, { what: "severity", known: r.names.severities }, { path, said: s.severity }),
  }),
  level: (r, s, path) => ({
    is: "level",
    in: named(r, { what: "level", known: r.names.levels }, { path, said: s.level }),
  }),
  channel: (r, s, path) => ({
    is: "channel",
    in: named(r, { what: "channel", known: r.names.channels }, { path, said: s.channel }),
  }),
  kind: (r, s, path) => ({
    is: "kind",
    in: named(r, { what: "kind", known: r.names.kinds }, { path, said: s.kind }),
  }),
  during: (r, s, path) => {
    const [calendar = ""] = named(
      r,
      { what: "calendar", known: r.names.calendars },
      { path, said: s.during },
    );
    return { is: "hours", calendar, open: true };
  },
  outside: (r, s, path) => {
    const [calendar = ""] = named(
      r,
      { what: "calendar", known: r.names.calendars },
      { path, said: s.outside },
    );
    return { is: "hours", calendar, open: false };
  },
  passed: (r, s, path) => {
    const [clock = ""] = named(
      r,
      { what: "clock", known: r.names.clocks },
      { path, said: s.passed },
    );
    return { is: "passed", clock };
  },
  ground: readGround,
  awaiting: (_r, s) => ({ is: "awaiting", in: listOf(s.awaiting) }),
  confirmed: () => ({ is: "confirmed" }),
  solved: () => ({ is: "solved" }),
  closed: () => ({ is: "closed" }),
  ticket: () => ({ is: "ticket" }),
};

function readGround(reading: Reading, source: ConditionSource, path: Path): Condition {
  const said = source.ground;
  if (typeof said === "string") return { is: "ground", state: said };
  const of = Object.entries(said ?? {}).map(([ground, state]): Condition => {
    refers(
      reading,
      { what: "ground", known: reading.names.grounds },
      { path: [...path, ground], name: ground, of: "key" },
    );
    return { is: "ground", state, ground };
  });
  return all(of);
}

function readField(reading: Reading, field: string, at: { path: Path; said: unknown }): Condition {
  const known = [...reading.names.fields.keys(), ...conditionWords];
  const forms = reading.names.fields.get(field) ?? [];
  const values = listOf(at.said as string | readonly string[]);
  if (forms.length === 0) {
    refers(reading, { what: "field", known }, { path: at.path, name: field, of: "key" });
  } else if (!forms.some((one) => one.kind === "choice" || one.kind === "yes-no")) {
    reading.say("condition-on-free-text", { path: at.path, of: "key" }, { field });
  } else {
    const options = forms.flatMap((one) =>
      one.kind === "yes-no" ? ["yes", "no"] : Object.keys(one.options ?? {}),
    );
    named(reading, { what: "option", known: options }, at);
  }
  return { is: "field", field, in: values };
}

/** Compiles a condition; every name in it must stand for something. All keys of an object hold together. */
export function readCondition(reading: Reading, source: ConditionSource, path: Path): Condition {
  const keys = Object.keys(source).filter((key) => source[key] !== undefined);
  if (keys.length === 0) reading.say("empty-condition", { path }, {});
  return all(
    keys.map((key) => {
      const read = Object.hasOwn(parts, key) ? parts[key] : undefined;
      const here = [...path, key];
      return read === undefined
        ? readField(reading, key, { path: here, said: source[key] })
        : read(reading, source, here);
    }),
  );
}

/** As `readCondition`; where the pack says none, it always holds. */
export function readWhen(
  reading: Reading,
  source: ConditionSource | undefined,
  path: Path,
): Condition {
  return source === undefined ? { is: "always" } : readCondition(reading, source, path);
}
