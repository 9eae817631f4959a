import { fold } from "../ticket/evolve.ts";
import { type Difference as News, differenceOf, newsOf } from "../tracker/difference.ts";
import { nextDigest } from "../tracker/digest-time.ts";
import { rowOf, type TrackerRow } from "../tracker/row.ts";
import type { TrackerRule } from "../policy/tracker-rule.ts";
import { compared, type Found, instantValue, nothing, wordsValue } from "./difference.ts";
import { allAmong, type Check, instantOf, type Look, several } from "./look.ts";
import type { ThenSource } from "./schema/then.ts";

type Wish = NonNullable<ThenSource["tracker"]>;

/** What the list that people follow says, and what its digest tells. */
export const tracker: Check<Wish> = (wish, look) => {
  const rule = look.world.binding.policy.policy.tracker;
  if (rule === undefined)
    return [{ name: "tracker", at: [], expected: wordsValue("tracker"), actual: nothing }];
  return [
    ...columnsFound(wish, rule),
    ...rowFound(wish, rule, look),
    ...digestFound(wish, rule, look),
    ...newsFound(wish, rule, look),
    ...allAmong(several(wish.clause), rule.clause, { name: "tracker", at: ["clause"] }),
  ];
};

function columnsFound({ lists }: Wish, { columns }: TrackerRule): readonly Found[] {
  if (lists === undefined) return [];
  const expected = wordsValue(...lists);
  return compared({ name: "lists", at: ["lists"], expected, actual: wordsValue(...columns) });
}

function rowFound({ row }: Wish, { columns }: TrackerRule, look: Look): readonly Found[] {
  const { life, world, step } = look;
  const cells: Readonly<Record<string, string | number | null>> =
    life === null ? {} : rowOf(life.ticket, world.binding, { columns, at: step.at }).cells;
  return Object.entries(row ?? {}).flatMap(([column, text]) => {
    const cell = cells[column] ?? null;
    const actual = cell === null ? nothing : wordsValue(String(cell));
    return compared({ name: column, at: ["row", column], expected: wordsValue(text), actual });
  });
}

function digestFound({ digest }: Wish, rule: TrackerRule, look: Look): readonly Found[] {
  if (digest === undefined) return [];
  const next =
    rule.digest === null
      ? null
      : nextDigest(rule.digest, look.world.binding.calendars(rule.digest.calendar), look.step.at);
  const expected = instantValue(instantOf(look, digest));
  return compared({ name: "digest", at: ["digest"], expected, actual: instantValue(next) });
}

function newsFound(wish: Wish, rule: TrackerRule, look: Look): readonly Found[] {
  if (wish.since === undefined) return [];
  const news = newsSince(rule, instantOf(look, wish.since), look);
  const name = (folio: string) => nameOf(folio, look);
  const added = news.added.map(({ folio }) => name(folio));
  const updated = news.updated.map(
    ({ row, changes }) => `${name(row.folio)}: ${changes.map(({ column }) => column).join("+")}`,
  );
  const wishedAdded = wish.added === "none" ? [] : wish.added;
  const wishedUpdated =
    wish.updated === "none"
      ? []
      : wish.updated === undefined
        ? undefined
        : Object.entries(wish.updated).map(
            ([id, columns]) => `${id}: ${several(columns).join("+")}`,
          );
  return [...same("added", wishedAdded, added), ...same("updated", wishedUpdated, updated)];
}

function same(
  name: "added" | "updated",
  wish: readonly string[] | undefined,
  actual: readonly string[],
): readonly Found[] {
  if (wish === undefined) return [];
  const expected = wordsValue(...wish);
  return compared({ name, at: [name], expected, actual: wordsValue(...actual) });
}

/** What a digest would tell of what was recorded after an instant. */
function newsSince({ columns, digest }: TrackerRule, since: number, look: Look): News {
  const { world, step } = look;
  const rows = (until: number): TrackerRow[] =>
    [...world.lives.values()].flatMap(({ events }) => {
      const past = events.filter(({ recorded }) => recorded <= until);
      return past.length === 0 ? [] : [rowOf(fold(past), world.binding, { columns, at: until })];
    });
  const news = newsOf(differenceOf(rows(since), rows(step.at)), digest?.says ?? []);
  return news ?? { added: [], updated: [] };
}

function nameOf(folio: string, { world }: Look): string {
  return [...world.lives].find(([, { ticket }]) => ticket.folio === folio)?.[0] ?? folio;
}
