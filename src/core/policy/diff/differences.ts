import { canonicalOf } from "../canonical.ts";
import type { Json, JsonObject } from "../canonical.ts";
import type { Policy } from "../policy.ts";
import { isObject, isOneValue, keyed } from "./keyed.ts";
import type { Keyed } from "./keyed.ts";

/** A way into a compiled policy: keys, and for lists the names of their items. */
export type PolicyPath = readonly string[];

/**
 * One difference between two versions of a policy, at one place.
 * - `added`, `removed`: there is one more, or one less; in a list, `index` is its position.
 * - `changed`: another value stands there.
 * - `moved`: the items of a list that both have stand in another order, where the order means something.
 */
export type Difference =
  | {
      readonly kind: "added";
      readonly path: PolicyPath;
      readonly after: Json;
      readonly index: number | null;
    }
  | {
      readonly kind: "removed";
      readonly path: PolicyPath;
      readonly before: Json;
      readonly index: number | null;
    }
  | {
      readonly kind: "changed";
      readonly path: PolicyPath;
      readonly before: Json;
      readonly after: Json;
    }
  | {
      readonly kind: "moved";
      readonly path: PolicyPath;
      readonly before: readonly string[];
      readonly after: readonly string[];
    };

const isSame = (a: Json, b: Json): boolean => canonicalOf(a) === canonicalOf(b);

function ofObjects(before: JsonObject, after: JsonObject, path: PolicyPath): Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key): Difference[] => {
    const was = Object.hasOwn(before, key) ? before[key] : undefined;
    const is = Object.hasOwn(after, key) ? after[key] : undefined;
    const here = [...path, key];
    if (was === undefined)
      return is === undefined ? [] : [{ kind: "added", path: here, after: is, index: null }];
    if (is === undefined) return [{ kind: "removed", path: here, before: was, index: null }];
    return ofValues(was, is, here);
  });
}

function ofLists(
  before: readonly Keyed[],
  after: readonly Keyed[],
  path: PolicyPath,
): Difference[] {
  const was = new Map(before.map(({ key, item }) => [key, item]));
  const is = new Map(after.map(({ key, item }) => [key, item]));
  const found: Difference[] = [];
  for (const [index, { key, item }] of before.entries()) {
    const now = is.get(key);
    if (now === undefined)
      found.push({ kind: "removed", path: [...path, key], before: item, index });
    else found.push(...ofValues(item, now, [...path, key]));
  }
  for (const [index, { key, item }] of after.entries()) {
    if (!was.has(key)) found.push({ kind: "added", path: [...path, key], after: item, index });
  }
  const stayed = before.map(({ key }) => key).filter((key) => is.has(key));
  const order = after.map(({ key }) => key).filter((key) => was.has(key));
  if (stayed.some((key, i) => key !== order[i]))
    found.push({ kind: "moved", path, before: stayed, after: order });
  return found;
}

function ofValues(before: Json, after: Json, path: PolicyPath): Difference[] {
  if (isSame(before, after)) return [];
  if (isObject(before) && isObject(after) && !isOneValue(before) && !isOneValue(after))
    return ofObjects(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) {
    const [was, is] = [keyed(before as readonly Json[]), keyed(after as readonly Json[])];
    if (was !== null && is !== null && was.length + is.length > 0) return ofLists(was, is, path);
  }
  return [{ kind: "changed", path, before, after }];
}

/**
 * What is different between two policies, each change once, at its place, in the order of the policy.
 * Nothing is left out: where there is no difference the two are the same policy (they have the same
 * canonical text, and so the same hash), and the first with these differences made is the second.
 */
export function differencesOf(before: Policy, after: Policy): readonly Difference[] {
  return ofObjects(before as unknown as JsonObject, after as unknown as JsonObject, []);
}
