import { askedFields } from "../intake/asked.ts";
import type { Refusal } from "../refusal.ts";
import { closedChannel, notContracted } from "../ticket/channels.ts";
import { mayNow } from "../ticket/may-now.ts";
import { actorOf } from "./acting.ts";
import { compared, type Found, nothing, type Value, wordsValue } from "./difference.ts";
import { factsFor } from "./facts-for.ts";
import { allAmong, type Check, type Look, several } from "./look.ts";
import type { AskedSource, RefusedSource, ThenSource } from "./schema/then.ts";
import { contextAt, contextOf } from "./world.ts";

type Of<K extends keyof ThenSource> = Check<NonNullable<ThenSource[K]>>;

/** Every refusal of the step's act, and no other: its code, and what else is said of it. */
export const refused: Of<"refused"> = (expected, { outcome }) => {
  const wishes: readonly RefusedSource[] = (Array.isArray(expected) ? expected : [expected]).map(
    (one) => (typeof one === "string" ? { code: one } : one),
  );
  const open = [...outcome];
  const unmet = wishes.filter((wish) => {
    const i = open.findIndex((refusal) => isRefused(refusal, wish));
    if (i >= 0) open.splice(i, 1);
    return i < 0;
  });
  if (unmet.length === 0 && open.length === 0) return [];
  const words = wishes.map(({ code, field, clause }) => refusalText(code, field, several(clause)));
  return [{ name: null, at: [], expected: wordsValue(...words), actual: refusals(outcome) }];
};

function isRefused(refusal: Refusal, { code, field, clause }: RefusedSource): boolean {
  const of = refusal.field?.replace(/^fields\./u, "");
  return (
    refusal.refused === code &&
    (field === undefined || field === of) &&
    several(clause).every((one) => refusal.clause?.includes(one) === true)
  );
}

/** Refusals as words: code, field and clauses of each. */
export function refusals(outcome: readonly Refusal[]): Value {
  return wordsValue(
    ...outcome.map(({ refused: code, field, clause }) =>
      refusalText(code, field?.replace(/^fields\./u, ""), clause ?? []),
    ),
  );
}

function refusalText(code: string, field: string | undefined, clause: readonly string[]): string {
  const of = field === undefined ? "" : ` (${field})`;
  return `${code}${of}${clause.length === 0 ? "" : ` [${clause.join(", ")}]`}`;
}

/** Channels that the ticket, or whoever has none yet, finds open or closed, and the clause that closes. */
export const channels: Of<"channels"> = (expected, look) => [
  ...several(expected.open).flatMap((id): readonly Found[] => {
    const no = closedBy(id, look);
    const actual = no === null ? wordsValue("open") : refusals([no]);
    return compared({ name: id, at: ["open"], expected: wordsValue("open"), actual });
  }),
  ...Object.entries(expected.closed ?? {}).flatMap(([id, clause]): readonly Found[] => {
    const no = closedBy(id, look);
    const at = ["closed", id];
    if (no === null)
      return [{ name: id, at, expected: wordsValue("closed"), actual: wordsValue("open") }];
    return allAmong(several(clause), no.clause ?? [], { name: id, at });
  }),
];

function closedBy(id: string, { world, life, step }: Look): Refusal | null {
  const ticket = life?.ticket ?? null;
  const facts = factsFor(world.scenario.given, {
    world,
    now: step.at,
    ticket: ticket ?? { portal: step.portal, requester: { address: null } },
  });
  const context = contextAt(world, step.at, facts);
  return notContracted(id, context) ?? closedChannel(id, { at: step.at, context, ticket });
}

/** Acts that are offered to somebody. */
export const may: Of<"may"> = (expected, look) =>
  Object.entries(expected).flatMap(([who, acts]) =>
    allAmong(several(acts), offersTo(who, look), { name: who, at: [who] }),
  );

/** Acts that are not. */
export const mayNot: Of<"may-not"> = (expected, look) =>
  Object.entries(expected).flatMap(([who, acts]): readonly Found[] => {
    const offered = offersTo(who, look).filter((act) => several(acts).includes(act));
    return compared({ name: who, at: [who], expected: nothing, actual: wordsValue(...offered) });
  });

function offersTo(who: string, { world, life, step }: Look): readonly string[] {
  if (life === null) return [];
  const name = [...world.lives].find(([, one]) => one === life)?.[0] ?? null;
  const by = actorOf(world, who, name);
  const context = contextOf(world, life.ticket, step.at);
  return [...mayNow(life.ticket, { by, at: step.at, context })];
}

/** What a form asks for, given some answers. */
export const asks: Of<"asks"> = (expected, look) =>
  several<AskedSource>(expected).flatMap((asked, i) => {
    const at = Array.isArray(expected) ? [i] : [];
    const form = look.world.binding.policy.policy.forms.find(({ id }) => id === asked.form);
    const fields = form === undefined ? [] : askedFields(form, asked.with ?? {});
    const ids = (required: boolean) =>
      fields.filter((field) => field.required === required).map(({ id }) => id);
    const hidden = fields.map(({ id }) => id).filter((id) => asked.hidden?.includes(id) === true);
    return [
      ...allAmong(asked.required ?? [], ids(true), { name: asked.form, at: [...at, "required"] }),
      ...allAmong(asked.optional ?? [], ids(false), { name: asked.form, at: [...at, "optional"] }),
      ...compared({
        name: asked.form,
        at: [...at, "hidden"],
        expected: nothing,
        actual: wordsValue(...hidden),
      }),
    ];
  });
