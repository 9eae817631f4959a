import { parseWallTime } from "../../calendar/hours.ts";
import { digestNews, isChanging } from "../tracker-rule.ts";
import type { DigestRule, TrackerRule } from "../tracker-rule.ts";
import type { PackSource } from "../schema/pack.ts";
import { listOf, promiseSource, refers } from "./reading.ts";
import type { Reading } from "./reading.ts";

type TrackerPart = NonNullable<PackSource["tracker"]>;
type DigestPart = NonNullable<TrackerPart["digest"]>;

/** The choices that the pack names, each a field of some form; else the first choice of each form. */
function readCategory(reading: Reading, part: TrackerPart): string[] {
  if (part.category === undefined) {
    const firsts = Object.values(reading.pack.forms ?? {}).flatMap(({ fields }) =>
      Object.entries(fields)
        .filter(([, field]) => field.kind === "choice")
        .slice(0, 1)
        .map(([name]) => name),
    );
    return [...new Set(firsts)];
  }
  const known = reading.names.fields;
  return listOf(part.category).filter((name, i) => {
    const path = ["tracker", "category", ...(Array.isArray(part.category) ? [i] : [])];
    if (!refers(reading, { what: "field", known: known.keys() }, { path, name })) return false;
    const other = known.get(name)?.find(({ kind }) => kind !== "choice");
    if (other !== undefined)
      reading.say("not-for-this-kind", { path }, { key: "category", kind: other.kind });
    return other === undefined;
  });
}

function readAt(reading: Reading, at: string): DigestRule["at"] {
  if (at === "opening" || at === "closing") return at;
  const millis = parseWallTime(at);
  if (millis === null)
    reading.say("impossible-time", { path: ["tracker", "digest", "at"] }, { time: at });
  return millis ?? "opening";
}

function readDigest(reading: Reading, part: DigestPart, hours: string): DigestRule {
  const { calendars } = reading.names;
  if (part.on !== undefined) {
    const path = ["tracker", "digest", "on"];
    refers(reading, { what: "calendar", known: calendars }, { path, name: part.on });
  }
  return {
    every: part.every,
    calendar: part.on ?? hours,
    at: readAt(reading, part.at ?? "opening"),
    says: part.says === undefined ? digestNews : [...new Set(listOf(part.says))],
  };
}

/**
 * Compiles the list that people follow. Its digest is a promise, and may not say that tickets were
 * updated where nothing that it lists can change once a ticket is filed. None where the pack has none.
 */
export function readTracker(reading: Reading, hours: string): TrackerRule | undefined {
  const part = reading.pack.tracker;
  if (part === undefined) return undefined;
  const columns = [...new Set(listOf(part.lists))];
  const digest = part.digest === undefined ? null : readDigest(reading, part.digest, hours);
  if (digest?.says.includes("updated") === true && !columns.some(isChanging))
    reading.say("tracker-never-updates", { path: ["tracker", "lists"] }, {});
  return {
    columns,
    category: readCategory(reading, part),
    digest,
    ...promiseSource(reading, part, ["tracker"]),
  };
}
