import type { Amount, Term } from "../clock-rule.ts";
import type { Path } from "../problem.ts";
import type { ClockPart } from "../schema/clocks.ts";
import { amountOf, comparable, sizeOf } from "./length.ts";
import type { LengthContext } from "./length.ts";
import { refers } from "./reading.ts";
import type { Reading } from "./reading.ts";

type Place = LengthContext & { readonly path: Path };
type Within = NonNullable<ClockPart["within"]>;
type WrittenTerm =
  | Exclude<Within, Record<string, unknown>>
  | Extract<Within, Record<string, unknown>>[string];

function ranged(
  reading: Reading,
  written: { target: string; limit: string },
  at: Place & { inside: boolean },
): Term | null {
  const path = (key: string): Path => (at.inside ? [...at.path, key] : at.path);
  const target = amountOf(reading, written.target, { ...at, path: path("target") });
  const limit =
    target === null ? null : amountOf(reading, written.limit, { ...at, path: path("limit") });
  if (target === null || limit === null) return null;
  if (!comparable(target, limit)) reading.say("mixed-units", at, written);
  else if (sizeOf(target) > sizeOf(limit))
    reading.say("target-beyond-limit", { path: path("target") }, written);
  return { target, limit };
}

/** Reads `4h`, `1h..4h` or `{ target, limit }`; null where it is wrong, which is then said. */
function readTerm(reading: Reading, written: WrittenTerm, at: Place): Term | null {
  if (typeof written === "object") {
    if (written.target !== undefined)
      return ranged(
        reading,
        { target: written.target, limit: written.limit },
        { ...at, inside: true },
      );
    const limit = amountOf(reading, written.limit, { ...at, path: [...at.path, "limit"] });
    return limit === null ? null : { limit };
  }
  const [first = "", second, more] = written.split("..");
  if (more !== undefined) {
    reading.say("unreadable-length", at, { text: written });
    return null;
  }
  if (second !== undefined)
    return ranged(reading, { target: first, limit: second }, { ...at, inside: false });
  const limit: Amount | null = amountOf(reading, first, at);
  return limit === null ? null : { limit };
}

/** Reads a promise: one for all severities (`*`), or one for each; `else` stands for those not named. */
export function readTerms(
  reading: Reading,
  within: Within | undefined,
  at: Place,
): Record<string, Term> {
  if (within === undefined) return {};
  if (typeof within === "string") {
    const term = readTerm(reading, within, at);
    return term === null ? {} : { "*": term };
  }
  if (Object.hasOwn(within, "limit") || Object.hasOwn(within, "target"))
    return plainRange(reading, within, at);
  const terms: Record<string, Term> = {};
  const known = reading.names.severities;
  let complete = true;
  for (const [severity, written] of Object.entries(within)) {
    const path = [...at.path, severity];
    if (severity !== "else")
      complete =
        refers(reading, { what: "severity", known }, { path, name: severity, of: "key" }) &&
        complete;
    const term = readTerm(reading, written, { ...at, path });
    if (term !== null) terms[severity === "else" ? "*" : severity] = term;
    else complete = false;
  }
  const missing = known.filter((severity) => !Object.hasOwn(terms, severity));
  if (complete && missing.length > 0 && terms["*"] === undefined) {
    reading.say("severity-without-promise", { path: at.path, of: "key" }, { severities: missing });
  }
  return terms;
}

/** `within: { target, limit }` is one promise for all severities. */
function plainRange(
  reading: Reading,
  within: Exclude<Within, string>,
  at: Place,
): Record<string, Term> {
  const { target, limit, ...others } = within;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    reading.say(
      "unknown-key",
      { path: [...at.path, unknown], of: "key" },
      { key: unknown, near: null },
    );
    return {};
  }
  if (limit === undefined) {
    reading.say("missing-key", { path: at.path }, { key: "limit" });
    return {};
  }
  if (typeof limit !== "string" || typeof target === "object") {
    const key = typeof limit === "string" ? "target" : "limit";
    reading.say("wrong-type", { path: [...at.path, key] }, { expected: ["string"] });
    return {};
  }
  const written = target === undefined ? { limit } : { target, limit };
  const term = readTerm(reading, written, at);
  return term === null ? {} : { "*": term };
}
