import { readMoney } from "../../money/money.ts";
import { MINUTE } from "../../time/instant.ts";
import type { AnnouncementRule, ChargeRule, PresenceRule, TrainingRule } from "../attention.ts";
import type { PackSource } from "../schema/pack.ts";
import type { Path } from "../problem.ts";
import { readWhen } from "./condition.ts";
import { amountOf, readLength } from "./length.ts";
import type { LengthContext } from "./length.ts";
import { labelOf, promiseSource, refers, textOf } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** Compiles whether requesters say that they are there; null: nobody asks. */
export function readPresence(reading: Reading): PresenceRule | null {
  const part = reading.pack.presence;
  if (part === undefined) return null;
  return {
    here: part.says === undefined ? null : textOf(part.says.here),
    leaving: part.says === undefined ? null : textOf(part.says.leaving),
    freesAgent: part.leaving === "frees-agent",
    ...promiseSource(reading, part, ["presence"]),
  };
}

/** Compiles the processes that are announced ahead, and who may announce them. */
export function readAnnouncements(reading: Reading, context: LengthContext): AnnouncementRule[] {
  return Object.entries(reading.pack.announcements ?? {}).map(([id, part]) => {
    const path = ["announcements", id];
    const ahead =
      part.ahead === true
        ? null
        : amountOf(reading, part.ahead, { ...context, path: [...path, "ahead"] });
    return {
      id,
      label: labelOf(part.label, id),
      who: part.who,
      types: Object.entries(part.types ?? {}).map(([type, words]) => ({
        id: type,
        label: textOf(words),
      })),
      ahead,
      ...promiseSource(reading, part, path),
    };
  });
}

/** Compiles what is charged by time; the rate is exact money, and so is the time it is for. */
export function readCharges(reading: Reading): ChargeRule[] {
  return Object.entries(reading.pack.charges ?? {}).flatMap(([id, part]): ChargeRule[] => {
    const path = ["charges", id];
    const rate = readMoney(part.rate);
    if (rate === null)
      reading.say("unreadable-money", { path: [...path, "rate"] }, { text: part.rate });
    const each = eachOf(reading, part.each, [...path, "each"]);
    const source = promiseSource(reading, part, path);
    const when = readWhen(reading, part.when, [...path, "when"]);
    if (rate === null || each === null) return [];
    return [{ id, label: labelOf(part.label, id), when, rate, each, ...source }];
  });
}

/** Time of a person's work: whole minutes of no calendar. */
function eachOf(reading: Reading, text: string, path: Path): number | null {
  const read = readLength(text.trim());
  if (read?.unit === "hours" && read.calendar === null && read.ms >= MINUTE) return read.ms;
  reading.say("unreadable-length", { path }, { text });
  return null;
}

/** Compiles whom the desk serves, and the course that the others are offered; null: everybody. */
export function readTraining(reading: Reading): TrainingRule | null {
  const part = reading.pack.training;
  if (part === undefined) return null;
  refers(
    reading,
    { what: "form", known: reading.names.forms },
    { path: ["training", "form"], name: part.form },
  );
  if (part.needs !== undefined) checkTrainingField(reading, part.needs);
  return {
    form: part.form,
    field: part.needs ?? null,
    ...(part.says === undefined ? {} : { says: textOf(part.says) }),
    ...promiseSource(reading, part, ["training"]),
  };
}

function checkTrainingField(reading: Reading, field: NonNullable<Training["needs"]>): void {
  const path = ["training", "needs"];
  const known = reading.names.fields.keys();
  if (!refers(reading, { what: "field", known }, { path, name: field })) return;
  const fields = reading.names.fields.get(field) ?? [];
  if (!fields.some(({ kind }) => kind === "yes-no"))
    reading.say("condition-on-free-text", { path }, { field });
}

type Training = NonNullable<PackSource["training"]>;
