import { Ajv2020 } from "ajv/dist/2020.js";
import type { ValidateFunction } from "ajv/dist/2020.js";
import type { Description, Operation, Placed, Schema } from "../../src/contract/api-description.ts";
import { answerOf, operationsOf } from "../../src/contract/api-description.ts";

/** What an answer has of what its description says. */
export interface Answered {
  readonly status: number;
  readonly type: string | null;
  /** The JSON of the body; undefined: it is of another type. */
  readonly body?: unknown;
}

/** A description that answers and requests are held against. */
export interface Described {
  readonly operations: readonly Placed[];
  /** The operation behind a method and a path of the API; undefined: none is described. */
  find(method: string, path: string): Placed | undefined;
  /** What an answer has wrong; empty: it is as described. */
  wrongIn(operation: Operation, answered: Answered): readonly string[];
  /** A schema with its references followed, for whoever makes values of it. */
  follow(schema: Schema): Schema;
  /** Whether a value is of a schema. */
  fits(schema: Schema, value: unknown): boolean;
}

/** Makes a description ready to be held against what is answered. */
export function asDescribed(description: Description): Described {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(description as object, "api");
  const operations = operationsOf(description);
  const compiled = new Map<string, ValidateFunction>();
  const validatorOf = (schema: Schema): ValidateFunction => {
    const key = JSON.stringify(schema);
    const known = compiled.get(key);
    if (known !== undefined) return known;
    // References stand against the whole description.
    const made = ajv.compile(JSON.parse(key.replaceAll('"#/', '"api#/')) as object);
    compiled.set(key, made);
    return made;
  };
  const follow = (schema: Schema): Schema => {
    const { $ref } = schema;
    if (typeof $ref !== "string") return schema;
    const named = description.components.schemas[$ref.split("/").at(-1) ?? ""];
    if (named === undefined) throw new Error(`${$ref} leads nowhere`);
    return follow(named);
  };
  return {
    operations,
    follow,
    fits: (schema, value) => validatorOf(schema)(value),
    find: (method, path) =>
      operations.find(
        (one) =>
          one.method === method.toLowerCase() &&
          new RegExp(
            `^${one.path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/gu, "[^/]+")}$`,
            "u",
          ).test(path),
      ),
    wrongIn(operation, { status, type, body }) {
      const described = answerOf(description, operation, String(status));
      const name = `${operation.operationId} ${status}`;
      if (described === undefined) return [`${name} is not described`];
      if (described.content === undefined) return type === null ? [] : [`${name} has a body`];
      const kind = (type ?? "").split(";")[0] ?? "";
      const content = described.content[kind];
      if (content === undefined) return [`${name} is ${kind}, which is not described`];
      if (!kind.includes("json") || kind.includes("ndjson")) return [];
      const valid = validatorOf(content.schema);
      if (valid(body)) return [];
      return (valid.errors ?? []).map((one) => `${name} ${one.instancePath}: ${one.message ?? ""}`);
    },
  };
}
