import { isOpen } from "../calendar/arithmetic.ts";
import { emptyView, holds } from "../policy/holds.ts";
import type { FormRule } from "../policy/form-rule.ts";
import type { Policy } from "../policy/policy.ts";
import { HOUR } from "../time/instant.ts";
import { compared, type Found, nothing, wordsValue } from "./difference.ts";
import { allAmong, allIn, type Check, instantOf, type Look, several } from "./look.ts";
import type { ManualSource } from "./schema/manual.ts";
import type { ThenSource } from "./schema/then.ts";

type Part<K extends keyof ManualSource> = (
  expected: NonNullable<ManualSource[K]>,
  policy: Policy,
  look: Look,
) => readonly Found[];

/** What the published manual says, part by part. */
export const manual: Check<NonNullable<ThenSource["manual"]>> = (expected, look) => {
  const { policy } = look.world.binding.policy;
  return (Object.keys(expected) as (keyof ManualSource)[]).flatMap((key) => {
    // Each part is typed for its own key; the compiler cannot follow that both are of that one.
    const part = parts[key] as Part<typeof key>;
    const found = part(expected[key] as never, policy, look);
    return found.map((one) => ({ ...one, name: one.name ?? key, at: [key, ...one.at] }));
  });
};

const spanish = ({ es }: { readonly es: string }): string => es;

const parts: { readonly [K in keyof ManualSource]-?: Part<K> } = {
  glossary: (expected, { glossary }) => {
    const terms = glossary.map(({ term }) => term);
    if (Array.isArray(expected)) return allAmong(expected, terms, { name: null, at: [] });
    return Object.entries(expected).flatMap(([term, words]) => {
      const means = glossary.find((entry) => entry.term === term)?.means;
      return allIn([words], means?.es ?? "", { name: term, at: [term] });
    });
  },
  "call-list": (expected, { callList }) =>
    compared({
      name: null,
      at: [],
      expected: wordsValue(...expected),
      actual: wordsValue(...callList.map(({ role }) => role.es)),
    }),
  "out-of-scope": (expected, { outOfScope }) =>
    Object.entries(expected).flatMap(([id, words]) => {
      const says = outOfScope.find((one) => one.id === id)?.says;
      return allIn([words], says?.es ?? "", { name: id, at: [id] });
    }),
  articles: (expected, { articles }) =>
    allAmong(
      expected,
      (articles ?? []).map(({ id }) => id),
      { name: null, at: [] },
    ),
  notes: (expected, { notes }) =>
    allIn(several(expected), notes.map(spanish).join("\n"), { name: null, at: [] }),
  terms: (expected, { desk }) =>
    Object.entries(expected).flatMap(([term, words]) =>
      allIn([words], desk.terms[term]?.es ?? "", { name: term, at: [term] }),
    ),
  hours: (expected, policy, look) =>
    Object.entries(expected).flatMap(([id, { open, closed, clause }]) => [
      ...openAt(policy, look, { id, moments: several(open), key: "open" }),
      ...openAt(policy, look, { id, moments: several(closed), key: "closed" }),
      ...quotes(policy.calendarSources[id], several(clause), id),
    ]),
  forms: (expected, policy) =>
    Object.entries(expected).flatMap(([id, wish]) => formFound(policy, id, wish)),
  "severity-order": (expected, { severities }) =>
    compared({
      name: null,
      at: [],
      expected: wordsValue(...expected),
      actual: wordsValue(...severities.map(({ id }) => id)),
    }),
  severities: (expected, { severities }) =>
    Object.entries(expected).flatMap(([id, { means, examples, clause }]) => {
      const known = severities.find((one) => one.id === id);
      const list = known?.examples.map(spanish) ?? [];
      return [
        ...allIn(several(means), known?.means.es ?? "", { name: id, at: [id, "means"] }),
        ...several(examples).flatMap((one) =>
          allIn([one], list.join("\n"), { name: id, at: [id, "examples"] }),
        ),
        ...quotes(known, several(clause), id),
      ];
    }),
  channels: (expected, policy) =>
    Object.entries(expected).flatMap(([id, { at, during, clause }]) => {
      const channel = policy.channels.find((one) => one.id === id);
      return [
        ...allIn(several(at), channel?.at ?? "", { name: id, at: [id, "at"] }),
        ...allIn(several(during), channel?.during ?? "", { name: id, at: [id, "during"] }),
        ...quotes(channel, several(clause), id),
      ];
    }),
  levels: (expected, policy) =>
    Object.entries(expected).flatMap(([id, wish]) => {
      const known = policy.levels.find((one) => one.id === id);
      const among = (key: "tells" | "asks" | "through" | "may-tell", actual: readonly string[]) =>
        allAmong(several(wish[key]), actual, { name: id, at: [id, key] });
      return [
        ...takesFound(policy, id, wish.takes),
        ...among("tells", known === undefined ? [] : [known.tells]),
        ...among("asks", known?.asks ?? []),
        ...among("through", known?.through ?? []),
        ...among("may-tell", known?.mayTellClient ?? []),
        ...quotes(known, several(wish.clause), id),
      ];
    }),
  grounds: (expected, { grounds }) =>
    Object.entries(expected).flatMap(([id, { means, advice, clause }]) => {
      const ground = grounds.find((one) => one.id === id);
      return [
        ...allIn(several(means), ground?.means.es ?? "", { name: id, at: [id, "means"] }),
        ...allIn(several(advice), ground?.advice?.es ?? "", { name: id, at: [id, "advice"] }),
        ...quotes(ground, several(clause), id),
      ];
    }),
  support: (expected, { support }) =>
    Object.entries(expected).flatMap(([id, list]) => {
      const kind = support.find((one) => one.id === id);
      return allAmong(several(list), kind?.channels ?? [], { name: id, at: [id] });
    }),
  figures: (expected, policy) =>
    Object.entries(expected).flatMap(([id, { week, day }]) => {
      const length = policy.dayLength[id];
      const hours = length === undefined ? [] : [`${length / HOUR}h`];
      return [
        ...allAmong(several(week), several(policy.statedWeek?.[id]), {
          name: id,
          at: [id, "week"],
        }),
        ...allAmong(several(day), hours, { name: id, at: [id, "day"] }),
      ];
    }),
  "third-parties": (expected, { thirdParties = {} }) =>
    Object.entries(expected).flatMap(([id, { sees, clause }]) => {
      const known = thirdParties[id];
      const seen = known === undefined ? [] : [known.sees];
      return [
        ...allAmong(several(sees), seen, { name: id, at: [id, "sees"] }),
        ...quotes(known, several(clause), id),
      ];
    }),
  states: (expected, { states }) =>
    allAmong(
      expected,
      states.map(({ id }) => id),
      { name: null, at: [] },
    ),
  expired: (expected, { client }) =>
    allIn([expected], client?.says?.es ?? "", { name: null, at: [] }),
  clauses: (expected, { clauses }) => allAmong(several(expected), clauses, { name: null, at: [] }),
};

function quotes(
  source: { readonly clause: readonly string[] } | undefined,
  clause: readonly string[],
  id: string,
): readonly Found[] {
  return allAmong(clause, source?.clause ?? [], { name: id, at: [id, "clause"] });
}

/** The severities of which a level takes a ticket that nothing else is known of. */
function takesFound(
  policy: Policy,
  id: string,
  wish: readonly string[] | undefined,
): readonly Found[] {
  const level = policy.levels.find((one) => one.id === id);
  const taken = policy.severities
    .map((one) => one.id)
    .filter((severity) => level !== undefined && holds(level.takes, { ...emptyView, severity }));
  return exactly(wish, taken, { name: id, at: [id, "takes"] });
}

interface OpenAt {
  readonly id: string;
  readonly moments: readonly string[];
  readonly key: "open" | "closed";
}

function openAt(policy: Policy, look: Look, { id, moments, key }: OpenAt): readonly Found[] {
  const isKnown = Object.hasOwn(policy.calendars, id);
  return moments.flatMap((moment, i) => {
    const open = isKnown && isOpen(look.world.binding.calendars(id), instantOf(look, moment));
    return compared({
      name: `${id}, ${moment}`,
      at: [id, key, i],
      expected: wordsValue(key),
      actual: isKnown ? wordsValue(open ? "open" : "closed") : nothing,
    });
  });
}

type FormWish = NonNullable<ManualSource["forms"]>[string];

function formFound(policy: Policy, id: string, wish: FormWish): readonly Found[] {
  const form = policy.forms.find((one) => one.id === id);
  const field = (name: string) => form?.fields.find((one) => one.id === name);
  return [
    ...exactly(wish.on, form?.on ?? [], { name: id, at: [id, "on"] }),
    ...exactly(wish.hears, heardBy(form), { name: id, at: [id, "hears"] }),
    ...(wish.printable === undefined
      ? []
      : compared({
          name: id,
          at: [id, "printable"],
          expected: wordsValue(String(wish.printable)),
          actual: wordsValue(String(form?.printable ?? false)),
        })),
    ...allIn(several(wish.title), form?.title.es ?? "", { name: id, at: [id, "title"] }),
    ...allIn(several(wish.after), form?.after?.es ?? "", { name: id, at: [id, "after"] }),
    ...Object.entries(wish.options ?? {}).flatMap(([name, labels]) =>
      compared({
        name,
        at: [id, "options", name],
        expected: wordsValue(...labels),
        actual: wordsValue(...(field(name)?.options ?? []).map(({ label }) => label.es)),
      }),
    ),
    ...Object.entries(wish.accepts ?? {}).flatMap(([name, kinds]) =>
      allAmong(several(kinds), field(name)?.accept ?? [], { name, at: [id, "accepts", name] }),
    ),
    ...Object.entries(wish.helps ?? {}).flatMap(([name, words]) =>
      allIn([words], field(name)?.help?.es ?? "", { name, at: [id, "helps", name] }),
    ),
    ...quotes(form, several(wish.clause), id),
  ];
}

function heardBy(form: FormRule | undefined): readonly string[] {
  const who = form?.who ?? null;
  if (who === null) return [];
  const address = who.fromRegisteredAddress ? ["registered-address"] : [];
  return [...who.any, ...address, ...(who.proven === null ? [] : [who.proven])];
}

/** All of these words, in their order, where they are expected at all. */
function exactly(
  wish: readonly string[] | undefined,
  actual: readonly string[],
  more: Pick<Found, "name" | "at">,
): readonly Found[] {
  if (wish === undefined) return [];
  return compared({ ...more, expected: wordsValue(...wish), actual: wordsValue(...actual) });
}
