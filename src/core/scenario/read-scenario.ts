import type { Policy } from "../policy/policy.ts";
import type { PackProblem, PackProblemCode, PackProblemFacts, Path } from "../policy/problem.ts";
import { checkPart, checkShape } from "../policy/read/check-shape.ts";
import { nearest } from "../policy/read/near.ts";
import { parseYaml, problemAt } from "../policy/read/parse-yaml.ts";
import type { YamlFile } from "../policy/read/parse-yaml.ts";
import type { Instant } from "../time/instant.ts";
import { localInstant } from "./moment.ts";
import { readGiven } from "./read-given.ts";
import { sayUnknownNames } from "./read-names.ts";
import { readSentence } from "./sentence.ts";
import type { Doing, Scenario, Step } from "./scenario.ts";
import { ScenarioFile, stepKeys } from "./schema/scenario.ts";
import type { ScenarioSource } from "./schema/scenario.ts";
import { verbNames, verbs, wideVerbs } from "./schema/verbs.ts";

/** A scenario while it is being read. */
export interface Draft {
  readonly source: ScenarioSource;
  readonly policy: Policy;
  readonly yaml: YamlFile;
  readonly problems: PackProblem[];
  readonly say: <C extends PackProblemCode>(
    code: C,
    at: { readonly path: Path; readonly of?: "key" | "value" },
    facts: PackProblemFacts[C],
  ) => void;
  /** The instant of a local time; says where there is no such time. */
  readonly instant: (text: string, path: Path) => Instant;
}

/**
 * Reads a scenario of a policy's desk. Refuses, with line and column, bad YAML, a wrong shape,
 * sentences without a verb of the language, people, tickets, forms and clocks that nobody knows,
 * and days that go back in time. Times are local to the desk's zone.
 */
export function readScenario(
  text: string,
  file: string,
  policy: Policy,
): Scenario | { readonly problems: readonly PackProblem[] } {
  const yaml = parseYaml(text, file);
  if ("code" in yaml) return { problems: [yaml] };
  const shape = checkShape(ScenarioFile, yaml, "not-a-scenario");
  if ("problems" in shape) return shape;
  const draft = draftOf(shape.data, yaml, policy);
  const scenario = compile(draft);
  return draft.problems.length > 0 ? { problems: draft.problems } : scenario;
}

function draftOf(source: ScenarioSource, yaml: YamlFile, policy: Policy): Draft {
  const problems: PackProblem[] = [];
  const say: Draft["say"] = (code, { path, of }, facts) => {
    const at = { file: yaml.file, path, place: yaml.place(path, of) };
    problems.push(problemAt(code, at, facts));
  };
  const instant = (text: string, path: Path): Instant => {
    const at = localInstant(text, policy.desk.zone);
    if (at === null) say("impossible-time", { path }, { time: text });
    return at ?? 0;
  };
  return { source, policy, yaml, problems, say, instant };
}

function compile(draft: Draft): Scenario {
  const { source, yaml } = draft;
  const given = readGiven(draft);
  let last: Instant | null = null;
  const steps = source.days.map((_day, i) => {
    const step = readStep(draft, i, last);
    last = step.at;
    return step;
  });
  const { file, place } = yaml;
  const scenario = { file, name: source.name, clauses: source.clauses, given, steps, place };
  if (draft.problems.length === 0) sayUnknownNames(scenario, draft);
  return scenario;
}

function readStep(draft: Draft, i: number, last: Instant | null): Step {
  const part = draft.source.days[i] ?? {};
  const path = ["days", i];
  const at = part.at === undefined ? last : draft.instant(part.at, [...path, "at"]);
  if (at === null) draft.say("missing-key", { path }, { key: "at" });
  if (at !== null && last !== null && at < last)
    draft.say("time-goes-back", { path: [...path, "at"] }, { time: part.at ?? "" });
  const happened = part.happened;
  return {
    at: at ?? 0,
    ticket: part.ticket ?? null,
    by: part.by ?? null,
    portal: part.portal ?? null,
    tries: part.tries ?? 0,
    cites: part.cites ?? null,
    claiming: part.claiming ?? null,
    present: part.present ?? null,
    denied: part["same-problem"] === "denied",
    happened: happened === undefined ? null : draft.instant(happened, [...path, "happened"]),
    language: part.language ?? draft.source.given?.language ?? "es",
    doing: readDoing(draft, part, path),
    then: part.then ?? null,
  };
}

function readDoing(draft: Draft, part: Record<string, unknown>, path: Path): Doing | null {
  const sentences = Object.keys(part).filter((key) => !Object.hasOwn(stepKeys, key));
  const [first, second] = sentences;
  if (first === undefined) return null;
  if (second !== undefined) {
    draft.say("two-acts", { path: [...path, second], of: "key" }, { first, second });
    return null;
  }
  return readOne(draft, first, { path, value: part[first] });
}

function readOne(
  draft: Draft,
  key: string,
  { path, value }: { readonly path: Path; readonly value: unknown },
): Doing | null {
  const here = [...path, key];
  const sentence = readSentence(key);
  if (sentence === null) {
    sayNoVerb(draft, key, here);
    return null;
  }
  if (sentence.verb === "files" && sentence.object === null)
    draft.say("missing-key", { path: here, of: "key" }, { key: "files …" });
  const schema = Object.hasOwn(wideVerbs, sentence.verb)
    ? wideVerbs[sentence.verb as keyof typeof wideVerbs]
    : verbs[sentence.verb]?.schema;
  if (schema === undefined) return null;
  const checked = checkPart(schema, draft.yaml, here);
  if ("data" in checked) return { ...sentence, value: checked.data };
  draft.problems.push(...checked.problems);
  return { ...sentence, value };
}

/** One word alone was meant for a key of the step; two or more for a sentence. */
function sayNoVerb(draft: Draft, key: string, path: Path): void {
  const [, verb, ...more] = key.split(/\s+/u);
  if (verb === undefined) {
    const near = nearest(key, Object.keys(stepKeys));
    draft.say("unknown-key", { path, of: "key" }, { key, near });
    return;
  }
  const name = more.length === 0 ? verb : `${verb} ${more[0]}`;
  const near = nearest(verb, verbNames) ?? nearest(name, verbNames);
  draft.say("refers-to-nothing", { path, of: "key" }, { what: "verb", name: verb, near });
}
