import { api } from "../../src/http/api/api.ts";
import { openapiJson } from "../../scripts/reference/openapi.ts";
import { sampleOf } from "./sample.ts";
import type { Schema } from "./sample.ts";

/** A way in: a route of the API, and what fits it. */
export interface Way {
  /** "POST /desks/{desk}/tickets/{folio}/reply" */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly query: string;
  readonly parameters: Readonly<Record<string, Schema>>;
}

interface Described {
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema }> };
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Every route that the API answers, described or not, with a body that fits its description. */
export function everyWay(): readonly Way[] {
  const { paths, components } = JSON.parse(openapiJson()) as Description;
  const named = components.schemas;
  const routes = api({} as never).routes.filter(({ method }) => method !== "ALL");
  const ways = new Map<string, Way>();
  for (const { method, path: template } of routes) {
    const path = template.replace(/:(\w+)/gu, "{$1}");
    const name = `${method} ${path}`;
    const described = paths[path]?.[method.toLowerCase()];
    const schema = described?.requestBody?.content["application/json"]?.schema;
    const parameters = described?.parameters ?? [];
    const query = new URLSearchParams();
    for (const one of parameters)
      if (one.in === "query" && one.required === true)
        query.set(one.name, String(sampleOf(one.schema, named)));
    ways.set(name, {
      name,
      method,
      path,
      body: schema === undefined ? undefined : sampleOf(schema, named),
      query: query.size === 0 ? "" : `?${query}`,
      parameters: Object.fromEntries(
        parameters.filter((one) => one.in === "path").map((one) => [one.name, one.schema]),
      ),
    });
  }
  return [...ways.values()];
}
