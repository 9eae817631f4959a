import { variableOf } from "../policy/variables.ts";
import type { Telling } from "../ticket/telling.ts";
import { compared, type Found, nothing, type Value, wordsValue } from "./difference.ts";
import { type Check, instantOf, type Look, several } from "./look.ts";
import type { ThenSource, ToldSource } from "./schema/then.ts";

type Of<K extends keyof ThenSource> = Check<NonNullable<ThenSource[K]>>;

/**
 * What was told since the ticket was last looked at. `nothing`: not a word to the client; by place: this message
 * stands there; a list: for each, some telling is all that it says.
 */
export const told: Of<"told"> = (expected, look) => {
  const tellings = look.life?.told ?? [];
  if (expected === "nothing") {
    const toClient = tellings.filter(({ to }) => to === "client");
    return compared({ name: null, at: [], expected: nothing, actual: shown(toClient) });
  }
  if (Array.isArray(expected)) {
    return expected.flatMap((one, i) => {
      if (tellings.some((telling) => fits(telling, one, look))) return [];
      return [{ name: null, at: [i], expected: wished(one), actual: shown(nearestTo(one, look)) }];
    });
  }
  return Object.entries(expected as Record<string, string>).flatMap(([place, message]) => {
    const there = tellings.filter(({ by }) => by.includes(place));
    if (there.some((telling) => telling.message === message)) return [];
    const messages = there.map((telling) => telling.message ?? telling.moment);
    const found = { expected: wordsValue(message), actual: wordsValue(...messages) };
    return [{ name: place, at: [place], ...found }];
  });
};

/** Messages, or moments, or what is all this: nobody was told so since the ticket was last looked at. */
export const notTold: Of<"not-told"> = (expected, look) => {
  const tellings = look.life?.told ?? [];
  return several<string | ToldSource>(expected).flatMap((wish): readonly Found[] => {
    const found =
      typeof wish === "string"
        ? tellings.filter(({ message, moment }) => message === wish || moment === wish)
        : tellings.filter((telling) => fits(telling, wish, look));
    const name = typeof wish === "string" ? wish : (wish.message ?? wish.moment ?? null);
    return compared({ name, at: [], expected: nothing, actual: shown(found) });
  });
};

function fits(telling: Telling, wish: ToldSource, look: Look): boolean {
  const { tell } = look.world.binding.policy.policy;
  const clause = telling.rule === null ? clausesOfClock(telling, look) : tell[telling.rule]?.clause;
  return (
    (wish.moment ?? telling.moment) === telling.moment &&
    (wish.message ?? telling.message) === telling.message &&
    (wish.to ?? telling.to) === telling.to &&
    (wish.clock ?? telling.clock?.id) === telling.clock?.id &&
    (wish.at === undefined || instantOf(look, wish.at) === telling.at) &&
    several(wish.by).every((place) => telling.by.includes(place)) &&
    several(wish.says).every((fact) => isSaid(fact, telling, look)) &&
    several(wish.words).every((words) => textOf(telling, look).includes(words)) &&
    several(wish.clause).every((one) => clause?.includes(one) === true)
  );
}

function clausesOfClock({ clock }: Telling, { world }: Look): readonly string[] {
  return world.binding.policy.policy.clocks.find(({ id }) => id === clock?.id)?.clause ?? [];
}

/** A message says a fact where its words hold the variable for it, in Spanish and in English. */
function isSaid(fact: string, telling: Telling, look: Look): boolean {
  const variable = `{${variableOf[fact] ?? fact}}`;
  const message = messageOf(telling, look);
  if (message === undefined) return false;
  const { subject, body } = message;
  const es = `${subject.es}\n${body.es}`;
  const en = `${subject.en ?? subject.es}\n${body.en ?? body.es}`;
  return es.includes(variable) && en.includes(variable);
}

function textOf(telling: Telling, look: Look): string {
  const message = messageOf(telling, look);
  return message === undefined ? "" : `${message.subject.es}\n${message.body.es}`;
}

function messageOf({ message }: Telling, { world }: Look) {
  return world.binding.policy.policy.messages.find(({ id }) => id === message);
}

function wished(wish: ToldSource): Value {
  const { by, says, words, clause, ...rest } = wish;
  const lists = [by, says, words, clause].filter((part) => part !== undefined);
  return wordsValue(
    [...Object.values(rest), ...lists.map((part) => several(part).join("+"))].join(" "),
  );
}

/** What was told in its stead: the same message or moment told otherwise, or everything. */
function nearestTo(wish: ToldSource, { life }: Look): readonly Telling[] {
  const tellings = life?.told ?? [];
  const near = tellings.filter(
    ({ message, moment }) => message === wish.message || moment === wish.moment,
  );
  return near.length > 0 ? near : tellings;
}

function shown(tellings: readonly Telling[]): Value {
  return wordsValue(
    ...tellings.map(({ message, moment, by, says }) =>
      [message ?? moment, by.join("+"), says.join("+")].filter((part) => part !== "").join(" "),
    ),
  );
}
