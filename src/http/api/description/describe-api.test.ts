import { describe, expect, it } from "vitest";
import { asDescribed } from "../../../../test/kit/as-described.ts";
import { api } from "../api.ts";
import type { ApiParts } from "../session.ts";
import { describeApi } from "./describe-api.ts";
import type { Json } from "../../../contract/api-description.ts";
import { answerOf, operationsOf } from "../../../contract/api-description.ts";
import { examples } from "./examples.ts";

const description = describeApi(api({} as ApiParts), "http://localhost:3000");
const operations = operationsOf(description);
const named = operations.map((one) => [one.operation.operationId, one] as const);

/** Every reference in a piece of the description. */
function referencesIn(piece: Json): string[] {
  if (Array.isArray(piece)) return piece.flatMap((one: Json) => referencesIn(one));
  if (typeof piece !== "object" || piece === null) return [];
  return Object.entries(piece).flatMap(([name, value]) =>
    name === "$ref" && typeof value === "string" ? [value] : referencesIn(value as Json),
  );
}

describe("the description of the API", () => {
  it("names each operation once", () => {
    const ids = named.map(([id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z]{2,40}$/u);
  });

  it.each(named)("says what %s does, of what, and how it is refused", (_id, { operation }) => {
    expect(operation.summary ?? "").toMatch(/^\S.{5,}[^.]$/u);
    expect(operation.tags).toHaveLength(1);
    for (const status of ["400", "401", "403", "404", "422", "429"])
      expect(Object.keys(operation.responses)).toContain(status);
    expect(Object.keys(operation.responses).some((status) => status.startsWith("2"))).toBe(true);
  });

  it.each(named)("gives %s every parameter that its path names", (_id, { path, operation }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = ""]) => name);
    const given = (operation.parameters ?? []).filter(({ in: where }) => where === "path");
    expect(given.map(({ name }) => name).toSorted()).toEqual(inPath.toSorted());
  });

  it("lets every POST at a desk be sent with a key, and every list that goes on say its next page", () => {
    for (const { method, path, operation } of operations) {
      const has = (name: string): boolean =>
        (operation.parameters ?? []).some((one) => one.name === name);
      if (method === "post" && path.startsWith("/desks/"))
        expect(has("idempotency-key")).toBe(true);
      if (has("cursor")) {
        expect([operation.operationId, has("limit")]).toEqual([operation.operationId, true]);
        expect(Object.keys(answerOf(description, operation, "200")?.headers ?? {})).toContain(
          "Link",
        );
      }
    }
  });

  it("leads every reference somewhere", () => {
    const references = new Set(referencesIn(description as unknown as Json));
    for (const reference of references) {
      const [, kind = "", name = ""] = /^#\/components\/(\w+)\/(\w+)$/u.exec(reference) ?? [];
      const there =
        kind === "responses" ? description.components.responses : description.components.schemas;
      expect(Object.keys(there)).toContain(name);
    }
    expect(references.size).toBeGreaterThan(20);
  });

  it("has examples that are right, each of an operation that there is", () => {
    const described = asDescribed(description);
    for (const [id, example] of Object.entries(examples)) {
      const found = operations.find(({ operation }) => operation.operationId === id);
      const schema = found?.operation.requestBody?.content["application/json"]?.schema;
      expect([id, schema !== undefined && described.fits(schema, example)]).toEqual([id, true]);
    }
  });
});
