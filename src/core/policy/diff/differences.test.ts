import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filesIn, policyOf, projectText } from "../../../../test/kit/policy-packs.ts";
import { canonical, canonicalOf } from "../canonical.ts";
import type { Json, JsonObject } from "../canonical.ts";
import type { Policy } from "../policy.ts";
import { differencesOf } from "./differences.ts";
import type { Difference } from "./differences.ts";
import { isObject, keyed } from "./keyed.ts";

const minimal = projectText("test/fixtures/packs/minimal.yaml");
const policies = filesIn("policies")
  .filter((name) => name !== "shared")
  .map((name) => policyOf(projectText(`policies/${name}/policy.yaml`)));

/** The first policy with the differences made in it. */
function made(value: Json, differences: readonly Difference[], depth = 0): Json {
  if (differences.length === 0) return value;
  const here = differences.filter(({ path }) => path.length > depth);
  const [whole] = differences.filter(
    ({ path, kind }) => path.length === depth && kind === "changed",
  );
  if (whole?.kind === "changed") return whole.after;
  const inside = (key: string): Difference[] => here.filter(({ path }) => path[depth] === key);
  if (isObject(value)) return madeObject(value, inside, { here, depth });
  if (!Array.isArray(value)) return value;
  return madeList(value as readonly Json[], { inside, here, depth, all: differences });
}

type Inside = (key: string) => Difference[];

function madeObject(
  value: JsonObject,
  inside: Inside,
  { here, depth }: { here: readonly Difference[]; depth: number },
): Json {
  const result: Record<string, Json> = {};
  for (const [key, inner] of Object.entries(value)) {
    const own = inside(key);
    if (own.some(({ kind, path }) => kind === "removed" && path.length === depth + 1)) continue;
    if (inner !== undefined) result[key] = made(inner, own, depth + 1);
  }
  for (const one of here)
    if (one.kind === "added" && one.path.length === depth + 1)
      result[String(one.path[depth])] = one.after;
  return result;
}

function madeList(
  value: readonly Json[],
  given: { inside: Inside; here: readonly Difference[]; depth: number; all: readonly Difference[] },
): Json {
  const { inside, here, depth, all } = given;
  const order = all.find(({ kind, path }) => kind === "moved" && path.length === depth);
  let items = (keyed(value) ?? []).filter(
    ({ key }) =>
      !inside(key).some(({ kind, path }) => kind === "removed" && path.length === depth + 1),
  );
  if (order?.kind === "moved")
    items = order.after.flatMap((key) => items.find((one) => one.key === key) ?? []);
  const result = items.map(({ key, item }) => made(item, inside(key), depth + 1));
  for (const one of here)
    if (one.kind === "added" && one.path.length === depth + 1)
      result.splice(one.index ?? result.length, 0, one.after);
  return result;
}

const json = (policy: Policy): Json => JSON.parse(JSON.stringify(policy)) as Json;

/** Whether the first policy, with its differences from the second made in it, is the second. */
const leadsTo = (before: Policy, after: Policy): boolean =>
  canonicalOf(made(json(before), differencesOf(before, after))) === canonical(after);

/** A policy with one thing of it changed, taken away or doubled, anywhere. */
function damaged(policy: Policy, pick: readonly number[], value: Json): Policy {
  const copy = json(policy);
  let node = copy as Record<string, Json> | Json[];
  for (const [i, n] of pick.entries()) {
    const keys = Object.keys(node);
    if (keys.length === 0) break;
    const key = keys[n % keys.length] as never;
    const inner = node[key] as Json;
    if (
      i < pick.length - 1 &&
      typeof inner === "object" &&
      inner !== null &&
      Object.keys(inner).length > 0
    ) {
      node = inner as Record<string, Json>;
      continue;
    }
    if (Array.isArray(node)) {
      if (n % 3 === 0) node.splice(Number(key), 1);
      else if (n % 3 === 1) node.reverse();
      else node.push(node[Number(key)] as Json);
    } else if (n % 2 === 0) delete node[key];
    else (node as Record<string, Json>)[key] = value;
    break;
  }
  return copy as unknown as Policy;
}

describe("the difference between two policies", () => {
  it("of a policy and itself is nothing", () => {
    for (const policy of policies) expect(differencesOf(policy, policy)).toEqual([]);
  });

  it("leads from any pack to any other", () => {
    for (const before of policies)
      for (const after of policies) expect(leadsTo(before, after)).toBe(true);
  });

  it("is nothing exactly where both have the same canonical text, and leads from one to the other", () => {
    const change = fc.tuple(
      fc.array(fc.nat({ max: 60 }), { minLength: 2, maxLength: 8 }),
      fc.oneof(fc.constant(null), fc.string(), fc.nat(), fc.constant([]), fc.constant({ es: "x" })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...policies),
        fc.array(change, { minLength: 0, maxLength: 4 }),
        (before, changes) => {
          const after = changes.reduce(
            (policy, [pick, value]) => damaged(policy, pick, value as Json),
            before,
          );
          const differences = differencesOf(before, after);
          expect(differences.length === 0).toBe(canonical(before) === canonical(after));
          expect(leadsTo(before, after)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  const change = (from: string, to: string) =>
    differencesOf(policyOf(minimal), policyOf(minimal.replace(from, to)));

  it("is told at its place: a promise of one severity", () => {
    expect(change("grave: 8h", "grave: 6h")).toEqual([
      {
        kind: "changed",
        path: ["clocks", "resolucion", "within", "grave", "limit"],
        before: { unit: "hours", ms: 8 * 3_600_000, calendar: "oficina" },
        after: { unit: "hours", ms: 6 * 3_600_000, calendar: "oficina" },
      },
    ]);
  });

  it("knows an item by its name, wherever it stands", () => {
    const added = change(
      "clocks:\n",
      "clocks:\n  aviso: { from: received, to: told, within: 2h, clause: M-3 }\n",
    );
    expect(added.filter(({ path }) => path[0] === "clocks")).toMatchObject([
      { kind: "added", path: ["clocks", "aviso"], index: 0 },
    ]);
    const swapped = change(
      "  normal: No impide trabajar\n  grave: Impide trabajar\n",
      "  grave: Impide trabajar\n  normal: No impide trabajar\n",
    );
    expect(swapped.filter(({ path }) => path[0] === "severities")).toEqual([
      {
        kind: "moved",
        path: ["severities"],
        before: ["normal", "grave"],
        after: ["grave", "normal"],
      },
    ]);
  });
});
