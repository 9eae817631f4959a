import { z } from "zod";
import type { Json, Schema } from "../../../contract/api-description.ts";

/** What is sent is described as it is taken in, what is answered as it is given: a default need not be sent, and is always answered. */
export type Side = "input" | "output";

/** The schemas that have a name, gathered while others that refer to them are described. */
export interface Schemas {
  /** Describes a schema; those with a name (`meta({ id })`) are referred to. */
  describe(schema: z.ZodType, side: Side): Schema;
  /** All that were named, in the order of their names. */
  named(): Readonly<Record<string, Schema>>;
}

/**
 * Describes schemas in JSON Schema 2020-12, which is OpenAPI 3.1's own. One that is not the same
 * where it is sent and where it is answered has two names: that of what is sent ends in `Sent`.
 */
export function gatherSchemas(): Schemas {
  const components = new Map<string, { readonly schema: Schema; readonly text: string }>();
  const keep = (name: string, schema: Schema, side: Side): string => {
    const text = JSON.stringify(schema);
    const known = components.get(name);
    if (known === undefined || known.text === text) {
      components.set(name, { schema, text });
      return name;
    }
    const other = side === "input" ? `${name}Sent` : `${name}Answered`;
    components.set(other, { schema, text });
    return other;
  };
  return {
    describe(schema, side) {
      const made = z.toJSONSchema(schema, { io: side, unrepresentable: "any" }) as Schema;
      const { $schema: _, $defs = {}, ...whole } = made;
      const defined = Object.entries($defs as Readonly<Record<string, Schema>>);
      const names = new Map(defined.map(([name]) => [name, name]));
      // What refers to a schema of two names has two itself: again until none is found anew.
      for (let before = ""; before !== [...names.values()].join();) {
        before = [...names.values()].join();
        for (const [name, one] of defined) names.set(name, keep(name, plain(one, names), side));
      }
      const id = schema.meta()?.id;
      const said = plain(whole, names);
      return id === undefined || "$ref" in said ? said : { $ref: placeOf(keep(id, said, side)) };
    },
    named: () =>
      Object.fromEntries(
        [...components]
          .toSorted(([one], [other]) => (one < other ? -1 : 1))
          .map(([name, { schema }]) => [name, schema]),
      ),
  };
}

function placeOf(name: string): string {
  return `#/components/schemas/${name}`;
}

/** A schema without the names that are only its own, and with its references to where the others stand. */
function plain(schema: Schema, names: ReadonlyMap<string, string>): Schema {
  const walk = (piece: Json): Json => {
    if (Array.isArray(piece)) return piece.map(walk);
    if (typeof piece !== "object" || piece === null) return piece;
    const entries = Object.entries(piece as Schema).filter(
      ([name, value]) => name !== "id" || typeof value !== "string",
    );
    return Object.fromEntries(
      entries.map(([name, value]) => {
        const named = /^#\/\$defs\/(.+)$/u.exec(
          name === "$ref" && typeof value === "string" ? value : "",
        )?.[1];
        return [name, named === undefined ? walk(value) : placeOf(names.get(named) ?? named)];
      }),
    );
  };
  const { id: _, ...rest } = schema;
  return walk(rest) as Schema;
}
