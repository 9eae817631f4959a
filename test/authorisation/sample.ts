/** A schema of the API's description, as far as it is needed to make something that fits it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** The least value that fits a schema: what is required, the first of what may be. */
export function sampleOf(schema: Schema, named: Readonly<Record<string, Schema>>): unknown {
  if (schema.$ref !== undefined) {
    const found = named[schema.$ref.split("/").at(-1) ?? ""];
    if (found === undefined) throw new Error(`no schema ${schema.$ref}`);
    return sampleOf(found, named);
  }
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const [first] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (first !== undefined) return sampleOf(first, named);
  const type = typeof schema.type === "string" ? schema.type : schema.type?.[0];
  if (type === "object")
    return Object.fromEntries(
      (schema.required ?? []).map((name) => [
        name,
        sampleOf(schema.properties?.[name] ?? {}, named),
      ]),
    );
  if (type === "array")
    return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, named));
  if (type === "integer" || type === "number") return Math.max(schema.minimum ?? 1, 1);
  if (type === "boolean") return true;
  return type === "string" ? textFor(schema) : null;
}

function textFor({ format, pattern, minLength = 1 }: Schema): string {
  if (format === "email") return "muestra@example.com";
  if (format === "uuid") return "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
  if (format === "date") return "2026-12-01";
  if (format === "uri" || format === "url") return "https://example.com/";
  const tries = [
    "muestra",
    "601",
    "06000",
    "X-1",
    "2026-12-01",
    "12:00",
    "EKU9003173C9",
    "1",
    "a".repeat(32),
  ];
  const fits = tries.find((one) => pattern === undefined || new RegExp(pattern, "u").test(one));
  return (fits ?? "muestra").padEnd(minLength, "a");
}
