import type { Json, JsonObject } from "../canonical.ts";

/** An item of a list under the name by which it is known in both versions. */
export interface Keyed {
  readonly key: string;
  readonly item: Json;
}

/** Whether plain data is a group of keys. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What makes an item the same one in two versions, whatever else changed in it. */
function nameOf(item: JsonObject): string | null {
  for (const key of ["id", "value", "term", "date", "path"]) {
    const name = item[key];
    if (typeof name === "string") return name;
  }
  const { on, clock, filed, when, at, act, what, es } = item;
  if (typeof on === "string") return on;
  if (typeof clock === "string") return `${clock} ${JSON.stringify(filed)}`;
  if (when !== undefined) return JSON.stringify(when);
  if (typeof act === "string") return `${act} ${JSON.stringify(what)}`;
  if (typeof at === "string") return at;
  return typeof es === "string" ? es : null;
}

/**
 * The items of a list, each under a name of its own: of two that share one, the second is "name#2". Null
 * for a list that is one value (of words, of numbers, of pairs): it is compared whole.
 */
export function keyed(list: readonly Json[]): readonly Keyed[] | null {
  const seen = new Map<string, number>();
  const items: Keyed[] = [];
  for (const [i, item] of list.entries()) {
    if (!isObject(item)) return null;
    const name = nameOf(item) ?? String(i);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    items.push({ key: times === 1 ? name : `${name}#${times}`, item });
  }
  return items;
}

/** Things that are one value, though they are written as groups of keys: compared whole. */
export function isOneValue(value: JsonObject): boolean {
  // A condition, a length of time, a consequence; what names a clause is more than that.
  const isPlain = ["is", "unit", "do"].some((key) => typeof value[key] === "string");
  if (isPlain && value["clause"] === undefined) return true;
  return (
    typeof value["es"] === "string" && Object.keys(value).every((key) => ["es", "en"].includes(key))
  );
}
