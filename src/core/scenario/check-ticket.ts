import { progressOf, stateOf } from "../ticket/progress.ts";
import { linesForClient } from "../ticket/timeline.ts";
import { compared, type Found, instantValue, nothing, wordsValue } from "./difference.ts";
import { allAmong, type Check, instantOf, wordOf } from "./look.ts";
import type { ThenSource } from "./schema/then.ts";

type Of<K extends keyof ThenSource> = Check<NonNullable<ThenSource[K]>>;

/** The number that people say. */
export const folio: Of<"folio"> = wordOf(({ ticket }) => ticket.folio);

/** The severity in force. */
export const severity: Of<"severity"> = wordOf(({ ticket }) => ticket.severity);

/** Whether the severity waits for an agent to classify. */
export const provisional: Of<"provisional"> = (expected, { life }) =>
  compared({
    name: null,
    at: [],
    expected: wordsValue(String(expected)),
    actual: life === null ? nothing : wordsValue(String(life.ticket.provisional)),
  });

/** The published state. */
export const state: Of<"state"> = wordOf(
  ({ ticket }, { world, step }) => stateOf(ticket, world.binding, step.at)?.id ?? null,
);

/** The working state that agents see. */
export const progress: Of<"progress"> = wordOf(({ ticket }, { world, step }) =>
  progressOf(ticket, world.binding.policy.policy, step.at),
);

/** Who has it. */
export const level: Of<"level"> = wordOf(({ ticket }) => ticket.level);

/** What is awaited, and from whom. */
export const awaiting: Of<"awaiting"> = wordOf(({ ticket }) => ticket.awaiting ?? "nothing");

/** What the requester last said about being there. */
export const present: Of<"present"> = (expected, { life }) =>
  compared({
    name: null,
    at: [],
    expected: wordsValue(String(expected)),
    actual: life === null ? nothing : wordsValue(String(life.ticket.present ?? "unknown")),
  });

/** Whoever it was given to. */
export const assigned: Of<"assigned"> = (expected, look) => {
  const { world, life } = look;
  const known = world.scenario.given.staff[expected]?.name ?? expected;
  const actual = life === null ? nothing : wordsValue(life.ticket.assignee?.name ?? "nobody");
  return compared({ name: null, at: [], expected: wordsValue(known), actual });
};

/** The subject line as it is kept. */
export const subject: Of<"subject"> = wordOf(({ ticket }) => ticket.subject);

/** What kind of request it is. */
export const kind: Of<"kind"> = wordOf(({ ticket }) => ticket.kind);

/** Why it is kept without any promise. */
export const held: Of<"held"> = wordOf(({ ticket }) => ticket.held ?? "no");

/** Why it ended. */
export const closed: Of<"closed"> = wordOf(({ ticket }) => ticket.closed?.reason ?? "no");

/** Marks that an agent should see: those expected, among others; `none`: not one. */
export const flags: Of<"flags"> = (expected, { life }) => {
  const actual = life?.ticket.flags ?? [];
  if (expected !== "none") return allAmong(expected, actual, { name: null, at: [] });
  return compared({ name: null, at: [], expected: nothing, actual: wordsValue(...actual) });
};

/** What the client reads of the history, in this order, other lines between them or not. */
export const history: Of<"history"> = (expected, { life }) =>
  inThisOrder(
    expected,
    linesForClient(life?.events ?? []).map(({ type }) => type),
  );

/** What was recorded, for the desk's own people, in the order of the record, among others. */
export const record: Of<"record"> = (expected, { life }) =>
  inThisOrder(
    expected,
    (life?.events ?? []).map(({ fact }) => fact.type),
  );

function inThisOrder(expected: readonly string[], lines: readonly string[]): readonly Found[] {
  let next = 0;
  for (const line of lines) if (line === expected[next]) next++;
  if (next === expected.length) return [];
  const found = { expected: wordsValue(...expected), actual: wordsValue(...lines) };
  return [{ name: null, at: [next], ...found }];
}

/** All that a held ticket waits for: fields by their name, "registered-address", "role", "code". */
export const lacks: Of<"lacks"> = (expected, { life }) => {
  const actual = (life?.ticket.lacks ?? []).map((lack) => lack.replace(/^field:/u, ""));
  const words = expected === "nothing" ? [] : expected;
  const found = { expected: wordsValue(...words), actual: wordsValue(...actual) };
  return compared({ name: null, at: [], ...found });
};

/** The last quote: minutes at most, its amount, and whether the client accepted it. */
export const charge: Of<"charge"> = (expected, { life }) => {
  const quote = life?.ticket.charge ?? null;
  if (expected === "none") {
    const actual = quote === null ? nothing : wordsValue(quote.amount);
    return compared({ name: null, at: [], expected: nothing, actual });
  }
  return (Object.keys(expected) as (keyof typeof expected)[]).flatMap((key) =>
    compared({
      name: key,
      at: [key],
      expected: wordsValue(String(expected[key])),
      actual: quote === null ? nothing : wordsValue(String(quote[key])),
    }),
  );
};

/** Links to other tickets of the scenario, by their name there. */
export const links: Of<"links"> = (expected, { world, life }) =>
  Object.entries(expected).flatMap(([name, as]) => {
    const to = world.lives.get(name)?.ticket.folio ?? name;
    const ways = (life?.ticket.links ?? []).filter((link) => link.to === to).map((one) => one.as);
    return allAmong([as], ways, { name, at: [name] });
  });

/** When time has something to record next. */
export const wakes: Of<"wakes"> = (expected, look) =>
  compared({
    name: null,
    at: [],
    expected: expected === "never" ? nothing : instantValue(instantOf(look, expected)),
    actual: instantValue(look.life?.wakesAt),
  });
