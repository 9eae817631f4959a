import type { ClassifyRule } from "../form-rule.ts";
import type { Severity } from "../policy.ts";
import { readCondition } from "./condition.ts";
import { labelOf, refers, sourceOf, textOf } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** Names that stand for other things where a promise lists its severities. */
const RESERVED = ["target", "limit", "else"];

/** Compiles the severities, in growing gravity as the pack lists them. */
export function readSeverities(reading: Reading): Severity[] {
  const entries = Object.entries(reading.pack.severities ?? {});
  if (entries.length === 0) reading.say("no-severity", { path: ["severities"] }, {});
  return entries.map(([id, part]) => {
    const path = ["severities", id];
    if (RESERVED.includes(id)) reading.say("reserved-name", { path, of: "key" }, { name: id });
    if (typeof part === "string" || !("means" in part)) {
      return { id, label: labelOf(undefined, id), means: textOf(part), examples: [], clause: [] };
    }
    return {
      id,
      label: labelOf(part.label, id),
      means: textOf(part.means),
      examples: (part.examples ?? []).map(textOf),
      ...sourceOf(reading, part, path),
    };
  });
}

/** Where the pack has no rules, a request has the lightest severity until an agent classifies it. */
function defaultRules(severities: readonly Severity[]): ClassifyRule[] {
  const [lightest] = severities;
  if (lightest === undefined) return [];
  return [
    {
      when: { is: "always" },
      severity: lightest.id,
      provisional: severities.length > 1,
      clause: [],
    },
  ];
}

/** Compiles the rules that give the severity; the last must be an `else`, and nothing may follow it. */
export function readClassify(reading: Reading, severities: readonly Severity[]): ClassifyRule[] {
  const parts = reading.pack.classify;
  if (parts === undefined) return defaultRules(severities);
  const known = severities.map((severity) => severity.id);
  let ended = false;
  const rules = parts.flatMap((part, i): ClassifyRule[] => {
    const path = ["classify", i];
    if (ended) reading.say("unreachable", { path }, {});
    const isElse = part.else !== undefined;
    const severity = part.else ?? part.severity;
    if (
      severity === undefined ||
      isElse === (part.when !== undefined) ||
      (isElse && part.severity !== undefined)
    ) {
      reading.say("rule-without-severity", { path }, {});
      return [];
    }
    ended ||= isElse;
    refers(
      reading,
      { what: "severity", known },
      { path: [...path, isElse ? "else" : "severity"], name: severity },
    );
    return [
      {
        when:
          part.when === undefined
            ? { is: "always" }
            : readCondition(reading, part.when, [...path, "when"]),
        severity,
        provisional: part.provisional ?? (isElse && known.length > 1),
        ...sourceOf(reading, part, path),
      },
    ];
  });
  if (!ended && rules.length === parts.length)
    reading.say("without-else", { path: ["classify"], of: "key" }, {});
  return rules;
}
