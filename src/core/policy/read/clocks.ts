import type { ClockRule, Consequence, Mark, RhythmStep, Term, Warning } from "../clock-rule.ts";
import type { Condition } from "../condition.ts";
import type { Path } from "../problem.ts";
import type { ClockPart } from "../schema/clocks.ts";
import { checkTerms } from "./clock-terms.ts";
import { readWhen } from "./condition.ts";
import { statedLength } from "./figure.ts";
import { amountOf, readLength, sizeOf, comparable } from "./length.ts";
import type { LengthContext } from "./length.ts";
import { labelOf, listOf, promiseSource, refers } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { readTerms } from "./terms.ts";

/** What a clock is read against. */
interface Place extends LengthContext {
  readonly id: string;
  readonly path: Path;
}

const DEFAULT_WARNING: Warning = { share: 0.75 };

function roundsOf(part: ClockPart, against: ClockRule["against"]): ClockRule["rounds"] {
  if (part.every !== undefined) return "rhythm";
  if (part.rounds !== undefined) return part.rounds;
  if (against === "client") return "last";
  return listOf(part.from).includes("client-said") ? "each" : "once";
}

function readConsequence(
  reading: Reading,
  said: Exclude<NonNullable<ClockPart["then"]>, readonly unknown[]>,
  path: Path,
): Consequence {
  if (said === "close" || "close" in said) return { do: "close", reason: "silence" };
  if ("open" in said) {
    refers(
      reading,
      { what: "channel", known: reading.names.channels },
      { path: [...path, "open"], name: said.open },
    );
    return { do: "open", channel: said.open };
  }
  refers(
    reading,
    { what: "message", known: reading.names.messages },
    { path: [...path, "tell"], name: said.tell },
  );
  return { do: "tell", message: said.tell };
}

function thenOf(reading: Reading, part: ClockPart, path: Path): Consequence[] {
  const isList = Array.isArray(part.then);
  return listOf(part.then).map((one, i) =>
    readConsequence(reading, one, isList ? [...path, "then", i] : [...path, "then"]),
  );
}

const SHARE = /^\d+(?:\.\d+)?%$/;

/** A share of the promise: some of it, and not all. */
function shareOf(reading: Reading, text: string, at: Place): Warning | null {
  const share = Number(text.slice(0, -1)) / 100;
  if (share > 0 && share < 1) return { share };
  if (share === 0) reading.say("no-length", at, { text });
  else reading.say("warning-beyond-promise", at, { warning: text });
  return null;
}

function readWarning(
  reading: Reading,
  text: string,
  at: Place & { terms: readonly Term[] },
): Warning | null {
  if (SHARE.test(text)) return shareOf(reading, text, at);
  const before = amountOf(reading, text, at);
  if (before === null) return null;
  const promised = at.terms.map((term) => term.target ?? term.limit);
  if (promised.some((amount) => comparable(amount, before) && sizeOf(before) >= sizeOf(amount))) {
    reading.say("warning-beyond-promise", at, { warning: text });
  }
  return { before };
}

function warningsOf(
  reading: Reading,
  part: ClockPart,
  at: Place & { terms: readonly Term[]; against: string },
): Warning[] {
  if (part.warn === undefined)
    return at.against === "desk" && part.breach !== false ? [DEFAULT_WARNING] : [];
  const isList = Array.isArray(part.warn);
  return listOf(part.warn).flatMap((text, i) => {
    const path = isList ? [...at.path, "warn", i] : [...at.path, "warn"];
    return readWarning(reading, text, { ...at, path }) ?? [];
  });
}

function readStep(reading: Reading, text: string, at: Place): RhythmStep | null {
  const [every = "", until, more] = text.split(" until ");
  const amount = amountOf(reading, every, at);
  if (amount === null) return null;
  if (until === undefined) return { every: amount };
  const written = readLength(until.trim());
  if (more !== undefined || written?.unit !== "hours" || written.ms === 0) {
    reading.say("unreadable-length", at, { text: more ?? until });
    return null;
  }
  return { every: amount, until: written.ms };
}

function stepsOf(reading: Reading, said: readonly string[], at: Place): RhythmStep[] {
  const steps = said.flatMap(
    (text, i) => readStep(reading, text, { ...at, path: [...at.path, i] }) ?? [],
  );
  if (steps.length < said.length) return steps;
  const last = steps.findIndex(
    (step, i) =>
      i < steps.length - 1 &&
      (step.until === undefined || step.until <= (steps[i - 1]?.until ?? 0)),
  );
  if (last >= 0) reading.say("unreachable", { path: [...at.path, last + 1] }, {});
  if (last < 0 && steps.at(-1)?.until !== undefined)
    reading.say("rhythm-without-end", { path: [...at.path, steps.length - 1] }, {});
  return steps;
}

function rhythmOf(
  reading: Reading,
  part: ClockPart,
  at: Place,
): Record<string, readonly RhythmStep[]> {
  if (part.every === undefined) return {};
  const path = [...at.path, "every"];
  if (Array.isArray(part.every)) return { "*": stepsOf(reading, part.every, { ...at, path }) };
  const every: Record<string, readonly RhythmStep[]> = {};
  let complete = true;
  for (const [severity, steps] of Object.entries(part.every)) {
    const here = [...path, severity];
    const known = reading.names.severities;
    complete =
      (severity === "else" ||
        refers(reading, { what: "severity", known }, { path: here, name: severity, of: "key" })) &&
      complete;
    every[severity === "else" ? "*" : severity] = stepsOf(reading, steps, { ...at, path: here });
  }
  const missing = reading.names.severities.filter((severity) => !Object.hasOwn(every, severity));
  if (complete && missing.length > 0 && every["*"] === undefined) {
    reading.say("severity-without-promise", { path, of: "key" }, { severities: missing });
  }
  return every;
}

function checkMarks(reading: Reading, part: ClockPart, path: Path): void {
  if (part.breach === false && listOf(part.then).length === 0)
    reading.say("passes-in-vain", { path: [...path, "breach"], of: "key" }, {});
  const from = listOf(part.from);
  const to = listOf(part.to);
  const both = from.find((mark) => to.includes(mark));
  if (both !== undefined) reading.say("from-equals-to", { path: [...path, "to"] }, { mark: both });
  else if (to.includes("received"))
    reading.say("clock-never-runs", { path: [...path, "to"] }, { mark: "received" });
  else if (from.includes("closed"))
    reading.say("clock-never-runs", { path: [...path, "from"] }, { mark: "closed" });
}

/** Silence is a clock against the client: only what the desk said or asked can start it. */
function checkSilence(
  reading: Reading,
  part: ClockPart,
  at: { path: Path; against: string; then: readonly Consequence[] },
): void {
  if (!at.then.some((one) => one.do === "close")) return;
  const hostile: readonly Mark[] = ["received", "client-said", "classified", "urgency-claimed"];
  if (at.against === "desk")
    reading.say("closes-against-desk", { path: [...at.path, "against"], of: "key" }, {});
  else if (listOf(part.from).some((mark) => hostile.includes(mark)))
    reading.say("silence-from-the-start", { path: [...at.path, "from"] }, {});
}

function checkPromise(reading: Reading, part: ClockPart, path: Path): void {
  if (part.within === undefined && part.every === undefined)
    reading.say("missing-key", { path }, { key: "within" });
  if (part.within !== undefined && part.every !== undefined)
    reading.say("within-and-every", { path: [...path, "every"], of: "key" }, {});
}

/**
 * Conditions are asked when somebody looks, and a breach must neither depend on that nor vanish with
 * what changes in a ticket's life: a clock is decided by what is fixed at filing. One that waits for
 * its own passing never passes.
 */
function checkWhen(reading: Reading, when: Condition, { id, path }: Place): void {
  const here = [...path, "when"];
  if (asksForHours(when)) reading.say("clock-when-by-hours", { path: here }, {});
  else if (waitsFor(when, id)) reading.say("clock-never-runs", { path: here }, { mark: id });
  else if (!isFixedAtFiling(when)) reading.say("clock-when-changes", { path: here }, {});
}

function isFixedAtFiling(when: Condition): boolean {
  if (when.is === "all" || when.is === "any") return when.of.every(isFixedAtFiling);
  if (when.is === "not") return isFixedAtFiling(when.of);
  return ["always", "field", "channel", "kind"].includes(when.is);
}

function asksForHours(when: Condition): boolean {
  if (when.is === "all" || when.is === "any") return when.of.some(asksForHours);
  return when.is === "not" ? asksForHours(when.of) : when.is === "hours";
}

function waitsFor(when: Condition, clock: string): boolean {
  if (when.is === "all") return when.of.some((part) => waitsFor(part, clock));
  if (when.is === "any") return when.of.every((part) => waitsFor(part, clock));
  return when.is === "passed" && when.clock === clock;
}

function readClock(reading: Reading, part: ClockPart, at: Place): ClockRule {
  const { id, path } = at;
  checkMarks(reading, part, path);
  checkPromise(reading, part, path);
  const then = thenOf(reading, part, path);
  const against = part.against ?? (then.some((one) => one.do === "close") ? "client" : "desk");
  checkSilence(reading, part, { path, against, then });
  const within = readTerms(reading, part.within, { ...at, path: [...path, "within"] });
  checkTerms(reading, within, { path: [...path, "within"], against });
  const terms = Object.values(within);
  const when = readWhen(reading, part.when, [...path, "when"]);
  checkWhen(reading, when, at);
  const says = statedLength(reading, part.says, [...path, "says"]);
  return {
    id,
    label: labelOf(part.label, id),
    when,
    from: listOf(part.from),
    to: listOf(part.to),
    rounds: roundsOf(part, against),
    calendar: at.on,
    pauses: part.pauses ?? [],
    within,
    every: rhythmOf(reading, part, at),
    keptBy: part["kept-by"] ?? (part.every === undefined ? null : "told.progress"),
    warn: warningsOf(reading, part, { ...at, terms, against }),
    then,
    against,
    ...(part.breach === false ? { breach: false as const } : {}),
    ...(says === null ? {} : { says }),
    ...promiseSource(reading, part, path),
  };
}

/** The calendar that a clock counts on: a name, the wall clock (null), or the desk's hours where it does not say. */
function calendarOf(
  reading: Reading,
  part: ClockPart,
  at: { path: Path; hours: string },
): string | null {
  if (part.on === undefined) return at.hours;
  if (part.on === "elapsed") return null;
  refers(
    reading,
    { what: "calendar", known: reading.names.calendars },
    { path: [...at.path, "on"], name: part.on },
  );
  return part.on;
}

/** Compiles the clocks. A desk that promises nothing has no manual. */
export function readClocks(
  reading: Reading,
  given: { hours: string; dayLength: LengthContext["dayLength"] },
): ClockRule[] {
  const entries = Object.entries(reading.pack.clocks ?? {});
  if (!entries.some(([, part]) => part.against !== "client"))
    reading.say("no-promise", { path: ["clocks"], of: "key" }, {});
  return entries.map(([id, part]) => {
    const path = ["clocks", id];
    const on = calendarOf(reading, part, { path, hours: given.hours });
    return readClock(reading, part, { id, path, on, dayLength: given.dayLength });
  });
}
