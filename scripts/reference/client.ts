import { api } from "../../src/http/api/api.ts";
import { answerOf, operationsOf } from "../../src/contract/api-description.ts";
import type { Description, Json, Placed, Schema } from "../../src/contract/api-description.ts";
import { describeApi } from "../../src/http/api/description/describe-api.ts";
import type { ApiParts } from "../../src/http/api/session.ts";

const head = `// Made from the API's description by "npm run generate": not to be changed by hand.

`;

/** The types of the API for programs in TypeScript: every schema, and what each operation takes and answers. */
export function clientTypes(): string {
  const description = describeApi(api({} as ApiParts), "");
  const schemas = Object.entries(description.components.schemas).map(
    ([name, schema]) => `export type ${name} = ${typeOf(schema)};\n`,
  );
  const operations = operationsOf(description).map((placed) => operationOf(description, placed));
  return `${head}${schemas.join("\n")}\n/** Every operation by its name. */\nexport interface Operations {\n${operations.join("")}}\n\n/** Where each operation is. */\nexport const places = {\n${operationsOf(
    description,
  )
    .map(
      ({ path, method, operation }) =>
        `  ${operation.operationId}: ["${method.toUpperCase()}", "${path}"],\n`,
    )
    .join("")}} as const satisfies Record<keyof Operations, readonly ["GET" | "POST", string]>;\n`;
}

function operationOf(description: Description, { operation }: Placed): string {
  const { operationId, summary, parameters = [], requestBody } = operation;
  const part = (where: string): string => {
    const named = parameters.filter((one) => one.in === where && one.name !== "idempotency-key");
    const fields = named.map(
      ({ name, required, schema }) =>
        `${keyOf(name)}${required === true ? "" : "?"}: ${typeOf(schema)}`,
    );
    return fields.length === 0 ? "Record<never, never>" : `{ ${fields.join("; ")} }`;
  };
  const sent = requestBody?.content["application/json"]?.schema;
  const isBytes = requestBody?.content["application/octet-stream"] !== undefined;
  const answered = answerOf(description, operation, "200")?.content?.["application/json"]?.schema;
  const body = sent === undefined ? (isBytes ? "Uint8Array | Blob" : "undefined") : typeOf(sent);
  const answer = answered === undefined ? "Response" : typeOf(answered);
  return `  /** ${summary}. */\n  ${operationId}: { path: ${part("path")}; query: ${part("query")}; headers: ${part("header")}; body: ${body}; answer: ${answer} };\n`;
}

function typeOf(schema: Schema): string {
  const { $ref, type, items, prefixItems, properties, required, additionalProperties } = schema;
  const listed = schema["enum"];
  const several = schema["anyOf"] ?? schema["oneOf"];
  if (typeof $ref === "string") return $ref.split("/").at(-1) ?? "unknown";
  if ("const" in schema) return JSON.stringify(schema["const"]);
  if (Array.isArray(listed)) return listed.map((one) => JSON.stringify(one)).join(" | ");
  if (Array.isArray(several)) return several.map((one) => typeOf(one as Schema)).join(" | ");
  if (Array.isArray(type))
    return type.map((one) => typeOf({ ...schema, type: one as Json })).join(" | ");
  if (Array.isArray(prefixItems))
    return `[${prefixItems.map((one) => typeOf(one as Schema)).join(", ")}]`;
  if (type === "array") return `(${typeOf((items ?? {}) as Schema)})[]`;
  if (type === "object" && properties !== undefined) {
    const must = Array.isArray(required) ? required : [];
    const fields = Object.entries(properties as Readonly<Record<string, Schema>>).map(
      ([name, one]) => `${keyOf(name)}${must.includes(name) ? "" : "?"}: ${typeOf(one)}`,
    );
    return fields.length === 0 ? "Record<string, never>" : `{ ${fields.join("; ")} }`;
  }
  if (type === "object")
    return `Record<string, ${typeof additionalProperties === "object" ? typeOf(additionalProperties as Schema) : "unknown"}>`;
  if (type === "integer" || type === "number") return "number";
  if (type === "string" || type === "boolean" || type === "null") return type;
  return "unknown";
}

function keyOf(name: string): string {
  return /^[A-Za-z_]\w*$/u.test(name) ? name : JSON.stringify(name);
}
