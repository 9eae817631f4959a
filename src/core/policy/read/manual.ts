import type { CallListEntry, GlossaryEntry, Policy } from "../policy.ts";
import type { Text } from "../text.ts";
import { promiseSource, sourceOf, textOf } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** Compiles who the desk is. The folio's pattern needs its number; without a pattern it is the number alone. */
export function readDesk(reading: Reading): Policy["desk"] {
  const { desk, terms } = reading.pack;
  const folio = desk.folio ?? "{n}";
  if (folio.split("{n}").length !== 2)
    reading.say("folio-without-n", { path: ["desk", "folio"] }, { folio });
  return {
    id: desk.id,
    name: textOf(desk.name),
    organisation: desk.organisation === undefined ? null : textOf(desk.organisation),
    zone: desk.zone,
    folio,
    portal: desk.portal ?? null,
    about: desk.about === undefined ? null : textOf(desk.about),
    terms: Object.fromEntries(
      Object.entries(terms ?? {}).flatMap(([name, words]): [string, Text][] =>
        words === undefined ? [] : [[name, textOf(words)]],
      ),
    ),
  };
}

/** Compiles the glossary of the manual, in its order. */
export function readGlossary(reading: Reading): GlossaryEntry[] {
  return Object.entries(reading.pack.glossary ?? {}).map(([term, part]) => {
    if (typeof part === "string" || !("means" in part))
      return { term, means: textOf(part), clause: [] };
    return { term, means: textOf(part.means), ...sourceOf(reading, part, ["glossary", term]) };
  });
}

/** Compiles whom to go to when nobody answers, in order. */
export function readCallList(reading: Reading): CallListEntry[] {
  return (reading.pack["call-list"] ?? []).map((part, i) => ({
    role: textOf(part.role),
    at: part.at,
    ...sourceOf(reading, part, ["call-list", i]),
  }));
}

/** Compiles what the desk does not do. Each is a refusal, and so names its clause. */
export function readOutOfScope(reading: Reading): Policy["outOfScope"] {
  return Object.entries(reading.pack["out-of-scope"] ?? {}).map(([id, part]) => ({
    id,
    label: textOf(part.label),
    says: textOf(part.says),
    ...promiseSource(reading, part, ["out-of-scope", id]),
  }));
}
