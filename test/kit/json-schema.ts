import fc from "fast-check";
import type { Schema } from "../../src/contract/api-description.ts";
import type { Described } from "./as-described.ts";

/** Values of a schema, as far as the API's description uses JSON Schema. Texts of a pattern are made by it. */
export function arbitraryOf(given: Schema, described: Described): fc.Arbitrary<unknown> {
  const schema = described.follow(given);
  const again = (one: unknown): fc.Arbitrary<unknown> => arbitraryOf(one as Schema, described);
  const { const: fixed, enum: listed, anyOf, oneOf, allOf, type } = schema;
  if (fixed !== undefined) return fc.constant(fixed);
  if (Array.isArray(listed)) return fc.constantFrom(...(listed as unknown[]));
  const several = anyOf ?? oneOf;
  if (Array.isArray(several)) return fc.oneof(...several.map(again));
  if (Array.isArray(allOf)) return again(allOf[0]);
  if (Array.isArray(type)) return fc.oneof(...type.map((one) => again({ ...schema, type: one })));
  if (type === "object") return objectOf(schema, again);
  if (type === "array") return arrayOf(schema, again);
  if (type === "string") return textOf(schema);
  if (type === "integer" || type === "number") return numberOf(schema);
  if (type === "boolean") return fc.boolean();
  return type === "null" ? fc.constant(null) : fc.jsonValue({ maxDepth: 1 });
}

type Again = (one: unknown) => fc.Arbitrary<unknown>;

function objectOf(
  { properties = {}, required = [], additionalProperties }: Schema,
  again: Again,
): fc.Arbitrary<unknown> {
  const named = Object.entries(properties as Record<string, unknown>);
  const model = Object.fromEntries(named.map(([name, one]) => [name, again(one)]));
  if (named.length === 0 && typeof additionalProperties === "object")
    return fc.dictionary(
      fc.constantFrom("correo", "descripcion", "quien", "x"),
      again(additionalProperties),
      { maxKeys: 4 },
    );
  return fc.record(model, {
    requiredKeys: (required as string[]).filter((name) => name in model),
    noNullPrototype: true,
  });
}

function arrayOf(schema: Schema, again: Again): fc.Arbitrary<unknown> {
  const { items, prefixItems, minItems = 0, maxItems = 4 } = schema;
  if (Array.isArray(prefixItems)) return fc.tuple(...prefixItems.map(again));
  const most = Math.min(Number(maxItems), Math.max(4, Number(minItems)));
  return fc.array(again(items ?? {}), { minLength: Number(minItems), maxLength: most });
}

function textOf({ pattern, format, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> {
  if (format === "uuid") return fc.uuid();
  if (format === "email") return fc.constantFrom("a@example.com", "b.c@example.org");
  if (format === "date") return fc.constantFrom("2026-12-24", "2027-02-28", "2020-01-01");
  if (typeof pattern === "string") return fc.stringMatching(new RegExp(pattern));
  const bounds = { minLength: Number(minLength), maxLength: Math.min(Number(maxLength), 200) };
  return fc.oneof(
    fc.string(bounds),
    fc.string({ ...bounds, unit: "grapheme" }).map((text) => text.slice(0, bounds.maxLength)),
    fc.string({ ...bounds, unit: "binary" }).map((text) => text.slice(0, bounds.maxLength)),
  );
}

function numberOf({
  type,
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
}: Schema): fc.Arbitrary<number> {
  const least = Number(minimum ?? exclusiveMinimum ?? -9_007_199_254_740_991);
  const most = Number(maximum ?? exclusiveMaximum ?? 9_007_199_254_740_991);
  const whole = fc.oneof(
    fc.maxSafeInteger().map((value) => Math.min(most, Math.max(least, value))),
    fc.constantFrom(1, 0, 1_795_000_000_000).map((value) => Math.min(most, Math.max(least, value))),
    fc.constantFrom(least, most),
  );
  return type === "integer"
    ? whole
    : fc.oneof(whole, fc.double({ min: least, max: most, noNaN: true }));
}
