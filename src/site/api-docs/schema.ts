import { html } from "hono/html";
import type { Json, Schema } from "../../contract/api-description.ts";
import type { Html } from "../html.ts";

/** A type of the description in a few words, with links to the schemas that have a name. */
export function typeOf(schema: Schema): Html {
  const { $ref, type, items, format, prefixItems } = schema;
  const listed = schema["enum"];
  const several = schema["anyOf"] ?? schema["oneOf"];
  if (typeof $ref === "string") return linkTo($ref);
  if ("const" in schema) return html`<code>${JSON.stringify(schema["const"])}</code>`;
  if (Array.isArray(listed)) return joined(listed.map((one) => html`<code>${String(one)}</code>`));
  if (Array.isArray(several)) return joined(several.map((one) => typeOf(one as Schema)));
  if (Array.isArray(prefixItems))
    return html`[${prefixItems.map((one, at) => html`${at === 0 ? "" : ", "}${typeOf(one as Schema)}`)}]`;
  if (type === "array") return html`[ ${typeOf(asSchema(items))} ]`;
  if (type === "object") return objectType(schema);
  const named = Array.isArray(type) ? type.join(" | ") : typeof type === "string" ? type : "any";
  return html`${named}${typeof format === "string" ? ` (${format})` : ""}${boundsOf(schema)}`;
}

function objectType({ properties, additionalProperties }: Schema): Html {
  if (typeof properties === "object" && properties !== null) {
    const names = Object.entries(properties as Readonly<Record<string, Schema>>);
    return html`{ ${names.map(([name, one], at) => html`${at === 0 ? "" : ", "}<code>${name}</code>: ${typeOf(one)}`)} }`;
  }
  return html`{ [name]: ${typeOf(asSchema(additionalProperties))} }`;
}

function asSchema(value: Json | undefined): Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Schema)
    : {};
}

function linkTo(reference: string): Html {
  const name = reference.split("/").at(-1) ?? "";
  return html`<a href="#schema-${name}">${name}</a>`;
}

function joined(types: readonly Html[]): Html {
  return html`${types.map((one, at) => html`${at === 0 ? "" : " | "}${one}`)}`;
}

/** Bounds beyond these are those of the format itself. */
const FAR = 1_000_000_000;

function boundsOf({ minimum, maximum, minLength, maxLength, pattern }: Schema): string {
  const least = typeof minimum === "number" && Math.abs(minimum) < FAR ? `≥ ${minimum}` : "";
  const most = typeof maximum === "number" && Math.abs(maximum) < FAR ? `≤ ${maximum}` : "";
  const short = typeof minLength === "number" ? `≥ ${minLength}` : "";
  const long = typeof maxLength === "number" ? `≤ ${maxLength}` : "";
  const like = typeof pattern === "string" && pattern.length < 60 ? pattern : "";
  const all = [least, most, short, long, like].filter((one) => one !== "");
  return all.length === 0 ? "" : `, ${all.join(", ")}`;
}

/** The names, types and meanings of an object's parts. */
export function partsOf(
  schema: Schema,
): readonly { readonly name: string; readonly schema: Schema; readonly required: boolean }[] {
  const { properties, required } = schema;
  if (typeof properties !== "object" || properties === null) return [];
  const must = Array.isArray(required) ? required : [];
  return Object.entries(properties as Readonly<Record<string, Schema>>).map(([name, one]) => ({
    name,
    schema: one,
    required: must.includes(name),
  }));
}
