import type { NamedThing, Path } from "../policy/problem.ts";
import { meantOf } from "../policy/read/near.ts";
import type { Draft } from "./read-scenario.ts";
import type { Scenario, Step } from "./scenario.ts";
import type { SplittingSource } from "./schema/verbs.ts";
import type { ThenSource } from "./schema/then.ts";

/** A name that a scenario says, what it should be the name of, and where it stands. */
interface Mention {
  readonly what: NamedThing;
  readonly name: string;
  readonly known: readonly string[];
  readonly path: Path;
  readonly of?: "key";
}

/** Says each name in the scenario that stands for nothing, with the one that was probably meant. */
export function sayUnknownNames(scenario: Scenario, draft: Draft): void {
  const tickets: string[] = [];
  for (const [i, step] of scenario.steps.entries()) {
    const path = ["days", i];
    for (const mention of mentionsOf(scenario, step, { draft, path, tickets })) {
      const { what, name, known } = mention;
      if (known.includes(name)) continue;
      const at = { path: mention.path, ...(mention.of === undefined ? {} : { of: mention.of }) };
      draft.say("refers-to-nothing", at, { what, name, ...meantOf(name, known) });
    }
    if (step.doing?.verb === "files" && step.ticket !== null) tickets.push(step.ticket);
    if (step.doing?.verb === "splits") tickets.push((step.doing.value as SplittingSource).as);
  }
}

interface Where {
  readonly draft: Draft;
  readonly path: Path;
  /** The tickets that have a name so far. */
  readonly tickets: readonly string[];
}

function* mentionsOf(scenario: Scenario, step: Step, where: Where): Generator<Mention> {
  const { draft, path, tickets } = where;
  const { policy } = draft;
  if (step.doing !== null) {
    const { who, verb, object } = step.doing;
    const key = [...path, sentenceKey(draft, path)];
    yield { what: "person", name: who, known: peopleOf(scenario, draft), path: key, of: "key" };
    if (verb === "files" && object !== null) {
      const known = policy.forms.map(({ id }) => id);
      yield { what: "form", name: object, known, path: key, of: "key" };
    }
  }
  if (step.ticket !== null && step.doing?.verb !== "files")
    yield { what: "ticket", name: step.ticket, known: tickets, path: [...path, "ticket"] };
  if (step.cites !== null)
    yield { what: "ticket", name: step.cites, known: tickets, path: [...path, "cites"] };
  if (step.by !== null) {
    const known = policy.channels.map(({ id }) => id);
    yield { what: "channel", name: step.by, known, path: [...path, "by"] };
  }
  if (step.then !== null) yield* mentionsInThen(step.then, [...path, "then"], draft);
}

function sentenceKey({ source }: Draft, path: Path): string {
  const part = source.days[Number(path[1])] ?? {};
  return Object.keys(part).find((key) => key.includes(" ")) ?? "";
}

function peopleOf({ given }: Scenario, { policy }: Draft): readonly string[] {
  const levels = policy.levels.map(({ id }) => id);
  return [
    "client",
    "agent",
    "desk",
    ...Object.keys(given.contacts),
    ...Object.keys(given.staff),
    ...levels,
  ];
}

function* mentionsInThen(then: ThenSource, path: Path, { policy }: Draft): Generator<Mention> {
  const clocks = policy.clocks.map(({ id }) => id);
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  for (const key of ["due", "target", "clocks", "keeps", "breached", "warned", "passed"] as const) {
    const said = then[key];
    if (said === undefined || typeof said === "string") continue;
    for (const name of Object.keys(said))
      yield { what: "clock", name, known: clocks, path: [...path, key, name], of: "key" };
  }
  const { severity, level } = then;
  if (severity !== undefined)
    yield {
      what: "severity",
      name: severity,
      known: ids(policy.severities),
      path: [...path, "severity"],
    };
  if (level !== undefined)
    yield { what: "level", name: level, known: ids(policy.levels), path: [...path, "level"] };
}
